// Erasure by id and by case (DESIGN.md 6): what was written is gone from journal, record, summary, custody, drafts and
// every device; that there was something stays, as hashes. The real office and real phones' conversation.

import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import { checkAll } from '#office/check.ts'
import { eraseChanges } from '#office/keeping/erasure.ts'
import type { Office } from '#office/office.ts'
import type { Cursor } from '#sync/wire.ts'
import { anAccount } from '../support/accounts.ts'
import { aChange, aDesk, aDraft, aId, aPhone, type Desk, type Phone } from '../support/caller.ts'
import { databaseOf, dataFolder, poolOn, startOffice, type TestOffice, tryOffice } from '../support/office.ts'

const data = dataFolder()
/** Words of the newest case that must be found nowhere. */
let secret = ''
let office: TestOffice
let db: pg.Pool
let marit: Phone
let jon: Phone
let ingrid: Desk

beforeAll(async () => {
  office = await startOffice({ data, today: '2026-11-23' })
  db = poolOn(await databaseOf(data))
  marit = await aPhone(office.url, 'marit')
  jon = await aPhone(office.url, 'jon')
  ingrid = await aDesk(office.url)
})
afterAll(async () => {
  await db?.end()
  await office?.remove()
  rmSync(data, { recursive: true, force: true })
})

const cursorsOf = (read: Awaited<ReturnType<Phone['sync']>>): Record<string, Cursor> =>
  Object.fromEntries([...read.lanes.values()].map((lane): [string, Cursor] => [lane.l, [lane.head, lane.hash, lane.view]]))
const erase = (lane: LaneId, ids?: readonly Id[], desk: Desk = ingrid) =>
  desk.act('erase', { lane, ...(ids ? { ids } : {}), reason: 'Skrevet på feil person' })

/** Every place in the database where these words still stand, as text. */
async function standingIn(words: string): Promise<readonly string[]> {
  const tables = await db.query<{ name: string }>(`select tablename as name from pg_tables where schemaname = 'bofast'`)
  const found: string[] = []
  for (const { name } of tables.rows) {
    const { rowCount } = await db.query(`select 1 from ${name} t where position($1 in t::text) > 0 limit 1`, [words])
    if (rowCount) found.push(name)
  }
  return found
}

async function aCase(): Promise<{ lane: LaneId; resident: Id; note: ReturnType<typeof aChange>; other: ReturnType<typeof aChange> }> {
  const lane = laneOf('case', aId())
  secret = `Det ingen skulle skrevet ${aId()}`
  const resident = aChange(lane, aId(), 'resident', { displayName: 'Slettes Testesen' })
  const note = aChange(lane, aId(), 'complaint', { text: secret })
  const other = aChange(lane, aId(), 'complaint', { text: 'Kan stå' })
  for (const result of await marit.send(resident, note, other)) expect(result.s).toBe('applied')
  await ingrid.act('access', {
    lane,
    give: [
      { user: ingrid.user, role: 'coordinator' },
      { user: jon.user, role: 'worker' },
    ],
    take: [],
    reason: 'Deles',
  })
  return { lane, resident: resident.rec, note, other }
}

