// How each of the six stands, in one line: for the front page, and for whoever asks where she sleeps now.

import type { CaseView } from '#domain/case-view.ts'
import { type ArrangementView, type BudgetView, owed } from '#domain/case-view-money.ts'
import { howOften, isOfHome } from '#domain/complaint-view.ts'
import { lastHeard } from '#domain/contact-attempts.ts'
import type { LocalDate } from '#domain/ids.ts'
import { localDate } from '#domain/ids.ts'
import { type StayView, stayNow } from '#domain/stay-view.ts'
import type { Language } from '#texts/catalogue.ts'
import { capital, dayOfYear, inSentence, kroner, longDate } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { termOf } from '#texts/terms.ts'
import { dotted } from '../today/visit-card.tsx'

export interface Words {
  readonly say: Say
  readonly language: Language
  readonly today: LocalDate
}
type Of<K extends keyof CaseView> = Pick<CaseView, K>

export function contactLine({ contactAttempts: attempts }: Of<'contactAttempts'>, { say, language, today }: Words): string {
  if (attempts.length === 0) return say('forms.contact.noneLine')
  const { heard, triesSince: n } = lastHeard(attempts)
  if (heard === undefined) return say('forms.contact.notHeard', { n })
  const on =
    heard.on === undefined ? say('forms.contact.heard') : say('forms.contact.heardOn', { date: dayOfYear(language, heard.on, today) })
  return dotted(on, n === 0 ? undefined : say('forms.contact.triesSince', { n }))
}

export function complaintLine({ complaints }: Of<'complaints'>, { say, today }: Words): string {
  const of = complaints.filter(isOfHome)
  if (of.length === 0) return say('forms.complaints.noneLine')
  const isOpen = of.some(({ status }) => status !== 'handled')
  return dotted(say('forms.complaints.often', howOften(of, today)), isOpen ? undefined : inSentence(say('term.complaintStatus.handled')))
}

export function arrearsLine({ arrears }: Of<'arrears'>, { say }: Words): string {
  if (arrears.length === 0) return say('forms.arrears.noneLine')
  const { open, sum, inTwo } = owed(arrears)
  const [only] = open
  if (only === undefined) return say('forms.arrears.allPaid')
  if (inTwo > 0 && open.length === 1) return say('forms.arrears.two', { amounts: only.amounts.map(kroner) })
  if (sum === undefined) return say('forms.arrears.noSum', { n: open.length })
  const of = open.length === 1 && only.period !== undefined ? inSentence(only.period) : undefined
  return dotted(
    say('forms.arrears.line', { n: open.length, sum: kroner(sum), of }),
    inTwo > 0 ? inSentence(say('resident.twoVersions')) : undefined,
  )
}

/** The one that is under way, else the newest. */
const underWay = (all: readonly ArrangementView[]): ArrangementView | undefined =>
  all.find(({ status }) => status === 'active' || status === 'kept') ?? all[0]

export function paymentLine({ arrangements }: Of<'arrangements'>, words: Words): string {
  const one = underWay(arrangements)
  return one === undefined ? words.say('forms.payment.noneLine') : arrangementLine(one, words)
}
export function arrangementLine(one: ArrangementView, { say, language, today }: Words): string {
  if (one.isTwo || one.status === undefined) return say('resident.twoVersions')
  if (one.status === 'proposed') return say('forms.payment.proposed')
  const next = one.instalments.find(({ paid }) => paid === undefined)
  const isUnderWay = one.status === 'active' || one.status === 'kept'
  if (!isUnderWay || next?.due === undefined || next.amount === undefined) return say(`term.arrangementStatus.${one.status}`)
  const told = { date: dayOfYear(language, next.due, today), amount: kroner(next.amount) }
  return next.due < today
    ? capital(say('forms.payment.late', told))
    : dotted(say(`term.arrangementStatus.${one.status}`), say('forms.payment.next', told))
}

/** «november» this year, «november 2025» else. */
export function monthWords(month: string, { language, today }: Omit<Words, 'say'>): string {
  const first = localDate(`${month}-01`)
  const words = (month.slice(0, 4) === today.slice(0, 4) ? dayOfYear(language, first, today) : longDate(language, first)).split('\u00a0')
  return words.slice(1).join('\u00a0')
}

export function budgetLine(newest: BudgetView | undefined, words: Words): string {
  if (newest === undefined) return words.say('forms.budget.noneLine')
  const month = capital(monthWords(newest.month, words))
  if (newest.sums === undefined) return words.say('forms.budget.two', { month })
  const { balance } = newest.sums
  if (balance === 0) return words.say('forms.budget.even', { month })
  return words.say(balance < 0 ? 'forms.budget.short' : 'forms.budget.over', { month, amount: kroner(Math.abs(balance)) })
}

/** «Midlertidig hybel, Eksempelveien 30» */
export const placeOf = ({ kind, place }: StayView, say: Say): string =>
  [termOf(say, 'stayKind', kind), place].filter(Boolean).join(', ') || say('term.recordType.stay')

export function stayLine({ stays }: Of<'stays'>, { say, language, today }: Words): string {
  const now = stayNow(stays, today)
  if (now === undefined) return say('forms.stays.noneLine')
  return dotted(placeOf(now, say), now.from && say('forms.stays.since', { date: dayOfYear(language, now.from, today) }))
}
