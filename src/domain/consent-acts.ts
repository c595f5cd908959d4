// Asking, answering and withdrawing (DOMAIN.md 2.19). A consent is its own record and only ever gets an answer or a
// withdrawal; a new yes is a new record, and takes the place of the one before. A withdrawal counts at once, needs no
// reason, and says what has to be done because of it. Pure: patches out, or a refusal.

import type { CaseView } from './case-view.ts'
import type { Maybe } from './case-view-order.ts'
import type { MeasureView } from './case-view-plan.ts'
import type { AgreedHow, ConsentKind, Topic } from './codes.ts'
import { type ConsentView, consentView, isAnswered, isSameMatter, REPLACED, standsOn } from './consent.ts'
import type { Id, LaneId, LocalDate } from './ids.ts'
import { askingOf, consentsMissing } from './plan-consents.ts'
import { patch, rowsOf } from './records.ts'
import type { Patch, RecordRow, Seen } from './register.ts'
import { ok, type Result, refuse } from './result.ts'
import { seenBy } from './visit-start.ts'

/** What is asked, in the very words that were shown or read aloud. */
export interface Asking {
  readonly kind: ConsentKind
  readonly text: string
  readonly version: number
  readonly about?: Id
  readonly topics?: readonly Topic[]
  readonly scope?: string
}
export interface Yes {
  readonly by: string
  readonly as: 'self' | 'guardian'
  readonly how: AgreedHow
  readonly on: LocalDate
  readonly witness?: string
  readonly validTo?: LocalDate
}
export type ConsentRefusal =
  | { readonly kind: 'noText' }
  | { readonly kind: 'noTopics' }
  | { readonly kind: 'noWitness' }
  | { readonly kind: 'noGuardian' }
  /** The source asks for a written consent. */
  | { readonly kind: 'needsWritten' }
  | { readonly kind: 'endsBefore' }
  | { readonly kind: 'alreadyAnswered' }
  | { readonly kind: 'notGiven' }

/** Whoever acts, and what was on the screen when she began. */
export interface Acting {
  readonly me: Id
  readonly today: LocalDate
  readonly seen?: Readonly<Record<Id, Seen>>
}

const ABOUT_TOPICS: readonly ConsentKind[] = ['share_with_member', 'share_minutes']
export const needsTopics = (kind: ConsentKind): boolean => ABOUT_TOPICS.includes(kind)
/** «Written consent» (DOMAIN.md 1.6 N32, 1.8 N77, H14). */
const WRITTEN: readonly ConsentKind[] = ['bostotte_transport', 'direct_deduction']
export const needsWritten = (kind: ConsentKind): boolean => WRITTEN.includes(kind)

export type Refused = Result<readonly Patch[], ConsentRefusal>

/** Asked, and not answered: nothing is allowed by it. */
export function askConsent(lane: LaneId, id: Id, asking: Asking): Refused {
  const refusal = flawOf(asking)
  return refusal ? refuse(refusal) : ok([patch(lane, 'consent', id, asked(asking))])
}

const asked = ({ kind, text, version, about, topics, scope }: Asking) => ({
  kind,
  text: text.trim(),
  version,
  ...(about ? { about } : {}),
  ...(topics && topics.length > 0 ? { topics } : {}),
  ...(scope?.trim() ? { scope: scope.trim() } : {}),
})

function flawOf({ kind, text, topics = [] }: Asking): ConsentRefusal | undefined {
  if (text.trim() === '') return { kind: 'noText' }
  return needsTopics(kind) && topics.length === 0 ? { kind: 'noTopics' } : undefined
}

function flawOfYes(kind: Maybe<ConsentKind>, { how, witness, by, as, on, validTo }: Yes): ConsentRefusal | undefined {
  if (how === 'oral_witnessed' && kind && needsWritten(kind)) return { kind: 'needsWritten' }
  if (how === 'oral_witnessed' && !witness?.trim()) return { kind: 'noWitness' }
  if (as === 'guardian' && by.trim() === '') return { kind: 'noGuardian' }
  return validTo !== undefined && validTo < on ? { kind: 'endsBefore' } : undefined
}

const yes = ({ by, as, how, on, witness, validTo }: Yes) => ({
  how,
  given: { by: by.trim(), on, as, ...(witness?.trim() ? { witness: witness.trim() } : {}) },
  ...(validTo ? { validTo } : {}),
})

/** Asked and answered yes in one go. */
export function askAndGive(rows: ReadonlyMap<Id, RecordRow>, lane: LaneId, id: Id, asking: Asking, given: Yes, acting: Acting): Refused {
  const refusal = flawOf(asking) ?? flawOfYes(asking.kind, given)
  if (refusal) return refuse(refusal)
  return ok([patch(lane, 'consent', id, { ...asked(asking), ...yes(given) }), ...replaced(rows, asking, id, acting)])
}

/** A yes to what was asked before. */
export function giveConsent(rows: ReadonlyMap<Id, RecordRow>, row: RecordRow, given: Yes, acting: Acting): Refused {
  const consent = consentView(row)
  if (isAnswered(row)) return refuse({ kind: 'alreadyAnswered' })
  const refusal = flawOfYes(consent.kind, given)
  if (refusal) return refuse(refusal)
  const mine = patch(row.lane, 'consent', row.id, yes(given), { seen: seenOfRow(acting, row) })
  return ok([mine, ...(consent.kind ? replaced(rows, consent, row.id, acting) : [])])
}

