// A lint over the words and the shape of every guide: three languages, marks that somebody fills, sources, codes that are
// told apart. What is walked and what is written have their own files.

import { expect, test } from 'vitest'
import { OUTCOMES } from '#domain/codes.ts'
import { type Condition, type Fact, type GuideText, STEP_TYPES, type Step, type Write } from '#domain/guide.ts'
import { CONCERNS } from './concerns.ts'
import { conditionsOf, placedIn } from './guides-fixture.ts'
import { HINTS, hintOf } from './hints.ts'
import { GUIDES } from './registry.ts'

const placed = GUIDES.flatMap((guide) => placedIn(guide))
const steps = placed.map(({ step }) => step)

const isText = (v: unknown): v is GuideText => typeof v === 'object' && v !== null && 'nb' in v
function textsIn(v: unknown): readonly GuideText[] {
  if (isText(v)) return [v]
  return typeof v === 'object' && v !== null ? Object.values(v).flatMap(textsIn) : []
}
const texts = textsIn([GUIDES, CONCERNS, HINTS])

test('every text of guides, concerns and hints stands in bokmål, nynorsk and English', () => {
  expect(texts.length).toBeGreaterThan(1000)
  for (const { nb, nn, en } of texts) for (const words of [nb, nn, en]) expect(words?.trim() ?? '', nb).not.toBe('')
})

test('nynorsk is nynorsk and English is English', () => {
  const bokmaal =
    /\b(jeg|hva|hvem|hvor|hvordan|hvilken|hvilke|hvorfor|ikke|noen|noe|mye|beboer\w*|bolig\w*|utleier\w*|husleie\w*|leie\w*|gjøre|gjør|ble|blitt|dere|igjen|fra|også|vet|selv|hjemme|spørsmålet|hjelpen|trenger|snakket|klarer å si|søke|strøm\w*|penge\w*|røykvarsler|forsikringen)\b/i
  for (const { nn, en } of texts) {
    expect(nn).not.toMatch(bokmaal)
    expect(en.replace(/NAV|SMS/g, '')).not.toMatch(/[æøå]/i)
  }
})

test('a bokmål text is not nynorsk', () => {
  for (const { nb } of texts)
    expect(nb).not.toMatch(/\b(eg|ikkje|kva|kven|kvar|korleis|noko|nokon|bustad\w*|husleig\w*|utleigar\w*|bebuar\w*|frå|òg)\b/i)
})

test('a question is short enough to be said aloud', () => {
  const long = steps.filter(({ text, source }) => text.nb.split(/\s+/).length > 15 && !/DOMAIN 4|N |O-/.test(source))
  expect(long.map(({ id }) => id)).toEqual([])
})

test('marks to be filled are the same in every language', () => {
  for (const { nb, nn, en } of texts) expect([marksIn(nn), marksIn(en)]).toEqual([marksIn(nb), marksIn(nb)])
})
const marksIn = (words: string): readonly string[] => [...words.matchAll(/\{(\w+)\}/g)].map(([, mark = '']) => mark).sort()

/** What visit-known.ts can fill, and the fact under which it can; without one it always can. */
const FILLS: Readonly<Record<string, Fact | undefined>> = {
  name: undefined,
  contactName: undefined,
  contactPhone: undefined,
  evictionDate: 'hasEvictionDate',
  notice: 'hasNotice',
  noticeFrom: 'hasNotice',
  noticeDate: 'hasNotice',
  amount: 'hasAmountDue',
  safeDate: 'hasObjectionDate',
  legalDate: 'hasObjectionDate',
  belongingsDate: 'hasBelongingsDate',
  complaintAbout: 'hasComplaint',
  complaintWhen: 'hasComplaint',
  complaintCount: 'hasManyComplaints',
}
test('a mark is one that can be filled, and shown only where the fact that fills it holds', () => {
  const facts = (conditions: readonly Condition[]) => conditions.flatMap((one) => (one.kind === 'fact' ? [one.fact] : []))
  for (const one of placed) {
    const { writes: _, ...asked } = one.step
    const held = facts(conditionsOf(one))
    for (const mark of textsIn(asked).flatMap(({ nb }) => marksIn(nb))) {
      expect(Object.keys(FILLS), one.step.id).toContain(mark)
      const fact = FILLS[mark]
      if (fact) expect(held, `${one.step.id} {${mark}}`).toContain(fact)
    }
  }
})

