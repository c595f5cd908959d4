// The shapes only the office reads, and those of its doors: signing in, enrolling, the desk (DESIGN.md 5). Apart from
// wire.ts, so that a phone does not carry them.

import * as v from 'valibot'
import { Change, cursor, Envelope, HELD_REASONS, LIMITS, Row, SHAPES } from './wire.ts'

const { id, lane, instant, count, base64 } = SHAPES

/** The least a sealed change says of itself in every version, also in one we cannot read yet. */
export const Header = v.looseObject({ id, schema: count })

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
  /** How far this device has come in the office's receipt log of its enrolment: [rseq, hash]. Missing: from the start. */
  receipts: v.exactOptional(v.strictTuple([count, v.pipe(v.string(), v.maxLength(64))])),
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
  v.looseObject({ ask: v.literal('held') }),
  v.looseObject({ ask: v.literal('safety') }),
])
export type DeskAsk = v.InferOutput<typeof DeskAsk>
/** A change a person must decide about. What could not be opened has no lane, type or words. */
export const HeldChange = v.looseObject({
  id,
  by: id,
  why: v.picklist(HELD_REASONS),
  at: instant,
  lane: v.exactOptional(lane),
  rec: v.exactOptional(id),
  type: v.exactOptional(v.string()),
  kind: v.exactOptional(v.string()),
  set: v.exactOptional(v.record(v.string(), v.unknown())),
  /** What this person may do with it. */
  may: v.array(v.picklist(['release', 'addendum', 'close'])),
})
export type HeldChange = v.InferOutput<typeof HeldChange>
/** A draft whose author's device is lost or whose case was taken away: unfinished work, for a coordinator to see. */
export const Unfinished = v.looseObject({ draft: id, by: id, lane, rec: id, type: v.string(), at: instant, content: v.unknown() })
export type Unfinished = v.InferOutput<typeof Unfinished>
export const LaneAccess = v.looseObject({
  user: id,
  role: v.picklist(['worker', 'coordinator', 'named']),
  since: instant,
  until: v.exactOptional(instant),
})
export type LaneAccess = v.InferOutput<typeof LaneAccess>
/** Rows of one lane, summaries of many, or neither; the screens' own pure functions make the view of them. */
export const DeskAnswer = v.looseObject({
  ok: v.literal(true),
  rows: v.exactOptional(v.array(Row)),
  summaries: v.exactOptional(v.array(v.record(v.string(), v.unknown()))),
  office: v.array(Row),
  /** For `held`: of every lane this person coordinates. */
  held: v.exactOptional(v.array(HeldChange)),
  unfinished: v.exactOptional(v.array(Unfinished)),
  /** For `resident`: who has this lane now. */
  access: v.exactOptional(v.array(LaneAccess)),
  now: instant,
  today: v.exactOptional(v.string()),
})
export type DeskAnswer = v.InferOutput<typeof DeskAnswer>
export const DeskChanges = v.looseObject({ changes: v.pipe(v.array(Change), v.maxLength(LIMITS.envelopes)) })
/** Release applies it as it is; addendum lays a signed root's words beside it; close leaves it as it lies. */
export const HeldDecision = v.looseObject({
  id,
  how: v.picklist(['release', 'addendum', 'close']),
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
})
export type HeldDecision = v.InferOutput<typeof HeldDecision>
/** Who gets a lane and who loses it, in one transaction; the same person in `give` gets a new role. */
export const AccessChange = v.looseObject({
  lane,
  give: v.array(v.looseObject({ user: id, role: v.picklist(['worker', 'coordinator', 'named']), until: v.exactOptional(instant) })),
  take: v.array(id),
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
})
export type AccessChange = v.InferOutput<typeof AccessChange>
/** By id (some of one lane's changes) or by case (a whole lane). Cannot be undone. */
export const Erasure = v.looseObject({
  lane,
  ids: v.exactOptional(v.pipe(v.array(id), v.minLength(1), v.maxLength(1000))),
  reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
})
/** A device that is lost or handed in: its reads stop, its drops are held. */
export const Revocation = v.looseObject({ enrolment: id, reason: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)) })
