// Custody, the journal and what comes back: the real office, real sealing, real PostgreSQL.

import { beforeAll, expect, test, vi } from 'vitest'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import type { RecordRow } from '#domain/register.ts'
import { chainFault } from '#office/check.ts'
import { CHAIN_START } from '#sync/chain.ts'
import { patchToChange, signChange } from '#sync/change.ts'
import { type Entry, foldRecord } from '#sync/fold.ts'
import { anAccount } from '../support/accounts.ts'
import { anOffice } from '../support/an-office.ts'
import { aChange, aDesk, aId, anEdit, aPhone, call, type Desk, nowInstant, type Phone, post } from '../support/caller.ts'

const at = anOffice()
let marit: Phone
let jon: Phone
let ingrid: Desk

beforeAll(async () => {
  marit = await aPhone(at.url, 'marit')
  jon = await aPhone(at.url, 'jon')
  ingrid = await aDesk(at.url)
})

const rowOf = async (phone: Phone, lane: LaneId, rec: Id): Promise<RecordRow> => {
  const row = (await phone.sync()).rows.find((candidate) => candidate.lane === lane && candidate.id === rec)
  if (!row) throw new Error('no such row')
  return row
}
const aCase = async (phone: Phone): Promise<{ lane: LaneId; resident: Id }> => {
  const resident = aId()
  const lane = laneOf('case', aId())
  const [made] = await phone.send(aChange(lane, resident, 'resident', { displayName: 'Test Testesen', phone: '00000000' }))
  expect(made).toMatchObject({ s: 'applied', seq: 1 })
  return { lane, resident }
}
const stamp = { newId: aId, at: nowInstant(), tz: 'Europe/Oslo', skewMs: 0, app: 'test' }

/** A signed contribution: root, one observation within it, and the signature. */
async function aSigned(phone: Phone): Promise<{ lane: LaneId; root: Id }> {
  const { lane } = await aCase(phone)
  const [visit, root, observation] = [aId(), aId(), aId()]
  await phone.send(
    aChange(lane, visit, 'visit', { kind: 'followup', status: 'planned', workers: [phone.user] }),
    aChange(lane, root, 'contribution', { visit, worker: phone.user, note: 'Ryddig.' }, { root }),
    aChange(lane, observation, 'observation', { visit, area: 'cleanliness', level: 1 }, { root }),
  )
  return { lane, root }
}
const rootRows = async (phone: Phone, lane: LaneId, root: Id): Promise<RecordRow[]> =>
  (await phone.sync()).rows.filter((row) => row.lane === lane && (row.id === root || row.root === root))
const signOf = async (phone: Phone, lane: LaneId, root: Id) => {
  const rows = await rootRows(phone, lane, root)
  const own = rows.find((row) => row.id === root)
  if (!own) throw new Error('no root')
  return signChange(lane, own, rows, stamp)
}

test('the same envelope twice gets the same answer and stands once', async () => {
  const { lane, resident } = await aCase(marit)
  const sealed = await marit.seal(anEdit(await rowOf(marit, lane, resident), 'phone', '00000001'))
  const [first, second] = [await marit.drop([sealed]), await marit.drop([sealed])]
  expect(second.json.results).toEqual(first.json.results)
  const { rows } = await at.db.query('select count(*)::int as count from change where lane = $1', [lane])
  expect(rows[0].count).toBe(2)
})

test('the same id with other words is held as a clash under an id of the office', async () => {
  const { lane } = await aCase(marit)
  const change = aChange(lane, aId(), 'dwelling', { address: 'Prøveveien 1' })
  expect(await marit.send(change)).toMatchObject([{ s: 'applied' }])
  const other = { ...change, set: { address: { v: 'Prøveveien 2', over: [] } } }
  expect(await marit.send(other)).toMatchObject([{ id: change.id, s: 'held', why: 'clash' }])
  expect(await jon.send(change)).toMatchObject([{ id: change.id, s: 'held', why: 'clash' }])
  const { rows } = await at.db.query('select id from custody where claims = $1', [change.id])
  expect(rows).toHaveLength(2)
  expect(rows.every((row) => row.id !== change.id)).toBe(true)
  expect((await marit.sync({}, [change.id])).done?.known).toMatchObject([{ id: change.id, s: 'applied' }])
  expect((await jon.sync({}, [change.id])).done?.known).toMatchObject([{ id: change.id, s: 'held', why: 'clash' }])
})

