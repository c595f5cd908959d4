// One seed, one history: acts drawn by weight, the rules of every moment after each, healing, the rules of the end.

import * as faults from './acts-faults.ts'
import * as people from './acts-people.ts'
import type { Device } from './device.ts'
import { StorageFull } from './disk.ts'
import { Violation } from './oracle.ts'
import { HEALTHY, type Parts } from './parts.ts'
import { atAnyMoment, atTheEnd } from './rules.ts'
import type { Batch } from './talking.ts'
import { World } from './world.ts'

type Act = (world: World) => void
const onPhone =
  (act: (world: World, device: Device) => void): Act =>
  (world) => {
    const device = world.chance.pick(world.alive())
    if (device) act(world, device)
  }
const inEditor = (act: (world: World, device: Device, editor: Device['editors'][number]) => void): Act =>
  onPhone((world, device) => {
    const editor = world.chance.pick(device.editors)
    if (editor) act(world, device, editor)
  })

function openAndSave(world: World, device: Device): void {
  const editor = people.open(world, device)
  if (editor && world.chance.is(0.5)) people.save(world, device, editor)
}
function undo(world: World, device: Device, editor: Device['editors'][number]): void {
  const undone = device.undo(editor)
  if (!undone) return
  people.mark(world, undone.undone, 'undone')
  if (undone.back) people.mark(world, undone.back, 'kept')
}
function deliver(world: World): void {
  const message = world.chance.pick(world.network)
  if (!message) return
  const { chance } = world
  const isTwice = chance.is(0.15)
  if (!isTwice) world.network = world.network.filter((one) => one !== message)
  if (chance.is(0.2)) return // lost
  if (message.kind === 'answer') world.hear(message)
  else if (chance.is(0.08)) world.portal(message.batch)
  else arrive(world, message.batch)
}
/** The office may die in the middle of a batch. */
function arrive(world: World, batch: Batch): void {
  const { chance } = world
  const diesAfter = chance.is(0.1) ? chance.below(batch.envelopes.length + 1) : undefined
  try {
    world.receive(batch, diesAfter)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error // the office answers 5xx: the outcome is unknown
  }
}
function talkOn(world: World): void {
  const talk = world.chance.pick(world.talks)
  if (!talk) return
  const steps = world.chance.is(0.5) ? 40 : 1 + world.chance.below(6)
  try {
    for (let i = 0; i < steps && !talk.isOver; i++) talk.step(world.chance.is(0.01))
  } finally {
    if (world.chance.is(0.1)) talk.end()
    world.talks = world.talks.filter((one) => !one.isOver)
  }
}
function deskSave(world: World): void {
  const page = world.desk.pop() ?? people.openDesk(world)
  if (page) people.saveDesk(world, page)
}
type Kind = 'writing' | 'sending' | 'office' | 'rights' | 'disks' | 'disaster'
const ACTS: readonly (readonly [number, Kind, Act])[] = [
  [16, 'writing', onPhone(openAndSave)],
  [12, 'writing', inEditor(people.save)],
  [4, 'writing', onPhone(people.sign)],
  [3, 'writing', inEditor(undo)],
  [6, 'writing', inEditor(people.type)],
  [4, 'writing', onPhone((_world, device) => device.park())],
  [1, 'writing', onPhone(people.discard)],
  [14, 'sending', onPhone((world, device) => world.send(device))],
  [20, 'sending', deliver],
  [10, 'sending', onPhone((world, device) => world.talks.length < 5 && world.talk(device))],
  [22, 'sending', talkOn],
  [4, 'office', deskSave],
  [3, 'office', (world) => world.desk.push(...[people.openDesk(world)].filter((page) => page !== undefined))],
  [3, 'office', people.decide],
  [1, 'office', faults.eraseSome],
  [1, 'office', faults.strange],
  [3, 'rights', faults.access],
  [3, 'disks', onPhone(faults.kill)],
  [2, 'disks', onPhone(faults.copy)],
  [0.7, 'disks', faults.restoreDevice],
  [0.5, 'disks', onPhone(faults.clone)],
  [1.5, 'disks', onPhone((world, device) => void Object.assign(device, { isFull: !device.isFull && world.chance.is(0.5) }))],
  [0.3, 'disks', onPhone(faults.lose)],
  [3, 'disaster', (world) => world.office.backup()],
  [1, 'disaster', faults.restoreOffice],
  [2, 'office', (world) => world.pass(86_400_000 * (1 + world.chance.below(10)))],
  [1, 'disks', onPhone((world, device) => void Object.assign(device, { skew: (world.chance.below(5) - 2) * 43_200_000 }))],
  [10, 'sending', (world) => world.pass(60_000)],
]
/** Every other history has more of one kind of trouble, so that what needs two rare things at once is met as well. */
const CLIMATES: readonly Partial<Record<Kind, number>>[] = [
  {},
  {},
  {},
  { rights: 5, disaster: 4 },
  { disaster: 5, sending: 2 },
  { writing: 0.4, sending: 2, rights: 3 },
  { office: 4, disaster: 2 },
  { disks: 4 },
]

function drawer(world: World): () => Act {
  const climate = world.chance.pick(CLIMATES) ?? {}
  const weights = ACTS.map(([weight, kind]) => weight * (climate[kind] ?? 1))
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return () => {
    let at = world.chance.next() * sum
    const found = weights.findIndex((weight) => {
      at -= weight
      return at < 0
    })
    return ACTS[found]?.[2] ?? (() => undefined)
  }
}

/** Undefined: every rule held. */
export function history(
  seed: number,
  parts: Parts = HEALTHY,
  watch: (world: World, act: Act) => void = () => undefined,
): Violation | undefined {
  try {
    const world = new World(seed, parts)
    world.settle()
    const draw = drawer(world)
    const steps = 40 + world.chance.below(100)
    for (let i = 0; i < steps; i++) {
      const act = draw()
      world.trying(() => act(world))
      watch(world, act)
      atAnyMoment(world)
    }
    const isQuiet = world.heal()
    watch(world, () => undefined)
    atAnyMoment(world)
    atTheEnd(world, isQuiet)
    return undefined
  } catch (error) {
    if (error instanceof Violation) return error
    if (error instanceof StorageFull || !(error instanceof Error)) throw error
    return new Violation('no crash', `${error.message} ${error.stack?.split('\n')[1] ?? ''}`)
  }
}
