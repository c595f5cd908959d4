// What is known around a visit and may be said aloud in it: the notice that made us come, what is claimed, the dates that
// count, the complaint, whom to call. A question whose mark nobody can fill is not asked, so facts and marks both come from
// here (guide.ts, `FACTS`). Nothing of who complained or worried: what, never who (DOMAIN.md 4.5, G4 4.0).

import { addDays } from './calendar.ts'
import type { CaseView } from './case-view.ts'
import { later, type Maybe } from './case-view-order.ts'
import type { Deadline } from './deadline.ts'
import type { InquiryFact, InquiryKind, Matter } from './deadline-facts.ts'
import { proceedingsOf } from './deadline-proceedings.ts'
import type { RuleCode } from './deadline-rules.ts'
import { agreed } from './effective.ts'
import type { Id, LocalDate } from './ids.ts'
import { asGroup, asNumber, asText, date, part, ref, text } from './reading.ts'
import { rowsOf } from './records.ts'
import { isVoid, type RecordRow } from './register.ts'

/** What the screen has besides the case. */
export interface Surroundings {
  readonly rows: ReadonlyMap<Id, RecordRow>
  /** The case and the notices linked to it (`matterOf`), and every deadline of it. */
  readonly matter: Matter
  readonly deadlines: readonly Deadline[]
  /** Whom the resident may call: a name and a number. */
  readonly contact: { readonly name: string; readonly phone: Maybe<string> }
  readonly words: FillWords
  /** From which age on somebody counts as old; the office may say another (DOMAIN.md 4.4, C-AGE). */
  readonly oldAge?: number
}
/** How the marks are said in one language: the domain has no words. */
export interface FillWords {
  readonly notice: (kind: NoticeKind) => string
  /** `name` as it stands on the notice, else what the sender is. */
  readonly sender: (from: { readonly kind: NoticeKind; readonly role: Maybe<string>; readonly name: Maybe<string> }) => string
  readonly complaint: (about: Maybe<string>) => string
  /** Undefined: nobody wrote down which day. */
  readonly complaintDay: (on: Maybe<LocalDate>) => string
  readonly day: (on: LocalDate) => string
  readonly money: (ore: number) => string
  /** In the place of a number nobody has written down. */
  readonly noPhone: string
}
export type Fills = Readonly<Record<string, string>>

export interface Known {
  readonly name: string
  readonly contact: Maybe<Surroundings['contact']>
  readonly notice: Maybe<NoticeKnown>
  /** Øre, as it is claimed; never while two versions stand. */
  readonly amount: Maybe<number>
  readonly isPetitioned: boolean
  readonly evictionDate: Maybe<LocalDate>
  readonly objection: Maybe<{ readonly safe: LocalDate; readonly legal: LocalDate }>
  readonly belongings: Maybe<LocalDate>
  /** The newest that is not settled, and how many there are. */
  readonly complaint: Maybe<{ readonly id: Id; readonly about: Maybe<string>; readonly on: Maybe<LocalDate> }>
  readonly complaints: number
  /** She does not want to be contacted, and no new notice has come since. */
  readonly isContactStopped: boolean
}
interface NoticeKnown {
  readonly id: Id
  readonly kind: NoticeKind
  readonly role: Maybe<string>
  readonly name: Maybe<string>
  readonly on: LocalDate
}

export function knownOf(view: CaseView, visit: Id, today: LocalDate, around: Maybe<Surroundings>): Known {
  const { name } = view.resident
  const isContactStopped = isContactStoppedFor(view.resident, around?.matter)
  if (!around) return { ...NOTHING, name, isContactStopped }
  const { rows, matter, deadlines, contact } = around
  const standing = [...rows.values()].filter((row) => !isVoid(row))
  const notice = noticeOf(matter, rows)
  const complaints = complaintsOf(standing)
  return {
    name,
    contact,
    notice,
    amount: amountOf(standing, notice, visit),
    isPetitioned: isPetitioned(matter),
    ...datesOf(deadlines, today),
    complaint: complaints[0] && {
      id: complaints[0].id,
      about: text(complaints[0], 'about'),
      on: date(complaints[0], 'occurredAt'),
    },
    complaints: complaints.length,
    isContactStopped,
  }
}
const NOTHING: Omit<Known, 'name' | 'isContactStopped'> = {
  contact: undefined,
  notice: undefined,
  amount: undefined,
  isPetitioned: false,
  evictionDate: undefined,
  objection: undefined,
  belongings: undefined,
  complaint: undefined,
  complaints: 0,
}