test('an envelope caught on the way and sent by another person is a clash, and tells nothing', async () => {
  const { lane } = await aCase(marit)
  const change = aChange(lane, aId(), 'complaint', { text: 'Fanget' })
  const sealed = await marit.seal(change)
  await marit.drop([sealed])
  expect((await jon.drop([sealed])).json.results).toMatchObject([{ id: change.id, s: 'held', why: 'clash' }])
  expect((await jon.sync({}, [change.id])).done?.known).toMatchObject([{ id: change.id, s: 'held', why: 'clash' }])
})

test('eight writers at once leave every lane gapless and every chain whole', async () => {
  const { lane } = await aCase(marit)
  const phones: Phone[] = []
  for (const writer of ['anne', 'bård', 'cato', 'dina']) {
    const user = await anAccount(at.db, writer, ['followup_worker'])
    await at.db.query(`insert into access (office, user_id, lane, view, role) values ($1, $2, $3, 1, 'worker')`, [marit.office, user, lane])
    phones.push(await aPhone(at.url, writer), await aPhone(at.url, writer))
  }
  const results = await Promise.all(
    phones.map((phone, n) =>
      phone.send(...Array.from({ length: 10 }, (_, i) => aChange(lane, aId(), 'contactAttempt', { way: 'phone', note: `${n}.${i}` }))),
    ),
  )
  expect(results.flat().every((result) => result.s === 'applied')).toBe(true)
  const { rows } = await at.db.query('select seq from change where lane = $1 order by seq', [lane])
  expect(rows.map((row) => Number(row.seq))).toEqual(Array.from({ length: 81 }, (_, i) => i + 1))
  expect(await chainFault(at.db, lane)).toBeUndefined()
  const receipts = await at.db.query('select rseq from receipt where enrol = $1 order by rseq', [phones[0]?.enrol])
  expect(receipts.rows.map((row) => Number(row.rseq))).toEqual(Array.from({ length: 10 }, (_, i) => i + 1))
})

test('a word changed behind the office’s back breaks the chain', async () => {
  const { lane, resident } = await aCase(marit)
  await marit.send(anEdit(await rowOf(marit, lane, resident), 'phone', '00000002'))
  await at.db.query(`update change set body = replace(body, 'Testesen', 'Testsen') where lane = $1`, [lane])
  expect(await chainFault(at.db, lane)).toBe(1)
  await at.db.query(`update change set body = replace(body, 'Testsen', 'Testesen') where lane = $1`, [lane])
  expect(await chainFault(at.db, lane)).toBeUndefined()
})

test('every record of every lane is what its journal folds to', async () => {
  const { rows } = await at.db.query<{ lane: LaneId; body: string; actor: Id; seq: string }>(
    'select lane, body, actor, seq from change order by seq',
  )
  const entries = new Map<LaneId, Entry[]>()
  for (const { lane, body, actor, seq } of rows)
    entries.set(lane, [...(entries.get(lane) ?? []), { change: JSON.parse(body), actor, seq: Number(seq) }])
  const stored = await at.db.query('select lane, id, regs, seq, frozen_by from record')
  expect(stored.rows.length).toBeGreaterThan(100)
  for (const row of stored.rows) {
    const folded = foldRecord(row.lane, row.id, entries.get(row.lane) ?? [])
    expect(row.regs).toEqual(folded?.regs)
    if (!row.frozen_by) expect(Number(row.seq)).toBe(folded?.seq)
  }
})

