// Every newer kind of answer, by finger and by keyboard: what a tap holds, what it does not, and how it is passed by.

import { screen as shown, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import type { Step } from '#domain/guide.ts'
import { oreFrom } from '#domain/money.ts'
import { loadAllWords } from '#texts/say.ts'
import { anId, same } from '../visit-builders.ts'
import { askAbout } from './asked-builder.tsx'

beforeAll(() => loadAllWords('nb'))

const EACH = {
  type: 'each',
  items: [
    { code: 'power', text: same('Strøm') },
    { code: 'keys', text: same('Nøkler') },
  ],
  options: [
    { code: 'shown', text: same('Vist') },
    { code: 'later', text: same('Gjør senere') },
  ],
} as const satisfies Partial<Step>
const radio = (group: string, name: string) => within(shown.getByRole('group', { name: group })).getByRole('radio', { name })

test('a checklist holds an answer for each thing, and a second tap takes it away', async () => {
  const { user, answer } = await askAbout(EACH)
  await user.click(radio('Strøm', 'Vist'))
  await user.click(radio('Nøkler', 'Gjør senere'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'each', each: { power: 'shown', keys: 'later' } } })
  await user.click(radio('Strøm', 'Gjør senere'))
  await user.click(radio('Nøkler', 'Gjør senere'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'each', each: { power: 'later' } } })
  await user.click(radio('Strøm', 'Gjør senere'))
  expect(answer()).toBeUndefined()
})

test('a checklist is answered with the keyboard: tab to a thing, arrows between its answers', async () => {
  const { user, answer } = await askAbout(EACH)
  radio('Strøm', 'Vist').focus()
  await user.keyboard(' ')
  await user.keyboard('{ArrowRight}')
  expect(answer()).toEqual({ kind: 'given', value: { is: 'each', each: { power: 'later' } } })
})

test('where all of a checklist is usually alike, one word answers the rest of it, changes nothing, and is taken back', async () => {
  const { user, answer } = await askAbout({ ...EACH, allAtOnce: { code: 'shown', text: same('Alt er vist') } })
  await user.click(radio('Nøkler', 'Gjør senere'))
  await user.click(button('Alt er vist'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'each', each: { power: 'shown', keys: 'later' } } })
  expect(shown.queryByRole('button', { name: 'Alt er vist' })).toBeNull()
  await user.click(button('Angre'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'each', each: { keys: 'later' } } })
  await user.click(button('Alt er vist'))
  await user.click(radio('Strøm', 'Gjør senere'))
  expect(shown.queryByRole('button', { name: 'Angre' })).toBeNull()
})

test('what an amount is counted in is seen at the field as well as heard', async () => {
  await askAbout({ type: 'money' })
  const field = shown.getByRole('textbox', { name: 'Hva nå? I kroner' })
  const seen = shown.getAllByText('I kroner').filter((words) => words.closest('.aksel-sr-only') === null)
  expect(seen).toHaveLength(1)
  expect(field.getAttribute('inputmode')).toBe('decimal')
})

const PEOPLE = {
  type: 'people',
  people: {
    relations: [
      { code: 'sister', text: same('Søster') },
      { code: 'friend', text: same('Venn') },
    ],
    asksContact: true,
  },
} as const satisfies Partial<Step>
const button = (name: string | RegExp) => shown.getByRole('button', { name })

test('a person has a name, who it is, a number, and whether we may get in touch', async () => {
  const { user, answer } = await askAbout(PEOPLE)
  expect(shown.getByText('Fornavn eller initialer er nok.')).toBeTruthy()
  expect(shown.queryByRole('textbox', { name: 'Telefon' })).toBeNull()
  await user.type(shown.getByRole('textbox', { name: 'Navn' }), 'A. T.')
  await user.click(button('Søster'))
  expect(shown.getByRole('textbox', { name: 'Telefon' }).getAttribute('inputmode')).toBe('tel')
  await user.type(shown.getByRole('textbox', { name: 'Telefon' }), '22222222')
  await user.click(within(shown.getByRole('group', { name: 'Kan vi kontakte A. T.?' })).getByRole('button', { name: 'Nei' }))
  const anne = { name: 'A. T.', relation: 'sister', phone: '22222222', mayContact: 'no' }
  expect(answer()).toEqual({ kind: 'given', value: { is: 'people', people: [anne] } })
})

