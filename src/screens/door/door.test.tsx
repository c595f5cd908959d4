// What stands before an open casebook, by what the browser still has and what the office knows.

import { render, screen as shown } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import * as vault from '#device/vault.ts'
import { instant } from '#domain/ids.ts'
import { Door } from './door.tsx'

vi.mock('#device/vault.ts')
afterEach(() => history.replaceState(null, '', '/'))

const OFFICE = { kind: 'office', office: 'x', name: 'Bofast', isDemo: false, signIns: [] } as const
function stand(key: vault.KeyState, lost?: vault.LostPhone) {
  vi.mocked(vault.keyState).mockResolvedValue(key)
  vi.mocked(vault.leaveDesk).mockResolvedValue('left')
  vi.mocked(vault.resumeDesk).mockResolvedValue(undefined)
  vi.mocked(vault.officeInfo).mockResolvedValue({ ...OFFICE, ...(lost ? { lost } : {}) } as unknown as vault.OfficeInfo)
  vi.mocked(vault.sendWhileLocked).mockResolvedValue('done')
  render(<Door />)
}
const HEARD = { left: 0, seen: instant('2026-11-24T08:00:00Z') }
const SIGNED_OUT = 'Du er logget ut. Logg inn igjen.'

test('a phone emptied while it was locked says so at the address of the lock, and not that somebody signed out', async () => {
  history.replaceState(null, '', '/locked')
  stand({ kind: 'none' }, HEARD)
  expect((await shown.findByRole('alert')).textContent).toContain('Denne telefonen er tømt av nettleseren.')
  expect(shown.queryByText(SIGNED_OUT)).toBeNull()
})

test('a phone that has its key file and no notes is told the same there, before the office is asked', async () => {
  history.replaceState(null, '', '/locked')
  stand({ kind: 'none', lost: 'vault' })
  expect((await shown.findByRole('alert')).textContent).toContain('Denne telefonen er tømt av nettleseren.')
  expect(shown.queryByText(SIGNED_OUT)).toBeNull()
})

test('whoever left the desk is signed out, and no phone is spoken of', async () => {
  history.replaceState(null, '', '/locked')
  stand({ kind: 'none' })
  expect(await shown.findByText(SIGNED_OUT)).toBeTruthy()
  expect(shown.queryByRole('alert')).toBeNull()
})

test('an emptied phone says so at the first page as well', async () => {
  stand({ kind: 'none' }, HEARD)
  expect((await shown.findByRole('alert')).textContent).toContain('Alt var sendt da.')
})