test('an erased change is gone everywhere, and the next sync of every phone replaces its record', async () => {
  const { lane, note, other } = await aCase()
  const sealed = await marit.seal(note)
  const before = await jon.sync()
  expect(before.rows.find((row) => row.id === note.rec)?.regs.text?.[0]?.v).toBe(secret)
  const cursors = cursorsOf(before)
  expect(await standingIn(secret)).toEqual(expect.arrayContaining(['change', 'record']))

  expect((await erase(lane, [note.id])).json).toEqual({ ok: true })
  expect(await standingIn(secret)).toEqual([])
  const kept = await db.query('select salt, body, hash from change where id = $1', [note.id])
  expect(kept.rows).toMatchObject([{ salt: null, body: null, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expect((await db.query('select raw from custody where id = $1', [note.id])).rows).toEqual([{ raw: null }])

  const after = await jon.sync(cursors)
  expect(after.lanes.get(lane)?.mode).toBe('delta')
  expect(after.rows.filter((row) => row.lane === lane)).toMatchObject([
    { id: note.rec, type: 'complaint', regs: {}, seq: after.lanes.get(lane)?.head },
  ])
  const mine = await marit.sync({}, [note.id, other.id])
  expect(mine.done?.erased).toContain(note.id)
  expect(mine.done?.known).toMatchObject([
    { id: note.id, s: 'erased' },
    { id: other.id, s: 'applied' },
  ])
  expect((await marit.drop([sealed])).json.results).toMatchObject([{ id: note.id, s: 'erased' }])
  expect(await standingIn(secret)).toEqual([])
  const { brokenLanes } = await checkAll(db)
  expect(brokenLanes).toEqual([])
})

test('of a record written twice the other write stays, and what is written later is folded without the erased one', async () => {
  const { lane, resident } = await aCase()
  const wrong = aChange(lane, resident, 'resident', { note: secret })
  await marit.send(wrong)
  await erase(lane, [wrong.id])
  const row = async () => (await jon.sync()).rows.find((one) => one.id === resident)
  const erased = await row()
  expect([erased?.regs.displayName?.[0]?.v, erased?.regs.note]).toEqual(['Slettes Testesen', undefined])
  await marit.send(aChange(lane, resident, 'resident', { phone: '00000009' }))
  const later = await row()
  expect([later?.regs.phone?.[0]?.v, later?.regs.note]).toEqual(['00000009', undefined])
  expect(later?.seq).toBeGreaterThan(erased?.seq ?? 0)
})

test('an erased case is gone from every phone and the desk; its chain of hashes stays', async () => {
  const { lane, note } = await aCase()
  const draft = aId()
  await marit.send(aDraft(lane, draft, 1, { answers: { note: secret } }))
  const cursors = cursorsOf(await jon.sync())
  const hash = (await db.query<{ hash: string }>('select hash from change where id = $1', [note.id])).rows[0]?.hash
  expect((await erase(lane)).json).toEqual({ ok: true })
  expect(await standingIn(secret)).toEqual([])
  expect((await db.query('select 1 from summary where lane = $1', [lane])).rowCount).toBe(0)
  expect((await jon.sync(cursors)).gone).toEqual([lane])
  expect((await marit.sync({ [lane]: [1, 'x', 1] })).gone).toEqual([lane])
  expect((await ingrid.ask({ ask: 'resident', lane })).status).toBe(404)
  expect((await db.query('select count(*)::int as n from record where lane = $1', [lane])).rows).toEqual([{ n: 0 }])
  expect((await db.query('select hash, body from change where id = $1', [note.id])).rows).toEqual([{ hash, body: null }])
  expect((await checkAll(db)).brokenLanes).toEqual([])
  const late = aChange(lane, aId(), 'complaint', { text: 'Kom for sent' })
  expect(await marit.send(late)).toMatchObject([{ s: 'held', why: 'grant' }])
  expect((await db.query('select raw is not null as stands from custody where id = $1', [late.id])).rows).toEqual([{ stands: true }])
  expect((await erase(lane)).json).toEqual({ ok: true })
  expect((await db.query('select raw from custody where id = $1', [late.id])).rows).toEqual([{ raw: null }])
  expect((await checkAll(db)).brokenLanes).toEqual([])
})

test('who is not a leader, what is not there, are answered as the interface says, and asking again changes nothing', async () => {
  const { lane, note } = await aCase()
  await anAccount(db, 'sakbehandler', ['case_worker'])
  const other = await aDesk(office.url, 'sakbehandler')
  const answers = [
    await erase(lane, [note.id], other),
    await erase(laneOf('case', aId())),
    await erase(lane, [aId()]),
    await erase(laneOf('office', marit.office)),
    await ingrid.act('erase', { lane, ids: [], reason: 'x' }),
    await erase(lane, [note.id]),
    await erase(lane, [note.id]),
    await erase(lane),
    await erase(lane),
  ]
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 409, 400, 200, 200, 200, 200])
})

test('the ledger knows the erasure by ids alone, and lies outside the database', async () => {
  const { lane, note } = await aCase()
  await erase(lane, [note.id])
  const text = readdirSync(join(data, 'ledger'))
    .map((name) => readFileSync(join(data, 'ledger', name), 'utf8'))
    .join('')
  const line = text.split('\n').find((one) => one.includes('"erase"') && one.includes(note.id))
  expect(line).toContain(marit.enrol)
  expect(text).not.toContain('Skrevet på feil person')
  expect(text).not.toContain(secret)
  const { rows } = await db.query<{ entry: string }>('select entry from erasure where lane = $1', [lane])
  expect(line).toContain(rows[0]?.entry)
})

test('when the ledger cannot be written, nothing is erased', async () => {
  const { lane, note } = await aCase()
  const broken: Office = Object.assign({}, { id: marit.office, pool: db } as unknown as Office, {
    ledger: { write: async () => Promise.reject(new Error('full')) },
  })
  await expect(eraseChanges(broken, ingrid.user, lane, [note.id], 'x')).rejects.toThrow('full')
  expect((await db.query('select body is not null as stands from change where id = $1', [note.id])).rows).toEqual([{ stands: true }])
  await expect(db.query('select destroy_content(null, $1, $2, $3, $4)', [lane, [note.id], ingrid.user, 'x'])).rejects.toThrow(
    'ledger entry',
  )
})

test('an erasure that was cut short after the ledger is carried out at the next start', async () => {
  const { lane, note } = await aCase()
  const cut: Office = Object.assign({}, { id: marit.office, pool: db } as unknown as Office, {
    ledger: {
      write: async (entries: readonly unknown[]) => {
        const { openLedger } = await import('#office/keeping/ledger.ts')
        const ledger = await openLedger(join(data, 'ledger'), marit.office)
        await ledger.write(entries as Parameters<typeof ledger.write>[0])
        await ledger.close()
        throw new Error('killed here')
      },
    },
  })
  await expect(eraseChanges(cut, ingrid.user, lane, [note.id], 'x')).rejects.toThrow('killed here')
  expect(await standingIn(secret)).toContain('change')
  await office.stop()
  await db.end()
  await office.restart()
  db = poolOn(await databaseOf(data))
  expect(await standingIn(secret)).toEqual([])
  expect(office.printed()).toContain('"code":"ledger-obeyed","count":1')
})

test('protection that was raised after the backup stays raised when the database is set back', async () => {
  const lane = laneOf('case', aId())
  const rec = aId()
  await ingrid.send(aChange(lane, rec, 'resident', { displayName: 'Skjermet Testesen' }))
  expect((await tryOffice({ BOFAST_DATA: data }, ['backup'])).code).toBe(0)
  await ingrid.send(aChange(lane, rec, 'resident', { addressProtection: 'strictly_confidential' }))
  const shielded = async () => (await db.query('select is_shielded from summary where lane = $1', [lane])).rows[0]?.is_shielded
  expect(await shielded()).toBe(true)
  await db.end()
  await office.stop()
  const restored = await tryOffice({ BOFAST_DATA: data }, ['restore', '--replace', '--without-log'])
  expect([restored.code, restored.said]).toEqual([0, expect.stringContaining('No recovery log was used')])
  await office.restart()
  db = poolOn(await databaseOf(data))
  expect(await shielded()).toBe(true)
  ingrid = await aDesk(office.url)
  await ingrid.send(aChange(lane, aId(), 'complaint', { text: 'Et ord til' }))
  expect(await shielded()).toBe(true)
})

test('the draft an erased change had finished comes back neither from an older backup nor from a copy that comes late', async () => {
  const { lane } = await aCase()
  const halfRec = aId()
  const [draft, held, late] = [aId(), aId(), aId()]
  await marit.send(
    aDraft(lane, draft, 3, { answers: { note: secret } }, { rec: halfRec }),
    aDraft(lane, held, 3, { answers: { note: secret } }),
  )
  expect(await standingIn(secret)).toContain('parked')
  expect((await tryOffice({ BOFAST_DATA: data }, ['backup'])).code).toBe(0)
  const finished = aChange(lane, aId(), 'complaint', { text: 'Ferdig' }, { finishes: draft })
  const also = aChange(lane, aId(), 'complaint', { text: 'Ferdig' }, { finishes: late })
  const refused = aChange(lane, aId(), 'complaint', { text: 'Ferdig' }, { finishes: held, schema: 99 })
  const [, , third] = await marit.send(finished, also, refused)
  expect(third).toMatchObject({ s: 'held', why: 'later' })
  expect((await erase(lane, [finished.id, also.id, refused.id])).json).toEqual({ ok: true })
  await db.end()
  await office.stop()
  expect((await tryOffice({ BOFAST_DATA: data }, ['restore', '--replace', '--without-log'])).code).toBe(0)
  await office.restart()
  db = poolOn(await databaseOf(data))
  const wordsOf = async () =>
    (await db.query('select draft, body from parked where draft = any($1) and body is not null', [[draft, held, late]])).rows
  expect(await wordsOf()).toEqual([])
  for (const one of [draft, held, late])
    expect(await marit.send(aDraft(lane, one, 9, { answers: { note: secret } }))).toMatchObject([{ s: 'parked' }])
  expect(await wordsOf()).toEqual([])
  ingrid = await aDesk(office.url)
})

test('the drafts of an erased case stay gone when their phone offers them once more', async () => {
  const { lane } = await aCase()
  const draft = aId()
  await marit.send(aDraft(lane, draft, 1, { answers: { note: secret } }))
  expect((await erase(lane)).json).toEqual({ ok: true })
  await marit.send(aDraft(lane, draft, 2, { answers: { note: secret } }))
  expect(await standingIn(secret)).not.toContain('parked')
})

test('a chain that was tampered with is said at the start and by the check, and not mended', async () => {
  const { lane, note } = await aCase()
  await db.query(`update change set body = body || ' ' where id = $1`, [note.id])
  const { code, said } = await tryOffice({ BOFAST_DATA: data }, ['check'])
  expect([code, said]).toEqual([1, expect.stringContaining(`The journal of ${lane} does not hold from number 2 on.`)])
  await office.stop()
  await office.restart()
  await expect.poll(() => office.printed(), { timeout: 120_000 }).toContain(`"code":"chain-broken","lane":"${lane}","count":2`)
})
