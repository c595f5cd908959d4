// One case lane as the screens read it: the person, the home, the plan, the group and what has happened. A pure,
// defensive view of the rows; effective values, void records left out, no words. What this build does not understand
// reads as absent, never as an error. Where two versions stand they are listed, and nothing is chosen for anybody.

import {
  type ArrearsView,
  type ComplaintView,
  type ConcernView,
  type ContactAttemptView,
  type InquiryView,
  readArrears,
  readComplaints,
  readInquiries,
  readLeft,
  type TaskView,
} from './case-view-events.ts'
import { type GroupView, readGroup } from './case-view-group.ts'
import { later, type Maybe, oldestFirst, type PlanView, readPlan } from './case-view-plan.ts'
import { readTimeline, type TimelineItem } from './case-view-timeline.ts'
import { readVisits, type VisitView, visitDay } from './case-view-visits.ts'
import { SAFETY_LEVELS, type SafetyLevel, TENURE_TYPES, type TenureType, TRISTATE, type Tristate } from './codes.ts'
import { agreed, effective } from './effective.ts'
import type { Id, Instant, Json, LaneId, LocalDate } from './ids.ts'
import { asCode, asDate, asNumber, asText, code, date, number, part, ref, text } from './reading.ts'
import { type RecordType, rowsOf } from './records.ts'
import { type Field, fieldsInTwoVersions, isVoid, type RecordRow, versionsOf } from './register.ts'

export interface ResidentView {
  readonly id: Id
  readonly name: string
  readonly pronoun: Maybe<string>
  readonly birthYear: Maybe<number>
  readonly phone: Maybe<string>
  readonly phone2: Maybe<string>
  readonly whatWorks: Maybe<string>
  readonly whatDoesNotWork: Maybe<string>
  readonly safety: { readonly level: SafetyLevel; readonly reason: Maybe<string>; readonly reviewBy: Maybe<LocalDate> }
  /** Set = does not want contact; `scope` as DOMAIN.md 2.1. */
  readonly contactStop: Maybe<{ readonly since: Maybe<LocalDate>; readonly scope: Maybe<string> }>
  readonly keyAgreement: Maybe<string>
  readonly language: { readonly code: Maybe<string>; readonly interpreterNeeded: boolean }
  readonly income: { readonly day: Maybe<number>; readonly main: Maybe<string> }
  readonly clientStatus: Maybe<string>
  readonly addressProtection: Maybe<string>
  readonly status: Maybe<string>
}
export interface HomeView {
  readonly address: Maybe<string>
  readonly unitNumber: Maybe<string>
  readonly floor: Maybe<string>
  readonly kind: Maybe<string>
  readonly rooms: Maybe<number>
  readonly accessNote: Maybe<string>
  readonly environmentNote: Maybe<string>
  readonly hazardNote: Maybe<string>
  readonly tenure: Maybe<TenureType>
  readonly landlord: Maybe<string>
  readonly startDate: Maybe<LocalDate>
  readonly endDate: Maybe<LocalDate>
  /** Øre; undefined also while two versions stand: money is never chosen. */
  readonly rentMonthly: Maybe<number>
  readonly rentDueDay: Maybe<number>
  readonly paymentMethod: Maybe<string>
  readonly evictionClause: Tristate
}
export interface HouseholdView {
  readonly id: Maybe<Id>
  readonly childrenKnown: Tristate
  readonly childrenCount: Maybe<number>
  readonly pets: Maybe<string>
  readonly resources: Maybe<string>
  readonly members: readonly {
    readonly id: Id
    readonly name: Maybe<string>
    readonly relation: Maybe<string>
    readonly birthYear: Maybe<number>
    readonly livesHere: Maybe<string>
  }[]
}
export interface HousingPeriodView {
  readonly id: Id
  readonly text: Maybe<string>
  readonly kind: Maybe<string>
  readonly from: Maybe<string>
  readonly to: Maybe<string>
}
export interface ConsentView {
  readonly id: Id
  readonly kind: Maybe<string>
  readonly text: Maybe<string>
  /** A withdrawal wins over every yes (DOMAIN.md 2.22). */
  readonly state: 'given' | 'withdrawn' | 'unanswered'
  readonly givenBy: Maybe<string>
  readonly on: Maybe<LocalDate>
}
export interface TwoVersions {
  readonly rec: Id
  readonly type: RecordType
  readonly field: Field
  readonly versions: readonly { readonly v: Json; readonly actor: Id; readonly at: Instant; readonly by: Id }[]
}
/**
 * «Avtalt sist»: what was agreed the last time anything was, and what has become of it. Only tasks that name a visit:
 * what the office is to do by itself is never read out as a promise.
 */