test('people are added and taken away, and a new one takes the focus', async () => {
  const { user, answer } = await askAbout(PEOPLE)
  expect(shown.queryByRole('button', { name: 'Legg til en person til' })).toBeNull()
  await user.type(shown.getByRole('textbox', { name: 'Navn' }), 'Anne')
  await user.click(button('Legg til en person til'))
  await user.keyboard('Bo')
  expect(answer()).toMatchObject({ value: { people: [{ name: 'Anne' }, { name: 'Bo' }] } })
  await user.click(button('Ta bort person 1'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'people', people: [{ name: 'Bo', relation: '' }] } })
  await user.clear(shown.getByRole('textbox', { name: 'Navn' }))
  expect(answer()).toBeUndefined()
})

test('nobody asks whether we may get in touch where the guide does not', async () => {
  const { user } = await askAbout({ ...PEOPLE, people: { relations: PEOPLE.people.relations } })
  await user.type(shown.getByRole('textbox', { name: 'Navn' }), 'Anne')
  expect(shown.queryByRole('group', { name: /kontakte/ })).toBeNull()
})

test('a day of the month is a tap, or a number that can be one', async () => {
  const { user, answer } = await askAbout({ type: 'day' })
  await user.click(button('20.'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'number', number: 20 } })
  const other = shown.getByRole('textbox', { name: 'Eller skriv en annen dag' })
  await user.type(other, '17')
  expect(answer()).toEqual({ kind: 'given', value: { is: 'number', number: 17 } })
  expect(shown.queryByText('I kortere måneder: siste dag.')).toBeNull()
  await user.clear(other)
  expect(answer()).toBeUndefined()
  await user.type(other, '31')
  expect(shown.getByText('I kortere måneder: siste dag.')).toBeTruthy()
  await user.clear(other)
  await user.type(other, '32')
  expect(answer()).toBeUndefined()
  expect(shown.getByText('Skriv en dag fra 1 til 31.')).toBeTruthy()
  await user.click(button('5.'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'number', number: 5 } })
  expect(shown.queryByText('Skriv en dag fra 1 til 31.')).toBeNull()
})

test.each([
  ['18 400', 1_840_000],
  ['18400,50', 1_840_050],
  ['18.400', 1_840_000],
  ['18.400,50 kr', 1_840_050],
  ['kr 500', 50_000],
  ['500,-', 50_000],
  ['500.-', 50_000],
  ['500 kroner', 50_000],
  ['18,400', 1_840_000],
  ['18,400.50', 1_840_050],
  ['0', 0],
  ['omtrent 500', undefined],
  ['-5', undefined],
  ['', undefined],
])('«%s» is understood as %s øre', (typed, ore) => {
  expect(oreFrom(typed)).toBe(ore)
})

const BUDGET = {
  type: 'budget',
  lines: [
    { code: 'income', kind: 'income', text: same('Inntekt') },
    { code: 'rent', kind: 'expense', text: same('Husleie') },
    { code: 'food', kind: 'expense', text: same('Mat') },
  ],
} as const satisfies Partial<Step>
const field = (name: string) => shown.getByRole('textbox', { name })

test('a budget says in words what is left, and an empty line is not asked', async () => {
  const { user, answer } = await askAbout(BUDGET)
  expect(shown.getByRole('status').textContent).toBe('Det som er igjen, kommer her.')
  await user.type(field('Inntekt'), '10 750')
  await user.type(field('Husleie'), '9 500')
  expect(shown.getByRole('status').textContent?.replace(/\s/g, ' ')).toBe('Det er 1 250 kr igjen.')
  await user.type(field('Mat'), '2500')
  expect(shown.getByRole('status').textContent?.replace(/\s/g, ' ')).toBe('Det mangler 1 250 kr.')
  await user.click(radio('Sagt eller sett: Husleie', 'Sett'))
  const [income, rent, food] = [
    { kind: 'income', code: 'income', amount: 1_075_000, source: 'told' },
    { kind: 'expense', code: 'rent', amount: 950_000, source: 'seen' },
    { kind: 'expense', code: 'food', amount: 250_000, source: 'told' },
  ]
  expect(answer()).toEqual({ kind: 'given', value: { is: 'budget', lines: [income, rent, food] } })
  await user.clear(field('Mat'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'budget', lines: [income, rent] } })
})

test('an amount that is none is told at its line, and nothing else is lost', async () => {
  const { user, answer } = await askAbout(BUDGET)
  await user.type(field('Inntekt'), '100')
  await user.type(field('Husleie'), 'mye')
  expect(shown.getByText('Skriv beløpet med tall, for eksempel 1500.')).toBeTruthy()
  expect(answer()).toMatchObject({ value: { lines: [{ code: 'income' }] } })
})

