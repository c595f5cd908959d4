// How the phone's store is laid: envelopes written once beside the small items that move, rows in sealed blocks; and the
// way there from the store of the first release, for the page and for the service worker, which may be a build apart.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Dexie } from 'dexie'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { applyLane } from '#device/apply.ts'
import { closeDatabases, type Databases, openDatabases, type RowItem } from '#device/database.ts'
import { openLane, savedRows } from '#device/lanes.ts'
import { emptyRoom, type OpenKeys, type Room } from '#device/room.ts'
import { sealJson } from '#device/sealed.ts'
import { send } from '#device/send.ts'
import { type Id, instant, type LaneId, laneOf } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { newKey } from '#sealing/aes.ts'
import { toBase64 } from '#sealing/bytes.ts'
import type { SealedChange } from '#sealing/envelope.ts'
import type { Sealed } from '#sealing/types.ts'
import type { LaneAnswer } from '#sync/receive.ts'
import { type PhoneOnDisk, restore } from '../fixtures/phone-on-disk.ts'
import { aCase, closeAll, enrolled, freshBrowser, naming, stored, unlocked, until, vaultOf } from '../support/browser.ts'
import { memoryOffice, newId, offline } from '../support/memory-office.ts'

let databases: Databases | undefined
beforeEach(() => freshBrowser(memoryOffice()))
afterEach(() => {
  closeAll()
  if (databases) closeDatabases(databases)
  databases = undefined
})

type Inline = { id: Id; n: number; state?: string; envelope: SealedChange }
const phone: PhoneOnDisk & { words: string } = JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/0.1.0.json'), 'utf8'))
const inline = (store: string): Inline[] =>
  (phone.databases.find(({ name }) => name.startsWith('v-'))?.stores[store]?.items ?? []).map(([, value]) => value as Inline)
const byId = <T extends { id: string }>(all: readonly T[]): T[] => [...all].sort((a, b) => (a.id < b.id ? -1 : 1))
const idsOf = (all: readonly { id: string }[]): string[] => byId(all).map(({ id }) => id)
const envelopes = async () => (await stored(await vaultOf(), 'envelope')) as (Sealed & { id: Id })[]

/** Every envelope that leaves, as the office would get it; no answer comes back. */
function listening(): SealedChange[] {
  const heard: SealedChange[] = []
  globalThis.fetch = (path, init) => {
    if (String(path).includes('/drop/')) heard.push(...JSON.parse(String(init?.body)).envs)
    return offline()
  }
  return heard
}

test('what the first release kept in outbox and on the shelf arrives whole: each envelope byte for byte, once', async () => {
  await restore(phone)
  databases = openDatabases((await vaultOf()).slice(2))
  const both = [...inline('outbox'), ...inline('shelf')]
  const bytes = await databases.envelope.toArray()
  expect(byId(bytes).map(({ id, iv, ct }) => [id, toBase64(iv), toBase64(ct)])).toEqual(
    byId(both).map(({ id, envelope }) => [id, envelope.iv, envelope.ct]),
  )
  expect(idsOf(await databases.outbox.toArray())).toEqual(idsOf(inline('outbox')))
  expect(idsOf(await databases.shelf.toArray())).toEqual(idsOf(inline('shelf')))
  for (const item of await databases.outbox.toArray()) {
    const before = inline('outbox').find(({ id }) => id === item.id)
    expect(item).toEqual({ ...before, envelope: { enrol: before?.envelope.enrol, kid: 1, size: JSON.stringify(before?.envelope).length } })
  }
})

test('photos on their way are untouched by the upgrade', async () => {
  await restore(phone)
  const before = new Map<string, unknown>()
  const name = await vaultOf()
  const db = await new Promise<IDBDatabase>((resolve) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
  })
  const id = newId()
  for (const item of [
    { id, count: 1, bytes: 3, state: 'saved', tries: 2, nextAt: 7, savedAt: 5 },
    { id: `${id}/0`, bytes: new Uint8Array([1, 2, 3]) },
  ]) {
    before.set(item.id, item)
    db.transaction('blobq', 'readwrite').objectStore('blobq').put(item)
  }
  db.close()
  databases = openDatabases((await vaultOf()).slice(2))
  const after = (await databases.vault.table('blobq').toArray()) as { id: string }[]
  expect(new Map(after.map((item) => [item.id, item]))).toEqual(before)
})

