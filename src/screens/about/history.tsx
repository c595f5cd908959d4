// Where the resident has lived before, and the way out of a home and into a new one: what is left stays as history.

import type { CaseView } from '#domain/case-view.ts'
import type { HousingPeriodView } from '#domain/case-view-home.ts'
import { isLocalDate } from '#domain/ids.ts'
import { longDate } from '#texts/format.ts'
import { wordOfCode } from '../home-words.ts'
import { List, Note, Section } from '../parts/cards.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { type PartLine, Row } from './part-row.tsx'
import { AddLink } from './people-rows.tsx'
import type { Words } from './words.ts'

/** A lease that runs can be ended; without one, there can be a new home. */
export function EndOfLease({ view: { lane, home } }: { readonly view: CaseView }) {
  const say = useSay()
  const language = useLanguage()
  const isOver = home.tenancy === undefined || home.status === 'ended'
  const why = wordOfCode(say, 'tenancyEndReason', home.endReason ?? '')
  return (
    <>
      {home.status === 'ended' && home.endDate !== undefined ? (
        <Note tone="calm">{say('about.ended', { day: longDate(language, home.endDate), why: why === '' ? '' : `${why}.` })}</Note>
      ) : null}
      <div className="bf-row">
        {isOver ? (
          <WordLink to={paths.about(lane, 'moveIn')}>{say('about.moveInLink')}</WordLink>
        ) : (
          <WordLink to={paths.about(lane, 'moveOut')}>{say('about.moveOutLink')}</WordLink>
        )}
      </div>
    </>
  )
}

export function History({ view }: { readonly view: CaseView }) {
  const say = useSay()
  const language = useLanguage()
  const periods = view.history.housing
  return (
    <Section title={say('about.section.history')}>
      {periods.length === 0 ? null : (
        <List>
          {periods.map((period) => (
            <Row
              key={period.id}
              title={whenOf({ say, language }, period)}
              to={paths.about(view.lane, 'period', period.id)}
              lines={linesOfPeriod({ say, language }, period)}
            />
          ))}
        </List>
      )}
      <AddLink view={view} part="period" />
    </Section>
  )
}

const day = (language: Words['language'], typed: string): string => (isLocalDate(typed) ? longDate(language, typed) : typed)
function whenOf({ say, language }: Words, { from, to }: HousingPeriodView): string {
  const parts = [from && say('about.from', { day: day(language, from) }), to && say('about.until', { day: day(language, to) })]
  return parts.filter(Boolean).join(' ') || say('about.part.period')
}

/** Codes where the app wrote them, words where somebody did. */
function linesOfPeriod({ say }: Words, { text, kind, why }: HousingPeriodView): readonly PartLine[] {
  const first = text ?? (kind === undefined ? say('about.notWritten') : wordOfCode(say, 'dwellingKind', kind))
  const isTold = why !== undefined && why !== ''
  return [
    { key: 'text', label: undefined, value: first },
    ...(isTold ? [{ key: 'why', label: undefined, value: wordOfCode(say, 'tenancyEndReason', why) }] : []),
  ]
}