export interface AgreedLast {
  readonly on: Maybe<LocalDate>
  readonly visit: Maybe<Id>
  readonly tasks: readonly TaskView[]
}
export interface CaseView {
  readonly lane: LaneId
  readonly resident: ResidentView
  readonly home: HomeView
  readonly household: HouseholdView
  readonly plan: Maybe<PlanView>
  readonly group: Maybe<GroupView>
  /** Newest first; planned ones ahead stand at the top. */
  readonly visits: readonly VisitView[]
  /** Open first, by due date. */
  readonly tasks: readonly TaskView[]
  readonly agreedLast: AgreedLast
  /** Open first. */
  readonly concerns: readonly ConcernView[]
  readonly contactAttempts: readonly ContactAttemptView[]
  readonly complaints: readonly ComplaintView[]
  readonly arrears: readonly ArrearsView[]
  readonly consents: readonly ConsentView[]
  readonly history: { readonly housing: readonly HousingPeriodView[]; readonly inquiries: readonly InquiryView[] }
  /** What has happened, newest first. */
  readonly timeline: readonly TimelineItem[]
  readonly twoVersions: readonly TwoVersions[]
}

/** Undefined while the lane has no resident with a name yet. */
export function readCase(rows: ReadonlyMap<Id, RecordRow>): CaseView | undefined {
  const standing = [...rows.values()].filter((row) => !isVoid(row))
  const person = rowsOf(standing, 'resident').find((row) => text(row, 'displayName'))
  if (!person) return undefined
  const left = readLeft(standing)
  const visits = readVisits(standing, left)
  const plan = readPlan(standing)
  const complaints = readComplaints(standing)
  const inquiries = readInquiries(standing)
  return {
    lane: person.lane,
    resident: residentView(person),
    home: homeView(standing),
    household: householdView(standing),
    plan,
    group: readGroup(standing),
    visits,
    tasks: left.tasks,
    agreedLast: agreedLast(visits, left.tasks),
    concerns: left.concerns,
    contactAttempts: left.contactAttempts,
    complaints,
    arrears: readArrears(standing),
    consents: rowsOf(standing, 'consent').map(consentView),
    history: { housing: oldestFirst(rowsOf(standing, 'housingPeriod')).map(periodView), inquiries },
    timeline: readTimeline({ visits, plan, complaints, inquiries, concerns: left.concerns, contactAttempts: left.contactAttempts }),
    twoVersions: standing.flatMap(twoVersionsOf),
  }
}

const residentView = (row: RecordRow): ResidentView => ({
  id: row.id,
  name: text(row, 'displayName') ?? '',
  pronoun: text(row, 'pronoun'),
  birthYear: number(row, 'birthYear'),
  phone: text(row, 'phone'),
  phone2: text(row, 'phone2'),
  whatWorks: text(row, 'whatWorks'),
  whatDoesNotWork: text(row, 'whatDoesNotWork'),
  safety: {
    level: asCode(part(row, 'safetyFlag', 'level'), SAFETY_LEVELS) ?? 'none',
    reason: asText(part(row, 'safetyFlag', 'reason')),
    reviewBy: asDate(part(row, 'safetyFlag', 'reviewBy')),
  },
  contactStop: (effective(row, 'contactStop') ?? null) === null ? undefined : stopOf(row),
  keyAgreement: text(row, 'keyAgreement'),
  language: { code: asText(part(row, 'language', 'code')), interpreterNeeded: part(row, 'language', 'interpreterNeeded') === true },
  income: { day: asNumber(part(row, 'income', 'incomeDay')), main: asText(part(row, 'income', 'mainIncome')) },
  clientStatus: text(row, 'clientStatus'),
  addressProtection: text(row, 'addressProtection'),
  status: text(row, 'status'),
})

const stopOf = (row: RecordRow) => ({ since: asDate(part(row, 'contactStop', 'since')), scope: asText(part(row, 'contactStop', 'scope')) })

