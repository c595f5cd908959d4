// The branded strings everything is named by, and the only place (with tests) where a plain string becomes one.
// An Id is 128 random bits in base64url (22 characters), never from a device, user or counter (DESIGN.md 3).

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

/** 128 random bits, base64url, 22 characters. */
export type Id = string & { readonly brand: 'Id' }
/** `case/<id>`, `inquiry/<id>`, `office/<id>` or `user/<id>`: one gapless log each. */
export type LaneId = string & { readonly brand: 'LaneId' }
/** Civil date `YYYY-MM-DD` in Europe/Oslo; never built from a UTC timestamp. */
export type LocalDate = string & { readonly brand: 'LocalDate' }
/** Civil date and time `YYYY-MM-DDTHH:mm` in Europe/Oslo, for agreed times. */
export type LocalDateTime = string & { readonly brand: 'LocalDateTime' }
/** UTC timestamp `YYYY-MM-DDTHH:mm:ss.sssZ`, for people to read; it orders nothing. */
export type Instant = string & { readonly brand: 'Instant' }

export type LaneKind = 'case' | 'inquiry' | 'office' | 'user'

const ID = /^[A-Za-z0-9_-]{22}$/
const LANE = /^(case|inquiry|office|user)\/[A-Za-z0-9_-]{22}$/
const DATE = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/
const DATE_TIME = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/

export const isId = (value: unknown): value is Id => typeof value === 'string' && ID.test(value)
export const isLaneId = (value: unknown): value is LaneId => typeof value === 'string' && LANE.test(value)
export const isLocalDate = (value: unknown): value is LocalDate => typeof value === 'string' && DATE.test(value)
export const isLocalDateTime = (value: unknown): value is LocalDateTime => typeof value === 'string' && DATE_TIME.test(value)
export const isInstant = (value: unknown): value is Instant => typeof value === 'string' && INSTANT.test(value)

/** Throws on a malformed value: for literals and for what was checked at the border. */
export const id = (value: string): Id => checked(isId, value)
export const laneId = (value: string): LaneId => checked(isLaneId, value)
export const localDate = (value: string): LocalDate => checked(isLocalDate, value)
export const localDateTime = (value: string): LocalDateTime => checked(isLocalDateTime, value)
export const instant = (value: string): Instant => checked(isInstant, value)

export const laneOf = (kind: LaneKind, of: Id): LaneId => laneId(`${kind}/${of}`)
export const laneKind = (lane: LaneId): LaneKind => {
  const kind = lane.slice(0, lane.indexOf('/'))
  return kind === 'case' || kind === 'inquiry' || kind === 'office' ? kind : 'user'
}
/** The id after the slash. */
export const laneSubject = (lane: LaneId): Id => id(lane.slice(lane.indexOf('/') + 1))

export const dateOf = (at: LocalDateTime): LocalDate => localDate(at.slice(0, 10))
export const timeOf = (at: LocalDateTime): string => at.slice(11, 16)

function checked<T extends string>(is: (value: unknown) => value is T, value: string): T {
  if (is(value)) return value
  throw new TypeError('malformed identifier or date')
}
