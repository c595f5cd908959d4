// Answers put together and passed by. Given, skipped and declined are three different things (DOMAIN.md 4.1, rule 2);
// what was said before somebody passed a question is laid aside while the page lives, and comes back if they turn.

import type { GoalAnswer, StepAnswer, Value } from '#domain/answers.ts'
import { givenValue } from '#domain/visit-answers.ts'
import { goalAnswer, type Screen, screenAnswer } from '#domain/visit-walk.ts'
import type { OpenDraft } from './visit-content.ts'
import type { VisitKeeper } from './visit-keepers.ts'

export type Passed = 'skipped' | 'declined'
type Given = Extract<StepAnswer, { readonly kind: 'given' }>
type Answers = OpenDraft['answers']

const NOTHING: Value = { is: 'codes', codes: [] }

/** How this screen was passed by, if it was. */
export function passedAs(screen: Screen, answers: Answers): Passed | undefined {
  const answer = screenAnswer(screen, answers)
  return answer?.kind === 'skipped' || answer?.kind === 'declined' ? answer.kind : undefined
}

/** The step's answer when this screen is passed by: of several goals only this one. */
export function passed(screen: Screen, answers: Answers, as: Passed): StepAnswer {
  if (!screen.goal) return { kind: as }
  const none: GoalAnswer = { none: as, by: 'resident' }
  return { kind: 'given', value: { is: 'scores', scores: { ...scoresIn(answers[screen.step.id]), [screen.goal.id]: none } } }
}

/** The step's answer when this screen is opened again; undefined = not asked. */
export function reopened(screen: Screen, answers: Answers, aside: StepAnswer | undefined): StepAnswer | undefined {
  const { goal } = screen
  if (!goal) return aside
  const { [goal.id]: _none, ...others } = scoresIn(answers[screen.step.id])
  const before = goalAnswer(screen, aside ? { [screen.step.id]: aside } : {})
  const scores = before ? { ...others, [goal.id]: before } : others
  return Object.keys(scores).length === 0 ? undefined : { kind: 'given', value: { is: 'scores', scores } }
}

const scoresIn = (answer: StepAnswer | undefined) => {
  const value = givenValue(answer)
  return value?.is === 'scores' ? value.scores : {}
}

/** A new value with the note and the basis that stand. */
export function withValue(screen: Screen, before: StepAnswer | undefined, value: Value | undefined): StepAnswer | undefined {
  const note = noteOf(screen, before)
  const basis = before?.kind === 'given' ? before.basis : undefined
  if (!value) return note === '' ? undefined : withNote(screen, undefined, note)
  return { kind: 'given', value, ...(note === '' ? {} : { note }), ...(basis ? { basis } : {}) }
}

/** Words alone are an answer too, except where the step writes a fact that only a choice can give. */
export function withNote(screen: Screen, before: StepAnswer | undefined, note: string): StepAnswer | undefined {
  const { note: _old, ...given }: Given = before?.kind === 'given' ? before : { kind: 'given', value: NOTHING }
  const isOnlyWords = given.value === NOTHING || isEmpty(given.value) || (given.value.is === 'text' && !isText(screen))
  if (!isOnlyWords) return { ...given, ...(note === '' ? {} : { note }) }
  if (note === '') return undefined
  return writesFacts(screen) ? { ...given, value: NOTHING, note } : { ...given, value: { is: 'text', text: note } }
}

export function noteOf(screen: Screen, answer: StepAnswer | undefined): string {
  if (answer?.kind !== 'given') return ''
  return answer.note ?? (answer.value.is === 'text' && !isText(screen) ? answer.value.text : '')
}

const isEmpty = (value: Value): boolean => value.is === 'codes' && value.codes.length === 0
const isText = ({ step }: Screen): boolean =>
  step.type === 'text' ||
  step.type === 'date' ||
  (step.type === 'people' && !step.options && !step.people) ||
  (step.type === 'photo' && !step.photo)
const writesFacts = ({ step }: Screen): boolean =>
  step.isRequired === true || step.writes.some(({ kind }) => kind === 'set' || kind === 'outcome')

const ASIDE = new WeakMap<VisitKeeper, Map<string, StepAnswer>>()
export function layAside(keeper: VisitKeeper, screen: Screen, answer: StepAnswer | undefined): void {
  const laid = ASIDE.get(keeper) ?? new Map<string, StepAnswer>()
  ASIDE.set(keeper, laid)
  if (answer?.kind === 'given') laid.set(screen.key, answer)
}
export const laidAside = (keeper: VisitKeeper, screen: Screen): StepAnswer | undefined => ASIDE.get(keeper)?.get(screen.key)
