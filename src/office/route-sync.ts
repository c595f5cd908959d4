// POST /v1/sync: what moved, lane by lane, as a stream of lines (src/sync/wire.ts, SyncLine). Reachable only with the
// enrolment's own key. The rows of a lane are read by one statement and its connection is returned before bytes leave.

import type { Context } from 'hono'
import type { Id, LaneId } from '#domain/ids.ts'
import { parse, type SyncLine } from '#sync/wire.ts'
import { SyncRequest } from '#sync/wire-doors.ts'
import { markAsPhone, setDropCookie } from './cookies.ts'
import { crowd, type LaneRows } from './crowd.ts'
import { answersOf } from './custody.ts'
import { type Enrolment, renewCookie } from './enrolment.ts'
import { bodyBytes, isJsonType, jsonFrom, refused } from './http.ts'
import { now, type Office } from './office.ts'
import { gzipOf, type Piece, pieceOf, plainOf } from './packed.ts'
import { parkedLines } from './parked.ts'
import { keepPromise } from './promise.ts'
import { proven } from './proof.ts'
import { erasedOf, receiptsLine, safeOf } from './receipts.ts'
import { headsStatement, type LanePlan, laneStatement, planOf, rowsStatement, type SyncPlan } from './sync-plan.ts'
import { turns } from './turns.ts'

export function sync(office: Office): (c: Context) => Promise<Response> {
  return async (c) => {
    if (!isJsonType(c)) return refused(c, 415, 'wrong-type')
    const bytes = await bodyBytes(c)
    if (bytes instanceof Response) return bytes
    const enrolment = await proven(office, c, bytes)
    if (enrolment instanceof Response) return enrolment
    const body = jsonFrom(c, bytes)
    if (body instanceof Response) return body
    const asked = parse(SyncRequest, body)
    if (!asked) return refused(c, 400, 'bad-shape')
    if (asked.dropCookie === 'lost') {
      const cookie = await renewCookie(office.pool, enrolment.id)
      await keepPromise(office, { enrolments: [enrolment.id] })
      setDropCookie(c, enrolment.id, cookie)
      markAsPhone(c, enrolment.id)
    }
    // Who knows nothing yet gets everything: the turn begins before it is even looked up how much that is.
    const turn = Object.keys(asked.lanes).length === 0 ? await takeTurn() : undefined
    try {
      const plan = await planOf(office, enrolment, asked)
      return stream(c, piecesOf(inTurn(plan, linesOf(office, enrolment, asked, plan), turn)))
    } catch (error) {
      turn?.()
      throw error
    }
  }
}

/** A caseload of 2,000 rows is 5 MB plain and less than one compressed (DESIGN.md 1, decision 1). */
function stream(c: Context, pieces: AsyncGenerator<Piece>): Response {
  const type = { 'Content-Type': 'application/x-ndjson', Vary: 'Accept-Encoding' }
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(ReadableStream.from(plainOf(pieces)), 200, type)
  return c.body(ReadableStream.from(gzipOf(pieces)), 200, { ...type, 'Content-Encoding': 'gzip' })
}

const CHUNK = 32_768
/** A line, several as the database wrote them, or many that are packed already. */
type Lines = AsyncGenerator<SyncLine | string | { readonly k: 'packed'; readonly piece: Piece }>
/** Many lines to a piece: a write for each of 2,000 rows costs more than reading them. */
async function* piecesOf(lines: Lines): AsyncGenerator<Piece> {
  let waiting = ''
  for await (const line of lines) {
    const packed = typeof line === 'object' && line.k === 'packed' ? line.piece : undefined
    if (!packed) waiting += `${typeof line === 'string' ? line : JSON.stringify(line)}\n`
    if (waiting !== '' && (packed || waiting.length >= CHUNK)) {
      yield await pieceOf(waiting)
      waiting = ''
    }
    if (packed) yield packed
  }
  if (waiting !== '') yield await pieceOf(waiting)
}

const [AT_ONCE, LONGEST_TURN_MS, LARGE] = [3, 500, 200]
const places = turns(AT_ONCE, LONGEST_TURN_MS)
const together = crowd(64 * 1_048_576, 30_000)

