// «Avtalt ny tid» after a no to contact: whose wish it was is asked, and never written before somebody has said it.

import { render, screen as shown } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeAll, expect, test } from 'vitest'
import { readCase } from '#domain/case-view.ts'
import { aCase, TODAY } from '#domain/visit-fixture.ts'
import type { QuickNote } from '#domain/visit-quick.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { WhatHappened } from './what-happened.tsx'

beforeAll(() => loadAllWords('nb'))

async function newTime(isContactStopped: boolean) {
  const view = readCase(aCase())
  if (!view) throw new Error('no case')
  const noted: QuickNote[] = []
  render(
    <Speaking>
      <WhatHappened view={view} today={TODAY} isContactStopped={isContactStopped} onHappened={(note) => noted.push(note)} />
    </Speaking>,
  )
  await userEvent.click(await shown.findByRole('button', { name: 'Avtalt ny tid' }))
  return noted
}
const tomorrow = () => shown.queryByRole('button', { name: /^I morgen/ })

test('after a no to contact a new time is the resident’s own wish, and the worker says so first', async () => {
  const noted = await newTime(true)
  expect(shown.getByText(/^Beboeren vil ikke kontaktes\./)).toBeTruthy()
  expect(tomorrow()).toBeNull()
  await userEvent.click(shown.getByRole('button', { name: 'Beboeren ba om det selv' }))
  await userEvent.click(shown.getByRole('button', { name: /^I morgen/ }))
  expect(noted).toEqual([{ outcome: 'cancelled_by_resident', nextVisit: expect.stringContaining('2026-11-25T'), isAskedFor: true }])
})

test('otherwise a new time is agreed in one tap, and is nobody’s wish in particular', async () => {
  const noted = await newTime(false)
  expect(shown.queryByText(/^Beboeren vil ikke kontaktes\./)).toBeNull()
  await userEvent.click(shown.getByRole('button', { name: /^I morgen/ }))
  expect(noted).toEqual([{ outcome: 'cancelled_by_resident', nextVisit: expect.stringContaining('2026-11-25T') }])
})
