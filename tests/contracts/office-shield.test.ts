// Strictly protected addresses: not on devices, not in lists (DESIGN.md 8). The real office and PostgreSQL.

import { afterAll, beforeAll, expect, test } from 'vitest'
import { laneOf } from '#domain/ids.ts'
import { aChange, aDesk, aId, anEdit, aPhone } from '../support/caller.ts'
import { startOffice, type TestOffice } from '../support/office.ts'

let office: TestOffice
beforeAll(async () => {
  office = await startOffice({ today: '2026-11-24' })
})
afterAll(() => office?.remove())

test('a home whose address becomes strictly protected leaves every phone and every list', async () => {
  const marit = await aPhone(office.url, 'marit')
  const ingrid = await aDesk(office.url)
  const list = async () => JSON.stringify((await ingrid.ask({ ask: 'residents' })).json)
  const before = await marit.sync()
  const einar = before.rows.find((row) => row.type === 'resident' && JSON.stringify(row.regs).includes('Einar'))
  if (!einar) throw new Error('no Einar in the demo')
  expect(await list()).toContain('Einar')
  await ingrid.send(anEdit(einar, 'addressProtection', 'strictly_confidential'))
  const held = Object.fromEntries([...before.lanes].map(([lane, line]) => [lane, [line.head, line.hash, line.view] as const]))
  const after = await marit.sync(Object.fromEntries(Object.entries(held).map(([lane, [seq, hash, view]]) => [lane, [seq, hash, view]])))
  expect(after.gone).toContain(einar.lane)
  expect(after.rows.filter((row) => row.lane === einar.lane)).toEqual([])
  expect(await list()).not.toContain('Einar')
})

test('a name with a character the database cannot look into stops nobody else', async () => {
  const marit = await aPhone(office.url, 'marit')
  const lane = laneOf('case', aId())
  await marit.send(aChange(lane, aId(), 'resident', { displayName: 'Null \u0000 Tegn' }))
  expect((await marit.sync()).lanes.has(lane)).toBe(true)
})

test('a note already on its way about such a home is still taken into custody', async () => {
  const marit = await aPhone(office.url, 'marit')
  const lane = laneOf('case', aId())
  const resident = aId()
  await marit.send(
    aChange(lane, resident, 'resident', { displayName: 'Prøve Skjermet', addressProtection: 'strictly_confidential_abroad' }),
  )
  const [late] = await marit.send(
    aChange(lane, aId(), 'observation', { text: 'Skrevet før', area: 'mood', basis: 'seen', visit: resident }),
  )
  expect(late).toMatchObject({ s: 'applied' })
  expect((await marit.sync()).rows.filter((row) => row.lane === lane)).toEqual([])
})
