export const note = {}
