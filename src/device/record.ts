// Recording: change, sign, seal, and only then one strict transaction with all envelopes (STYLE.md 1, Order of a
// change). Memory and the world hear of it when the transaction has resolved, never before: a screen that says
// «Lagret på telefonen» is right.

import type { Id, LaneId } from '#domain/ids.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
import { sealBytes } from '#sealing/envelope.ts'
import { patchToChange, restsOn, type Stamp, signChange } from '#sync/change.ts'
import { layer } from '#sync/fold.ts'
import { replaceable } from '#sync/outbox.ts'
import type { Change } from '#sync/wire.ts'
import { BUILD } from './build.ts'
import type { Recorded, RecordHow } from './casebook.ts'
import { nowAt } from './clock.ts'
import { dropSavedDraft } from './drafts.ts'
import { type EnvelopeItem, envelopedOf, type OutboxItem } from './envelopes.ts'
import { newId } from './ids.ts'
import { openLane, viewOf } from './lanes.ts'
import { inTurn } from './lock.ts'
import { entryOf, unsettledOf } from './outbox.ts'
import { type Pending, type Room, touch } from './room.ts'
import { intoStorage } from './storage.ts'

/** What a save may take the place of, and how; missing where there is no editing session. */
type Sessions = typeof import('./sessions.ts')
type Earlier = ReadonlyMap<Patch, Pending>

export async function record(room: Room, patches: readonly Patch[], how: RecordHow): Promise<Recorded> {
  const sessions = how.session ? await import('./sessions.ts').catch(() => undefined) : undefined
  return inLine(room, async () => {
    const lanes = new Set([...patches.map((patch) => patch.lane), ...(how.sign ? [how.sign.lane] : [])])
    for (const lane of lanes) await openLane(room, lane)
    const mayReplace = how.session && !how.sign && !how.finishes
    const earlier: Earlier = (mayReplace && sessions?.earlierOf(room, how.session, patches)) || new Map()
    return (await save(room, patches, how, sessions, earlier)) ?? (await save(room, patches, how, sessions, new Map())) ?? LOST
  })
}
const LOST: Recorded = { ok: false, refusal: { kind: 'storageLost' } }

/** One after another: what a save names must not be replaced while it is being sealed. */
const lines = new WeakMap<Room, ReturnType<typeof inTurn>>()
function inLine<T>(room: Room, work: () => Promise<T>): Promise<T> {
  const line = lines.get(room) ?? inTurn()
  lines.set(room, line)
  return line(work)
}

/** Undefined when an earlier save has left meanwhile: then nothing was saved, and it is not replaced. */
async function save(room: Room, patches: readonly Patch[], how: RecordHow, sessions: Sessions | undefined, earlier: Earlier) {
  const changes = finishing(changesOf(room, patches, how, sessions, earlier), how.finishes)
  const sealed = await Promise.all(changes.map((change) => parcel(room, change, how.holdMs ?? 0)))
  const replaced = patches.map((patch) => earlier.get(patch))
  const done = await room.turn(() => commit(room, sealed, replaced))
  if (done === 'moved') return undefined
  if (done) return { ok: false, refusal: { kind: done } } satisfies Recorded
  if (how.session) sessions?.remember(room, how.session, changes)
  if (how.finishes) await dropSavedDraft(room, how.finishes)
  room.news({ kind: 'outbox' })
  const ids = changes.map((change) => change.id)
  const back = replaced.filter((item) => item !== undefined)
  const undone = async (): Promise<boolean> => {
    const isUndone = await room.turn(() => undo(room, ids, back))
    if (isUndone && how.session)
      sessions?.remember(
        room,
        how.session,
        back.flatMap(({ entry }) => entry?.change ?? []),
      )
    return isUndone
  }
  return { ok: true, changes: ids, undo: undone } satisfies Recorded
}

