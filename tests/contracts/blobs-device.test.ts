// A photo from the phone to the office and back: the real device on its own stores, the real office, and a bad network
// in between. Text always goes first, and nothing is lost on the way.

import { IDBObjectStore } from 'fake-indexeddb'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Casebook, Recorded } from '#device/casebook.ts'
import { sendAll } from '#device/send.ts'
import { sendAllBlobs, sendBlobs } from '#device/send-blobs.ts'
import { enrol, forget, openDesk, signIn, unlock, waitingCount } from '#device/vault.ts'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import { BLOB_LIMITS, type BlobItem } from '#sync/blob.ts'
import { anAccount } from '../support/accounts.ts'
import { anOffice } from '../support/an-office.ts'
import { aPhoto, CANARY } from '../support/blobs.ts'
import { closeAll, opened, stored, vaultOf } from '../support/browser.ts'
import { aId } from '../support/caller.ts'
import { aBrowser, cut, portal, type Web } from '../support/web.ts'

const at = anOffice()
let web: Web

beforeEach(() => {
  web = aBrowser(at.url)
  web.use()
})
afterEach(() => {
  closeAll()
  vi.unstubAllGlobals()
})

const MB = 1_048_576
const DAY = 86_400_000

interface Phone {
  readonly casebook: Casebook
  readonly words: string
  readonly me: Id
}
async function aPhone(account: 'marit' | 'jon' = 'marit'): Promise<Phone> {
  const ticket = await signIn(account, `demo-${account}`)
  if (ticket.kind !== 'ticket') throw new Error(ticket.kind)
  const made = await enrol(ticket.ticket, 'Prøvetelefon')
  if (made.kind !== 'enrolled') throw new Error(made.kind)
  const casebook = await made.open()
  opened.push(casebook)
  await casebook.sendNow()
  web.network.calls.length = 0
  return { casebook, words: made.words, me: casebook.me }
}
async function unlocked(words: string): Promise<Casebook> {
  const casebook = await unlock(words)
  if (!('watch' in casebook)) throw new Error(casebook.kind)
  opened.push(casebook)
  return casebook
}

interface Home {
  readonly lane: LaneId
  readonly rec: Id
}
const aHome = (): Home => ({ lane: laneOf('case', aId()), rec: aId() })
const good = (recorded: Recorded): void => expect(recorded).toMatchObject({ ok: true })
const name = (casebook: Casebook, { lane }: Home, displayName: string) => casebook.record([patch(lane, 'resident', aId(), { displayName })])
async function attach(casebook: Casebook, home: Home, bytes: Uint8Array<ArrayBuffer>): Promise<Id> {
  const attached = await casebook.attach?.({ ...home, bytes, type: 'image/jpeg' })
  if (!attached?.ok) throw new Error(attached?.refusal.kind)
  return attached.blob
}
/** A case, a photo in it, and the document that refers to the photo: as a worker makes them. */
async function aPhotoIn(casebook: Casebook, bytes: Uint8Array<ArrayBuffer>): Promise<Home & { blob: Id }> {
  const home = aHome()
  good(await name(casebook, home, 'Test Testesen'))
  const blob = await attach(casebook, home, bytes)
  good(await casebook.record([{ ...home, type: 'document', set: { kind: 'photo', file: { blob } } }]))
  return { ...home, blob }
}
const queue = async (): Promise<readonly unknown[]> => stored(await vaultOf(), 'blobq')
const isHead = (item: unknown): item is BlobItem => typeof item === 'object' && item !== null && 'state' in item
const heads = async (): Promise<readonly BlobItem[]> => (await queue()).filter(isHead)
const headOf = async (blob: Id): Promise<BlobItem | undefined> => (await heads()).find(({ id }) => id === blob)
const stateAtOffice = async (blob: Id): Promise<string | undefined> =>
  (await at.db.query('select state from blob where id = $1', [blob])).rows[0]?.state
const isPiece = (path: string): boolean => path.includes('/blob/') && path.startsWith('/v1/drop/')
const isText = (method: string, path: string): boolean => method === 'POST' && path.startsWith('/v1/drop/')
const pieces = (): readonly string[] =>
  web.network.calls.filter(({ path }) => isPiece(path)).map(({ path }) => path.split('/').at(-1) ?? '')
