// Consents as their own records (DOMAIN.md 2.19): only given, refused or withdrawn, never edited; a new yes is a new
// record. What a member of the group may know is read from here and nowhere else (DOMAIN.md 2.8, `consentScope`).

import { later, type Maybe } from './case-view-order.ts'
import { AGREED_HOW, type AgreedHow, CONSENT_KINDS, type ConsentKind, type GroupRole, TOPICS, type Topic } from './codes.ts'
import { effective } from './effective.ts'
import type { Id, Instant, LocalDate } from './ids.ts'
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
  /** A newer yes to the same took its place: nobody said no. */
  readonly isReplaced: boolean
  /** The day the state is of. */
  readonly on: Maybe<LocalDate>
  readonly askedBy: Maybe<Id>
  readonly askedAt: Maybe<Instant>
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
    isReplaced: state === 'withdrawn' && asText(part(row, 'withdrawn', 'how')) === REPLACED,
    on: state === 'withdrawn' ? withdrawnOn : state === 'refused' ? refusedOn : givenOn,
    askedBy: madeBy(row)?.actor,
    askedAt: madeBy(row)?.at,
  }
}

/** `withdrawn.how` of a yes that a newer one took the place of. */
export const REPLACED = 'replaced'

/** A no beats a yes that was written down at the same time: nobody is told more than both have heard. */
function stateOf(row: RecordRow): ConsentView['state'] {
  const isSet = (field: string): boolean => (effective(row, field) ?? null) !== null
  if (isSet('withdrawn')) return 'withdrawn'
  return isSet('refused') ? 'refused' : isSet('given') ? 'given' : 'unanswered'
}

/** Has somebody answered yes or no to it? Then it is only ever withdrawn; a new yes is a new record. */
export const isAnswered = (row: RecordRow): boolean => stateOf(row) !== 'unanswered'

/** The yes that counts today for this, the newest first; `about` is a member, a measure or a relative. */
export function consentFor(
  { consents }: { readonly consents: readonly ConsentView[] },
  kind: ConsentKind,
  about: Maybe<Id>,
  today: LocalDate,
): Maybe<ConsentView> {
  const standing = consents.filter((one) => one.kind === kind && one.about === about && standsOn(one, today))
  return standing.sort((a, b) => later(a.givenOn, b.givenOn) || later(a.id, b.id))[0]
}

/** Of what a photo is, and who outside the group is told of what, stands in the scope: each of them is a yes of its own. */
const BY_SCOPE: readonly ConsentKind[] = ['photo', 'share_with_member', 'share_minutes']
interface Matter {
  readonly kind: Maybe<ConsentKind>
  readonly about?: Maybe<Id>
  readonly scope?: Maybe<string>
}
/** Is it the same that was asked? Then the newest answer is all that was said. */
export const isSameMatter = (a: Matter, b: Matter): boolean =>
  a.kind === b.kind &&
  a.about === b.about &&
  (a.about !== undefined || !a.kind || !BY_SCOPE.includes(a.kind) || (a.scope ?? '').trim() === (b.scope ?? '').trim())

/** Questions nobody has answered, without those that were asked anew and answered since. */
export const waiting = (consents: readonly ConsentView[]): readonly ConsentView[] =>
  consents.filter(
    (asked) =>
      asked.state === 'unanswered' &&
      !consents.some(
        (later) => later.state !== 'unanswered' && isSameMatter(later, asked) && (later.askedAt ?? '') > (asked.askedAt ?? ''),
      ),
  )

/** A yes that counts on this day: given, not withdrawn, and its last day not past. */
export const standsOn = (consent: ConsentView, today: LocalDate): boolean =>
  consent.state === 'given' && (consent.validTo === undefined || consent.validTo >= today)

/** Those who follow up at this office share what they write; everybody else knows what the resident has said yes to. */
const OWN_TEAM: readonly GroupRole[] = ['resident', 'followup_worker', 'case_worker']
export const isOwnTeam = (role: GroupRole): boolean => OWN_TEAM.includes(role)

interface Knower {
  readonly id: Id
  readonly role: GroupRole
  /** Set = she has left the group. */
  readonly to?: Maybe<LocalDate>
}

/** What a member may know today, in the order of the topics. Whoever has left the group is told nothing more. */
export function mayKnow(member: Knower, consents: readonly ConsentView[], today: LocalDate): readonly Topic[] {
  if (member.to !== undefined && member.to <= today) return []
  if (isOwnTeam(member.role)) return TOPICS
  return topicsOf(about('share_with_member', member, consents), today)
}

/**
 * What a member may be given minutes about: what the resident said yes to for minutes, when she was asked about them by
 * themselves, else what she may know. A no to telling her anything is a no to minutes as well.
 */
export function mayRead(member: Knower, consents: readonly ConsentView[], today: LocalDate): readonly Topic[] {
  const known = mayKnow(member, consents, today)
  const asked = about('share_minutes', member, consents).filter(({ state }) => state !== 'unanswered')
  if (isOwnTeam(member.role) || asked.length === 0 || (member.to !== undefined && member.to <= today)) return known
  const told = about('share_with_member', member, consents).filter(({ state }) => state !== 'unanswered')
  return told.length > 0 && known.length === 0 ? [] : topicsOf(asked, today)
}

/** What was last said about telling her anything; a yes here has run out where she may know nothing. */
export function lastSaid({ id }: Pick<Knower, 'id'>, consents: readonly ConsentView[]): ConsentView['state'] {
  const day = ({ on, askedAt }: ConsentView): string => on ?? askedAt ?? ''
  const newestFirst = consents
    .filter((one) => one.kind === 'share_with_member' && one.about === id && !one.isReplaced)
    .sort((a, b) => later(day(a).slice(0, DAY), day(b).slice(0, DAY)) || later(a.askedAt, b.askedAt) || later(a.id, b.id))
  return newestFirst[0]?.state ?? 'unanswered'
}
const DAY = 10

const about = (kind: ConsentKind, member: Knower, consents: readonly ConsentView[]): readonly ConsentView[] =>
  consents.filter((consent) => consent.kind === kind && consent.about === member.id)

function topicsOf(consents: readonly ConsentView[], today: LocalDate): readonly Topic[] {
  const topics = new Set(consents.filter((consent) => standsOn(consent, today)).flatMap((consent) => consent.topics))
  return TOPICS.filter((topic) => topics.has(topic))
}
