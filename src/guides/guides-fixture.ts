// For the lint of the guides: finds answers and facts under which a question is shown, and under which one of its
// conditions does not hold, from the conditions themselves. Only questions that are shown are answered.

import type { StepAnswer, Value } from '#domain/answers.ts'
import { type Block, type Condition, FACTS, type Fact, type Guide, type Step } from '#domain/guide.ts'
import { type Answers, allHold } from '#domain/visit-answers.ts'

type Blocks = Pick<Guide, 'blocks'>
export interface Situation {
  readonly answers: Answers
  readonly facts: ReadonlySet<Fact>
}
export interface Placed {
  readonly block: Block
  readonly step: Step
}
export const placedIn = ({ blocks }: Blocks): readonly Placed[] => blocks.flatMap((block) => block.steps.map((step) => ({ block, step })))
export const conditionsOf = ({ block, step }: Placed): readonly Condition[] => [...(block.showIf ?? []), ...(step.showIf ?? [])]

/** One thing that must be so: a value in a step, none of some codes in it, or a fact that holds or does not. */
type Must =
  | { readonly step: string; readonly value: Value }
  | { readonly step: string; readonly not: readonly string[] }
  | { readonly fact: Fact; readonly is: boolean }
type Way = readonly Must[]

interface State {
  readonly values: ReadonlyMap<string, Value>
  readonly facts: ReadonlyMap<Fact, boolean>
}
const EMPTY: State = { values: new Map(), facts: new Map() }

/** Shown, with every question answered on the way shown too. */
export const situationFor = (guide: Blocks, placed: Placed): Situation | undefined =>
  search(
    guide,
    conditionsOf(placed).map((condition) => waysTo(guide, condition)),
    (s) => isShown(placed, s) && everyAnswerIsShown(guide, s),
  )

/**
 * The other conditions of the same list hold, and this one does not. What was answered before an earlier answer was
 * changed still stands, so questions that are no longer shown may have answers here.
 */
export function situationAgainst(guide: Blocks, list: readonly Condition[], against: Condition): Situation | undefined {
  const others = list.filter((condition) => condition !== against)
  const wishes = [...others.map((condition) => waysTo(guide, condition)), waysAgainst(guide, against)]
  return search(NOBODY, wishes, (s) => allHold(others, s.answers, s.facts) && !allHold([against], s.answers, s.facts))
}
/** A guide without questions: nothing more is wished for on the way. */
const NOBODY: Blocks = { blocks: [] }

/** This condition alone of the list «any» holds, where it can. */
export const situationBy = (guide: Blocks, placed: Placed, way: Condition, of: Condition): Situation | undefined =>
  search(
    guide,
    [...conditionsOf(placed).filter((condition) => condition !== of), way].map((condition) => waysTo(guide, condition)),
    (s) => isShown(placed, s) && allHold([way], s.answers, s.facts) && everyAnswerIsShown(guide, s),
  )

export const isShown = (placed: Placed, { answers, facts }: Situation): boolean => allHold(conditionsOf(placed), answers, facts)

function search(
  guide: Blocks,
  wishes: readonly (readonly Way[])[],
  isIt: (s: Situation) => boolean,
  state: State = EMPTY,
): Situation | undefined {
  const [first, ...rest] = wishes
  if (!first) {
    const found = situationOf(state)
    return isIt(found) ? found : undefined
  }
  for (const way of first) {
    const next = way.reduce<State | undefined>((now, must) => now && withMust(now, must), state)
    if (!next) continue
    const asked = way.flatMap((must) => ('value' in must && !state.values.has(must.step) ? wishesOf(guide, must.step) : []))
    const found = search(guide, [...rest, ...asked], isIt, next)
    if (found) return found
  }
  return undefined
}

const placedStep = (guide: Blocks, id: string): Placed | undefined => placedIn(guide).find(({ step }) => step.id === id)
function wishesOf(guide: Blocks, id: string): readonly (readonly Way[])[] {
  const placed = placedStep(guide, id)
  return placed ? conditionsOf(placed).map((condition) => waysTo(guide, condition)) : []
}
const everyAnswerIsShown = (guide: Blocks, found: Situation): boolean =>
  Object.keys(found.answers).every((id) => {
    const placed = placedStep(guide, id)
    return placed !== undefined && isShown(placed, found)
  })

function situationOf({ values, facts }: State): Situation {
  const answers: Record<string, StepAnswer> = {}
  for (const [step, value] of values) answers[step] = { kind: 'given', value }
  return { answers, facts: new Set(FACTS.filter((fact) => facts.get(fact))) }
}

