// What goes wrong, and what the office does to rights and data: kills, copies, clones, lost phones, backups, restores,
// rights given, taken and moved, erasures.

import type { Id, LaneId } from '#domain/ids.ts'
import { type Device, Device as DeviceClass } from './device.ts'
import { copyDisk, type Disk } from './disk.ts'
import { eraseNow, idsOfLane } from './erasing.ts'
import { roleIn } from './journal.ts'
import type { World } from './world.ts'

export function kill(world: World, device: Device): void {
  device.kill()
  if (world.chance.is(0.5)) device.start()
}

/** What a disk or a phone takes with it: lost if nothing else has it; else only the next disaster may take it. */
export function forfeit(world: World, before: Disk): void {
  const there = new Set(world.alive().flatMap(({ disk }) => [...disk.outbox.keys(), ...disk.shelf.keys()]))
  for (const id of [...before.outbox.keys(), ...before.shelf.keys()]) {
    const fact = world.oracle.facts.get(id)
    if (!fact || there.has(id) || fact.state !== 'kept') continue
    if (world.office.db.custody.has(id)) fact.isFragile = true
    else fact.state = 'lost'
  }
}

export const copy = (world: World, device: Device): void => {
  world.copies.push({ device, disk: copyDisk(device.disk) })
}
export function restoreDevice(world: World): void {
  const found = world.chance.pick(world.copies.filter(({ device }) => !device.isDead))
  if (!found) return
  const before = found.device.disk
  found.device.kill()
  found.device.disk = copyDisk(found.disk)
  found.device.start()
  found.device.everHad.clear()
  for (const [draft, { device }] of world.oracle.words) if (device === found.device.name) world.oracle.words.delete(draft)
  forgetBegun(world, found.device)
  forfeit(world, before)
  for (const id of found.disk.outbox.keys()) world.oracle.copied.add(id)
}
/** Another copy may have what this one has not. */
function forgetBegun(world: World, device: Device): void {
  for (const [lane, name] of world.begun) if (name === device.name) world.begun.delete(lane)
}
/** The disk, copied and run twice. */
export function clone(world: World, device: Device): void {
  if (world.alive().length >= 4) return
  const twin = new DeviceClass({ ...device, name: `${device.name}.${world.devices.length + 1}` }, copyDisk(device.disk))
  twin.skew = device.skew
  world.devices.push(twin)
  forgetBegun(world, device)
  for (const id of device.disk.outbox.keys()) world.oracle.copied.add(id)
}
/** Lost in the snow, or its storage emptied: a new phone for the same person, and the old one no longer stands. */
export function lose(world: World, device: Device): void {
  const twins = world.alive().filter((one) => one.enrol === device.enrol)
  const place = world.office.enrolments.get(device.enrol)
  const person = world.people.find(({ id }) => id === device.user)
  if (twins.length > 1 || !place || !person) return
  device.kill()
  device.isDead = true
  for (const [draft, { device: name }] of world.oracle.words) if (name === device.name) world.oracle.words.delete(draft)
  forfeit(world, device.disk)
  const next = world.enrol(person)
  if (world.chance.is(0.5)) place.isRevoked = true
  else place.supersededBy = next.enrol
}

export function access(world: World): void {
  const { chance, office } = world
  const lane = chance.pick(world.lanes.filter((one) => office.db.lanes.has(one)))
  const worker = chance.pick(world.people.filter((person) => person.roles.includes('followup_worker')))
  if (!lane || !worker) return
  const has = roleIn(office, worker.id, lane)
  const role = has
    ? chance.is(0.5)
      ? undefined
      : chance.pick((['worker', 'named', 'coordinator'] as const).filter((one) => one !== has))
    : chance.pick(['worker', 'worker', 'named'] as const)
  if (!role) world.begun.delete(lane)
  office.doing(() => office.setAccess(worker.id, lane, role))
}

export function eraseSome(world: World): void {
  const { chance, office, oracle } = world
  const lane = chance.pick(world.lanes.filter((one) => office.db.lanes.has(one)))
  if (!lane) return
  const all = idsOfLane(office, lane).filter((id) => oracle.facts.has(id))
  const isCase = chance.is(0.15)
  const sets = all.filter((id) => oracle.facts.get(id)?.change.kind === 'set')
  const ids = isCase ? all : sets.filter(() => chance.is(0.3))
  if (ids.length === 0) return
  world.begun.delete(lane)
  eraseNow(office, { lane, ids, isCase })
  for (const id of ids) forgotten(world, id)
  if (isCase) forgetDrafts(world, lane)
}
function forgetDrafts({ office, oracle }: World, lane: LaneId): void {
  for (const { draft, lane: of } of office.db.parked.values()) if (of === lane) oracle.erasedDrafts.add(draft)
  for (const draft of oracle.erasedDrafts) {
    oracle.parked.delete(draft)
    oracle.words.delete(draft)
  }
}
function forgotten(world: World, id: Id): void {
  world.oracle.erased.add(id)
  const fact = world.oracle.facts.get(id)
  if (fact) fact.state = 'erased'
}

/** One of the last two backups, with the recovery log or without: then only phones have what came after. */
export function restoreOffice(world: World): void {
  const { chance, office, oracle } = world
  const backup = chance.pick(office.backups.slice(-2))
  if (!backup) return
  const withLog = chance.is(0.3)
  for (const talk of world.talks) talk.end()
  world.network = world.network.filter((message) => message.kind === 'drop') // an answer does not outlive its office
  office.restore(backup, withLog)
  world.hasForgotten ||= !withLog
  for (const fact of oracle.facts.values()) {
    const isGone = !office.db.custody.has(fact.change.id)
    if (isGone && fact.state === 'kept' && (!fact.enrol || fact.isFragile)) fact.state = 'lost'
  }
  for (const { lane, isCase } of office.ledger.erasures) if (isCase) forgetDrafts(world, lane)
  if (!withLog) world.forgetParked()
  if (!withLog) oracle.strange.length = 0
}

/** Somebody sends another change under an id that is there already. */
export function strange(world: World): void {
  const { chance, office, oracle } = world
  const fact = chance.pick([...oracle.facts.values()].filter(({ change }) => office.db.custody.has(change.id)))
  const by = chance.pick(world.people)
  if (!fact || !by) return
  const set = Object.fromEntries(Object.entries(fact.change.set ?? {}).map(([field, { over }]) => [field, { v: world.token(), over }]))
  const raw = JSON.stringify({ ...fact.change, set, app: `strange ${world.token()}` })
  office.take({
    id: fact.change.id,
    user: by.id,
    enrol: undefined,
    raw,
    change: office.open({ id: fact.change.id, enrol: fact.change.id, body: raw }),
    salt: chance.id(),
    isRevoked: false,
  })
  if (!oracle.erased.has(fact.change.id)) oracle.strange.push(raw)
}
