// One lane in memory while a drop is settled together (together.ts): what was read under its lock, and what each change
// does to it, one after the other. The same judge and the same fold as journal.ts, without a word to the database, so
// that the next change finds what the one before it did. Thrown away when anything in it throws.

import { randomBytes } from 'node:crypto'
import type { LaneRole, Role } from '#domain/codes.ts'
import { type Id, type Instant, type LaneId, laneKind, laneSubject } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { CHAIN_START, digestOf, nextHash, SALT_BYTES } from '#sync/chain.ts'
import { type Entry, entryFrom, foldRecord } from '#sync/fold.ts'
import { judge, type Standing, sharingOf } from '#sync/judge.ts'
import type { Change } from '#sync/wire.ts'
import { isGuard, tryOut } from './derive.ts'
import type { Appended, Lane } from './journal.ts'
import { roleOfAuthor, writerFrom } from './lane-access.ts'
import { rowFrom, type StoredRow } from './rows.ts'
import { sha256 } from './sha256.ts'

interface Sign {
  readonly rec: Id
  readonly seq: number
  readonly by: Id
  readonly at: Instant
}
/** What is read of a lane, once, for all changes of a drop to it. */
export interface LaneFound {
  readonly roles: readonly Role[] | null
  readonly role: LaneRole | null
  /** The records the changes name, and every record of their roots. */
  readonly rows: readonly StoredRow[]
  /** The journals of the records that may be folded anew. */
  readonly entries: readonly { readonly rec: Id; readonly body: string; readonly actor: Id; readonly seq: number }[]
  /** The first signature of each root. */
  readonly signs: readonly Sign[]
  /** Of the changes that signatures cover: those the lane holds. */
  readonly applied: readonly Id[]
}

/** An entry of the journal, ready to be written. */
export interface Written {
  readonly change: Change
  readonly seq: number
  readonly salt: Buffer
  readonly body: string
  readonly hash: string
}

export interface LaneWork {
  readonly lane: LaneId
  readonly author: Id
  readonly roles: readonly Role[]
  role: LaneRole | null
  isThere: boolean
  readonly isNew: boolean
  head: number
  hash: string
  /** What its author becomes in a lane that these changes make. */
  granted: LaneRole | undefined
  /** Something that says who may have the lane was written: derived at once (derive.ts). */
  isGuarded: boolean
  readonly rows: Map<Id, RecordRow>
  readonly entries: Map<Id, Entry[]>
  readonly signs: Map<Id, Sign>
  readonly applied: Set<Id>
  readonly written: Written[]
  /** Records to be saved. */
  readonly touched: Set<Id>
}

/** `before`: the lane as it was locked, or not there yet. */
export function laneWork(lane: LaneId, author: Id, before: Lane | undefined, found: LaneFound): LaneWork {
  const entries = new Map<Id, Entry[]>()
  for (const { rec, body, actor, seq } of found.entries) entriesOf(entries, rec).push(entryFrom(body, actor, seq))
  return {
    ...{ lane, author, roles: found.roles ?? [], role: found.role, entries },
    ...{ isThere: before !== undefined, isNew: before === undefined, head: before?.head ?? 0, hash: before?.hash ?? CHAIN_START },
    ...{ granted: undefined, isGuarded: false, written: [], touched: new Set() },
    rows: new Map(found.rows.map((row) => [row.id, rowFrom(row)])),
    signs: new Map(found.signs.map((sign) => [sign.rec, sign])),
    applied: new Set(found.applied),
  }
}

function entriesOf(all: Map<Id, Entry[]>, rec: Id): Entry[] {
  const own = all.get(rec) ?? []
  all.set(rec, own)
  return own
}

/** As `appendIn` of journal.ts, for a change that no coordinator let through. */
export async function appendTo(work: LaneWork, change: Change): Promise<Appended> {
  if (change.kind === 'sign' && change.root !== change.rec) return { s: 'held', why: 'bad' }
  const standing = standingOf(work, change)
  const judgement = judge(change, standing)
  if (judgement.s === 'held') return judgement
  if (!work.isThere && !standing.writer.laneRole) grantFirst(work)
  work.isThere = true
  const seq = await chain(work, change)
  const row = fold(work, change.rec)
  if (change.kind === 'sign') freeze(work, change, seq)
  if (isGuard(change)) work.isGuarded = true
  else if (row) tryOut(row)
  return { s: 'applied', seq }
}

/** Whoever makes a lane has it. */
function grantFirst(work: LaneWork): void {
  work.granted = roleOfAuthor(work.roles)
  work.role = work.granted
}

function standingOf({ lane, author, roles, role, isThere, rows, applied }: LaneWork, change: Change): Standing {
  const row = rows.get(change.rec)
  const root = change.root ?? row?.root
  return {
    writer: writerFrom(author, lane, { roles, role }),
    // Another person's own lane is never made for them: it counts as there, and closed.
    laneExists: isThere || (laneKind(lane) === 'user' && laneSubject(lane) !== author),
    row,
    rootRows: root ? [...rows.values()].filter((candidate) => candidate.id === root || candidate.root === root) : [],
    isApplied: (id) => applied.has(id),
    ...(sharingOf(change) ? { sharing: [...rows.values()] } : {}),
  }
}

async function chain(work: LaneWork, change: Change): Promise<number> {
  const seq = work.head + 1
  const salt = randomBytes(SALT_BYTES)
  const body = JSON.stringify(change)
  work.hash = await nextHash(sha256, work.hash, seq, change.id, await digestOf(sha256, salt, Buffer.from(body)))
  work.head = seq
  work.written.push({ change, seq, salt, body, hash: work.hash })
  work.applied.add(change.id)
  entriesOf(work.entries, change.rec).push(entryFrom(body, work.author, seq))
  return seq
}

/** The record from its own journal, and frozen when its root is signed. */
function fold(work: LaneWork, rec: Id): RecordRow | undefined {
  const row = foldRecord(work.lane, rec, work.entries.get(rec) ?? [])
  if (!row) return undefined
  const sign = row.root && row.root !== row.id ? work.signs.get(row.root) : undefined
  const folded = sign ? { ...row, frozen: { seq: sign.seq, by: sign.by, at: sign.at }, seq: Math.max(row.seq, sign.seq) } : row
  work.rows.set(rec, folded)
  work.touched.add(rec)
  return folded
}

/** A signature freezes every record of its root, and moves them, so that every device hears of it. */
function freeze(work: LaneWork, { rec, id, at }: Change, seq: number): void {
  if (!work.signs.has(rec)) work.signs.set(rec, { rec, seq, by: id, at })
  for (const row of [...work.rows.values()]) if (row.root === rec && row.id !== rec) fold(work, row.id)
}
