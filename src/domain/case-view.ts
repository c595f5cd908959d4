// One case lane as the screens read it: the person, the home, the plan, the group and what has happened. A pure,
// defensive view of the rows; effective values, void records left out, no words. What this build does not understand
// reads as absent, never as an error. Where two versions stand they are listed, and nothing is chosen for anybody.

import { type ConcernView, type ContactAttemptView, type InquiryView, readInquiries, readLeft, type TaskView } from './case-view-events.ts'
import { type GroupView, readGroup } from './case-view-group.ts'
import {
  type HomeView,
  type HouseholdView,
  type HousingPeriodView,
  homeView,
  householdView,
  periodView,
  type ResidentView,
  residentView,
} from './case-view-home.ts'
import { type ArrangementView, type ArrearsView, readArrangements, readArrears } from './case-view-money.ts'
import { later, type Maybe, oldestFirst } from './case-view-order.ts'
import { type PlanView, readPlans } from './case-view-plan.ts'
import { readTimeline, type TimelineItem } from './case-view-timeline.ts'
import { readVisits, type VisitView, visitDay } from './case-view-visits.ts'
import { type ComplaintView, readComplaints } from './complaint-view.ts'
import { type ConsentView, consentView } from './consent.ts'
import type { Id, Instant, Json, LaneId, LocalDate } from './ids.ts'
import { text } from './reading.ts'
import { type RecordType, rowsOf } from './records.ts'
import { type Field, fieldsInTwoVersions, isVoid, type RecordRow, versionsOf } from './register.ts'
import { type ReviewView, readReviews } from './review.ts'
import { readStays, type StayView } from './stay-view.ts'

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
interface AgreedLast {
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
  /** Every version of it, the one that counts first. */
  readonly plans: readonly PlanView[]
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
  readonly arrangements: readonly ArrangementView[]
  /** Newest first. */
  readonly stays: readonly StayView[]
  readonly consents: readonly ConsentView[]
  /** Newest first. */
  readonly reviews: readonly ReviewView[]
  readonly history: { readonly housing: readonly HousingPeriodView[]; readonly inquiries: readonly InquiryView[] }
  /** What has happened, newest first. */
  readonly timeline: readonly TimelineItem[]
  readonly twoVersions: readonly TwoVersions[]
}

/** Rows never change in place, so one reading serves every screen that shows them. */
const READ = new WeakMap<ReadonlyMap<Id, RecordRow>, CaseView>()

/** Undefined while the lane has no resident with a name yet. */
export function readCase(rows: ReadonlyMap<Id, RecordRow>): CaseView | undefined {
  const known = READ.get(rows)
  if (known) return known
  const view = readAnew(rows)
  if (view) READ.set(rows, view)
  return view
}

function readAnew(rows: ReadonlyMap<Id, RecordRow>): CaseView | undefined {
  const standing = [...rows.values()].filter((row) => !isVoid(row))
  const person = rowsOf(standing, 'resident').find((row) => text(row, 'displayName'))
  if (!person) return undefined
  const left = readLeft(standing)
  const visits = readVisits(standing, left)
  const plans = readPlans(standing, [...rows.values()].filter(isVoid))
  const plan = plans[0]
  const complaints = readComplaints(standing)
  const inquiries = readInquiries(standing)
  const money = { arrears: readArrears(standing), arrangements: readArrangements(standing), stays: readStays(standing) }
  return {
    lane: person.lane,
    resident: residentView(person, standing),
    home: homeView(standing),
    household: householdView(standing),
    plan,
    plans,
    group: readGroup(standing),
    visits,
    tasks: left.tasks,
    agreedLast: agreedLast(visits, left.tasks),
    concerns: left.concerns,
    contactAttempts: left.contactAttempts,
    complaints,
    ...money,
    consents: rowsOf(standing, 'consent').map(consentView),
    reviews: readReviews(standing),
    history: { housing: oldestFirst(rowsOf(standing, 'housingPeriod')).map(periodView), inquiries },
    timeline: readTimeline({
      visits,
      plan,
      complaints,
      inquiries,
      concerns: left.concerns,
      contactAttempts: left.contactAttempts,
      ...money,
    }),
    twoVersions: standing.flatMap(twoVersionsOf),
  }
}

/** What the newest visit with agreements left, done first, and what is still open from visits before it. */
function agreedLast(visits: readonly VisitView[], tasks: readonly TaskView[]): AgreedLast {
  const visit = visits.find((found) => found.status !== 'planned' && found.tasks.length > 0)
  const done = visit?.tasks.filter((task) => task.status !== 'open') ?? []
  const open = tasks.filter((task) => task.status === 'open' && task.visit !== undefined)
  return { on: visit && visitDay(visit), visit: visit?.id, tasks: [...done, ...open] }
}

const twoVersionsOf = (row: RecordRow): readonly TwoVersions[] =>
  fieldsInTwoVersions(row).map((field) => ({
    rec: row.id,
    type: row.type,
    field,
    versions: [...versionsOf(row, field)]
      .sort((a, b) => later(b.at, a.at) || later(b.by, a.by))
      .map(({ v, actor, at, by }) => ({ v, actor, at, by })),
  }))
