// Erasure at the office of the simulation (DESIGN.md 6): by id or by case. Payloads go, the chain and what replaced what
// stay, and an entry of its own moves the lane, so that every device follows.

import type { Id, LaneId } from '#domain/ids.ts'
import type { Ledger, Link } from './database.ts'
import { chain, refold } from './journal.ts'
import type { Office } from './office.ts'

type Erasure = Ledger['erasures'][number]

/** Everything the office has of a lane, applied or held. */
export const idsOfLane = (office: Office, lane: LaneId): readonly Id[] =>
  [...office.db.verdicts].flatMap(([id, verdict]) => (verdict.lane === lane && verdict.s !== 'erased' ? [id] : []))

/** With the ids go the drafts that those changes finished: a backup may still hold their words. */
export function eraseNow(office: Office, what: Omit<Erasure, 'drafts'>): void {
  const bodies = what.ids.flatMap((id) => office.open({ id, enrol: id, body: office.db.custody.get(id)?.raw ?? '' }) ?? [])
  const drafts = office.parts.glue.erasesDrafts ? bodies.flatMap((change) => change.finishes ?? []) : []
  const erasure = { ...what, drafts }
  office.ledger.erasures.push(erasure)
  erase(office, erasure)
}

/** Also run over a restored database, for everything in the ledger. */
export function erase(office: Office, { lane, ids, isCase, drafts }: Erasure): void {
  const { db, parts } = office
  const gone = new Set(ids)
  for (const id of ids) forget(office, id)
  for (const parked of db.parked.values())
    if ((isCase && parked.lane === lane) || drafts.includes(parked.draft)) db.parked.set(parked.draft, { ...parked, change: undefined })
  for (const draft of drafts)
    if (!db.parked.has(draft)) db.parked.set(draft, { draft, rev: 0, user: draft, enrol: draft, lane, rec: draft, change: undefined })
  const links = db.journal.get(lane) ?? []
  const lost = links.filter((link) => gone.has(link.id) && link.body)
  const left = links.map((link) => (gone.has(link.id) ? { ...link, body: undefined } : link))
  if (lost.length > 0) db.journal.set(lane, left)
  const recs = new Set(lost.map((link) => link.rec))
  if (parts.glue.erasureMoves) for (const rec of recs) appendErasure(office, lane, rec, lost)
  for (const rec of recs) refold(office, lane, rec)
  if (lost.length > 0) office.remember(lane)
  endAccess(office, lane, isCase)
}

/** One entry for each record that lost a write; what they had replaced stays replaced. */
function appendErasure(office: Office, lane: LaneId, rec: Id, lost: readonly Link[]): void {
  const bodies = lost.flatMap((link) => (link.rec === rec && link.body ? [link.body] : []))
  const row = office.db.records.get(lane)?.get(rec)
  if (!row) return
  const erase = { type: row.type, root: row.root, replaced: office.parts.replacedBy(bodies) }
  const id = office.chance.id()
  chain(office, lane, { id, rec, kind: 'erase', actor: id, enrol: undefined, salt: '', body: undefined, erase })
}

function forget(office: Office, id: Id): void {
  const { custody, verdicts } = office.db
  const kept = custody.get(id)
  if (kept) custody.set(id, { ...kept, raw: undefined })
  else if (!office.parts.glue.erasedUnknownToo) return
  else custody.set(id, { id, user: id, enrol: undefined, digest: '', raw: undefined })
  verdicts.set(id, { ...verdicts.get(id), s: 'erased' })
}

function endAccess(office: Office, lane: LaneId, isCase: boolean): void {
  if (!isCase) return
  for (const [key, access] of office.db.access) {
    const [user, of] = key.split('|')
    if (of === lane && !access.isEnded) office.setAccess(user as Id, lane, undefined)
  }
}
