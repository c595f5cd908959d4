// Photos of a home as records: asked about first, a yes for one purpose and one day, and each picture its own document with
// the day it is destroyed (UX.md, «Photo»; DOMAIN.md 2.19). Pure: what stands is read, patches come out.

import type { CaseView } from './case-view.ts'
import { later, type Maybe } from './case-view-order.ts'
import { DOCUMENT_KINDS, type DocumentKind } from './codes.ts'
import { type ConsentView, standsOn } from './consent.ts'
import { type Acting, type Asking, askAndGive, askAndRefuse, type Refused, withdrawConsent, type Yes } from './consent-acts.ts'
import { effective } from './effective.ts'
import type { Id, LaneId, LocalDate } from './ids.ts'
import { asId, asNumber, asText, code, date, part, ref, text } from './reading.ts'
import { patch, rowsOf } from './records.ts'
import { isVoid, madeBy, type Patch, type RecordRow } from './register.ts'
import { ok } from './result.ts'

export interface DocumentView {
  readonly id: Id
  readonly kind: Maybe<DocumentKind>
  readonly title: string
  readonly blob: Id
  readonly bytes: number
  readonly takenOn: Maybe<LocalDate>
  readonly deleteOn: Maybe<LocalDate>
  readonly by: Maybe<Id>
}

/** What was taken at a visit and stands, oldest first. */
export function documentsOf(rows: Iterable<RecordRow>, visit: Id): readonly DocumentView[] {
  return rowsOf(rows, 'document')
    .filter((row) => ref(row, 'visit') === visit && !isVoid(row) && (effective(row, 'file') ?? null) !== null)
    .sort((a, b) => later(madeBy(b)?.at, madeBy(a)?.at) || later(b.id, a.id))
    .flatMap((row) => {
      const blob = asId(part(row, 'file', 'blob'))
      return blob ? [documentView(row, blob)] : []
    })
}

const documentView = (row: RecordRow, blob: Id): DocumentView => ({
  id: row.id,
  kind: code(row, 'kind', DOCUMENT_KINDS),
  title: asText(text(row, 'title')) ?? '',
  blob,
  bytes: asNumber(part(row, 'file', 'bytes')) ?? 0,
  takenOn: date(row, 'takenOn'),
  deleteOn: date(row, 'deleteOn'),
  by: madeBy(row)?.actor,
})

/** Past the day that was said: it is not shown, whether the office has come to it or not. */
export const isPastDay = ({ deleteOn }: Pick<DocumentView, 'deleteOn'>, today: LocalDate): boolean =>
  deleteOn !== undefined && deleteOn < today

/** Whether the camera may open: only on a yes of today for this very thing, and never past a newer no. */
export type MayTake =
  | { readonly is: 'ask' }
  | { readonly is: 'yes'; readonly consent: ConsentView; readonly deleteOn: LocalDate }
  | { readonly is: 'no' }

export function mayTake(consents: readonly ConsentView[], scope: string, today: LocalDate): MayTake {
  const last = askedToday(consents, today).find((one) => one.scope === scope.trim())
  if (last?.state === 'refused') return { is: 'no' }
  if (!last || !standsOn(last, today) || last.validTo === undefined) return { is: 'ask' }
  return { is: 'yes', consent: last, deleteOn: last.validTo }
}

/** What a photo was last said yes or no to today: what the question opens with. */
export const lastScope = (consents: readonly ConsentView[], today: LocalDate): Maybe<string> => askedToday(consents, today)[0]?.scope

const askedToday = (consents: readonly ConsentView[], today: LocalDate): readonly ConsentView[] =>
  consents
    .filter((one) => one.kind === 'photo' && (one.state === 'given' ? one.givenOn : one.on) === today)
    .sort((a, b) => later(a.askedAt, b.askedAt) || later(a.id, b.id))

export interface PhotoAsking {
  readonly view: CaseView
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly id: Id
  readonly newId: () => Id
  readonly acting: Acting
  readonly asking: Pick<Asking, 'text' | 'version'> & { readonly scope: string }
}

export const sayYes = ({ view, rows, id, acting, asking }: PhotoAsking, given: Yes): Refused =>
  askAndGive(rows, view.lane, id, { ...asking, kind: 'photo' }, given, acting)

/** A no is written down, and takes back a yes to the same that stood until now. */
export function sayNo({ view, rows, id, newId, acting, asking }: PhotoAsking): Refused {
  const no = askAndRefuse(view.lane, id, { ...asking, kind: 'photo' }, acting.today)
  const before = mayTake(view.consents, asking.scope, acting.today)
  if (!no.ok || before.is !== 'yes') return no
  const gone = withdrawConsent(before.consent, { view, rows, newId, title: () => undefined, assignee: acting.me, ...acting })
  return gone.ok ? ok([...no.value, ...gone.value]) : no
}

export interface Taken {
  readonly lane: LaneId
  readonly id: Id
  readonly kind: DocumentKind
  readonly title: string
  readonly file: { readonly blob: Id; readonly type: string; readonly bytes: number }
  readonly consent: Id
  readonly takenOn: LocalDate
  readonly deleteOn: LocalDate
  readonly visit: Id
}
export const photoTaken = ({ lane, id, ...document }: Taken): Patch => patch(lane, 'document', id, document)

/** Taken away again. The words go at once; the picture is destroyed by the office's own erasure. */
export const voidPhoto = (row: RecordRow): Patch =>
  patch(
    row.lane,
    'document',
    row.id,
    { void: { reason: 'removed' } },
    { seen: { void: Object.values(row.regs).flatMap((heads) => heads.map(({ by }) => by)) } },
  )
