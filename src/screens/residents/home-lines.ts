// One line for each home in the list of residents, and the search over them. Pure.

import { nearest } from '#domain/deadlines.ts'
import { dateOf, type LocalDate } from '#domain/ids.ts'
import type { CaseSummary } from '#domain/summary.ts'
import { byName, clock, shortDate } from '#texts/format.ts'
import { caseDeadlines, type DeadlineTone, deadlineLine, deadlineTone, evictionAhead, type Speech } from '../deadline-words.ts'
import { addressOf, dotted } from '../today/visit-card.tsx'

export interface HomeLine {
  readonly home: CaseSummary
  /** «Eksempelveien 1 · tir. 24.11 kl. 11.00» */
  readonly where: string
  readonly deadline?: { readonly tone: DeadlineTone; readonly text: string }
  /** The day that decides its place. */
  readonly dueOn?: LocalDate
}

/** Nearest deadline first, then by name; homes without a deadline come last. */
export function homeLines(homes: readonly CaseSummary[], speech: Speech): readonly HomeLine[] {
  const last = '9999'
  const due = (line: HomeLine): string => line.dueOn ?? last
  return homes
    .map((home) => homeLine(home, speech))
    .sort((a, b) => (due(a) === due(b) ? byName(a.home.name, b.home.name) : due(a) < due(b) ? -1 : 1))
}

function homeLine(home: CaseSummary, speech: Speech): HomeLine {
  const { say, today, calendar } = speech
  const deadlines = caseDeadlines(home.facts, calendar)
  const next = nearest(deadlines, today)
  const shown = evictionAhead(deadlines, today) ?? next
  const where = dotted(addressOf(home, say), nextVisit(home, speech))
  if (next === undefined || shown === undefined) return { home, where }
  return { home, where, dueOn: next.dueOn, deadline: { tone: deadlineTone(shown, speech), text: deadlineLine(shown, speech) } }
}

function nextVisit({ visits }: CaseSummary, { say, language, today }: Speech): string | undefined {
  const starts = visits.flatMap((visit) => (visit.status === 'planned' && visit.start && dateOf(visit.start) >= today ? visit.start : []))
  const next = starts.sort()[0]
  if (next === undefined) return undefined
  const day = dateOf(next) === today ? say('residents.today') : shortDate(language, dateOf(next))
  return say('residents.visit', { day, time: clock(next) })
}

/** Every word typed must begin a word of the name or the address. */
export function found(lines: readonly HomeLine[], typed: string): readonly HomeLine[] {
  const wanted = wordsOf(typed)
  return lines.filter(({ home }) => {
    const words = wordsOf(`${home.name} ${home.address ?? ''}`)
    return wanted.every((want) => words.some((word) => word.startsWith(want)))
  })
}

const wordsOf = (text: string): readonly string[] =>
  text
    .toLocaleLowerCase('nb')
    .split(/[\s,.-]+/)
    .filter(Boolean)
