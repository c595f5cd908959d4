// Every newer kind of answer says in words what was answered, from what is stored and from a draft alike.

import { beforeAll, expect, test } from 'vitest'
import { OUTCOMES } from '#domain/codes.ts'
import type { Step } from '#domain/guide.ts'
import type { Json } from '#domain/ids.ts'
import { isOutcomeStep } from '#domain/visit-walk.ts'
import { GUIDES } from '#guides/registry.ts'
import { LANGUAGES } from '#texts/catalogue.ts'
import { loadAllWords, sayIn } from '#texts/say.ts'
import { same } from '../visit-builders.ts'
import { draftedWords, type KindWordsWith, kindWords } from './kind-words.ts'

beforeAll(() => loadAllWords('nb'))

const W: KindWordsWith = {
  say: sayIn('nb'),
  language: 'nb',
  read: (text) => text.nb,
  nameOf: (who) => (who === 'resident' ? 'Einar' : who),
}
const step = (of: Partial<Step> & Pick<Step, 'type'>): Step => ({ id: 's', text: same('?'), source: 'test', writes: [], ...of })
const OPTIONS = [
  { code: 'shown', text: same('Vist') },
  { code: 'later', text: same('Gjør senere') },
]
const ITEMS = [
  { code: 'power', text: same('Strøm') },
  { code: 'keys', text: same('Nøkler') },
]
const plain = (lines: readonly string[] | undefined) => lines?.map((line) => line.replace(/\s/g, ' '))

const CASES: readonly (readonly [Step, Json, readonly string[], Json])[] = [
  [
    step({ type: 'each', items: ITEMS, options: OPTIONS }),
    { keys: 'later', power: 'shown' },
    ['Vist: Strøm', 'Gjør senere: Nøkler'],
    { is: 'each', each: { keys: 'later', power: 'shown' } },
  ],
  [
    step({ type: 'people', people: { relations: [{ code: 'sister', text: same('Søster') }] } }),
    [
      { name: 'Anne', relation: 'sister', phone: '22222222', mayContact: 'yes' },
      { name: '', relation: 'sister', mayContact: 'no' },
      { name: ' ', relation: '' },
    ],
    ['Anne · søster · 22 22 22 22 · kan kontaktes', 'Uten navn · søster · skal ikke kontaktes'],
    {
      is: 'people',
      people: [
        { name: 'Anne', relation: 'sister', phone: '22222222', mayContact: 'yes' },
        { name: '', relation: 'sister', mayContact: 'no' },
      ],
    },
  ],
  [
    step({ type: 'budget', lines: [{ code: 'income', kind: 'income', text: same('Inntekt') }] }),
    [
      { kind: 'income', code: 'income', amount: 1_400_000, source: 'seen' },
      { kind: 'expense', code: 'other', label: 'Busskort', amount: 85_300, source: 'told' },
      { kind: 'expense', code: 'other', label: '', amount: 0, source: 'told' },
    ],
    ['Inntekt: 14 000 kr, sett', 'Busskort: 853 kr, sagt', 'Det er 13 147 kr igjen.'],
    {
      is: 'budget',
      lines: [
        { kind: 'income', code: 'income', amount: 1_400_000, source: 'seen' },
        { kind: 'expense', code: 'other', label: 'Busskort', amount: 85_300, source: 'told' },
      ],
    },
  ],
  [step({ type: 'photo' }), ['a', 'b'], ['2 bilder'], { is: 'photos', documents: ['a', 'b'] }],
  [step({ type: 'signature' }), { how: 'oral_witnessed' }, ['Sagt høyt, bevitnet'], { is: 'signed', how: 'oral_witnessed' }],
  [
    step({ type: 'taskOffer' }),
    { code: 'yes', who: 'resident', due: '2026-11-27' },
    ['Ja · Einar · innen fredag 27. november'],
    { is: 'offer', code: 'yes', who: 'resident', due: '2026-11-27' },
  ],
  [step({ type: 'taskOffer' }), { code: 'no' }, ['Nei'], { is: 'offer', code: 'no' }],
  [step({ type: 'day' }), 20, ['Den 20. hver måned'], { is: 'number', number: 20 }],
]

test.each(CASES)('$type', (of, stored, words, drafted) => {
  expect(plain(kindWords(of, stored, W))).toEqual(words)
  expect(plain(draftedWords(of, drafted, W))).toEqual(words)
})

test('a budget without an amount says nothing, and one that comes out even says so', () => {
  const budget = step({ type: 'budget' })
  expect(kindWords(budget, [], W)).toEqual([])
  const even = [
    { kind: 'income', code: 'income', amount: 100, source: 'told' },
    { kind: 'expense', code: 'rent', amount: 100, source: 'told' },
  ]
  expect(kindWords(budget, even, W)?.at(-1)).toBe('Det går akkurat opp.')
})

test('what this build does not know is shown as it stands, and other kinds are left alone', () => {
  expect(kindWords(step({ type: 'each', items: ITEMS, options: OPTIONS }), { roof: 'newer' }, W)).toEqual(['newer: roof'])
  expect(kindWords(step({ type: 'signature' }), { how: 'newer' }, W)).toEqual(['newer'])
  expect(kindWords(step({ type: 'signature' }), 'Sagt muntlig', W)).toBeUndefined()
  expect(kindWords(step({ type: 'single' }), 'a', W)).toBeUndefined()
  expect(kindWords(step({ type: 'people' }), ['self'], W)).toBeUndefined()
})

test('how a visit went is called the same in the question of every guide, on its card and at the office', async () => {
  const asked = GUIDES.flatMap(({ blocks }) => blocks.flatMap(({ steps }) => steps.filter(isOutcomeStep)))
  expect(asked).toHaveLength(GUIDES.length)
  for (const language of LANGUAGES) {
    await loadAllWords(language)
    const say = sayIn(language)
    const told = asked.map(({ options = [] }) => Object.fromEntries(options.map(({ code, text }) => [code, text[language]])))
    for (const one of told) expect(one).toEqual(Object.fromEntries(OUTCOMES.map((code) => [code, say(`term.outcome.${code}`)])))
  }
})