test('the worker of this build sends from a vault no page of it has opened: the same envelopes, and upgrades nothing', async () => {
  await restore(phone)
  const heard = listening()
  await send(await vaultOf(), { isUrgent: true, now: () => 2_000_000_000_000 })
  expect(byId(heard)).toEqual(byId(inline('outbox').map(({ envelope }) => envelope)))
  const [vault] = (await indexedDB.databases()).filter(({ name }) => name?.startsWith('v-'))
  expect(vault?.version).toBe(20)
  const after = (await stored(await vaultOf(), 'outbox')) as Inline[]
  expect(after.every(({ state, envelope }) => state === 'sent' && envelope.ct.length > 0)).toBe(true)
})

test('what that worker moved still arrives whole when the page comes', async () => {
  await restore(phone)
  listening()
  await send(await vaultOf(), { isUrgent: true, now: () => 2_000_000_000_000 })
  const casebook = await unlocked(phone.words)
  const { sending } = await until(casebook, { ask: 'sending' })
  expect(sending.waiting).toHaveLength(6)
  expect(sending.waiting.every(({ type }) => type !== '')).toBe(true)
  expect(await envelopes()).toHaveLength(9)
})

test('the worker sends the very same envelopes from the new store, and the worker of the first release sends none of it', async () => {
  await restore(phone)
  databases = openDatabases((await vaultOf()).slice(2))
  await databases.vault.open()
  const heard = listening()
  await send(await vaultOf(), { isUrgent: true, now: () => 2_000_000_000_000 })
  expect(byId(heard)).toEqual(byId(inline('outbox').map(({ envelope }) => envelope)))
  // It looked by this index, and would not have found the envelopes it expects.
  const db = databases.vault.backendDB()
  expect([...db.transaction('outbox').objectStore('outbox').indexNames]).not.toContain('state')
})

test('an envelope is written once: it stays as it is while its change moves to the shelf, and goes with it', async () => {
  const office = memoryOffice()
  freshBrowser(office)
  const { casebook, user } = await enrolled(office)
  const { lane, resident } = aCase()
  office.give(lane, user)
  await casebook.record([naming(lane, resident, 'Prøve')])
  const [before] = await envelopes()
  await casebook.sendNow()
  await casebook.sendNow()
  expect(await stored(await vaultOf(), 'outbox')).toEqual([])
  expect(await stored(await vaultOf(), 'shelf')).toHaveLength(1)
  expect(await envelopes()).toEqual([before])
  const recorded = await casebook.record([naming(lane, resident, 'Angret')], { holdMs: 60_000 })
  if (!recorded.ok) throw new Error(recorded.refusal.kind)
  expect(idsOf(await envelopes())).toContain(recorded.changes[0])
  expect(await recorded.undo()).toBe(true)
  expect(await envelopes()).toEqual([before])
})

// Blocks of rows.

const AT = instant('2026-11-22T10:00:00.000Z')
const aRow = (lane: LaneId, id: Id, seq: number, note: string): RecordRow =>
  ({ lane, id, type: 'contribution', seq, regs: { note: [{ by: newId(), actor: newId(), at: AT, v: note, over: [] }] } }) as RecordRow

async function aRoom(): Promise<Room> {
  const key = await newKey()
  const keys: OpenKeys = { dek: key, seal: key, blob: key, proof: key }
  databases = openDatabases(newId())
  const user = newId()
  const sealed = { iv: '', ct: '' }
  return emptyRoom(
    keys,
    { v: 1, office: user, user, enrol: user, kid: 1, db: databases.vault.name.slice(2), slots: [], dek: sealed, transport: sealed },
    databases,
    () => undefined,
  )
}
const answer = (lane: LaneId, mode: 'snap' | 'delta', from: number, rows: readonly RecordRow[]): LaneAnswer => ({
  ...{ lane, mode, from, mine: [], rows },
  cursor: [Math.max(0, ...rows.map(({ seq }) => seq)), '00', 1],
})
const noteOf = (row: RecordRow | undefined): unknown => row?.regs.note?.[0]?.v
/** As another tab would find it: nothing in memory. */
const onDisk = (room: Room, lane: LaneId) => savedRows({ ...room, rows: new Map() }, lane)

