// What a device hears of its own deliveries: the receipt log, what it may clear from its shelf, and what was erased. And
// the drafts that are parked on the way: the real office, real sealing, real PostgreSQL.

import { beforeAll, expect, test } from 'vitest'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import { checkAll } from '#office/check.ts'
import { sha256 } from '#office/sha256.ts'
import { CHAIN_START, nextHash } from '#sync/chain.ts'
import { anAccount } from '../support/accounts.ts'
import { anOffice } from '../support/an-office.ts'
import { aChange, aDesk, aDraft, aId, aPhone, type Desk, type Phone } from '../support/caller.ts'

const at = anOffice()
let marit: Phone
let jon: Phone
let ingrid: Desk

beforeAll(async () => {
  marit = await aPhone(at.url, 'marit')
  jon = await aPhone(at.url, 'jon')
  ingrid = await aDesk(at.url)
})

let people = 0
/** Somebody new, since a person has two phones at most. */
const aWorker = async (): Promise<string> => {
  people += 1
  await anAccount(at.db, `arbeider${people}`, ['followup_worker'])
  return `arbeider${people}`
}
const aCase = async (phone: Phone): Promise<LaneId> => {
  const lane = laneOf('case', aId())
  expect(await phone.send(aChange(lane, aId(), 'resident', { displayName: 'Test Testesen' }))).toMatchObject([{ s: 'applied' }])
  return lane
}
const someWords = (text: string) => ({ answers: { note: text } })
const parkedRow = async (draft: Id) => (await at.db.query('select * from parked where draft = $1', [draft])).rows[0]

test('each sync begins with the receipts after the place the phone says, in their order', async () => {
  const phone = await aPhone(at.url, await aWorker())
  const empty = await phone.sync()
  expect(empty.lines.slice(0, 2).map((line) => line.k)).toEqual(['start', 'receipts'])
  expect(empty.receipts).toEqual({ k: 'receipts', mode: 'delta', from: 0, head: 0, hash: CHAIN_START, ids: [] })
  const lane = await aCase(phone)
  const changes = ['a', 'b', 'c'].map((text) => aChange(lane, aId(), 'complaint', { text }))
  const results = await phone.send(...changes)
  expect(results.map((result) => result.rseq)).toEqual([2, 3, 4])
  const all = (await phone.sync()).receipts
  expect(all).toMatchObject({ mode: 'delta', from: 0, head: 4 })
  expect(all?.ids.slice(1)).toEqual(changes.map((change) => change.id))
  const { rows } = await at.db.query('select hash from receipt where enrol = $1 and rseq = 2', [phone.enrol])
  const rest = (await phone.sync({}, [], [2, rows[0].hash])).receipts
  expect(rest).toEqual({
    k: 'receipts',
    mode: 'delta',
    from: 2,
    head: 4,
    hash: all?.hash,
    ids: changes.slice(1).map((change) => change.id),
  })
  const none = (await phone.sync({}, [], [4, all?.hash ?? ''])).receipts
  expect(none).toMatchObject({ mode: 'delta', from: 4, head: 4, ids: [] })
})

test('a log that is not the one the phone knew is a reset and is told from its start', async () => {
  const phone = await aPhone(at.url, await aWorker())
  const lane = await aCase(phone)
  await phone.send(aChange(lane, aId(), 'complaint', { text: 'x' }))
  const now = (await phone.sync()).receipts
  const strange: (readonly [number, string])[] = [
    [2, 'f'.repeat(64)],
    [1, now?.hash ?? ''],
    [9, now?.hash ?? ''],
    [Number.MAX_SAFE_INTEGER, 'x'],
    [0, 'f'.repeat(64)],
  ]
  for (const place of strange) {
    const told = (await phone.sync({}, [], place)).receipts
    expect(told).toEqual({ ...now, mode: 'reset', from: 0 })
  }
  expect((await phone.sync({}, [], [0, ''])).receipts?.mode).toBe('delta')
  expect((await phone.sync({}, [], [0, CHAIN_START])).receipts?.mode).toBe('delta')
})

