// What the group's pages say: what was answered and what was not, what cannot be saved and why, and each word once.

import { cleanup, screen as shown, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { loadAllWords, sayIn } from '#texts/say.ts'
import { useUi } from '../ui-store.ts'
import { anId } from '../visit/visit-builders.ts'
import { aRow, CHANGE, EINAR, GROUP, HEGE, showCase } from './group-builders.tsx'

beforeAll(() => loadAllWords('nb'))

const MEETING = anId('Q')
const ROWS = [
  aRow('group', GROUP, { status: 'active', purpose: 'Bo trygt' }),
  aRow('groupMember', EINAR, { group: GROUP, name: 'Einar', roleCode: 'resident', order: 0, phone: '22222222' }),
  aRow('groupMember', HEGE, { group: GROUP, name: 'Hege', roleCode: 'home_help', order: 1 }),
]
const asked = (letter: string, set: Parameters<typeof aRow>[2]) =>
  aRow('consent', anId(letter), { kind: 'share_with_member', about: HEGE, topics: ['plan'], text: 'Kan Hege vite?', ...set })
const GIVEN = { how: 'paper', given: { by: 'Einar', on: '2026-10-01', as: 'self' } }
const held = (set: Parameters<typeof aRow>[2] = {}) =>
  aRow('meeting', MEETING, { group: GROUP, plannedAt: '2026-11-24T10:00', status: 'held', kind: 'group', ...set })

test.each([
  ['nothing was asked', [], 'Einar har ikke svart.'],
  ['he said no', [asked('1', { refused: { on: '2026-11-20' } })], 'Einar har sagt nei.'],
  ['he withdrew it', [asked('1', { ...GIVEN, withdrawn: { on: '2026-11-20' } })], 'Einar har trukket samtykket.'],
  [
    'he said no after a yes that was withdrawn',
    [asked('1', { ...GIVEN, withdrawn: { on: '2026-11-20' } }), asked('2', { refused: { on: '2026-11-22' } })],
    'Einar har sagt nei.',
  ],
  [
    'he withdrew a yes the day after a no',
    [asked('1', { ...GIVEN, withdrawn: { on: '2026-11-23' } }), asked('2', { refused: { on: '2026-11-22' } })],
    'Einar har trukket samtykket.',
  ],
  ['it ran out', [asked('1', { ...GIVEN, validTo: '2026-11-01' })], 'Samtykket har gått ut.'],
])('a member may know nothing because %s, and that is what it says', async (_why, consents, words) => {
  showCase('/group', [...ROWS, ...consents])
  expect(await shown.findByText(`Får ikke vite noe. ${words}`)).toBeTruthy()
})

test('the group is reached from a resident without one, and an empty list has no heading', async () => {
  showCase('')
  expect(await shown.findByText('Ansvarsgruppe')).toBeTruthy()
})

test('a group of the resident alone has nobody to ring, and does not say so', async () => {
  showCase('', ROWS.slice(0, 2))
  await shown.findByText('Ansvarsgruppe')
  expect(shown.queryByText('Ring noen i gruppa')).toBeNull()
})

test('a group is made for something', async () => {
  const { user, recorded } = showCase('/group')
  await user.click(await shown.findByRole('button', { name: 'Lag gruppa' }))
  expect(await shown.findByText('Skriv hva gruppa er til for.')).toBeTruthy()
  expect(recorded).toEqual([])
})

test('minutes with nothing in them are not saved, and why is said', async () => {
  const { user } = showCase(`/group/meetings/${MEETING}/edit`, [...ROWS, held()])
  await user.click(await shown.findByRole('button', { name: 'Lagre referatet' }))
  expect(await shown.findByText('Svar på om beboeren er med, eller skriv hva som ble sagt.')).toBeTruthy()
})

test('minutes are written until they are approved, from one button', async () => {
  showCase(`/group/meetings/${MEETING}`, [...ROWS, held()])
  expect((await shown.findAllByText('Skriv referat')).length).toBe(1)
})

test('approved minutes are shared, not written', async () => {
  showCase(`/group/meetings/${MEETING}`, [...ROWS, held({ residentPresent: true, minutesApproved: { on: '2026-11-24' } })])
  expect(await shown.findByText('Del referatet')).toBeTruthy()
  expect(shown.queryByText('Skriv referat')).toBeNull()
})

test('a measure of a proposal is asked about by what it still lacks, one yes after the other', async () => {
  const [PLAN, MEASURE] = [anId('A'), anId('B')]
  const clause = { on: 'absence', to: 'gp', when: 'immediately' }
  const proposal = [
    aRow('plan', PLAN, { version: 1, status: 'active' }),
    aRow('plan', anId('C'), { version: 2, previous: PLAN, status: 'offered' }),
    aRow('measure', MEASURE, { plan: anId('C'), text: 'Blodprøver', kind: 'blood_test', requiresConsent: true, reportClause: clause }),
  ]
  showCase(`/consents/ask/${MEASURE}`, [...ROWS, ...proposal])
  expect(await shown.findByRole('heading', { level: 1, name: 'Blodprøver' })).toBeTruthy()
  cleanup()
  const yes = aRow('consent', anId('D'), { kind: 'blood_test', about: MEASURE, given: { by: 'Einar', on: '2026-11-20' } })
  showCase(`/consents/ask/${MEASURE}`, [...ROWS, ...proposal, yes])
  expect(await shown.findByRole('heading', { level: 1, name: sayIn('nb')('term.consentKind.measure_report_clause') })).toBeTruthy()
})

test('the sentence that asks for an answer goes when one is chosen', async () => {
  const { user } = showCase(`/consents/ask/${HEGE}`, ROWS)
  await user.click(await shown.findByRole('button', { name: 'Lagre svaret' }))
  expect(await shown.findByText('Velg et svar.')).toBeTruthy()
  await user.click(shown.getByRole('radio', { name: 'Ja' }))
  await waitFor(() => expect(shown.queryByText('Velg et svar.')).toBeNull())
})

test('a meeting on a day that is over is not planned; it is said, and the button holds it', async () => {
  const { user, recorded } = showCase('/group/meetings/new', ROWS)
  await user.type(await shown.findByLabelText('Dag'), '2026-11-20')
  await user.type(shown.getByLabelText('Klokkeslett'), '10:30')
  await user.click(shown.getByRole('button', { name: 'Lagre møtet' }))
  expect(await shown.findByText(/^Dagen er over\./)).toBeTruthy()
  expect(recorded).toEqual([])
  await user.click(shown.getByRole('button', { name: 'Hold møtet' }))
  await waitFor(() => expect(recorded.map(({ set }) => set.status)).toEqual(['held']))
})

test('an agency the office knows is one tap and brings its number; what somebody wrote herself stays', async () => {
  const { user } = showCase('/group/members/new', ROWS)
  const agency = await shown.findByRole<HTMLInputElement>('textbox', { name: 'Etat eller sted' })
  const phone = shown.getByRole<HTMLInputElement>('textbox', { name: 'Telefon' })
  const offered = () => within(shown.getByRole('group', { name: 'Fra kontorets liste' })).getAllByRole('button')
  expect(offered().map(({ textContent }) => textContent)).toEqual(['Boligkontoret', 'Hjemmetjenesten'])
  await user.click(shown.getByRole('radio', { name: 'Hjemmehjelp' }))
  expect(offered()[0]?.textContent).toBe('Hjemmetjenesten')
  await user.type(agency, 'bolig')
  expect(offered().map(({ textContent }) => textContent)).toEqual(['Boligkontoret'])
  await user.click(shown.getByRole('button', { name: 'Boligkontoret' }))
  expect([agency.value, phone.value]).toEqual(['Boligkontoret', '00000021'])
  await user.click(shown.getByRole('button', { name: 'Boligkontoret' }))
  expect([agency.value, phone.value]).toEqual(['', ''])
  await user.type(phone, '22222222')
  await user.click(shown.getByRole('button', { name: 'Hjemmetjenesten' }))
  expect([agency.value, phone.value]).toEqual(['Hjemmetjenesten', '22222222'])
  await user.clear(agency)
  await user.type(agency, 'Naboen')
  expect(shown.queryByRole('group', { name: 'Fra kontorets liste' })).toBeNull()
})

test('a phone number that cannot be one is said, and nobody is added with it', async () => {
  const { user, recorded } = showCase('/group/members/new', ROWS)
  await user.type(await shown.findByRole('textbox', { name: 'Navn' }), 'Ola')
  await user.click(shown.getByRole('radio', { name: 'Fastlege' }))
  await user.type(shown.getByRole('textbox', { name: 'Telefon' }), '12')
  await user.click(shown.getByRole('button', { name: 'Lagre' }))
  expect(await shown.findByText(/^Et norsk nummer har åtte sifre/)).toBeTruthy()
  expect(recorded).toEqual([])
})

test('what somebody gets of a meeting is counted in words, and none is no number', () => {
  expect(sayIn('nb')('share.gets', { items: 1, decisions: 0 })).toBe('Får én sak og ingen beslutninger')
})

test.each([
  ['a cancelled meeting', 'planned', 'Avlys møtet', { status: 'cancelled' }, { status: 'planned' }],
  ['approved minutes', 'held', 'Godkjenn referatet', { minutesApproved: { on: '2026-11-24' } }, { minutesApproved: null }],
])('at the desk %s can be taken back for ten seconds', async (_what, status, act, set, back) => {
  useUi.getState().offerUndo(undefined)
  const { user, recorded } = showCase(`/group/meetings/${MEETING}`, [...ROWS, held({ status, residentPresent: true })], undefined, 'desk')
  await user.click(await shown.findByRole('button', { name: act }))
  await waitFor(() => expect(recorded.map((made) => made.set)).toEqual([set]))
  expect(await useUi.getState().undo?.undo?.()).toBe(true)
  expect(recorded[1]).toMatchObject({
    rec: MEETING,
    set: back,
    seen: Object.fromEntries(Object.keys(back).map((field) => [field, [CHANGE]])),
  })
})
