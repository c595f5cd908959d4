// The field worker's casebook: everything on the device, encrypted, and sent when there is a network. It puts the
// parts together; what they promise is said in each of them.

import type { Id, LaneId } from '#domain/ids.ts'
import { rowsOf } from '#domain/records.ts'
import { withMatters } from '#domain/summary.ts'
import { fingerprint } from '#sealing/bytes.ts'
import type { Answer, Ask, Casebook } from './casebook.ts'
import { nowAt, todayAt } from './clock.ts'
import { closeDatabases, type DropWord, openDatabases } from './database.ts'
import { dropSavedDraft, keepDraft, readDrafts, refreshDrafts } from './drafts.ts'
import { obeyWord } from './drop-word.ts'
import { newId } from './ids.ts'
import type { KeyFile } from './keyfile.ts'
import { isAlwaysOpen, openCards, openLane, reloadLane, summariesOf, viewOf } from './lanes.ts'
import { laterRounds } from './later-rounds.ts'
import { endDueLooks } from './leave-lanes.ts'
import { itemsOnDisk, openChangedLanes, readOutbox, refreshOutbox, sendingOf, statesOf } from './outbox.ts'
import { afterPaint, askForBackgroundSync } from './outside.ts'
import { startParking } from './parking.ts'
import { photosOf } from './photos.ts'
import { record } from './record.ts'
import { emptyOut, emptyRoom, type News, type OpenKeys, type Room } from './room.ts'
import { intoStorage, layBallast, quietly, steadily } from './storage.ts'
import { joinTabs } from './tabs.ts'
import { recall } from './told.ts'
import { watchers } from './watchers.ts'

export type { OpenKeys } from './room.ts'

export async function openLocal(keys: OpenKeys, file: KeyFile, onBlocked?: () => void): Promise<Casebook> {
  const watching = watchers(
    (ask) => answer(room, ask),
    (ask) => prepare(room, ask),
  )
  const tabs = joinTabs(file.db, (news) => void fromElsewhere(room, news))
  const db = openDatabases(file.db, { onUpgrade: () => makeWay(room), ...(onBlocked ? { onBlocked } : {}) })
  const room: Room = emptyRoom(keys, file, db, (news, isFromElsewhere) => {
    if (!isFromElsewhere && news.kind !== 'flags') tabs.tell(news)
    watching.tell()
  })
  await unlock(room)
  const rounds = laterRounds(room)
  const parking = startParking(room, () => afterRecord(rounds.soon, 0))
  const stopKeeping = startKeeping(room)
  return {
    ...reading(room),
    watch: (ask, shown) => {
      const end = watching.watch(ask, shown)
      rounds.begin()
      return end
    },
    record: async (patches, how = {}) => {
      const fault = await opened(room, [...patches, ...(how.sign ? [how.sign] : [])])
      if (fault) return { ok: false, refusal: { kind: fault } }
      const recorded = await record(room, patches, how)
      if (recorded.ok) afterRecord(rounds.soon, how.holdMs ?? 0)
      return recorded
    },
    keepDraft: async (draft) => {
      const kept = await keepDraft(room, draft)
      if (kept.ok) parking.kept()
      return kept
    },
    holdDraft: (id, changed) => holdSoon(room, id, changed),
    dropDraft: async (id) => {
      await parking.discard(id)
      await dropSavedDraft(room, id)
    },
    parkDrafts: parking.all,
    ...photosOf(room, () => afterRecord(rounds.soon, 0)),
    sendNow: (progress) => rounds.go({ isUrgent: true, ...(progress ? { progress } : {}) }),
    close: () => {
      rounds.stop()
      parking.stop()
      stopKeeping()
      tabs.close()
      watching.stop()
      emptyOut(room)
      closeDatabases(room.db)
    },
  }
}

const reading = (room: Room): Pick<Casebook, 'kind' | 'me' | 'newId' | 'now' | 'today' | 'fingerprint'> => ({
  kind: 'field',
  me: room.file.user,
  newId,
  now: () => nowAt(Date.now(), room.flags.told.today),
  today: () => todayAt(Date.now(), room.flags.told.today),
  fingerprint,
})

/**
 * Cards first, since lists need nothing else; then own unsettled changes and the lanes they belong to. Each wait is felt
 * at the lock, so all of it is read in one transaction; a lane's place is read before its rows, so that no rows are older
 * than their place.
 */
async function unlock(room: Room): Promise<void> {
  const said = await openAll(room)
  if (said) await obeyWord(room, said)
  await endDueLooks(room)
  afterPaint(() => void quietly(room, () => layFirstBallast(room)))
  void quietly(room, () => lookIfPersistent(room))
}

/** Nobody waits at the lock, or for the first screen, for the room in reserve; where there is none, it is said as soon as it is known. */
async function layFirstBallast(room: Room): Promise<void> {
  await layBallast(room)
  if (room.flags.isNearlyFull && room.flags.isOpen) room.news({ kind: 'flags' })
}

