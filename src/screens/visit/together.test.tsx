// «Les sammen»: every question of every guide that may be turned to the resident, in each language, with nothing on it
// that is not hers (DOMAIN.md 4.1, rule 6).

import { cleanup, render, screen as shown, waitFor } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import type { StepAnswer, Value } from '#domain/answers.ts'
import { readCase } from '#domain/case-view.ts'
import type { Guide, Step } from '#domain/guide.ts'
import { instant, type Json } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import type { RecordRow } from '#domain/register.ts'
import { visitContext } from '#domain/visit-context.ts'
import { type Screen, screensOf } from '#domain/visit-walk.ts'
import { GUIDES } from '#guides/registry.ts'
import { LANGUAGES, type Language } from '#texts/catalogue.ts'
import { loadAllWords } from '#texts/say.ts'
import { SpeakingIn } from '../speaking-in.tsx'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { isForResident } from './for-resident.ts'
import { languageOf, Turned } from './together.tsx'
import type { OpenVisit } from './use-visit.ts'
import { anAnswer, anId, anOpenVisit, GOAL, LANE, TASK } from './visit-builders.ts'

beforeAll(() => Promise.all(LANGUAGES.map(loadAllWords)))

/** Written by the worker, or about somebody else: none of it may ever stand there. */
const NOT_HERS = ['ARBEIDERNOTAT', 'NABOEN HEGE', 'KOLLEGA JON', 'SIKKERHETSORD', 'KLAGEREN', 'KLAGETEKST', 'NØKKELORD', 'BEKYMRINGSORD']
const NOTE = { note: 'ARBEIDERNOTAT' }
const MEASURE = anId('Q')

const row = (type: RecordType, letter: string, set: Readonly<Record<string, Json>>): RecordRow => ({
  lane: LANE,
  id: anId(letter),
  type,
  seq: 2,
  regs: Object.fromEntries(
    Object.entries(set).map(([field, v]) => [
      field,
      [{ by: anId('H'), actor: anId('J'), at: instant('2026-11-17T10:00:00.000Z'), v, over: [] }],
    ]),
  ),
})
const EXTRA = [
  row('resident', 'R', {
    displayName: 'Einar',
    safetyFlag: { level: 'two_workers', reason: 'SIKKERHETSORD' },
    keyAgreement: 'NØKKELORD',
    safeContactNote: 'SIKKERHETSORD',
  }),
  row('measure', 'Q', {
    plan: anId('L'),
    goals: [GOAL],
    text: 'Hjemmehjelp',
    kind: 'home_help',
    status: 'active',
    servicesPart: 'Vi kommer',
    responsible: ['KOLLEGA JON'],
  }),
  row('complaint', 'K', { about: 'noise', text: 'KLAGETEKST', receivedAt: '2026-11-20', status: 'open', fromRole: 'neighbour' }),
  row('reporter', 'E', { complaint: anId('K'), name: 'KLAGEREN' }),
  row('concern', 'F', { code: 'C-CHILD', status: 'open', action: { taken: 'told_leader', on: '2026-11-20', note: 'BEKYMRINGSORD' } }),
  row('relative', 'S', { name: 'NABOEN HEGE', relation: 'friend' }),
]
const ROWS = new Map([...anAnswer().rows, ...EXTRA.map((made) => [made.id, made] as const)])

/** An answer of each kind, with words of the worker's beside it. */
function anAnswerTo(step: Step): Value {
  const code = step.options?.[0]?.code ?? 'yes'
  switch (step.type) {
    case 'goalScore':
      return { is: 'scores', scores: { [GOAL]: { by: 'worker', score: 0, note: 'ARBEIDERNOTAT', why: 'ARBEIDERNOTAT' } } }
    case 'measureCheck':
      return { is: 'checks', checks: { [TASK]: { result: 'no', ...NOTE }, [MEASURE]: { result: 'no', ...NOTE } } }
    case 'measureReview':
      return { is: 'reviews', reviews: { [MEASURE]: { helped: 'no', onward: 'change', ...NOTE } } }
    case 'areas':
      return { is: 'areas', areas: { cleanliness: { level: 0, ...NOTE } } }
    case 'agreements':
      return { is: 'agreements', lines: [{ text: 'ARBEIDERNOTAT', who: 'NABOEN HEGE' }] }
    case 'people':
      return { is: 'people', people: [{ name: 'NABOEN HEGE', relation: 'friend' }] }
    case 'taskOffer':
      return { is: 'offer', code: 'yes', who: 'KOLLEGA JON' }
    case 'multi':
      return { is: 'codes', codes: [code] }
    case 'number':
    case 'money':
    case 'day':
      return { is: 'number', number: 3 }
    case 'scale5':
      return { is: 'number', number: 2 }
    case 'text':
      return { is: 'text', text: 'Det hun selv sa' }
    case 'date':
      return { is: 'text', text: '2026-12-01' }
    case 'each':
      return { is: 'each', each: Object.fromEntries((step.items ?? []).map((item) => [item.code, code])) }
    case 'budget':
      return { is: 'budget', lines: [] }
    case 'photo':
      return { is: 'photos', documents: [] }
    case 'signature':
      return { is: 'signed', how: 'oral_witnessed' }
    case 'nextVisit':
      return { is: 'nextVisit', residentCalls: true }
    default:
      return { is: 'code', code }
  }
}

