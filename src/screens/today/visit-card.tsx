// A visit as a card: when, who, where and why, and at most one note. The whole card is the link.

import type { CaseSummary } from '#domain/summary.ts'
import { clock, joined } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import type { Speech } from '../deadline-words.ts'
import { LinkCard, Note } from '../parts/cards.tsx'
import { SafetyIcon } from '../parts/icons.ts'
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
  const { home, visit, isMine } = stop
  const { speech, saved } = given
  const note = homeNote(home, speech)
  const others = isMine
    ? ''
    : joined(
        speech.language,
        visit.workers.map((worker) => nameOf(saved.people, worker)),
      )
  const goes = others === '' ? '' : speech.say('today.goesThere', { names: others })
  return (
    <LinkCard to={paths.visit(home.lane, visit.id)} title={home.name} {...timeOf(visit)}>
      <p className="bf-small bf-subtle">
        {dotted(addressOf(home, speech.say), visit.why ?? speech.say(`term.visitKind.${visit.kind}`), goes)}
      </p>
      {note === undefined ? null : (
        <Note tone={note.tone} icon={note.isSafety ? <SafetyIcon aria-hidden fontSize="1.375rem" /> : undefined}>
          {note.text}
        </Note>
      )}
    </LinkCard>
  )
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

const timeOf = ({ start }: Stop['visit']) => (start === undefined ? {} : { time: clock(start) })

/** «Prøvegata 7, 2. etg.» */
export function addressOf({ address, floor }: CaseSummary, say: Say): string {
  if (address === undefined) return ''
  return floor === undefined ? address : `${address}, ${say('today.floor', { floor })}`
}

/** What there is, parted by dots. */
export const dotted = (...parts: readonly (string | undefined)[]): string => parts.filter(Boolean).join(' · ')
