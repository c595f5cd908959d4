// A lint over what answers write and raise: every register exists, every code is one of its closed list, every concern
// has its words and an answer that acts, and nothing is asked of the resident that is for the worker alone.

import { expect, test } from 'vitest'
import {
  AREAS,
  BASES,
  BUDGET_LINES,
  CAUSES,
  CONCERN_ACTIONS,
  CONCERN_CODES,
  CONSENT_KINDS,
  DOCUMENT_KINDS,
  ENTRY_BASES,
  GRANT_STATUSES,
  MAIN_INCOMES,
  MEMBER_RELATIONS,
  PAYMENT_METHODS,
  REFUSAL_ANSWERS,
  STAY_KINDS,
  TRISTATE,
} from '#domain/codes.ts'
import { FACTS, type Step, type Write } from '#domain/guide.ts'
import type { Fields } from '#domain/records.ts'
import { URGENCY } from '#domain/visit-start.ts'
import { CONCERNS, concernGuide } from './concerns.ts'
import { placedIn } from './guides-fixture.ts'
import { GUIDES, guideOf } from './registry.ts'

const steps = GUIDES.flatMap((guide) => placedIn(guide).map(({ step }) => step))
const codesOf = (step: Step): readonly string[] => (step.options ?? []).map(({ code }) => code)
const writesOf = <K extends Write['kind']>(kind: K) =>
  steps.flatMap((step) =>
    step.writes.filter((write): write is Extract<Write, { readonly kind: K }> => write.kind === kind).map((write) => ({ step, write })),
  )

type Registers<T extends keyof Fields> = Readonly<
  Partial<Record<keyof Fields[T], readonly unknown[] | 'day' | 'number' | 'words' | 'codes'>>
>
/** What a guide may set, and what stands there: a closed list, a day, a number, words, codes of one's own. */
const SETS: { readonly [T in 'visit' | 'household' | 'resident' | 'tenancy']: Registers<T> } = {
  visit: {
    othersPresent: 'codes',
    voluntaryInfoGiven: [true],
    entryBasis: ENTRY_BASES,
    emergency: 'codes',
    activities: 'codes',
    residentSawNotes: ['read_together', 'offered', 'no'],
  },
  household: { childrenKnown: TRISTATE },
  resident: { reachedAt: 'words' },
  tenancy: {
    rentDueDay: 'number',
    paymentMethod: PAYMENT_METHODS,
    writtenLease: TRISTATE,
    earmarkInfoGivenOn: 'day',
    informedOfNotifyRoutines: 'day',
  },
}
const TYPES: Readonly<Record<string, readonly Step['type'][]>> = { codes: ['multi'], number: ['day', 'number', 'money'], words: ['text'] }

test('a field that is set is a register of its record, and takes only what may stand in it', () => {
  for (const { step, write } of writesOf('set')) {
    const fields: Readonly<Record<string, readonly unknown[] | string | undefined>> = SETS[write.type]
    const takes = fields[write.field]
    expect(takes, `${step.id} ${write.field}`).toBeDefined()
    if (takes === 'day') expect([write.isDay, write.value], step.id).toEqual([true, undefined])
    else if (typeof takes === 'string') expect(TYPES[takes], step.id).toContain(step.type)
    else
      for (const code of write.value === undefined ? (write.when ?? codesOf(step)) : [write.value]) expect(takes, step.id).toContain(code)
  }
})

test('a write applies only to codes its question has', () => {
  for (const step of steps)
    for (const write of step.writes) {
      const said = step.type === 'signature' ? ['oral_witnessed', 'signature_on_screen', 'paper'] : codesOf(step)
      for (const code of write.when ?? []) expect(said, `${step.id} ${write.kind}`).toContain(code)
      if (write.when) expect(write.when.length, step.id).toBeGreaterThan(0)
      if (write.kind === 'observe') for (const code of Object.keys(write.levels ?? {})) expect(codesOf(step), step.id).toContain(code)
      if (write.kind === 'observe') expect([AREAS.includes(write.area), BASES.includes(write.basis)]).toEqual([true, true])
    }
})

test('an observation of a choice can be made: it has words of its own, a level, or a line to write in', () => {
  for (const { step, write } of writesOf('observe')) {
    const says = step.type === 'text' || step.type === 'scale5' || step.hasNote || step.followUp || write.text || write.levels
    expect(says, step.id).toBeTruthy()
  }
})

test('codes that are written are of their closed lists', () => {
  const all = <K extends Write['kind']>(
    kind: K,
    codes: (one: ReturnType<typeof writesOf<K>>[number]) => readonly unknown[],
    list: readonly unknown[],
  ) => {
    for (const one of writesOf(kind)) for (const code of codes(one)) expect(list, one.step.id).toContain(code)
  }
  all('income', ({ step, write }) => (write.part === 'mainIncome' ? codesOf(step) : []), MAIN_INCOMES)
  all('causes', ({ step, write }) => (write.cause ? [write.cause] : (write.when ?? codesOf(step))), CAUSES)
  all('refusal', ({ step, write }) => (step.type === 'date' ? [] : (write.when ?? codesOf(step))), REFUSAL_ANSWERS)
  all('stay', ({ write }) => Object.values(write.places), STAY_KINDS)
  all('stay', ({ step, write }) => Object.keys(write.places).map((code) => codesOf(step).includes(code)), [true])
  all('members', ({ step }) => (step.people?.relations ?? []).map(({ code }) => code), MEMBER_RELATIONS)
  all('consent', ({ write }) => [write.consent], CONSENT_KINDS)
  all('grant', ({ write }) => [write.status], GRANT_STATUSES)
  all('grants', ({ write }) => Object.values(write.statuses), GRANT_STATUSES)
  all('grants', ({ step, write }) => Object.keys(write.statuses).map((code) => codesOf(step).includes(code)), [true])
  all('assessment', ({ step, write }) => Object.keys(write.says ?? {}).map((code) => codesOf(step).includes(code)), [true])
  all('arrears', ({ step, write }) => Object.keys(write.says ?? {}).map((code) => codesOf(step).includes(code)), [true])
  for (const step of steps) for (const { code } of step.lines ?? []) expect(BUDGET_LINES, step.id).toContain(code)
  for (const { photo, id } of steps) if (photo) expect(DOCUMENT_KINDS, id).toContain(photo.kind)
})

