// «Sikkerhetsmeldinger» at the desk: what the leader sees of a report, and that there is nothing there for anybody else.

import { render, screen as shown } from '@testing-library/react'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import type { Answer, Casebook } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import type { ConcernView } from '#domain/case-view-events.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { aCasebook } from '../visit/visit-builders.ts'
import { ConcernReader } from './concern-reader.tsx'
import { DeskStateProvider, useDesk } from './desk-state.tsx'
import { anOfficeAnswer, aRow, INGRID, LANE, MARIT, named } from './held-builders.ts'
import { DeskSettings } from './settings.tsx'
import { useLogContext } from './use-log-context.ts'

beforeAll(() => loadAllWords('nb'))

const report = (n: number, more: Record<string, string | { on: string; how: string }> = {}) =>
  aRow('safetyReport', named(n), { visit: named(700), case: LANE, felt: 'no', what: 'Han sto i veien.', ...more })

function open(answer: Answer, me = INGRID, at: ReactNode = <DeskSettings />) {
  const casebook: Casebook = { ...aCasebook({ recorded: [] }, answer), kind: 'desk', me }
  render(
    <Speaking>
      <SessionProvider session={{ casebook, isDemo: false }}>
        <MemoryRouter>
          <DeskStateProvider>{at}</DeskStateProvider>
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

const ofStaff = { id: named(60), code: 'C-STAFF', urgency: 'now', status: 'handled' } as unknown as ConcernView
function Concern({ concern }: { readonly concern: ConcernView }) {
  const { answer } = useDesk()
  const view = answer && readCase(answer.rows)
  return view ? <Read concern={concern} view={view} answer={answer} /> : null
}
function Read({ concern, view, answer }: { readonly concern: ConcernView; readonly view: CaseView; readonly answer: Answer }) {
  const context = useLogContext(view, answer)
  const { rows } = answer
  return <ConcernReader lane={LANE} concern={concern} visit={undefined} rows={rows} context={context} backTo="/" onDone={() => {}} />
}

test.each([
  ['a leader finds the way there from the concern about a worker', INGRID, 'C-STAFF', true],
  ['one who does not lead finds no such way', MARIT, 'C-STAFF', false],
  ['another concern has no such way', INGRID, 'C-FIRE', false],
] as const)('%s', async (_name, me, code, isThere) => {
  open(anOfficeAnswer([]), me, <Concern concern={{ ...ofStaff, code }} />)
  expect(await shown.findByText('Haster')).toBeTruthy()
  expect(shown.queryByText('Sikkerhetsmeldinger') !== null).toBe(isThere)
})
