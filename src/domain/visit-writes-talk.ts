// What a talk leaves: observations, how the goals are going, whether the help came, the try at the door, and the report
// about one's own safety. What the worker makes here is part of her own contribution, signed with it.

import type { GoalAnswer, StepAnswer } from './answers.ts'
import { AREAS, type Basis } from './codes.ts'
import type { Step } from './guide.ts'
import { laneOf } from './ids.ts'
import { patch } from './records.ts'
import type { Patch } from './register.ts'
import { codesIn, givenValue } from './visit-answers.ts'
import { fill } from './visit-context.ts'
import { leaderTold } from './visit-safety.ts'
import { applies, type Finishing, mine, noteOf, type Of } from './visit-shared.ts'
import { newTask, toCoordinator } from './visit-writes-tasks.ts'

const basisOf = (answer: StepAnswer | undefined, basis: Basis): Basis => (answer?.kind === 'given' && answer.basis) || basis

export function observe(f: Finishing, write: Of<'observe'>, answer: StepAnswer | undefined): readonly Patch[] {
  const value = givenValue(answer)
  const said = value?.is === 'text' ? value.text.trim() : noteOf(answer)
  const text = said ?? write.text?.[f.language]
  const level = value?.is === 'number' ? value.number : write.levels?.[codesIn(answer)[0] ?? '']
  if (text === undefined && level === undefined) return []
  return [observation(f, { area: write.area, basis: basisOf(answer, write.basis), text, level })]
}

export function observeAreas(f: Finishing, answer: StepAnswer | undefined): readonly Patch[] {
  const value = givenValue(answer)
  if (value?.is !== 'areas') return []
  return AREAS.flatMap((area) => {
    const seen = value.areas[area]
    return seen ? [observation(f, { area, basis: basisOf(answer, 'seen'), level: seen.level, text: seen.note?.trim() || undefined })] : []
  })
}

interface Observed {
  readonly area: (typeof AREAS)[number]
  readonly basis: Basis
  readonly text: string | undefined
  readonly level: number | undefined
}
export const observation = (f: Finishing, { area, basis, text, level }: Observed): Patch =>
  patch(
    f.view.lane,
    'observation',
    f.newId(),
    { visit: f.draft.visit, area, basis, ...(text === undefined ? {} : { text }), ...(level === undefined ? {} : { level }) },
    mine(f),
  )

export function goalScores(f: Finishing, answer: StepAnswer | undefined): readonly Patch[] {
  const value = givenValue(answer)
  if (value?.is !== 'scores') return []
  return f.walk.context.goals.flatMap((goal) => {
    const given = value.scores[goal.id]
    if (given?.score === undefined) return []
    const note = wordsOf(given)
    const set = { goal: goal.id, on: f.on, by: given.by, score: given.score, visit: f.draft.visit, ...(note ? { note } : {}) }
    return [patch(f.view.lane, 'goalScore', f.newId(), set, mine(f))]
  })
}

const wordsOf = ({ note, why }: GoalAnswer): string => [note?.trim(), why?.trim()].filter((words) => words).join('\n')

/** Twice running without help is not the resident's to mend: the coordinator gets a task (DOMAIN.md 4.5, G2 2.6). */
export function measureLogs(f: Finishing, write: Of<'measureLog'>, answer: StepAnswer | undefined): readonly Patch[] {
  const value = givenValue(answer)
  if (value?.is !== 'checks') return []
  return f.walk.context.services.flatMap((measure) => {
    const check = value.checks[measure.id]
    if (!check) return []
    const note = check.note?.trim()
    const set = { measure: measure.id, on: f.on, done: check.result, visit: f.draft.visit, ...(note ? { note } : {}) }
    const before = measure.log.filter((log) => log.visit !== f.draft.visit).at(-1)
    const failedTwice = check.result === 'no' && before?.done === 'no'
    const title = fill(write.twice[f.language], { measure: measure.text })
    return [patch(f.view.lane, 'measureLog', f.newId(), set, mine(f)), ...(failedTwice ? newTask(f, { title, ...toCoordinator(f) }) : [])]
  })
}

/** One attempt for each visit: a later answer that says more (a note was left) takes the place of the first. */
export function contactAttempt(f: Finishing, step: Step, write: Of<'contactAttempt'>): readonly Patch[] {
  const after = f.steps.slice(f.steps.indexOf(step) + 1)
  const isToldBetter = after.some((later) => later.writes.some((w) => w.kind === 'contactAttempt' && applies(w, f.draft.answers[later.id])))
  if (isToldBetter) return []
  const set = { on: f.on, way: write.way, direction: 'out', result: write.result, visit: f.draft.visit } as const
  return [patch(f.view.lane, 'contactAttempt', f.newId(), set, mine(f))]
}

/** In the worker's own lane, never in the resident's file; `case` says whose leader is to see it (DOMAIN.md 4.2, B-SAFE). */
export function safetyReport(f: Finishing, step: Step): readonly Patch[] {
  const answer = f.draft.answers[step.id]
  const [felt] = codesIn(answer)
  const what = noteOf(answer) ?? codesIn(answer).join()
  const told = leaderTold(f.draft.answers, f.on)
  const set = { visit: f.draft.visit, case: f.view.lane, what, ...(felt ? { felt } : {}), ...(told ? { leaderTold: told } : {}) }
  return [patch(laneOf('user', f.me), 'safetyReport', f.newId(), set)]
}
