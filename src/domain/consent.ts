// Consents as their own records (DOMAIN.md 2.19): only given, refused or withdrawn, never edited; a new yes is a new
// record. What a member of the group may know is read from here and nowhere else (DOMAIN.md 2.8, `consentScope`).

import type { Maybe } from './case-view-order.ts'
import { AGREED_HOW, type AgreedHow, CONSENT_KINDS, type ConsentKind, type GroupRole, TOPICS, type Topic } from './codes.ts'
import { effective } from './effective.ts'
import type { Id, LocalDate } from './ids.ts'
import { asDate, asText, code, date, list, number, part, ref, text } from './reading.ts'
import { madeBy, type RecordRow } from './register.ts'

export interface ConsentView {
  readonly id: Id
  readonly kind: Maybe<ConsentKind>
  /** The words that were shown, and which version of them. */
  readonly text: Maybe<string>
  readonly version: number
  /** A member, a measure or a relative. */
  readonly about: Maybe<Id>
  readonly topics: readonly Topic[]
  readonly scope: Maybe<string>
  readonly how: Maybe<AgreedHow>
  /** A withdrawal wins over every yes (DOMAIN.md 2.22); `unanswered` was asked and not answered. */
  readonly state: 'given' | 'withdrawn' | 'refused' | 'unanswered'
  readonly givenBy: Maybe<string>
  readonly witness: Maybe<string>
  readonly givenOn: Maybe<LocalDate>
  readonly validTo: Maybe<LocalDate>
  readonly withdrawnOn: Maybe<LocalDate>
  /** The day the state is of. */
  readonly on: Maybe<LocalDate>
  readonly askedBy: Maybe<Id>
}

export function consentView(row: RecordRow): ConsentView {
  const state = stateOf(row)
  const [givenOn, refusedOn, withdrawnOn] = (['given', 'refused', 'withdrawn'] as const).map((field) => asDate(part(row, field, 'on')))
  return {
    id: row.id,
    kind: code(row, 'kind', CONSENT_KINDS),
    text: text(row, 'text'),
    version: number(row, 'version') ?? 1,
    about: ref(row, 'about'),
    topics: list(row, 'topics').flatMap((topic) => TOPICS.find((known) => known === topic) ?? []),
    scope: text(row, 'scope'),
    how: code(row, 'how', AGREED_HOW),
    state,
    givenBy: asText(part(row, 'given', 'by')),
    witness: asText(part(row, 'given', 'witness')),
    givenOn,
    validTo: date(row, 'validTo'),
    withdrawnOn,
    on: state === 'withdrawn' ? withdrawnOn : state === 'refused' ? refusedOn : givenOn,
    askedBy: madeBy(row)?.actor,
  }
}

function stateOf(row: RecordRow): ConsentView['state'] {
  const isSet = (field: string): boolean => (effective(row, field) ?? null) !== null
  if (isSet('withdrawn')) return 'withdrawn'
  return isSet('given') ? 'given' : isSet('refused') ? 'refused' : 'unanswered'
}

/** A yes that counts on this day: given, not withdrawn, and its last day not past. */
export const standsOn = (consent: ConsentView, today: LocalDate): boolean =>
  consent.state === 'given' && (consent.validTo === undefined || consent.validTo >= today)

/** Those who follow up at this office share what they write; everybody else knows what the resident has said yes to. */
const OWN_TEAM: readonly GroupRole[] = ['resident', 'followup_worker', 'case_worker']
export const isOwnTeam = (role: GroupRole): boolean => OWN_TEAM.includes(role)

/** What a member may know today, in the order of the topics. */
export function mayKnow(
  member: { readonly id: Id; readonly role: GroupRole },
  consents: readonly ConsentView[],
  today: LocalDate,
): readonly Topic[] {
  if (isOwnTeam(member.role)) return TOPICS
  const told = consents.filter(({ kind, about }) => kind === 'share_with_member' && about === member.id)
  const topics = new Set(told.filter((consent) => standsOn(consent, today)).flatMap((consent) => consent.topics))
  return TOPICS.filter((topic) => topics.has(topic))
}
