// A deadline in words, the same on phone and desk (phone.md 4): «tirsdag 1. desember · om 5 virkedager», late «2 virkedager
// over fristen», an estimate says «(anslag)», an eviction stands in red. The dates are the engine's; here they only speak.

import type { Answer } from '#device/casebook.ts'
import type { OfficeCalendar } from '#domain/calendar.ts'
import type { Deadline } from '#domain/deadline.ts'
import type { Matter } from '#domain/deadline-facts.ts'
import { deadlinesOf, isOpenOn, type Standing, standing } from '#domain/deadlines.ts'
import { isLocalDate, type LocalDate } from '#domain/ids.ts'
import { matterFacts } from '#domain/matter.ts'
import { flag, list } from '#domain/reading.ts'
import type { RecordRow } from '#domain/register.ts'
import { matterOf } from '#domain/summary.ts'
import { SHIPPED_PACKS } from '#rules/deadlines.ts'
import type { Language } from '#texts/catalogue.ts'
import { dayOfYear, weekdayDate, weekdayLongDate } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { officeRow } from './people.ts'

/** All that the words depend on. */
export interface Speech {
  readonly say: Say
  readonly language: Language
  readonly today: LocalDate
  readonly calendar: OfficeCalendar
}
export type DeadlineTone = 'calm' | 'care' | 'risk'

/** What the office has decided about its days; nothing said = Monday to Friday. */
export function calendarOf(office: readonly RecordRow[]): OfficeCalendar {
  const row = officeRow(office)
  if (!row) return { saturdayIsWorkday: false, closedDays: [] }
  return { saturdayIsWorkday: flag(row, 'saturdayIsWorkday'), closedDays: list(row, 'closedDays').filter(isLocalDate) }
}

/** Every deadline of a case, open and closed; the facts come with each summary. */
/** Every deadline of the case an answer holds, the notices linked to it included. */
export function answerDeadlines(answer: Answer, calendar: OfficeCalendar): readonly Deadline[] {
  const rows = [...answer.rows.values()]
  const lane = rows[0]?.lane
  return lane === undefined ? [] : caseDeadlines(matterOf(lane, matterFacts(rows), answer.inquiries), calendar)
}

export const caseDeadlines = (matter: Matter, calendar: OfficeCalendar): readonly Deadline[] =>
  deadlinesOf({ matter, calendar, packs: SHIPPED_PACKS })

/** Grey; amber from the last workday; red for an eviction that may come (phone.md 4). */
export function deadlineTone(deadline: Deadline, { today, calendar }: Pick<Speech, 'today' | 'calendar'>): DeadlineTone {
  if (isEviction(deadline)) return 'risk'
  if (!deadline.isTask) return 'calm'
  const at = standing(deadline, today, calendar)
  if (at.kind === 'ahead') return at.workdays === 0 ? 'care' : 'calm'
  return at.kind === 'passed' ? 'calm' : 'care'
}

export const isEviction = (deadline: Deadline): boolean => deadline.rule === 'D5' && deadline.state === 'open'

/** The eviction that is expected, if any: it goes before every other deadline of the home. */
export const evictionAhead = (deadlines: readonly Deadline[], today: LocalDate): Deadline | undefined =>
  deadlines.find((deadline) => isEviction(deadline) && isOpenOn(deadline, today) && (deadline.windowUntil ?? deadline.dueOn) >= today)

/** «Planen skal evalueres» */
export function deadlineTitle(deadline: Deadline, { say }: Pick<Speech, 'say'>): string {
  if (deadline.rule === 'D6') return say(`term.duty.${deadline.needs?.[0] ?? 'first_assessment'}`)
  if (deadline.rule === 'D5') return say(deadline.isEstimate ? 'deadline.D5.estimate' : 'deadline.D5')
  if (deadline.rule !== 'D13') return say(`deadline.${deadline.rule}`)
  switch (deadline.basisType) {
    case 'transfer':
      return say('deadline.D13.transfer')
    case 'consent':
      return say('deadline.D13.consent')
    case 'guardian':
      return say('deadline.D13.guardian')
    default:
      return say('deadline.D13.safety')
  }
}

/** On paper there is no today, and every date has its year. */
interface Spoken extends Pick<Speech, 'say' | 'language'> {
  readonly today?: LocalDate
}
/** «tirsdag 1. desember», with its year when that is not today's, and «(anslag)» where nobody has set the date. */
export function deadlineDate({ dueOn, isEstimate }: Deadline, { say, language, today }: Spoken): string {
  return estimated(today === undefined ? weekdayLongDate(language, dueOn) : weekdayDate(language, dueOn, today), isEstimate, say)
}

/** «om 5 virkedager», «i dag», «2 virkedager over fristen». Nothing for a weekend ahead. */
export function deadlineDistance(deadline: Deadline, { say, today, calendar }: Omit<Speech, 'language'>): string | undefined {
  const at = standing(deadline, today, calendar)
  switch (at.kind) {
    case 'today':
      return say('deadline.today')
    case 'ahead':
      return at.workdays === 0 ? undefined : say('deadline.inWorkdays', { n: at.workdays })
    case 'late':
      return late(at, say)
    case 'passed':
      return say('deadline.passed')
  }
}

/** «tirsdag 1. desember · om 5 virkedager» */
export function deadlineWhen(deadline: Deadline, speech: Speech): string {
  const distance = deadlineDistance(deadline, speech)
  const date = deadlineDate(deadline, speech)
  return distance === undefined ? date : `${date}\u00a0· ${distance}`
}

/** All of it on one line, for cards and lists: «Utkastelse tidligst 8. desember (anslag)». */
export function deadlineLine(deadline: Deadline, speech: Speech): string {
  const { say, language, today, calendar } = speech
  const title = deadlineTitle(deadline, speech)
  const at = standing(deadline, today, calendar)
  if (at.kind === 'late') return `${title}\u00a0· ${late(at, say)}`
  if (at.kind === 'today') return `${title} ${say('deadline.today')}`
  const isSetEviction = deadline.rule === 'D5' && !deadline.isEstimate
  const date = estimated((isSetEviction ? weekdayDate : dayOfYear)(language, deadline.dueOn, today), deadline.isEstimate, say)
  return isBy(deadline) ? say('deadline.by', { title, date }) : `${title} ${date}`
}

/** A duty or an answer is due by its date; what runs out or may happen does so on its date. */
function isBy({ rule, basisType }: Deadline): boolean {
  if (rule === 'D13') return basisType === 'safety' || basisType === 'transfer'
  return !['D3', 'D5', 'D8', 'D9', 'D11', 'D14'].includes(rule)
}

const late = (at: Extract<Standing, { readonly kind: 'late' | 'passed' }>, say: Say): string =>
  at.workdays === 0 ? say('deadline.overdue') : say('deadline.late', { n: at.workdays })
const estimated = (date: string, isEstimate: boolean, say: Say): string => (isEstimate ? `${date} ${say('deadline.estimate')}` : date)