test('what only moved and the whole afresh make the same lane', async () => {
  const { lane, resident } = await aCase(marit)
  const first = (await marit.sync()).lanes.get(lane)
  if (!first) throw new Error('no lane')
  const cursor: [number, string, number] = [first.head, first.hash, first.view]
  const before = (await marit.sync()).rows.filter((row) => row.lane === lane)
  const edit = anEdit(await rowOf(marit, lane, resident), 'displayName', 'Prøve Testesen')
  await marit.send(edit, aChange(lane, aId(), 'complaint', { text: 'Støy' }))
  const delta = await marit.sync({ [lane]: cursor }, [edit.id])
  expect(delta.lanes.get(lane)).toMatchObject({ mode: 'delta', from: 1, head: 3 })
  expect(delta.lanes.get(lane)?.mine).toContain(edit.id)
  const laid = new Map([...before, ...delta.rows.filter((row) => row.lane === lane)].map((row) => [row.id, row]))
  const snap = (await marit.sync()).rows.filter((row) => row.lane === lane)
  expect(new Map(snap.map((row) => [row.id, row]))).toEqual(laid)
  const head = snap.length > 0 ? delta.lanes.get(lane) : undefined
  const quiet = await marit.sync({ [lane]: [head?.head ?? 0, head?.hash ?? '', head?.view ?? 0] })
  expect(quiet.lanes.has(lane)).toBe(false)
})

test('a cursor of another chain is reset, another view is a snapshot, and an open id comes back even when nothing moved', async () => {
  const { lane } = await aCase(marit)
  const own = aChange(lane, aId(), 'complaint', { text: 'Røyk' })
  await marit.send(own)
  const now = (await marit.sync()).lanes.get(lane)
  if (!now) throw new Error('no lane')
  expect((await marit.sync({ [lane]: [2, 'f'.repeat(64), now.view] })).lanes.get(lane)).toMatchObject({ mode: 'reset', from: 2 })
  expect((await marit.sync({ [lane]: [9, now.hash, now.view] })).lanes.get(lane)).toMatchObject({ mode: 'reset', from: 9 })
  expect((await marit.sync({ [lane]: [2, now.hash, now.view + 1] })).lanes.get(lane)).toMatchObject({ mode: 'snap', from: 2 })
  expect((await marit.sync({ [lane]: [2, now.hash, now.view] }, [own.id])).lanes.get(lane)).toMatchObject({ mode: 'delta', mine: [own.id] })
})

test('another person’s lane is not synced, is 404 at the desk, and a change to it is held', async () => {
  await anAccount(at.db, 'alene', ['followup_worker'])
  const { lane, resident } = await aCase(await aPhone(at.url, 'alene'))
  const theirs = await jon.sync({ [lane]: [1, CHAIN_START, 1] })
  expect(theirs.lanes.has(lane)).toBe(false)
  expect(theirs.gone).toEqual([lane])
  expect(theirs.rows.some((row) => row.id === resident)).toBe(false)
  expect(await jon.send(aChange(lane, aId(), 'complaint', { text: 'Bråk' }))).toMatchObject([{ s: 'held', why: 'grant' }])
  const [closed, nowhere] = [
    await ingrid.ask({ ask: 'resident', lane }),
    await ingrid.ask({ ask: 'resident', lane: laneOf('case', aId()) }),
  ]
  expect([closed.status, closed.text]).toEqual([nowhere.status, nowhere.text])
  expect(closed.status).toBe(404)
  expect(await jon.send(aChange(laneOf('user', marit.user), aId(), 'safetyReport', { what: 'x' }))).toMatchObject([
    { s: 'held', why: 'grant' },
  ])
  expect(await jon.send(aChange(laneOf('user', aId()), aId(), 'safetyReport', { what: 'x' }))).toMatchObject([{ s: 'held', why: 'grant' }])
  expect(await jon.send(aChange(laneOf('office', marit.office), aId(), 'office', { name: 'Min' }))).toMatchObject([
    { s: 'held', why: 'grant' },
  ])
})

test('a signature freezes its whole root, moves it, and a later edit is held', async () => {
  const { lane, root } = await aSigned(marit)
  const before = (await marit.sync()).lanes.get(lane)
  expect(await marit.send(await signOf(marit, lane, root))).toMatchObject([{ s: 'applied' }])
  const delta = await marit.sync({ [lane]: [before?.head ?? 0, before?.hash ?? '', before?.view ?? 0] })
  expect(
    delta.rows
      .filter((row) => row.lane === lane)
      .map((row) => row.type)
      .sort(),
  ).toEqual(['contribution', 'observation'])
  const rows = await rootRows(marit, lane, root)
  expect(rows.every((row) => row.frozen?.by === rows[0]?.frozen?.by && row.frozen !== undefined)).toBe(true)
  for (const row of rows) expect(await marit.send(anEdit(row, 'note', 'Likevel ikke.'))).toMatchObject([{ s: 'held', why: 'signed' }])
  expect(await marit.send(aChange(lane, aId(), 'observation', { area: 'food' }, { root }))).toMatchObject([{ s: 'held', why: 'signed' }])
})