/** The lease that is not ended, and the dwelling it names; else the first dwelling there is. */
function homeView(rows: readonly RecordRow[]): HomeView {
  const tenancies = rowsOf(rows, 'tenancy')
  const tenancy = tenancies.find((row) => text(row, 'status') !== 'ended') ?? tenancies[0]
  const dwellings = rowsOf(rows, 'dwelling')
  const dwelling = dwellings.find((row) => tenancy && row.id === ref(tenancy, 'dwelling')) ?? dwellings[0]
  return {
    address: dwelling && text(dwelling, 'address'),
    unitNumber: dwelling && text(dwelling, 'unitNumber'),
    floor: dwelling && text(dwelling, 'floor'),
    kind: dwelling && text(dwelling, 'dwellingKind'),
    rooms: dwelling && number(dwelling, 'rooms'),
    accessNote: dwelling && text(dwelling, 'accessNote'),
    environmentNote: dwelling && text(dwelling, 'environmentNote'),
    hazardNote: dwelling && text(dwelling, 'hazardNote'),
    tenure: tenancy && code(tenancy, 'tenureType', TENURE_TYPES),
    landlord: tenancy && text(tenancy, 'landlord'),
    startDate: tenancy && date(tenancy, 'startDate'),
    endDate: tenancy && date(tenancy, 'endDate'),
    rentMonthly: tenancy && asNumber(agreed(tenancy, 'rentMonthly')),
    rentDueDay: tenancy && number(tenancy, 'rentDueDay'),
    paymentMethod: tenancy && text(tenancy, 'paymentMethod'),
    evictionClause: (tenancy && code(tenancy, 'evictionClause', TRISTATE)) ?? 'unknown',
  }
}

function householdView(rows: readonly RecordRow[]): HouseholdView {
  const row = rowsOf(rows, 'household')[0]
  return {
    id: row?.id,
    childrenKnown: (row && code(row, 'childrenKnown', TRISTATE)) ?? 'unknown',
    childrenCount: row && number(row, 'childrenCount'),
    pets: row && text(row, 'pets'),
    resources: row && text(row, 'resources'),
    members: oldestFirst(rowsOf(rows, 'householdMember')).map((member) => ({
      id: member.id,
      name: text(member, 'displayName'),
      relation: text(member, 'relation'),
      birthYear: number(member, 'birthYear'),
      livesHere: text(member, 'livesHere'),
    })),
  }
}

function consentView(row: RecordRow): ConsentView {
  const given = asText(part(row, 'given', 'by'))
  const isWithdrawn = (effective(row, 'withdrawn') ?? null) !== null
  const isGiven = (effective(row, 'given') ?? null) !== null
  return {
    id: row.id,
    kind: text(row, 'kind'),
    text: text(row, 'text'),
    state: isWithdrawn ? 'withdrawn' : isGiven ? 'given' : 'unanswered',
    givenBy: given,
    on: asDate(part(row, isWithdrawn ? 'withdrawn' : 'given', 'on')),
  }
}

const periodView = (row: RecordRow): HousingPeriodView => ({
  id: row.id,
  text: text(row, 'text'),
  kind: text(row, 'kind'),
  from: text(row, 'from'),
  to: text(row, 'to'),
})

/** What the newest visit with agreements left, done first, and what is still open from visits before it. */
function agreedLast(visits: readonly VisitView[], tasks: readonly TaskView[]): AgreedLast {
  const visit = visits.find((found) => found.status !== 'planned' && found.tasks.length > 0)
  const done = visit?.tasks.filter((task) => task.status !== 'open') ?? []
  const open = tasks.filter((task) => task.status === 'open' && task.visit !== undefined)
  return { on: visit && visitDay(visit), visit: visit?.id, tasks: [...done, ...open] }
}

/** When a visit began and ended is by each worker's own clock: two clocks are no question to anybody. */
const isOwnClock = (row: RecordRow, field: Field): boolean => row.type === 'visit' && (field === 'started' || field === 'ended')

const twoVersionsOf = (row: RecordRow): readonly TwoVersions[] =>
  fieldsInTwoVersions(row)
    .filter((field) => !isOwnClock(row, field))
    .map((field) => ({
      rec: row.id,
      type: row.type,
      field,
      versions: [...versionsOf(row, field)]
        .sort((a, b) => later(b.at, a.at) || later(b.by, a.by))
        .map(({ v, actor, at, by }) => ({ v, actor, at, by })),
    }))
