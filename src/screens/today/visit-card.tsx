// A visit as a card: when, who, where and why, and at most one note. The whole card is the link.

import { dateOf } from '#domain/ids.ts'
import type { CaseSummary } from '#domain/summary.ts'
import { clock, joined, shortDate } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import type { Speech } from '../deadline-words.ts'
import '../parts/resident.css'
import { LinkCard, LinkRow, Note } from '../parts/cards.tsx'
import { SafetyIcon } from '../parts/icons-at-once.ts'
import { SaveState } from '../parts/save-state.tsx'
import { paths } from '../paths.ts'
import { nameOf } from '../people.ts'
import type { Stop } from './day-plan.ts'
import { homeNote } from './home-note.ts'
import { type SavedGiven, savedOf } from './saved-of.ts'

export interface CardGiven {
  readonly speech: Speech
  readonly saved: SavedGiven
}

export function VisitCard({ stop, given }: { readonly stop: Stop; readonly given: CardGiven }) {
  const { home, visit } = stop
  const note = homeNote(home, given.speech)
  return (
    <LinkCard to={paths.visit(home.lane, visit.id)} title={home.name} {...timeOf(visit, given.speech)}>
      <p className="bf-small bf-subtle">{whereAndWhy(stop, given)}</p>
      {note === undefined ? null : (
        <Note tone={note.tone} icon={note.isSafety ? <SafetyIcon aria-hidden fontSize="1.375rem" /> : undefined}>
          {note.text}
        </Note>
      )}
    </LinkCard>
  )
}

/** The same on one row, for the days after today. */
export function VisitRow({ stop, given }: { readonly stop: Stop; readonly given: CardGiven }) {
  const { home, visit } = stop
  const title = (
    <span className="bf-ahead">
      <span className="bf-time">{timeOf(visit).time}</span>
      {home.name}
    </span>
  )
  return <LinkRow to={paths.visit(home.lane, visit.id)} title={title} sub={whereAndWhy(stop, given)} />
}

/** «Prøvegata 7, 2. etg. · Etter varsel», and who goes when it is not oneself. */
function whereAndWhy({ home, visit, isMine }: Stop, { speech: { say, language }, saved }: CardGiven): string {
  const others = joined(
    language,
    visit.workers.map((worker) => nameOf(saved.people, worker)),
  )
  const goes = isMine || others === '' ? undefined : say('today.goesThere', { names: others })
  return dotted(addressOf(home, say), visit.why ?? say(`term.visitKind.${visit.kind}`), goes)
}

/** Done visits sink below, without a box; how far they have come stands in words. */
export function DoneCard({ stop: { home, visit }, given }: { readonly stop: Stop; readonly given: CardGiven }) {
  const state = savedOf(visit, given.saved)
  const how = visit.outcome === undefined ? undefined : given.speech.say(`term.outcome.${visit.outcome}`)
  return (
    <LinkCard to={paths.resident(home.lane)} title={home.name} {...timeOf(visit)} className="bf-card--done">
      {how === undefined ? null : <p className="bf-small bf-subtle">{how}</p>}
      {visit.twoOutcomes ? <SaveState saved={{ state: 'twoVersions' }} /> : state === undefined ? null : <SaveState saved={state} />}
    </LinkCard>
  )
}

/** Another day than today's is named by its date: a clock time alone would read as today. */
function timeOf({ start }: Stop['visit'], speech?: Speech): { readonly time?: string } {
  if (start === undefined) return {}
  const day = dateOf(start)
  return { time: speech === undefined || day === speech.today ? clock(start) : shortDate(speech.language, day) }
}

/** «Prøvegata 7, 2. etg.» */
export function addressOf({ address, floor }: CaseSummary, say: Say): string {
  if (address === undefined) return ''
  return floor === undefined ? address : `${address}, ${say('today.floor', { floor })}`
}

/** What there is, parted by dots that never begin a line. */
export const dotted = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join('\u00a0· ')
