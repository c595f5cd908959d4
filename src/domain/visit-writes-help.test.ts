// Help talked about and yeses given at a visit: what is kept of them, and what an answer never does.

import { expect, test } from 'vitest'
import type { StepAnswer } from './answers.ts'
import type { GrantStatus } from './codes.ts'
import { consentView } from './consent.ts'
import type { Step } from './guide.ts'
import { patch, rowsOf } from './records.ts'
import { aCase, applied, JON, LANE, MARIT, setsOf, TODAY, testId, withRecord } from './visit-fixture.ts'
import { each, finished, given, many, one, same, step, viewOf } from './visit-writes-fixture.ts'

const HELPS: readonly Step[] = [
  step(
    'helps',
    [
      {
        kind: 'grants',
        codes: { giro: 'avtalegiro', deduction: 'trekk_i_ytelse' },
        statuses: { yes: 'offered', think: 'considered', no: 'declined_by_resident' },
      },
    ],
    { type: 'each' },
  ),
  step('bostotte', [{ kind: 'grant', code: 'bostotte', status: 'applied', when: ['yes'] }]),
]
const GRANT = testId(360)
const grantsOf = (answers: Record<string, StepAnswer>, rows = aCase(), steps = HELPS) =>
  setsOf(finished(steps, answers, { rows }).patches, 'grant')
const standing = (status: GrantStatus, code = 'avtalegiro') => withRecord(aCase(), patch(LANE, 'grant', GRANT, { code, status }))

test('each kind of help talked about is kept with what she answered, and the day', () => {
  expect(grantsOf({ helps: each({ giro: 'yes', deduction: 'no', other: 'yes' }), bostotte: one('yes') })).toEqual([
    { code: 'bostotte', status: 'applied', on: TODAY, discussedOn: TODAY },
    { code: 'avtalegiro', status: 'offered', on: TODAY, discussedOn: TODAY },
    { code: 'trekk_i_ytelse', status: 'declined_by_resident', on: TODAY, discussedOn: TODAY },
  ])
  expect(grantsOf({ helps: { kind: 'declined' }, bostotte: one('no') })).toEqual([])
})

test('in a question without items each chosen code is its own answer', () => {
  const steps = [
    step('some', [{ kind: 'grants', codes: { a: 'verge', b: 'fastlege' }, statuses: { a: 'offered', b: 'considered' } }], {
      type: 'multi',
    }),
  ]
  expect(grantsOf({ some: many('a', 'b') }, aCase(), steps).map(({ code, status }) => [code, status])).toEqual([
    ['verge', 'offered'],
    ['fastlege', 'considered'],
  ])
})

test.each([
  ['considered', 'yes', 'offered'],
  ['offered', 'yes', undefined],
  ['offered', 'think', undefined],
  ['offered', 'no', 'declined_by_resident'],
  ['declined_by_resident', 'yes', 'offered'],
  ['declined_by_resident', 'think', undefined],
  ['applied', 'yes', undefined],
  ['applied', 'no', undefined],
  ['granted', 'no', undefined],
  ['granted', 'yes', undefined],
  ['refused', 'no', undefined],
  ['ended', 'yes', 'offered'],
] as const)('help that is %s and answered %s moves on to %s', (from, answer, to) => {
  const { patches } = finished(HELPS, { helps: each({ giro: answer }) }, { rows: standing(from) })
  const made = patches.filter(({ type }) => type === 'grant')
  expect(made.map(({ rec, set }) => [rec, set.status])).toEqual(to ? [[GRANT, to]] : [])
})

const YES: readonly Step[] = [
  step(
    'sign',
    [{ kind: 'consent', consent: 'direct_deduction', answer: 'given', when: ['signature_on_screen', 'oral_witnessed', 'paper'] }],
    { type: 'signature' },
  ),
  step('apply', [{ kind: 'grant', code: 'trekk_i_ytelse', status: 'applied', when: ['yes'] }]),
  step('tell', [
    { kind: 'consent', consent: 'arrears_notification', answer: 'given', when: ['yes'] },
    { kind: 'consent', consent: 'arrears_notification', answer: 'refused', when: ['no'] },
  ]),
  step('landlord', [{ kind: 'consent', consent: 'share_with_member', answer: 'given', when: ['yes'], scope: same('Utleier: husleie') }]),
  step('board', [{ kind: 'consent', consent: 'share_with_member', answer: 'given', when: ['yes'], scope: same('Styret: klagen') }]),
]
const signed = (how: 'signature_on_screen' | 'oral_witnessed' | 'paper', drawn?: string) =>
  given({ is: 'signed', how, ...(drawn ? { drawn } : {}) })
