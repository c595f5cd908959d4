// The deadlines a notice starts: the letter (D1), the contact attempt after a week of silence (D2) and the landlord's
// earliest petition (D3). DOMAIN.md 3.3; what closes each: DESIGN.md 3. What cannot wait (D6) is next door.

import { addDays, addWeeks, addWorkdays, dayNumber, rollForward } from './calendar.ts'
import { type Deadline, type Given, inOrder, passedOver, settle, waitingTime, workdayCount } from './deadline.ts'
import { alarmDue, atOnce, specialAssessmentDue } from './deadline-at-once.ts'
import {
  attemptSince,
  contactOver,
  dutyGone,
  FIRST_LETTERS,
  heardSince,
  lettersAbout,
  type SentLetter,
  sentLetters,
} from './deadline-evidence.ts'
import type { InquiryFact, Matter } from './deadline-facts.ts'
import { type RuleParams, ruleOn } from './deadline-rules.ts'
import type { Id, LocalDate } from './ids.ts'

export function noticeDeadlines(given: Given): readonly Deadline[] {
  const { matter } = given
  return [
    ...matter.inquiries.flatMap((inquiry) => [
      ...letterDue(given, inquiry),
      ...petitionEarliest(given, inquiry),
      ...atOnce(given, inquiry),
    ]),
    ...sentLetters(matter, FIRST_LETTERS).flatMap((letter) => contactDue(given, letter)),
    ...matter.alarms.flatMap((alarm) => alarmDue(given, alarm)),
  ]
}

function letterDue(given: Given, inquiry: InquiryFact): readonly Deadline[] {
  const { matter, calendar } = given
  const basisDate = firstReceipt(inquiry)
  const rule = ruleOn(given.packs, 'D1', basisDate)
  if (!rule?.params.kinds.includes(inquiry.kind)) return []
  const same = sameNotice(matter, inquiry, rule.params)
  return settle(given, {
    rule: 'D1',
    basis: inquiry.id,
    basisType: 'inquiry',
    basisDate,
    extras: {
      ...(basisDate === inquiry.receivedDate ? {} : { receivedHereOn: inquiry.receivedDate }),
      ...(same ? { sameNoticeAs: same } : {}),
    },
    closedBy: () => lettersAbout(matter, inquiry.id, FIRST_LETTERS).find((letter) => letter.copiesDecided)?.id ?? dutyGone(matter, inquiry),
    count: ({ workdays }, from) => ({
      opensOn: from,
      dueOn: addWorkdays(from, workdays, calendar),
      counted: workdayCount(from, workdays, calendar),
    }),
  })
}

/** Forwarding does not restart the count: it runs from the first district's receipt (further rule 1). */
function firstReceipt({ receivedDate, firstReceivedDate }: InquiryFact): LocalDate {
  return firstReceivedDate && firstReceivedDate < receivedDate ? firstReceivedDate : receivedDate
}

/** The latest earlier notice of the same kind on the same tenancy, while its letter may be used again (further rule 3). */
function sameNotice(matter: Matter, inquiry: InquiryFact, { sameNoticeWithinDays }: RuleParams['D1']): Id | undefined {
  const day = dayNumber(inquiry.receivedDate)
  const earlier = matter.inquiries.filter((other) => {
    const before = day - dayNumber(other.receivedDate)
    const isEarlier = before > 0 || (before === 0 && other.id < inquiry.id)
    return other.kind === inquiry.kind && other.tenancy === inquiry.tenancy && isEarlier && before <= sameNoticeWithinDays
  })
  return inOrder(earlier.map(({ id, receivedDate }) => ({ id, on: receivedDate }))).at(-1)?.id
}

function contactDue(given: Given, letter: SentLetter): readonly Deadline[] {
  const { matter, calendar } = given
  const inquiry = matter.inquiries.find((one) => one.id === letter.inquiry)
  const d2 = settle(given, {
    rule: 'D2',
    basis: letter.id,
    basisType: 'letter',
    basisDate: letter.on,
    closedBy: ({ opensOn }) =>
      heardSince(matter, letter.on)?.id ??
      (opensOn && attemptSince(matter, opensOn, letter.inquiry)) ??
      (inquiry && contactOver(matter, inquiry)),
    count: ({ weeks }, from) => {
      const opensOn = addWeeks(from, weeks)
      const dueOn = rollForward(opensOn, calendar)
      const skipped = passedOver(opensOn, addDays(dueOn, -1), calendar)
      return { opensOn, dueOn, counted: { unit: 'weeks', amount: weeks, from, days: [opensOn], skipped } }
    },
  })
  return [...d2, ...d2.flatMap((due) => specialAssessmentDue(given, letter, due))]
}

function petitionEarliest(given: Given, inquiry: InquiryFact): readonly Deadline[] {
  const basisDate = inquiry.noticeDate ?? inquiry.receivedDate
  if (!ruleOn(given.packs, 'D3', basisDate)?.params.kinds.includes(inquiry.kind)) return []
  return settle(given, {
    rule: 'D3',
    basis: inquiry.id,
    basisType: 'inquiry',
    basisDate,
    isEstimate: !inquiry.noticeDate,
    closedBy: () => petitionAfter(given.matter, inquiry) ?? (inquiry.isClosed ? inquiry.id : undefined),
    count: ({ weeks }, from) => waitingTime(from, weeks),
  })
}

/** The petition has come, so there is nothing left to wait for. */
function petitionAfter(matter: Matter, notice: InquiryFact): Id | undefined {
  const isSameHome = ({ tenancy }: InquiryFact) => !tenancy || !notice.tenancy || tenancy === notice.tenancy
  const copies = matter.inquiries.filter(
    (other) => other.kind === 'petition_copy' && other.receivedDate >= notice.receivedDate && isSameHome(other),
  )
  const proceedings = matter.evictionCases.filter(
    ({ inquiries, stage }) => inquiries.includes(notice.id) && stage !== 'default' && stage !== 'notified',
  )
  return inOrder(copies.map(({ id, receivedDate }) => ({ id, on: receivedDate })))[0]?.id ?? proceedings.map(({ id }) => id).sort()[0]
}