async function openAll(room: Room): Promise<DropWord | undefined> {
  const said = await room.turn(async () => {
    // The drafts' own database is opened while the other is read; the outbox says which drafts are finished.
    const [drafts, { lanes, cards, told, word, onDisk }] = await Promise.all([room.db.draft.toArray(), readVault(room)])
    for (const item of lanes) room.lanes.set(item.id, item)
    const own = readOutbox(room, onDisk).then(() => readDrafts(room, drafts))
    await Promise.all([recall(room, told), openCards(room, cards), own])
    return word
  })
  const always = [...room.lanes.keys()].filter(isAlwaysOpen)
  await Promise.all([openChangedLanes(room), ...always.map((lane) => openLane(room, lane))])
  return said
}

function readVault(room: Room) {
  const { vault, lane, card, meta, outbox, shelf } = room.db
  return vault.transaction('r', [lane, card, meta, outbox, shelf], async () => {
    const [lanes, cards, told, word, onDisk] = await Promise.all([
      lane.toArray(),
      card.toArray(),
      meta.get('told'),
      room.db.word.get('dropped'),
      itemsOnDisk(room),
    ])
    return { lanes, cards, told, word, onDisk }
  })
}

async function lookIfPersistent({ flags, news }: Room): Promise<void> {
  if (typeof navigator === 'undefined' || !navigator.storage) return
  flags.isPersistent = await navigator.storage.persisted()
  if (flags.isOpen) news({ kind: 'flags' })
}

const GRACE_MS = 50
function afterRecord(soon: (ms: number) => void, holdMs: number): void {
  askForBackgroundSync()
  soon(holdMs > 0 ? holdMs + GRACE_MS : 0)
}

const prepare = (room: Room, ask: Ask): Promise<void> =>
  quietly(room, async () => {
    if (ask.ask === 'resident') await steadily(room, () => openLane(room, ask.lane))
  })

/** What a record builds on is read before it is made; a connection that was closed under us is opened anew. */
async function opened(room: Room, what: readonly { readonly lane: LaneId }[]) {
  return intoStorage(room, async () => {
    for (const { lane } of what) await openLane(room, lane)
  })
}

/** Fetched with the first editor. Without it the draft is simply ours: a lock never stands between anyone and her words. */
function holdSoon(room: Room, id: Id, changed: Parameters<Casebook['holdDraft']>[1]): () => void {
  const ends = new AbortController()
  const { signal } = ends
  import('./hold.ts').then(
    ({ holdDraft }) => holdDraft(id, signal, () => quietly(room, () => refreshDrafts(room)), changed),
    () => changed('mine'),
  )
  return () => ends.abort()
}

const KEEPING_AFTER_MS = 4_000
/** Returns the way to stop. */
function startKeeping(room: Room): () => void {
  let stop = (): void => undefined
  const start = async (): Promise<void> => {
    const { startHousekeeping } = await import('./housekeeping.ts')
    if (room.flags.isOpen) stop = startHousekeeping(room)
  }
  const timer = setTimeout(() => void start().catch(() => undefined), KEEPING_AFTER_MS)
  return () => {
    clearTimeout(timer)
    stop()
  }
}

const PATIENCE_MS = 2_000
/** The page keeps what is being written and leaves (use-session.tsx); where nobody hears, the database is closed anyway. */
function makeWay(room: Room): void {
  if (typeof dispatchEvent === 'function') dispatchEvent(new Event('bofast-upgrade'))
  setTimeout(() => closeDatabases(room.db), PATIENCE_MS)
}

/** Undefined when the lane still has to be opened. */
function answer(room: Room, ask: Ask): Answer | undefined {
  if (ask.ask === 'resident' && !room.rows.has(ask.lane)) return undefined
  const { cases, inquiries } = summariesOf(room)
  return {
    today: todayAt(Date.now(), room.flags.told.today),
    office: officeRows(room),
    states: statesOf(room),
    drafts: [...room.drafts.values()],
    summaries: ask.ask === 'resident' || ask.ask === 'sending' ? [] : withMatters(cases, inquiries),
    inquiries,
    rows: ask.ask === 'resident' ? viewOf(room, ask.lane) : new Map(),
    sending: sendingOf(room),
  }
}

function officeRows(room: Room): Answer['office'] {
  const rows = [...room.rows.keys()].filter(isAlwaysOpen).flatMap((lane: LaneId) => [...viewOf(room, lane).values()])
  return [...rowsOf(rows, 'office'), ...rowsOf(rows, 'user'), ...rowsOf(rows, 'agency')]
}

const fromElsewhere = (room: Room, news: News): Promise<void> =>
  quietly(room, async () => {
    if (!room.flags.isOpen) return
    await steadily(room, async () => {
      if (news.kind === 'lanes') for (const lane of news.lanes) await room.turn(() => reloadLane(room, lane))
      if (news.kind === 'drafts') await refreshDrafts(room)
      else await refreshOutbox(room)
    })
    if (room.flags.isOpen) room.news(news, true)
  })
