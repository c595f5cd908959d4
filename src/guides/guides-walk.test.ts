// The lint's walk: every question of every guide can be reached, every condition is both true and false somewhere, and
// every outcome leads from the first question to «Se over». All of it found from the guides themselves.

import { describe, expect, test } from 'vitest'
import type { StepAnswer } from '#domain/answers.ts'
import { readCase } from '#domain/case-view.ts'
import { OUTCOMES } from '#domain/codes.ts'
import type { Condition, Guide } from '#domain/guide.ts'
import { visitContext } from '#domain/visit-context.ts'
import { aCase, TODAY, VISIT } from '#domain/visit-fixture.ts'
import { nextKey, screensOf } from '#domain/visit-walk.ts'
import { conditionsOf, type Placed, placedIn, situationAgainst, situationBy, situationFor } from './guides-fixture.ts'
import { GUIDES, guideOf } from './registry.ts'

const named = (guide: Guide) => [`${guide.code} version ${guide.version}`, guide] as const
const each = GUIDES.map(named)
const NEWEST = GUIDES.filter(({ code, version }) => guideOf(code, version + 1) === undefined)
const idOf = ({ step }: Placed) => step.id

describe.each(each)('%s', (_, guide) => {
  const placed = placedIn(guide)

  test('every question is shown to somebody who has answered only what was shown', () => {
    expect(placed.filter((one) => !situationFor(guide, one)).map(idOf)).toEqual([])
  })

  test('every condition of a question, and of a block, can fail while the others beside it hold', () => {
    const lists = [...guide.blocks, ...placed.map(({ step }) => step)].map(({ id, showIf }) => ({ id, showIf: showIf ?? [] }))
    const stuck = lists.flatMap(({ id, showIf }) =>
      showIf.filter((condition) => !situationAgainst(guide, showIf, condition)).map((condition) => `${id}: ${JSON.stringify(condition)}`),
    )
    expect(stuck).toEqual([])
  })

  test('where one of several is enough, each of them is enough', () => {
    const dead = placed.flatMap((one) =>
      conditionsOf(one).flatMap((condition) =>
        alternatives(condition)
          .filter((way) => !situationBy(guide, one, way, condition))
          .map((way) => `${one.step.id}: ${JSON.stringify(way)}`),
      ),
    )
    expect(dead).toEqual([])
  })

  test('a question asks only about codes of a question before it', () => {
    placed.forEach((one, at) => {
      for (const condition of conditionsOf(one).flatMap(flat)) expectEarlier(condition, placed.slice(0, at), one)
    })
  })

  test.each(OUTCOMES)('%s leads from the first question to the end, each key once', (outcome) => {
    const keys = walked(guide, { 'start.outcome': code(outcome) })
    expect(keys.at(-1)).toBe('review')
    expect(new Set(keys).size).toBe(keys.length)
    const own = guide.blocks.map(({ id }) => id).filter((id) => !['start', 'after', 'no', 'end'].includes(id))
    const isTalk = ['home_full', 'home_short', 'phone_instead'].includes(outcome)
    const shown = screensOf(walkOf(guide, { 'start.outcome': code(outcome) })).map(({ block }) => block.id)
    if (isTalk) expect(own.some((id) => shown.includes(id))).toBe(true)
    else expect(own.filter((id) => shown.includes(id))).toEqual([])
  })
})

describe.each(NEWEST.map(named))('%s, when the resident says no', (_, guide) => {
  const no = (answers: Readonly<Record<string, StepAnswer>>) => walked(guide, answers).filter((key) => key !== 'review')

  test.each(['declined_entry', 'declined_service'] as const)('%s is met with calm words, and nothing more must be answered', (outcome) => {
    const screens = screensOf(walkOf(guide, { 'start.outcome': code(outcome) }))
    expect(screens.filter(({ step }) => step.isRequired).map(({ key }) => key)).toEqual(['start.outcome'])
    expect(screens.map(({ key }) => key)).toEqual(['start.outcome', 'no.say', 'no.answer', 'no.special', 'end.safe'])
  })

  test('«Stopp» in the middle takes away the rest and asks what was answered', () => {
    const home = { 'start.outcome': code('home_full'), 'start.stopped': code('yes') }
    const keys = no(home)
    expect(keys).toContain('no.say')
    expect(keys.filter((key) => /^(start|no|end)\./.test(key))).toEqual(keys)
    expect(keys).not.toContain('end.agreements')
    expect(no({ 'start.outcome': code('home_full'), 'start.stopped': code('no') })).not.toContain('no.say')
  })

  test('a no to hearing more leads straight to the one question that is always asked', () => {
    const declined = { 'start.outcome': code('declined_service') }
    expect(no({ ...declined, 'no.say': code('no') })).toEqual(['start.outcome', 'no.say', 'no.special', 'end.safe'])
    expect(no({ ...declined, 'no.say': code('no_contact') })).toContain('no.contactStop')
    const heard = no({ ...declined, 'no.say': code('yes') })
    expect(heard).toEqual(expect.arrayContaining(['no.matters', 'no.otherHelp', 'no.otherWay', 'no.comeBy', 'no.answer']))
  })

  test('agreements are asked for after a no only when help is wanted after all', () => {
    const answered = (answer: string) => no({ 'start.outcome': code('declined_service'), 'no.answer': code(answer) })
    expect(answered('wants_help')).toEqual(expect.arrayContaining(['end.agreements', 'end.next']))
    for (const answer of ['will_think', 'will_call_self', 'may_be_contacted', 'no_contact', 'no_answer'])
      expect(answered(answer)).not.toContain('end.agreements')
    expect(answered('may_be_contacted')).toContain('no.when')
  })
})

const code = (is: string): StepAnswer => ({ kind: 'given', value: { is: 'code', code: is } })
const context = () => {
  const view = readCase(aCase())
  if (!view) throw new TypeError('no case')
  return visitContext(view, VISIT, TODAY)
}
const walkOf = (guide: Guide, answers: Readonly<Record<string, StepAnswer>>) => ({ guide, answers, context: context() })

function walked(guide: Guide, answers: Readonly<Record<string, StepAnswer>>): readonly string[] {
  const walk = walkOf(guide, answers)
  const keys = [screensOf(walk)[0]?.key ?? 'review']
  while (keys.at(-1) !== 'review' && keys.length < 200) keys.push(nextKey(walk, keys.at(-1) ?? 'review'))
  return keys
}

const alternatives = (condition: Condition): readonly Condition[] => (condition.kind === 'any' ? condition.of : [])
const flat = (condition: Condition): readonly Condition[] => (condition.kind === 'any' ? condition.of.flatMap(flat) : [condition])

function expectEarlier(condition: Condition, earlier: readonly Placed[], one: Placed) {
  if (condition.kind === 'any' || condition.kind === 'fact') return
  const asked = [condition.step, ...(condition.kind === 'less' ? [condition.than] : [])].map(
    (id) => earlier.find(({ step }) => step.id === id)?.step,
  )
  for (const step of asked) expect(step, `${one.step.id} asks about ${condition.step}`).toBeDefined()
  const [step] = asked
  const codes = (step?.options ?? []).map((option) => option.code)
  const said = condition.kind === 'includes' ? condition.any : 'is' in condition ? condition.is : []
  for (const one of said) if (step?.type !== 'number') expect(codes, condition.step).toContain(one)
  const items = (step?.items ?? []).map((item) => item.code)
  if (condition.kind === 'eachHas') for (const item of condition.items ?? []) expect(items, condition.step).toContain(item)
}