test('a line of one’s own has words, and can be taken away', async () => {
  const { user, answer } = await askAbout(BUDGET)
  await user.click(button('Legg til noe ut'))
  await user.keyboard('Busskort')
  await user.type(field('Busskort, i kroner'), '853')
  const own = { kind: 'expense', code: 'other', label: 'Busskort', amount: 85_300, source: 'told' }
  expect(answer()).toEqual({ kind: 'given', value: { is: 'budget', lines: [own] } })
  await user.click(button('Ta bort Busskort'))
  expect(answer()).toBeUndefined()
})

test('an offer is taken with who and when, and a no holds neither', async () => {
  const { user, answer } = await askAbout({ type: 'taskOffer' })
  await user.click(shown.getByRole('radio', { name: 'Ja' }))
  await user.click(button('Einar'))
  await user.click(button('Om en uke'))
  const taken = { is: 'offer', code: 'yes', who: 'resident', due: '2026-12-01' }
  expect(answer()).toEqual({ kind: 'given', value: taken })
  await user.click(button('Einar'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'offer', code: 'yes', due: '2026-12-01' } })
  await user.click(shown.getByRole('radio', { name: 'Nei' }))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'offer', code: 'no' } })
  expect(shown.queryByRole('group', { name: 'Hvem gjør det?' })).toBeNull()
})

const SIGNS = { type: 'signature', signs: same('«Vi kommer hver tirsdag.»') } as const satisfies Partial<Step>

test('a yes is said aloud first, then on paper, and last drawn on the screen', async () => {
  const { user, answer } = await askAbout(SIGNS)
  expect(shown.getByText('«Vi kommer hver tirsdag.»')).toBeTruthy()
  expect(shown.getAllByRole('radio').map((one) => one.closest('.aksel-radio')?.textContent)).toEqual([
    'Sagt høyt. Jeg hørte det',
    'På papir',
    expect.stringContaining('Skrive under på skjermen'),
  ])
  await user.click(shown.getByRole('radio', { name: 'Sagt høyt. Jeg hørte det' }))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'signed', how: 'oral_witnessed' } })
})

test('what is no yes stands under the ways of saying yes, and is said with a tap', async () => {
  const { user, answer } = await askAbout({ ...SIGNS, options: [{ code: 'no', text: same('Nei, ikke helt') }] })
  expect(shown.getAllByRole('radio').map((one) => one.closest('.aksel-radio')?.textContent)).toEqual([
    'Sagt høyt. Jeg hørte det',
    'På papir',
    expect.stringContaining('Skrive under på skjermen'),
    'Nei, ikke helt',
  ])
  await user.click(shown.getByRole('radio', { name: 'Nei, ikke helt' }))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'code', code: 'no' } })
  expect(shown.getByRole('radio', { name: 'Nei, ikke helt' })).toHaveProperty('checked', true)
})

test('a signature is drawn with a finger, wiped out, and never needed', async () => {
  const { user, answer } = await askAbout(SIGNS)
  await user.click(shown.getByRole('radio', { name: /^Skrive under/ }))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'signed', how: 'signature_on_screen' } })
  const pad = shown.getByRole('img', { name: 'Her kan Einar skrive under' })
  const draw = (...at: readonly (readonly [number, number])[]) =>
    user.pointer([
      { keys: '[TouchA>]', target: pad, coords: { clientX: at[0]?.[0] ?? 0, clientY: at[0]?.[1] ?? 0 } },
      ...at.slice(1).map(([clientX, clientY]) => ({ pointerName: 'TouchA', target: pad, coords: { clientX, clientY } })),
      { keys: '[/TouchA]', target: pad },
    ])
  await draw([10, 20], [100, 120], [200, 20])
  await waitFor(() =>
    expect(answer()).toEqual({ kind: 'given', value: { is: 'signed', how: 'signature_on_screen', drawn: expect.stringMatching(/^M\d/) } }),
  )
  expect(shown.getByText('Underskriften til Einar står i feltet.')).toBeTruthy()
  await user.click(button('Visk ut'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'signed', how: 'signature_on_screen' } })
})

test('where the source asks for writing, saying it aloud is not offered', async () => {
  await askAbout({ ...SIGNS, writes: [{ kind: 'consent', consent: 'direct_deduction', answer: 'given' }] })
  expect(shown.queryByRole('radio', { name: 'Sagt høyt. Jeg hørte det' })).toBeNull()
  expect(shown.getByText('Dette skal være skriftlig.')).toBeTruthy()
})