test('a delta rewrites only the blocks its rows lie in, and every row is found again', async () => {
  const room = await aRoom()
  const lane = laneOf('case', newId())
  const rows = Array.from({ length: 200 }, (_, i) => aRow(lane, newId(), i + 1, `notat ${i}`))
  expect(await applyLane(room, answer(lane, 'snap', 0, rows))).toBe(true)
  const before = await room.db.row.toArray()
  expect(before).toHaveLength(8)
  const [first] = rows
  if (!first) throw new Error('no row')
  expect(await applyLane(room, answer(lane, 'delta', 200, [{ ...aRow(lane, first.id, 201, 'nytt') }]))).toBe(true)
  const after = await room.db.row.toArray()
  expect(after.filter((item, i) => toBase64(item.ct) !== toBase64((before[i] as RowItem).ct))).toHaveLength(1)
  const read = await onDisk(room, lane)
  expect(read.size).toBe(200)
  expect(noteOf(read.get(first.id))).toBe('nytt')
  expect([...rows.slice(1)].every((row) => noteOf(read.get(row.id)) === noteOf(row))).toBe(true)
})

test('a lane that outgrows its blocks is cut anew, and none of the old ones stays', async () => {
  const room = await aRoom()
  const lane = laneOf('case', newId())
  const all = Array.from({ length: 70 }, (_, i) => aRow(lane, newId(), i + 1, `notat ${i}`))
  expect(await applyLane(room, answer(lane, 'snap', 0, all.slice(0, 30)))).toBe(true)
  expect(await applyLane(room, answer(lane, 'delta', 30, all.slice(30)))).toBe(true)
  expect(await room.db.row.count()).toBe(4)
  expect((await onDisk(room, lane)).size).toBe(70)
})

test('rows the first release wrote one by one are read, and the next answer lays them into blocks', async () => {
  const room = await aRoom()
  const lane = laneOf('case', newId())
  const rows = [1, 2, 3].map((seq) => aRow(lane, newId(), seq, `notat ${seq}`))
  await room.db.lane.put({ id: lane, seq: 3, hash: '00', view: 1 })
  for (const row of rows) {
    const item = { lane, id: row.id, seq: row.seq, ...(await sealJson(room.keys.dek, ['row', lane, row.id], row)) }
    await room.db.row.put(item)
  }
  await openLane(room, lane)
  expect([...(room.rows.get(lane)?.keys() ?? [])].sort()).toEqual(idsOf(rows))
  room.rows.clear()
  expect(await applyLane(room, answer(lane, 'delta', 3, [aRow(lane, newId(), 4, 'nytt')]))).toBe(true)
  expect((await room.db.row.toArray()).map(({ id }) => id)).toEqual(['0'])
  expect((await onDisk(room, lane)).size).toBe(4)
})

test('a tab that knows the lane cut otherwise than the disk is applies nothing', async () => {
  const room = await aRoom()
  const lane = laneOf('case', newId())
  const rows = Array.from({ length: 3 }, (_, i) => aRow(lane, newId(), i + 1, `notat ${i}`))
  await applyLane(room, answer(lane, 'snap', 0, rows))
  await room.db.lane.update(lane, { cut: 2 })
  expect(await applyLane(room, answer(lane, 'delta', 3, [aRow(lane, newId(), 4, 'nytt')]))).toBe(false)
})

test('a block cannot pass for another, nor squeezed bytes for plain ones', async () => {
  const room = await aRoom()
  const [a, b] = [laneOf('case', newId()), laneOf('case', newId())]
  await applyLane(room, answer(a, 'snap', 0, [aRow(a, newId(), 1, 'hemmelig')]))
  const [item] = await room.db.row.toArray()
  if (!item) throw new Error('no block')
  await room.db.row.put({ ...item, lane: b })
  expect((await onDisk(room, b)).size).toBe(0)
  await room.db.row.put({ ...item, z: 0 })
  expect((await onDisk(room, a)).size).toBe(0)
})

test('a save that reached the disk and was reported as failed is saved once', async () => {
  const office = memoryOffice()
  freshBrowser(office)
  const { casebook } = await enrolled(office)
  office.network.instead = offline
  const { transaction } = Dexie.prototype
  let isFirst = true
  Dexie.prototype.transaction = function (this: Dexie, ...given: unknown[]) {
    const done = Reflect.apply(transaction, this, given) as ReturnType<typeof transaction>
    if (given[0] !== 'rw' || !isFirst) return done
    isFirst = false
    return done.then(() => Promise.reject(new DOMException('', 'UnknownError')))
  } as typeof transaction
  const { lane, resident } = aCase()
  const recorded = await casebook.record([naming(lane, resident, 'Prøve')])
  Dexie.prototype.transaction = transaction
  expect([isFirst, recorded.ok]).toEqual([false, true])
  expect(await stored(await vaultOf(), 'outbox')).toHaveLength(1)
  expect(await envelopes()).toHaveLength(1)
})
