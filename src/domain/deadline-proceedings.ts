// One eviction, put together from its eviction case and the notices about it, so that a date is counted once however
// many papers it stands on. Notices that belong to no case yet are one eviction per home (DOMAIN.md 2.11, 2.12).

import { type BasisType, inOrder } from './deadline.ts'
import type { CloseReason, EvictionCaseFact, EvictionDates, EvictionStage, InquiryFact, Matter } from './deadline-facts.ts'
import type { Id, LocalDate } from './ids.ts'

export interface Proceedings extends EvictionDates {
  readonly basis: Id
  readonly basisType: BasisType
  /** The other papers: a mark made on one of them before the case was opened still counts. */
  readonly alsoBasis: readonly Id[]
  /** What says that it is over, whichever way. */
  readonly endedBy: Id | undefined
}

export function proceedingsOf(matter: Matter): readonly Proceedings[] {
  const inCases = new Set(matter.evictionCases.flatMap((one) => one.inquiries))
  const loose = matter.inquiries.filter((notice) => !inCases.has(notice.id) && isAboutEviction(notice))
  const homeOf = (notice: InquiryFact) => (isOver(notice) ? notice.id : notice.tenancy)
  const homes = [...new Set(loose.map(homeOf))]
  return [
    ...matter.evictionCases.map((one) => ofCase(one, matter)),
    ...homes.flatMap((home) => ofNotices(loose.filter((notice) => homeOf(notice) === home))),
  ]
}

function ofCase(one: EvictionCaseFact, matter: Matter): Proceedings {
  const notices = inReceiptOrder(matter.inquiries.filter((notice) => one.inquiries.includes(notice.id)))
  const read = datesOf(notices)
  const executedAt = one.executedAt ?? read.executedAt
  return {
    ...petitionDates(one, read),
    ...timeSet(one, read),
    executedAt,
    objectionSettledBy: one.objectionSettledBy ?? read.objectionSettledBy,
    basis: one.id,
    basisType: 'evictionCase',
    alsoBasis: notices.map(({ id }) => id),
    endedBy: ENDED[one.stage] || executedAt ? one.id : undefined,
  }
}

/** A forced sale has another procedure and other time limits, so these two rules do not speak of it. */
function petitionDates(one: EvictionCaseFact, read: EvictionDates): EvictionDates {
  if (one.type === 'forced_sale') return {}
  return { servedDate: earliest([one.servedDate, read.servedDate]), copyDate: one.copyDate ?? read.copyDate }
}

/** Postponed: no date on an older paper holds any longer, only the one the case itself gives. */
function timeSet(one: EvictionCaseFact, read: EvictionDates): EvictionDates {
  if (one.stage === 'postponed') return { scheduledAt: one.scheduledAt }
  const { servedDate, copyDate } = petitionDates(one, read)
  const first = one.firstNamsfogdNotice ?? read.firstNamsfogdNotice
  return {
    scheduledAt: one.scheduledAt ?? read.scheduledAt,
    noticeOfTimeSent: one.noticeOfTimeSent ?? read.noticeOfTimeSent,
    firstNamsfogdNotice: first ?? copyDate ?? servedDate,
  }
}

function ofNotices(loose: readonly InquiryFact[]): readonly Proceedings[] {
  const notices = inReceiptOrder(loose)
  const [first, ...rest] = notices
  if (!first) return []
  const read = datesOf(notices)
  return [
    {
      ...read,
      firstNamsfogdNotice: read.firstNamsfogdNotice ?? read.copyDate ?? read.servedDate,
      basis: first.id,
      basisType: 'inquiry',
      alsoBasis: rest.map(({ id }) => id),
      endedBy: notices.find((notice) => notice.executedAt || isOver(notice))?.id,
    },
  ]
}

/** The petition was served once, so the earliest day is the safe one; a new time takes the place of an older. */
function datesOf(notices: readonly InquiryFact[]): EvictionDates {
  const copies = notices.filter(({ kind }) => kind === 'petition_copy')
  return {
    servedDate: earliest(notices.map((one) => one.servedDate)),
    copyDate: earliest(copies.map((one) => one.copyDate ?? one.noticeDate ?? one.receivedDate)),
    firstNamsfogdNotice: earliest(notices.map((one) => one.firstNamsfogdNotice)),
    noticeOfTimeSent: latest(notices.map((one) => one.noticeOfTimeSent)),
    scheduledAt: latest(notices.map((one) => one.scheduledAt)),
    executedAt: latest(notices.map((one) => one.executedAt)),
    objectionSettledBy: latest(notices.map((one) => one.objectionSettledBy)),
  }
}

function isAboutEviction(one: InquiryFact): boolean {
  const dates = [one.servedDate, one.firstNamsfogdNotice, one.noticeOfTimeSent, one.scheduledAt, one.executedAt]
  return one.kind === 'petition_copy' || dates.some((date) => date !== undefined)
}

/** Closed because the threat is gone. Help started or declined does not stop an eviction, so its dates stay. */
const isOver = (one: InquiryFact): boolean => one.isClosed && one.closeReason !== undefined && OVER[one.closeReason]
const OVER: Readonly<Record<CloseReason, boolean>> = {
  resolved_paid: true,
  resolved_agreement: true,
  help_started: false,
  help_declined: false,
  moved: true,
  transferred: true,
  eviction_done_followed: true,
  no_basis: true,
  duplicate: true,
}

const ENDED: Readonly<Record<EvictionStage, boolean>> = {
  default: false,
  notified: false,
  petitioned: false,
  served: false,
  decided: false,
  scheduled: false,
  postponed: false,
  averted: true,
  executed: true,
  withdrawn: true,
  moved_voluntarily: true,
  sale_ordered: false,
  sold: true,
  cancelled: true,
}

const inReceiptOrder = (notices: readonly InquiryFact[]): readonly InquiryFact[] =>
  inOrder(notices.map((one) => ({ ...one, on: one.receivedDate })))
const earliest = (dates: readonly (LocalDate | undefined)[]): LocalDate | undefined => dates.filter((date) => date !== undefined).sort()[0]
/** The last one given, in the order the papers came. */
const latest = <T>(values: readonly (T | undefined)[]): T | undefined => values.filter((value) => value !== undefined).at(-1)
