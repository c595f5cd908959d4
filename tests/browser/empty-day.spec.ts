// The demo office months later: nothing is agreed any more, and the first screen says what will be here.

import { expect, test } from '@playwright/test'
import { startOffice } from '../support/office.ts'
import { expectNoFaults, onPhone } from '../support/people.ts'
import { Views } from './views.ts'

test('a day when nothing is agreed', async ({ browser }) => {
  const office = await startOffice({ today: '2026-11-24' })
  await office.stop()
  const later = await startOffice({ today: '2027-03-01', data: office.data })
  try {
    const jon = await onPhone(browser, later.url.replace('127.0.0.1', 'localhost'), 'Jon')
    const views = new Views(jon.page, 'phone')
    await expect(jon.page.getByText('Ingen besøk er avtalt')).toBeVisible()
    await views.see('today empty')
    expectNoFaults(jon)
    expect(views.found).toEqual([])
  } finally {
    await later.stop()
    await office.remove()
  }
})
