// The short forms as people meet them: one tap writes how a call went, what cannot be meant is said at its field and
// nothing is saved, no phone asks who complained, and money in two versions is never one.

import { cleanup, render, screen as shown, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import type { Answer, Casebook, Draft, LaneAccess } from '#device/casebook.ts'
import { type Id, laneSubject, localDate } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
import { applied, idsFrom, JON, LANE, MARIT, TODAY, testId } from '#domain/visit-fixture.ts'
import { LANGUAGES } from '#texts/catalogue.ts'
import { loadAllWords, sayIn } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { aCasebook, anAnswer } from '../visit/visit-builders.ts'
import { Forms } from './forms.tsx'

beforeAll(async () => {
  for (const language of LANGUAGES) await loadAllWords(language)
})

const [COMPLAINT, ARREARS, DEAL] = [testId(201), testId(202), testId(203)]
const home = (...more: readonly Patch[]) =>
  applied(new Map(), [
    patch(LANE, 'resident', testId(10), { displayName: 'Testine', phone: '00000103' }),
    patch(LANE, 'user', MARIT, { name: 'Marit', roles: ['followup_worker', 'case_worker'] }),
    ...more,
  ])

interface Shown {
  readonly path?: string
  readonly rows?: ReadonlyMap<Id, RecordRow>
  readonly kind?: Casebook['kind']
  readonly access?: readonly LaneAccess[]
  readonly drafts?: readonly Draft[]
}
function open({ path = '', rows = home(), kind = 'field', access, drafts = [] }: Shown) {
  const recorded: Patch[] = []
  const kept: Draft[] = []
  const office = [...rows.values()].filter(({ type }) => type === 'user')
  const answer: Answer = { ...anAnswer(drafts), today: TODAY, office, rows, ...(access ? { access } : {}) }
  const plain = aCasebook({ recorded }, answer)
  const keepDraft: Casebook['keepDraft'] = (draft) => {
    kept.push(draft)
    return plain.keepDraft(draft)
  }
  const base = `/residents/${laneSubject(LANE)}`
  render(
    <Speaking>
      <SessionProvider session={{ casebook: { ...plain, kind, me: MARIT, keepDraft, newId: idsFrom(9000) }, isDemo: true }}>
        <MemoryRouter initialEntries={[`${base}/forms${path}`]}>
          <Routes>
            <Route path="/residents/:resident/forms/*" element={<Forms />} />
          </Routes>
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
  return { recorded, kept, user: userEvent.setup() }
}
const button = (name: string) => shown.findByRole('button', { name })
const field = (name: string) => shown.findByRole('textbox', { name })

test('the front page says how each of the six stands, and an empty home says so without a number', async () => {
  open({})
  await shown.findByText('Ingen klager')
  const names = within(shown.getByRole('main'))
    .getAllByRole('link')
    .map((link) => link.textContent)
  expect(names).toEqual(['Kontakt', 'Naboklager', 'Restanser', 'Betalingsavtaler', 'Budsjett', 'Midlertidig opphold'])
  for (const line of ['Ingen klager', 'Ingen restanser', 'Ingen betalingsavtale', 'Ikke noe budsjett ennå']) shown.getByText(line)
})

test('the front page tells of arrears, an arrangement under way and where she sleeps', async () => {
  const rows = home(
    patch(LANE, 'arrears', ARREARS, { period: 'To måneder', amount: 1_840_000 }),
    patch(LANE, 'paymentArrangement', DEAL, { creditor: 'Utleier', total: 100, status: 'active' }),
    patch(LANE, 'instalment', testId(204), { arrangement: DEAL, due: localDate('2026-12-15'), amount: 433_400, paid: null, order: 1 }),
    patch(LANE, 'stay', testId(205), { kind: 'night_shelter', from: localDate('2026-11-20') }),
    patch(LANE, 'contactAttempt', testId(206), { on: localDate('2026-11-20'), way: 'phone', direction: 'out', result: 'reached' }),
  )
  open({ rows })
  await shown.findByText(/^Restanse 18.400.kr.· to måneder$/)
  shown.getByText(/^Avtalt.· neste 15..desember, 4.334.kr$/)
  shown.getByText(/^Nattherberge.· siden 20..november$/)
  shown.getByText(/^Hørt fra 20..november$/)
})

test('one tap writes how the call went, with the day and the hour it is now', async () => {
  const { recorded, user } = open({ path: '/contact' })
  await user.click(await button('Ikke svar'))
  await waitFor(() => expect(recorded).toHaveLength(1))
  expect(recorded[0]?.set).toEqual({ on: TODAY, clock: '11:31', way: 'phone', direction: 'out', result: 'no_answer' })
})

test('after «Ring» it asks how it went, and an SMS is another way', async () => {
  const { recorded, user } = open({ path: '/contact' })
  await user.click(await button('Ring Testine'))
  await shown.findByRole('heading', { name: 'Du ringte. Hvordan gikk det?' })
  await user.click(await button('Send SMS til Testine'))
  await shown.findByRole('heading', { name: 'Du sendte SMS. Hvordan gikk det?' })
  await user.click(await button('I går'))
  await user.click(await button('Testine tok kontakt med oss'))
  await waitFor(() => expect(recorded).toHaveLength(1))
  expect(recorded[0]?.set).toEqual({ on: '2026-11-23', way: 'sms', direction: 'in', result: 'reached' })
})

test('a time that has not been is said, and nothing is saved', async () => {
  const { recorded, user } = open({ path: '/contact' })
  await user.click(await button('En annen tid'))
  await user.click(await button('Fikk kontakt'))
  await shown.findByText('Skriv hvilken dag.')
  expect(recorded).toEqual([])
})

test('one who wants no contact is offered no button to ring', async () => {
  const rows = home(patch(LANE, 'resident', testId(11), {}))
  const stop = applied(rows, [patch(LANE, 'resident', testId(10), { contactStop: { since: TODAY, scope: 'all_visits' } })])
  open({ path: '/contact', rows: stop })
  await button('Ikke svar')
  expect(shown.queryByRole('button', { name: 'Ring Testine' })).toBeNull()
})

const coordinates: readonly LaneAccess[] = [{ user: MARIT, role: 'coordinator', since: '2026-01-01T00:00:00.000Z' } as LaneAccess]

test('a phone has no field for who complained, whoever holds it, and says why', async () => {
  open({ path: '/complaints/new' })
  await shown.findByText('Si hva, ikke hvem. Navnet på den som klaget står bare på kontoret.')
  expect(shown.queryByRole('textbox', { name: 'Navn' })).toBeNull()
  expect(shown.queryByRole('textbox', { name: 'Telefon' })).toBeNull()
})

test('at the desk one who follows up is not asked who complained, and one who coordinates is', async () => {
  const worker = [{ user: MARIT, role: 'worker', since: '2026-01-01T00:00:00.000Z' } as LaneAccess]
  open({ path: '/complaints/new', kind: 'desk', access: worker })
  await shown.findByText('Navnet på den som klaget kan bare koordinatoren se.')
  expect(shown.queryByRole('textbox', { name: 'Navn' })).toBeNull()
})

test('who complained is written beside the complaint, and is in no draft', async () => {
  const { recorded, kept, user } = open({ path: '/complaints/new', kind: 'desk', access: coordinates })
  await user.click(await shown.findByRole('radio', { name: 'Bråk' }))
  await user.click(shown.getByRole('radio', { name: 'Nabo' }))
  await user.type(await field('Navn'), 'Nabo Eksempel')
  await user.click(await button('Lagre'))
  await waitFor(() => expect(recorded.map(({ type }) => type)).toEqual(['complaint', 'reporter']))
  expect(JSON.stringify(recorded[0])).not.toContain('Nabo Eksempel')
  expect(JSON.stringify(kept)).not.toContain('Nabo Eksempel')
})

test('a complaint written by mistake takes who complained with it', async () => {
  const REPORTER = testId(290)
  const rows = home(
    patch(LANE, 'complaint', COMPLAINT, { about: 'noise', fromRole: 'neighbour', receivedAt: TODAY }),
    patch(LANE, 'reporter', REPORTER, { complaint: COMPLAINT, name: 'Nabo Eksempel', phone: '' }),
    patch(LANE, 'reporter', testId(291), { complaint: testId(292), name: 'En annen', phone: '' }),
  )
  const { recorded, user } = open({ path: `/complaints/${COMPLAINT}`, kind: 'desk', access: coordinates, rows })
  await user.click(await button('Ta bort. Det var en feil'))
  await waitFor(() => expect(recorded.map(({ rec }) => rec)).toEqual([COMPLAINT, REPORTER]))
  expect(recorded.map(({ set }) => set)).toEqual([{ void: { reason: 'mistake' } }, { void: { reason: 'mistake' } }])
})

test('what is missing in a complaint is said at its place', async () => {
  const { recorded, user } = open({ path: '/complaints/new' })
  await user.click(await button('Lagre'))
  await shown.findByText('Velg hva klagen gjelder.')
  expect(recorded).toEqual([])
})

test.each(LANGUAGES)('the reply to a neighbour says in %s neither who lives there nor that anybody gets help', (language) => {
  const words = sayIn(language)('forms.complaints.replyText')
  expect(words).not.toMatch(/beboer|bebuar|resident|hjelp|oppfølg|follow|sosial|nav\b|klient|tenant/i)
  expect(words.length).toBeGreaterThan(80)
})

test('the words to a neighbour are copied as they stand', async () => {
  const { user } = open({ path: '/complaints', rows: home(patch(LANE, 'complaint', COMPLAINT, { about: 'noise', receivedAt: TODAY })) })
  await user.click(await button('Kopier svaret'))
  await shown.findByText('Svaret er kopiert.')
  expect(await navigator.clipboard.readText()).toBe(sayIn('nb')('forms.complaints.replyText'))
})

test('two amounts stand beside each other with the way to settle them, and make no sum', async () => {
  const one = home(patch(LANE, 'arrears', ARREARS, { period: 'To måneder', amount: 2_600_000 }))
  open({ path: '/arrears', rows: applied(one, [patch(LANE, 'arrears', ARREARS, { amount: 3_900_000 })], JON) })
  await shown.findByText(/^26.000.kr eller 39.000.kr$/)
  expect(shown.getByRole('link', { name: 'To versjoner' }).getAttribute('href')).toMatch(/\/versions$/)
  expect(shown.queryByText(/Ubetalt i alt/)).toBeNull()
})

test('a tick says it is paid today', async () => {
  const rows = home(patch(LANE, 'arrears', ARREARS, { period: 'Oktober', amount: 840_000 }))
  const { recorded, user } = open({ path: '/arrears', rows })
  await user.click(await shown.findByRole('checkbox', { name: 'Betalt: oktober' }))
  await waitFor(() => expect(recorded[0]?.set).toEqual({ paidDate: TODAY }))
})

test('an amount that is none is said at its field, and what was typed stays', async () => {
  const { recorded, user } = open({ path: '/arrears/new' })
  await user.click(await shown.findByRole('radio', { name: 'Husleie' }))
  await user.type(await field('Hvilken periode?'), 'Oktober')
  await user.type(await field('Beløp i kroner'), 'mye')
  await user.click(await button('Lagre'))
  await shown.findByText(/^Skriv beløpet med tall, som/)
  expect(recorded).toEqual([])
  expect(await field('Beløp i kroner')).toHaveProperty('value', 'mye')
})

test('an arrangement says what it comes to while it is typed, and is saved as a proposal', async () => {
  const { recorded, user } = open({ path: '/payment/new' })
  await user.type(await field('Hvem skal ha pengene?'), 'Utleier Demo')
  await user.type(await field('Hvor mye i alt?'), '26 000')
  await user.click(shown.getByRole('radio', { name: 'Antall ganger' }))
  await user.type(await field('Antall ganger'), '6')
  await shown.findByText(/^Seks betalinger på 4.334.kr, den siste på 4.330.kr\.$/)
  await user.click(await button('Lagre'))
  await shown.findByText('Velg dagen for første betaling.')
  await user.type(shown.getByLabelText('Første betaling'), '2026-12-15')
  await user.click(await button('Lagre'))
  await waitFor(() => expect(recorded[0]?.set).toMatchObject({ status: 'proposed', terms: 6, perTerm: 433_400, last: 433_000 }))
})

const DEALT = {
  creditor: 'Utleier Demo',
  total: 200,
  perTerm: 100,
  terms: 2,
  last: 100,
  payNow: 0,
  dueDay: 15,
  firstDate: localDate('2026-12-15'),
}

test('an arrangement does not start before both have said yes, and says so', async () => {
  const rows = home(patch(LANE, 'paymentArrangement', DEAL, { ...DEALT, status: 'proposed', agreedByResident: { on: TODAY } }))
  const { recorded, user } = open({ path: `/payment/${DEAL}`, rows })
  await user.click(await button('Start avtalen'))
  expect((await shown.findByRole('alert')).textContent).toContain('Avtalen starter når begge har sagt ja.')
  await user.click(await button('Utleier Demo har sagt ja'))
  await user.click(await button('Lagre at det er et ja'))
  await waitFor(() => expect(recorded.map(({ set }) => set)).toEqual([{ agreedByCreditor: { on: TODAY } }]))
})

test('started, it has its instalments, and a tick is the day it was paid', async () => {
  const yes = { agreedByResident: { on: TODAY }, agreedByCreditor: { on: TODAY } }
  const rows = home(
    patch(LANE, 'paymentArrangement', DEAL, { ...DEALT, ...yes, status: 'active' }),
    patch(LANE, 'instalment', testId(204), { arrangement: DEAL, due: localDate('2026-12-15'), amount: 100, paid: null, order: 1 }),
  )
  const { recorded, user } = open({ path: `/payment/${DEAL}`, rows })
  await user.click(await shown.findByRole('checkbox'))
  await waitFor(() => expect(recorded.at(-1)?.set).toEqual({ paid: { on: TODAY, amount: 100 } }))
  await user.click(await button('Betalt ferdig'))
  expect((await shown.findByRole('alert')).textContent).toContain('Ikke alt er merket som betalt.')
})

test('a new month takes the lines of the last one, and says what is left while it is typed', async () => {
  const rows = home(
    patch(LANE, 'budget', testId(210), { month: '2026-10' }),
    patch(LANE, 'budgetLine', testId(211), { budget: testId(210), kind: 'income', label: 'income', amount: 2_480_000, order: 0 }),
    patch(LANE, 'budgetLine', testId(212), { budget: testId(210), kind: 'expense', label: 'Hund', amount: 90_000, order: 1 }),
  )
  const { recorded, user } = open({ path: '/budget/new', rows })
  await user.click(await button('Bruk linjene fra oktober'))
  await shown.findByText(/^Til overs: 23.900.kr$/)
  await user.click(await button('Lagre'))
  await waitFor(() => expect(recorded.map(({ type }) => type)).toEqual(['budget', 'budgetLine', 'budgetLine']))
  expect(recorded[0]?.set).toMatchObject({ month: '2026-11' })
})

test('a stay says which one it ends', async () => {
  const rows = home(patch(LANE, 'stay', testId(220), { kind: 'outdoors', from: localDate('2026-11-18') }))
  const { recorded, user } = open({ path: '/stays/new', rows })
  await user.click(await shown.findByRole('radio', { name: 'Nattherberge' }))
  await shown.findByText('Ute avsluttes samme dag.')
  await user.click(await button('Lagre'))
  await waitFor(() => expect(recorded.map(({ set }) => set)).toEqual([{ kind: 'night_shelter', from: TODAY }, { to: TODAY }]))
})

test('what was typed is found again after a lock', async () => {
  const { kept, user } = open({ path: '/arrears/new' })
  await user.type(await field('Hvilken periode?'), 'Oktober')
  await waitFor(() => expect(JSON.stringify(kept.at(-1)?.content)).toContain('Oktober'))
  const draft = kept.at(-1)
  cleanup()
  open({ path: '/arrears/new', drafts: draft ? [draft] : [] })
  expect(await field('Hvilken periode?')).toHaveProperty('value', 'Oktober')
})