const consentsIn = (rows: ReturnType<typeof finished>['rows']) => rowsOf(rows.values(), 'consent').map(consentView)

test('a yes is kept in the words it was asked with, by whom, how and with which witness', () => {
  const { patches } = finished(YES, { tell: one('yes') }, { with: { myName: 'Marit Eksempel' } })
  expect(setsOf(patches, 'consent')).toEqual([
    {
      kind: 'arrears_notification',
      text: 'Ja til arrears_notification',
      version: 2,
      how: 'oral_witnessed',
      given: { by: 'Prøve Eksempel', on: TODAY, as: 'self', witness: 'Marit Eksempel' },
    },
  ])
})

test('a no is an answer, and is kept as one', () => {
  expect(setsOf(finished(YES, { tell: one('no') }).patches, 'consent')).toEqual([
    { kind: 'arrears_notification', text: 'Ja til arrears_notification', version: 2, refused: { on: TODAY } },
  ])
})

test('what the source wants in writing and she said aloud is asked and waits for her name', () => {
  const oral = finished(YES, { sign: signed('oral_witnessed') })
  expect(consentsIn(oral.rows).map(({ kind, state }) => [kind, state])).toEqual([['direct_deduction', 'unanswered']])
  const drawn = finished(YES, { sign: signed('signature_on_screen', 'M0 0L9 9') })
  const [consent] = drawn.patches.filter(({ type }) => type === 'consent')
  expect(consentsIn(drawn.rows)[0]).toMatchObject({ state: 'given', how: 'signature_on_screen' })
  expect(setsOf(drawn.patches, 'signature')).toEqual([
    { of: consent?.rec, who: 'Prøve Eksempel', role: 'resident', how: 'signature_on_screen', on: TODAY, version: 2, drawn: 'M0 0L9 9' },
  ])
})

test('help that needs a yes is applied for with it, and only offered without it', () => {
  const statusOf = (answers: Record<string, StepAnswer>, rows = aCase()) =>
    grantsOf({ apply: one('yes'), ...answers }, rows, [...YES])[0]?.status
  expect(statusOf({})).toBe('offered')
  expect(statusOf({ sign: signed('oral_witnessed') })).toBe('offered')
  expect(statusOf({ sign: signed('paper') })).toBe('applied')
  const before = finished(YES, { sign: signed('paper') }).rows
  expect(statusOf({}, new Map(before))).toBe('applied')
})

test('a yes about the landlord and one about the board stand beside each other', () => {
  const first = finished(YES, { landlord: one('yes') })
  const second = finished(YES, { board: one('yes') }, { rows: first.rows, from: 3000 })
  expect(consentsIn(second.rows).map(({ scope, state }) => [scope, state])).toEqual([
    ['Utleier: husleie', 'given'],
    ['Styret: klagen', 'given'],
  ])
  expect(viewOf(second.rows).consents.every(({ about }) => about === undefined)).toBe(true)
})

test('two who heard the same yes write it down once', () => {
  const jon = applied(
    aCase(),
    finished(YES, { tell: one('yes'), landlord: one('yes') }, { me: JON, contribution: testId(701) }).patches,
    JON,
  )
  expect(
    setsOf(finished(YES, { tell: one('yes'), landlord: one('yes') }, { rows: jon, shown: aCase(), from: 3000 }).patches, 'consent'),
  ).toEqual([])
  const later = finished(YES, { tell: one('no') }, { rows: jon, shown: aCase(), from: 3000 })
  expect(consentsIn(later.rows).map(({ state }) => state)).toContain('refused')
  expect(later.patches.every(({ set }) => !('withdrawn' in set))).toBe(true)
})

test('without words to ask with, nothing stands as asked', () => {
  const packs = { consentText: () => ({ text: '', version: 1 }), needsConsent: () => undefined }
  expect(setsOf(finished(YES, { tell: one('yes') }, { with: { packs } }).patches, 'consent')).toEqual([])
})

test('grants and consents belong to no contribution; the drawn line belongs to mine', () => {
  const { patches } = finished(
    [...YES, ...HELPS],
    { sign: signed('signature_on_screen', 'M0 0'), helps: each({ giro: 'yes' }) },
    { me: MARIT },
  )
  expect(patches.filter(({ root }) => root !== undefined).map(({ type }) => type)).toEqual(['contribution', 'signature'])
})
