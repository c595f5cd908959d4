// «Slik går det» on the screen: in words, with the drawing's twin, in two taps, and without blame.

import { render, screen as shown, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Casebook } from '#device/casebook.ts'
import { type Id, localDate } from '#domain/ids.ts'
import { addLog, addScore } from '#domain/progress-acts.ts'
import { patch } from '#domain/records.ts'
import { type Patch, type RecordRow, seenOf } from '#domain/register.ts'
import { aCase, applied, FOOD, HOME_HELP, HYGIENE, JON, LANE, LAST_VISIT, MARIT, testId, VISIT } from '#domain/visit-fixture.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { aCasebook, anAnswer } from '../visit/visit-builders.ts'
import { Progress } from './progress.tsx'

beforeAll(() => loadAllWords('nb'))

const D = localDate
const PLAN = testId(20)
let recorded: Patch[] = []
beforeEach(() => {
  recorded = []
})

const person = (rec: Id, name: string) => ({ ...patch(LANE, 'user', rec, { name, phone: '', roles: ['followup_worker'] }) })
const office = [...applied(new Map(), [person(MARIT, 'Marit Prøve'), person(JON, 'Jon Prøve')]).values()]

/** A plan that is to be evaluated on 1 December; today is 24 November. */
function aPlan(more: readonly Patch[] = [], by: Id = MARIT): Map<Id, RecordRow> {
  const rows = aCase()
  const dated = applied(rows, [
    patch(
      LANE,
      'plan',
      PLAN,
      { period: { startDate: D('2026-09-01'), endDate: D('2027-03-01') }, review: { everyMonths: 3, next: D('2026-12-01') } },
      { seen: seenOf(rows.get(PLAN)) },
    ),
  ])
  return applied(dated, more, by)
}