async function whole(blob: Id): Promise<void> {
  await vi.waitFor(async () => expect((await headOf(blob))?.state).toBe('whole'), { timeout: 60_000, interval: 50 })
  expect(await stateAtOffice(blob)).toBe('whole')
}
async function giveAccess(account: string, lane: LaneId): Promise<void> {
  await at.db.query(
    `insert into access (office, user_id, lane, view, role)
     select a.office, a.id, $2, 1, 'worker' from account a where a.account = $1`,
    [account, lane],
  )
}
const read = async (casebook: Casebook, blob: Id) => {
  const answer = await casebook.blob(blob)
  return answer.ok ? Buffer.from(answer.bytes) : answer.refusal.kind
}

test('a photo taken offline leaves when there is network, stays on its shelf, and reads back on both sides', async () => {
  const { casebook } = await aPhone()
  web.network.instead = cut
  const photo = aPhoto(700_000)
  const { blob, lane } = await aPhotoIn(casebook, photo)
  expect(await read(casebook, blob)).toEqual(Buffer.from(photo))
  web.network.instead = () => undefined
  await casebook.sendNow()
  await whole(blob)
  expect(await queue()).toHaveLength(5)
  expect(await read(casebook, blob)).toEqual(Buffer.from(photo))
  await giveAccess('jon', lane)
  closeAll()
  web = aBrowser(at.url)
  web.use()
  const jon = await aPhone('jon')
  expect(await read(jon.casebook, blob)).toEqual(Buffer.from(photo))
  expect(await stored(await vaultOf(), 'blobq')).toEqual([])
})

test('three megabytes through cuts, lost answers, duplicates, portals, 429 and 503 arrive whole, and only once', async () => {
  const { casebook } = await aPhone()
  web.network.instead = cut
  const photo = aPhoto(3 * MB)
  const { blob } = await aPhotoIn(casebook, photo)
  casebook.close()
  let seed = 20_261_123
  const chance = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed / 2_147_483_648
  }
  const json = (status: number): Promise<Response> => Promise.resolve(Response.json({ ok: false, code: 'x' }, { status }))
  web.network.instead = (call, again) => {
    if (!isPiece(call.path)) return undefined
    const dice = Math.floor(chance() * 16)
    const faults: readonly (() => Promise<Response>)[] = [
      cut,
      () => again().then(cut),
      () => again().then(again),
      portal,
      () => json(503),
      () => json(429),
      () => json(413),
      () => Promise.resolve(Response.json({ ok: true, have: [], whole: true })), // all but the office's own header
      () => Promise.resolve(Response.json({ ok: true, have: [], whole: true }, { headers: { 'Bofast-Office': aId() } })),
    ]
    return faults[dice]?.()
  }
  let waiting = 1
  for (let tries = 0; waiting > 0 && tries < 200; tries++) {
    await sendAll({ isUrgent: true })
    waiting = await sendAllBlobs({ isUrgent: true })
    expect(await queue()).toHaveLength(14)
  }
  expect(waiting).toBe(0)
  expect(await stateAtOffice(blob)).toBe('whole')
  web.network.instead = () => undefined
  const { rows } = await at.db.query('select count(*)::int as n from blob_chunk where blob = $1', [blob])
  expect(rows).toEqual([{ n: 13 }])
  expect(at.office.printed()).not.toContain('blob-other-bytes')
})

test('text recorded while a photo is under way goes before its next piece', async () => {
  const { casebook } = await aPhone()
  const before = aHome()
  const written: string[] = []
  web.network.instead = (call, again) => {
    if (!isPiece(call.path) || !call.path.endsWith('/3') || written.length > 0) return undefined
    written.push(call.path)
    return name(casebook, before, 'Skrevet imens').then(again)
  }
  const { blob } = await aPhotoIn(casebook, aPhoto(3 * MB))
  await whole(blob)
  const order = web.network.calls.filter(({ method, path }) => isPiece(path) || isText(method, path))
  const at = order.findIndex(({ path }) => path === written[0])
  expect(order[at + 1]).toMatchObject({ method: 'POST' })
  expect(order.findIndex(({ path }) => isPiece(path))).toBeGreaterThan(order.findIndex(({ method }) => method === 'POST'))
  expect(new Set(pieces().filter((n) => n !== 'm')).size).toBe(pieces().filter((n) => n !== 'm').length)
})

