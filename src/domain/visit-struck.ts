// «Feilført»: what one wrote of a visit, on the wrong person or by mistake, is marked void with its reason. It counts no
// more and is never deleted: it stays in the history with who struck it and when (DESIGN.md 1, decision 11). What a
// colleague has written in, and what the visit changed in shared records, stays as it is.

import { later, type Maybe } from './case-view-order.ts'
import { effective } from './effective.ts'
import { dateOf, type Id, type Instant, type LocalDate, type LocalDateTime } from './ids.ts'
import { asDateTime, asGroup, asText, part, ref, text } from './reading.ts'
import { patch } from './records.ts'
import { type Field, headsOf, isVoid, madeBy, type Patch, type RecordRow, seenOf } from './register.ts'

export const STRUCK_WHY = ['wrong_person', 'mistake', 'never'] as const
export type StruckWhy = (typeof STRUCK_WHY)[number]

type Rows = ReadonlyMap<Id, RecordRow>

/** The next visits agreed in my part of this one that nobody else has touched, and that have not begun. */
export function agreedHere(rows: Rows, visit: Id, me: Id): readonly { readonly id: Id; readonly start: LocalDateTime }[] {
  const standing = [...rows.values()].filter((row) => !isVoid(row) && isAllMine(row, me))
  const mine = standing.filter((row) => row.type === 'contribution' && ref(row, 'visit') === visit)
  return standing.flatMap((row) => {
    const start = asDateTime(part(row, 'planned', 'start'))
    const isAhead = row.type === 'visit' && row.id !== visit && text(row, 'status') === 'planned'
    return start && isAhead && mine.some((one) => isAgreedIn(one, row, start)) ? [{ id: row.id, start }] : []
  })
}
/** By the answer that says when; a quick note has no answers, but was written in the very minute. */
function isAgreedIn(contribution: RecordRow, next: RecordRow, start: LocalDateTime): boolean {
  if (asText(part(contribution, 'guide', 'code')) === 'quick')
    return minuteOf(headsOf(contribution, 'finishedAt')[0]?.at) === minuteOf(madeBy(next)?.at)
  return Object.keys(contribution.regs).some((field) => asText(asGroup(asGroup(effective(contribution, field))?.v)?.start) === start)
}
const minuteOf = (at: Maybe<Instant>): Maybe<string> => at?.slice(0, 16)

/**
 * Everything of this visit that only I have written. A planned visit is planned again, as if nobody had written; `also`:
 * the ones agreed in it that are cancelled with it.
 */
export function strike(rows: Rows, visit: Id, me: Id, why: StruckWhy, also: readonly Id[] = []): readonly Patch[] {
  const standing = [...rows.values()].filter((row) => !isVoid(row))
  const mine = standing.filter((row) => row.type === 'contribution' && ref(row, 'visit') === visit && isAllMine(row, me))
  const roots = new Set(mine.map((row) => row.id))
  const of = (row: RecordRow): boolean =>
    row.type !== 'visit' && (ref(row, 'visit') === visit || (row.root !== undefined && roots.has(row.root)))
  const written = standing.filter((row) => (roots.has(row.id) || of(row)) && isAllMine(row, me))
  if (mine.length === 0) return []
  const others = standing.some((row) => row.type === 'contribution' && ref(row, 'visit') === visit && !roots.has(row.id))
  const day = rows.get(visit)
  const next = agreedHere(rows, visit, me).filter(({ id }) => also.includes(id))
  return [
    ...written.map((row) => struck(row, why)),
    ...(day && !others ? ofTheVisit(day, me, why) : []),
    ...next.flatMap(({ id }) => cancelled(rows.get(id))),
  ]
}

const cancelled = (row: RecordRow | undefined): readonly Patch[] =>
  row ? [patch(row.lane, 'visit', row.id, { status: 'cancelled' }, { seen: seenOf(row) })] : []

const struck = (row: RecordRow, why: StruckWhy): Patch => ({
  lane: row.lane,
  rec: row.id,
  type: row.type,
  set: { void: { reason: why } },
  seen: { void: allHeads(row) },
  ...(row.root ? { root: row.root } : {}),
})
const allHeads = (row: RecordRow): readonly Id[] => Object.values(row.regs).flatMap((heads) => heads.map((head) => head.by))

/** Made by me at the door: it never was. Planned: it stands in the plan again, without how it went. */
function ofTheVisit(row: RecordRow, me: Id, why: StruckWhy): readonly Patch[] {
  if (isAllMine(row, me) && asText(part(row, 'guide', 'code')) === 'quick') return [struck(row, why)]
  const written: Readonly<Record<Field, null>> = headsOf(row, 'outcome').length > 0 ? { outcome: null } : {}
  const made = patch(row.lane, 'visit', row.id, { status: 'planned' }, { seen: seenOf(row) })
  return [{ ...made, set: { ...made.set, ...written } }]
}

/** Nobody else has a word in it. */
const isAllMine = (row: RecordRow, me: Id): boolean =>
  Object.values(row.regs).every((heads) => heads.every((head) => head.actor === me)) && madeBy(row)?.actor === me

export interface StruckView {
  /** The contribution. */
  readonly id: Id
  readonly visit: Maybe<Id>
  /** The day of the visit, where one was agreed. */
  readonly on: Maybe<LocalDate>
  readonly worker: Maybe<Id>
  readonly note: Maybe<string>
  readonly why: Maybe<string>
  readonly by: Id
  readonly at: Instant
}

/** Struck parts of visits, newest first: shown struck through, never left out. */
export const readStruck = (rows: Rows): readonly StruckView[] =>
  [...rows.values()].flatMap((row) => struckView(row, rows)).sort((a, b) => later(a.at, b.at) || later(a.id, b.id))

function struckView(row: RecordRow, rows: Rows): readonly StruckView[] {
  const head = headsOf(row, 'void')[0]
  if (row.type !== 'contribution' || !head || !isVoid(row)) return []
  const visit = ref(row, 'visit')
  const day = visit && rows.get(visit)
  const start = day && asDateTime(part(day, 'planned', 'start'))
  return [
    {
      id: row.id,
      visit,
      on: start && dateOf(start),
      worker: ref(row, 'worker') ?? madeBy(row)?.actor,
      note: asText(effective(row, 'note')),
      why: asText(part(row, 'void', 'reason')),
      by: head.actor,
      at: head.at,
    },
  ]
}