function show(rows: ReadonlyMap<Id, RecordRow>, kind: Casebook['kind'] = 'field') {
  const answer = { ...anAnswer(), rows, office }
  const casebook: Casebook = { ...aCasebook({ recorded }, answer), kind }
  render(
    <Speaking>
      <SessionProvider session={{ casebook, isDemo: false }}>
        <MemoryRouter initialEntries={[`/residents/${LANE.slice(5)}/progress`]}>
          <Routes>
            <Route path="/residents/:resident/progress/*" element={<Progress />} />
            <Route path="/residents/:resident/visits/:visit" element={<p>Besøket</p>} />
          </Routes>
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
  return userEvent.setup()
}
const score = (n: number, goal: Id, by: 'resident' | 'worker', value: number, on: string) =>
  addScore({ lane: LANE, rec: testId(n), on: D(on) }, goal, by, value)
const cardOf = async (title: string) => {
  const heading = await shown.findByRole('heading', { name: title })
  const card = heading.closest('.bf-card')
  if (!(card instanceof HTMLElement)) throw new Error('no card')
  return within(card)
}
const button = (name: string | RegExp) => shown.getByRole('button', { name })

test('where a goal stands is said in words, for the resident and for us', async () => {
  show(aPlan([score(301, HYGIENE, 'worker', 1, '2026-11-20')]))
  const card = await cardOf('Bedre hygiene')
  expect(card.getByText(/^Går som regel · Prøve 17\.\snovember$/)).toBeTruthy()
  expect(card.getByText(/^Går tungt · Marit 20\.\snovember$/)).toBeTruthy()
})

test('the drawing says in one sentence what it shows, and has its numbers in a table beside it', async () => {
  show(aPlan([score(301, HYGIENE, 'worker', 1, '2026-11-20')]))
  const card = await cardOf('Bedre hygiene')
  expect(card.getByRole('img').getAttribute('aria-label')).toBe('Bedre hygiene: 2 vurderinger. Først går som regel, sist går tungt.')
  const table = await card.findByRole('table', { name: 'Bedre hygiene' })
  expect(
    within(table)
      .getAllByRole('columnheader')
      .map(({ textContent }) => textContent),
  ).toEqual(['Dato', 'Vurdering', 'Hvem vurderte'])
  expect(
    within(table)
      .getAllByRole('row')
      .slice(1)
      .map(({ textContent }) => textContent),
  ).toEqual(['20.11.2026Går tungtMarit', '17.11.2026Går som regelPrøve, skrevet av Marit'])
})

test('the table is there for a screen reader all the time, and for the eyes at a tap', async () => {
  const user = show(aPlan())
  const card = await cardOf('Bedre hygiene')
  const holder = () => card.getByRole('table').parentElement?.className ?? ''
  await card.findByRole('table')
  expect(holder()).toContain('bf-visually-hidden')
  await user.click(button('Vis som tabell: Bedre hygiene'))
  expect(holder()).not.toContain('bf-visually-hidden')
  await user.click(button('Skjul tabellen: Bedre hygiene'))
  expect(holder()).toContain('bf-visually-hidden')
})

test('two who wrote different ratings on the same day stand apart, each with her name', async () => {
  const rows = aPlan([score(301, HYGIENE, 'resident', 2, '2026-11-24')], MARIT)
  show(applied(rows, [score(302, HYGIENE, 'resident', 4, '2026-11-24')], JON))
  const table = await (await cardOf('Bedre hygiene')).findByRole('table')
  const lines = within(table)
    .getAllByRole('row')
    .map(({ textContent }) => textContent)
  expect(lines).toContain('24.11.2026Går av og tilPrøve, skrevet av Marit')
  expect(lines).toContain('24.11.2026Klarer selvPrøve, skrevet av Jon')
  expect(document.querySelectorAll('.bf-chart .resident circle')).toHaveLength(3)
})

test('a fall is drawn like any other line: nothing on the page is red', async () => {
  show(aPlan([score(301, HYGIENE, 'resident', 0, '2026-11-24')]))
  await cardOf('Bedre hygiene')
  expect(document.querySelector('[class*="risk"], [class*="danger"]')).toBeNull()
})

test('a rating takes two taps, is the resident’s unless said otherwise, and is only added', async () => {
  const user = show(aPlan())
  await user.click(await shown.findByRole('button', { name: 'Ny vurdering: Bedre kosthold' }))
  await user.click(button('Klarer selv'))
  await waitFor(() => expect(recorded).toHaveLength(1))
  expect(recorded[0]).toMatchObject({ type: 'goalScore', set: { goal: FOOD, by: 'resident', score: 4, on: '2026-11-24' } })
  expect(recorded[0]?.seen).toBeUndefined()
  await user.click(button('Ny vurdering: Bedre kosthold'))
  await user.click(button('Jeg'))
  await user.click(button('Går ikke'))
  await waitFor(() => expect(recorded[1]?.set).toMatchObject({ by: 'worker', score: 0 }))
})

test('a line in the log takes two taps', async () => {
  const user = show(aPlan())
  await user.click(await shown.findByRole('button', { name: 'Skriv i loggen: Hjemmehjelp' }))
  await user.click(button('Delvis'))
  await waitFor(() =>
    expect(recorded[0]).toMatchObject({ type: 'measureLog', set: { measure: HOME_HELP, done: 'partly', on: '2026-11-24' } }),
  )
})

test('how often a measure came about is said in words, and the log opens line by line', async () => {
  const line = (n: number, done: 'yes' | 'no', on: string) => addLog({ lane: LANE, rec: testId(n), on: D(on) }, HOME_HELP, done)
  const user = show(aPlan([line(401, 'yes', '2026-11-05'), line(402, 'yes', '2026-11-12'), line(403, 'no', '2026-11-19')]))
  const card = await cardOf('Hjemmehjelp')
  expect(card.getByText(/^I gang\s· gjort 2 · ikke 1\s· sist 19\.\snovember$/)).toBeTruthy()
  expect(card.queryAllByRole('listitem')).toHaveLength(0)
  await user.click(button('Vis loggen: Hjemmehjelp'))
  expect(card.getAllByRole('listitem').map(({ textContent }) => textContent?.slice(0, 2))).toEqual(['Ne', 'Ja', 'Ja'])
})

test('what the resident promised and what we promised are told in the same words', async () => {
  const promised = (n: number, assignee: string, status: 'done' | 'open') =>
    patch(LANE, 'task', testId(n), { title: `Avtale ${n}`, assignee, status, visit: LAST_VISIT, due: D('2026-11-20') })
  show(aPlan([promised(501, 'resident', 'open'), promised(502, JON, 'open'), promised(503, 'resident', 'done')]))
  const side = async (name: string) => {
    const heading = await shown.findByRole('heading', { name, level: 3 })
    return within(heading.parentElement ?? document.body)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent?.replaceAll('\u00a0', ' '))
  }
  expect(await side('Prøve')).toEqual(['Avtale 501Ikke ennå · innen 20. november', 'Avtale 503Gjort'])
  expect((await side('Vi som følger opp'))[0]).toBe('Avtale 502Ikke ennå · innen 20. november · Jon')
  expect(document.body.textContent).not.toMatch(/%|for sent|over fristen|brutt/i)
})

