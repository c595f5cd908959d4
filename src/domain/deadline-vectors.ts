// The 59 vectors of DOMAIN.md 3.4 as data, for the tests of the engine, of every shipped pack and of other time zones.
// `recompute` is what a second process runs. Not part of the app.

import { addMonths, addWorkdays, legalRoll, type OfficeCalendar, rollBack, rollForward } from './calendar.ts'
import type { Dates, Deadline } from './deadline.ts'
import { EMPTY_MATTER, type InquiryFact, type Matter } from './deadline-facts.ts'
import type { DeadlinePack, RuleCode } from './deadline-rules.ts'
import { deadlinesOf } from './deadlines.ts'
import { type Id, id, type LocalDate, localDate } from './ids.ts'

export const WEEKDAYS_OFFICE: OfficeCalendar = { saturdayIsWorkday: false, closedDays: [] }
export const SATURDAY_OFFICE: OfficeCalendar = { saturdayIsWorkday: true, closedDays: [] }
const CLOSED_EVES: OfficeCalendar = {
  saturdayIsWorkday: false,
  closedDays: ['2026-12-24', '2026-12-31', '2027-12-24', '2027-12-31'].map(localDate),
}

type Expected = Partial<Record<Exclude<keyof Dates, 'counted'> | 'lastOfficeDay', LocalDate>>
export interface Vector {
  readonly no: string
  readonly rule: RuleCode
  readonly matter: Matter
  readonly calendar: OfficeCalendar
  readonly expected: Expected
  /** D1: the days a person counts. */
  readonly counted?: readonly LocalDate[]
  readonly isEstimate?: boolean
}

/** No · received · due · due where Saturday is a workday · the days counted by hand. */
const LETTERS: readonly (readonly [no: number, received: string, due: string, dueSaturday: string, counted: string])[] = [
  [1, '2026-11-23', '2026-11-26', '2026-11-26', '11-24 11-25 11-26'],
  [2, '2026-11-19', '2026-11-24', '2026-11-23', '11-20 11-23 11-24'],
  [3, '2026-11-20', '2026-11-25', '2026-11-24', '11-23 11-24 11-25'],
  [4, '2026-11-21', '2026-11-25', '2026-11-25', '11-23 11-24 11-25'],
  [5, '2026-11-22', '2026-11-25', '2026-11-25', '11-23 11-24 11-25'],
  [6, '2026-03-30', '2026-04-07', '2026-04-04', '03-31 04-01 04-07'],
  [7, '2026-03-31', '2026-04-08', '2026-04-07', '04-01 04-07 04-08'],
  [8, '2026-04-01', '2026-04-09', '2026-04-08', '04-07 04-08 04-09'],
  [9, '2026-04-02', '2026-04-09', '2026-04-08', '04-07 04-08 04-09'],
  [10, '2026-04-29', '2026-05-05', '2026-05-04', '04-30 05-04 05-05'],
  [11, '2026-04-30', '2026-05-06', '2026-05-05', '05-04 05-05 05-06'],
  [12, '2026-05-12', '2026-05-18', '2026-05-16', '05-13 05-15 05-18'],
  [13, '2026-05-13', '2026-05-19', '2026-05-18', '05-15 05-18 05-19'],
  [14, '2026-05-21', '2026-05-27', '2026-05-26', '05-22 05-26 05-27'],
  [15, '2026-05-22', '2026-05-28', '2026-05-27', '05-26 05-27 05-28'],
  [16, '2026-12-22', '2026-12-28', '2026-12-28', '12-23 12-24 12-28'],
  [17, '2026-12-23', '2026-12-29', '2026-12-29', '12-24 12-28 12-29'],
  [18, '2026-12-31', '2027-01-06', '2027-01-05', '01-04 01-05 01-06'],
  [19, '2027-03-23', '2027-03-31', '2027-03-30', '03-24 03-30 03-31'],
  [20, '2027-04-29', '2027-05-04', '2027-05-04', '04-30 05-03 05-04'],
  [21, '2027-05-04', '2027-05-10', '2027-05-08', '05-05 05-07 05-10'],
  [22, '2027-05-12', '2027-05-18', '2027-05-15', '05-13 05-14 05-18'],
  [23, '2027-05-14', '2027-05-20', '2027-05-19', '05-18 05-19 05-20'],
  [24, '2028-05-16', '2028-05-22', '2028-05-20', '05-18 05-19 05-22'],
  [25, '2028-04-11', '2028-04-19', '2028-04-18', '04-12 04-18 04-19'],
]
/** Where the Saturday answer is itself a Saturday: the last office day shown beside it. */
const LAST_OFFICE_DAY: Readonly<Record<number, string>> = {
  6: '2026-04-01',
  12: '2026-05-15',
  21: '2027-05-07',
  22: '2027-05-14',
  24: '2028-05-19',
}
const LETTERS_CLOSED_EVES = [
  [26, '2026-12-22', '2026-12-29', '12-23 12-28 12-29'],
  [27, '2026-12-23', '2026-12-30', '12-28 12-29 12-30'],
  [28, '2026-12-30', '2027-01-06', '01-04 01-05 01-06'],
] as const

