// The shapes only the office reads, and those of its doors: signing in, enrolling, the desk (DESIGN.md 5). Apart from
// wire.ts, so that a phone does not carry them.

import * as v from 'valibot'
import { Change, cursor, Envelope, LIMITS, Row, SHAPES } from './wire.ts'

const { id, lane, instant, count, base64 } = SHAPES

export const DropRequest = v.looseObject({
  envs: v.pipe(v.array(Envelope), v.maxLength(LIMITS.envelopes)),
  left: count,
  oldest: v.nullable(instant),
})
export type DropRequest = v.InferOutput<typeof DropRequest>

export const SyncRequest = v.looseObject({
  lanes: v.record(lane, cursor),
  open: v.pipe(v.array(id), v.maxLength(5000)),
  schema: count,
  /** The browser has lost the cookie that opens its drop: whoever proves the enrolment's key gets a new one. */
  dropCookie: v.exactOptional(v.literal('lost')),
})
export type SyncRequest = v.InferOutput<typeof SyncRequest>

export const SignInRequest = v.looseObject({
  account: v.pipe(v.string(), v.maxLength(200)),
  password: v.pipe(v.string(), v.maxLength(1024)),
})
export const EnrolRequest = v.looseObject({ ticket: v.string(), key: base64, name: v.pipe(v.string(), v.maxLength(80)) })
export const DeskAsk = v.variant('ask', [
  v.looseObject({ ask: v.literal('today') }),
  v.looseObject({ ask: v.literal('residents') }),
  v.looseObject({ ask: v.literal('inbox') }),
  v.looseObject({ ask: v.literal('resident'), lane }),
  v.looseObject({ ask: v.literal('sending') }),
])
export type DeskAsk = v.InferOutput<typeof DeskAsk>
/** Rows of one lane, summaries of many, or neither; the screens' own pure functions make the view of them. */
export const DeskAnswer = v.looseObject({
  ok: v.literal(true),
  rows: v.exactOptional(v.array(Row)),
  summaries: v.exactOptional(v.array(v.record(v.string(), v.unknown()))),
  office: v.array(Row),
  now: instant,
  today: v.exactOptional(v.string()),
})
export type DeskAnswer = v.InferOutput<typeof DeskAnswer>
export const DeskChanges = v.looseObject({ changes: v.pipe(v.array(Change), v.maxLength(LIMITS.envelopes)) })
