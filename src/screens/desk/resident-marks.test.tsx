// At the resident on the desk: what was struck as a mistake stays to be read, and who coordinates looks at safety again.

import { render, screen as shown, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import type { Casebook, LaneAccess } from '#device/casebook.ts'
import { addDays } from '#domain/calendar.ts'
import { readCase } from '#domain/case-view.ts'
import { strike } from '#domain/home-save.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
import { applied } from '#domain/visit-fixture.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { aCasebook } from '../visit/visit-builders.ts'
import { DeskStateProvider, useDesk } from './desk-state.tsx'
import { anAccess, anOfficeAnswer, aRow, INGRID, JON, named } from './held-builders.ts'
import { SafetyReview } from './safety-review.tsx'
import { StruckVisits } from './struck-visits.tsx'
import { useLogContext } from './use-log-context.ts'

beforeAll(() => loadAllWords('nb'))

function Marks() {
  const { answer } = useDesk()
  const view = answer && readCase(answer.rows)
  return view ? <Both answer={answer} view={view} /> : null
}
function Both(given: Parameters<typeof SafetyReview>[0]) {
  const context = useLogContext(given.view, given.answer)
  return (
    <>
      <StruckVisits context={context} />
      <SafetyReview {...given} />
    </>
  )
}
function open(rows: readonly RecordRow[], role: LaneAccess['role'] = 'coordinator') {
  const recorded: Patch[] = []
  const answer = anOfficeAnswer(rows, { access: [anAccess(INGRID, role)] })
  const casebook: Casebook = { ...aCasebook({ recorded }, answer), kind: 'desk', me: INGRID }
  render(
    <Speaking>
      <SessionProvider session={{ casebook, isDemo: false }}>
        <MemoryRouter>
          <DeskStateProvider>
            <Marks />
          </DeskStateProvider>
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
  return { recorded, answer }
}
const flagged = aRow('resident', named(80), {
  displayName: 'Einar',
  safetyFlag: { level: 'two_workers', reason: 'Hund', reviewBy: '2026-11-20', setBy: JON },
})
const review = () => shown.findByText('Gjennomgått')

test('a visit written by mistake stands struck through, with why, who and when', async () => {
  const visit = aRow('visit', named(700), { kind: 'home', status: 'planned', planned: { start: '2026-11-17T10:00' } })
  const part = aRow('contribution', named(701), { visit: visit.id, worker: JON, note: 'Feil dør' })
  const rows = new Map([part].map((row) => [row.id, row]))
  const struck = applied(rows, [strike(part, 'wrong_person')], JON).get(part.id)
  open([visit, struck ?? part])
  const line = await shown.findByText(/^Besøk · Jon · /)
  expect(line.tagName).toBe('S')
  expect(shown.getByText(/^Feilført: Skrevet på feil person · Jon · /)).toBeTruthy()
})

test('who coordinates looks again: two still, with a new day thirty days ahead', async () => {
  const { recorded, answer } = open([flagged])
  await userEvent.click(await review())
  await userEvent.click(shown.getByRole('button', { name: 'To fortsatt, vurderes igjen om 30 dager' }))
  await waitFor(() => expect(recorded).toHaveLength(1))
  expect(recorded[0]?.set).toEqual({
    safetyFlag: { level: 'two_workers', reason: 'Hund', reviewBy: addDays(answer.today, 30), setBy: INGRID },
  })
})

test('who only follows up is not offered it, and nobody is where one may go alone', async () => {
  open(
    [flagged, aRow('visit', named(702), { status: 'planned' }), aRow('contribution', named(703), { void: { reason: 'mistake' } })],
    'worker',
  )
  await shown.findByText(/^Feilført: /)
  expect(shown.queryByText('Gjennomgått')).toBeNull()
})
