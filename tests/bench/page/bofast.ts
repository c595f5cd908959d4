// Bofast's own device code in a browser's page: the real casebook, encrypted, with outbox and shelf, and for everything
// that crosses the wire the real enrolment and the real office.

import { applyLane } from '#device/apply.ts'
import type { Answer, Ask, Casebook } from '#device/casebook.ts'
import { openDatabases } from '#device/database.ts'
import type { KeyFile } from '#device/keyfile.ts'
import { openLocal } from '#device/local.ts'
import { emptyRoom, type OpenKeys } from '#device/room.ts'
import { enrol, signIn } from '#device/vault.ts'
import { id, instant, type LaneId, laneOf } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
import { keyFromBytes } from '#sealing/aes.ts'
import { fromBase64, randomBytes, randomId, toBase64 } from '#sealing/bytes.ts'
import { transportKeys } from '#sealing/transport.ts'
import { receiver } from '#sync/receive.ts'
import type { SyncLine } from '#sync/wire.ts'
import { offer, online, savesOf, timed } from '../candidate.ts'
import { aVisit, laterVisits, PER_RESIDENT, residentOf, singles, type Visit } from '../visits.ts'

const lanes = (n: number): LaneId => laneOf('case', id(residentOf(n)))
const AT = instant('2026-11-24T10:00:00.000Z')
const EMPTY = { iv: '', ct: '' }

/** A device without an office, kept over a reload: only for what never crosses the wire. */
async function ownDevice(): Promise<{ readonly keys: OpenKeys; readonly file: KeyFile }> {
  const made = () => ({ raw: [randomBytes(32), randomBytes(32)].map(toBase64), db: randomId(), user: randomId() })
  const saved = localStorage.getItem('device') ?? JSON.stringify(made())
  localStorage.setItem('device', saved)
  const { raw, db, user } = JSON.parse(saved)
  const [dek, transport] = raw.map(fromBase64)
  const file = { v: 1, office: id(user), user: id(user), enrol: id(user), kid: 1, db, slots: [], dek: EMPTY, transport: EMPTY } as const
  return { keys: { dek: await keyFromBytes(dek), ...(await transportKeys(transport)) }, file }
}

const setOf = ({ kind, status, start, workers, outcome }: Visit) => ({ kind, status, planned: { start }, workers, outcome })

function rowOf(lane: LaneId, rec: string, type: RecordRow['type'], set: object, seq: number): RecordRow {
  const head = (v: unknown) => ({ by: id(randomId()), actor: id(residentOf(90)), at: AT, v, over: [] })
  const regs = Object.fromEntries(Object.entries(set).map(([field, v]) => [field, [head(v)]]))
  return { lane, id: id(rec), type, seq, regs } as RecordRow
}

/** One lane as the office would say it, whole. */
function answerOf(lane: LaneId, n: number, all: readonly Visit[]) {
  const named = rowOf(lane, residentOf(n), 'resident', { displayName: `Prøveperson ${n}`, status: 'open', clientStatus: 'active' }, 1)
  const rows = [named, ...all.map((visit, i) => rowOf(lane, visit.id, 'visit', setOf(visit), i + 2))]
  const head = rows.length
  const receive = receiver()
  receive({ k: 'lane', l: lane, mode: 'snap', from: 0, head, hash: '00', view: 1, mine: [] })
  for (const row of rows) receive({ k: 'row', row } as SyncLine)
  const received = receive({ k: 'end', l: lane })
  if (received?.kind !== 'lane') throw new Error('no lane')
  return received.answer
}

async function fill(count: number, each: number): Promise<number> {
  const { keys, file } = await ownDevice()
  const room = emptyRoom(keys, file, openDatabases(file.db), () => undefined)
  await room.db.vault.open()
  let took = 0
  for (let n = 0; n < count / each; n++) {
    const answer = answerOf(
      lanes(n),
      n,
      Array.from({ length: each }, (_, i) => aVisit(residentOf(n), i)),
    )
    took += await timed(async () => {
      if (!(await applyLane(room, answer))) throw new Error('a lane was not applied')
    })
  }
  room.db.vault.close()
  return took
}

/** The first answer that fits. */
const first = (casebook: Casebook, ask: Ask, fits: (answer: Answer) => boolean = () => true): Promise<Answer> =>
  new Promise((resolve) => {
    let stop = (): void => undefined
    stop = casebook.watch(ask, (answer) => {
      if (!fits(answer)) return
      resolve(answer)
      queueMicrotask(() => stop())
    })
  })

async function openOwn(): Promise<Casebook> {
  const { keys, file } = await ownDevice()
  return openLocal(keys, file)
}

