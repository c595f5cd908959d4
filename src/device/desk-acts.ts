// What needs a role at the office: deciding about what is held, giving and taking access, erasing. Each is one call,
// true only when the office has answered; a no is told apart from no network (DESIGN.md 5).

import type { Id } from '#domain/ids.ts'
import type { Acted, OfficeActs } from './casebook.ts'
import type { Reached } from './reach.ts'

/** `ask` posts, and has noted what the answer says about the session; `done` shows what has moved. */
export interface DeskCalls {
  readonly ask: (path: string, body: object) => Promise<Reached>
  readonly isSignedOut: () => boolean
  readonly decided: (change: Id) => void
  readonly moved: () => void
}

export function officeActs(calls: DeskCalls): OfficeActs {
  const act = async (path: string, body: object): Promise<Acted> => {
    if (calls.isSignedOut()) return refusedAs('signedOut')
    const reached = await calls.ask(path, body)
    if (reached.kind === 'answer') calls.moved()
    return reached.kind === 'answer' ? { ok: true } : refusedAs(calls.isSignedOut() ? 'signedOut' : refusalOf(reached))
  }
  return {
    decide: async (change, how, reason) => {
      const acted = await act('/v1/desk/held', { id: change, how, reason })
      if (acted.ok) calls.decided(change)
      return acted
    },
    setAccess: (lane, { give, take, reason }) => act('/v1/desk/access', { lane, give, take, reason }),
    erase: (lane, ids, reason) => act('/v1/desk/erase', { lane, ...(ids ? { ids } : {}), reason }),
  }
}

const NOT_ALLOWED = new Set([400, 403, 404, 409])
/** Too many, too large or a broken office: try again. Not this person's to do, or no longer possible: that is an answer. */
const refusalOf = (reached: Exclude<Reached, { kind: 'answer' }>): 'notAllowed' | 'unreachable' =>
  reached.kind === 'refused' && NOT_ALLOWED.has(reached.status) ? 'notAllowed' : 'unreachable'

const refusedAs = (kind: 'unreachable' | 'signedOut' | 'notAllowed'): Acted => ({ ok: false, refusal: { kind } })
