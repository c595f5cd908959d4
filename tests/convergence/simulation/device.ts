// A device of the simulation: its disk as Maps (each method that writes is one transaction, so a kill falls between
// them), the view, editors and drafts. Decisions are the product's own; the glue follows src/device.

import { type Id, type Instant, type LaneId, laneKind } from '#domain/ids.ts'
import { isLoosening } from '#domain/loosening.ts'
import type { RecordType } from '#domain/records.ts'
import { type Field, type RecordRow, seenOf } from '#domain/register.ts'
import type { Stamp } from '#sync/change.ts'
import type { Entry } from '#sync/fold.ts'
import type { Moves } from '#sync/stores.ts'
import { type Change, SCHEMA } from '#sync/wire.ts'
import type { Chance } from './chance.ts'
import type { Sealed } from './database.ts'
import { type Disk, type Draft, type Editor, type Item, StorageFull } from './disk.ts'
import type { Parts } from './parts.ts'

const byAge = (a: Item, b: Item): number => a.n - b.n

export class Device {
  disk: Disk
  readonly name: string
  readonly user: Id
  readonly enrol: Id
  readonly officeId: Id
  readonly parts: Parts
  readonly chance: Chance
  readonly clock: () => number
  skew = 0
  isFull = false
  isDead = false
  /** Counts up at each kill: what was under way before it never comes back. */
  life = 0
  editors: Editor[] = []
  /** Own cases that were once here, for the oracle. */
  readonly everHad = new Set<LaneId>()
  private made = 0
  private readonly inside = new Map<Id, Change>()

  constructor(from: Pick<Device, 'name' | 'user' | 'enrol' | 'officeId' | 'parts' | 'chance' | 'clock'>, disk: Disk) {
    this.name = from.name
    this.user = from.user
    this.enrol = from.enrol
    this.officeId = from.officeId
    this.parts = from.parts
    this.chance = from.chance
    this.clock = from.clock
    this.disk = disk
  }

  now = (): number => this.clock() + this.skew
  /** A write that needs room; throws before anything is written. */
  room(): void {
    if (this.isFull) throw new StorageFull()
  }
  newId = (): Id => (this.parts.glue.randomIds ? this.chance.id() : (`counter${++this.made}`.padEnd(22, 'x') as Id))
  stamp = (): Stamp => ({
    newId: this.newId,
    at: new Date(this.now()).toISOString() as Instant,
    tz: 'Europe/Oslo',
    skewMs: null,
    app: 'simulation',
  })
  private seal(change: Change, isBad: boolean): Sealed {
    this.inside.set(change.id, change)
    return { id: change.id, enrol: this.enrol, body: `${isBad ? '!' : ''}${JSON.stringify(change)}` }
  }
  changeIn(envelope: Sealed): Change {
    const known = this.inside.get(envelope.id)
    if (known) return known
    const change: Change = JSON.parse(envelope.body.replace(/^!/, ''))
    this.inside.set(envelope.id, change)
    return change
  }
  items = (): readonly Item[] => [...this.disk.outbox.values()].sort(byAge)

  private parcel(change: Change, more: Partial<Item>, isBad: boolean): Item {
    const n = Math.max(0, ...[...this.disk.outbox.values()].map((item) => item.n)) + 1
    const { id, lane, rec } = change
    const at = this.now()
    const envelope = this.seal(change, isBad)
    return { id, lane, rec, office: this.officeId, n, envelope, state: 'saved', tries: 0, nextAt: 0, savedAt: at, ...more }
  }

  /** Own changes of one lane as they count on the device (src/device/lanes.ts, pendingOf). */
  private pendingOf(lane: LaneId): readonly Entry[] {
    const rows = this.disk.rows.get(lane)
    const isShown = (item: Item): boolean =>
      item.lane === lane && !item.again && !item.draft && (this.parts.glue.viewUntilSettled || item.state !== 'custody')
    return this.items()
      .filter(isShown)
      .map((item) => withoutLoosening({ change: this.changeIn(item.envelope), actor: this.user, seq: 0 }, rows))
  }
  view = (lane: LaneId): ReadonlyMap<Id, RecordRow> => this.parts.layer(this.disk.rows.get(lane) ?? new Map(), this.pendingOf(lane))
  lanes = (): readonly LaneId[] =>
    [...new Set([...this.disk.lanes.keys(), ...this.items().map((item) => item.lane)])].filter((lane) => laneKind(lane) !== 'user')

