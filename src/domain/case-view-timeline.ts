// What has happened in a case, newest first, as a closed union without words. What lies ahead is not here: planned
// visits stand in `visits`. An entry carries a civil day where one is known, else the instant it was written.

import type { ConcernView, ContactAttemptView, InquiryView } from './case-view-events.ts'
import type { ArrangementView, ArrearsView } from './case-view-money.ts'
import { later, type Maybe } from './case-view-order.ts'
import type { PlanView } from './case-view-plan.ts'
import { type VisitView, visitDay, visitSort } from './case-view-visits.ts'
import type { ComplaintView } from './complaint-view.ts'
import type { Id, Instant, LocalDate } from './ids.ts'
import type { StayView } from './stay-view.ts'

interface Entry {
  readonly id: Id
  readonly on: Maybe<LocalDate>
  readonly at: Maybe<Instant>
}
export type TimelineItem = Entry &
  (
    | { readonly kind: 'visit'; readonly visit: VisitView }
    | { readonly kind: 'concern'; readonly concern: ConcernView }
    | { readonly kind: 'contactAttempt'; readonly attempt: ContactAttemptView }
    | { readonly kind: 'complaint'; readonly complaint: ComplaintView }
    | { readonly kind: 'inquiry'; readonly inquiry: InquiryView }
    | { readonly kind: 'arrears'; readonly arrears: ArrearsView }
    | { readonly kind: 'arrearsPaid'; readonly arrears: ArrearsView }
    /** Proposed, until both have said yes; then from the day the last of them did. */
    | { readonly kind: 'arrangement'; readonly arrangement: ArrangementView }
    | { readonly kind: 'stay'; readonly stay: StayView }
    | { readonly kind: 'planStarted'; readonly plan: PlanView }
    | { readonly kind: 'planReviewed'; readonly plan: PlanView }
    | { readonly kind: 'planEnded'; readonly plan: PlanView }
    | { readonly kind: 'read'; readonly visit: VisitView; readonly contribution: Id; readonly by: Id }
  )

export interface Happened {
  readonly visits: readonly VisitView[]
  readonly concerns: readonly ConcernView[]
  readonly contactAttempts: readonly ContactAttemptView[]
  readonly complaints: readonly ComplaintView[]
  readonly inquiries: readonly InquiryView[]
  readonly arrears: readonly ArrearsView[]
  readonly arrangements: readonly ArrangementView[]
  readonly stays: readonly StayView[]
  readonly plan: Maybe<PlanView>
}

export function readTimeline(happened: Happened): readonly TimelineItem[] {
  const visits = happened.visits.filter((visit) => visit.status !== 'planned')
  const items = [
    ...visits.map(ofVisit),
    ...visits.flatMap(readings),
    ...happened.concerns.map((concern) => ofConcern(concern, visits)),
    ...happened.contactAttempts.filter((attempt) => !attempt.visit).map(ofAttempt),
    ...happened.complaints.map(ofComplaint),
    ...happened.inquiries.map(ofInquiry),
    ...happened.arrears.flatMap(ofArrears),
    ...happened.arrangements.map(ofArrangement),
    ...happened.stays.map(ofStay),
    ...planItems(happened.plan),
  ]
  return items.sort((a, b) => later(sortKey(a), sortKey(b)) || later(a.kind, b.kind) || later(a.id, b.id))
}

const sortKey = (item: TimelineItem): Maybe<string> => (item.kind === 'visit' ? visitSort(item.visit) : (item.on ?? item.at))

const ofVisit = (visit: VisitView): TimelineItem => ({ kind: 'visit', id: visit.id, on: visitDay(visit), at: visit.started, visit })

const readings = (visit: VisitView): readonly TimelineItem[] =>
  visit.contributions.flatMap((contribution) =>
    contribution.readBy.map(
      ({ user, at }): TimelineItem => ({
        kind: 'read',
        id: contribution.id,
        on: undefined,
        at,
        visit,
        contribution: contribution.id,
        by: user,
      }),
    ),
  )

function ofConcern(concern: ConcernView, visits: readonly VisitView[]): TimelineItem {
  const visit = visits.find((found) => found.id === concern.visit)
  return { kind: 'concern', id: concern.id, on: visit && visitDay(visit), at: concern.made?.at, concern }
}

const ofAttempt = (attempt: ContactAttemptView): TimelineItem => ({
  kind: 'contactAttempt',
  id: attempt.id,
  on: attempt.on,
  at: attempt.made?.at,
  attempt,
})
const ofComplaint = (complaint: ComplaintView): TimelineItem => ({
  kind: 'complaint',
  id: complaint.id,
  on: complaint.receivedAt,
  at: undefined,
  complaint,
})
const ofInquiry = (inquiry: InquiryView): TimelineItem => ({
  kind: 'inquiry',
  id: inquiry.id,
  on: inquiry.receivedDate,
  at: undefined,
  inquiry,
})

const ofArrears = (arrears: ArrearsView): readonly TimelineItem[] => [
  { kind: 'arrears', id: arrears.id, on: undefined, at: arrears.made?.at, arrears },
  ...(arrears.paidDate ? [{ kind: 'arrearsPaid', id: arrears.id, on: arrears.paidDate, at: undefined, arrears } as const] : []),
]
function ofArrangement(arrangement: ArrangementView): TimelineItem {
  const { residentOn, creditorOn, made } = arrangement
  const on = residentOn && creditorOn && (residentOn > creditorOn ? residentOn : creditorOn)
  return { kind: 'arrangement', id: arrangement.id, on, at: made?.at, arrangement }
}
const ofStay = (stay: StayView): TimelineItem => ({ kind: 'stay', id: stay.id, on: stay.from, at: stay.made?.at, stay })

function planItems(plan: Maybe<PlanView>): readonly TimelineItem[] {
  if (!plan) return []
  const on = (kind: 'planStarted' | 'planReviewed', day: Maybe<LocalDate>): readonly TimelineItem[] =>
    day ? [{ kind, id: plan.id, on: day, at: undefined, plan }] : []
  const ended: readonly TimelineItem[] = plan.endedAt ? [{ kind: 'planEnded', id: plan.id, on: undefined, at: plan.endedAt, plan }] : []
  return [...on('planStarted', plan.startDate), ...on('planReviewed', plan.lastReviewOn), ...ended]
}