function withMust(state: State, must: Must): State | undefined {
  if ('fact' in must) {
    const known = state.facts.get(must.fact)
    return known === undefined || known === must.is ? { ...state, facts: new Map(state.facts).set(must.fact, must.is) } : undefined
  }
  if ('not' in must) return state
  const before = state.values.get(must.step)
  const both = before ? bothOf(before, must.value) : must.value
  return both && { ...state, values: new Map(state.values).set(must.step, both) }
}
function bothOf(a: Value, b: Value): Value | undefined {
  if (a.is === 'codes' && b.is === 'codes') return { is: 'codes', codes: [...new Set([...a.codes, ...b.codes])] }
  if (a.is === 'each' && b.is === 'each') return { is: 'each', each: { ...a.each, ...b.each } }
  return JSON.stringify(a) === JSON.stringify(b) ? a : undefined
}

function waysTo(guide: Blocks, condition: Condition): readonly Way[] {
  switch (condition.kind) {
    case 'fact':
      return [[{ fact: condition.fact, is: true }]]
    case 'answeredNot':
      return [[{ step: condition.step, not: condition.is }]]
    case 'any':
      return condition.of.flatMap((one) => waysTo(guide, one))
    default:
      return valuesFor(guide, condition, true)
  }
}

function waysAgainst(guide: Blocks, condition: Condition): readonly Way[] {
  switch (condition.kind) {
    case 'fact':
      return [[{ fact: condition.fact, is: false }]]
    case 'answeredNot':
      return valuesFor(guide, { kind: 'answered', step: condition.step, is: condition.is }, true)
    case 'any':
      return condition.of
        .map((one) => waysAgainst(guide, one))
        .reduce<readonly Way[]>((all, ways) => all.flatMap((a) => ways.map((b) => [...a, ...b])), [[]])
    default:
      return valuesFor(guide, condition, false)
  }
}

type Valued = Exclude<Condition, { readonly kind: 'fact' | 'answeredNot' | 'any' }>
/** The answers of that question under which this holds, or does not; not asked at all is the last way not to hold. */
function valuesFor(guide: Blocks, condition: Valued, holds: boolean): readonly Way[] {
  const step = placedStep(guide, condition.step)?.step
  if (!step) return []
  const alone = answersOf(step, condition).map((value): Way => [{ step: step.id, value }])
  const { kind } = condition
  const ways = kind === 'less' ? pairs(condition.step, condition.than) : alone
  const told = ways.filter((way) => allHold([condition], situationOf(after(way)).answers, new Set()) === holds)
  return holds ? told : [...told, []]
}
const after = (way: Way): State => way.reduce<State>((state, must) => withMust(state, must) ?? state, EMPTY)
const pairs = (a: string, b: string): readonly Way[] =>
  [
    [1, 2],
    [2, 1],
  ].map(([x = 1, y = 1]) => [
    { step: a, value: { is: 'number', number: x } },
    { step: b, value: { is: 'number', number: y } },
  ])

const codesOf = (step: Step): readonly string[] => (step.options ?? []).map(({ code }) => code)
/** Every answer of a question that a condition can tell apart. */
function answersOf(step: Step, condition: Valued): readonly Value[] {
  const codes = codesOf(step)
  switch (step.type) {
    case 'multi':
      return [codes, ...codes.map((code) => [code])].map((some) => ({ is: 'codes', codes: some }))
    case 'number':
    case 'day':
    case 'money':
      return [0, 1, 2].map((number) => ({ is: 'number', number }))
    case 'scale5':
      return codes.map((code) => ({ is: 'number', number: Number(code) }))
    case 'each':
      return (step.items ?? []).flatMap(({ code: item }) => codes.map((code): Value => ({ is: 'each', each: { [item]: code } })))
    case 'people':
      return [1, 2, 3, 4].map((n) => ({ is: 'people', people: Array.from({ length: n }, () => ({ name: 'Prøve', relation: 'other' })) }))
    case 'budget':
      return (['income', 'expense'] as const).map((kind) => ({
        is: 'budget',
        lines: [{ kind, code: 'other', amount: 100, source: 'told' }],
      }))
    case 'taskOffer':
      return (['yes', 'no'] as const).map((code) => ({ is: 'offer', code }))
    case 'text':
      return condition.kind === 'answered' ? [] : [{ is: 'text', text: 'Prøve' }]
    default:
      return codes.map((code) => ({ is: 'code', code }))
  }
}
