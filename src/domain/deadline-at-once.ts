// D6: what cannot wait. The first assessment of every notice, the conclusion after an eviction, word back to the
// namsfogd, an alarm from a visit, and the special assessment when nobody was reached (O-1 to O-4; DOMAIN.md 3.3).

import { addDays, addWorkdays, rollForward } from './calendar.ts'
import { type Dates, type Deadline, type Duty, type Given, passedOver, settle, workdayCount } from './deadline.ts'
import {
  assessedSince,
  concludedSince,
  contactOver,
  dutyGone,
  heardSince,
  missSince,
  type SentLetter,
  sentLetters,
  transfersOf,
} from './deadline-evidence.ts'
import type { AlarmFact, AssessmentKind, InquiryFact, InquiryKind, Matter } from './deadline-facts.ts'
import type { Id, LocalDate } from './ids.ts'

type Course = 'letter' | 'talk' | 'conclusion' | 'capacity'
/** What each kind of notice asks for at once: O-1 and O-2 (letter), O-4 (conclusion, capacity). */
const COURSE: Readonly<Record<InquiryKind, Course>> = {
  arrears_notice: 'letter',
  other_default: 'letter',
  petition_copy: 'letter',
  forced_sale_notice: 'letter',
  eviction_scheduled: 'letter',
  loan_default: 'letter',
  eviction_tomorrow_phone: 'talk',
  neighbour_complaint: 'talk',
  self_referral: 'talk',
  relative_concern: 'talk',
  service_concern: 'talk',
  prison_or_hospital_release: 'talk',
  eviction_done: 'conclusion',
  namsfogd_special_concern: 'conclusion',
  namsfogd_capacity: 'capacity',
}

/** One per notice: open while any of its duties is, closed at once by forwarding (O10 to O12). */
export function atOnce(given: Given, inquiry: InquiryFact): readonly Deadline[] {
  const { matter } = given
  const forwarded = transfersOf(matter, inquiry)[0]?.id
  return settle(given, {
    rule: 'D6',
    basis: inquiry.id,
    basisType: 'inquiry',
    basisDate: inquiry.receivedDate,
    count: (_, from) => sameDay(given, from),
    ...duties(matter, dutiesOf(inquiry), inquiry.receivedDate, inquiry.id, forwarded ?? dutyGone(matter, inquiry)),
  })
}

function dutiesOf({ kind, isClient }: InquiryFact): readonly Duty[] {
  const course = COURSE[kind]
  if (course === 'capacity') return ['tell_namsfogd']
  if (course === 'conclusion') return ['conclusion']
  return course === 'letter' && isClient ? ['first_assessment', 'individual_followup'] : ['first_assessment']
}

export const alarmDue = (given: Given, alarm: AlarmFact): readonly Deadline[] =>
  settle(given, {
    rule: 'D6',
    basis: alarm.id,
    basisType: 'alarm',
    basisDate: alarm.raisedOn,
    count: (_, from) => sameDay(given, from),
    ...duties(given.matter, ['settle_alarm'], alarm.raisedOn, undefined, alarm.settledBy),
  })

/** Not reached after the contact attempt of `due` (a D2): children, high age or need of help must be assessed in writing
 *  (O-3). Counted from the day D2 was due, so that statistics and task agree (S14). */
export function specialAssessmentDue(given: Given, letter: SentLetter, due: Deadline): readonly Deadline[] {
  const { matter, calendar } = given
  const miss = due.opensOn && missSince(matter, due.opensOn, letter.inquiry)
  const heard = heardSince(matter, letter.on)
  if (!miss || (heard && heard.on < miss.on)) return []
  const inquiry = matter.inquiries.find((one) => one.id === letter.inquiry)
  const released = heard?.id ?? (inquiry && contactOver(matter, inquiry))
  const wanted: readonly Duty[] = matter.children === 'yes' ? ['special_assessment', 'child_welfare_assessment'] : ['special_assessment']
  return settle(given, {
    rule: 'D6',
    basis: letter.id,
    basisType: 'letter',
    basisDate: due.dueOn,
    count: ({ specialAssessmentWorkdays: n }, from) => ({
      opensOn: miss.on,
      dueOn: addWorkdays(from, n, calendar),
      counted: workdayCount(from, n, calendar),
    }),
    ...duties(matter, wanted, letter.on, letter.inquiry, released),
  })
}

/** What remains of the duties, and what closes the task when none does or when `released` has taken them away. */
function duties(matter: Matter, wanted: readonly Duty[], since: LocalDate, inquiry: Id | undefined, released: Id | undefined) {
  const done = wanted.map((duty) => metBy(matter, duty, since, inquiry))
  const needs = wanted.filter((_, i) => !done[i])
  return {
    extras: needs.length > 0 && !released ? { needs } : {},
    closedBy: () => (needs.length === 0 ? done.at(-1) : released),
  }
}

function metBy(matter: Matter, duty: Duty, since: LocalDate, inquiry: Id | undefined): Id | undefined {
  const assessed = (...kinds: readonly AssessmentKind[]) => assessedSince(matter, kinds, since, inquiry)
  switch (duty) {
    // The assessment beyond the letter covers the first one, and so does the conclusion after an eviction.
    case 'first_assessment':
      return assessed('first', 'individual_followup') ?? concludedSince(matter, since)
    case 'individual_followup':
      return assessed('individual_followup')
    case 'special_assessment':
      return assessed('special')
    case 'child_welfare_assessment':
      return assessed('child_welfare')
    case 'conclusion':
      return concludedSince(matter, since)
    case 'tell_namsfogd':
      return sentLetters(matter, ['L6']).find((letter) => (letter.inquiry ? letter.inquiry === inquiry : letter.on >= since))?.id
    case 'settle_alarm':
      return undefined
  }
}

function sameDay({ calendar }: Given, from: LocalDate): Dates {
  const dueOn = rollForward(from, calendar)
  const skipped = passedOver(from, addDays(dueOn, -1), calendar)
  return { opensOn: from, dueOn, counted: { unit: 'date', amount: 0, from, days: [dueOn], skipped } }
}
