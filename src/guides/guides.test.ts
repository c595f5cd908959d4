// A lint that walks the guides: every question can be reached, everything it writes has a place, and every word exists
// in three languages.

import { expect, test } from 'vitest'
import type { StepAnswer } from '#domain/answers.ts'
import { AREAS, CONCERN_CODES, OUTCOMES } from '#domain/codes.ts'
import { type Condition, FACTS, type GuideText, STEP_TYPES, type Step } from '#domain/guide.ts'
import { localDate } from '#domain/ids.ts'
import type { Fields } from '#domain/records.ts'
import { allHold } from '#domain/visit-answers.ts'
import { URGENCY } from '#domain/visit-start.ts'
import { CONCERNS, concernGuide } from './concerns.ts'
import { HINTS, hintOf } from './hints.ts'
import { GUIDES, guideFor, guideOf } from './registry.ts'

const steps = GUIDES.flatMap((guide) => guide.blocks.flatMap((block) => block.steps))
const VISIT_FIELDS: readonly (keyof Fields['visit'])[] = ['othersPresent', 'voluntaryInfoGiven', 'activities', 'residentSawNotes']
const HOUSEHOLD_FIELDS: readonly (keyof Fields['household'])[] = ['childrenKnown', 'childrenCount']

const isText = (v: unknown): v is GuideText => typeof v === 'object' && v !== null && 'nb' in v
function textsIn(v: unknown): readonly GuideText[] {
  if (isText(v)) return [v]
  return typeof v === 'object' && v !== null ? Object.values(v).flatMap(textsIn) : []
}

test('every text of guides, concerns and hints stands in bokmål, nynorsk and English', () => {
  const texts = textsIn([GUIDES, CONCERNS, HINTS])
  expect(texts.length).toBeGreaterThan(200)
  for (const text of texts) for (const words of [text.nb, text.nn, text.en]) expect(words.trim(), text.nb).not.toBe('')
})

test('nynorsk is nynorsk and English is English', () => {
  const bokmaal = /\b(jeg|hva|hvem|hvor|hvordan|ikke|noen|noe|beboer\w*|bolig\w*|utleier\w*|husleie\w*|gjøre|ble|dere|igjen|fra|også)\b/i
  for (const text of textsIn([GUIDES, CONCERNS, HINTS])) {
    expect(text.nn).not.toMatch(bokmaal)
    expect(text.en.replace(/NAV|SMS/g, '')).not.toMatch(/[æøå]/i)
  }
})

test('marks to be filled are the same in every language', () => {
  const marks = (words: string) => (words.match(/\{\w+\}/g) ?? []).sort().join()
  for (const text of textsIn(GUIDES)) expect([marks(text.nn), marks(text.en)]).toEqual([marks(text.nb), marks(text.nb)])
})

test('step ids are unique in a guide, can be register names, and every step cites its source', () => {
  for (const { blocks } of GUIDES) {
    const ids = blocks.flatMap((block) => block.steps.map((step) => step.id))
    expect(new Set(ids).size).toBe(ids.length)
  }
  for (const step of steps) {
    expect(`q.${step.id}`).toMatch(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/)
    expect(step.source).toMatch(/^(N|O-|DOMAIN) ?[\dA]/)
    expect(STEP_TYPES).toContain(step.type)
  }
})

test('every option code is unique in its step, and choices have options', () => {
  for (const step of steps) {
    const codes = (step.options ?? []).map((option) => option.code)
    expect(new Set(codes).size, step.id).toBe(codes.length)
    if (['single', 'multi', 'yesno', 'scale5', 'goalScore', 'measureCheck', 'measureReview', 'areas'].includes(step.type))
      expect(codes.length, step.id).toBeGreaterThan(1)
  }
})

test('all eighteen outcomes can be chosen', () => {
  const outcome = steps.find((step) => step.writes.some((write) => write.kind === 'outcome' && !write.to))
  expect([...(outcome?.options ?? [])].map((option) => option.code).sort()).toEqual([...OUTCOMES].sort())
})

