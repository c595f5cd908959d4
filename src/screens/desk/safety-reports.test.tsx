// «Sikkerhetsmeldinger» at the desk: what the leader sees of a report, and that there is nothing there for anybody else.

import { render, screen as shown } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import type { Answer, Casebook } from '#device/casebook.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { aCasebook } from '../visit/visit-builders.ts'
import { DeskStateProvider } from './desk-state.tsx'
import { anOfficeAnswer, aRow, INGRID, LANE, MARIT, named } from './held-builders.ts'
import { DeskSettings } from './settings.tsx'

beforeAll(() => loadAllWords('nb'))

const report = (n: number, more: Record<string, string | { on: string; how: string }> = {}) =>
  aRow('safetyReport', named(n), { visit: named(700), case: LANE, felt: 'no', what: 'Han sto i veien.', ...more })

function open(answer: Answer, me = INGRID) {
  const casebook: Casebook = { ...aCasebook({ recorded: [] }, answer), kind: 'desk', me }
  render(
    <Speaking>
      <SessionProvider session={{ casebook, isDemo: false }}>
        <MemoryRouter>
          <DeskStateProvider>
            <DeskSettings />
          </DeskStateProvider>
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
}
const withTwo = (rows: Parameters<typeof anOfficeAnswer>[0]) => {
  const answer = anOfficeAnswer(rows)
  return { ...answer, summaries: answer.summaries.map((one) => ({ ...one, safety: 'two_workers' as const })) }
}

test('the leader sees who, when, how it felt, what, whether she was told, and the way to the two-worker rule', async () => {
  open(withTwo([report(50, { leaderTold: { on: '2026-11-17', how: 'På telefon' } })]))
  expect(await shown.findByText('Sikkerhetsmeldinger')).toBeTruthy()
  expect(shown.getByText(/^Jon · tir. 17.11 kl. 11.00 · Einar$/)).toBeTruthy()
  expect(shown.getByText('Ikke trygt.')).toBeTruthy()
  expect(shown.getByText('Han sto i veien.')).toBeTruthy()
  expect(shown.getByText(/^Sagt til lederen tir. 17.11 · På telefon$/)).toBeTruthy()
  expect(shown.getByText(/^To på hvert besøk, til det er gjennomgått\./)).toBeTruthy()
  expect(shown.getByRole('button', { name: 'Åpne saken til Einar' })).toBeTruthy()
})

test('a report without words says so, one of a hidden home says why, and one nobody was told of says that', async () => {
  open({ ...withTwo([report(50, { what: 'no' }), report(51, { what: '', case: `case/${named(9)}` })]) })
  expect(await shown.findByText('Ingen ord er skrevet. Snakk sammen.')).toBeTruthy()
  expect(shown.getByText('Ordene vises ikke i lister. Snakk med den som skrev.')).toBeTruthy()
  expect(shown.getAllByText('Ikke sagt til lederen da dette ble skrevet.')).toHaveLength(2)
})

test('a leader reads that there is none', async () => {
  open(anOfficeAnswer([]))
  expect(await shown.findByText('Ingen meldinger.')).toBeTruthy()
})

test('one who does not lead has no such place', async () => {
  open(anOfficeAnswer([]), MARIT)
  expect(await shown.findByText('Oppsett')).toBeTruthy()
  expect(shown.queryByText('Sikkerhetsmeldinger')).toBeNull()
})