test('text that becomes due between two pieces goes before the next one, also without any page', async () => {
  const { casebook } = await aPhone()
  web.network.instead = cut
  await aPhotoIn(casebook, aPhoto(3 * MB))
  casebook.close()
  await sendAll({ isUrgent: true, chance: () => 1 })
  let now = Date.now()
  web.network.calls.length = 0
  web.network.instead = (call) => {
    if (call.path.endsWith('/3')) now += DAY
    return undefined
  }
  expect(await sendBlobs(await vaultOf(), { isUrgent: true, now: () => now })).toMatchObject({ outcome: 'textFirst', waiting: 1 })
  expect(pieces()).toEqual(['m', '0', '1', '2', '3'])
})

test('a photo that waits never goes before text that waits, however long it has waited', async () => {
  const { casebook } = await aPhone()
  web.network.instead = cut
  const { blob } = await aPhotoIn(casebook, aPhoto(MB))
  for (let i = 0; i < 5; i++) good(await name(casebook, aHome(), `Nummer ${i}`))
  casebook.close()
  web.network.calls.length = 0
  web.network.instead = () => undefined
  expect(await sendAllBlobs({ isUrgent: true, now: () => Date.now() + DAY })).toBe(0)
  const order = web.network.calls.flatMap(({ method, path }) => (isText(method, path) ? ['text'] : isPiece(path) ? ['photo'] : []))
  expect(order.lastIndexOf('text')).toBeLessThan(order.indexOf('photo'))
  expect(await stored(await vaultOf(), 'outbox').then((items) => items.every((item) => JSON.stringify(item).includes('custody')))).toBe(
    true,
  )
  expect(await stateAtOffice(blob)).toBe('whole')
})

test('a phone killed between two pieces goes on with those the office does not have', async () => {
  vi.stubGlobal('navigator', {}) // a dead page holds no lock
  const { casebook, words } = await aPhone()
  web.network.instead = (call) => (call.path.endsWith('/5') ? new Promise<Response>(() => undefined) : undefined)
  const photo = aPhoto(3 * MB)
  const { blob } = await aPhotoIn(casebook, photo)
  await vi.waitFor(() => expect(pieces()).toContain('5'), { timeout: 60_000 })
  casebook.close()
  expect(await stateAtOffice(blob)).toBe('arriving')
  web.network.calls.length = 0
  web.network.instead = () => undefined
  const again = await unlocked(words)
  expect(await read(again, blob)).toEqual(Buffer.from(photo))
  await again.sendNow()
  await whole(blob)
  expect(pieces()).toEqual(['m', '5', '6', '7', '8', '9', '10', '11'])
})

test('locked in the middle of a photo, the rest leaves without any key', async () => {
  const { casebook } = await aPhone()
  web.network.instead = (call, again) => {
    if (!call.path.endsWith('/4')) return undefined
    casebook.close()
    return again().then(cut)
  }
  const { blob } = await aPhotoIn(casebook, aPhoto(3 * MB))
  await vi.waitFor(() => expect(pieces()).toContain('4'), { timeout: 60_000 })
  expect(await waitingCount()).toBe(1)
  web.network.calls.length = 0
  web.network.instead = () => undefined
  expect(await sendAllBlobs({ isUrgent: true })).toBe(0)
  expect(pieces()).toEqual(['m', '5', '6', '7', '8', '9', '10', '11'])
  expect(await stateAtOffice(blob)).toBe('whole')
  expect(await waitingCount()).toBe(0)
})