test('a signature that has not seen everything is held as stale', async () => {
  const { lane, root } = await aSigned(marit)
  const sign = await signOf(marit, lane, root)
  const own = (await rootRows(marit, lane, root)).find((row) => row.id === root)
  if (!own) throw new Error('no root')
  await marit.send(anEdit(own, 'note', 'Et ord til.'))
  expect(await marit.send(sign)).toMatchObject([{ s: 'held', why: 'stale-sign' }])
})

test('a signature that comes before what it covers waits, and is applied by itself', async () => {
  const { lane } = await aCase(marit)
  const root = aId()
  const first = patchToChange(patch(lane, 'contribution', root, { worker: marit.user, note: 'Først.' }, { root }), stamp, [])
  const row = foldRecord(lane, root, [{ change: first, actor: marit.user, seq: 0 }])
  if (!row) throw new Error('no row')
  const sign = signChange(lane, row, [row], stamp)
  expect(await marit.send(sign)).toMatchObject([{ s: 'held', why: 'awaits' }])
  expect((await marit.sync({}, [sign.id])).done?.known).toMatchObject([{ id: sign.id, s: 'held', why: 'awaits' }])
  await marit.send(first)
  expect((await marit.sync({}, [sign.id])).done?.known).toMatchObject([{ id: sign.id, s: 'applied' }])
  expect((await rootRows(marit, lane, root))[0]?.frozen?.by).toBe(sign.id)
})

test('a bad envelope in a good batch is held and stands in nobody’s way', async () => {
  const { lane } = await aCase(marit)
  const good = () => marit.seal(aChange(lane, aId(), 'complaint', { text: 'God' }))
  const damaged = { ...((await good()) as object), ct: 'AAAA' }
  const strangers = [damaged, { id: aId() }, 7, null, 'x', [], { ...((await good()) as object), enrol: aId() }, await good()]
  const answer = await marit.drop([await good(), ...strangers])
  const results = answer.json.results as { s: string; why?: string }[]
  expect(results.map((result) => result.why ?? result.s)).toEqual(['applied', ...Array(7).fill('bad'), 'applied'])
})

test('words no database likes are kept as they are', async () => {
  const { lane } = await aCase(marit)
  const rec = aId()
  const odd = 'a\u0000b \ud800 \u2028 <script> 𝄞'
  expect(await marit.send(aChange(lane, rec, 'complaint', { text: odd }))).toMatchObject([{ s: 'applied' }])
  expect((await rowOf(marit, lane, rec)).regs.text?.[0]?.v).toBe(odd)
  expect(await chainFault(at.db, lane)).toBeUndefined()
  const named = aId()
  const other = laneOf('case', aId())
  expect(await marit.send(aChange(other, named, 'resident', { displayName: 'Null\u0000 Testesen' }))).toMatchObject([{ s: 'applied' }])
})

test('a newer schema is held for later, and the desk’s own change goes the same way', async () => {
  const { lane } = await aCase(marit)
  expect(await marit.send(aChange(lane, aId(), 'complaint', { text: 'x' }, { schema: 99 }))).toMatchObject([{ s: 'held', why: 'later' }])
  const made = laneOf('case', aId())
  const answer = await ingrid.send(aChange(made, aId(), 'resident', { displayName: 'Kontor Testesen' }), { not: 'a change' })
  expect(answer.json.results).toMatchObject([
    { s: 'applied', seq: 1 },
    { s: 'held', why: 'bad' },
  ])
  const read = await ingrid.ask({ ask: 'resident', lane: made })
  expect(read.json.rows).toMatchObject([{ type: 'resident' }])
  const { rows } = await at.db.query('select user_id from access_event where lane = $1', [made])
  expect(rows).toEqual([{ user_id: ingrid.user }])
  const list = await ingrid.ask({ ask: 'residents' })
  expect((list.json.summaries as { name: string }[]).map((one) => one.name)).toContain('Kontor Testesen')
})

