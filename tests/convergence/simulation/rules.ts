// The rules (DESIGN.md 12, T1): those of every moment, and those of the end, when all has healed. Each throws with its
// own name, so that a broken variant shows which rule caught it.

import type { Id, LaneId } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { CHAIN_START } from '#sync/chain.ts'
import { cut } from './answering.ts'
import { type Device, withoutLoosening } from './device.ts'
import { roleIn } from './journal.ts'
import { type Oracle, Violation } from './oracle.ts'
import { endOfErased, endOfHeld, endOfJournal, endOfParked, endOfSignatures, endOfStrange, endOfWaiting } from './rules-end.ts'
import { isKept, type World } from './world.ts'

export function atAnyMoment(world: World): void {
  livesSomewhere(world)
  wordsAreKept(world)
  for (const device of world.alive()) {
    ownEditsStay(world.oracle, device)
    rowsAreTheOffices(world, device)
    settledIsThere(world, device)
    begunStays(world, device)
  }
}

/** Every saved change is on some phone, or in every backup a restore may choose (or its phone is gone, and here). */
function livesSomewhere(world: World): void {
  const { office, oracle } = world
  const onPhones = new Set(world.alive().flatMap(({ disk }) => [...disk.outbox.keys(), ...disk.shelf.keys()]))
  const backups = office.backups.slice(-2)
  for (const fact of oracle.facts.values()) {
    const { id } = fact.change
    if (fact.state !== 'kept' || onPhones.has(id)) continue
    if ((!fact.enrol || fact.isFragile) && office.db.custody.has(id)) continue
    if (backups.length > 0 && office.db.custody.has(id) && backups.every(({ db }) => db.custody.has(id))) continue
    throw new Violation('every saved change lives somewhere', `${id} ${fact.change.kind}`)
  }
}

/** What is half written is on its phone, on its way to the office, or parked there, until it is saved or thrown away. */
function wordsAreKept(world: World): void {
  for (const [draft, { rev, device }] of world.oracle.words)
    if (!isKept(world, draft, rev, device)) throw new Violation('half-written words are kept', `${device} ${draft} ${rev}`)
}

function ownEditsStay(oracle: Oracle, device: Device): void {
  const views = new Map<LaneId, ReadonlyMap<Id, RecordRow>>()
  for (const item of device.items()) {
    if (item.draft || item.again || !oracle.facts.has(item.id)) continue
    const change = device.changeIn(item.envelope)
    const view = views.get(item.lane) ?? device.view(item.lane)
    views.set(item.lane, view)
    if (change.kind === 'sign' && !view.has(change.rec)) continue // what it signs was taken away or erased
    const shown = withoutLoosening({ change, actor: device.user, seq: 0 }, device.disk.rows.get(item.lane)).change
    if (!shows(oracle, view.get(change.rec), shown))
      throw new Violation('own edits never vanish from view', `${device.name} ${item.id} ${item.state}`)
  }
}
function shows(
  oracle: Oracle,
  row: RecordRow | undefined,
  change: { readonly id: Id; readonly kind: string; readonly set?: object },
): boolean {
  if (change.kind === 'sign') return row?.frozen !== undefined
  return Object.keys(change.set ?? {}).every(
    (field) => row?.regs[field]?.some((head) => oracle.covers(head.by, head.over, field, change.id)) ?? false,
  )
}

/** What a phone calls received is in its rows, or something that replaced it is. */
function settledIsThere({ oracle, office }: World, device: Device): void {
  for (const item of device.disk.shelf.values()) {
    const rows = device.disk.rows.get(item.lane)
    if (item.closed || !rows || !device.disk.lanes.has(item.lane) || oracle.erased.has(item.id)) continue
    const fact = oracle.facts.get(item.id)
    if (device.disk.lanes.get(item.lane)?.[2] !== office.db.access.get(`${device.user}|${item.lane}`)?.view) continue // rights have moved meanwhile
    if (!fact || fact.change.kind === 'sign' || roleIn(office, device.user, item.lane) !== 'worker') continue
    const row = rows.get(fact.change.rec)
    const isRestless = [...oracle.erased].some((id) => oracle.facts.get(id)?.change.rec === fact.change.rec) // what replaced it may be erased
    if (!isRestless && fact.field !== 'phone' && !shows(oracle, row, fact.change))
      throw new Violation('received means the row is here', `${device.name} ${item.id}`)
  }
}

