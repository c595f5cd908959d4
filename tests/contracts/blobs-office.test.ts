// Photos and scanned letters at the real office, over real HTTP and PostgreSQL: taken in piece by piece, checked, kept
// sealed, and served as the rows that refer to them.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import type { Bytes } from '#sealing/types.ts'
import { CHUNK_BYTES, type Piece } from '#sync/blob.ts'
import { anAccount } from '../support/accounts.ts'
import { anOffice } from '../support/an-office.ts'
import { aBlob, aPhoto, CANARY, putAll, putPiece, readBlob, type SealedBlob } from '../support/blobs.ts'
import { aChange, aDesk, aId, aPhone, type Desk, type Phone, post } from '../support/caller.ts'

const at = anOffice({ alene: ['followup_worker'] }) // nobody coordinates her cases
let marit: Phone
let jon: Phone
let ingrid: Desk

beforeAll(async () => {
  marit = await aPhone(at.url, 'alene')
  jon = await aPhone(at.url, 'jon')
  ingrid = await aDesk(at.url)
})

const MB = 1_048_576
interface Home {
  readonly lane: LaneId
  readonly rec: Id
}
/** A case of this phone's person, with a document that refers to the blob (unless it is to refer to nothing). */
async function aHome(phone: Phone, blob?: Id): Promise<Home> {
  const home = { lane: laneOf('case', aId()), rec: aId() }
  await phone.send(aChange(home.lane, aId(), 'resident', { displayName: 'Test Testesen' }))
  if (blob) await phone.send(aChange(home.lane, home.rec, 'document', { kind: 'photo', file: { blob } }))
  return home
}
async function aPhotoAt(phone: Phone, plain: Bytes, how: Parameters<typeof aBlob>[4] = {}): Promise<Home & { blob: SealedBlob }> {
  const id = how.id ?? aId()
  const home = await aHome(phone, id)
  return { ...home, blob: await aBlob(phone, home.lane, home.rec, plain, { ...how, id }) }
}
const pieceOf = (blob: SealedBlob, n: Piece): Bytes => blob.pieces.get(n) ?? new Uint8Array()
const read = async (phone: Phone, blob: Id) => readBlob(at.url, blob, await phone.proof('GET', `/v1/blob/${blob}`))
const stateOf = async (blob: Id) => (await at.db.query('select state, why from blob where id = $1', [blob])).rows[0]
async function giveAccess(user: Id, lane: LaneId, role = 'worker'): Promise<void> {
  await at.db.query(`insert into access (office, user_id, lane, view, role) select office, $1, id, 1, $3 from lane where id = $2`, [
    user,
    lane,
    role,
  ])
}

