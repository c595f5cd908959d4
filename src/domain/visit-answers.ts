// What an answer says, whatever its shape: which codes were chosen, whether a condition holds, what a step raises.

import type { StepAnswer, Value } from './answers.ts'
import type { ConcernCode } from './codes.ts'
import type { Condition, Fact, Raise, Step } from './guide.ts'

export type Answers = Readonly<Record<string, StepAnswer>>

/** Undefined for what is skipped, declined or not asked. */
export const givenValue = (answer: StepAnswer | undefined): Value | undefined => (answer?.kind === 'given' ? answer.value : undefined)

/** The chosen codes; a number counts as its own code, so that options of a scale can be named in a guide. */
export function codesIn(answer: StepAnswer | undefined): readonly string[] {
  const value = givenValue(answer)
  if (value?.is === 'code') return [value.code]
  if (value?.is === 'codes') return value.codes
  if (value?.is === 'offer') return [value.code]
  if (value?.is === 'signed') return [value.how]
  if (value?.is === 'each') return [...new Set(Object.values(value.each))]
  return value?.is === 'number' ? [String(value.number)] : []
}

/** Something was really said: an empty text or an empty list is no answer. */
export function isGiven(answer: StepAnswer | undefined): boolean {
  const value = givenValue(answer)
  if (!value) return false
  switch (value.is) {
    case 'code':
    case 'number':
      return true
    case 'codes':
      return value.codes.length > 0
    case 'text':
      return value.text.trim() !== ''
    case 'scores':
      return Object.values(value.scores).some((score) => score.score !== undefined || score.goalResult !== undefined)
    case 'checks':
      return Object.keys(value.checks).length > 0
    case 'reviews':
      return Object.values(value.reviews).some((one) => one.helped !== undefined || one.onward !== undefined)
    case 'areas':
      return Object.keys(value.areas).length > 0
    case 'agreements':
      return value.lines.some((line) => line.text.trim() !== '')
    case 'nextVisit':
      return value.start !== undefined || value.residentCalls === true
    case 'each':
      return Object.keys(value.each).length > 0
    case 'people':
      return value.people.some((one) => one.name.trim() !== '' || one.relation !== '')
    case 'budget':
      return value.lines.some((line) => line.amount > 0)
    case 'photos':
      return value.documents.length > 0
    case 'signed':
    case 'offer':
      return true
  }
}

/** Asked and dealt with in one of the three ways; an empty answer is not. */
export const isAnswered = (answer: StepAnswer | undefined): boolean =>
  answer?.kind === 'skipped' || answer?.kind === 'declined' || isGiven(answer)

function holds(condition: Condition, answers: Answers, facts: ReadonlySet<Fact>): boolean {
  switch (condition.kind) {
    case 'answered':
      return hasAny(codesIn(answers[condition.step]), condition.is)
    case 'answeredNot':
      return !hasAny(codesIn(answers[condition.step]), condition.is)
    case 'includes':
      return hasAny(codesIn(answers[condition.step]), condition.any)
    case 'atMost': {
      const value = givenValue(answers[condition.step])
      return value?.is === 'number' && value.number <= condition.value
    }
    case 'atLeast':
      return howMany(givenValue(answers[condition.step])) >= condition.n
    case 'less': {
      const [a, b] = [givenValue(answers[condition.step]), givenValue(answers[condition.than])]
      return a?.is === 'number' && b?.is === 'number' && a.number < b.number
    }
    case 'eachHas': {
      const value = givenValue(answers[condition.step])
      if (value?.is !== 'each') return false
      return Object.entries(value.each).some(([item, is]) => condition.is.includes(is) && (condition.items?.includes(item) ?? true))
    }
    case 'negative':
      return balanceOf(givenValue(answers[condition.step])) < 0
    case 'fact':
      return facts.has(condition.fact)
    case 'any':
      return condition.of.some((one) => holds(one, answers, facts))
  }
}

const howMany = (value: Value | undefined): number =>
  value?.is === 'codes' ? value.codes.length : value?.is === 'people' ? value.people.length : 0

/** Øre left at the end of the month; zero for what is no budget. */
export const balanceOf = (value: Value | undefined): number =>
  value?.is === 'budget' ? value.lines.reduce((sum, { kind, amount }) => sum + (kind === 'income' ? amount : -amount), 0) : 0

export const allHold = (conditions: readonly Condition[] | undefined, answers: Answers, facts: ReadonlySet<Fact>): boolean =>
  (conditions ?? []).every((condition) => holds(condition, answers, facts))

/** The concerns this answer raises, each once. Ask it at every tap: a concern is saved at the tap. */
export function raisedBy(step: Step, answer: StepAnswer | undefined, facts: ReadonlySet<Fact> = new Set()): readonly ConcernCode[] {
  const raised = (step.raises ?? []).filter((raise) => isRaised(raise, answer, facts)).map((raise) => raise.concern)
  return [...new Set(raised)]
}

function isRaised(raise: Raise, answer: StepAnswer | undefined, facts: ReadonlySet<Fact>): boolean {
  const value = givenValue(answer)
  if ('item' in raise) return value?.is === 'each' && raise.when.includes(value.each[raise.item] ?? '')
  if ('fact' in raise) return facts.has(raise.fact) && hasAny(codesIn(answer), raise.when)
  if ('when' in raise) return hasAny(codesIn(answer), raise.when)
  const area = value?.is === 'areas' ? value.areas[raise.area] : undefined
  return area !== undefined && area.level <= raise.atMost
}

export const hasAny = (codes: readonly string[], wanted: readonly string[]): boolean => codes.some((code) => wanted.includes(code))