test('a notice’s deadline stands in its own lane, and a letter in the linked case closes it', async () => {
  const [home, notices, inquiry] = [laneOf('case', aId()), laneOf('inquiry', aId()), aId()]
  const notice = { kind: 'arrears_notice', receivedDate: '2026-11-20', linkedCase: home }
  await ingrid.send(aChange(home, aId(), 'resident', { displayName: 'Frist Testesen' }), aChange(notices, inquiry, 'inquiry', notice))
  const letterDue = async () => {
    const { rows } = await at.db.query(`select due, body ->> 'state' as state from deadline where lane = $1 and rule = 'D1'`, [notices])
    return rows[0]
  }
  expect(await letterDue()).toEqual({ due: '2026-11-25', state: 'open' })
  await ingrid.send(aChange(home, aId(), 'letter', { inquiry, template: 'L1', status: 'sent', sentDate: '2026-11-23' }))
  expect(await letterDue()).toEqual({ due: '2026-11-25', state: 'closed' })
})

test('rights that change give the lane afresh, and rights that end take it away', async () => {
  const { lane } = await aCase(marit)
  const before = (await marit.sync()).lanes.get(lane)
  if (!before) throw new Error('no lane')
  const cursor: [number, string, number] = [before.head, before.hash, before.view]
  await at.db.query('update access set ended_at = now() where user_id = $1 and lane = $2', [marit.user, lane])
  expect((await marit.sync({ [lane]: cursor })).gone).toEqual([lane])
  await at.db.query(`insert into access (office, user_id, lane, view, role) values ($1, $2, $3, 2, 'worker')`, [
    marit.office,
    marit.user,
    lane,
  ])
  expect((await marit.sync({ [lane]: cursor })).lanes.get(lane)).toMatchObject({ mode: 'snap', view: 2 })
})

test('a revoked phone reads nothing more, and what it still sends is held', async () => {
  const lost = await aPhone(at.url, 'jon')
  const { lane } = await aCase(lost)
  await at.db.query('update enrolment set revoked_at = now() where id = $1', [lost.enrol])
  await expect(lost.sync()).rejects.toThrow('401')
  const answer = await lost.drop([await lost.seal(aChange(lane, aId(), 'complaint', { text: 'Sent' }))])
  expect(answer.json).toMatchObject({ ok: true, stop: true, results: [{ s: 'held', why: 'revoked' }] })
})

test('the office outlives every connection to its database, and pokes again', async () => {
  const { lane } = await aCase(marit)
  const stream = await fetch(`${at.url}/v1/pokes`, { headers: await marit.proof('GET', '/v1/pokes') })
  if (!stream.body) throw new Error('no stream')
  const heard = stream.body[Symbol.asyncIterator]()
  await at.db.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'bofast'`)
  let text = ''
  const isHeard = (async () => {
    while (!text.includes(lane)) text += new TextDecoder().decode((await heard.next()).value)
  })()
  // It listens again in a moment; what is said before that is heard of by nobody.
  const saying = async () => {
    expect(await marit.send(aChange(lane, aId(), 'complaint', { text: 'Etter brudd' }))).toMatchObject([{ s: 'applied' }])
    expect(text).toContain(lane)
  }
  await vi.waitFor(saying, { timeout: 120_000, interval: 1500 })
  await isHeard
  await heard.return?.()
})

test('a phone that has lost its cookie proves its key and gets a new one, and the old one opens nothing more', async () => {
  const phone = await aPhone(at.url, 'marit')
  const body = JSON.stringify({ lanes: {}, open: [], schema: 1, dropCookie: 'lost' })
  const headers = { 'Content-Type': 'application/json', ...(await phone.proof('POST', '/v1/sync', body)) }
  const answer = await call(at.url, '/v1/sync', { method: 'POST', body, headers })
  const cookie = answer.headers.getSetCookie().find((line) => line.startsWith('bofast-drop='))
  expect(cookie).toMatch(new RegExp(`Path=/v1/drop/${phone.enrol}; HttpOnly; Secure; SameSite=Strict`))
  const nothing = { envs: [], left: 0, oldest: null }
  const [renewed, old] = [cookie?.split(';')[0] ?? '', phone.cookie]
  expect((await post(at.url, `/v1/drop/${phone.enrol}`, nothing, { Cookie: renewed })).status).toBe(200)
  expect((await post(at.url, `/v1/drop/${phone.enrol}`, nothing, { Cookie: old })).status).toBe(401)
})
