// Finds the words of a register by its name; a newer device may have written one this build has no words for.

export const wordOf = (words: Readonly<Record<string, string>>, field: string): string => words[field] ?? ''