/** Whoever waits is of the crowd already: what is packed for the first is still there for the last. */
async function takeTurn(): Promise<() => void> {
  const part = together.join()
  const leave = await places.take()
  return () => {
    leave()
    part()
  }
}

/**
 * Large answers a few at a time, so that the first are done early instead of all of them late. Whoever waits holds no
 * connection, and a phone on a slow line keeps nobody waiting longer than its turn.
 */
async function* inTurn({ rows }: SyncPlan, lines: Lines, turn?: () => void): Lines {
  const leave = turn ?? (rows < LARGE ? () => undefined : await takeTurn())
  try {
    yield* lines
  } finally {
    leave()
  }
}

/** A break on the way ends the stream without `done`; the device keeps the lanes that had their `end`. */
async function* linesOf(office: Office, enrolment: Enrolment, asked: SyncRequest, plan: SyncPlan): Lines {
  yield { ok: true, k: 'start', lanes: plan.lanes.length, rows: plan.rows }
  yield await receiptsLine(office.pool, enrolment.id, asked.receipts)
  const heads = plan.rows < LARGE ? new Map<LaneId, LaneHead>() : await headsOf(office, enrolment, asked.open, plan)
  for (const lane of plan.lanes) yield* linesOfLane(office, enrolment, asked.open, lane, heads.get(lane.lane))
  yield* parkedLines(office.pool, enrolment.user, enrolment.id, plan.reachable)
  if (plan.gone.length > 0) yield { k: 'gone', lanes: [...plan.gone] }
  yield await doneLine(office, enrolment, asked.open)
}

interface LaneHead {
  readonly head: number
  readonly hash: string
  readonly mine: Id[]
}
interface LaneRead extends LaneHead {
  /** Lines, ready to go. */
  readonly rows: string | null
}

async function headsOf({ pool }: Office, { id, user }: Enrolment, open: readonly Id[], { lanes }: SyncPlan) {
  const { rows } = await pool.query<LaneHead & { readonly lane: LaneId }>(headsStatement, [
    ...[lanes.map(({ lane }) => lane), lanes.map(({ mineAfter }) => mineAfter), user, id, open],
  ])
  return new Map<LaneId, LaneHead>(rows.map((row) => [row.lane, row]))
}

/** `known`: its head as of a moment ago; when the rows are no longer of that head, the lane is read in one go. */
async function* linesOfLane(office: Office, enrolment: Enrolment, open: readonly Id[], plan: LanePlan, known?: LaneHead): Lines {
  const { lane: l, mode, from, view, until } = plan
  const shared = known && (await sharedRows(office, plan, known.hash))
  const read: LaneRead = shared ? { ...known, rows: null } : await readLane(office, enrolment, open, plan)
  yield { k: 'lane', l, mode, from, head: read.head, hash: read.hash, view, mine: read.mine, ...(until ? { until } : {}) }
  if (shared && shared.plain.length > 0) yield { k: 'packed', piece: shared }
  if (read.rows !== null) yield read.rows
  yield { k: 'end', l }
}

const sharedRows = ({ pool }: Office, { lane, after }: LanePlan, hash: string): Promise<Piece | undefined> =>
  together.rowsOf({ lane, after, hash }, async () => (await pool.query<LaneRows>(rowsStatement, [lane, after])).rows[0])

async function readLane(office: Office, { id, user }: Enrolment, open: readonly Id[], plan: LanePlan): Promise<LaneRead> {
  const { rows } = await office.pool.query<LaneRead>(laneStatement, [plan.lane, plan.after, plan.mineAfter, user, id, open])
  return rows[0] ?? { head: 0, hash: plan.emptyHash, rows: null, mine: [] }
}

/** Last, so that what was applied while the lanes were read is known as applied. */
async function doneLine({ pool, config }: Office, { id: enrol, user }: Enrolment, open: readonly Id[]): Promise<SyncLine> {
  const answers = new Map((await answersOf(pool, { user, enrol }, open)).map(({ seq: _seq, ...answer }) => [answer.id, answer]))
  const known = open.map((id) => answers.get(id) ?? { id, s: 'unknown' as const })
  const [erased, safe] = [await erasedOf(pool, enrol), await safeOf(pool, enrol)]
  return { k: 'done', known, erased, safe, now: now(), ...(config.today ? { today: config.today } : {}) }
}