test('the next evaluation and the end are said with the reason for the date', async () => {
  show(aPlan())
  expect(
    await shown.findByText(/3 måneder etter at planen begynte 1\.\sseptember 2026|3 måneder etter at planen begynte 1\.\sseptember\s2026/),
  ).toBeTruthy()
  expect(shown.getByText(/Planen varer til 1\.\smars\s2027\. Forny den, eller avslutt sammen\./)).toBeTruthy()
})

test('when the evaluation is due its button is the filled one, and makes the visit with its guide', async () => {
  const user = show(aPlan())
  const evaluate = await shown.findByRole('button', { name: 'Evaluer planen' })
  expect(evaluate.className).toContain('bf-main-action')
  await user.click(evaluate)
  expect(await shown.findByText('Besøket')).toBeTruthy()
  expect(recorded[0]).toMatchObject({
    type: 'visit',
    set: { kind: 'plan_review', guide: { code: 'G6', version: 2 }, status: 'planned', planned: { start: '2026-11-24T11:31' } },
  })
})

test('before it is due it may still be made, and nothing is filled', async () => {
  const rows = aPlan()
  show(applied(rows, [patch(LANE, 'plan', PLAN, { lastReviewOn: D('2026-11-20') }, { seen: seenOf(rows.get(PLAN)) })]))
  expect((await shown.findByRole('button', { name: 'Evaluer planen' })).className).not.toContain('bf-main-action')
  expect(document.querySelector('.bf-main-action')).toBeNull()
})

test('an evaluation that is agreed already is opened, and no second one is made', async () => {
  const rows = aPlan()
  const user = show(applied(rows, [patch(LANE, 'visit', VISIT, { kind: 'plan_review' }, { seen: seenOf(rows.get(VISIT)) })]))
  await user.click(await shown.findByRole('button', { name: 'Evaluer planen' }))
  expect(await shown.findByText('Besøket')).toBeTruthy()
  expect(recorded).toEqual([])
})

test('after a decision to renew, the new version is the one filled button', async () => {
  const review = patch(LANE, 'planReview', testId(701), {
    plan: PLAN,
    on: D('2026-11-24'),
    decision: 'renew',
    residentsVoice: 'Det virker.',
  })
  const rows = aPlan([review])
  show(applied(rows, [patch(LANE, 'plan', PLAN, { status: 'in_evaluation' }, { seen: seenOf(rows.get(PLAN)) })]))
  const make = await shown.findByRole('button', { name: 'Lag ny versjon' })
  expect(make.getAttribute('href')).toBe(`/residents/${LANE.slice(5)}/plan/make`)
  expect(document.querySelectorAll('.bf-main-action')).toHaveLength(1)
})

test('an evaluation tells what was decided and the resident’s own words first, and all of it at a tap', async () => {
  const user = show(
    aPlan([
      patch(LANE, 'planReview', testId(701), {
        plan: PLAN,
        on: D('2026-10-15'),
        decision: 'end',
        residentsVoice: 'Nå klarer jeg dette selv.',
        trust: 4,
        crisisPlan: { whatIf: 'Ringe før forfall', whom: 'Marit' },
      }),
      patch(LANE, 'goalResult', testId(702), { review: testId(701), goal: HYGIENE, result: 'reached' }),
      patch(LANE, 'signature', testId(703), { of: testId(701), who: 'Testine', role: 'resident', drawn: 'M0 0L9 9' }),
    ]),
  )
  const card = await cardOf('Planen er avsluttet')
  expect(card.getByText('«Nå klarer jeg dette selv.»')).toBeTruthy()
  expect(card.queryByText('Ringe før forfall')).toBeNull()
  await user.click(button(/^Les hele evalueringen/))
  for (const words of ['Ringe før forfall', 'Marit', 'Ja, som regel', 'Bedre hygiene: Nådd']) expect(card.getByText(words)).toBeTruthy()
  expect(card.getByRole('img', { name: /Testine/ }).innerHTML).toContain('M0 0L9 9')
})

