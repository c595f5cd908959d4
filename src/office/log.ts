// The office's log: one JSON line per event on stdout. It takes codes, ids and counts only, by type, so that nothing
// that can be traced to a person gets in by accident (STYLE.md 2, Secrets). Never an error's message, never a body.

import type { Id, LaneId } from '#domain/ids.ts'

/** A code is written in the source as it stands, never built from what came from outside. */
export type LogCode =
  | 'listening'
  | 'stopping'
  | 'stopped'
  | 'internal'
  | 'database-lost'
  | 'poison'
  | 'held'
  | 'sign-in-refused'
  | 'enrolled'
  | 'desk-opened'
  | 'quota'
  | 'key-unavailable'
  | 'not-kept'
  | 'revoked'
  | 'chain-broken'
  | 'blob-held'
  | 'blob-other-bytes'
  | 'receipts-broken'
  | 'checked'
  | 'recovery-same-disk'
  | 'ledger-broken'
  | 'ledger-obeyed'
  | 'backup-verified'
  | 'backup-failed'
  | 'erased'

export interface LogFacts {
  readonly enrol?: Id
  readonly user?: Id
  readonly lane?: LaneId
  readonly change?: Id
  readonly blob?: Id
  readonly count?: number
  /** A system or database error code such as ECONNREFUSED or 57P01. */
  readonly cause?: string
}

const CAUSE = /^[A-Z0-9_]{2,40}$/

export function log(code: LogCode, facts: LogFacts = {}): void {
  const { cause, ...rest } = facts
  const safeCause = cause !== undefined && CAUSE.test(cause) ? { cause } : {}
  process.stdout.write(`${JSON.stringify({ at: new Date().toISOString(), code, ...rest, ...safeCause })}\n`)
}
