// The office's append, as src/office/journal.ts does it: judge, take the next number, chain, fold the record from its
// own journal, freeze what a signature covers. One call is one transaction: it throws before anything is written.

import { type Id, type LaneId, laneKind, laneSubject } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { CHAIN_START } from '#sync/chain.ts'
import type { Entry } from '#sync/fold.ts'
import type { Standing } from '#sync/judge.ts'
import type { Change } from '#sync/wire.ts'
import { cheapHash } from './chance.ts'
import type { Link, Verdict } from './database.ts'
import type { Office } from './office.ts'

export const POISON = 'poison'
export interface Append {
  readonly change: Change
  readonly actor: Id
  readonly enrol: Id | undefined
  readonly salt: string
  /** A coordinator has let it through. */
  readonly isReleased?: boolean
}

export function append(office: Office, what: Append): Verdict {
  const { change, actor } = what
  const { db, parts } = office
  if (change.kind === 'sign' && change.root !== change.rec) return { s: 'held', why: 'bad' }
  const standing = standingOf(office, what)
  const judgement = parts.judge(change, what.isReleased ? { ...standing, isReleased: true } : standing)
  if (judgement.s === 'held') return { s: 'held', why: judgement.why, lane: change.lane }
  if (JSON.stringify(change.set ?? {}).includes(POISON)) throw new TypeError('content that trips the office')
  if (!db.lanes.has(change.lane) && !standing.writer.laneRole) {
    const isDesk = standing.writer.roles.includes('case_worker')
    office.setAccess(actor, change.lane, isDesk ? 'coordinator' : 'worker')
  }
  const seq = chain(office, change.lane, { ...what, id: change.id, rec: change.rec, kind: change.kind, body: change })
  refold(office, change.lane, change.rec)
  if (change.kind === 'sign')
    for (const row of db.records.get(change.lane)?.values() ?? [])
      if (row.root === change.rec && row.id !== change.rec) refold(office, change.lane, row.id)
  office.remember(change.lane)
  return { s: 'applied', seq, lane: change.lane }
}

export function chain(office: Office, lane: LaneId, link: Omit<Link, 'seq' | 'hash'>): number {
  const { lanes, journal } = office.db
  const before = lanes.get(lane) ?? { head: 0, hash: CHAIN_START }
  const seq = before.head + 1
  const hash = cheapHash(`${before.hash}|${seq}|${link.id}|${cheapHash(link.salt + JSON.stringify(link.body))}`)
  const { id, rec, kind, actor, enrol, salt, body, erase } = link
  journal.set(lane, [...(journal.get(lane) ?? []), { seq, id, rec, kind, actor, enrol, salt, hash, body, ...(erase ? { erase } : {}) }])
  lanes.set(lane, { head: seq, hash })
  return seq
}

export const roleIn = (office: Office, user: Id, lane: LaneId) => {
  const kind = laneKind(lane)
  if (kind === 'user') return laneSubject(lane) === user ? ('worker' as const) : undefined
  const access = office.db.access.get(`${user}|${lane}`)
  return access && !access.isEnded ? access.role : undefined
}

function standingOf(office: Office, { change, actor }: Append): Standing {
  const { db } = office
  const rows = [...(db.records.get(change.lane)?.values() ?? [])]
  const row = rows.find((candidate) => candidate.id === change.rec)
  const root = change.root ?? row?.root
  const applied = new Set((db.journal.get(change.lane) ?? []).map((link) => link.id))
  return {
    writer: { user: actor, roles: office.people.get(actor)?.roles ?? [], laneRole: roleIn(office, actor, change.lane) },
    laneExists: db.lanes.has(change.lane),
    row,
    rootRows: root ? rows.filter((candidate) => candidate.id === root || candidate.root === root) : [],
    isApplied: (id) => applied.has(id),
    sharing: rows,
  }
}

/** From the record's own journal, as src/office/keeping/fold.ts: an erase entry moves its record. */
export function refold(office: Office, lane: LaneId, rec: Id): void {
  const links = (office.db.journal.get(lane) ?? []).filter((link) => link.rec === rec)
  const entries = links.flatMap((link): readonly Entry[] => {
    const { actor, seq, body, erase } = link
    if (body) return [{ change: body, actor, seq }]
    const replaced = office.parts.glue.erasureKeepsOrder ? erase?.replaced : {}
    return erase && replaced ? [{ change: { rec, kind: 'erase' } as never, actor, seq, replaced }] : []
  })
  const row = office.parts.foldRecord(lane, rec, entries) ?? emptied(lane, rec, links)
  if (!row) return
  const before = office.db.records.get(lane)
  office.db.records.set(lane, new Map([...(before ?? []), [rec, withRootsSign(office, row)]]))
}

/** Every write of it was erased: an empty row, so that the devices hear of it. */
function emptied(lane: LaneId, rec: Id, links: readonly Link[]): RecordRow | undefined {
  const last = links.findLast((link) => link.erase)
  return (
    last?.erase && { lane, id: rec, type: last.erase.type, seq: last.seq, regs: {}, ...(last.erase.root ? { root: last.erase.root } : {}) }
  )
}

function withRootsSign(office: Office, row: RecordRow): RecordRow {
  const signs = (office.db.journal.get(row.lane) ?? []).filter((link) => link.kind === 'sign' && link.rec === row.root && link.body)
  const [sign] = signs
  if (!row.root || row.root === row.id || !sign?.body) return row
  return { ...row, frozen: { seq: sign.seq, by: sign.id, at: sign.body.at }, seq: Math.max(row.seq, sign.seq) }
}