test('after a failed try the wait is on disk and grows; what has moved begins anew', async () => {
  const { casebook } = await aPhone()
  web.network.instead = cut
  const { blob } = await aPhotoIn(casebook, aPhoto(600_000))
  casebook.close()
  const vault = await vaultOf()
  const at = Date.now() + DAY
  const waits: number[] = []
  for (let i = 0; i < 4; i++) {
    expect(await sendBlobs(vault, { now: () => at + i * DAY, chance: () => 0.5 })).toMatchObject({ outcome: 'textFirst' })
    await sendAll({ now: () => at + i * DAY, chance: () => 0.5 })
    expect(await sendBlobs(vault, { now: () => at + i * DAY, chance: () => 0.5 })).toMatchObject({ outcome: 'unreachable', waiting: 1 })
    waits.push(((await headOf(blob))?.nextAt ?? 0) - at - i * DAY)
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(new Set(waits).size).toBe(4)
  const now = at + 3 * DAY
  expect(await sendBlobs(vault, { now: () => now + 1 })).toMatchObject({ outcome: 'nothing', waiting: 1 })
  web.network.instead = () =>
    Promise.resolve(new Response('{}', { status: 503, headers: { 'Content-Type': 'application/json', 'Retry-After': '600' } }))
  await sendBlobs(vault, { isUrgent: true, now: () => now })
  expect((await headOf(blob))?.nextAt).toBeGreaterThanOrEqual(now + 600_000)
  web.network.instead = (call) => (call.path.endsWith('/1') ? cut() : undefined)
  await sendBlobs(vault, { isUrgent: true, now: () => now })
  expect(await headOf(blob)).toMatchObject({ tries: 1, state: 'saved' })
})

test('a browser that has lost its cookie gets a new one when it is unlocked, and the photo goes', async () => {
  const { casebook } = await aPhone()
  web.network.instead = (call) => (isPiece(call.path) ? cut() : undefined)
  const { blob } = await aPhotoIn(casebook, aPhoto(600_000))
  await casebook.sendNow()
  web.cookies.clear()
  web.network.instead = () => undefined
  await vi.waitFor(
    async () => {
      await casebook.sendNow()
      expect(await stateAtOffice(blob)).toBe('whole')
    },
    { timeout: 60_000, interval: 200 },
  )
})

test('a whole photo stays sealed on the phone, is asked about once a day, and an office restored without it gets it anew', async () => {
  const { casebook } = await aPhone()
  const photo = aPhoto(600_000)
  const { blob } = await aPhotoIn(casebook, photo)
  await whole(blob)
  casebook.close()
  const vault = await vaultOf()
  web.network.calls.length = 0
  await sendBlobs(vault, { isUrgent: true })
  expect(pieces()).toEqual([])
  await sendBlobs(vault, { now: () => Date.now() + 2 * DAY })
  expect(pieces()).toEqual(['m'])
  await at.db.query('delete from blob where id = $1', [blob])
  await at.db.query('delete from blob_erased where id = $1', [blob])
  web.network.instead = (call) => (call.path.endsWith('/1') ? cut() : undefined)
  await sendBlobs(vault, { now: () => Date.now() + 4 * DAY })
  expect(await headOf(blob)).toMatchObject({ state: 'saved' })
  expect(await waitingCount()).toBe(1)
  web.network.instead = () => undefined
  await sendBlobs(vault, { isUrgent: true })
  expect(await stateAtOffice(blob)).toBe('whole')
  await at.db.query('insert into safe_mark (enrol, rseq) select enrol, rseq + 1 from blob where id = $1', [blob])
  const wholeAt = (await headOf(blob))?.wholeAt ?? 0
  await sendBlobs(vault, { now: () => wholeAt + 13 * DAY })
  expect(await queue()).toHaveLength(5)
  await sendBlobs(vault, { now: () => wholeAt + 15 * DAY })
  expect(await queue()).toEqual([])
})

test('when the office’s log is not the one the phone knew, every photo is asked about at once', async () => {
  const { casebook } = await aPhone()
  const { blob } = await aPhotoIn(casebook, aPhoto(600_000))
  await whole(blob)
  await casebook.sendNow()
  await at.db.query('delete from blob where id = $1', [blob])
  await at.db.query('delete from blob_erased where id = $1', [blob])
  await at.db.query(`update receipt set hash = 'restored' where enrol = $1`, [(await headOf(blob))?.enrol])
  await casebook.sendNow()
  await vi.waitFor(async () => expect(await stateAtOffice(blob)).toBe('whole'), { timeout: 60_000 })
})

test('what was erased at the office leaves the phone too', async () => {
  const { casebook } = await aPhone()
  const { blob, lane, rec } = await aPhotoIn(casebook, aPhoto(600_000))
  await whole(blob)
  casebook.close()
  await at.db.query('delete from blob where lane = $1 and rec = $2', [lane, rec])
  await sendBlobs(await vaultOf(), { now: () => Date.now() + 2 * DAY })
  expect(await queue()).toEqual([])
})

test('a case taken away lets its photos leave all the same', async () => {
  const { casebook, me } = await aPhone()
  web.network.instead = (call) => (isPiece(call.path) ? cut() : undefined)
  const { blob, lane } = await aPhotoIn(casebook, aPhoto(600_000))
  await casebook.sendNow()
  await at.db.query('update access set ended_at = now() where user_id = $1 and lane = $2', [me, lane])
  await casebook.sendNow()
  expect((await stored(await vaultOf(), 'lane')).some((item) => JSON.stringify(item).includes(lane))).toBe(false)
  expect(await headOf(blob)).toMatchObject({ state: 'saved' })
  web.network.instead = () => undefined
  await casebook.sendNow()
  await whole(blob)
})

test('a phone that others have given other bytes for keeps its own, and says so once a day', async () => {
  const { casebook } = await aPhone()
  web.network.instead = (call) => (call.path.endsWith('/2') ? cut() : undefined)
  const photo = aPhoto(700_000)
  const { blob } = await aPhotoIn(casebook, photo)
  await vi.waitFor(() => expect(pieces()).toContain('2'), { timeout: 60_000 })
  casebook.close()
  await at.db.query(`update blob_chunk set digest = '\\x00' where blob = $1 and n = -1`, [blob])
  web.network.instead = () => undefined
  await sendAllBlobs({ isUrgent: true })
  expect(await headOf(blob)).toMatchObject({ state: 'held' })
  expect(await queue()).toHaveLength(5)
  expect(at.office.printed()).toContain('"code":"blob-other-bytes"')
  web.network.calls.length = 0
  await sendAllBlobs({ isUrgent: true })
  expect(pieces()).toEqual([])
})

test('nobody without the case reads its photo, on a phone or at the desk; with it both do', async () => {
  const { casebook } = await aPhone()
  const photo = aPhoto(600_000)
  const { blob, lane } = await aPhotoIn(casebook, photo)
  await whole(blob)
  closeAll()
  web = aBrowser(at.url)
  web.use()
  const jon = await aPhone('jon')
  expect(await read(jon.casebook, blob)).toBe('notFound')
  expect(await read(jon.casebook, aId())).toBe('notFound')
  await giveAccess('jon', lane)
  expect(await read(jon.casebook, blob)).toEqual(Buffer.from(photo))
  web.network.instead = () => Promise.resolve(new Response(photo, { headers: { 'Content-Type': 'image/jpeg' } }))
  expect(await read(jon.casebook, blob)).toBe('unreachable') // a portal’s picture is not the office’s
  web.network.instead = cut
  expect(await read(jon.casebook, blob)).toBe('unreachable')
  closeAll()
  web = aBrowser(at.url)
  web.use()
  await anAccount(at.db, 'annen', ['case_worker'])
  const ticket = await signIn('annen', 'demo-annen')
  const desk = await openDesk(ticket.kind === 'ticket' ? ticket.ticket : '')
  if (!('watch' in desk)) throw new Error(desk.kind)
  opened.push(desk)
  expect(desk.attach).toBeUndefined()
  expect(await read(desk, blob)).toBe('notFound')
  await giveAccess('annen', lane)
  expect(await read(desk, blob)).toEqual(Buffer.from(photo))
  web.cookies.clear()
  expect(await read(desk, blob)).toBe('signedOut')
  expect((await indexedDB.databases()).map((one) => one.name)).toEqual([])
})

/** Text of everything readable in a stored value: strings, and bytes read as text. */
function readable(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1')
  if (typeof value !== 'object' || value === null) return String(value)
  return Object.entries(value)
    .map(([key, inner]) => `${key} ${readable(inner)}`)
    .join(' ')
}

test('nothing of a photo can be read on the phone’s disk, saved, under way or on the shelf', async () => {
  const { casebook } = await aPhone()
  const lookAround = async (): Promise<void> => {
    const found: string[] = []
    for (const { name = '' } of await indexedDB.databases())
      for (const store of name.startsWith('v-') ? ['outbox', 'shelf', 'blobq', 'row', 'card', 'meta', 'ballast'] : [])
        found.push(...(await stored(name, store)).map(readable))
    const all = found.join('\n')
    expect(all.length).toBeGreaterThan(600_000)
    for (const part of ['Kanarifugl7Q', CANARY.slice(5, 16), 'image/jpeg', 'JFIF']) expect(all).not.toContain(part)
  }
  web.network.instead = (call) => (call.path.endsWith('/1') ? cut() : undefined)
  const { blob } = await aPhotoIn(casebook, aPhoto(600_000))
  await lookAround()
  await vi.waitFor(() => expect(pieces()).toContain('1'), { timeout: 60_000 })
  await lookAround()
  web.network.instead = () => undefined
  await casebook.sendNow()
  await whole(blob)
  await lookAround()
})

test('what is no picture or letter, still says where it was taken, or is too large, is refused and leaves nothing', async () => {
  const { casebook } = await aPhone()
  const photo = aPhoto(10_000)
  const exif = new Uint8Array([...photo.slice(0, 2), 0xff, 0xe1, 0, 10, ...Buffer.from('Exif\0\0MM'), ...photo.slice(2)])
  const large = aPhoto(BLOB_LIMITS.bytes + 1)
  const kinds: string[] = []
  for (const what of [
    { bytes: new Uint8Array(Buffer.from('<svg xmlns="x"/>')), type: 'image/png' as const },
    { bytes: photo, type: 'image/png' as const },
    { bytes: new Uint8Array(0), type: 'image/jpeg' as const },
    { bytes: exif, type: 'image/jpeg' as const },
    { bytes: large, type: 'image/jpeg' as const },
  ]) {
    const attached = await casebook.attach?.({ ...aHome(), ...what })
    kinds.push(attached?.ok ? 'ok' : (attached?.refusal.kind ?? ''))
  }
  expect(kinds).toEqual(['wrongType', 'wrongType', 'wrongType', 'carriesMetadata', 'tooLarge'])
  expect(await queue()).toEqual([])
})

test('photos stop at their share of the room; text is still saved, and the reserve is not touched for a photo', async () => {
  const { casebook } = await aPhone()
  web.network.instead = cut
  const results: string[] = []
  for (let i = 0; i < 4; i++) {
    const attached = await casebook.attach?.({ ...aHome(), bytes: aPhoto(13 * MB), type: 'image/jpeg' })
    results.push(attached?.ok ? 'ok' : (attached?.refusal.kind ?? ''))
  }
  expect(results).toEqual(['ok', 'ok', 'ok', 'storageFull'])
  good(await name(casebook, aHome(), 'Tekst får alltid plass'))
  expect(await heads()).toHaveLength(3)
  const put = IDBObjectStore.prototype.put
  IDBObjectStore.prototype.put = function (...args) {
    if (this.name === 'blobq') throw new DOMException('full', 'QuotaExceededError')
    return put.apply(this, args)
  }
  const full = await casebook.attach?.({ ...aHome(), bytes: aPhoto(10_000), type: 'image/jpeg' })
  IDBObjectStore.prototype.put = put
  expect(full).toEqual({ ok: false, refusal: { kind: 'storageFull' } })
  expect(await stored(await vaultOf(), 'ballast')).toHaveLength(1)
  expect(await heads()).toHaveLength(3)
})

test('a photo can be taken back as long as no send has been tried, and then leaves no trace', async () => {
  const { casebook } = await aPhone()
  web.network.instead = () => new Promise<Response>(() => undefined)
  const attached = await casebook.attach?.({ ...aHome(), bytes: aPhoto(10_000), type: 'image/jpeg' })
  expect(attached?.ok && (await attached.undo())).toBe(true)
  expect(await queue()).toEqual([])
})

test('a photo that may have reached the office is not taken back', async () => {
  const { casebook } = await aPhone()
  web.network.instead = cut
  const attached = await casebook.attach?.({ ...aHome(), bytes: aPhoto(10_000), type: 'image/jpeg' })
  await vi.waitFor(async () => expect((await heads())[0]?.tries).toBeGreaterThan(0), { timeout: 60_000 })
  expect(attached?.ok && (await attached.undo())).toBe(false)
  expect(await heads()).toHaveLength(1)
})

test('no device is signed out or replaced over a photo that has not left', async () => {
  const { casebook } = await aPhone()
  web.network.instead = (call) => (isPiece(call.path) ? cut() : undefined)
  const { blob } = await aPhotoIn(casebook, aPhoto(600_000))
  await casebook.sendNow()
  await casebook.sendNow()
  casebook.close()
  expect(await waitingCount()).toBe(1)
  expect(await forget()).toEqual({ kind: 'unsent', waiting: 1 })
  const again = await aPhone() // the words are forgotten: enrolled anew, in the same browser
  web.network.instead = () => undefined
  expect(await sendAllBlobs({ isUrgent: true })).toBe(0)
  expect(await stateAtOffice(blob)).toBe('whole')
  expect(await read(again.casebook, blob)).toHaveLength(600_000)
})
