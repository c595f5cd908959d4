// One seed, one history: acts drawn by weight, the rules of every moment after each, healing, the rules of the end.

import { StorageFull, type Device } from './device.ts'
import { atAnyMoment, atTheEnd } from './rules.ts'
import * as faults from './acts-faults.ts'
import * as people from './acts-people.ts'
import { Violation } from './oracle.ts'
import { HEALTHY, type Parts } from './parts.ts'
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
  if (message.kind === 'answer') return world.hear(message)
  if (chance.is(0.08)) return world.portal(message.batch)
  const diesAfter = chance.is(0.1) ? chance.below(message.batch.envelopes.length + 1) : undefined
  try {
    world.receive(message.batch, diesAfter)
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
function revoke(world: World): void {
  const device = world.chance.pick(world.alive())
  if (device && world.chance.is(0.3)) faults.lose(world, device)
}

const ACTS: readonly (readonly [number, Act])[] = [
  [16, onPhone(openAndSave)],
  [12, inEditor(people.save)],
  [4, onPhone(people.sign)],
  [3, inEditor(undo)],
  [6, inEditor(people.type)],
  [4, onPhone((_world, device) => device.park())],
  [1, onPhone(people.discard)],
  [14, onPhone((world, device) => world.send(device))],
  [20, deliver],
  [10, onPhone((world, device) => world.talks.length < 5 && world.talk(device))],
  [22, talkOn],
  [4, deskSave],
  [3, (world) => world.desk.push(...[people.openDesk(world)].filter((page) => page !== undefined))],
  [3, people.decide],
  [3, faults.access],
  [1, faults.eraseSome],
  [3, onPhone(faults.kill)],
  [2, onPhone(faults.copy)],
  [0.7, faults.restoreDevice],
  [0.5, onPhone(faults.clone)],
  [1, revoke],
  [1, faults.strange],
  [3, (world) => world.office.backup()],
  [1, faults.restoreOffice],
  [1.5, onPhone((world, device) => void Object.assign(device, { isFull: !device.isFull && world.chance.is(0.5) }))],
  [2, (world) => void (world.time += 86_400_000 * (1 + world.chance.below(10)))],
  [1, onPhone((world, device) => void (device.skew = (world.chance.below(5) - 2) * 43_200_000))],
  [10, (world) => void (world.time += 60_000)],
]
const WEIGHT = ACTS.reduce((sum, [weight]) => sum + weight, 0)

function draw(world: World): Act {
  let at = world.chance.next() * WEIGHT
  for (const [weight, act] of ACTS) {
    at -= weight
    if (at < 0) return act
  }
  return () => undefined
}

/** Undefined: every rule held. */
export function history(seed: number, parts: Parts = HEALTHY, watch: (world: World, act: Act) => void = () => undefined): Violation | undefined {
  try {
    const world = new World(seed, parts)
    world.settle()
    const steps = 40 + world.chance.below(100)
    for (let i = 0; i < steps; i++) {
      const act = draw(world)
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