test('receipts from before they were salted still hold, also in tables that do not know the salt, and new ones go on from them', async () => {
  const phone = await aPhone(at.url, await aWorker())
  const lane = await aCase(phone)
  await phone.send(aChange(lane, aId(), 'complaint', { text: 'x' }))
  const salts = await at.db.query('select distinct salt from receipt where enrol = $1 and length(salt) = 16', [phone.enrol])
  expect(salts.rowCount).toBe(2)
  const { rows } = await at.db.query(
    'select r.id, r.rseq, c.digest from receipt r join custody c on c.id = r.id where r.enrol = $1 order by r.rseq',
    [phone.enrol],
  )
  let hash = CHAIN_START
  for (const { id, rseq, digest } of rows) {
    hash = await nextHash(sha256, hash, Number(rseq), id, digest)
    await at.db.query('update receipt set salt = null, hash = $3 where enrol = $1 and rseq = $2', [phone.enrol, rseq, hash])
  }
  await at.db.query('update enrolment set rhash = $2 where id = $1', [phone.enrol, hash])
  const broken = async (where: Parameters<typeof checkAll>[0]) =>
    (await checkAll(where)).brokenReceipts.filter(({ enrol }) => enrol === phone.enrol)
  const early = await at.db.connect()
  await early.query('begin; alter table receipt drop column salt')
  expect(await broken(early)).toEqual([])
  await early.query('rollback')
  early.release()
  await phone.send(aChange(lane, aId(), 'complaint', { text: 'y' }))
  expect(await broken(at.db)).toEqual([])
  expect((await phone.sync({}, [], [2, hash])).receipts).toMatchObject({ mode: 'delta', head: 3 })
  await at.db.query(`update receipt set salt = '\\x00' where enrol = $1 and rseq = 3`, [phone.enrol])
  expect(await broken(at.db)).toEqual([{ enrol: phone.enrol, rseq: 3 }])
})

test('what is safe and what is erased is told to the phone it came from and to no other', async () => {
  const phone = await aPhone(at.url, await aWorker())
  const lane = await aCase(phone)
  const sent = [aChange(lane, aId(), 'complaint', { text: 'Vekk' }), aChange(lane, aId(), 'complaint', { text: 'Blir' })]
  await phone.send(...sent)
  expect((await phone.sync()).done).toMatchObject({ erased: [], safe: null })
  await at.db.query('insert into safe_mark (enrol, rseq) values ($1, 2)', [phone.enrol])
  const erased = sent[0]?.id
  await at.db.query(`insert into verdict (id, n, state) values ($1, 2, 'erased')`, [erased])
  expect((await phone.sync()).done).toMatchObject({ erased: [erased], safe: 2 })
  expect((await jon.sync()).done).toMatchObject({ erased: [], safe: null })
  expect((await phone.sync({}, [erased ?? aId()])).done?.known).toEqual([{ id: erased, s: 'erased', rseq: 2 }])
  const again = sent[0] ? await phone.send(sent[0]) : []
  expect(again).toEqual([{ id: erased, s: 'erased' }])
  const other = { ...aChange(lane, aId(), 'complaint', { text: 'Noe annet' }), id: erased ?? aId() }
  expect(await phone.send(other)).toEqual([{ id: erased, s: 'erased' }])
  expect(await jon.send(other)).toEqual([{ id: erased, s: 'erased' }])
})

test('what is known of an id says where it stands in the asking phone’s own log', async () => {
  const account = await aWorker()
  const [one, other] = [await aPhone(at.url, account), await aPhone(at.url, account)]
  const lane = await aCase(one)
  const change = aChange(lane, aId(), 'complaint', { text: 'x' })
  await one.send(change)
  expect((await one.sync({}, [change.id])).done?.known).toEqual([{ id: change.id, s: 'applied', rseq: 2 }])
  expect((await other.sync({}, [change.id])).done?.known).toEqual([{ id: change.id, s: 'applied' }])
})

test('a parked draft lies in no custody, no receipt log and no journal, and the highest revision counts', async () => {
  const lane = await aCase(marit)
  const before = (await marit.sync()).receipts?.head
  const draft = aId()
  const sent = [1, 3, 2].map((rev) => aDraft(lane, draft, rev, someWords(`utgave ${rev}`)))
  expect(await marit.send(...sent)).toEqual(sent.map(({ id }) => ({ id, s: 'parked' })))
  expect(await parkedRow(draft)).toMatchObject({ user_id: marit.user, enrol: marit.enrol, lane, done_at: null })
  expect(Number((await parkedRow(draft)).rev)).toBe(3)
  expect((await parkedRow(draft)).body).toContain('utgave 3')
  const ids = sent.map(({ id }) => id)
  for (const table of ['custody', 'verdict', 'receipt', 'change'])
    expect((await at.db.query(`select 1 from ${table} where id = any($1)`, [ids])).rowCount).toBe(0)
  expect((await marit.sync()).receipts?.head).toBe(before)
  expect((await marit.sync()).parked).toEqual([])
})

test('a saved change that finishes a draft destroys its words, and no older revision brings them back', async () => {
  const lane = await aCase(marit)
  for (const isHeld of [false, true]) {
    const draft = aId()
    await marit.send(aDraft(lane, draft, 4, someWords('halvferdig')))
    const where = isHeld ? laneOf('user', jon.user) : lane
    const saved = aChange(where, aId(), isHeld ? 'safetyReport' : 'complaint', { text: 'Ferdig' }, { finishes: draft })
    expect(await marit.send(saved)).toMatchObject([{ s: isHeld ? 'held' : 'applied' }])
    expect(await parkedRow(draft)).toMatchObject({ body: null })
    for (const rev of [3, 4, 5]) expect(await marit.send(aDraft(lane, draft, rev, someWords('sent')))).toMatchObject([{ s: 'parked' }])
    expect((await parkedRow(draft)).body).toBeNull()
  }
})

