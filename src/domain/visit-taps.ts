// «Vil ikke kontaktes»: saved at the tap like a concern and how it went (DESIGN.md 3), and what it stops. Only the leader or
// a new notice lifts it (DOMAIN.md 4.3, O-1); taking a tap back is a lifting too, and the office decides on it.

import type { CaseView } from './case-view.ts'
import { effective } from './effective.ts'
import type { Step } from './guide.ts'
import type { Id, LocalDate } from './ids.ts'
import { asGroup } from './reading.ts'
import { patch } from './records.ts'
import type { Patch, RecordRow, Seen } from './register.ts'
import { type Answers, codesIn, givenValue, isGiven } from './visit-answers.ts'
import type { VisitContext } from './visit-context.ts'
import { seenBy } from './visit-start.ts'

interface Shown {
  readonly key: string
  readonly step: Step
}
interface Asked {
  readonly answers: Answers
  readonly context: VisitContext
}

/** Of the questions shown, with these answers. */
function saysStop(screens: readonly Shown[], answers: Answers): boolean {
  return screens.some(({ step }) =>
    step.writes.some(({ kind, when }) => {
      const answer = answers[step.id]
      return kind === 'contactStop' && isGiven(answer) && (when === undefined || codesIn(answer).some((code) => when.includes(code)))
    }),
  )
}

/** The questions in which a new visit was agreed all the same. */
export function visitsAgainstStop(screens: readonly Shown[], { answers, context }: Asked): readonly string[] {
  if (!context.known.isContactStopped && !saysStop(screens, answers)) return []
  return screens.flatMap(({ key, step }) => {
    const value = givenValue(answers[step.id])
    return value?.is === 'nextVisit' && value.start !== undefined ? [key] : []
  })
}

export interface Stopping {
  readonly view: CaseView
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly visit: Id
  readonly me: Id
  /** As the one it was said to is named. */
  readonly myName: string
  readonly today: LocalDate
  readonly seen: Readonly<Record<Id, Seen>>
}
/** What the answers before and after a tap say, with the questions shown then. */
export interface Saying {
  readonly screens: readonly Shown[]
  readonly answers: Answers
}

export function tapPatches(before: Saying, after: Saying, w: Stopping): readonly Patch[] {
  const [was, is] = [saysStop(before.screens, before.answers), saysStop(after.screens, after.answers)]
  const row = w.rows.get(w.view.resident.id)
  if (was === is || !row) return []
  if (is) return hasStopOf(row, w.visit, w.today) ? [] : [contactStop(w, row, w.today)]
  const isOfThisVisit = asGroup(effective(row, 'contactStop'))?.visit === w.visit
  return isOfThisVisit ? [patch(w.view.lane, 'resident', row.id, { contactStop: null }, { seen: seenBy(w.me, row, w.seen[row.id]) })] : []
}

/** Said at this visit, or since: a stop from before a new notice is said anew. */
export function hasStopOf(row: RecordRow, visit: Id, on: LocalDate): boolean {
  const stop = asGroup(effective(row, 'contactStop'))
  return stop !== undefined && (stop.visit === visit || String(stop.since ?? '') >= on)
}

export function contactStop(w: Pick<Stopping, 'view' | 'visit' | 'me' | 'myName' | 'seen'>, row: RecordRow, since: LocalDate): Patch {
  const stop = { since, scope: 'about_this_notice', saidTo: w.myName, visit: w.visit }
  return patch(w.view.lane, 'resident', row.id, { contactStop: stop }, { seen: seenBy(w.me, row, w.seen[row.id]) })
}
