// Who is told that something moved: lane ids and heads only, never content. Each process gathers what it moved for
// 200 ms and says it once over the database, so that every process tells its own listeners.

import type { Id, LaneId } from '#domain/ids.ts'
import { isLaneId, laneKind, laneOf, laneSubject } from '#domain/ids.ts'
import type { Poke } from '#sync/wire.ts'
import type { Pool, Tx } from './db.ts'

type Listener = (poke: Poke) => void
export interface Pokes {
  readonly moved: (lane: LaneId) => void
  /** Returns the way to stop listening. */
  readonly listen: (user: Id, listener: Listener, onClose: () => void, enrol?: Id) => () => void
  /** This device may listen no more, at any process. */
  readonly ended: (enrol: Id) => void
  /** Ends every listener's stream. */
  readonly quiet: () => void
  readonly close: () => Promise<void>
}

const CHANNEL = 'bofast_moved'
const GATHER_MS = 200
const RECONNECT_MS = 1000
/** A notification carries at most 8,000 bytes. */
const LANES_PER_NOTICE = 100

interface Ear {
  readonly user: Id
  readonly enrol: Id | undefined
  readonly listener: Listener
  readonly onClose: () => void
}

export function startPokes(pool: Pool, office: Id): Pokes {
  const ears = new Set<Ear>()
  const waiting = new Set<LaneId | Id>()
  let timer: NodeJS.Timeout | undefined
  const flush = (): void => {
    timer = undefined
    const lanes = [...waiting]
    waiting.clear()
    notify(pool, lanes).catch(() => undefined) // a lost poke is made good by the poll every 60 s
  }
  const line = holdLine(pool, async (words) => {
    for (const ear of [...ears]) if (words.some((word) => word === ear.enrol)) ear.onClose()
    await tell(pool, office, ears, words.filter(isLaneId))
  })
  const say = (word: LaneId | Id): void => {
    waiting.add(word)
    timer ??= setTimeout(flush, GATHER_MS)
  }
  return {
    moved: say,
    ended: say,
    listen: (user, listener, onClose, enrol) => {
      const ear = { user, enrol, listener, onClose }
      ears.add(ear)
      return () => ears.delete(ear)
    },
    quiet: () => {
      for (const ear of [...ears]) ear.onClose()
      ears.clear()
    },
    close: async () => {
      clearTimeout(timer)
      await line.close()
    },
  }
}

async function notify(pool: Pool, lanes: readonly (LaneId | Id)[]): Promise<void> {
  for (let i = 0; i < lanes.length; i += LANES_PER_NOTICE)
    await pool.query('select pg_notify($1, $2)', [CHANNEL, lanes.slice(i, i + LANES_PER_NOTICE).join(' ')])
}

/** One connection that listens, taken anew when it breaks. */
function holdLine(pool: Pool, heard: (words: readonly string[]) => Promise<void>): { readonly close: () => Promise<void> } {
  let held: Tx | undefined
  let isClosed = false
  let waiting: NodeJS.Timeout | undefined
  const letGo = (): void => {
    const client = held
    held = undefined
    client?.release(true)
  }
  const again = (): void => {
    letGo()
    if (!isClosed && !waiting) waiting = setTimeout(() => void open(), RECONNECT_MS).unref()
  }
  const open = async (): Promise<void> => {
    waiting = undefined
    try {
      const client = await pool.connect()
      held = client
      client.on('notification', ({ payload }) => void heard((payload ?? '').split(' ')).catch(() => undefined))
      client.on('error', () => held === client && again())
      await client.query(`listen ${CHANNEL}`)
    } catch {
      again()
    }
    if (isClosed) letGo()
  }
  const first = open()
  return {
    close: async () => {
      isClosed = true
      await first
      letGo()
    },
  }
}

async function tell(pool: Pool, office: Id, ears: ReadonlySet<Ear>, lanes: readonly LaneId[]): Promise<void> {
  if (ears.size === 0 || lanes.length === 0) return
  const users = [...new Set([...ears].map((ear) => ear.user))]
  const heads = await pool.query<{ id: LaneId; head: number }>('select id, head from lane where id = any($1)', [lanes])
  const { rows } = await pool.query<{ user_id: Id; lane: LaneId; isTurned: boolean }>(
    `select user_id, lane, bool_or(ended_at is not null or (view > 1 and since > now() - interval '1 minute')) as "isTurned"
     from access where user_id = any($1) and lane = any($2) and (until is null or until > now())
       and (ended_at is null or ended_at > now() - interval '1 minute') group by user_id, lane`,
    [users, lanes],
  )
  const granted = new Map(rows.map((row) => [`${row.user_id} ${row.lane}`, row.isTurned]))
  const isFor = (user: Id, lane: LaneId): boolean =>
    lane === laneOf('office', office) || (laneKind(lane) === 'user' && laneSubject(lane) === user) || granted.has(`${user} ${lane}`)
  // Rights that have just changed or ended move no head: one more than the head makes the phone ask at once.
  const headFor = (user: Id, lane: LaneId, head: number): number => head + (granted.get(`${user} ${lane}`) ? 1 : 0)
  for (const ear of ears) {
    const theirs = heads.rows.filter(({ id }) => isFor(ear.user, id)).map(({ id, head }) => ({ l: id, head: headFor(ear.user, id, head) }))
    if (theirs.length > 0) ear.listener({ lanes: theirs })
  }
}