test('a finished draft that comes only afterwards is not kept, and nobody finishes another’s', async () => {
  const lane = await aCase(marit)
  const late = aId()
  await marit.send(aChange(lane, aId(), 'complaint', { text: 'Ferdig' }, { finishes: late }))
  await marit.send(aDraft(lane, late, 7, someWords('for sent')))
  expect((await parkedRow(late)).body).toBeNull()
  const hers = aId()
  await marit.send(aDraft(lane, hers, 1, someWords('mitt')))
  await jon.send(aChange(await aCase(jon), aId(), 'complaint', { text: 'x' }, { finishes: hers }))
  expect((await parkedRow(hers)).body).toContain('mitt')
  const [taken] = await jon.send(aDraft(lane, hers, 9, someWords('stjålet')))
  expect(taken).toMatchObject({ s: 'held', why: 'bad' })
  expect((await parkedRow(hers)).body).toContain('mitt')
})

test('a discarded draft is gone, unless a newer one stands', async () => {
  const lane = await aCase(marit)
  const [gone, newer] = [aId(), aId()]
  await marit.send(aDraft(lane, gone, 2, someWords('bort')), aDraft(lane, gone, 2))
  expect((await parkedRow(gone)).body).toBeNull()
  await marit.send(aDraft(lane, newer, 5, someWords('nyest')), aDraft(lane, newer, 4))
  expect((await parkedRow(newer)).body).toContain('nyest')
})

test('a draft of the wrong shape is held as bad, and one that is too long too', async () => {
  const lane = await aCase(marit)
  const good = aDraft(lane, aId(), 1, someWords('x'))
  const { draft: _draft, ...noDraft } = good
  const { rev: _rev, ...noRev } = good
  const oddSet = { content: { v: 'x', over: [] } }
  const shapes = [noDraft, noRev, { ...good, set: oddSet }, { ...good, set: { ...good.set, more: { v: 1, over: [] } } }]
  const bad = [...shapes, { ...good, rev: 1e300 }, aDraft(lane, aId(), 1, 'x'.repeat(300_000))].map((one) => ({ ...one, id: aId() }))
  expect(await marit.send(...bad)).toMatchObject(bad.map(() => ({ s: 'held', why: 'bad' })))
  const odd = aDraft(lane, aId(), 1, someWords('a\u0000b \ud800'))
  expect(await marit.send(odd)).toMatchObject([{ s: 'parked' }])
})

test('of two hundred and ten drafts of one phone the newest two hundred lie here', async () => {
  const phone = await aPhone(at.url, await aWorker())
  const lane = await aCase(phone)
  const drafts = Array.from({ length: 210 }, () => aId())
  for (let i = 0; i < drafts.length; i += 70)
    await phone.send(...drafts.slice(i, i + 70).map((draft) => aDraft(lane, draft, 1, someWords('x'))))
  const { rows } = await at.db.query('select draft from parked where enrol = $1 order by received_at', [phone.enrol])
  expect(rows.map((row) => row.draft)).toEqual(drafts.slice(10))
})

test('a new phone finds what the earlier one left half-written, and a revoked phone still parks', async () => {
  const account = await aWorker()
  const old = await aPhone(at.url, account)
  const lane = await aCase(old)
  const draft = aId()
  await old.send(aDraft(lane, draft, 1, someWords('før')))
  const second = await aPhone(at.url, account)
  expect((await second.sync()).parked).toEqual([])
  await at.db.query('update enrolment set revoked_at = now() where id = $1', [old.enrol])
  expect(await old.send(aDraft(lane, draft, 2, someWords('etter')))).toMatchObject([{ s: 'parked' }])
  expect((await second.sync()).parked).toMatchObject([{ draft, rev: 2, lane, type: 'contribution', content: someWords('etter'), seen: {} }])
  expect((await jon.sync()).parked).toEqual([])
  await second.send(aDraft(lane, draft, 3, someWords('videre')))
  expect((await second.sync()).parked).toEqual([])
  const third = await aPhone(at.url, account, second.marker)
  expect((await third.sync()).parked).toMatchObject([{ draft, rev: 3, content: someWords('videre') }])
  await at.db.query('update access set ended_at = now() where lane = $1', [lane])
  expect((await third.sync()).parked).toEqual([])
})

test('the desk parks its drafts in the same place', async () => {
  const lane = laneOf('case', aId())
  const draft = aId()
  const answer = await ingrid.send(aDraft(lane, draft, 1, someWords('ved pulten')))
  expect(answer.json.results).toMatchObject([{ s: 'parked' }])
  expect(await parkedRow(draft)).toMatchObject({ user_id: ingrid.user, enrol: null, lane })
})