/** No · served · nominal · legal last · safe. */
const OBJECTIONS: readonly (readonly [no: number, served: string, nominal: string, legal: string, safe: string])[] = [
  [39, '2026-11-24', '2026-12-08', '2026-12-08', '2026-12-08'],
  [40, '2026-11-21', '2026-12-05', '2026-12-07', '2026-12-04'],
  [41, '2026-03-20', '2026-04-03', '2026-04-07', '2026-04-01'],
  [42, '2026-04-17', '2026-05-01', '2026-05-04', '2026-04-30'],
  [43, '2026-05-03', '2026-05-17', '2026-05-18', '2026-05-15'],
  [44, '2026-12-11', '2026-12-25', '2026-12-28', '2026-12-24'],
  [45, '2027-05-03', '2027-05-17', '2027-05-18', '2027-05-14'],
]

const D = localDate
const A: Id = id('A'.repeat(22))
const letterVector = (no: string, received: string, due: string, counted: string, calendar: OfficeCalendar, office?: string): Vector => ({
  no,
  rule: 'D1',
  matter: noticeOf({ receivedDate: D(received) }),
  calendar,
  expected: { opensOn: D(received), dueOn: D(due), ...(office ? { lastOfficeDay: D(office) } : {}) },
  ...(counted ? { counted: counted.split(' ').map((day) => D(`${due.slice(0, 4)}-${day}`)) } : {}),
})

type Texts = Partial<Record<keyof Expected, string>>
const other = (no: number | string, rule: RuleCode, matter: Partial<Matter>, expected: Texts, isEstimate = false): Vector => ({
  no: String(no),
  rule,
  matter: { ...EMPTY_MATTER, ...matter },
  calendar: WEEKDAYS_OFFICE,
  expected: Object.fromEntries(Object.entries(expected).map(([key, value]) => [key, D(value)])),
  isEstimate,
})
const sent = (on: string): Partial<Matter> => ({ letters: [{ id: A, template: 'L1', sentDate: D(on), copiesDecided: true }] })
const petition = (dates: Partial<InquiryFact>): Matter => noticeOf({ kind: 'petition_copy', receivedDate: D('2026-01-02'), ...dates })
const noticeSent = (on: string): Matter => noticeOf({ receivedDate: D('2027-01-04'), noticeDate: D(on) })
const planFrom = (lastReviewOn: string): Partial<Matter> => ({
  plans: [{ id: A, status: 'active', startDate: D('2026-01-05'), lastReviewOn: D(lastReviewOn), reviewEveryMonths: 3 }],
})

function noticeOf(more: Partial<InquiryFact>): Matter {
  const notice: InquiryFact = { id: A, kind: 'arrears_notice', receivedDate: D('2026-01-02'), isClosed: false, isClient: false, ...more }
  return { ...EMPTY_MATTER, inquiries: [notice] }
}

