// What stops the office from starting, in one plain English sentence for the person at the terminal. No stack.

export class Fault extends Error {
  override readonly name = 'Fault'
}

/** The code of a system or database error (ENOENT, EADDRINUSE, 23505 …); undefined for everything else. */
export function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined
  return typeof error.code === 'string' ? error.code : undefined
}
