// Which papers a case has, and which copies were given: `copyGiven` says to whom, when and how, so that nobody has to
// remember what lies at whose place (UX.md 3, «Print/share»).

import type { CaseView } from './case-view.ts'
import type { HANDED_HOW, PaperKind } from './codes.ts'
import { type GivenCopy, readCopies } from './copies.ts'
import type { Id, LaneId, LocalDate } from './ids.ts'
import type { Paper } from './paper.ts'
import { agreementsOf } from './paper-agreement.ts'
import { patch } from './records.ts'
import type { Patch, RecordRow } from './register.ts'
import { ok, type Result, refuse } from './result.ts'

export type HandedHow = (typeof HANDED_HOW)[number]
export interface PaperRef {
  readonly kind: PaperKind
  readonly of: Id
}
type Rows = ReadonlyMap<Id, RecordRow>

/** In the order of the list: the plan, agreements, meetings, consents, the internal sheet. */
export function papersOf(view: CaseView, rows: Rows): readonly PaperRef[] {
  const meetings = view.group?.meetings ?? []
  const of = (kind: PaperKind, all: readonly { readonly id: Id }[]): readonly PaperRef[] => all.map(({ id }) => ({ kind, of: id }))
  return [
    ...of('plan', view.plan ? [view.plan] : []),
    ...agreementsOf({ view, rows }).map((id): PaperRef => ({ kind: 'agreement', of: id })),
    ...of(
      'invitation',
      meetings.filter(({ status }) => status === 'planned'),
    ),
    ...of(
      'minutes',
      meetings.filter(({ status }) => status === 'held'),
    ),
    ...of('consent', view.consents),
    { kind: 'key_data', of: view.resident.id },
  ]
}

/** Newest first. */
export const copiesOf = (rows: Rows, { kind, of }: PaperRef): readonly GivenCopy[] =>
  readCopies(rows).filter((copy) => copy.kind === kind && copy.of === of)

export interface NewCopy {
  readonly lane: LaneId
  readonly id: Id
  readonly to: string
  readonly member?: Id
  readonly on: LocalDate
  readonly today: LocalDate
  readonly how: HandedHow
  /** Of minutes: what was shown. */
  readonly items?: readonly Id[]
}
/** A copy given tomorrow has not been given. */
export type CopyRefusal = { readonly kind: 'noReceiver' } | { readonly kind: 'notYet' }

export function giveCopy(paper: Pick<Paper, 'kind' | 'of'>, copy: NewCopy): Result<Patch, CopyRefusal> {
  const to = copy.to.trim()
  if (to === '') return refuse({ kind: 'noReceiver' })
  if (copy.on > copy.today) return refuse({ kind: 'notYet' })
  const { of, kind } = paper
  const member = copy.member ? { member: copy.member } : {}
  const items = copy.items ? { items: copy.items } : {}
  return ok(patch(copy.lane, 'copyGiven', copy.id, { of, kind, to, ...member, on: copy.on, how: copy.how, ...items }))
}
