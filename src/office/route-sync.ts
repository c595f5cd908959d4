// POST /v1/sync: what moved, lane by lane, as a stream of lines (src/sync/wire.ts, SyncLine). Reachable only with the
// enrolment's own key. Each lane is read by one statement and its connection is returned before bytes leave.

import { pipeline, Readable } from 'node:stream'
import { constants, createGzip } from 'node:zlib'
import type { Context } from 'hono'
import type { Id } from '#domain/ids.ts'
import { parse, type SyncLine } from '#sync/wire.ts'
import { SyncRequest } from '#sync/wire-doors.ts'
import { markAsPhone, setDropCookie } from './cookies.ts'
import { answersOf } from './custody.ts'
import { type Enrolment, renewCookie } from './enrolment.ts'
import { bodyBytes, isJsonType, jsonFrom, refused } from './http.ts'
import { now, type Office } from './office.ts'
import { parkedLines } from './parked.ts'
import { keepPromise } from './promise.ts'
import { proven } from './proof.ts'
import { erasedOf, receiptsLine, safeOf } from './receipts.ts'
import { type LanePlan, laneStatement, planOf, type SyncPlan } from './sync-plan.ts'
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
    const plan = await planOf(office, enrolment, asked)
    return stream(c, bytesOf(inTurn(plan, linesOf(office, enrolment, asked, plan))))
  }
}

/** A caseload of 2,000 rows is 5 MB plain and less than one compressed (DESIGN.md 1, decision 1). */
function stream(c: Context, bytes: AsyncGenerator<Uint8Array<ArrayBuffer>>): Response {
  const type = { 'Content-Type': 'application/x-ndjson', Vary: 'Accept-Encoding' }
  if (!/\bgzip\b/.test(c.req.header('accept-encoding') ?? '')) return c.body(ReadableStream.from(bytes), 200, type)
  // The quickest setting: the words are half as long again on the wire, and a hundred phones wait a third as long.
  const gzip = createGzip({ level: constants.Z_BEST_SPEED })
  pipeline(Readable.from(bytes, { objectMode: false }), gzip, () => undefined) // a break ends both; the phone sees a cut answer
  return c.body(ReadableStream.from<Uint8Array<ArrayBuffer>>(gzip), 200, { ...type, 'Content-Encoding': 'gzip' })
}

const CHUNK = 32_768
/** A line, or several as the database wrote them. */
type Lines = AsyncGenerator<SyncLine | string>
/** Many lines to a chunk: a write for each of 2,000 rows costs more than reading them. */
async function* bytesOf(lines: Lines): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder()
  let waiting = ''
  for await (const line of lines) {
    waiting += `${typeof line === 'string' ? line : JSON.stringify(line)}\n`
    if (waiting.length < CHUNK) continue
    yield new Uint8Array(encoder.encode(waiting))
    waiting = ''
  }
  yield new Uint8Array(encoder.encode(waiting))
}

const [AT_ONCE, LONGEST_TURN_MS, LARGE] = [3, 500, 200]
const places = turns(AT_ONCE, LONGEST_TURN_MS)
/**
 * Large answers a few at a time, so that the first are done early instead of all of them late. Whoever waits holds no
 * connection, and a phone on a slow line keeps nobody waiting longer than its turn.
 */
async function* inTurn({ rows }: SyncPlan, lines: Lines): Lines {
  if (rows < LARGE) return yield* lines
  const leave = await places.take()
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
  for (const lane of plan.lanes) yield* linesOfLane(office, enrolment, asked.open, lane)
  yield* parkedLines(office.pool, enrolment.user, enrolment.id, plan.reachable)
  if (plan.gone.length > 0) yield { k: 'gone', lanes: [...plan.gone] }
  yield await doneLine(office, enrolment, asked.open)
}

interface LaneRead {
  readonly head: number
  readonly hash: string
  /** Lines, ready to go. */
  readonly rows: string | null
  readonly mine: Id[]
}

async function* linesOfLane(office: Office, enrolment: Enrolment, open: readonly Id[], plan: LanePlan): Lines {
  const { lane: l, mode, from, view, until } = plan
  const { rows } = await office.pool.query<LaneRead>(laneStatement, [l, plan.after, plan.mineAfter, enrolment.user, enrolment.id, open])
  const read = rows[0] ?? { head: 0, hash: plan.emptyHash, rows: null, mine: [] }
  yield { k: 'lane', l, mode, from, head: read.head, hash: read.hash, view, mine: read.mine, ...(until ? { until } : {}) }
  if (read.rows !== null) yield read.rows
  yield { k: 'end', l }
}

/** Last, so that what was applied while the lanes were read is known as applied. */
async function doneLine({ pool, config }: Office, { id: enrol, user }: Enrolment, open: readonly Id[]): Promise<SyncLine> {
  const answers = new Map((await answersOf(pool, { user, enrol }, open)).map(({ seq: _seq, ...answer }) => [answer.id, answer]))
  const known = open.map((id) => answers.get(id) ?? { id, s: 'unknown' as const })
  const [erased, safe] = [await erasedOf(pool, enrol), await safeOf(pool, enrol)]
  return { k: 'done', known, erased, safe, now: now(), ...(config.today ? { today: config.today } : {}) }
}
