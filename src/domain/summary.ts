// What lists need of one case, so that lists never open notes (DESIGN.md 7, `card`; DESIGN.md 6, `summary`).
// A pure function of the lane's rows; made anew whenever the lane moves. No free text about health, money or children.

import {
  OUTCOMES,
  type Outcome,
  SAFETY_LEVELS,
  type SafetyLevel,
  TENURE_TYPES,
  type TenureType,
  VISIT_KINDS,
  VISIT_STATUSES,
  type VisitKind,
  type VisitStatus,
} from './codes-at-once.ts'
import { agreed, effectiveHead } from './effective.ts'
import { currentTenancy, dwellingOf, hidesAddress } from './home-now.ts'
import { type Id, type Instant, instant, isLaneId, type LaneId, type LocalDateTime } from './ids.ts'
import { type MatterFacts, matterFacts, mergeMatters } from './matter.ts'
import { asCode, asDateTime, asInstant, code, date, grouped, ids, number, part, ref, text } from './reading.ts'
import { isType, rowsOf } from './records.ts'
import { fieldsInTwoVersions, isVoid, madeBy, type RecordRow } from './register.ts'

export interface VisitBrief {
  readonly lane: LaneId
  readonly id: Id
  readonly kind: VisitKind
  readonly status: VisitStatus
  readonly start?: LocalDateTime
  readonly why?: string
  readonly workers: readonly Id[]
  readonly outcome?: Outcome
  readonly twoOutcomes: boolean
  readonly sameAs?: Id
  readonly contributions: readonly ContributionBrief[]
}
export interface ContributionBrief {
  readonly id: Id
  readonly worker: Id
  readonly isSigned: boolean
  readonly finishedAt?: Instant
  /** Every change behind it, so that a list can say how far it has come. */
  readonly changes: readonly Id[]
  readonly readBy: readonly { readonly user: Id; readonly at: Instant }[]
}

export interface CaseSummary {
  readonly lane: LaneId
  readonly resident: Id
  readonly name: string
  readonly birthYear?: number
  readonly phone?: string
  readonly address?: string
  readonly floor?: string
  readonly tenure?: TenureType
  readonly safety: SafetyLevel
  readonly isContactStopped: boolean
  /** `strictly_confidential*`: never on devices, nor in anybody's lists (DESIGN.md 8). */
  readonly isShielded?: true
  readonly visits: readonly VisitBrief[]
  /** Open, or handled by the one who raised it and read by nobody else: the office sees each of them once. */
  readonly openConcerns: readonly { readonly id: Id; readonly code: string; readonly at: Instant }[]
  readonly twoVersions: readonly { readonly rec: Id; readonly type: string; readonly field: string }[]
  readonly complaintDates: readonly string[]
  readonly facts: MatterFacts
}

/** What a list needs of a notice in its own lane: to which case it belongs, and its facts for the deadlines. */
export interface InquirySummary {
  readonly lane: LaneId
  /** Two cases named at once = not linked (DESIGN.md 3). */
  readonly linkedCase?: LaneId
  readonly facts: MatterFacts
}

export function summariseInquiry(rows: Iterable<RecordRow>): InquirySummary | undefined {
  const standing = [...rows].filter((row) => !isVoid(row))
  const inquiry = standing.find((row) => isType(row, 'inquiry'))
  if (!inquiry) return undefined
  const linked = agreed(inquiry, 'linkedCase')
  return { lane: inquiry.lane, ...(isLaneId(linked) ? { linkedCase: linked } : {}), facts: matterFacts(standing) }
}

/** What a list needs of any lane. */
export type LaneSummary = CaseSummary | InquirySummary
export const isCaseSummary = (summary: LaneSummary): summary is CaseSummary => 'resident' in summary
export function summariseLane(rows: Iterable<RecordRow>): LaneSummary | undefined {
  const all = [...rows]
  return summarise(all) ?? summariseInquiry(all)
}

/** The whole matter of a case: its own facts and those of every notice linked to it. */
export const matterOf = (lane: LaneId, facts: MatterFacts, inquiries: readonly InquirySummary[]): MatterFacts =>
  mergeMatters([facts, ...inquiries.filter((inquiry) => inquiry.linkedCase === lane).map((inquiry) => inquiry.facts)])

/** Cases with the facts of the notices linked to them: what the deadlines of a list are made of. */
export const withMatters = (cases: readonly CaseSummary[], inquiries: readonly InquirySummary[]): readonly CaseSummary[] =>
  cases.map((one) => ({ ...one, facts: matterOf(one.lane, one.facts, inquiries) }))

