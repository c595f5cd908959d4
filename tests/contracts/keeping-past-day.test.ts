// A photo whose day has passed is destroyed by the office itself, with its ledger entry; one on its last day stays.

import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import { checkAll } from '#office/check.ts'
import { aBlob, aPhoto, putAll } from '../support/blobs.ts'
import { aChange, aId, aPhone, type Phone } from '../support/caller.ts'
import { databaseOf, dataFolder, poolOn, startOffice, type TestOffice } from '../support/office.ts'

const [LAST_DAY, NEXT_DAY] = ['2026-11-24', '2026-11-25']
const data = dataFolder()
const lane = laneOf('case', aId())
let office: TestOffice
let db: pg.Pool

beforeAll(async () => {
  office = await startOffice({ data, today: LAST_DAY })
  db = poolOn(await databaseOf(data))
})
afterAll(async () => {
  await db?.end()
  await office?.remove()
  rmSync(data, { recursive: true, force: true })
})

interface Kept {
  readonly rec: Id
  readonly blob: Id
}
async function aDocument(phone: Phone, in_: LaneId, deleteOn: string): Promise<Kept> {
  const [rec, blob] = [aId(), aId()]
  const file = { blob, type: 'image/jpeg', bytes: 50_000 }
  for (const { s } of await phone.send(aChange(in_, rec, 'document', { kind: 'photo', file, deleteOn }))) expect(s).toBe('applied')
  const sealed = await aBlob(phone, in_, rec, aPhoto(50_000), { id: blob })
  expect((await putAll(office.url, phone, sealed)).json).toMatchObject({ whole: true })
  return { rec, blob }
}
const isThere = async ({ blob }: Kept): Promise<boolean> => (await db.query('select 1 from blob where id = $1', [blob])).rowCount === 1
const namesOf = async ({ blob }: Kept): Promise<number | null> =>
  (
    await db.query(
      `select 1 from change where position($1 in body) > 0 union all select 1 from record where position($1 in regs::text) > 0`,
      [blob],
    )
  ).rowCount
const ledger = () =>
  readdirSync(join(data, 'ledger'))
    .map((name) => readFileSync(join(data, 'ledger', name), 'utf8'))
    .join('')

test('the office destroys a photo and its document when the day has passed, after the ledger has it, and leaves the others', async () => {
  const marit = await aPhone(office.url, 'marit')
  await marit.send(aChange(lane, aId(), 'resident', { displayName: 'Prøve Testesen' }))
  const due = await aDocument(marit, lane, LAST_DAY)
  const later = await aDocument(marit, lane, NEXT_DAY)
  const before = ledger()
  expect([await isThere(due), await isThere(later)]).toEqual([true, true])
  await db.end()
  await office.stop()

  office = await startOffice({ data, today: NEXT_DAY })
  db = poolOn(await databaseOf(data))
  await vi.waitFor(async () => expect(await isThere(due)).toBe(false), { timeout: 120_000, interval: 200 })
  await vi.waitFor(() => expect(office.printed()).toContain('"erased"'), { timeout: 120_000, interval: 200 })
  expect(await namesOf(due)).toBe(0)
  expect([await isThere(later), (await namesOf(later)) ?? 0]).toEqual([true, 2])
  const { rows } = await db.query(`select entry, reason from erasure where lane = $1`, [lane])
  expect(rows).toMatchObject([{ reason: 'retention' }])
  expect(ledger().slice(before.length)).toContain(rows[0].entry)
  expect((await checkAll(db)).brokenLanes).toEqual([])
})
