// «Før besøket» where nobody is to go home to her: asked, one thing at a time, before anything is begun.

import { render, screen as shown } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import { readCase } from '#domain/case-view.ts'
import type { SafetyLevel } from '#domain/codes.ts'
import type { Id } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import type { Patch } from '#domain/register.ts'
import { visitContext } from '#domain/visit-context.ts'
import { aCase, applied, JON, LANE, MARIT, TODAY, testId, VISIT } from '#domain/visit-fixture.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { BeforeVisit } from './before.tsx'
import type { VisitHere } from './use-visit.ts'
import { aCasebook, anAnswer, anOpenVisit } from './visit-builders.ts'

beforeAll(() => loadAllWords('nb'))

function open(level: SafetyLevel, workers: readonly Id[]) {
  const rows = applied(aCase(), [patch(LANE, 'resident', testId(10), { safetyFlag: { level } }), patch(LANE, 'visit', VISIT, { workers })])
  const view = readCase(rows)
  const visit = view?.visits.find(({ id }) => id === VISIT)
  if (!view || !visit) throw new Error('no case')
  const recorded: Patch[] = []
  const casebook = { ...aCasebook({ recorded }), me: MARIT }
  const around = anOpenVisit({ type: 'info' }, { recorded })
  const here: VisitHere = {
    ...around,
    casebook,
    answer: { ...anAnswer(), rows },
    lane: LANE,
    view,
    visit,
    context: visitContext(view, VISIT, TODAY),
    keeper: undefined,
  }
  render(
    <Speaking>
      <SessionProvider session={{ casebook, isDemo: false }}>
        <MemoryRouter>
          <BeforeVisit here={here} />
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
}
const button = (name: string) => shown.queryByRole('button', { name })

test('where nobody is to go home to her, the visit begins once it is said that they meet elsewhere', async () => {
  open('not_alone_not_home', [MARIT, JON])
  expect(await shown.findByText('Ikke hjemmebesøk her. Møt et annet sted, eller ring.')).toBeTruthy()
  expect(button('Start besøket')).toBeNull()
  expect(button('Ved døra')).toBeTruthy()
  await userEvent.click(shown.getByRole('button', { name: 'Vi møtes et annet sted' }))
  expect(button('Start besøket')).toBeTruthy()
  expect(button('Vi møtes et annet sted')).toBeNull()
})

test('elsewhere they are two as well: who comes along is asked next, and not before', async () => {
  open('not_alone_not_home', [MARIT])
  expect(await shown.findByText('Ikke hjemmebesøk her. Møt et annet sted, eller ring.')).toBeTruthy()
  expect(shown.queryByText('Her skal dere være to.')).toBeNull()
  await userEvent.click(shown.getByRole('button', { name: 'Vi møtes et annet sted' }))
  expect(shown.getByText('Her skal dere være to.')).toBeTruthy()
  expect(button('Start besøket')).toBeNull()
  await userEvent.click(shown.getByRole('button', { name: 'Vi er to' }))
  await userEvent.click(shown.getByText('En fra en annen tjeneste'))
  expect(button('Start besøket')).toBeTruthy()
})

test('where two are to come and two do, nothing is asked', async () => {
  open('two_workers', [MARIT, JON])
  expect(await shown.findByRole('button', { name: 'Start besøket' })).toBeTruthy()
  expect(button('Vi møtes et annet sted')).toBeNull()
})
