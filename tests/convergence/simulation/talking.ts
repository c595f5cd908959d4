// How a device of the simulation talks: batches out, answers in, a sync taken line by line. Between any two lines the
// device may be killed, the network cut, another tab come first, or the office move on (src/device/send.ts, inbox.ts).

import type { Id, LaneId } from '#domain/ids.ts'
import type { OutboxState } from '#sync/outbox.ts'
import type { Received } from '#sync/receive.ts'
import { type Cursor, type DropResult, parse, SCHEMA, SyncLine } from '#sync/wire.ts'
import type { SyncRequest } from '#sync/wire-doors.ts'
import { answering } from './answering.ts'
import type { Sealed } from './database.ts'
import type { Device } from './device.ts'
import type { Item } from './disk.ts'
import type { Office } from './office.ts'

export interface Batch {
  readonly device: Device
  readonly life: number
  readonly envelopes: readonly Sealed[]
}

/** Chosen and marked in one transaction, before the request leaves: oldest first. */
export function mark(device: Device, most: number): Batch | undefined {
  const waiting = device.items().filter((item) => item.state === 'saved' || item.state === 'sent')
  const items = waiting.slice(0, most)
  if (items.length === 0) return undefined
  device.room()
  for (const item of items) {
    const state = device.parts.nextState(item.state, { kind: 'trying' }) as OutboxState
    if (device.parts.glue.keepAtSend) device.disk.outbox.set(item.id, { ...item, state, tries: item.tries + 1 })
    else device.disk.outbox.delete(item.id)
  }
  return { device, life: device.life, envelopes: items.map((item) => item.envelope) }
}

/** The office's results, in one transaction over outbox and shelf. */
export function heardDrop(device: Device, results: readonly DropResult[]): void {
  for (const result of results) {
    const item = device.disk.outbox.get(result.id)
    if (!item) continue
    if (result.s === 'applied' && !device.parts.glue.settleByRow) device.move(onShelf(device, item))
    else device.move(device.parts.onAnswer(item, result, device.now()))
  }
}
/** A page that answers 200 to everything. */
export function heardPortal({ device, envelopes }: Batch): void {
  if (device.parts.glue.portalIsOffline) return
  for (const { id } of envelopes) {
    const item = device.disk.outbox.get(id)
    if (item) device.move(onShelf(device, item))
  }
}
const onShelf = (device: Device, item: Item) => ({
  putOutbox: [],
  dropOutbox: [item.id],
  putShelf: [{ ...item, settledAt: device.now() }],
  dropShelf: [],
})

/** One sync under way. */
export class Talk {
  readonly device: Device
  readonly life: number
  isOver = false
  private readonly lines: Generator<SyncLine>
  private readonly receive: ReturnType<Device['parts']['receiver']>
  private readonly request: SyncRequest
  private readonly states: ReadonlyMap<Id, OutboxState>
  private readonly parses: boolean
  private isLogKnown = false
  private missed = 0
  private readonly mentioned = new Set<LaneId>()

  constructor(office: Office, device: Device) {
    const { disk, parts } = device
    const open = device.items().filter((item) => item.state !== 'saved')
    const lanes = Object.fromEntries(disk.lanes) as SyncRequest['lanes']
    this.device = device
    this.life = device.life
    this.parses = office.parses
    this.receive = parts.receiver()
    this.states = new Map(open.map((item) => [item.id, item.state]))
    this.request = {
      lanes: parts.glue.cursorPerLane ? lanes : oneCursor(lanes),
      open: open.map((item) => item.id),
      schema: SCHEMA,
      receipts: [disk.receipts.seq, disk.receipts.hash],
    }
    this.lines = answering(office, device.enrol, this.request)
  }

  /** The next line; `isTorn`: it could not be read. A full disk ends the talk. */
  step(isTorn = false): void {
    const next = this.isOver || this.device.life !== this.life ? undefined : this.lines.next()
    if (!next || next.done) {
      this.end()
      return
    }
    const line = isTorn ? undefined : this.parses ? parse(SyncLine, JSON.parse(JSON.stringify(next.value))) : next.value
    if (!isTorn && !line) throw new Error('the office wrote a line the device cannot read')
    if (!line || line.k === 'lane') this.missed += 1
    const received = this.receive(line)
    try {
      if (received) this.take(received)
    } catch (error) {
      this.end()
      throw error
    }
  }
  end(): void {
    this.isOver = true
  }