test('a plan that is over is read, and nothing new is asked of it', async () => {
  const rows = aPlan()
  show(applied(rows, [patch(LANE, 'plan', PLAN, { status: 'completed' }, { seen: seenOf(rows.get(PLAN)) })]))
  expect(await shown.findByText('Planen: fullført')).toBeTruthy()
  for (const name of [/^Ny vurdering/, /^Skriv i loggen/, 'Evaluer planen']) expect(shown.queryByRole('button', { name })).toBeNull()
})

test('at the desk the evaluation is agreed for those who visit', async () => {
  const user = show(aPlan(), 'desk')
  await user.click(await shown.findByRole('button', { name: 'Avtal evaluering' }))
  await user.clear(shown.getByLabelText('Dag'))
  await user.type(shown.getByLabelText('Dag'), '2026-12-01')
  await user.click(button('Avtal evaluering'))
  await waitFor(() =>
    expect(recorded[0]).toMatchObject({
      type: 'visit',
      set: { kind: 'plan_review', planned: { start: '2026-12-01T10:00' }, workers: [MARIT, JON] },
    }),
  )
})

test('a home without a plan is told what will be here', async () => {
  const rows = new Map([...aCase()].filter(([, { type }]) => !['plan', 'goal', 'measure', 'goalScore'].includes(type)))
  show(rows)
  expect(await shown.findByText(/^Her kommer målene og det dere prøver/)).toBeTruthy()
})

test('a level known from when the plan was made, and a day it was evaluated, are never called missing', async () => {
  const rows = aPlan([patch(LANE, 'goal', FOOD, { baseline: 2 }), patch(LANE, 'plan', PLAN, { lastReviewOn: D('2026-09-08') })])
  show(rows)
  const card = await cardOf('Bedre kosthold')
  expect(card.getByText(/^Da planen ble laget: /)).toBeTruthy()
  expect(card.queryByText('Ikke vurdert ennå')).toBeNull()
  expect(await shown.findByText(/^Sist evaluert 8\.\sseptember\s2026/)).toBeTruthy()
  expect(shown.queryByText('Planen er ikke evaluert ennå.')).toBeNull()
})

test('what was tried in a plan that has ended is not said to go on', async () => {
  const rows = aPlan()
  show(applied(rows, [patch(LANE, 'plan', PLAN, { status: 'ended_by_resident' }, { seen: seenOf(rows.get(PLAN)) })]))
  expect((await cardOf('Hjemmehjelp')).getByText(/^Avsluttet med planen/)).toBeTruthy()
  expect(shown.queryByText(/I gang/)).toBeNull()
})

test('where a goal began and where it is to go are dashed lines in the drawing, and said in words', async () => {
  const rows = aPlan()
  const levels = patch(LANE, 'goal', HYGIENE, { baseline: 1, target: 4 }, { seen: seenOf(rows.get(HYGIENE)) })
  show(applied(rows, [levels]))
  const card = await cardOf('Bedre hygiene')
  expect(card.getByText(/Da planen ble laget: går tungt · Ønsket: klarer selv$/)).toBeTruthy()
  const lines = (of: string) => [...card.getByRole('img').querySelectorAll(`line.${of}`)].map((line) => line.getAttribute('y1'))
  expect([lines('began'), lines('wanted')]).toEqual([['70%'], ['10%']])
  expect(card.getByText('Ønsket')).toBeTruthy()
})

test('what was said in another year has its year beside it', async () => {
  show(aPlan([score(301, HYGIENE, 'worker', 1, '2025-12-20')]))
  const card = await cardOf('Bedre hygiene')
  expect(card.getByText(/^Går tungt · Marit 20\.\sdesember\s2025$/)).toBeTruthy()
  expect(card.getByText(/^Går som regel · Prøve 17\.\snovember$/)).toBeTruthy()
})
