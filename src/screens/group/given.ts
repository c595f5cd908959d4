// What has become of minutes given to one member: given, still on the way to the office's yes, or not let through. At the desk
// the rows are the office's own, so that standing in them is its yes; on the phone one's own stand there at once, and may be
// held later.

import type { Answer, Casebook } from '#device/casebook.ts'
import type { MemberView } from '#domain/case-view-group.ts'
import { isOwnTeam } from '#domain/consent.ts'
import { readCopies } from '#domain/copies.ts'
import type { Id, LocalDate } from '#domain/ids.ts'

export type Given =
  | { readonly id: Id; readonly is: 'given'; readonly on: LocalDate }
  | { readonly id: Id; readonly is: 'waiting' }
  | { readonly id: Id; readonly is: 'held' }

/** `tried`: the records made here since the screen was opened. */
export function givenTo(answer: Answer, meeting: Id, member: Id, tried: readonly Id[]): readonly Given[] {
  const heldRecs = new Set(answer.sending.held.map(({ rec }) => rec))
  const there = readCopies(answer.rows).filter((copy) => copy.of === meeting && copy.member === member && copy.kind === 'minutes')
  const known = there.map((copy): Given => {
    const isHeld = heldRecs.has(copy.id) || (copy.change !== undefined && answer.states.get(copy.change) === 'held')
    return isHeld ? { id: copy.id, is: 'held' } : { id: copy.id, is: 'given', on: copy.on ?? answer.today }
  })
  const rest = tried
    .filter((id) => !there.some((copy) => copy.id === id))
    .map((id): Given => ({ id, is: heldRecs.has(id) ? 'held' : 'waiting' }))
  return [...known, ...rest]
}

/**
 * May the very words one member gets be opened for printing here? At the desk only when the office has said yes to giving
 * them; on the phone, which may be without coverage, by what it knows.
 */
export const mayOpen = (answer: Answer, at: Casebook['kind'], meeting: Id, member: MemberView): boolean =>
  at === 'field' || isOwnTeam(member.role) || givenTo(answer, meeting, member.id, []).some(({ is }) => is === 'given')