/** Every question at once: what is shown when is not asked here. */
function allShown(guide: Guide): Guide {
  const open = ({ showIf: _when, isByButton: _button, ...step }: Step): Step => step
  return { ...guide, blocks: guide.blocks.map(({ showIf: _when, ...block }) => ({ ...block, steps: block.steps.map(open) })) }
}

function turnedIn(guide: Guide): { readonly open: OpenVisit; readonly hers: readonly Screen[] } {
  const made = anOpenVisit({ type: 'text' }, { recorded: [] })
  const view = readCase(ROWS)
  if (!view) throw new TypeError('the rows make a case')
  const whole = allShown(guide)
  const context = visitContext(view, made.visit.id, made.answer.today)
  const answers = Object.fromEntries(
    whole.blocks
      .flatMap((block) => block.steps)
      .map((step): readonly [string, StepAnswer] => [step.id, { kind: 'given', value: anAnswerTo(step), ...NOTE }]),
  )
  const concerns = Object.keys(answers).map((fromStep) => ({ id: anId('F'), code: 'C-CHILD' as const, fromStep, note: 'BEKYMRINGSORD' }))
  made.keeper.change({ ...made.keeper.held().content, answers, concerns }, 'now')
  const people = new Map([[anId('J'), { id: anId('J'), name: 'KOLLEGA JON', roles: [] }]])
  const open = {
    ...made,
    guide: whole,
    view,
    context,
    people,
    answer: { ...made.answer, rows: ROWS },
    around: { ...made.around, context, view, rows: ROWS, takers: [{ code: 'x', text: 'KOLLEGA JON' }] },
  }
  return { open, hers: screensOf({ guide: whole, answers, context }).filter(isForResident) }
}

async function turned(open: OpenVisit, at: string, language: Language): Promise<string> {
  render(
    <Speaking>
      <SessionProvider session={{ casebook: open.casebook, isDemo: false }}>
        <MemoryRouter>
          <SpeakingIn language={language}>
            <Turned open={open} at={at} language={language} onLanguage={() => {}} />
          </SpeakingIn>
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
  await waitFor(() => expect(document.querySelector('h2')).not.toBeNull())
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')].map((field) => field.value)
  return [document.body.innerHTML, ...fields].join('\n')
}

test('no question of any guide shows a word of the worker’s, of a colleague’s or of anybody else’s', async () => {
  let turns = 0
  for (const guide of GUIDES) {
    const { open, hers } = turnedIn(guide)
    expect(hers.length).toBeGreaterThan(2)
    for (const screen of hers) {
      const language = LANGUAGES[turns % LANGUAGES.length] ?? 'nb'
      const html = await turned(open, screen.key, language)
      expect([guide.code, guide.version, screen.key, NOT_HERS.filter((word) => html.includes(word))]).toEqual([
        guide.code,
        guide.version,
        screen.key,
        [],
      ])
      expect(document.documentElement.lang).toBe(language)
      expect(html.includes('Einar kl.')).toBe(false)
      turns += 1
      cleanup()
    }
  }
  expect(turns).toBeGreaterThan(60)
})

test('what only the worker is asked, what names people, and her own safety are never turned', () => {
  for (const guide of GUIDES) {
    const { hers } = turnedIn(guide)
    const steps = hers.map(({ step }) => step)
    expect(steps.filter(({ isWorkerOnly, isOwn }) => isWorkerOnly || isOwn)).toEqual([])
    expect(steps.filter(({ type }) => ['people', 'agreements', 'taskOffer', 'areas', 'photo'].includes(type))).toEqual([])
  }
})

test('an answer she gives herself keeps the words that stood beside it', async () => {
  const { open, hers } = turnedIn(GUIDES.find(({ code, version }) => code === 'G2' && version === 1) ?? fail())
  const goal = hers.find(({ step }) => step.type === 'goalScore') ?? fail()
  await turned(open, goal.key, 'en')
  shown.getByRole('radio', { name: /^4/ }).click()
  expect(open.keeper.held().content.answers[goal.step.id]).toMatchObject({
    kind: 'given',
    value: { scores: { [GOAL]: { score: 4, note: 'ARBEIDERNOTAT', why: 'ARBEIDERNOTAT' } } },
  })
})

test('a language the app does not speak is said to the worker, never guessed', () => {
  expect(['nb', 'nn', 'en', 'no', undefined, 'pl', 'so'].map((code) => languageOf(code))).toEqual([
    'nb',
    'nn',
    'en',
    'nb',
    'nb',
    'other',
    'other',
  ])
})

const fail = (): never => {
  throw new Error('not there')
}