/** Those we may tell the resident that we come because of. What a neighbour, kin or another service said is not among them. */
const SAID_ALOUD = [
  'arrears_notice',
  'other_default',
  'petition_copy',
  'forced_sale_notice',
  'eviction_scheduled',
  'eviction_tomorrow_phone',
  'eviction_done',
  'loan_default',
] as const satisfies readonly InquiryKind[]
export type NoticeKind = (typeof SAID_ALOUD)[number]
/** Whoever these are, nobody says that it came from them (DOMAIN.md 2.17, 4.5 G4 4.0). */
const NEVER_NAMED: readonly Maybe<string>[] = ['neighbour', 'relative', 'resident', 'service', 'gp', 'police', 'prison']

function noticeOf({ inquiries }: Matter, rows: Surroundings['rows']): Maybe<NoticeKnown> {
  const [newest] = inquiries
    .filter(({ isClosed }) => !isClosed)
    .sort(newestFirst)
    .flatMap((one): readonly NoticeKnown[] => {
      const kind = SAID_ALOUD.find((known) => known === one.kind)
      const row = rows.get(one.id)
      const role = row && asText(part(row, 'sender', 'role'))
      const name = row && asText(part(row, 'sender', 'name'))
      return kind && !NEVER_NAMED.includes(role) ? [{ id: one.id, kind, role, name, on: one.noticeDate ?? one.receivedDate }] : []
    })
  return newest
}
const newestFirst = (a: InquiryFact, b: InquiryFact): number => later(a.receivedDate, b.receivedDate) || later(a.id, b.id)

/** What the notice claims, else the eviction case, else the newest arrears that is not paid. */
function amountOf(rows: readonly RecordRow[], notice: Maybe<NoticeKnown>, visit: Id): Maybe<number> {
  const paper = rows.find(({ id }) => id === notice?.id)
  const claimed = paper && asNumber(asGroup(agreed(paper, 'amount'))?.due)
  const inCase = openEvictionCases(rows).map((row) => asNumber(agreed(row, 'amount')))
  return claimed ?? inCase.find((amount) => amount !== undefined) ?? owedBefore(rows, visit)
}

function owedBefore(rows: readonly RecordRow[], visit: Id): Maybe<number> {
  const open = rowsOf(rows, 'arrears').filter((row) => date(row, 'paidDate') === undefined && ref(row, 'visit') !== visit)
  const newest = [...open].sort((a, b) => later(text(a, 'period'), text(b, 'period')) || later(a.id, b.id))[0]
  return newest && asNumber(agreed(newest, 'amount'))
}

const ENDED: readonly Maybe<string>[] = ['averted', 'executed', 'withdrawn', 'moved_voluntarily', 'sold', 'cancelled']
export const openEvictionCases = (rows: readonly RecordRow[]): readonly RecordRow[] =>
  rowsOf(rows, 'evictionCase').filter((row) => !isVoid(row) && !ENDED.includes(text(row, 'stage')))

const BEFORE_PETITION: readonly string[] = ['default', 'notified']
/** Put to the namsfogd and not over; a forced sale only when somebody is to be put out of the home. */
function isPetitioned(matter: Matter): boolean {
  const open = proceedingsOf(matter).filter(({ endedBy }) => endedBy === undefined)
  return open.some(({ basis, basisType, ...dates }) => {
    const one = basisType === 'evictionCase' ? matter.evictionCases.find(({ id }) => id === basis) : undefined
    const hasDay = [dates.servedDate, dates.copyDate, dates.firstNamsfogdNotice, dates.noticeOfTimeSent, dates.scheduledAt].some(Boolean)
    if (!one) return hasDay
    return hasDay || (one.type === 'eviction_rental' && !BEFORE_PETITION.includes(one.stage))
  })
}