/** Everything in the office's tables, bytes as they lie. */
async function everything(): Promise<Buffer> {
  const tables = await at.db.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'bofast'`,
  )
  const found: Buffer[] = []
  for (const { name } of tables.rows) {
    const { rows } = await at.db.query(`select * from ${name}`)
    for (const row of rows)
      for (const value of Object.values<unknown>(row)) found.push(Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value) ?? ''))
  }
  return Buffer.concat(found)
}

test('a photo that comes in any order, some pieces twice, is whole and reads back byte for byte', async () => {
  const photo = aPhoto(3 * MB)
  const { blob } = await aPhotoAt(marit, photo)
  const order: Piece[] = [5, 2, 11, 'm', 0, 2, 9, 7, 1, 'm', 3, 10, 8, 6]
  for (const n of order) {
    const answer = await putPiece(at.url, marit, blob, n, pieceOf(blob, n))
    expect(answer.json).toMatchObject({ ok: true, whole: false })
  }
  const last = await putPiece(at.url, marit, blob, 4, pieceOf(blob, 4))
  expect(last.json).toMatchObject({ ok: true, whole: true, have: ['m', 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] })
  expect((await putPiece(at.url, marit, blob, 3, pieceOf(blob, 3))).json).toMatchObject({ whole: true })
  const answer = await read(marit, blob.id)
  expect(answer.status).toBe(200)
  expect(Buffer.from(answer.bytes).equals(photo)).toBe(true)
  expect(answer.headers.get('content-type')).toBe('image/jpeg')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
  expect(answer.headers.get('content-disposition')).toBe('inline')
  expect(answer.headers.get('content-length')).toBe(String(photo.length))
})

test('a letter is only ever downloaded, under a name that says nothing', async () => {
  const letter = new Uint8Array(Buffer.concat([Buffer.from('%PDF-1.7 '), Buffer.alloc(300_000, 'x')]))
  const { blob } = await aPhotoAt(marit, letter, { type: 'application/pdf' })
  expect((await putAll(at.url, marit, blob)).json).toMatchObject({ whole: true })
  const answer = await read(marit, blob.id)
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="dokument.pdf"')
  expect(Buffer.from(answer.bytes).equals(letter)).toBe(true)
})

test('other bytes under a number that is there are refused, the first stay, and the log names the blob by its id', async () => {
  const photo = aPhoto(MB)
  const { blob, lane, rec } = await aPhotoAt(marit, photo)
  const other = await aBlob(marit, lane, rec, aPhoto(MB, 'En annen'), { id: blob.id })
  await putPiece(at.url, marit, blob, 1, pieceOf(blob, 1))
  for (const n of [1, 1]) {
    const answer = await putPiece(at.url, marit, blob, n, pieceOf(other, n))
    expect([answer.status, answer.json.code]).toEqual([409, 'other-bytes'])
  }
  expect((await putPiece(at.url, marit, { id: blob.id, count: 7 }, 0, pieceOf(blob, 0))).status).toBe(409)
  expect((await putAll(at.url, marit, blob)).json).toMatchObject({ whole: true })
  expect((await putPiece(at.url, marit, blob, 1, pieceOf(other, 1))).status).toBe(409)
  expect(Buffer.from((await read(marit, blob.id)).bytes).equals(photo)).toBe(true)
  expect(at.office.printed()).toContain(`"code":"blob-other-bytes","enrol":"${marit.enrol}","blob":"${blob.id}"`)
})

test('somebody else cannot add to, guess or take over a blob on its way', async () => {
  const { blob, lane, rec } = await aPhotoAt(marit, aPhoto(MB))
  await putPiece(at.url, marit, blob, 'm', pieceOf(blob, 'm'))
  const theirs = await aBlob(jon, lane, rec, aPhoto(MB), { id: blob.id })
  expect((await putPiece(at.url, jon, blob, 0, pieceOf(theirs, 0))).status).toBe(409)
  expect((await putPiece(at.url, { enrol: marit.enrol, cookie: jon.cookie }, blob, 0, pieceOf(blob, 0))).status).toBe(401)
  expect((await putPiece(at.url, { enrol: marit.enrol, cookie: '' }, blob, 0, pieceOf(blob, 0))).status).toBe(401)
  expect((await putPiece(at.url, { enrol: aId(), cookie: marit.cookie }, blob, 0, pieceOf(blob, 0))).status).toBe(401)
  expect((await putAll(at.url, marit, blob)).json).toMatchObject({ whole: true })
})

test('odd numbers, lengths, types and methods are refused and the office goes on', async () => {
  const { blob } = await aPhotoAt(marit, aPhoto(MB))
  const full = pieceOf(blob, 0)
  const status = async (n: Piece | string, bytes: Bytes, count: string = String(blob.count), more: Record<string, string> = {}) =>
    (await putPiece(at.url, marit, blob, n, bytes, { 'Bofast-Pieces': count, ...more })).status
  for (const n of ['4', '-1', '01', '1e0', 'M', 'x', '99999', '%00']) expect(await status(n, full)).toBe(400)
  for (const count of ['0', '-1', 'x', '', '1.5']) expect(await status(0, full, count)).toBe(400)
  expect(await status(0, full, '81')).toBe(413)
  expect(await status(0, full.slice(1))).toBe(400)
  expect(await status(3, new Uint8Array(28))).toBe(400)
  expect(await status(3, new Uint8Array(0))).toBe(400)
  expect(await status(0, new Uint8Array(CHUNK_BYTES + 29))).toBe(413)
  expect(await status('m', new Uint8Array(4097))).toBe(413)
  expect(await status(0, full, '4', { 'Content-Type': 'application/json' })).toBe(415)
  expect(await status(0, full, '4', { 'Sec-Fetch-Site': 'cross-site' })).toBe(403)
  expect((await fetch(`${at.url}/v1/drop/${marit.enrol}/blob/${blob.id}/0`)).status).toBe(405)
  expect((await fetch(`${at.url}/v1/blob/${blob.id}`, { method: 'DELETE' })).status).toBe(405)
  expect((await fetch(`${at.url}/v1/drop/${marit.enrol}/blob/x/0`, { method: 'PUT' })).status).toBe(404)
  expect((await at.db.query('select 1 from blob where id = $1', [blob.id])).rowCount).toBe(0)
  const endless = await fetch(`${at.url}/v1/drop/${marit.enrol}/blob/${blob.id}/0`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/octet-stream', 'Bofast-Pieces': '4', Cookie: marit.cookie },
    body: forEver(),
    duplex: 'half',
  } as unknown as RequestInit).then(
    ({ status: said }) => said,
    () => 413,
  )
  expect(endless).toBe(413)
  expect((await putAll(at.url, marit, blob)).json).toMatchObject({ whole: true })
})
async function* forEver(): AsyncGenerator<Uint8Array> {
  for (let i = 0; i < 10_000; i++) yield new Uint8Array(65_536)
}

test('what does not check out against its manifest is held as it came, and nobody reads it', async () => {
  const photo = aPhoto(300_000)
  const lies: readonly Readonly<Record<string, unknown>>[] = [
    { digest: Buffer.alloc(32).toString('base64') },
    { bytes: 299_999 },
    { type: 'image/png' },
    { blob: aId() },
    { chunks: 3 },
    { lane: 'case/x' },
    { type: 'text/html' },
  ]
  for (const lie of lies) {
    const { blob } = await aPhotoAt(marit, photo, { lies: lie })
    expect((await putAll(at.url, marit, blob)).json).toMatchObject({ ok: true, whole: false, held: 'bad', have: ['m', 0, 1] })
    expect(await stateOf(blob.id)).toEqual({ state: 'held', why: 'bad' })
    const { rows } = await at.db.query('select n, ct from blob_chunk where blob = $1', [blob.id])
    for (const { n, ct } of rows) expect(Buffer.from(pieceOf(blob, n === -1 ? 'm' : n)).equals(ct)).toBe(true)
    expect((await read(marit, blob.id)).status).toBe(404)
  }
  const swapped = await aPhotoAt(marit, aPhoto(2 * CHUNK_BYTES))
  const turned = new Map(swapped.blob.pieces).set(0, pieceOf(swapped.blob, 1)).set(1, pieceOf(swapped.blob, 0))
  expect((await putAll(at.url, marit, { ...swapped.blob, pieces: turned })).json).toMatchObject({ held: 'bad' })
  expect(at.office.printed()).toContain(`"code":"blob-held","enrol":"${marit.enrol}","blob":"${swapped.blob.id}"`)
})

test('only who may read the lane of a record that refers to it gets a photo; to all others it is not there', async () => {
  const { blob, lane } = await aPhotoAt(marit, aPhoto(MB))
  await putAll(at.url, marit, blob)
  const absent = await read(jon, aId())
  const closed = await read(jon, blob.id)
  expect([closed.status, Buffer.from(closed.bytes).toString()]).toEqual([absent.status, Buffer.from(absent.bytes).toString()])
  expect(closed.status).toBe(404)
  expect((await readBlob(at.url, blob.id, ingrid.headers)).status).toBe(404)
  expect((await readBlob(at.url, blob.id, { Cookie: marit.cookie })).status).toBe(401)
  expect((await readBlob(at.url, blob.id, {})).status).toBe(401)
  await giveAccess(jon.user, lane)
  await giveAccess(ingrid.user, lane)
  expect((await read(jon, blob.id)).status).toBe(200)
  expect((await readBlob(at.url, blob.id, { ...ingrid.headers, 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403)
  expect((await readBlob(at.url, blob.id, ingrid.headers)).status).toBe(200)
  const { rows } = await at.db.query(`select user_id, enrol from access_event where lane = $1 and what = 'blob' order by n`, [lane])
  expect(rows).toEqual([
    { user_id: jon.user, enrol: jon.enrol },
    { user_id: ingrid.user, enrol: null },
  ])
  await at.db.query('update access set ended_at = now() where user_id = $1 and lane = $2', [jon.user, lane])
  expect((await read(jon, blob.id)).status).toBe(404)
})

test('a blob no record refers to is nobody’s, and one that names a foreign record gives no way in', async () => {
  const home = await aHome(marit)
  const loose = await aBlob(marit, home.lane, home.rec, aPhoto(50_000))
  expect((await putAll(at.url, marit, loose)).json).toMatchObject({ whole: true })
  expect((await read(marit, loose.id)).status).toBe(404)
  const jons = await aHome(jon, loose.id) // Jon’s own record names Marit’s blob
  expect((await read(jon, loose.id)).status).toBe(404)
  const smuggled = await aBlob(marit, jons.lane, jons.rec, aPhoto(50_000))
  await putAll(at.url, marit, smuggled)
  expect([(await read(marit, smuggled.id)).status, (await read(jon, smuggled.id)).status]).toEqual([404, 404])
  await marit.send(aChange(home.lane, home.rec, 'document', { kind: 'photo', file: { blob: loose.id } }))
  expect((await read(marit, loose.id)).status).toBe(200)
})

test('a home whose address is strictly protected gives no photo to a phone', async () => {
  const { blob, lane } = await aPhotoAt(marit, aPhoto(50_000))
  await putAll(at.url, marit, blob)
  await giveAccess(ingrid.user, lane)
  await at.db.query('update summary set is_shielded = true where lane = $1', [lane])
  expect((await read(marit, blob.id)).status).toBe(404)
  expect((await readBlob(at.url, blob.id, ingrid.headers)).status).toBe(200)
})

test('nothing of a photo can be read in the office’s tables, on its way, whole or held', async () => {
  const { blob: whole } = await aPhotoAt(marit, aPhoto(MB))
  await putAll(at.url, marit, whole)
  const { blob: half } = await aPhotoAt(marit, aPhoto(MB))
  await putPiece(at.url, marit, half, 0, pieceOf(half, 0))
  const { blob: held } = await aPhotoAt(marit, aPhoto(MB), { lies: { bytes: 1 } })
  await putAll(at.url, marit, held)
  const all = await everything()
  expect(all.length).toBeGreaterThan(3 * MB)
  for (const part of ['Kanarifugl7Q', CANARY.slice(5, 16)]) expect(all.includes(part)).toBe(false)
  const { rows } = await at.db.query('select n, ct, kid from blob_chunk where blob = $1 order by n', [whole.id])
  for (const { n, ct, kid } of rows) {
    if (n === -1) expect(ct).toBeNull()
    else expect([kid > 0, Buffer.from(pieceOf(whole, n)).includes(ct.subarray(0, 64))]).toEqual([true, false])
  }
})

test('what is erased is gone with its bytes, reads as not there, and does not come back when it is offered again', async () => {
  const { blob, lane, rec } = await aPhotoAt(marit, aPhoto(MB))
  await putAll(at.url, marit, blob)
  const { blob: half, ...there } = await aPhotoAt(marit, aPhoto(MB))
  for (const n of ['m', 0] as const) await putPiece(at.url, marit, half, n, pieceOf(half, n))
  for (const [where, record] of [
    [lane, rec],
    [there.lane, there.rec],
  ])
    await at.db.query('delete from blob where lane = $1 and rec = $2', [where, record])
  expect((await at.db.query('select 1 from blob_chunk where blob = any($1)', [[blob.id, half.id]])).rowCount).toBe(0)
  expect((await read(marit, blob.id)).status).toBe(404)
  for (const one of [blob, half])
    expect((await putAll(at.url, marit, one)).json).toEqual({ ok: true, have: [], whole: false, erased: true })
  expect((await at.db.query('select 1 from blob where id = any($1)', [[blob.id, half.id]])).rowCount).toBe(0)
})

test('a photo that arrives after its record was erased is destroyed and never whole', async () => {
  const { blob, lane, rec } = await aPhotoAt(marit, aPhoto(MB))
  for (const n of ['m', 0, 1, 2] as const) await putPiece(at.url, marit, blob, n, pieceOf(blob, n))
  await at.db.query('update change set body = null, salt = null where lane = $1 and rec = $2', [lane, rec])
  expect((await putPiece(at.url, marit, blob, 3, pieceOf(blob, 3))).json).toEqual({ ok: true, have: [], whole: false, erased: true })
  expect((await at.db.query('select 1 from blob_chunk where blob = $1', [blob.id])).rowCount).toBe(0)
})

test('a photo counts as safe when two verified backups hold a later receipt of the same phone', async () => {
  const { blob } = await aPhotoAt(marit, aPhoto(50_000))
  await putAll(at.url, marit, blob)
  const asked = async () => (await putPiece(at.url, marit, blob, 'm', pieceOf(blob, 'm'))).json.safe
  const { rows } = await at.db.query('select rseq from blob where id = $1', [blob.id])
  expect(await asked()).toBeUndefined()
  await at.db.query('insert into safe_mark (enrol, rseq) values ($1, $2)', [marit.enrol, rows[0].rseq])
  expect(await asked()).toBeUndefined()
  await at.db.query('update safe_mark set rseq = rseq + 1 where enrol = $1', [marit.enrol])
  expect(await asked()).toBe(true)
})

test('a revoked phone still delivers what it had sealed, and that is held', async () => {
  const phone = await aPhone(at.url, 'jon')
  const { blob } = await aPhotoAt(phone, aPhoto(MB))
  await putPiece(at.url, phone, blob, 'm', pieceOf(blob, 'm'))
  await at.db.query('update enrolment set revoked_at = now() where id = $1', [phone.enrol])
  expect((await putAll(at.url, phone, blob)).json).toMatchObject({ whole: false, held: 'revoked' })
  expect(await stateOf(blob.id)).toEqual({ state: 'held', why: 'revoked' })
  expect((await read(jon, blob.id)).status).toBe(404)
  expect((await read(phone, blob.id)).status).toBe(401)
})

test('what is held is seen by who coordinates the case, named by its id', async () => {
  const { blob, lane } = await aPhotoAt(marit, aPhoto(50_000), { lies: { bytes: 1 } })
  await giveAccess(ingrid.user, lane, 'coordinator')
  await putAll(at.url, marit, blob)
  const { json } = await ingrid.ask({ ask: 'held' })
  expect(json.held).toContainEqual(expect.objectContaining({ id: blob.id, by: marit.user, why: 'bad' }))
})

test('a photo from a revoked phone is read once somebody has let the words through that refer to it', async () => {
  await anAccount(at.db, 'mistet', ['followup_worker'])
  const phone = await aPhone(at.url, 'mistet')
  const home = await aHome(phone)
  const blob = await aBlob(phone, home.lane, home.rec, aPhoto(50_000))
  const early = await aPhotoAt(phone, aPhoto(50_000))
  await giveAccess(ingrid.user, home.lane, 'coordinator')
  await giveAccess(ingrid.user, early.lane, 'coordinator')
  await at.db.query('update enrolment set revoked_at = now() where id = $1', [phone.enrol])
  const [text] = await phone.send(aChange(home.lane, home.rec, 'document', { kind: 'photo', file: { blob: blob.id } }))
  expect(text).toMatchObject({ s: 'held', why: 'revoked' })
  for (const one of [blob, early.blob]) expect((await putAll(at.url, phone, one)).json).toMatchObject({ held: 'revoked' })
  expect((await readBlob(at.url, blob.id, ingrid.headers)).status).toBe(404)
  const released = await post(at.url, '/v1/desk/held', { id: text?.id, how: 'release', reason: 'Kjent' }, ingrid.headers)
  expect(released.json).toMatchObject({ ok: true })
  expect((await readBlob(at.url, blob.id, ingrid.headers)).status).toBe(200)
  expect((await readBlob(at.url, early.blob.id, ingrid.headers)).status).toBe(404)
})

test('a photo whose pieces a restore brought half is whole again when the phone has sent the rest', async () => {
  const photo = aPhoto(700_000)
  const { blob } = await aPhotoAt(marit, photo)
  await putAll(at.url, marit, blob)
  await at.db.query(`update blob set state = 'arriving' where id = $1`, [blob.id])
  await at.db.query('delete from blob_chunk where blob = $1 and n in (-1, 1)', [blob.id])
  expect((await putPiece(at.url, marit, blob, 'm', pieceOf(blob, 'm'))).json).toMatchObject({ have: ['m', 0, 2], whole: false })
  expect((await putPiece(at.url, marit, blob, 1, pieceOf(blob, 1))).json).toMatchObject({ whole: true })
  expect(Buffer.from((await read(marit, blob.id)).bytes).equals(photo)).toBe(true)
  const { blob: stray } = await aPhotoAt(marit, photo)
  await at.db.query(`insert into blob_chunk (blob, n, digest, ct) values ($1, -1, '\\x00', '\\x00')`, [stray.id])
  expect((await putAll(at.url, marit, stray)).json).toMatchObject({ whole: true })
})

test('a phone with 50 MB under way is asked to wait, may finish nothing more by flooding, and text still goes', async () => {
  const phone = await aPhone(at.url, 'jon')
  const id = aId()
  await at.db.query(`insert into blob (id, office, enrol, user_id, count, received) values ($1, $2, $3, $4, 80, $5)`, [
    id,
    phone.office,
    phone.enrol,
    phone.user,
    50 * MB - 300_000,
  ])
  const { blob } = await aPhotoAt(phone, aPhoto(2 * MB))
  expect((await putPiece(at.url, phone, blob, 0, pieceOf(blob, 0))).status).toBe(200)
  const refused = await putPiece(at.url, phone, blob, 1, pieceOf(blob, 1))
  expect([refused.status, refused.json.code, Number(refused.headers.get('retry-after')) > 0]).toEqual([429, 'quota', true])
  expect(await phone.send(aChange(laneOf('case', aId()), aId(), 'resident', { displayName: 'Tekst' }))).toMatchObject([{ s: 'applied' }])
  await at.db.query('delete from blob where id = $1', [id])
  expect((await putAll(at.url, phone, blob)).json).toMatchObject({ whole: true })
})

/** The most memory the office has held so far, in MB; Linux tells, others do not. */
function mostMemory(): number | undefined {
  if (!existsSync('/proc/self/status')) return undefined
  const of = (pid: string, file: string): string => {
    try {
      return readFileSync(`/proc/${pid}/${file}`, 'latin1')
    } catch {
      return '' // it has ended, or is not ours
    }
  }
  const isOffice = (pid: string): boolean =>
    /^\d+$/.test(pid) && of(pid, 'cmdline').includes('office.ts') && of(pid, 'environ').includes(`BOFAST_DATA=${at.office.data}\0`)
  const pid = readdirSync('/proc').find(isOffice)
  return pid === undefined ? undefined : Number(/VmHWM:\s+(\d+)/.exec(of(pid, 'status'))?.[1]) / 1024
}

test('the office’s memory does not grow with the photos: 80 MB come in and go out, four at a time', async () => {
  const two = [await aPhone(at.url, 'marit'), await aPhone(at.url, 'jon')]
  const phones = [...two, ...two]
  const through = async (phone: Phone, bytes: number): Promise<void> => {
    const { blob } = await aPhotoAt(phone, aPhoto(bytes))
    expect((await putAll(at.url, phone, blob)).json).toMatchObject({ whole: true })
    expect((await read(phone, blob.id)).bytes.length).toBe(bytes)
  }
  await Promise.all(phones.map((phone) => through(phone, MB)))
  const before = mostMemory()
  await Promise.all(phones.map((phone) => through(phone, 20 * MB)))
  const after = mostMemory()
  if (before !== undefined && after !== undefined) expect(after - before).toBeLessThan(80)
})

test('more than 240 pieces in a minute are asked to wait', async () => {
  const phone = await aPhone(at.url, 'jon')
  const blob = { id: aId(), count: 80 }
  const statuses = new Set<number>()
  for (let i = 0; i < 241; i++) statuses.add((await putPiece(at.url, phone, blob, 79, new Uint8Array(29))).status)
  expect([...statuses].sort()).toEqual([200, 429])
})

test('the same piece sent ten times at once stands once', async () => {
  const { blob } = await aPhotoAt(marit, aPhoto(500_000))
  const answers = await Promise.all(
    Array.from({ length: 10 }, (_, i) => [i % 3 === 2 ? ('m' as const) : i % 3])
      .flat()
      .map((n) => putPiece(at.url, marit, blob, n, pieceOf(blob, n))),
  )
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200))
  expect(await stateOf(blob.id)).toEqual({ state: 'whole', why: null })
})
