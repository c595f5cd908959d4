// The office's rows of a lane on this device: opened when asked for, kept in memory until lock, and shown with one's
// own unsettled changes on top. Cards hold what lists need, so that lists never open notes.

import type { LaneId } from '#domain/ids.ts'
import { isLoosening } from '#domain/loosening.ts'
import type { RecordRow } from '#domain/register.ts'
import { type CaseSummary, type InquirySummary, isCaseSummary, type LaneSummary, summariseLane } from '#domain/summary.ts'
import { type Entry, layer } from '#sync/fold.ts'
import { openBlocks } from './blocks.ts'
import { BUILD } from './build.ts'
import { type CardItem, laneRange } from './database.ts'
import { byAge } from './envelopes.ts'
import type { Room, Rows } from './room.ts'
import { inChunks, openJson, sealJson } from './sealed.ts'

const NONE: Rows = new Map()

export const isAlwaysOpen = (lane: LaneId): boolean => lane.startsWith('office/')

/** The lane's rows with own changes on top; only what was opened is here. */
export function viewOf(room: Room, lane: LaneId): Rows {
  const known = room.views.get(lane)
  if (known) return known
  const rows = room.rows.get(lane) ?? NONE
  const view = layer(rows, pendingOf(room, lane, rows))
  room.views.set(lane, view)
  return view
}

/** Own changes of one lane as they count on the device, oldest first. */
function pendingOf(room: Room, lane: LaneId, rows: Rows): readonly Entry[] {
  return [...room.pending.values()]
    .filter(({ item }) => item.lane === lane && !item.again && item.why !== 'stale-sign')
    .sort((a, b) => byAge(a.item, b.item))
    .flatMap(({ entry }) => (entry ? [withoutLoosening(entry, rows.get(entry.change.rec))] : []))
}

/** Until the office agrees, a protection on the device is never weaker than what the office last said (DESIGN.md 3). */
function withoutLoosening(entry: Entry, row: RecordRow | undefined): Entry {
  const { change } = entry
  const loosens = (field: string, v: RecordRow['regs'][string][number]['v']) => isLoosening(row, change.type, field, v)
  const fields = Object.entries(change.set ?? {})
  if (!fields.some(([field, write]) => loosens(field, write.v))) return entry
  return { ...entry, change: { ...change, set: Object.fromEntries(fields.filter(([field, write]) => !loosens(field, write.v))) } }
}

function summaryOf(room: Room, lane: LaneId): LaneSummary | undefined {
  if (room.summaries.has(lane)) return room.summaries.get(lane)
  const isChanged = [...room.pending.values()].some(({ item }) => item.lane === lane && !item.again)
  const summary = isChanged ? summariseLane(viewOf(room, lane).values()) : room.cards.get(lane)
  room.summaries.set(lane, summary)
  return summary
}

/** Every case and notice here: those with a card, and those one has begun oneself. */
export function summariesOf(room: Room): { readonly cases: readonly CaseSummary[]; readonly inquiries: readonly InquirySummary[] } {
  const lanes = new Set([...room.cards.keys(), ...[...room.pending.values()].map(({ item }) => item.lane)])
  const all = [...lanes].flatMap((lane) => summaryOf(room, lane) ?? [])
  return { cases: all.filter(isCaseSummary), inquiries: all.filter((summary) => !isCaseSummary(summary)) }
}

/** Decrypts the lane unless it is open. Another tab or a sync may move it meanwhile: then it is read again. */
export async function openLane(room: Room, lane: LaneId): Promise<void> {
  while (room.flags.isOpen && !room.rows.has(lane)) {
    const before = room.lanes.get(lane)
    const rows = await savedRows(room, lane)
    if (!room.flags.isOpen || room.rows.has(lane)) return
    if (room.lanes.get(lane) !== before) continue
    room.rows.set(lane, rows)
    room.views.delete(lane)
    room.summaries.delete(lane)
  }
}

export async function savedRows(room: Room, lane: LaneId): Promise<Rows> {
  const items = await room.db.row
    .where('[lane+id]')
    .between(...laneRange(lane))
    .toArray()
  return openBlocks(room, items)
}

/** Made anew by each build, since what a summary holds may have changed with it. */
interface Card {
  readonly build: string
  readonly summary: LaneSummary | null
}
const isCard = (value: unknown): value is Card =>
  typeof value === 'object' && value !== null && 'build' in value && value.build === BUILD && 'summary' in value

export async function sealCard(room: Room, lane: LaneId, summary: LaneSummary | undefined): Promise<CardItem> {
  const card: Card = { build: BUILD, summary: summary ?? null }
  return { lane, ...(await sealJson(room.keys.dek, ['card', lane], card)) }
}

/** All cards; one that another build made (or that does not open) is made again from the rows. */
export async function openCards(room: Room, items: readonly CardItem[]): Promise<void> {
  const cards = await inChunks(items, async (item) => {
    const card = await openJson(room.keys.dek, ['card', item.lane], item)
    return { lane: item.lane, card: isCard(card) ? card : undefined }
  })
  for (const { lane, card } of cards) {
    if (card) putCard(room, lane, card.summary ?? undefined)
    else await remakeCard(room, lane)
  }
}

async function remakeCard(room: Room, lane: LaneId): Promise<void> {
  await openLane(room, lane)
  const summary = summariseLane((room.rows.get(lane) ?? NONE).values())
  putCard(room, lane, summary)
  await room.db.card.put(await sealCard(room, lane, summary))
}

export function putCard(room: Room, lane: LaneId, summary: LaneSummary | undefined): void {
  if (summary) room.cards.set(lane, summary)
  else room.cards.delete(lane)
  room.summaries.delete(lane)
}

/** Another tab moved this lane: forget what is in memory and read it again from disk. */
export async function reloadLane(room: Room, lane: LaneId): Promise<void> {
  const item = await room.db.lane.get(lane)
  if (!item) return dropLane(room, lane)
  const wasOpen = room.rows.delete(lane)
  room.lanes.set(lane, item)
  room.views.delete(lane)
  if (wasOpen) await openLane(room, lane)
  const saved = await room.db.card.get(lane)
  const card = saved && (await openJson(room.keys.dek, ['card', lane], saved))
  if (isCard(card)) putCard(room, lane, card.summary ?? undefined)
}

export function dropLane(room: Room, lane: LaneId): void {
  for (const map of [room.lanes, room.cards, room.rows, room.views, room.summaries]) map.delete(lane)
  for (const draft of room.drafts.values()) if (draft.lane === lane) room.drafts.delete(draft.id)
}
