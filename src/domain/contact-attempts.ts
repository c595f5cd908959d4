// A contact attempt as it is written down: how, which way, how it went and when. Only added, never changed: what was tried
// was tried (DOMAIN.md 2.14). Trying starts nothing by itself (N 4.6).

import type { ContactAttemptView } from './case-view-events.ts'
import type { Maybe } from './case-view-order.ts'
import { CONTACT_RESULTS, CONTACT_WAYS, type ContactResult } from './codes.ts'
import { type Id, isLocalDate, type LaneId, type LocalDate } from './ids.ts'
import { asCode } from './reading.ts'
import { patch } from './records.ts'
import type { Patch } from './register.ts'
import { ok, type Result, refuse } from './result.ts'

/** As typed; '' where nothing is chosen. */
export interface ContactForm {
  readonly way: string
  /** in, out */
  readonly direction: string
  readonly result: string
  readonly on: string
  /** «14:30» */
  readonly clock: string
  readonly note: string
}
export interface ContactNow {
  readonly lane: LaneId
  readonly today: LocalDate
  /** «14:30» on the clock in Oslo. */
  readonly clock: string
  readonly newId: () => Id
}
export type ContactRefusal =
  | { readonly kind: 'pickWay' }
  | { readonly kind: 'pickResult' }
  | { readonly kind: 'badDay' }
  | { readonly kind: 'badClock' }
  | { readonly kind: 'notYetTried' }

const CLOCK = /^([01]?\d|2[0-3])[:.]?([0-5]\d)$/

/** «9.05», «0905» and «09:05» are the same time; '' is no time. */
export function clockTyped(typed: string): string | undefined {
  if (typed.trim() === '') return ''
  const found = CLOCK.exec(typed.trim())
  return found ? `${(found[1] ?? '').padStart(2, '0')}:${found[2]}` : undefined
}

/** Who comes to us is heard, whatever she came to say. */
export function recordContact(form: ContactForm, { lane, today, clock: now, newId }: ContactNow): Result<Patch, ContactRefusal> {
  const way = asCode(form.way, CONTACT_WAYS)
  const direction = form.direction === 'in' ? 'in' : 'out'
  const result = direction === 'in' ? 'reached' : asCode(form.result, CONTACT_RESULTS)
  const clock = clockTyped(form.clock)
  const note = form.note.trim()
  if (!way) return refuse({ kind: 'pickWay' })
  if (!result) return refuse({ kind: 'pickResult' })
  if (!isLocalDate(form.on)) return refuse({ kind: 'badDay' })
  if (clock === undefined) return refuse({ kind: 'badClock' })
  if (form.on > today || (form.on === today && clock > now)) return refuse({ kind: 'notYetTried' })
  const more = { ...(clock ? { clock } : {}), ...(note ? { note } : {}) }
  return ok(patch(lane, 'contactAttempt', newId(), { on: form.on, way, direction, result, ...more }))
}

/** A refusal is an answer too. */
const HEARD: readonly ContactResult[] = ['reached', 'refused']
export const isHeard = ({ direction, result }: Pick<ContactAttemptView, 'direction' | 'result'>): boolean =>
  direction === 'in' || (result !== undefined && HEARD.includes(result))

export interface LastHeard {
  /** The last time she was heard from. */
  readonly heard: Maybe<ContactAttemptView>
  /** Tried since then. */
  readonly triesSince: number
}
/** Of attempts, the newest first. */
export function lastHeard(attempts: readonly ContactAttemptView[]): LastHeard {
  const at = attempts.findIndex(isHeard)
  return { heard: attempts[at], triesSince: at === -1 ? attempts.length : at }
}
