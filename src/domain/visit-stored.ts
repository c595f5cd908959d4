// An answer as a register holds it: codes, numbers and words, nothing about how it was shown. Of a contribution, where
// each question has its own register; and of one field that an answer sets.

import type { GoalAnswer, StepAnswer, Value } from './answers.ts'
import { AREAS } from './codes.ts'
import type { Step } from './guide.ts'
import type { Json } from './ids.ts'
import { givenValue } from './visit-answers.ts'

export function storedValue(value: Value): Json {
  switch (value.is) {
    case 'code':
      return value.code
    case 'codes':
      return value.codes
    case 'text':
      return value.text.trim()
    case 'number':
      return value.number
    case 'scores':
      return Object.fromEntries(Object.entries(value.scores).map(([goal, given]) => [goal, storedScore(given)]))
    case 'checks':
      return Object.fromEntries(Object.entries(value.checks).map(([of, { result, note }]) => [of, { result, ...(note ? { note } : {}) }]))
    case 'reviews':
      return Object.fromEntries(
        Object.entries(value.reviews).map(([of, { note, ...said }]) => [of, { ...said, ...(note?.trim() ? { note: note.trim() } : {}) }]),
      )
    case 'areas':
      return Object.fromEntries(AREAS.flatMap((area) => (value.areas[area] ? [[area, { ...value.areas[area] }]] : [])))
    case 'agreements':
      return value.lines.filter((line) => line.text.trim() !== '').map((line) => ({ ...line }))
    case 'nextVisit':
      return value.start ? { start: value.start } : { residentCalls: true }
    case 'each':
      return { ...value.each }
    case 'people':
      return value.people.map((one) => ({ ...one }))
    case 'budget':
      return value.lines.map((line) => ({ ...line }))
    case 'photos':
      return value.documents
    case 'signed':
      return { how: value.how, ...(value.drawn ? { drawn: value.drawn } : {}) }
    case 'offer':
      return { code: value.code, ...(value.who ? { who: value.who } : {}), ...(value.due ? { due: value.due } : {}) }
  }
}

function storedScore({ score, none, by, note, why, goalResult }: GoalAnswer): Json {
  if (none) return { [none]: true }
  const told = { ...(score === undefined ? {} : { score }), ...(goalResult ? { goalResult } : {}) }
  return { by, ...told, ...(note?.trim() ? { note } : {}), ...(why?.trim() ? { why } : {}) }
}

/** What one register takes of an answer; undefined for an answer that is more than one thing. */
export function fieldValue(step: Step, answer: StepAnswer | undefined): Json | undefined {
  const value = givenValue(answer)
  switch (value?.is) {
    case 'code':
    case 'offer':
      return value.code
    case 'signed':
      return value.how
    case 'number':
      return value.number
    case 'text':
      return value.text.trim()
    case 'codes':
      return inOptionOrder(step, value.codes)
    default:
      return undefined
  }
}

/** Two workers who chose the same in another order said the same. */
export function inOptionOrder(step: Step, codes: readonly string[]): readonly string[] {
  const order = (step.options ?? []).map((option) => option.code)
  return [...codes].sort((a, b) => order.indexOf(a) - order.indexOf(b))
}
