// One history: people, devices, an office, a network between them, and what happens, drawn from the seed. After each
// act the rules of every moment are checked; then everything heals, and the rules of the end.

import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import type { DropResult } from '#sync/wire.ts'
import { type DeskPage, saveDesk } from './acts-people.ts'
import { type Chance, chanceFrom } from './chance.ts'
import type { Person } from './database.ts'
import { Device } from './device.ts'
import { type Disk, emptyDisk, StorageFull } from './disk.ts'
import { Office } from './office.ts'
import { Oracle } from './oracle.ts'
import type { Parts } from './parts.ts'
import { type Batch, heardDrop, heardPortal, mark, Talk } from './talking.ts'

export type Message =
  | { readonly kind: 'drop'; readonly batch: Batch }
  | { readonly kind: 'answer'; readonly batch: Batch; readonly results: readonly DropResult[] }

const START = Date.UTC(2026, 10, 22, 10)

export class World {
  readonly chance: Chance
  readonly parts: Parts
  readonly office: Office
  readonly oracle = new Oracle()
  readonly people: Person[] = []
  devices: Device[] = []
  network: Message[] = []
  talks: Talk[] = []
  /** Pages open at the desk, with what they showed. */
  readonly desk: DeskPage[] = []
  readonly copies: { readonly device: Device; readonly disk: Disk }[] = []
  readonly lanes: LaneId[] = []
  /** Cases a person began on a phone, and that nobody took away. */
  readonly begun = new Map<LaneId, string>()
  /** A restore without the recovery log: decisions made since the backup are made anew. */
  hasForgotten = false
  time = START
  tokens = 0
  readonly trace: string[] = []

  constructor(seed: number, parts: Parts) {
    this.chance = chanceFrom(seed)
    this.parts = parts
    this.office = new Office(parts, this.chance, this.chance.is(0.05))
    const workers = 1 + this.chance.below(2)
    for (let i = 0; i < workers; i++) this.person('followup_worker')
    this.person('case_worker')
    const [first] = this.people
    for (const person of this.people) if (person.roles[0] === 'followup_worker') this.enrol(person)
    if (first && this.chance.is(0.5)) this.enrol(first)
  }
  private person(role: Person['roles'][number]): void {
    const person = { id: this.chance.id(), roles: [role] }
    this.people.push(person)
    this.office.people.set(person.id, person)
  }
  get coordinator(): Person {
    const found = this.people.find((person) => person.roles.includes('case_worker'))
    if (!found) throw new Error('no coordinator')
    return found
  }
  enrol(person: Person): Device {
    const enrol = this.chance.id()
    this.office.enrolments.set(enrol, { user: person.id, isRevoked: false, supersededBy: undefined })
    const name = `phone${this.devices.length + 1}`
    const { parts, chance } = this
    const device = new Device(
      { name, user: person.id, enrol, officeId: this.coordinator.id, parts, chance, clock: () => this.time },
      emptyDisk(),
    )
    device.skew = this.chance.is(0.3) ? (this.chance.below(3) - 1) * 86_400_000 : 0
    this.devices.push(device)
    return device
  }
  /** A case of the coordinator's, given to some of the workers, before anything goes wrong. */
  settle(): void {
    const { office } = this
    const lane = this.newLane()
    saveDesk(this, { lane, rec: this.chance.id(), type: 'resident', field: 'displayName', seen: {} })
    for (const { id, roles } of this.people)
      if (roles.includes('followup_worker') && this.chance.is(0.8)) office.doing(() => office.setAccess(id, lane, 'worker'))
    if (this.chance.is(0.7)) for (let i = 0; i < 2; i++) office.backup()
    if (this.chance.is(0.7)) for (const device of this.devices) this.exchange(device)
  }
  /** The office of a restored backup knows only the drafts that were parked before it. */
  forgetParked(): void {
    for (const [draft, known] of this.oracle.parked) {
      const there = this.office.db.parked.get(draft)
      if (!there || (there.change && there.rev < known.rev)) this.oracle.parked.delete(draft)
    }
    for (const [draft, { rev, device }] of this.oracle.words) if (!isKept(this, draft, rev, device)) this.oracle.words.delete(draft)
  }
  pass(ms: number): void {
    this.time += ms
  }
  token = (): string => `v${++this.tokens}.`
  newLane(): LaneId {
    const lane = laneOf('case', this.chance.id())
    this.lanes.push(lane)
    return lane
  }
  alive = (): readonly Device[] => this.devices.filter((device) => !device.isDead)
  rowsAtDesk = (lane: LaneId): ReadonlyMap<Id, RecordRow> => this.office.db.records.get(lane) ?? new Map()