/** The newest yes is all that was said: what stood before to the same is not added to it. */
function replaced(rows: ReadonlyMap<Id, RecordRow>, given: Parameters<typeof isSameMatter>[0], by: Id, acting: Acting): readonly Patch[] {
  return rowsOf(rows.values(), 'consent')
    .filter((row) => row.id !== by && isSameMatter(consentView(row), given) && consentView(row).state === 'given')
    .map((row) => patch(row.lane, 'consent', row.id, { withdrawn: { on: acting.today, how: REPLACED } }, { seen: seenOfRow(acting, row) }))
}

export const askAndRefuse = (lane: LaneId, id: Id, asking: Asking, on: LocalDate): Refused => {
  const refusal = flawOf(asking)
  return refusal ? refuse(refusal) : ok([patch(lane, 'consent', id, { ...asked(asking), refused: { on } })])
}

/** A no is an answer, and it is stored as calmly as a yes. */
export const refuseConsent = (row: RecordRow, acting: Acting): Refused =>
  isAnswered(row)
    ? refuse({ kind: 'alreadyAnswered' })
    : ok([patch(row.lane, 'consent', row.id, { refused: { on: acting.today } }, { seen: seenOfRow(acting, row) })])

const seenOfRow = ({ me, seen }: Acting, row: RecordRow): Seen => seenBy(me, row, seen?.[row.id])

/** What has to be done because a yes is gone. */
export type Consequence =
  | { readonly is: 'stopDeduction'; readonly kind: ConsentKind }
  | { readonly is: 'tellMember'; readonly kind: ConsentKind; readonly member: Id; readonly name: string }
  | { readonly is: 'tellLandlord'; readonly kind: ConsentKind }
  | { readonly is: 'keysBack'; readonly kind: ConsentKind }
  | { readonly is: 'measurePaused'; readonly kind: ConsentKind; readonly measure: Id; readonly text: string }
  /** The plan is not ended by itself: somebody asks. */
  | { readonly is: 'askAboutPlan'; readonly kind: ConsentKind }

const DEDUCTIONS: readonly ConsentKind[] = ['direct_deduction', 'bostotte_transport', 'control_economy']

/** Nothing follows while another yes to the same still stands. */
export function consequencesOf(view: CaseView, consent: ConsentView, today: LocalDate): readonly Consequence[] {
  const { kind, about } = consent
  if (!kind || consent.state !== 'given' || stillStands(view, consent, today)) return []
  const member = needsTopics(kind) ? view.group?.members.find(({ id }) => id === about) : undefined
  return [
    ...(DEDUCTIONS.includes(kind) ? [{ is: 'stopDeduction', kind } as const] : []),
    ...(member ? [{ is: 'tellMember', kind, member: member.id, name: member.name } as const] : []),
    ...(kind === 'arrears_notification' ? [{ is: 'tellLandlord', kind } as const] : []),
    ...(kind === 'key_access' ? [{ is: 'keysBack', kind } as const] : []),
    ...(kind === 'participate' ? [{ is: 'askAboutPlan', kind } as const] : []),
    ...measuresOf(view, consent, today).map(({ id, text }) => ({ is: 'measurePaused', kind, measure: id, text }) as const),
  ]
}

const stillStands = ({ consents }: CaseView, gone: ConsentView, today: LocalDate): boolean =>
  consents.some(
    (other) =>
      other.id !== gone.id &&
      isSameMatter(other, gone) &&
      standsOn(other, today) &&
      gone.topics.every((topic) => other.topics.includes(topic)),
  )

const OF_A_MEASURE: readonly ConsentKind[] = ['measure_report_clause', 'control_economy', 'blood_test']
/** The measure it is about, and what has what it asks for with this yes alone, also one given to an earlier version. */
function measuresOf({ plan, plans, consents }: CaseView, consent: ConsentView, today: LocalDate) {
  const { kind } = consent
  if (!kind || !OF_A_MEASURE.includes(kind)) return []
  const running = plan?.measures.filter(({ status }) => status === 'active' || status === 'planned') ?? []
  const others = consents.filter(({ id }) => id !== consent.id)
  const lacks = (measure: MeasureView, given: readonly ConsentView[]): boolean =>
    consentsMissing(askingOf(measure), { today, plans, consents: given, hasTalked: true }).includes(kind)
  return running.filter(
    (measure) =>
      measure.id === consent.about || (lacks(measure, others) && !lacks(measure, [...others, { ...consent, validTo: undefined }])),
  )
}

export interface Withdrawing extends Acting {
  readonly view: CaseView
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly newId: () => Id
  /** The title of the task, in the office's language; undefined where none is made. */
  readonly title: (consequence: Consequence) => string | undefined
  /** Who takes the tasks. */
  readonly assignee: Id
}

/** At once, without a reason. Everything that follows from it is written in the same go. */
export function withdrawConsent(consent: ConsentView, given: Withdrawing): Refused {
  const row = given.rows.get(consent.id)
  if (!row || consentView(row).state !== 'given') return refuse({ kind: 'notGiven' })
  const { view, today, newId, title, assignee } = given
  const follows = consequencesOf(view, consent, today)
  const tasks = follows.flatMap((one) => title(one) ?? []).map((words) => taskOf(view.lane, newId(), words, assignee, today))
  const paused = follows.flatMap((one) => (one.is === 'measurePaused' ? pause(one.measure, given) : []))
  const gone = patch(row.lane, 'consent', row.id, { withdrawn: { on: today } }, { seen: seenOfRow(given, row) })
  return ok([gone, ...paused, ...tasks])
}

const taskOf = (lane: LaneId, id: Id, title: string, assignee: Id, due: LocalDate): Patch =>
  patch(lane, 'task', id, { title, assignee, due, status: 'open' })

function pause(measure: Id, given: Withdrawing): readonly Patch[] {
  const row = given.rows.get(measure)
  return row ? [patch(row.lane, 'measure', measure, { status: 'paused' }, { seen: seenOfRow(given, row) })] : []
}