function changesOf(room: Room, patches: readonly Patch[], how: RecordHow, sessions: Sessions | undefined, earlier: Earlier) {
  const stamp = stampOf(room)
  const changes: Change[] = []
  for (const patch of patches) {
    const before = changes.filter((change) => change.rec === patch.rec && change.lane === patch.lane)
    const unsettled = [...unsettledOf(room, patch.lane, patch.rec), ...before]
    const first = earlier.get(patch)?.entry?.change
    changes.push(first && sessions ? sessions.inPlaceOf(first, patch, stamp, unsettled) : patchToChange(patch, stamp, unsettled))
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

interface Saved extends Pending {
  readonly bytes: EnvelopeItem
}

async function parcel(room: Room, change: Change, holdMs: number): Promise<Saved> {
  const { enrol, kid, office } = room.file
  const bytes = { id: change.id, ...(await sealBytes(room.keys.seal, enrol, change)) }
  const now = Date.now()
  const item: OutboxItem = {
    id: change.id,
    lane: change.lane,
    rec: change.rec,
    office,
    n: 0,
    envelope: envelopedOf(change.id, enrol, kid, bytes),
    state: 'saved',
    tries: 0,
    nextAt: now + holdMs,
    savedAt: now,
  }
  return { item, bytes, entry: entryOf(room, change) }
}

async function commit(room: Room, sealed: readonly Saved[], replaced: readonly (Pending | undefined)[]) {
  let saved: readonly OutboxItem[] | undefined
  let isAgain = false
  const fault = await intoStorage(room, async () => {
    const wasTried = isAgain
    isAgain = true
    saved = await addAll(room, sealed, replaced, wasTried)
  })
  if (fault) return fault
  if (!saved) return 'moved'
  for (const before of replaced) if (before) room.pending.delete(before.item.id)
  for (const [i, one] of sealed.entries()) {
    const item = saved[i]
    if (item) room.pending.set(item.id, { ...one, item })
  }
  touch(
    room,
    saved.map((item) => item.lane),
  )
  return undefined
}

/**
 * All or nothing; each in the place of what it replaces, if that still lies there untried. A retry that finds them there
 * already has been saved by the attempt before it.
 */
function addAll(room: Room, sealed: readonly Saved[], replaced: readonly (Pending | undefined)[], isAgain: boolean) {
  const { vault, outbox, envelope } = room.db
  return vault.transaction('rw', [outbox, envelope], async (): Promise<readonly OutboxItem[] | undefined> => {
    const there = isAgain ? (await outbox.bulkGet(sealed.map(({ item }) => item.id))).filter((item) => item !== undefined) : []
    if (sealed.length > 0 && there.length === sealed.length) return there
    const old = replaced.flatMap((before) => before?.item.id ?? [])
    const [newest, still] = await Promise.all([outbox.orderBy('n').last(), old.length > 0 ? outbox.bulkGet(old) : []])
    const untried = replaceable(still.flatMap((item) => item ?? []))
    if (untried.length < old.length) return undefined
    const last = newest?.n ?? 0
    const items = sealed.map(({ item }, i) => ({ ...item, n: replaced[i]?.item.n ?? last + 1 + i }))
    const away = old.length > 0 ? [outbox.bulkDelete(old), envelope.bulkDelete(old)] : []
    await Promise.all([...away, outbox.bulkAdd(items), envelope.bulkAdd(sealed.map(({ bytes }) => bytes))])
    return items
  })
}

/** Takes all of it back without a trace, if no send has been tried for any and nothing rests on it; else nothing. */
async function undo(room: Room, ids: readonly Id[], replaced: readonly Pending[]): Promise<boolean> {
  const { vault, outbox, envelope } = room.db
  const others = [...room.pending.values()].flatMap(({ item, entry }) => (entry && !ids.includes(item.id) ? [entry.change] : []))
  if (others.some((change) => ids.some((id) => restsOn(change, id)))) return false
  const isUndone = await vault.transaction('rw', [outbox, envelope], async () => {
    const items = await outbox.bulkGet([...ids])
    if (!items.every((item) => item?.state === 'saved' && item.tries === 0)) return false
    await outbox.bulkDelete([...ids])
    await envelope.bulkDelete([...ids])
    await outbox.bulkAdd(replaced.map(({ item }) => item))
    await envelope.bulkAdd(replaced.flatMap(({ bytes }) => bytes ?? []))
    return true
  })
  if (!isUndone) return false
  const lanes = ids.flatMap((id) => room.pending.get(id)?.item.lane ?? [])
  for (const id of ids) room.pending.delete(id)
  for (const before of replaced) room.pending.set(before.item.id, before)
  touch(room, lanes)
  room.news({ kind: 'outbox' })
  return true
}
