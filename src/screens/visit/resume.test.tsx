import { render, screen as shown } from '@testing-library/react'
import { MemoryRouter, Route, Routes } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import type { Draft } from '#device/casebook.ts'
import { instant } from '#domain/ids.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { VisitStep } from './step.tsx'
import { aCasebook, anAnswer, anId, LANE, PART, VISIT } from './visit-builders.ts'

beforeAll(() => loadAllWords('nb'))

const DRAFT: Draft = {
  id: anId('D'),
  lane: LANE,
  rec: PART,
  rev: 7,
  seen: {},
  at: instant('2026-11-24T10:31:00.000Z'),
  content: {
    guide: { code: 'G2', version: 1 },
    visit: VISIT,
    contribution: PART,
    answers: {
      'start.outcome': { kind: 'given', value: { is: 'code', code: 'home_full' } },
      'since.how': { kind: 'given', value: { is: 'text', text: 'Det har gått greit.' } },
    },
    concerns: [],
    at: 'since.how',
    seen: {},
  },
}

function visitAt(step: string, drafts: readonly Draft[]) {
  const casebook = aCasebook({ recorded: [] }, anAnswer(drafts))
  const lane = LANE.slice('case/'.length)
  render(
    <Speaking>
      <SessionProvider session={{ casebook, isDemo: false }}>
        <MemoryRouter initialEntries={[`/residents/${lane}/visits/${VISIT}/steps/${step}`]}>
          <Routes>
            <Route path="/residents/:resident/visits/:visit/steps/:step" element={<VisitStep />} />
            <Route path="/residents/:resident/visits/:visit" element={<p>Delene</p>} />
          </Routes>
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
}

test('after a lock the same question stands there with the same words, and says when they were saved', async () => {
  visitAt('since.how', [DRAFT])
  expect((await shown.findByRole('textbox')).textContent).toBe('Det har gått greit.')
  expect(shown.getByText('Lagret på telefonen kl. 11.31')).toBeTruthy()
})

test('a question that is no longer shown leads to the next one that is', async () => {
  visitAt('rent.why', [DRAFT])
  expect(await shown.findByRole('heading', { name: 'Er det kommet brev du lurer på?' })).toBeTruthy()
})

test('without a draft the visit itself is shown', async () => {
  visitAt('since.how', [])
  expect(await shown.findByText('Delene')).toBeTruthy()
})