test.each([
  ['each', EACH, () => radio('Strøm', 'Vist'), { is: 'each', each: { power: 'shown' } }],
  ['offer', { type: 'taskOffer' }, () => shown.getByRole('radio', { name: 'Nei' }), { is: 'offer', code: 'no' }],
  ['day', { type: 'day' }, () => button('12.'), { is: 'number', number: 12 }],
  ['signature', SIGNS, () => shown.getByRole('radio', { name: 'På papir' }), { is: 'signed', how: 'paper' }],
] as const)('%s is passed by and comes back when they turn', async (_name, step, tap, value) => {
  const { user, answer } = await askAbout({ hasNote: true, ...step })
  await user.click(tap())
  await user.type(shown.getByRole('textbox', { name: 'Hva ble sagt?' }), 'Sa det selv.')
  await user.click(button('Vil ikke svare'))
  expect(answer()).toEqual({ kind: 'declined' })
  await user.click(button('Hopp over'))
  expect(answer()).toEqual({ kind: 'skipped' })
  await user.click(button('Hopp over'))
  expect(answer()).toEqual({ kind: 'given', value, note: 'Sa det selv.' })
})

test('the amounts of a budget come back when they turn', async () => {
  const { user } = await askAbout(BUDGET)
  await user.type(field('Inntekt'), '100')
  await user.click(button('Hopp over'))
  expect(field('Inntekt')).toHaveProperty('value', '')
  await user.click(button('Hopp over'))
  expect(field('Inntekt')).toHaveProperty('value', '100')
})

const LETTER = { type: 'photo', photo: { kind: 'letter_in' } } as const satisfies Partial<Step>
const attach = async () => ({ ok: true as const, blob: anId('B'), changes: [], undo: async () => true })
const camera = () => document.querySelector('input[type=file]')

test('there is no camera on the page before somebody has said yes', async () => {
  const { user, recorded } = await askAbout(LETTER, { attach })
  expect(camera()).toBeNull()
  await user.click(button('1 år'))
  await user.click(button('Ja'))
  await waitFor(() => expect(camera()?.getAttribute('capture')).toBe('environment'))
  expect(recorded).toEqual([
    expect.objectContaining({
      type: 'consent',
      set: expect.objectContaining({
        kind: 'photo',
        scope: 'et brev',
        how: 'oral_witnessed',
        given: { by: 'Einar', on: '2026-11-24', as: 'self', witness: 'Marit Eksempel' },
        validTo: '2027-11-24',
        text: expect.stringMatching(/et brev\..*slettes senest 24\.\snovember\s2027\./),
      }),
    }),
  ])
})

test('a no is recorded and respected: no camera, and the question is answered', async () => {
  const { user, answer, recorded } = await askAbout(LETTER, { attach })
  await user.click(button('Nei'))
  await waitFor(() => expect(answer()).toEqual({ kind: 'declined' }))
  expect(recorded.map(({ type, set }) => [type, set.refused])).toEqual([['consent', { on: '2026-11-24' }]])
  expect(camera()).toBeNull()
  expect(shown.getByText('Einar sa nei. Det er helt greit. Det tas ikke noe bilde.')).toBeTruthy()
})

test('what the photo is of must be said before it is asked about', async () => {
  const { user } = await askAbout({ type: 'photo', photo: { kind: 'photo' } }, { attach })
  expect(shown.queryByRole('button', { name: 'Ja' })).toBeNull()
  await user.click(button('Noe annet'))
  expect(shown.queryByRole('button', { name: 'Ja' })).toBeNull()
  await user.type(field('Hva da?'), 'taket på badet')
  expect(shown.getByText(/hjemme hos meg av dette: taket på badet\./)).toBeTruthy()
  await user.click(button('Velg dato'))
  expect(shown.queryByRole('button', { name: 'Ja' })).toBeNull()
})

test('a yes the phone could not keep opens nothing', async () => {
  const { user } = await askAbout(LETTER, { attach, record: async () => ({ ok: false, refusal: { kind: 'storageFull' } }) })
  await user.click(button('Ja'))
  await waitFor(() => expect(document.querySelector('.bf-note--care')).toBeTruthy())
  expect(camera()).toBeNull()
})

test('where nothing can be sealed on the device, photos are left to the phone', async () => {
  await askAbout(LETTER)
  expect(shown.getByText('Bilder tas på telefonen.')).toBeTruthy()
})