test('each kind of write stands at a question whose answer it can read', () => {
  const needs: Readonly<Partial<Record<Write['kind'], readonly Step['type'][]>>> = {
    childrenCount: ['number'],
    observeAreas: ['areas'],
    goalScore: ['goalScore'],
    goalResult: ['goalScore'],
    measureLog: ['measureCheck'],
    weDid: ['measureCheck'],
    taskStatus: ['measureCheck'],
    measureReview: ['measureReview'],
    createTasks: ['agreements'],
    createVisit: ['nextVisit'],
    budget: ['budget'],
    relatives: ['people'],
    members: ['people'],
    housingHistory: ['text'],
    planWish: ['text'],
    arrangement: ['money'],
    offeredTask: ['taskOffer'],
    taskEach: ['multi', 'each'],
    grants: ['each'],
    stay: ['single'],
    causes: ['multi', 'single'],
  }
  for (const step of steps)
    for (const { kind } of step.writes) if (needs[kind]) expect(needs[kind], `${step.id} ${kind}`).toContain(step.type)
})

test('every concern an answer raises is asked for by codes and items of that very question', () => {
  for (const step of steps)
    for (const raise of step.raises ?? []) {
      if ('area' in raise) expect([step.type, AREAS.includes(raise.area)]).toEqual(['areas', true])
      else for (const code of raise.when) expect(codesOf(step), step.id).toContain(code)
      if ('item' in raise) expect((step.items ?? []).map(({ code }) => code)).toContain(raise.item)
      if ('fact' in raise) expect(FACTS).toContain(raise.fact)
    }
})

test('all thirteen concerns have their words, an answer that acts, and one that says why nothing was done', () => {
  expect(CONCERNS.map(({ code }) => code)).toEqual([...CONCERN_CODES])
  for (const { code, urgency, actions, say } of CONCERNS) {
    expect(urgency, code).toBe(URGENCY[code])
    const none = actions.filter(({ action }) => action === 'assessed_no_action')
    expect(
      none.map(({ needsReason }) => needsReason),
      code,
    ).toEqual([true])
    expect(actions.length, code).toBeGreaterThan(1)
    expect(new Set(actions.map(({ action }) => action)).size, code).toBe(actions.length)
    for (const { action } of actions) expect(CONCERN_ACTIONS, code).toContain(action)
    expect(say.nb, code).not.toBe('')
  }
  for (const raise of steps.flatMap((step) => step.raises ?? [])) expect(concernGuide(raise.concern)).toBeDefined()
})

/** Raised by people alone: nothing in a talk asks about violence, and a guardian is never concluded from an answer. */
const BY_HAND = ['C-VIOLENCE', 'C-GUARDIAN']
test('every other concern is raised by some answer', () => {
  const raised = new Set(steps.flatMap((step) => (step.raises ?? []).map(({ concern }) => concern)))
  expect(CONCERN_CODES.filter((code) => !raised.has(code))).toEqual(BY_HAND)
})

test('only how it went and who was there must be answered', () => {
  for (const guide of GUIDES) {
    const required = placedIn(guide).filter(({ step }) => step.isRequired)
    expect(required.map(({ step }) => step.id)).toEqual(['start.outcome', 'start.who'])
  }
})

test('what is about the resident, seen by us, or for the office is marked as the worker’s alone', () => {
  const newest = GUIDES.filter(({ code, version }) => guideOf(code, version + 1) === undefined)
  for (const step of newest.flatMap((guide) => placedIn(guide).map((one) => one.step))) {
    const words = [step.text, ...(step.options ?? []).flatMap(({ text, hint }) => [text, ...(hint ? [hint] : [])])]
    const speaksOfHer = words.some(({ nb }) => /\b(beboer|personen)/i.test(nb))
    const isOurs =
      step.type === 'areas' || step.isOwn === true || step.writes.some(({ kind }) => kind === 'assessment' || kind === 'safetyReport')
    if (speaksOfHer || isOurs) expect(step.isWorkerOnly === true || step.isByButton === true, step.id).toBe(true)
  }
})

test('a worry that is only the worker’s is never asked of the resident', () => {
  const asked = steps.filter(
    (step) => step.isWorkerOnly !== true && (step.raises ?? []).some(({ concern }) => ['C-CAPACITY', 'C-AGE', 'C-STAFF'].includes(concern)),
  )
  expect(asked.map(({ id }) => id)).toEqual([])
})