  openEditor(lane: LaneId, rec: Id, type: RecordType, field: Field, root?: Id): Editor {
    const row = this.view(lane).get(rec)
    const editor: Editor = { session: this.chance.id(), lane, rec, type, field, seen: seenOf(row), saved: [], ...(root ? { root } : {}) }
    this.editors.push(editor)
    return editor
  }
  replace(editor: Editor, next: Editor | undefined): void {
    this.editors = this.editors.flatMap((one) => (one.session !== editor.session ? [one] : next ? [next] : []))
  }

  /** The session's latest save, if the next may take its place (src/device/sessions.ts, earlierOf). */
  private earlierOf(editor: Editor): Item | undefined {
    const item = this.disk.outbox.get(editor.saved.at(-1) ?? editor.session)
    const isPlain = item && !this.changeIn(item.envelope).finishes && !editor.draft
    return item && isPlain && this.parts.replaceable([item]).length > 0 && !this.isNamed(item.id) ? item : undefined
  }
  private isNamed(id: Id): boolean {
    return this.parts.glue.namedStays && this.items().some((item) => this.parts.restsOn(this.changeIn(item.envelope), id))
  }

  /** One strict transaction. What it takes the place of is in what it gives back. */
  save(
    editor: Editor,
    v: string | null,
    isBad = false,
  ): { readonly change: Change; readonly replaced: Id | undefined; readonly shown: readonly Id[] } {
    const { lane, rec, type, root, field } = editor
    const earlier = this.earlierOf(editor)
    const shown = [...(editor.seen[field] ?? []), ...editor.saved.filter((id) => id !== earlier?.id)]
    const seen = this.parts.glue.seenAtOpen ? { ...editor.seen, [field]: shown } : seenOf(this.view(lane).get(rec))
    const patch = { lane, rec, type, set: { [field]: v }, seen, ...(root ? { root } : {}) }
    const own = this.items().filter((item) => item.lane === lane && item.rec === rec && !item.draft)
    const unsettled = own.map((item) => this.changeIn(item.envelope))
    const change = earlier
      ? this.parts.inPlaceOf(this.changeIn(earlier.envelope), patch, this.stamp(), unsettled)
      : this.parts.patchToChange(patch, this.stamp(), unsettled, editor.draft)
    this.room()
    const item = this.parcel(change, earlier ? { n: earlier.n } : {}, isBad)
    if (earlier) this.disk.outbox.delete(earlier.id)
    this.disk.outbox.set(change.id, item)
    const { draft, ...rest } = editor
    this.replace(editor, { ...rest, saved: [...editor.saved.filter((id) => id !== earlier?.id), change.id], back: earlier })
    if (draft) this.disk.drafts.delete(draft)
    return { change, replaced: earlier?.id, shown }
  }

  sign(lane: LaneId, root: Id): Change | undefined {
    const rows = [...this.view(lane).values()].filter((row) => row.id === root || row.root === root)
    const [row] = rows.filter((one) => one.id === root)
    if (!row || row.frozen) return undefined
    const change = this.parts.signChange(lane, row, rows, this.stamp())
    this.room()
    this.disk.outbox.set(change.id, this.parcel(change, {}, false))
    return change
  }