function open20(): Promise<number> {
  return timed(async () => {
    const answer = await first(await openOwn(), { ask: 'today' })
    const ahead = answer.summaries.flatMap((summary) => summary.visits).filter((visit) => visit.status === 'planned')
    const twenty = ahead.sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1)).slice(0, 20)
    if (twenty.length !== 20) throw new Error('not 20 visits')
  })
}

async function read500() {
  const casebook = await openOwn()
  const read = async () => {
    const answer = await first(casebook, { ask: 'resident', lane: lanes(3) })
    if ([...answer.rows.values()].filter((row) => row.type === 'visit').length < PER_RESIDENT) throw new Error('not 500 visits')
  }
  return { cold: await timed(read), warm: await timed(read) }
}

const patchOf = (visit: Visit): Patch => patch(laneOf('case', id(visit.resident)), 'visit', id(visit.id), setOf(visit) as object)

/** All lanes open: who writes about a resident has that resident on the screen. */
async function saves(count: number): Promise<readonly number[]> {
  const casebook = await openOwn()
  const all = singles(count)
  for (const lane of new Set(all.map(({ resident }) => laneOf('case', id(resident))))) await first(casebook, { ask: 'resident', lane })
  return savesOf(all.map(patchOf), (one) => casebook.record([one]))
}

let open: Casebook | undefined
const here = (): Casebook => {
  if (!open) throw new Error('pull first')
  return open
}

async function pull(account: string): Promise<number> {
  const ticket = await signIn(account, 'demo-marit')
  if (ticket.kind !== 'ticket') throw new Error(`sign-in: ${ticket.kind}`)
  const made = await enrol(ticket.ticket, 'Prøvetelefon')
  if (made.kind !== 'enrolled') throw new Error(`enrolment: ${made.kind}`)
  return timed(async () => {
    open = await made.open()
    await first(open, { ask: 'sending' }, ({ sending }) => sending.updatedAt !== undefined)
  })
}

/** Many in one transaction: saving is not what is measured here. */
async function offline(count: number, from: number, firstResident = 0): Promise<void> {
  const all = laterVisits(count, from, firstResident)
  for (let i = 0; i < all.length; i += 100) await here().record(all.slice(i, i + 100).map(patchOf))
}

async function push() {
  const casebook = here()
  await online()
  const from = performance.now()
  void casebook.sendNow()
  await first(casebook, { ask: 'sending' }, ({ sending }) => sending.waiting.length === 0)
  const pushed = performance.now() - from
  await first(casebook, { ask: 'sending' }, ({ states }) => states.size === 0)
  return { pushed, settled: performance.now() - from }
}

/** In the first resident's lane: the two versions of a field are heads side by side, as every screen shows them. */
const SHARED = { lane: lanes(0), rec: id(residentOf(77)) }
const sharedRow = async (): Promise<RecordRow | undefined> =>
  (await first(here(), { ask: 'resident', lane: SHARED.lane })).rows.get(SHARED.rec)

async function edit(fields: Readonly<Record<string, string>>): Promise<void> {
  const row = await sharedRow()
  const seen = Object.fromEntries(Object.entries(row?.regs ?? {}).map(([field, heads]) => [field, heads.map((head) => head.by)]))
  await here().record([patch(SHARED.lane, 'dwelling', SHARED.rec, fields, { seen })])
}

async function sync(): Promise<void> {
  if ((await here().sendNow()) !== 'done') throw new Error('the office was not reached')
}

async function shown() {
  const regs = (await sharedRow())?.regs ?? {}
  return Object.fromEntries(Object.entries(regs).map(([field, heads]) => [field, heads.map((head) => String(head.v))]))
}

/** 100,000 rows: from unlock to one record of one case, and from unlock to the cases whose name fits. */
const openRecord = (): Promise<number> =>
  timed(async () => {
    const { rows } = await first(await openOwn(), { ask: 'resident', lane: lanes(7) })
    if (!rows.has(id(aVisit(residentOf(7), 50).id))) throw new Error('no such record')
  })
const filterList = (): Promise<number> =>
  timed(async () => {
    const { summaries } = await first(await openOwn(), { ask: 'residents' })
    if (summaries.filter(({ name }) => name.includes('7')).length === 0) throw new Error('nothing fits')
  })

async function catchUp() {
  const casebook = here()
  return timed(async () => {
    if ((await casebook.sendNow()) !== 'done') throw new Error('the office was not reached')
  })
}

const own = { bulk: (count: number) => fill(count, PER_RESIDENT), fill, open20, read500, saves }
offer({ ...own, pull, offline, push, share: () => edit({ address: 'Felles vei 1' }), edit, sync, shown, openRecord, filterList, catchUp })
