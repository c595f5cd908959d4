// Asking for a yes on the screen: how it is said, what is written of it, and what is shown of it afterwards.

import { render, screen as shown } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { beforeAll, beforeEach, expect, test } from 'vitest'
import type { Casebook } from '#device/casebook.ts'
import { type Id, localDate } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
import { aCase, applied, LANE, testId } from '#domain/visit-fixture.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { aCasebook, anAnswer } from '../visit/visit-builders.ts'
import { Consents } from './consents.tsx'

beforeAll(() => loadAllWords('nb'))

const YES = testId(800)
let recorded: Patch[] = []
beforeEach(() => {
  recorded = []
})

function show(rows: ReadonlyMap<Id, RecordRow>, path: string) {
  const casebook: Casebook = aCasebook({ recorded }, { ...anAnswer(), rows })
  render(
    <Speaking>
      <SessionProvider session={{ casebook, isDemo: false }}>
        <MemoryRouter initialEntries={[`/residents/${LANE.slice(5)}/consents${path}`]}>
          <Routes>
            <Route path="/residents/:resident/consents/*" element={<Consents />} />
          </Routes>
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
  return userEvent.setup()
}

async function sayYes(user: ReturnType<typeof userEvent.setup>, how: string) {
  await user.click(await shown.findByRole('button', { name: 'Påminnelse på SMS' }))
  await user.click(await shown.findByRole('radio', { name: 'Ja' }))
  await user.click(await shown.findByRole('radio', { name: how }))
}

test('a yes on the screen may be drawn, and the line stands under the very consent it was drawn for', async () => {
  const user = show(aCase(), '/ask')
  await sayYes(user, 'På skjermen')
  const pad = shown.getByRole('img', { name: /kan .* skrive under/ })
  await user.pointer([
    { keys: '[TouchA>]', target: pad, coords: { clientX: 10, clientY: 20 } },
    { pointerName: 'TouchA', target: pad, coords: { clientX: 100, clientY: 120 } },
    { keys: '[/TouchA]', target: pad },
  ])
  await user.click(shown.getByRole('button', { name: 'Lagre ja' }))
  const [consent, signature] = recorded
  expect(consent).toMatchObject({ type: 'consent', set: { kind: 'sms_reminders', how: 'signature_on_screen' } })
  expect(signature).toMatchObject({ type: 'signature', set: { of: consent?.rec, role: 'resident', how: 'signature_on_screen' } })
  expect(signature?.set).toHaveProperty('drawn', expect.stringMatching(/^M\d/))
})

test('nobody needs to draw: a yes on the screen is a yes without a line, and one on paper has no place for it', async () => {
  const user = show(aCase(), '/ask')
  await sayYes(user, 'På papir')
  expect(shown.queryByRole('img', { name: /skrive under/ })).toBeNull()
  await user.click(await shown.findByRole('radio', { name: 'På skjermen' }))
  await user.click(shown.getByRole('button', { name: 'Lagre ja' }))
  expect(recorded.map(({ type }) => type)).toEqual(['consent'])
})

test('what was drawn is shown with the consent it stands under, and with no other', async () => {
  const given = { by: 'Testine Prøve', on: localDate('2026-11-23'), as: 'self' } as const
  const consent = { kind: 'photo', text: 'Ja til bilder', version: 1, how: 'signature_on_screen', given } as const
  const line = { who: 'Testine Prøve', role: 'resident', drawn: 'M0 0L9 9' } as const
  const rows = applied(aCase(), [
    patch(LANE, 'consent', YES, consent),
    patch(LANE, 'signature', testId(801), { of: YES, ...line }),
    patch(LANE, 'signature', testId(802), { of: testId(803), ...line }),
  ])
  show(rows, `/${YES}`)
  expect(await shown.findByText('Ja til bilder')).toBeTruthy()
  expect(shown.getAllByRole('img', { name: /Underskriften til Testine/ })).toHaveLength(1)
})