  /** Takes the newest save back without a trace, if nothing was tried and nothing of one's own rests on it. */
  undo(editor: Editor): { readonly undone: Id; readonly back: Id | undefined } | undefined {
    const last = editor.saved.at(-1)
    const item = last && this.disk.outbox.get(last)
    if (!last || !item || item.state !== 'saved' || item.tries > 0 || item.again || this.isNamed(last)) return undefined
    const { back, ...rest } = editor
    this.disk.outbox.delete(last)
    if (back) this.disk.outbox.set(back.id, back)
    this.replace(editor, { ...rest, back: undefined, saved: [...editor.saved.slice(0, -1), ...(back ? [back.id] : [])] })
    return { undone: last, back: back?.id }
  }

  /** Relaxed: a kill may take the last one. */
  type(editor: Editor, content: string): Draft {
    const id = editor.draft ?? this.chance.id()
    const before = this.disk.drafts.get(id)
    const { lane, rec, type, seen } = editor
    this.room()
    const isApart = !this.disk.lanes.has(lane) && (before?.isApart ?? true)
    const draft = { id, lane, rec, type, seen, content, rev: (before?.rev ?? 0) + 1, parked: before?.parked ?? -1, isApart }
    this.disk.drafts.set(id, draft)
    this.replace(editor, { ...editor, draft: id })
    return draft
  }
  /** Sealed copies of what is half written go into the outbox; with lanes: the last words of these, parked before or not. */
  park(lanes?: readonly LaneId[]): void {
    for (const draft of this.disk.drafts.values()) {
      if (lanes ? !lanes.includes(draft.lane) : draft.parked >= draft.rev) continue
      if (lanes && !this.parts.glue.parkedAgain && draft.parked >= draft.rev) continue
      this.leave(draft, { content: { v: draft.content, over: [] }, seen: { v: {}, over: [] } }, draft.rev)
      this.disk.drafts.set(draft.id, { ...draft, parked: draft.rev })
    }
  }
  discard(draft: Draft): void {
    if (draft.parked >= 0) this.leave(draft, undefined, Math.max(draft.rev, draft.parked) + 1)
    this.disk.drafts.delete(draft.id)
    this.editors = this.editors.filter((editor) => editor.draft !== draft.id)
  }
  private leave({ id: draft, lane, rec, type }: Draft, set: Change['set'], rev: number): void {
    this.room()
    const { newId, ...stamp } = this.stamp()
    const change: Change = {
      id: newId(),
      v: 1,
      schema: SCHEMA,
      ...stamp,
      lane,
      rec,
      type,
      kind: 'draft',
      draft,
      rev,
      ...(set ? { set } : {}),
    }
    for (const id of this.parts.supersededParked(this.items(), draft, rev)) this.disk.outbox.delete(id)
    this.disk.outbox.set(change.id, this.parcel(change, { draft: { id: draft, rev } }, false))
  }

  move(moves: Moves<Sealed>): void {
    if (moves.putShelf.length > 0 || moves.putOutbox.length > 0) this.room()
    for (const id of moves.dropOutbox) this.disk.outbox.delete(id)
    for (const id of moves.dropShelf) this.disk.shelf.delete(id)
    for (const item of moves.putOutbox) this.disk.outbox.set(item.id, item)
    if (this.parts.glue.shelf) for (const item of moves.putShelf) this.disk.shelf.set(item.id, item)
  }
  /** The page dies: editors and what was under way are gone; the disk stays, save the last keystrokes. */
  kill(): void {
    this.life += 1
    this.editors = []
  }
  /** At start: a draft that an envelope of the outbox finishes is gone. */
  start(): void {
    const finished = new Set(this.items().map((item) => this.changeIn(item.envelope).finishes))
    for (const id of this.disk.drafts.keys()) if (finished.has(id)) this.disk.drafts.delete(id)
  }
}

/** Until the office agrees, a protection is never weaker than what the office last said. */
export function withoutLoosening(entry: Entry, rows: ReadonlyMap<Id, RecordRow> | undefined): Entry {
  const { change } = entry
  const row = rows?.get(change.rec)
  const fields = Object.entries(change.set ?? {})
  const kept = fields.filter(([field, write]) => !isLoosening(row, change.type, field, write.v))
  return kept.length === fields.length ? entry : { ...entry, change: { ...change, set: Object.fromEntries(kept) } }
}