/** An estimate is never said to the resident as a date that is set. */
function datesOf(deadlines: readonly Deadline[], today: LocalDate): Pick<Known, 'evictionDate' | 'objection' | 'belongings'> {
  const open = (rule: RuleCode) => deadlines.filter((one) => one.rule === rule && one.state === 'open')
  const evictions = open('D5').filter(({ dueOn, isEstimate }) => !isEstimate && dueOn >= today)
  const [objection] = open('D4').filter(({ isEstimate, legalOn }) => !isEstimate && legalOn !== undefined && legalOn >= today)
  const [fetching] = open('D10').filter(({ lastsUntil, dueOn }) => (lastsUntil ?? dueOn) >= today)
  return {
    evictionDate: evictions.map(({ dueOn }) => dueOn).sort()[0],
    objection: objection?.safeOn && objection.legalOn ? { safe: objection.safeOn, legal: objection.legalOn } : undefined,
    belongings: fetching && (fetching.dueOn >= today ? (fetching.safeOn ?? fetching.dueOn) : fetching.lastsUntil),
  }
}

/** Of the home, newest first. Disputed still stands; what the resident herself complains of is hers. */
function complaintsOf(rows: readonly RecordRow[]): readonly RecordRow[] {
  const open = rowsOf(rows, 'complaint').filter((row) => text(row, 'fromRole') !== 'resident' && text(row, 'status') !== 'handled')
  return [...open].sort((a, b) => later(date(a, 'receivedAt'), date(b, 'receivedAt')) || later(a.id, b.id))
}

/** Within fourteen days, or put to the namsfogd with no day known (DOMAIN.md 4.4, C-EVICT). */
export const isEvictionNear = ({ evictionDate, isPetitioned: isAsked }: Known, today: LocalDate): boolean =>
  evictionDate === undefined ? isAsked : evictionDate <= addDays(today, NEAR_DAYS)
const NEAR_DAYS = 14

/** The `{…}` marks that can be filled; those of a taken-away fact are not here. */
export function fillsIn(known: Known, words: Maybe<FillWords>): Fills {
  const { name, notice, amount, evictionDate, objection, belongings, contact, complaint, complaints } = known
  if (!words) return { name }
  return {
    name,
    ...(notice ? { notice: words.notice(notice.kind), noticeFrom: words.sender(notice), noticeDate: words.day(notice.on) } : {}),
    ...(amount === undefined ? {} : { amount: words.money(amount) }),
    ...(evictionDate ? { evictionDate: words.day(evictionDate) } : {}),
    ...(objection ? { safeDate: words.day(objection.safe), legalDate: words.day(objection.legal) } : {}),
    ...(belongings ? { belongingsDate: words.day(belongings) } : {}),
    ...(contact ? { contactName: contact.name, contactPhone: contact.phone ?? words.noPhone } : {}),
    ...(complaint ? { complaintAbout: words.complaint(complaint.about), complaintWhen: words.complaintDay(complaint.on) } : {}),
    ...(complaints > 0 ? { complaintCount: String(complaints) } : {}),
  }
}

/** A new notice is a new duty to write, and so is her own call: that lifts a «vil ikke kontaktes» (DOMAIN.md 4.3, O-1). */
const LIFTS: readonly InquiryKind[] = [...SAID_ALOUD, 'namsfogd_special_concern', 'namsfogd_capacity', 'self_referral']
/** Else only the leader lifts it. One on the day she said it is the one she spoke of. */
export function isContactStoppedFor({ contactStop }: CaseView['resident'], matter: Maybe<Pick<Matter, 'inquiries'>>): boolean {
  if (!contactStop) return false
  const { since } = contactStop
  return since === undefined || !matter?.inquiries.some(({ kind, receivedDate }) => LIFTS.includes(kind) && receivedDate > since)
}
