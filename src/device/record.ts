// Recording: change, sign, seal, and only then one strict transaction with all envelopes (STYLE.md 1, Order of a
// change). Memory and the world hear of it when the transaction has resolved, never before: a screen that says
// «Lagret på telefonen» is right.

import type { Id, LaneId } from '#domain/ids.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
import { sealChange } from '#sealing/envelope.ts'
import { patchToChange, type Stamp, signChange } from '#sync/change.ts'
import { layer } from '#sync/fold.ts'
import type { Change } from '#sync/wire.ts'
import { BUILD } from './build.ts'
import type { Recorded, RecordHow } from './casebook.ts'
import { nowAt } from './clock.ts'
import { dropSavedDraft } from './drafts.ts'
import type { OutboxItem } from './envelopes.ts'
import { newId } from './ids.ts'
import { openLane, viewOf } from './lanes.ts'
import { entryOf, unsettledOf } from './outbox.ts'
import { type Pending, type Room, touch } from './room.ts'
import { intoStorage } from './storage.ts'

export async function record(room: Room, patches: readonly Patch[], how: RecordHow): Promise<Recorded> {
  const lanes = new Set([...patches.map((patch) => patch.lane), ...(how.sign ? [how.sign.lane] : [])])
  for (const lane of lanes) await openLane(room, lane)
  const changes = finishing(changesOf(room, patches, how), how.finishes)
  const sealed = await Promise.all(changes.map((change) => parcel(room, change, how.holdMs ?? 0)))
  const fault = await room.turn(() => commit(room, sealed))
  if (fault) return { ok: false, refusal: { kind: fault } }
  if (how.finishes) await dropSavedDraft(room, how.finishes)
  room.news({ kind: 'outbox' })
  const ids = changes.map((change) => change.id)
  return { ok: true, changes: ids, undo: () => room.turn(() => undo(room, ids)) }
}

function changesOf(room: Room, patches: readonly Patch[], how: RecordHow): readonly Change[] {
  const stamp = stampOf(room)
  const changes: Change[] = []
  for (const patch of patches) {
    const before = changes.filter((change) => change.rec === patch.rec && change.lane === patch.lane)
    changes.push(patchToChange(patch, stamp, [...unsettledOf(room, patch.lane, patch.rec), ...before]))
  }
  if (how.sign) changes.push(signature(room, how.sign, changes, stamp))
  return changes
}

/** Covers the root as it stands with these changes on top. */
function signature(room: Room, sign: { readonly lane: LaneId; readonly root: Id }, changes: readonly Change[], stamp: Stamp): Change {
  const entries = changes.filter((change) => change.lane === sign.lane).map((change) => entryOf(room, change))
  const view = layer(viewOf(room, sign.lane), entries)
  const root = view.get(sign.root)
  if (!root) throw new TypeError('nothing to sign')
  const isCovered = (row: RecordRow): boolean => row.id === sign.root || row.root === sign.root
  return signChange(sign.lane, root, [...view.values()].filter(isCovered), stamp)
}

/** One envelope tells which draft all of them finish, readable only after unlock. */
const finishing = (changes: readonly Change[], draft: Id | undefined): readonly Change[] =>
  draft ? changes.map((change, i) => (i === changes.length - 1 ? { ...change, finishes: draft } : change)) : changes

export const stampOf = (room: Room): Stamp => ({
  newId,
  at: nowAt(Date.now(), room.flags.told.today),
  tz: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  skewMs: room.flags.told.skewMs,
  app: BUILD,
})

async function parcel(room: Room, change: Change, holdMs: number): Promise<Pending> {
  const { enrol, kid, office } = room.file
  const now = Date.now()
  const item: OutboxItem = {
    id: change.id,
    lane: change.lane,
    rec: change.rec,
    office,
    n: 0,
    envelope: await sealChange(room.keys.seal, enrol, kid, change),
    state: 'saved',
    tries: 0,
    nextAt: now + holdMs,
    savedAt: now,
  }
  return { item, entry: entryOf(room, change) }
}

async function commit(room: Room, sealed: readonly Pending[]) {
  const saved: OutboxItem[] = []
  const fault = await intoStorage(room, async () => {
    saved.length = 0
    saved.push(...(await addAll(room, sealed)))
  })
  if (fault) return fault
  for (const [i, { entry }] of sealed.entries()) {
    const item = saved[i]
    if (item) room.pending.set(item.id, { item, ...(entry ? { entry } : {}) })
  }
  touch(
    room,
    saved.map((item) => item.lane),
  )
  return undefined
}

/** All or nothing. A retry that finds them there already has been saved by the attempt before it. */
function addAll(room: Room, sealed: readonly Pending[]): Promise<readonly OutboxItem[]> {
  const { vault, outbox } = room.db
  return vault.transaction('rw', outbox, async () => {
    const there = (await outbox.bulkGet(sealed.map(({ item }) => item.id))).filter((item) => item !== undefined)
    if (sealed.length > 0 && there.length === sealed.length) return there
    const last = (await outbox.orderBy('n').last())?.n ?? 0
    const items = sealed.map(({ item }, i) => ({ ...item, n: last + 1 + i }))
    await outbox.bulkAdd(items)
    return items
  })
}

/** Takes all of it back without a trace, if no send has been tried for any; else takes back nothing. */
async function undo(room: Room, ids: readonly Id[]): Promise<boolean> {
  const { vault, outbox } = room.db
  const isUndone = await vault.transaction('rw', outbox, async () => {
    const items = await outbox.bulkGet([...ids])
    if (!items.every((item) => item?.state === 'saved' && item.tries === 0)) return false
    await outbox.bulkDelete([...ids])
    return true
  })
  if (!isUndone) return false
  const lanes = ids.flatMap((id) => room.pending.get(id)?.item.lane ?? [])
  for (const id of ids) room.pending.delete(id)
  touch(room, lanes)
  room.news({ kind: 'outbox' })
  return true
}
