// What a measure asks the resident for by itself (DOMAIN.md 2.6): managing the economy, blood tests and word to others each
// have a consent of their own, and N 6.2 wants a talk before the economy is managed. Without them the measure stays planned.

import { addDays } from './calendar.ts'
import type { CaseView } from './case-view.ts'
import type { Maybe } from './case-view-order.ts'
import type { MeasureView, PlanView } from './case-view-plan.ts'
import { visitSort } from './case-view-visits.ts'
import { type ConsentKind, type MeasureKind, OUTCOMES_HELD } from './codes.ts'
import { type ConsentView, standsOn } from './consent.ts'
import type { Id, LocalDate } from './ids.ts'

export interface Asking {
  readonly id: Id
  readonly kind: MeasureKind
  readonly reportClause: MeasureView['reportClause']
  readonly cameFrom: Maybe<Id>
  readonly withoutTalk: Maybe<string>
}
/** Of any version, a proposal too. */
export const measureNamed = (plans: readonly PlanView[], id: Maybe<Id>): Maybe<MeasureView> =>
  plans.flatMap(({ measures }) => measures).find((measure) => measure.id === id)
export const askingOf = (measure: MeasureView): Asking => ({ ...measure, cameFrom: measure.lineage[1] })

/** What is known on the day: consents, every version of the plan, and whether there was a talk (N 6.2). */
export interface Known {
  readonly today: LocalDate
  readonly consents: readonly ConsentView[]
  readonly plans: readonly PlanView[]
  readonly hasTalked: boolean
}

export const consentsAsked = ({ kind, reportClause }: Pick<Asking, 'kind' | 'reportClause'>): readonly ConsentKind[] => [
  ...(kind === 'control_economy' || kind === 'blood_test' ? [kind] : []),
  ...(reportClause ? (['measure_report_clause'] as const) : []),
]

/** The consents it still lacks today. A yes to the same thing in the version before still stands. */
export function consentsMissing(measure: Asking, known: Known): readonly ConsentKind[] {
  const about = sameThing(measure, known.plans)
  const given = known.consents.filter(
    (consent) => standsOn(consent, known.today) && (consent.about === undefined || about.includes(consent.about)),
  )
  return consentsAsked(measure).filter((kind) => !given.some((consent) => consent.kind === kind))
}

/** A yes to telling the doctor is no yes to telling the police: only while what is asked for is the same. */
function sameThing(measure: Asking, plans: readonly PlanView[]): readonly Id[] {
  const all = plans.flatMap((plan) => plan.measures)
  const asked = ({ kind, reportClause: clause }: Pick<Asking, 'kind' | 'reportClause'>): string =>
    JSON.stringify([kind, clause?.on, clause?.to, clause?.when])
  const same = [measure.id]
  for (let before = all.find(({ id }) => id === measure.cameFrom); before && asked(before) === asked(measure); ) {
    if (same.includes(before.id)) break
    same.push(before.id)
    const from: Maybe<Id> = before.lineage[1]
    before = all.find(({ id }) => id === from)
  }
  return same
}

export const lacksTalk = ({ kind, withoutTalk }: Asking, { hasTalked }: Known): boolean =>
  kind === 'control_economy' && !hasTalked && (withoutTalk ?? '').trim() === ''

/** A measure that asks for something does not begin before it has it. */
export const mayBegin = (measure: Asking, known: Known): boolean =>
  consentsMissing(measure, known).length === 0 && !lacksTalk(measure, known)

/** Has anybody talked with the resident in the last `days` days: a visit that was held, or contact that was reached? */
export function hasTalked(
  { visits, contactAttempts }: Pick<CaseView, 'visits' | 'contactAttempts'>,
  today: LocalDate,
  days: number,
): boolean {
  const isRecent = (on: Maybe<string>): boolean => on !== undefined && on.slice(0, 10) >= addDays(today, -days) && on.slice(0, 10) <= today
  return (
    visits.some((visit) => visit.outcome !== undefined && OUTCOMES_HELD.includes(visit.outcome) && isRecent(visitSort(visit))) ||
    contactAttempts.some((contact) => contact.result === 'reached' && isRecent(contact.on))
  )
}
