// What a call has committed also lies outside the database before it is answered (DESIGN.md 6, recovery log). If it
// cannot, the answer is «try again»: the retry finds what is stored and keeps it once more.

import { codeOf } from './fault.ts'
import { log } from './log.ts'
import type { Office, Promised } from './office.ts'

/** Answered 503, never as done. */
export class NotKept extends Error {
  override readonly name = 'NotKept'
}

export async function keepPromise(office: Office, ...all: readonly Promised[]): Promise<void> {
  const what = {
    custody: all.flatMap((one) => one.custody ?? []),
    access: all.flatMap((one) => one.access ?? []),
    enrolments: all.flatMap((one) => one.enrolments ?? []),
    accounts: all.flatMap((one) => one.accounts ?? []),
    parked: all.flatMap((one) => one.parked ?? []),
  }
  if (Object.values(what).every((keys) => keys.length === 0)) return
  try {
    await office.keep(what)
  } catch (error) {
    log('not-kept', { cause: codeOf(error) ?? 'KEEP' })
    throw new NotKept()
  }
}