export const VECTORS: readonly Vector[] = [
  ...LETTERS.map(([no, received, due, , counted]) => letterVector(String(no), received, due, counted, WEEKDAYS_OFFICE)),
  ...LETTERS.map(([no, received, , due]) => letterVector(`${no} Sat`, received, due, '', SATURDAY_OFFICE, LAST_OFFICE_DAY[no])),
  ...LETTERS_CLOSED_EVES.map(([no, received, due, counted]) => letterVector(String(no), received, due, counted, CLOSED_EVES)),
  other(29, 'D2', sent('2026-11-20'), { opensOn: '2026-11-27', dueOn: '2026-11-27' }),
  other(30, 'D2', sent('2026-03-26'), { opensOn: '2026-04-02', dueOn: '2026-04-07' }),
  other(31, 'D2', sent('2026-04-24'), { opensOn: '2026-05-01', dueOn: '2026-05-04' }),
  other(32, 'D2', sent('2026-05-07'), { opensOn: '2026-05-14', dueOn: '2026-05-15' }),
  other(33, 'D2', sent('2026-05-18'), { opensOn: '2026-05-25', dueOn: '2026-05-26' }),
  other(34, 'D2', sent('2026-12-18'), { opensOn: '2026-12-25', dueOn: '2026-12-28' }),
  other(35, 'D2', sent('2027-05-10'), { opensOn: '2027-05-17', dueOn: '2027-05-18' }),
  other(36, 'D3', noticeSent('2026-11-24'), { dueOn: '2026-12-08' }),
  other(37, 'D3', noticeSent('2026-03-20'), { dueOn: '2026-04-03' }),
  other(38, 'D3', noticeSent('2026-12-11'), { dueOn: '2026-12-25' }),
  ...OBJECTIONS.map(([no, served, nominalOn, legalOn, safeOn]) =>
    other(no, 'D4', petition({ servedDate: D(served) }), { dueOn: safeOn, safeOn, nominalOn, legalOn }),
  ),
  {
    ...other('44 closed', 'D4', petition({ servedDate: D('2026-12-11') }), { dueOn: '2026-12-23', legalOn: '2026-12-28' }),
    calendar: CLOSED_EVES,
  },
  other(46, 'D5', petition({ noticeOfTimeSent: D('2026-11-24') }), { dueOn: '2026-12-08' }, true),
  other(47, 'D5', petition({ noticeOfTimeSent: D('2026-12-11') }), { dueOn: '2026-12-28', nominalOn: '2026-12-25' }, true),
  other(48, 'D5', petition({ firstNamsfogdNotice: D('2026-11-24') }), { dueOn: '2026-12-15', windowUntil: '2026-12-22' }, true),
  other(49, 'D6', noticeOf({ receivedDate: D('2026-11-20') }), { opensOn: '2026-11-20', dueOn: '2026-11-20' }),
  other(50, 'D6', noticeOf({ receivedDate: D('2027-05-15') }), { opensOn: '2027-05-15', dueOn: '2027-05-18' }),
  other(51, 'D6', noticeOf({ receivedDate: D('2026-04-03') }), { opensOn: '2026-04-03', dueOn: '2026-04-07' }),
  other(52, 'D7', planFrom('2026-08-22'), { nominalOn: '2026-11-22', dueOn: '2026-11-20', opensOn: '2026-11-08' }),
  other(53, 'D7', planFrom('2026-11-30'), { nominalOn: '2027-02-28', dueOn: '2027-02-26' }),
  other(54, 'D7', planFrom('2027-11-30'), { nominalOn: '2028-02-29', dueOn: '2028-02-29' }),
  other(55, 'D9', petition({ scheduledAt: D('2026-11-30') }), { dueOn: '2026-11-27' }),
  other(56, 'D9', petition({ scheduledAt: D('2026-04-07') }), { dueOn: '2026-04-01' }),
  other(57, 'D9', petition({ scheduledAt: D('2027-05-18') }), { dueOn: '2027-05-14' }),
  other(58, 'D10', petition({ executedAt: D('2026-12-11') }), { nominalOn: '2026-12-25', safeOn: '2026-12-24', dueOn: '2026-12-24' }),
  other(
    59,
    'D12',
    { quitNotices: [{ id: A, on: D('2027-01-31') }] },
    {
      nominalOn: '2027-02-28',
      legalOn: '2027-03-01',
      safeOn: '2027-02-26',
      dueOn: '2027-02-26',
    },
  ),
]

/** The engine's answer to a vector. */
export const answerTo = ({ matter, rule, calendar }: Vector, packs: readonly DeadlinePack[]): Deadline | undefined =>
  deadlinesOf({ matter, calendar, packs }).find((deadline) => deadline.rule === rule)

/** Every vector and, for each date, every kind of arithmetic: to be compared between processes in other time zones. */
export function recompute(dates: readonly LocalDate[], packs: readonly DeadlinePack[]): readonly unknown[] {
  const counted = dates.map((d) => [
    addWorkdays(d, 3, WEEKDAYS_OFFICE),
    addWorkdays(d, 3, SATURDAY_OFFICE),
    rollForward(d, WEEKDAYS_OFFICE),
    rollBack(d, WEEKDAYS_OFFICE),
    legalRoll(d),
    addMonths(d, 1),
  ])
  return [VECTORS.map((vector) => answerTo(vector, packs)), counted]
}
