// Every shape that crosses the wire, as schemas and the types they give (DESIGN.md 3 and 5). Parsing keeps fields it
// does not know: a newer device or office wrote them. Version 1 of the wire; later versions are listed here.

import * as v from 'valibot'
import { type Id, type Instant, isId, isInstant, isLaneId, type Json, type LaneId } from '#domain/ids.ts'
import { RECORD_TYPES, type RecordType } from '#domain/records.ts'
import type { Head } from '#domain/register.ts'

/** The schema of records this build writes; a change with a higher one is held `later`. */
export const SCHEMA = 1
export const LIMITS = { bodyBytes: 1_048_576, envelopes: 100, depth: 8, dropsPerMinute: 60 } as const

const id = v.custom<Id>(isId)
const lane = v.custom<LaneId>(isLaneId)
const instant = v.custom<Instant>(isInstant)
const recordType = v.custom<RecordType>((value) => RECORD_TYPES.some((type) => type === value))
const json = v.custom<Json>((value) => depthOf(value) <= LIMITS.depth)
const field = v.pipe(v.string(), v.regex(/^[A-Za-z][A-Za-z0-9_.-]{0,63}$/))
const base64 = v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/))
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** The small shapes every larger one is built of. */
export const SHAPES = { id, lane, instant, count, base64 }
const ids = v.pipe(v.array(id), v.maxLength(200))

/** Nesting of a JSON value: a scalar is 1. Stops early, so that a hostile body costs nothing. */
export function depthOf(value: unknown, left: number = LIMITS.depth + 1): number {
  if (left === 0 || typeof value !== 'object' || value === null) return 1
  let deepest = 0
  for (const inner of Object.values(value)) deepest = Math.max(deepest, depthOf(inner, left - 1))
  return 1 + deepest
}

export const Change = v.looseObject({
  id,
  v: v.literal(1),
  schema: count,
  lane,
  rec: id,
  type: recordType,
  root: v.exactOptional(id),
  kind: v.picklist(['set', 'sign', 'draft']),
  set: v.exactOptional(v.record(field, v.looseObject({ v: json, over: ids }))),
  covers: v.exactOptional(
    v.record(
      v.pipe(
        v.string(),
        v.check((key: string) => isId(key)),
      ),
      v.record(field, ids),
    ),
  ),
  draft: v.exactOptional(id),
  rev: v.exactOptional(count),
  finishes: v.exactOptional(id),
  at: instant,
  tz: v.pipe(v.string(), v.maxLength(64)),
  skewMs: v.nullable(v.number()),
  app: v.pipe(v.string(), v.maxLength(64)),
})
/** Immutable, one author, one lane. The author is not in it: the office takes it from the key that opened it. */
export type Change = v.InferOutput<typeof Change>

/** A change sealed with the transport key of one user on one device. AAD = v|enrol|id; padded to 256-byte steps. */
export const Envelope = v.looseObject({ id, enrol: id, kid: count, iv: base64, ct: base64 })
export type Envelope = v.InferOutput<typeof Envelope>

export const HELD_REASONS = ['grant', 'field', 'signed', 'awaits', 'stale-sign', 'bad', 'later', 'clash', 'revoked', 'consent'] as const
export type HeldReason = (typeof HELD_REASONS)[number]

export const DropResult = v.looseObject({
  id,
  /** parked: a draft, kept and in no journal; closed: held, and a person kept it so. */
  s: v.picklist(['applied', 'held', 'closed', 'erased', 'parked']),
  seq: v.exactOptional(count),
  rseq: v.exactOptional(count),
  why: v.exactOptional(v.picklist(HELD_REASONS)),
})
export type DropResult = v.InferOutput<typeof DropResult>
export const DropAnswer = v.looseObject({
  ok: v.literal(true),
  results: v.array(DropResult),
  stop: v.exactOptional(v.boolean()),
  gone: v.exactOptional(v.array(lane)),
})
export type DropAnswer = v.InferOutput<typeof DropAnswer>

const head = v.looseObject({ by: id, actor: id, at: instant, v: json, over: ids })
export const Row = v.looseObject({
  lane,
  id,
  type: recordType,
  root: v.exactOptional(id),
  seq: count,
  regs: v.record(field, v.array(v.custom<Head>((value) => v.is(head, value)))),
  frozen: v.exactOptional(v.looseObject({ seq: count, by: id, at: instant })),
})
export type Row = v.InferOutput<typeof Row>

const knownId = v.looseObject({
  id,
  s: v.picklist(['applied', 'held', 'closed', 'erased', 'unknown']),
  why: v.exactOptional(v.picklist(HELD_REASONS)),
  rseq: v.exactOptional(count),
})
/** Where one of the ids a device asked about is. */
export type Known = v.InferOutput<typeof knownId>

export const cursor = v.strictTuple([count, v.pipe(v.string(), v.maxLength(64)), count])
/** [seq, hash in hex, view]: how far this device has come in a lane. */
export type Cursor = v.InferOutput<typeof cursor>
/**
 * The lines of a sync answer, in order: `start`; `receipts`, the lane `enrol/{id}` of DESIGN.md 5 (delta: the ids after
 * `from`, in their order; reset: this log is not the one the device knew); per lane `lane`, its rows, `end`; `parked`
 * drafts of the same person's earlier devices; then `gone`; last `done`.
 * delta: only what moved after `from`; snap: the whole lane afresh; reset: the same, and the device's own cursor was
 * not of this chain, so that it offers its shelf again. Absence never means gone.
 */
export const SyncLine = v.variant('k', [
  v.looseObject({ k: v.literal('start'), lanes: count, rows: count }),
  v.looseObject({
    k: v.literal('lane'),
    l: lane,
    mode: v.picklist(['delta', 'snap', 'reset']),
    from: count,
    head: count,
    hash: v.string(),
    view: count,
    mine: v.array(id),
    until: v.exactOptional(instant),
  }),
  v.looseObject({ k: v.literal('row'), row: Row }),
  v.looseObject({ k: v.literal('end'), l: lane }),
  v.looseObject({
    k: v.literal('receipts'),
    mode: v.picklist(['delta', 'reset']),
    from: count,
    head: count,
    hash: v.pipe(v.string(), v.maxLength(64)),
    ids: v.array(id),
  }),
  v.looseObject({ k: v.literal('parked'), draft: id, rev: count, lane, rec: id, type: recordType, at: instant, content: v.unknown() }),
  v.looseObject({ k: v.literal('gone'), lanes: v.array(lane) }),
  v.looseObject({
    k: v.literal('done'),
    known: v.array(knownId),
    /** Every id of this enrolment that was erased: gone from the shelf too. */
    erased: v.array(id),
    /** Two verified backups hold everything of this enrolment up to this place in its receipt log. */
    safe: v.nullable(count),
    now: instant,
    today: v.exactOptional(v.string()),
  }),
])
export type SyncLine = v.InferOutput<typeof SyncLine>

export const Poke = v.looseObject({ lanes: v.array(v.looseObject({ l: lane, head: count })) })
export type Poke = v.InferOutput<typeof Poke>

/** Parse or say no: never throws, never repeats the input. */
export function parse<S extends v.GenericSchema>(schema: S, input: unknown): v.InferOutput<S> | undefined {
  const result = v.safeParse(schema, input)
  return result.success ? result.output : undefined
}
