// The wizard, the yes and the acts as they stand on the screen, over a casebook that remembers what it was asked to do.

import { act, cleanup, render, screen as shown } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import type { Answer, Casebook, Draft, RecordHow } from '#device/casebook.ts'
import { type Id, instant, localDate } from '#domain/ids.ts'
import { CHANGED_PARTS, planChanges } from '#domain/plan-changes.ts'
import { PROBLEM_KINDS } from '#domain/plan-check.ts'
import { nextVersion } from '#domain/plan-draft.ts'
import { aDraft, frozen, NEW_PLAN, savingOf, VISITS, viewOf, withPlan } from '#domain/plan-fixture.ts'
import { savePlan } from '#domain/plan-save.ts'
import { patch } from '#domain/records.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
import { applied, idsFrom, JON, LANE, MARIT, TODAY, testId } from '#domain/visit-fixture.ts'
import { LANGUAGES } from '#texts/catalogue.ts'
import { loadAllWords, sayIn } from '#texts/say.ts'
import { useUi } from '../ui-store.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { aCasebook, anAnswer } from '../visit/visit-builders.ts'
import { Plans } from './plans.tsx'

beforeAll(async () => {
  for (const language of LANGUAGES) await loadAllWords(language)
})

interface Done {
  readonly patches: readonly Patch[]
  readonly how: RecordHow | undefined
}
function open(path: string, rows: ReadonlyMap<Id, RecordRow>, drafts: readonly Draft[] = []) {
  const done: Done[] = []
  const kept: Draft[] = []
  let tell: (answer: Answer) => void = () => undefined
  const answer = (now: ReadonlyMap<Id, RecordRow>): Answer => ({ ...anAnswer(drafts), today: TODAY, rows: now })
  const casebook: Casebook = {
    ...aCasebook({ recorded: [] }),
    newId: idsFrom(5000),
    today: () => TODAY,
    watch: (_ask, show) => {
      tell = show
      show(answer(rows))
      return () => undefined
    },
    record: async (patches, how) => {
      done.push({ patches, how })
      return { ok: true, changes: [], undo: async () => true }
    },
    keepDraft: async (draft) => {
      kept.push(draft)
      return { ok: true, changes: [], undo: async () => true }
    },
  }
  const lane = LANE.slice('case/'.length)
  render(
    <Speaking>
      <SessionProvider session={{ casebook, isDemo: false }}>
        <MemoryRouter initialEntries={[`/residents/${lane}/plan${path}`]}>
          <Routes>
            <Route path="/residents/:resident/plan/*" element={<Plans />} />
          </Routes>
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
  return { done, kept, move: (next: ReadonlyMap<Id, RecordRow>) => act(() => tell(answer(next))), user: userEvent.setup() }
}
const home = () => applied(new Map(), [patch(LANE, 'resident', testId(10), { displayName: 'Testine' })])
const active = () => applied(withPlan(), [patch(LANE, 'plan', NEW_PLAN, { status: 'active' }, { seen: { status: headsOf(withPlan()) } })])
const headsOf = (rows: ReadonlyMap<Id, RecordRow>): readonly Id[] => (rows.get(NEW_PLAN)?.regs.status ?? []).map(({ by }) => by)
const button = (name: string) => shown.findByRole('button', { name })

test.each(LANGUAGES)('each problem with a plan, and each part that may change, has its words in %s', (language) => {
  const say = sayIn(language)
  const about = { of: 'Besøk', n: 12, what: 'Blodprøver' }
  for (const kind of PROBLEM_KINDS) expect(say(`planEdit.problem.${kind}`, about).length, kind).toBeGreaterThan(15)
  for (const part of CHANGED_PARTS) expect(say(`planEdit.part.${part}`).length, part).toBeGreaterThan(1)
})

test('a tap on a suggestion is the wish and the main goal, and is kept at once', async () => {
  const { kept, user } = open('/edit/wish', home())
  await user.click(await button('Jeg vil ha ro rundt meg'))
  expect(kept.at(-1)?.content).toMatchObject({
    kind: 'plan',
    at: 'wish',
    plan: { version: 1, wish: 'Jeg vil ha ro rundt meg', goals: [{ text: 'Jeg vil ha ro rundt meg', area: 'keep_home' }] },
  })
})

test('a plan half made is opened at the question it was left at, with the same words', async () => {
  const content = { kind: 'plan', at: 'expect', plan: { ...aDraft(), plan: testId(900), onResident: 'Jeg åpner døra' }, seen: {} }
  const draft: Draft = {
    id: testId(901),
    lane: LANE,
    rec: testId(900),
    rev: 3,
    seen: {},
    at: instant('2026-11-24T10:31:00.000Z'),
    content: JSON.parse(JSON.stringify(content)),
  }
  open('/edit', home(), [draft])
  expect(await shown.findByRole('heading', { name: 'Hva kan vi forvente av hverandre?' })).toBeTruthy()
  expect(shown.getByRole('textbox', { name: 'Det jeg gjør' }).textContent).toBe('Jeg åpner døra')
})

test('where a goal stands now and where it is to go are said beside it, if one likes', async () => {
  const { kept, user } = open('/edit/first', withPlan())
  expect(await shown.findByRole('combobox', { name: 'Slik går det nå' })).toHaveProperty('value', '')
  await user.selectOptions(shown.getByRole('combobox', { name: 'Slik går det nå' }), 'Går tungt')
  await user.selectOptions(shown.getByRole('combobox', { name: 'Slik vil jeg at det skal gå' }), 'Går som regel')
  expect(kept.at(-1)?.content).toMatchObject({ plan: { goals: [{}, { baseline: 1, target: 3 }] } })
  await user.selectOptions(shown.getByRole('combobox', { name: 'Slik går det nå' }), 'Ikke sagt')
  const goals = JSON.parse(JSON.stringify(kept.at(-1)?.content)).plan.goals
  expect([goals[1].baseline, goals[1].target]).toEqual([undefined, 3])
})

test('a proposal says what it changes in the level of a goal, and the plan says what is wanted', async () => {
  const first = frozen(withPlan(), NEW_PLAN)
  const plan = viewOf(applied(first, [patch(LANE, 'plan', NEW_PLAN, { status: 'active' }, { seen: { status: headsOf(first) } })])).plan
  if (!plan) throw new TypeError('no plan')
  let n = 700
  const next = nextVersion(plan, 'change', TODAY, () => testId(n++))
  const rows = applied(
    first,
    savePlan({ ...next, goals: next.goals.map((goal) => (goal.parent ? { ...goal, target: 3 } : goal)) }, savingOf(first)),
  )
  const view = viewOf(rows)
  const now = view.plans.find(({ id }) => id === next.plan)
  const before = view.plans.find(({ id }) => id === NEW_PLAN)
  expect(now && before && planChanges(now, before)).toEqual([
    { part: 'target', how: 'added', of: 'Husleien er betalt hver måned', before: undefined, after: { is: 'level', level: 3 } },
  ])
})

test('background and conditions unfold, and fold again', async () => {
  const { user } = open('/edit/expect', withPlan())
  const more = await shown.findByText('Bakgrunn, vilkår og individuell plan')
  const part = more.closest('details')
  const opened = part?.open
  await user.click(more)
  expect(part?.open).toBe(!opened)
  await user.click(more)
  expect(part?.open).toBe(opened)
})

test('the wizard says what is missing, and keeps the plan all the same', async () => {
  const { done, user } = open('/edit/check', withPlan({ ...aDraft(), endDate: undefined }))
  expect(await shown.findByText('Velg hvor lenge planen varer.')).toBeTruthy()
  await user.click(shown.getByRole('button', { name: 'Lagre utkast' }))
  expect(done.map(({ patches }) => patches)).toEqual([[]])
})

test('what a measure of a proposal asks for is asked before the yes, and nothing begins before it', async () => {
  const measures = aDraft().measures.map((one) => ({ ...one, kind: 'blood_test' as const, text: 'Blodprøver' }))
  const rows = withPlan({ ...aDraft(), measures })
  for (const path of ['', `/read/${NEW_PLAN}`]) {
    open(path, rows)
    const link = await shown.findByRole('link', { name: 'Spør om samtykke' })
    expect(link.getAttribute('href')).toMatch(new RegExp(`/consents/ask/${VISITS}$`))
    expect(shown.queryByRole('button', { name: /^(Start|Begynn)/ })).toBeNull()
    cleanup()
  }
  open('', withPlan())
  expect(await shown.findByRole('heading', { name: 'Hvem gjør hva' })).toBeTruthy()
  expect(shown.queryByText('Ikke begynt ennå')).toBeNull()
})

test('the yes is over the words that were read, signs the plan, and asks once for the yes to taking part', async () => {
  const { done, user } = open(`/read/${NEW_PLAN}`, withPlan())
  await user.click(await button('Vi er enige'))
  expect(shown.getByRole<HTMLInputElement>('radio', { name: 'Muntlig enig, bevitnet' }).checked).toBe(true)
  await user.clear(shown.getByRole('textbox', { name: 'Hørt og bekreftet av' }))
  await user.type(shown.getByRole('textbox', { name: 'Hørt og bekreftet av' }), 'Marit')
  await user.click(shown.getByRole('button', { name: 'Bekreft' }))
  expect(done[0]?.how).toMatchObject({ sign: { lane: LANE, root: NEW_PLAN }, holdMs: 10_000 })
  const sets = done[0]?.patches.map(({ type, set }) => ({ type, ...set }))
  expect(sets).toContainEqual(expect.objectContaining({ type: 'consent', kind: 'participate' }))
  expect(sets).toContainEqual(
    expect.objectContaining({ type: 'signature', role: 'resident', textHash: expect.stringContaining('Jeg vil bli boende.') }),
  )
  expect(sets).toContainEqual({ type: 'plan', status: 'active' })
})

test('a yes without a name says at its field what is missing, and signs nothing', async () => {
  const { done, user } = open(`/read/${NEW_PLAN}`, withPlan())
  await user.click(await button('Vi er enige'))
  const heard = shown.getByRole('textbox', { name: 'Hørt og bekreftet av' })
  await user.clear(heard)
  await user.click(shown.getByRole('button', { name: 'Bekreft' }))
  expect(await shown.findByText('Skriv navnet.')).toBeTruthy()
  expect(document.activeElement).toBe(heard)
  expect(done).toEqual([])
})

test('words that come in while the plan is being read are never agreed on unread', async () => {
  const rows = withPlan()
  const { done, move, user } = open(`/read/${NEW_PLAN}`, rows)
  await user.click(await button('Vi er enige'))
  const seen = { residentsWish: (rows.get(NEW_PLAN)?.regs.residentsWish ?? []).map(({ by }) => by) }
  await move(applied(rows, [patch(LANE, 'plan', NEW_PLAN, { residentsWish: 'Jeg vil flytte.' }, { seen })]))
  expect(await shown.findByText('Planen er endret etter at dere leste den. Les på nytt.')).toBeTruthy()
  expect(shown.getByRole<HTMLButtonElement>('button', { name: 'Bekreft' }).disabled).toBe(true)
  await user.click(shown.getByRole('button', { name: 'Vis den nye planen' }))
  await user.click(shown.getByRole('button', { name: 'Bekreft' }))
  expect(
    done
      .flatMap(({ patches }) => patches.map(({ set }) => set.textHash))
      .filter(Boolean)
      .join(),
  ).toContain('Jeg vil flytte.')
})

test('«Jeg vil ikke mer» is one tap: no reason, no warning, and ten seconds to take it back', async () => {
  const { done, user } = open('', active())
  await user.click(await button('Jeg vil ikke mer'))
  expect(done).toMatchObject([{ patches: [{ type: 'plan', set: { status: 'ended_by_resident' } }], how: { holdMs: 10_000 } }])
  expect(useUi.getState().undo?.text).toBe('Planen er avsluttet.')
})

test('we never end a plan without saying why', async () => {
  const { done, user } = open('', active())
  await user.click(await button('Avslutt fra vår side'))
  await user.click(shown.getByRole('button', { name: 'Avslutt planen' }))
  expect(await shown.findByText('Skriv hvorfor, slik at beboeren kan lese det.')).toBeTruthy()
  expect(done).toEqual([])
  await user.type(shown.getByRole('textbox', { name: /Hvorfor avslutter vi/ }), 'Flyttet')
  await user.click(shown.getByRole('button', { name: 'Avslutt planen' }))
  expect(done[0]?.patches[0]?.set).toEqual({ status: 'ended_by_service', endReason: 'Flyttet' })
})

test('a change to a plan that runs is a version of its own, and the plan stands as it was', async () => {
  const { kept, user } = open('/edit/wish', active())
  await user.click(await button('Jeg vil ha ro rundt meg'))
  expect(kept.at(-1)?.content).toMatchObject({ plan: { version: 2, previous: NEW_PLAN, why: 'change', wish: 'Jeg vil ha ro rundt meg' } })
})

test('a plan past its last day asks to be looked at together, and one that runs says nothing', async () => {
  const over = applied(withPlan({ ...aDraft(), startDate: localDate('2026-05-01'), endDate: localDate('2026-11-01') }), [])
  open('', applied(over, [patch(LANE, 'plan', NEW_PLAN, { status: 'active' }, { seen: { status: headsOf(over) } })]))
  expect(await shown.findByText('Siste dag er gått ut. Se på planen sammen.')).toBeTruthy()
  cleanup()
  open('', active())
  expect(await shown.findByText('Planen videre')).toBeTruthy()
  expect(shown.queryByText('Siste dag er gått ut. Se på planen sammen.')).toBeNull()
})

test('a next version nobody has said anything in is no proposal', async () => {
  open('/edit/check', active())
  expect(await shown.findByText('Ingen endringer.')).toBeTruthy()
  expect(shown.getByRole<HTMLButtonElement>('button', { name: 'Lagre utkast' }).disabled).toBe(true)
})

test('no thanks to a plan that was made is one tap, and nothing follows from it', async () => {
  const { done, user } = open(`/read/${NEW_PLAN}`, withPlan())
  await user.click(await button('Takker nei'))
  expect(done).toMatchObject([{ patches: [{ rec: NEW_PLAN, set: { status: 'declined' } }] }])
})

/** Two made the next version without knowing of each other. */
function twoProposals(): ReadonlyMap<Id, RecordRow> {
  const rows = frozen(active(), NEW_PLAN)
  const { plan } = viewOf(rows)
  if (!plan) throw new TypeError('no plan')
  const change = (from: number, onResident: string) =>
    savePlan({ ...nextVersion(plan, 'change', TODAY, idsFrom(from)), onResident }, savingOf(rows))
  return applied(applied(rows, change(2000, 'Jeg ringer først.'), MARIT), change(3000, 'Jeg åpner ikke om kvelden.'), JON)
}

test('two proposals say whose they are, when they were made and what they change', async () => {
  open('', twoProposals())
  expect(await shown.findAllByRole('link', { name: /^Forslag, 24\.\snovember: Det jeg gjør$/ })).toHaveLength(2)
})

test('of two proposals one is chosen; the other is found struck, with its words, and the chosen one leads to reading', async () => {
  const rows = twoProposals()
  const { done, move, user } = open('/versions', rows)
  expect(shown.queryByRole('link', { name: 'Les sammen' })).toBeNull()
  await user.click(
    (await shown.findAllByRole('button', { name: /^Velg dette: Forslag, 24\.\snovember: Det jeg gjør$/ }))[0] ?? document.body,
  )
  expect(useUi.getState().undo?.text).toBe('Valgt. Det andre står under Versjoner, strøket.')
  await move(
    applied(
      rows,
      done.flatMap(({ patches }) => patches),
    ),
  )
  expect(shown.getByRole('heading', { name: 'Versjon 2, strøket' })).toBeTruthy()
  for (const words of ['Jeg ringer først.', 'Jeg åpner ikke om kvelden.']) expect(shown.getByText(words)).toBeTruthy()
  expect(shown.getByRole('link', { name: 'Les sammen' })).toBeTruthy()
})

test('a yes that was given to other words is never shown as agreed', async () => {
  const lost = patch(LANE, 'signature', testId(960), {
    of: NEW_PLAN,
    who: 'Testine',
    role: 'resident',
    how: 'oral_witnessed',
    textHash: 'h',
  })
  open('/versions', applied(active(), [lost]))
  expect(await shown.findByText(/^Ikke enig ennå: planen ble endret etter at dere leste den/)).toBeTruthy()
  expect(shown.queryByText(/Muntlig enig|muntlig enig/)).toBeNull()
})

test('of a plan that has ended nothing lies ahead', async () => {
  const rows = frozen(active(), NEW_PLAN)
  open('', applied(rows, [patch(LANE, 'plan', NEW_PLAN, { status: 'ended_by_resident' }, { seen: { status: headsOf(rows) } })]))
  expect(await shown.findByText('Veien videre')).toBeTruthy()
  for (const ahead of [/^Evalueres/, /^Vi møtes/, /^Varer til/, /til 24\.\smai/]) expect(shown.queryByText(ahead)).toBeNull()
})
