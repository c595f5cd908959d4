// What people do: write on the phone and at the desk, sign, undo, type and leave, decide about what is held.

import type { Id, LaneId } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import { type Field, type RecordRow, type Seen, seenOf } from '#domain/register.ts'
import type { Change } from '#sync/wire.ts'
import type { Device } from './device.ts'
import type { Editor } from './disk.ts'
import { POISON } from './journal.ts'
import type { World } from './world.ts'

const SHAPES: readonly (readonly [RecordType, Field])[] = [
  ['resident', 'displayName'],
  ['resident', 'phone'],
  ['resident', 'contactStop'],
  ['goal', 'text'],
  ['contribution', 'note'],
]

function someRow(world: World, rows: Iterable<RecordRow>): RecordRow | undefined {
  return world.chance.pick([...rows])
}

/** Opens something that is there, or begins something new; now and then in a case of one's own making. */
export function open(world: World, device: Device): Editor | undefined {
  const { chance } = world
  const isNewLane = device.lanes().length === 0 || chance.is(0.04)
  const lane = isNewLane ? (world.lanes.length < 4 ? world.newLane() : undefined) : chance.pick(device.lanes())
  if (!lane) return undefined
  if (isNewLane) world.begun.set(lane, device.name)
  const [type, field] = chance.pick(SHAPES) ?? ['resident', 'phone']
  const rows = [...device.view(lane).values()]
  const there =
    type === 'contribution' && chance.is(0.6)
      ? rows.filter((row) => row.type === type && isOwn(row, device.user))
      : rows.filter((row) => row.type === type)
  const row = chance.is(0.9) ? someRow(world, there) : undefined
  const root = row ? row.root : rootFor(world, device, type, rows)
  return device.openEditor(lane, row?.id ?? chance.id(), type, field, root)
}
const isOwn = (row: RecordRow, user: Id): boolean => Object.values(row.regs).some((heads) => heads.some((head) => head.actor === user))

/** A contribution is its own root; a goal hangs on one's own contribution, so that a signature covers more than one record. */
function rootFor(world: World, device: Device, type: RecordType, rows: readonly RecordRow[]): Id | undefined {
  const own = rows.filter((row) => row.type === 'contribution' && !row.frozen && isOwn(row, device.user))
  return type === 'goal' ? someRow(world, own)?.id : undefined
}

export function save(world: World, device: Device, editor: Editor): void {
  const { chance, oracle } = world
  const isStop = editor.field === 'contactStop'
  const v = isStop && chance.is(0.4) ? null : chance.is(0.01) ? `${POISON} ${world.token()}` : world.token()
  const fixed = editor.type === 'contribution' && editor.saved.length === 0 && !device.view(editor.lane).has(editor.rec)
  const { change, replaced, shown } = device.save(fixed ? { ...editor, root: editor.rec } : editor, v, chance.is(0.01))
  if (replaced) mark(world, replaced, 'replaced')
  const behind = [...oracle.behind(shown, editor.field, (id) => device.disk.outbox.has(id)), ...(replaced ? [replaced] : [])]
  oracle.add({ change, actor: device.user, enrol: device.enrol, field: editor.field, shown, behind })
  if (change.finishes) oracle.words.delete(change.finishes)
  if (chance.is(0.6)) device.editors = device.editors.filter((one) => one.session !== editor.session)
}
export function mark(world: World, id: Id, state: 'replaced' | 'undone' | 'kept'): void {
  const fact = world.oracle.facts.get(id)
  if (fact) fact.state = state
}

export const rootRows = (rows: Iterable<RecordRow>, root: Id): readonly RecordRow[] =>
  [...rows].filter((row) => row.id === root || row.root === root)
/** The heads of a root as a screen has them, in one text. */
export const sawOf = (rows: readonly RecordRow[]): string =>
  rows
    .flatMap((row) => Object.entries(row.regs).flatMap(([field, heads]) => heads.map((head) => `${row.id}.${field}=${head.by}`)))
    .sort()
    .join()

export function sign(world: World, device: Device): void {
  const lane = world.chance.pick(device.lanes())
  const rows = lane ? [...device.view(lane).values()] : []
  const own = rows.filter((row) => row.type === 'contribution' && row.root === row.id && !row.frozen && isOwn(row, device.user))
  const root = world.chance.pick(own)
  if (!lane || !root) return
  const saw = sawOf(rootRows(rows, root.id))
  const change = device.sign(lane, root.id)
  if (change) world.oracle.add({ change, actor: device.user, enrol: device.enrol, field: undefined, shown: [], saw })
}

export function type(world: World, device: Device, editor: Editor): void {
  const draft = device.type(editor, `half:${world.token()}`)
  world.oracle.words.set(draft.id, { rev: draft.rev, device: device.name })
}
export function discard(world: World, device: Device): void {
  const draft = world.chance.pick([...device.disk.drafts.values()])
  if (!draft) return
  device.discard(draft)
  world.oracle.words.delete(draft.id)
}

export interface DeskPage {
  readonly lane: LaneId
  readonly rec: Id
  readonly type: RecordType
  readonly field: Field
  readonly seen: Seen
}
/** The desk's page shows what the office has; it is saved later, and asked again with the same id when nobody answered. */
export function openDesk(world: World): DeskPage | undefined {
  const { chance } = world
  const lane = chance.pick(world.lanes.filter((one) => world.office.db.lanes.has(one)))
  const row = lane && someRow(world, world.rowsAtDesk(lane).values())
  const [type, field] = chance.pick(SHAPES) ?? ['resident', 'phone']
  if (!lane) return undefined
  if (row && row.type === type) return { lane, rec: row.id, type, field, seen: seenOf(row) }
  return type === 'contribution' ? undefined : { lane, rec: chance.id(), type, field, seen: {} }
}
export function saveDesk(world: World, { lane, rec, type, field, seen }: DeskPage): void {
  const { chance, oracle, office, coordinator } = world
  const stamp = { newId: chance.id, at: new Date(world.time).toISOString() as Change['at'], tz: 'Europe/Oslo', skewMs: null, app: 'desk' }
  const change = world.parts.patchToChange({ lane, rec, type, set: { [field]: world.token() }, seen }, stamp, [])
  const raw = JSON.stringify(change)
  const arrive = () =>
    office.take({ id: change.id, user: coordinator.id, enrol: undefined, raw, change, salt: chance.id(), isRevoked: false })
  arrive()
  if (chance.is(0.2)) arrive() // the answer was lost, and the desk asked again
  oracle.add({ change, actor: coordinator.id, enrol: undefined, field, shown: seen[field] ?? [] })
}

export function decide(world: World): void {
  const { office, chance } = world
  const held = chance.pick(office.held())
  const verdict = held && office.verdictOf(held.id)
  if (!held || !verdict?.why) return
  const how = chance.is(0.5) ? 'release' : 'close'
  if (!office.parts.decisionsFor(verdict.why).includes(how)) return
  if (how === 'release' && JSON.stringify(held.raw).includes(POISON)) return
  const there = held.claims ? undefined : held.id
  if (how === 'release' && !there) return
  office.decideHeld(held.id, how, world.coordinator.id)
  if (how === 'release') world.oracle.released.add(held.id)
}