/** Filled by the write itself: the measure that failed, and the words of what was chosen. */
const OF_WRITES: Readonly<Partial<Record<Write['kind'], string>>> = { measureLog: 'measure', taskEach: 'what' }
test('what is written has no mark but those its write fills', () => {
  for (const step of steps)
    for (const write of step.writes) {
      const own = OF_WRITES[write.kind]
      for (const mark of textsIn(write).flatMap(({ nb }) => marksIn(nb))) expect([own], `${step.id} {${mark}}`).toContain(mark)
    }
})

test('step and block ids are unique in a guide, can be register names, and every step cites its source', () => {
  for (const { blocks } of GUIDES) {
    const ids = blocks.flatMap((block) => block.steps.map((step) => step.id))
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length)
    for (const { id, steps: own } of blocks) expect(own.length, id).toBeGreaterThan(0)
  }
  for (const step of steps) {
    expect(`q.${step.id}`).toMatch(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/)
    for (const source of step.source.split('; ')) expect(source, step.id).toMatch(/^(N (App\.)?\d|O-\d|DOMAIN \d)/)
    expect(STEP_TYPES).toContain(step.type)
  }
})

const CHOICES: readonly Step['type'][] = [
  'single',
  'multi',
  'yesno',
  'yesnounsure',
  'scale5',
  'goalScore',
  'measureCheck',
  'measureReview',
  'areas',
  'each',
  'taskOffer',
]
test('every option and item code is unique in its step, choices have options, and kinds have what they need', () => {
  for (const step of steps) {
    for (const list of [step.options, step.items, step.people?.relations, step.levels, step.lines]) {
      const codes = (list ?? []).map((one) => one.code)
      expect(new Set(codes).size, step.id).toBe(codes.length)
    }
    if (CHOICES.includes(step.type)) expect(step.options?.length, step.id).toBeGreaterThan(1)
    const needs = {
      each: step.items,
      people: step.people,
      photo: step.photo,
      signature: step.signs,
      budget: step.lines,
      areas: step.levels,
    }
    for (const [type, has] of Object.entries(needs)) expect(has !== undefined, `${step.id} ${type}`).toBe(type === step.type)
    if (step.allAtOnce) expect([step.type, codesOf(step).includes(step.allAtOnce.code)], step.id).toEqual(['each', true])
    const alone = (step.options ?? []).filter((option) => option.isAlone)
    if (alone.length > 0) expect(step.type, step.id).toBe('multi')
    if (step.followUp && step.type !== 'goalScore') for (const code of step.followUp.when) expect(codesOf(step), step.id).toContain(code)
  }
})
const codesOf = (step: Step): readonly string[] => [...(step.options ?? []), ...(step.onward?.options ?? [])].map(({ code }) => code)

test('all eighteen outcomes can be chosen in every guide', () => {
  for (const guide of GUIDES) {
    const outcome = placedIn(guide).find(({ step }) => step.writes.some((write) => write.kind === 'outcome' && !write.to))
    expect((outcome?.step.options ?? []).map(({ code }) => code).sort()).toEqual([...OUTCOMES].sort())
  }
})

test('hints are numbered without gaps, each with a source, and every hint a step names exists', () => {
  expect(HINTS.map((hint) => hint.code)).toEqual(HINTS.map((_, n) => `H${String(n + 1).padStart(2, '0')}`))
  expect(HINTS).toHaveLength(32)
  for (const hint of HINTS) expect(hint.source).toMatch(/^(N|O-) ?[\dA]/)
  for (const step of steps) if (step.hint) expect(hintOf(step.hint), step.hint).toBeDefined()
})

/** Of letters and their copies, of a notice about a stranger, and of a case that was averted: no question of a visit. */
const ELSEWHERE = ['H20', 'H21', 'H22', 'H27', 'H28']
test('every hint about a visit stands at some question', () => {
  const shown = new Set(steps.flatMap(({ hint }) => hint ?? []))
  expect(HINTS.map(({ code }) => code).filter((code) => !shown.has(code))).toEqual(ELSEWHERE)
})