  send(device: Device, most = 1 + this.chance.below(5)): void {
    const batch = mark(device, most)
    if (batch) this.network.push({ kind: 'drop', batch })
  }
  /** The office takes one envelope after another; it may die in the middle, and then nobody is answered. */
  receive(batch: Batch, diesAfter = Number.POSITIVE_INFINITY): void {
    const results: DropResult[] = []
    for (const [i, envelope] of batch.envelopes.entries()) {
      if (i >= diesAfter) return
      results.push(this.office.drop(batch.device.enrol, envelope))
      this.noteParked(batch.device, envelope)
    }
    this.network.push({ kind: 'answer', batch, results })
  }
  private noteParked(device: Device, envelope: Batch['envelopes'][number]): void {
    const change = this.office.open(envelope)
    if (change?.finishes)
      this.oracle.parked.set(change.finishes, { rev: Number.MAX_SAFE_INTEGER, content: '', user: device.user, lane: change.lane })
    if (change?.kind !== 'draft' || !change.draft) return
    const { draft, rev = 0, set, lane } = change
    if ((this.oracle.parked.get(draft)?.rev ?? -1) >= rev || this.oracle.erasedDrafts.has(draft)) return
    this.oracle.parked.set(draft, {
      rev: set ? rev : Number.MAX_SAFE_INTEGER,
      content: String(set?.content?.v ?? ''),
      user: device.user,
      lane,
    })
  }
  hear({ batch, results }: Extract<Message, { kind: 'answer' }>): void {
    const { device, life } = batch
    if (device.life === life && !device.isDead) heardDrop(device, results)
  }
  portal = (batch: Batch): void => {
    if (batch.device.life === batch.life && !batch.device.isDead) heardPortal(batch)
  }
  talk(device: Device): Talk {
    const talk = new Talk(this.office, device)
    this.talks.push(talk)
    return talk
  }
  /** A full disk refuses a write whole, and is tried again when there is room. */
  trying(act: () => void): void {
    try {
      act()
    } catch (error) {
      if (!(error instanceof StorageFull)) throw error
    }
  }
  /** The network is whole again, disks have room, and everybody sends and fetches until nothing moves. */
  heal(): boolean {
    this.network = []
    this.talks = []
    for (const device of this.alive()) Object.assign(device, { isFull: false, editors: [] })
    let before = ''
    for (let round = 0; round < 14; round++) {
      for (const device of this.alive()) this.exchange(device)
      const now = this.alive()
        .map((device) => JSON.stringify([[...device.disk.lanes], [...device.disk.outbox.keys()], device.items().map((item) => item.state)]))
        .join()
      if (now === before) return true
      before = now
    }
    return false
  }
  private exchange(device: Device): void {
    for (let i = 0; i < 60; i++) {
      const batch = mark(device, 5)
      if (!batch) break
      this.network = []
      try {
        this.receive(batch)
      } catch (error) {
        if (!(error instanceof TypeError)) throw error // the office answers 5xx
        break
      }
      for (const message of this.network) if (message.kind === 'answer') this.hear(message)
    }
    this.network = []
    const talk = this.talk(device)
    while (!talk.isOver) talk.step()
    this.talks = []
  }
}

/** Are the newest words of a draft on its phone, on their way, or at the office? */
export function isKept({ devices, office }: World, draft: Id, rev: number, name: string): boolean {
  const phone = devices.find((device) => device.name === name)
  const parked = office.db.parked.get(draft)
  const leaving = phone?.items().some((item) => item.draft?.id === draft && item.draft.rev >= rev)
  return (
    (phone?.disk.drafts.get(draft)?.rev ?? -1) >= rev || leaving === true || (parked !== undefined && (!parked.change || parked.rev >= rev))
  )
}