  private take(received: Received): void {
    const { device } = this
    switch (received.kind) {
      case 'start':
        return
      case 'receipts':
        this.isLogKnown = this.receipts(received.line) && received.line.mode === 'delta'
        return
      case 'parked':
        this.adopt(received.line)
        return
      case 'lane':
        this.mentioned.add(received.answer.lane)
        if (this.lane(received.answer)) this.missed -= 1
        return
      case 'gone':
        if (!device.parts.glue.goneAfterReceipts) for (const lane of received.lanes) this.dropLane(lane)
        else if (this.isLogKnown) for (const lane of device.parts.toGiveUp(received.lanes, device.items())) this.dropLane(lane)
        return
      case 'done':
        if (!device.parts.glue.absenceIsNothing)
          for (const lane of device.disk.lanes.keys()) if (!this.mentioned.has(lane)) this.dropLane(lane)
        this.known(received.done)
        this.end()
        return
    }
  }
  private receipts(line: Extract<Received, { kind: 'receipts' }>['line']): boolean {
    const { device } = this
    const [seq, hash] = this.request.receipts ?? [0, '']
    if (!device.parts.receiptsFit(line, { seq, hash }, device.disk.receipts)) return false
    device.move(device.parts.onReceipts(line, device.items(), [...device.disk.shelf.values()]))
    device.disk = { ...device.disk, receipts: { seq: line.head, hash: line.hash } }
    return true
  }
  private lane(answer: Extract<Received, { kind: 'lane' }>['answer']): boolean {
    const { device } = this
    const { disk, parts } = device
    if (!parts.fits(answer, disk.lanes.get(answer.lane))) return false
    const rows = parts.applied(answer, disk.rows.get(answer.lane) ?? new Map())
    device.room()
    disk.lanes.set(answer.lane, answer.cursor)
    if (!parts.glue.cursorWithRows && device.chance.is(0.1)) {
      device.kill()
      return false
    }
    disk.rows.set(answer.lane, rows)
    device.move(parts.onLane(answer, device.items(), [...disk.shelf.values()], device.now()))
    return true
  }
  /** Access has ended: what is half written is parked, then rows and drafts go. The sealed words stay. */
  private dropLane(lane: LaneId): void {
    const { disk, parts } = this.device
    if (parts.glue.draftsAreParked) this.device.park([lane])
    for (const draft of disk.drafts.values()) if (draft.lane === lane) disk.drafts.delete(draft.id)
    this.device.editors = this.device.editors.filter((editor) => editor.lane !== lane)
    disk.rows.delete(lane)
    disk.lanes.delete(lane)
  }
  private adopt({ draft: id, rev, lane, rec, type, content }: Extract<Received, { kind: 'parked' }>['line']): void {
    const { device } = this
    const { drafts } = device.disk
    const isFinished = device.items().some((item) => device.changeIn(item.envelope).finishes === id)
    const leaving = device.items().some((item) => item.draft?.id === id && item.draft.rev >= rev)
    if (isFinished || leaving || (drafts.get(id)?.rev ?? -1) >= rev) return
    device.room()
    drafts.set(id, { id, rev, lane, rec, type, seen: {}, content: String(content), parked: rev, isApart: false })
  }
  private known(done: Extract<Received, { kind: 'done' }>['done']): void {
    const { device } = this
    const { disk, parts } = device
    for (const known of done.known) {
      const item = disk.outbox.get(known.id)
      if (item) device.move(parts.onKnown(item, known, { states: this.states, isWhole: this.missed === 0 }, device.now()))
    }
    for (const id of done.erased) {
      disk.outbox.delete(id)
      disk.shelf.delete(id)
    }
    for (const id of parts.offShelf([...disk.shelf.values()], done.safe, device.now())) disk.shelf.delete(id)
  }
}

/** A design with one office-wide cursor: the furthest counts for all. */
function oneCursor(lanes: SyncRequest['lanes']): SyncRequest['lanes'] {
  const furthest = Math.max(0, ...Object.values(lanes).map((cursor) => (cursor as Cursor)[0]))
  return Object.fromEntries(Object.entries(lanes).map(([lane, cursor]) => [lane, [furthest, (cursor as Cursor)[1], (cursor as Cursor)[2]]]))
}
