// The only merge (DESIGN.md 3): the heads of a register are the writes of it that no other write of it names in its
// `over`. A pure function of the set of writes, so arrival order and duplicates never matter. No clock, no text merging.

import type { Id, Instant, LaneId } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import type { Field, Head, RecordRow, Registers } from '#domain/register.ts'
import type { Change } from './wire.ts'

/** One change as the journal has it: with its author, and its place in the lane (0 = not yet in a lane). */
export interface Entry {
  readonly change: Change
  readonly actor: Id
  readonly seq: number
  /** Of an erase entry: what the destroyed writes had replaced, per register, without a word of them. It stays replaced. */
  readonly replaced?: Replaced
}
type Replaced = Readonly<Record<Field, readonly Id[]>>

/** A journal's body as an entry of the fold. */
export function entryFrom(body: string, actor: Id, seq: number): Entry {
  const said: Change & { readonly replaced?: Replaced } = JSON.parse(body)
  return { change: said, actor, seq, ...(said.replaced ? { replaced: said.replaced } : {}) }
}

/** For the erase entry of a record, before its writes are destroyed: else what they had replaced would come back. */
export function replacedBy(changes: Iterable<Change>): Replaced {
  const replaced: Record<Field, readonly Id[]> = {}
  for (const { set = {} } of changes)
    for (const [field, { over }] of Object.entries(set)) replaced[field] = [...new Set([...(replaced[field] ?? []), ...over])]
  return replaced
}

interface Writes {
  readonly heads: Map<Id, Head>
  readonly named: Set<Id>
}

function writesOf(into: Map<Field, Writes>, field: Field): Writes {
  const writes = into.get(field) ?? { heads: new Map<Id, Head>(), named: new Set<Id>() }
  into.set(field, writes)
  return writes
}

function gather(into: Map<Field, Writes>, field: Field, head: Head): void {
  const writes = writesOf(into, field)
  writes.heads.set(head.by, head)
  for (const replaced of head.over) if (replaced !== head.by) writes.named.add(replaced)
}

function settle(fields: Map<Field, Writes>): Registers {
  const regs: Record<Field, readonly Head[]> = {}
  for (const field of [...fields.keys()].sort()) {
    const writes = fields.get(field)
    if (!writes) continue
    regs[field] = [...writes.heads.values()].filter((head) => !writes.named.has(head.by)).sort((a, b) => (a.by < b.by ? -1 : 1))
  }
  return regs
}

const headOf = (entry: Entry, write: { readonly v: Head['v']; readonly over: readonly Id[] }): Head => ({
  by: entry.change.id,
  actor: entry.actor,
  at: entry.change.at,
  v: write.v,
  over: write.over,
})

/** Registers of one record from its standing heads and further entries. With `base` empty it is the fold of a journal. */
export function foldRegisters(base: Registers, entries: Iterable<Entry>): Registers {
  const fields = new Map<Field, Writes>()
  for (const [field, heads] of Object.entries(base)) for (const head of heads) gather(fields, field, head)
  for (const entry of entries) {
    for (const [field, ids] of Object.entries(entry.replaced ?? {})) for (const id of ids) writesOf(fields, field).named.add(id)
    if (entry.change.kind !== 'set') continue
    for (const [field, write] of Object.entries(entry.change.set ?? {})) gather(fields, field, headOf(entry, write))
  }
  return settle(fields)
}

/** The whole record from its own journal, in any order: registers, last sequence, and what a signature froze. */
export function foldRecord(lane: LaneId, rec: Id, entries: readonly Entry[]): RecordRow | undefined {
  const own = entries.filter((entry) => entry.change.rec === rec && entry.change.kind !== 'draft')
  const first = own.find((entry) => entry.change.kind === 'set')
  if (!first) return undefined
  return rowOf(lane, rec, first.change.type, rootOf(own), own, foldRegisters({}, own))
}

function rowOf(lane: LaneId, rec: Id, type: RecordType, root: Id | undefined, own: readonly Entry[], regs: Registers): RecordRow {
  const seq = own.reduce((highest, entry) => Math.max(highest, entry.seq), 0)
  const frozen = frozenBy(own)
  return { lane, id: rec, type, seq, regs, ...(root ? { root } : {}), ...(frozen ? { frozen } : {}) }
}

const rootOf = (own: readonly Entry[]): Id | undefined => own.find((entry) => entry.change.root)?.change.root

/** The first signature in lane order freezes the record. */
function frozenBy(own: readonly Entry[]): { seq: number; by: Id; at: Instant } | undefined {
  const signs = own.filter((entry) => entry.change.kind === 'sign').sort((a, b) => a.seq - b.seq)
  const first = signs[0]
  return first ? { seq: first.seq, by: first.change.id, at: first.change.at } : undefined
}

/** A device's view: the office's rows with its own unsettled changes on top, oldest first. */
export function layer(rows: ReadonlyMap<Id, RecordRow>, pending: readonly Entry[]): ReadonlyMap<Id, RecordRow> {
  if (pending.length === 0) return rows
  const view = new Map(rows)
  const byRecord = new Map<Id, Entry[]>()
  for (const entry of pending) byRecord.set(entry.change.rec, [...(byRecord.get(entry.change.rec) ?? []), entry])
  for (const [rec, entries] of byRecord) {
    const row = overlay(view.get(rec), entries)
    if (row) view.set(rec, row)
  }
  return view
}

function overlay(row: RecordRow | undefined, entries: readonly Entry[]): RecordRow | undefined {
  const first = entries[0]
  if (!first) return row
  if (!row) return foldRecord(first.change.lane, first.change.rec, entries)
  const frozen = row.frozen ?? frozenBy(entries)
  return { ...row, regs: foldRegisters(row.regs, entries), ...(frozen ? { frozen } : {}) }
}