/** A lane on a phone is exactly what the office had at that place in the lane's log, as this person may read it. */
function rowsAreTheOffices({ office }: World, device: Device): void {
  for (const [lane, [seq, hash]] of device.disk.lanes) {
    const rows = device.disk.rows.get(lane) ?? new Map<Id, RecordRow>()
    const stood = seq === 0 || hash === CHAIN_START ? new Map<Id, RecordRow>() : office.stood.get(`${lane}|${hash}`)
    if (!stood || !(isSame(rows, stood, 'worker') || isSame(rows, stood, 'named')))
      throw new Violation('a lane is whole', `${device.name} ${lane} ${seq}`)
  }
}
function isSame(rows: ReadonlyMap<Id, RecordRow>, stood: ReadonlyMap<Id, RecordRow>, role: string | undefined): boolean {
  if (rows.size !== stood.size) return false
  for (const [id, row] of stood) {
    const here = rows.get(id)
    const there = cut(row, role)
    if (here !== there && JSON.stringify(here?.regs) !== JSON.stringify(there.regs)) return false
    if (here?.frozen?.by !== row.frozen?.by) return false
  }
  return true
}

/** A case one has begun oneself, and that nobody took, never leaves one's phone because the office forgot it. */
function begunStays(world: World, device: Device): void {
  for (const [lane, name] of world.begun) {
    if (name !== device.name || !device.disk.lanes.has(lane)) continue
    device.everHad.add(lane)
  }
  for (const lane of device.everHad)
    if (world.begun.get(lane) === device.name && !device.disk.lanes.has(lane) && !world.office.db.lanes.has(lane))
      throw new Violation('one’s own case stays', `${device.name} ${lane}`)
}

export function atTheEnd(world: World, isQuiet: boolean): void {
  drained(world, isQuiet)
  endsWell(world)
  devicesAreEqual(world)
  endOfJournal(world)
  endOfSignatures(world)
  endOfWaiting(world)
  endOfStrange(world)
  endOfErased(world)
  endOfHeld(world)
  endOfParked(world)
}

function drained(world: World, isQuiet: boolean): void {
  if (!isQuiet) throw new Violation('outboxes drain', 'never quiet')
  for (const device of world.alive())
    for (const item of device.items())
      if (item.state !== 'held')
        throw new Violation('outboxes drain', `${device.name} ${item.id} ${item.state} ${item.draft ? 'draft' : ''}`)
}

function endsWell({ office, oracle }: World): void {
  for (const fact of oracle.facts.values()) {
    const { id } = fact.change
    if (fact.state === 'replaced' || fact.state === 'undone' || fact.state === 'lost') continue
    if (!office.verdictOf(id)) throw new Violation('every saved change ends applied, held, closed or erased', `${id} ${fact.change.kind}`)
  }
}

function devicesAreEqual(world: World): void {
  const { office } = world
  for (const device of world.alive()) {
    if (office.enrolments.get(device.enrol)?.isRevoked) continue
    const reach = new Set(office.reachOf(device.user).map(({ lane }) => lane))
    for (const lane of reach) {
      const role = roleIn(office, device.user, lane)
      const rows = device.disk.rows.get(lane) ?? new Map()
      if (!isSame(rows, office.db.records.get(lane) ?? new Map(), role))
        throw new Violation('all devices equal the office', `${device.name} ${lane} ${role}`)
    }
    const { lanes, rows, drafts } = device.disk
    const words = [...drafts.values()].filter((draft) => !draft.isApart).map((draft) => draft.lane)
    for (const lane of [...lanes.keys(), ...rows.keys(), ...words])
      if (!reach.has(lane)) throw new Violation('nothing of a case taken away', `${device.name} ${lane}`)
  }
}
