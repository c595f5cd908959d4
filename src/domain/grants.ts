// Instruments and services (DOMAIN.md 2.18): what the catalogue offers and how it stands with one resident. An offer is
// never a demand: the resident may decline at any time, and what was declined can be offered again. Pure.

import { later, type Maybe } from './case-view-order.ts'
import { type ConsentKind, GRANT_STATUSES, type GrantStatus } from './codes.ts'
import { type ConsentView, standsOn } from './consent.ts'
import type { Id, LaneId, LocalDate } from './ids.ts'
import { code, date, text } from './reading.ts'
import { patch, rowsOf } from './records.ts'
import { madeBy, type Patch, type RecordRow, type Seen } from './register.ts'
import { ok, type Result, refuse } from './result.ts'
import { seenBy } from './visit-start.ts'

export interface CatalogueText {
  readonly nb: string
  readonly nn: string
  readonly en: string
}
/** One thing the municipality or the state can do. Dated data: a rule that changes is a new version (DOMAIN.md 7.3). */
export interface CatalogueEntry {
  readonly code: string
  readonly list: 'instrument' | 'service'
  readonly label: CatalogueText
  readonly hint: Maybe<CatalogueText>
  /** Asked for before it is applied for; the resident can withdraw it. */
  readonly needsConsent: Maybe<ConsentKind>
  /** To be talked through with the resident first (N 3.7). */
  readonly needsTalk: boolean
  readonly needsDecision: boolean
  readonly source: { readonly section: string; readonly url: string | null }
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly verifiedOn: LocalDate
  readonly reviewBy: LocalDate
}

export interface GrantView {
  readonly id: Id
  readonly code: string
  readonly status: GrantStatus
  readonly on: Maybe<LocalDate>
  readonly discussedOn: Maybe<LocalDate>
  readonly reason: Maybe<string>
  readonly note: Maybe<string>
  readonly author: Maybe<Id>
}

/** Newest first. */
export const readGrants = (rows: readonly RecordRow[]): readonly GrantView[] =>
  rowsOf(rows, 'grant')
    .flatMap((row) => {
      const of = text(row, 'code')
      if (!of) return []
      return [
        {
          id: row.id,
          code: of,
          status: code(row, 'status', GRANT_STATUSES) ?? 'considered',
          on: date(row, 'on'),
          discussedOn: date(row, 'discussedOn'),
          reason: text(row, 'reason'),
          note: text(row, 'note'),
          author: madeBy(row)?.actor,
        },
      ]
    })
    .sort((a, b) => later(a.on, b.on) || later(a.id, b.id))

/** What may come next. From anything that is not over the resident may decline, and it may come to an end. */
const NEXT: Readonly<Record<GrantStatus, readonly GrantStatus[]>> = {
  considered: ['offered', 'applied', 'granted', 'declined_by_resident', 'ended'],
  offered: ['applied', 'granted', 'declined_by_resident', 'ended'],
  applied: ['granted', 'refused', 'declined_by_resident', 'ended'],
  granted: ['declined_by_resident', 'ended'],
  refused: ['applied', 'ended'],
  declined_by_resident: ['offered', 'applied'],
  ended: ['considered', 'offered', 'applied'],
}
export const nextStatuses = (status: GrantStatus): readonly GrantStatus[] => NEXT[status]

export type GrantRefusal =
  /** The resident has not said yes, or has withdrawn it. */
  | { readonly kind: 'needsConsent'; readonly consent: ConsentKind }
  | { readonly kind: 'needsTalk' }
  | { readonly kind: 'needsReason' }
  | { readonly kind: 'notNext'; readonly from: GrantStatus }

export interface GrantMove {
  readonly status: GrantStatus
  readonly on: LocalDate
  readonly discussedOn?: LocalDate
  /** Why it was refused. */
  readonly reason?: string
  readonly note?: string
}
interface MoveWith {
  readonly lane: LaneId
  readonly entry: CatalogueEntry
  readonly consents: readonly ConsentView[]
  readonly today: LocalDate
  readonly me: Id
  readonly newId: () => Id
  /** What stands, and what was on the screen; none when it is new for this resident. */
  readonly row?: RecordRow | undefined
  readonly seen?: Seen | undefined
}

const HELP_BEGINS: readonly GrantStatus[] = ['applied', 'granted']

/** A new grant, or the next step of one. N 3.7: talked through first; N 3.2, 5.5: never without the yes it needs. */
export function moveGrant(move: GrantMove, w: MoveWith): Result<Patch, GrantRefusal> {
  const { entry, row } = w
  const from = row && (code(row, 'status', GRANT_STATUSES) ?? 'considered')
  if (from && from !== move.status && !NEXT[from].includes(move.status)) return refuse({ kind: 'notNext', from })
  const discussedOn = move.discussedOn ?? (row && date(row, 'discussedOn'))
  if (HELP_BEGINS.includes(move.status)) {
    if (entry.needsTalk && !discussedOn) return refuse({ kind: 'needsTalk' })
    if (entry.needsConsent && !isGiven(entry.needsConsent, w)) return refuse({ kind: 'needsConsent', consent: entry.needsConsent })
  }
  const reason = move.reason?.trim()
  if (move.status === 'refused' && !reason) return refuse({ kind: 'needsReason' })
  const set = {
    ...(row ? {} : { code: entry.code }),
    status: move.status,
    on: move.on,
    ...(move.discussedOn ? { discussedOn: move.discussedOn } : {}),
    ...(reason ? { reason } : {}),
    ...(move.note?.trim() ? { note: move.note.trim() } : {}),
  }
  return ok(patch(w.lane, 'grant', row?.id ?? w.newId(), set, row ? { seen: seenBy(w.me, row, w.seen) } : {}))
}

const isGiven = (kind: ConsentKind, { consents, today }: MoveWith): boolean =>
  consents.some((consent) => consent.kind === kind && standsOn(consent, today))