/** Undefined while the lane has no resident yet. Visits: all that lie ahead and the last 20 behind. */
export function summarise(rows: Iterable<RecordRow>): CaseSummary | undefined {
  const all = [...rows]
  const standing = all.filter((row) => !isVoid(row))
  const resident = standing.find((row) => isType(row, 'resident'))
  const name = resident && text(resident, 'displayName')
  if (!resident || !name) return undefined
  return {
    lane: resident.lane,
    resident: resident.id,
    name,
    ...ofResident(resident),
    ...ofHome(standing),
    visits: visitBriefs(standing),
    openConcerns: concernsToSee(standing),
    twoVersions: standing.flatMap((row) => fieldsInTwoVersions(row).map((field) => ({ rec: row.id, type: row.type, field }))),
    complaintDates: rowsOf(standing, 'complaint').flatMap((row) => date(row, 'receivedAt') ?? []),
    facts: matterFacts(all),
  }
}

function concernsToSee(rows: readonly RecordRow[]): CaseSummary['openConcerns'] {
  const read = rowsOf(rows, 'readReceipt')
  return rowsOf(rows, 'concern').flatMap((row) => {
    const made = madeBy(row)
    const handled = effectiveHead(row, 'status')
    const isOpen = handled?.v !== 'handled'
    const isUnread = handled?.actor === made?.actor && !read.some((receipt) => ref(receipt, 'of') === row.id)
    return isOpen || isUnread ? [{ id: row.id, code: text(row, 'code') ?? '', at: made?.at ?? EPOCH }] : []
  })
}

function ofResident(row: RecordRow) {
  const birthYear = number(row, 'birthYear')
  const phone = text(row, 'phone')
  return {
    ...(birthYear === undefined ? {} : { birthYear }),
    ...(phone === undefined ? {} : { phone }),
    safety: asCode(part(row, 'safetyFlag', 'level'), SAFETY_LEVELS) ?? 'none',
    isContactStopped: part(row, 'contactStop', 'since') !== undefined,
    ...(text(row, 'addressProtection')?.startsWith('strictly_confidential') ? { isShielded: true as const } : {}),
  }
}

function ofHome(rows: readonly RecordRow[]) {
  const tenancy = currentTenancy(rows)
  const dwelling = hidesAddress(rowsOf(rows, 'resident')[0]) ? undefined : dwellingOf(rows, tenancy)
  const address = dwelling && text(dwelling, 'address')
  const floor = dwelling && text(dwelling, 'floor')
  const tenure = tenancy && code(tenancy, 'tenureType', TENURE_TYPES)
  return { ...(address ? { address } : {}), ...(floor ? { floor } : {}), ...(tenure ? { tenure } : {}) }
}

const RECENT = 20
function visitBriefs(rows: readonly RecordRow[]): readonly VisitBrief[] {
  const brief = visitBriefsIn(rows)
  const briefs = rowsOf(rows, 'visit').map(brief)
  const ahead = briefs.filter((visit) => visit.status === 'planned' || visit.status === 'in_progress')
  const behind = briefs.filter((visit) => !ahead.includes(visit)).sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? 1 : -1))
  return [...ahead.sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1)), ...behind.slice(0, RECENT)]
}

/** How a visit among these rows is read: with a contribution per worker (DESIGN.md 1, decision 11). */
export function visitBriefsIn(rows: readonly RecordRow[]): (row: RecordRow) => VisitBrief {
  const receipts = grouped(rowsOf(rows, 'readReceipt'), (row) => ref(row, 'of'))
  const contributions = grouped(rowsOf(rows, 'contribution'), (row) => ref(row, 'visit'))
  return (row) =>
    visitBrief(
      row,
      contributions(row.id).map((part) => contributionBrief(part, receipts(part.id))),
    )
}

function visitBrief(row: RecordRow, contributions: readonly ContributionBrief[]): VisitBrief {
  const start = asDateTime(part(row, 'planned', 'start'))
  const outcome = asCode(part(row, 'outcome', 'code'), OUTCOMES)
  const why = text(row, 'why')
  const sameAs = ref(row, 'sameAs')
  return {
    lane: row.lane,
    id: row.id,
    kind: code(row, 'kind', VISIT_KINDS) ?? 'other',
    status: code(row, 'status', VISIT_STATUSES) ?? 'planned',
    workers: ids(row, 'workers'),
    twoOutcomes: fieldsInTwoVersions(row).includes('outcome'),
    contributions,
    ...(start ? { start } : {}),
    ...(why ? { why } : {}),
    ...(outcome ? { outcome } : {}),
    ...(sameAs ? { sameAs } : {}),
  }
}

function contributionBrief(row: RecordRow, receipts: readonly RecordRow[]): ContributionBrief {
  const finishedAt = asInstant(row.regs.finishedAt?.[0]?.v)
  return {
    id: row.id,
    worker: ref(row, 'worker') ?? madeBy(row)?.actor ?? row.id,
    isSigned: row.frozen !== undefined,
    changes: Object.values(row.regs)
      .flat()
      .map((head) => head.by),
    readBy: receipts.flatMap((receipt) => {
      const made = madeBy(receipt)
      return made ? [{ user: made.actor, at: made.at }] : []
    }),
    ...(finishedAt ? { finishedAt } : {}),
  }
}

const EPOCH = instant('1970-01-01T00:00:00Z')
