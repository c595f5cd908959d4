// «Feilført» where a next visit was agreed: it is named, ticked, and cancelled in the same tap, or left when unticked.

import { render, screen as shown } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import { readCase } from '#domain/case-view.ts'
import { questionField } from '#domain/case-view-visits.ts'
import { localDateTime } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import type { Patch } from '#domain/register.ts'
import { aCase, applied, LANE, MARIT, NOW, testId, VISIT } from '#domain/visit-fixture.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { StrikeMine } from './struck.tsx'
import type { VisitHere } from './use-visit.ts'
import { aCasebook, anAnswer } from './visit-builders.ts'

beforeAll(() => loadAllWords('nb'))

const [MINE, NEXT] = [testId(70), testId(75)]
function open() {
  const part = patch(LANE, 'contribution', MINE, { visit: VISIT, worker: MARIT, finishedAt: NOW }, { root: MINE })
  const said = { [questionField('end.next')]: { v: { start: '2026-12-01T10:00' } } }
  const next = { kind: 'followup', planned: { start: localDateTime('2026-12-01T10:00') }, workers: [MARIT], status: 'planned' } as const
  const rows = applied(aCase(), [{ ...part, set: { ...part.set, ...said } }, patch(LANE, 'visit', NEXT, next)])
  const recorded: Patch[] = []
  const answer = { ...anAnswer(), rows }
  const casebook = { ...aCasebook({ recorded }, answer), me: MARIT }
  const here = { casebook, answer, visit: readCase(rows)?.visits.find(({ id }) => id === VISIT) } as unknown as VisitHere
  render(
    <Speaking>
      <SessionProvider session={{ casebook, isDemo: false }}>
        <MemoryRouter>
          <StrikeMine here={here} />
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
  return () => recorded.filter(({ rec }) => rec === NEXT).map(({ set }) => set)
}

test('the visit agreed here is ticked, and goes with the one tap', async () => {
  const written = open()
  await userEvent.click(await shown.findByText('Feilført?'))
  const tick = shown.getByRole('checkbox', { name: /^Avlys også besøket tirs.*1\.\sdesember kl\.\s10\.00 som ble avtalt her$/ })
  expect(tick.getAttribute('aria-checked')).toBe('true')
  await userEvent.click(shown.getByText('Skrevet på feil person'))
  expect(written()).toEqual([{ status: 'cancelled' }])
})

test('unticked it stays in the book', async () => {
  const written = open()
  await userEvent.click(await shown.findByText('Feilført?'))
  await userEvent.click(shown.getByRole('checkbox'))
  await userEvent.click(shown.getByText('Skrevet ved en feil'))
  expect(written()).toEqual([])
})