test('a condition asks only about facts that exist and codes of an earlier step', () => {
  for (const guide of GUIDES) {
    const earlier: Step[] = []
    for (const block of guide.blocks) {
      for (const condition of (block.showIf ?? []).flatMap(flat)) expectKnown(condition, earlier)
      for (const step of block.steps) {
        for (const condition of (step.showIf ?? []).flatMap(flat)) expectKnown(condition, earlier)
        earlier.push(step)
      }
    }
  }
})
const flat = (condition: Condition): readonly Condition[] => (condition.kind === 'any' ? condition.of.flatMap(flat) : [condition])
function expectKnown(condition: Condition, earlier: readonly Step[]) {
  if (condition.kind === 'any') return
  if (condition.kind === 'fact') return expect(FACTS).toContain(condition.fact)
  const asked = earlier.find((step) => step.id === condition.step)
  expect(asked, condition.step).toBeDefined()
  const named = condition.kind === 'includes' ? condition.any : 'is' in condition ? condition.is : []
  const codes = (asked?.options ?? []).map((option) => option.code)
  for (const code of named) expect(codes, condition.step).toContain(code)
}

test('every step of every guide can be reached by some answers', () => {
  for (const guide of GUIDES) {
    const reached = new Set<string>()
    for (const { answers, facts } of situations())
      for (const block of guide.blocks)
        for (const step of block.steps)
          if (allHold(block.showIf, answers, facts) && allHold(step.showIf, answers, facts)) reached.add(step.id)
    expect(guide.blocks.flatMap((block) => block.steps.map((step) => step.id)).filter((id) => !reached.has(id))).toEqual([])
  }
})
const DECISIONS = ['renew', 'end'] as const
function situations() {
  const given = (code: string): StepAnswer => ({ kind: 'given', value: { is: 'code', code } })
  return OUTCOMES.flatMap((outcome) =>
    ['yes', 'no'].map((rest, i) => ({
      facts: new Set(FACTS),
      answers: {
        'start.outcome': given(outcome),
        'rent.paid': given(rest),
        'rent.post': given(rest),
        'start.suits': given('yes'),
        'onward.decision': given(DECISIONS[i] ?? rest),
      },
    })),
  )
}

test('what a step writes has a real register, and codes it names are its own options', () => {
  for (const step of steps) {
    const codes = (step.options ?? []).map((option) => option.code)
    for (const write of step.writes) {
      for (const code of write.when ?? []) expect(codes, step.id).toContain(code)
      if (write.kind === 'set') expect(write.type === 'visit' ? VISIT_FIELDS : HOUSEHOLD_FIELDS).toContain(write.field)
      if (write.kind === 'observe') for (const code of Object.keys(write.levels ?? {})) expect(codes, step.id).toContain(code)
      if (write.kind === 'observe') expect(AREAS).toContain(write.area)
    }
  }
})

test('every concern a guide can raise has its words, an answer that acts and one with a reason', () => {
  for (const raise of steps.flatMap((step) => step.raises ?? [])) {
    const concern = concernGuide(raise.concern)
    expect(concern, raise.concern).toBeDefined()
    expect(concern?.actions.some((one) => one.needsReason && one.action === 'assessed_no_action')).toBe(true)
    expect(concern?.actions.some((one) => one.action !== 'assessed_no_action')).toBe(true)
  }
})

test('concern words agree with the domain about urgency', () => {
  for (const concern of CONCERNS) expect([CONCERN_CODES.includes(concern.code), concern.urgency]).toEqual([true, URGENCY[concern.code]])
})

test('hints are numbered without gaps, each with a source, and every hint a step names exists', () => {
  expect(HINTS.map((hint) => hint.code)).toEqual(HINTS.map((_, n) => `H${String(n + 1).padStart(2, '0')}`))
  for (const hint of HINTS) expect(hint.source).toMatch(/^(N|O-) ?[\dA]/)
  for (const step of steps) if (step.hint) expect(hintOf(step.hint), step.hint).toBeDefined()
})

test('a question for the worker alone is never one the resident may decline, and only two things are required', () => {
  for (const { blocks } of GUIDES) {
    const required = blocks.flatMap((block) => block.steps).filter((step) => step.isRequired)
    expect(required.map((step) => step.id)).toEqual(['start.outcome', 'start.who'])
  }
  for (const step of steps.filter((one) => one.isOwn)) expect(step.isWorkerOnly).toBe(true)
})

test('a started visit finds its own version, and an unknown one is said to be unknown', () => {
  expect(guideOf('G2', 1)?.version).toBe(1)
  expect(guideOf('G2', 99)).toBeUndefined()
  expect(guideFor('followup', localDate('2026-11-24'))?.code).toBe('G2')
  expect(guideFor('plan_review', localDate('2026-11-24'))?.code).toBe('G6')
  expect(guideFor('followup', localDate('2020-01-01'))).toBeUndefined()
})
