// The office's answer to a sync, line by line, so that other things happen between its lines: two processes on one
// database, and everybody else's drops. As src/office/sync-plan.ts and route-sync.ts do it.

import type { Id, LaneId } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { CHAIN_START } from '#sync/chain.ts'
import type { Cursor, Known, SyncLine } from '#sync/wire.ts'
import type { SyncRequest } from '#sync/wire-doors.ts'
import { roleIn } from './journal.ts'
import type { Office } from './office.ts'

const NOW = '2026-11-22T10:00:00Z' as Extract<SyncLine, { k: 'done' }>['now']

interface Plan {
  readonly lane: LaneId
  readonly mode: 'delta' | 'snap' | 'reset'
  readonly from: number
  readonly view: number
  readonly role: string | undefined
  readonly after: number
  readonly mineAfter: number
}

export function* answering(office: Office, enrol: Id, asked: SyncRequest): Generator<SyncLine> {
  const place = office.enrolments.get(enrol)
  if (!place || place.isRevoked) return
  const cursors = new Map(Object.entries(asked.lanes) as [LaneId, Cursor][])
  const reach = office.reachOf(place.user)
  const settling = lanesOfOpen(office, place.user, asked.open)
  const plans = reach.flatMap(({ lane, view }) =>
    planLane(office, { lane, view, role: roleIn(office, place.user, lane) }, cursors.get(lane), settling.has(lane)),
  )
  const reachable = new Set(reach.map(({ lane }) => lane))
  const gone = [...cursors.keys()].filter((lane) => !reachable.has(lane))
  yield { ok: true, k: 'start', lanes: plans.length, rows: 0 }
  if (!office.parts.glue.goneAfterReceipts && gone.length > 0) yield { k: 'gone', lanes: gone }
  yield receiptsLine(office, enrol, asked)
  for (const plan of plans) yield* linesOfLane(office, enrol, place.user, asked.open, plan)
  yield* parkedLines(office, place.user, enrol)
  if (gone.length > 0) yield { k: 'gone', lanes: gone }
  yield doneLine(office, enrol, place.user, asked.open)
}

function lanesOfOpen(office: Office, user: Id, open: readonly Id[]): ReadonlySet<LaneId> {
  const found = new Set<LaneId>()
  for (const id of open) {
    const verdict = office.verdictOf(id)
    if (verdict?.s === 'applied' && verdict.lane && office.db.custody.get(id)?.user === user) found.add(verdict.lane)
  }
  return found
}

function planLane(office: Office, reach: Pick<Plan, 'lane' | 'view' | 'role'>, cursor: Cursor | undefined, isSettling: boolean): Plan[] {
  const { lane, view, role } = reach
  const head = office.db.lanes.get(lane)
  const seq = cursor?.[0] ?? 0
  if (!head && seq === 0) return []
  const here = office.db.journal.get(lane)?.[seq - 1]?.hash
  const mode = office.parts.laneMode(cursor, here, view)
  if (mode === 'delta' && seq === head?.head && !isSettling) return []
  return [{ lane, mode, from: seq, view, role, after: mode === 'delta' ? seq : 0, mineAfter: mode === 'reset' ? 0 : seq }]
}

function receiptsLine(office: Office, enrol: Id, asked: SyncRequest): SyncLine {
  const log = office.db.receipts.get(enrol) ?? []
  const [seq, hash] = asked.receipts ?? [0, '']
  const mode = office.parts.receiptsMode(seq, hash, log[seq - 1]?.hash)
  const from = mode === 'delta' ? Math.min(seq, log.length) : 0
  const ids = log.slice(from).map((one) => one.id)
  return { k: 'receipts', mode, from, head: log.length, hash: log.at(-1)?.hash ?? '', ids }
}

/** One statement, so one moment of the lane. */
function* linesOfLane(office: Office, enrol: Id, user: Id, open: readonly Id[], plan: Plan): Generator<SyncLine> {
  const { lane: l, mode, from, view, role, after, mineAfter } = plan
  const { head, hash } = office.db.lanes.get(l) ?? { head: 0, hash: CHAIN_START }
  const mine = (office.db.journal.get(l) ?? [])
    .filter((link) => link.actor === user && (open.includes(link.id) || (link.enrol === enrol && link.seq > mineAfter)))
    .map((link) => link.id)
  const rows = [...(office.db.records.get(l)?.values() ?? [])].filter((row) => row.seq > after)
  yield { k: 'lane', l, mode, from, head, hash, view, mine }
  for (const row of rows) yield { k: 'row', row: cut(row, role) as Extract<SyncLine, { k: 'row' }>['row'] }
  yield { k: 'end', l }
}

/** What a named person may not read does not leave the office. */
const HIDDEN = 'phone'
export function cut(row: RecordRow, role: string | undefined): RecordRow {
  if (role !== 'named' || !(HIDDEN in row.regs)) return row
  const { [HIDDEN]: _hidden, ...regs } = row.regs
  return { ...row, regs }
}

/** Drafts of the same person's devices that no longer stand. */
function* parkedLines(office: Office, user: Id, enrol: Id): Generator<SyncLine> {
  for (const { draft, rev, user: by, enrol: from, lane, rec, change } of office.db.parked.values()) {
    const place = office.enrolments.get(from)
    const stands = !place || !(place.isRevoked || place.supersededBy)
    if (by !== user || from === enrol || stands || !change?.set || !roleIn(office, user, lane)) continue
    yield { k: 'parked', draft, rev, lane, rec, type: change.type, at: NOW, content: change.set.content?.v, seen: change.set.seen?.v }
  }
}

function doneLine(office: Office, enrol: Id, user: Id, open: readonly Id[]): SyncLine {
  const known = open.map((id): Known => {
    const kept = office.db.custody.get(id)
    return kept && kept.user === user && !kept.claims ? { id, ...office.answer(id) } : { id, s: 'unknown' }
  })
  const erased = [...office.db.custody.values()].flatMap((kept) =>
    kept.enrol === enrol && office.verdictOf(kept.id)?.s === 'erased' ? [kept.id] : [],
  )
  return { k: 'done', known, erased, safe: office.safe(enrol), now: NOW }
}
