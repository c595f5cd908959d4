// What was said at a visit is read at the office under the question it answers, whichever guide asked it.

import { render, screen as shown } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import { readCase } from '#domain/case-view.ts'
import type { ObservationView } from '#domain/case-view-events.ts'
import { type ContributionView, questionField } from '#domain/case-view-visits.ts'
import type { Step, Write } from '#domain/guide.ts'
import type { StoredAnswer } from '#domain/records.ts'
import { patch } from '#domain/records.ts'
import { aCase, applied, JON, LANE, MARIT, NOW, TODAY, testId, VISIT } from '#domain/visit-fixture.ts'
import { GUIDES, guideOf } from '#guides/registry.ts'
import { loadAllWords, sayIn } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { aCasebook } from '../visit/visit-builders.ts'
import type { LogContext } from './log-lines.ts'
import { questionsOf } from './log-questions.ts'
import { VisitLog } from './visit-log.tsx'

beforeAll(() => loadAllWords('nb'))

type Observe = Extract<Write, { readonly kind: 'observe' }>
const observing = GUIDES.flatMap((guide) =>
  guide.blocks
    .flatMap(({ steps }) => steps)
    .flatMap((step) => step.writes.flatMap((write) => (write.kind === 'observe' ? [{ guide, step, write }] : []))),
)
const nobody = { worker: JON, answers: {}, guide: undefined } as unknown as ContributionView
const written = (code: string, version: number, answers: Readonly<Record<string, StoredAnswer>>) =>
  ({ worker: MARIT, guide: { code, version }, answers }) as unknown as ContributionView
const said = (one: Partial<ObservationView>, by = MARIT) => ({ made: { by, at: NOW }, basis: 'seen', ...one }) as unknown as ObservationView
const codeOf = (step: Step, { levels }: Observe) => Object.keys(levels ?? {})[0] ?? step.options?.[0]?.code ?? 'yes'

test('whatever was written down in any guide finds its question again, and only in the answers of who wrote it', () => {
  expect(observing.length).toBeGreaterThan(20)
  for (const { guide, step, write } of observing) {
    const answer: StoredAnswer = step.type === 'text' ? { v: 'Det går.' } : { v: codeOf(step, write), note: 'Det går.' }
    const of = questionsOf([nobody, written(guide.code, guide.version, { [step.id]: answer })], guideOf)
    expect(of(said({ area: write.area, text: 'Det går.' })), step.id).toBe(step.text)
    expect(of(said({ area: write.area, text: 'Det går.' }, JON)), step.id).toBeUndefined()
    expect(of(said({ area: write.area, text: 'Noe annet.' })), step.id).toBeUndefined()
  }
})

test('a level without words, and the guide’s own words, find their question too', () => {
  const levelled = observing.filter(({ write }) => write.levels)
  expect(levelled.length).toBeGreaterThan(0)
  for (const { guide, step, write } of levelled) {
    const code = codeOf(step, write)
    const of = questionsOf([written(guide.code, guide.version, { [step.id]: { v: code } })], guideOf)
    expect(of(said({ area: write.area, level: write.levels?.[code] })), step.id).toBe(step.text)
  }
  const worded = observing.filter(({ write }) => write.text)
  for (const { guide, step, write } of worded) {
    const of = questionsOf([written(guide.code, guide.version, { [step.id]: { v: codeOf(step, write) } })], guideOf)
    expect(of(said({ area: write.area, text: write.text?.nn })), step.id).toBe(step.text)
  }
})

test('what was noted of an area of the home stands under the question about the home', () => {
  const areas = GUIDES.flatMap((guide) => guide.blocks.flatMap(({ steps }) => steps).map((step) => ({ guide, step }))).filter(
    ({ step }) => step.type === 'areas',
  )
  expect(areas.length).toBeGreaterThan(0)
  for (const { guide, step } of areas) {
    const of = questionsOf([written(guide.code, guide.version, { [step.id]: { v: { food: { level: 1, note: 'Tomt.' } } } })], guideOf)
    expect(of(said({ area: 'food', level: 1, text: 'Tomt.' })), step.id).toBe(step.text)
    expect(of(said({ area: 'food', level: 3, text: 'Tomt.' })), step.id).toBeUndefined()
  }
})

test('at the office the question stands over what was said, and what was noted without a guide stands alone', async () => {
  const root = testId(70)
  const part = patch(
    LANE,
    'contribution',
    root,
    { visit: VISIT, worker: MARIT, finishedAt: NOW, guide: { code: 'G7', version: 1 } },
    { root },
  )
  const answers = { [questionField('tonight.how')]: { v: 'Litt bedre.' } }
  const seen = { visit: VISIT, area: 'mood', basis: 'told_by_resident' } as const
  const rows = applied(aCase(), [
    { ...part, set: { ...part.set, ...answers } },
    patch(LANE, 'observation', testId(71), { ...seen, text: 'Litt bedre.' }, { root }),
    patch(LANE, 'observation', testId(72), { ...seen, text: 'Ringte selv i går.' }, { root }),
  ])
  const visit = readCase(rows)?.visits.find(({ id }) => id === VISIT)
  if (!visit) throw new Error('no visit')
  const context: LogContext = {
    say: sayIn('nb'),
    language: 'nb',
    people: new Map(),
    today: TODAY,
    resident: 'Einar',
    rows,
    goals: [],
    measures: [],
  }
  render(
    <Speaking>
      <SessionProvider session={{ casebook: aCasebook({ recorded: [] }), isDemo: false }}>
        <MemoryRouter>
          <VisitLog visit={visit} context={context} />
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
  expect((await shown.findByText('Hvordan går det med deg?')).parentElement?.textContent).toBe('Hvordan går det med deg?Litt bedre.')
  expect(shown.getByText('Ringte selv i går.').textContent).toBe('Ringte selv i går.')
})
