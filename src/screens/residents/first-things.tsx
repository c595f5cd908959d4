// What stands first on a resident: what works, the safety line, and the deadline that comes next.

import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import type { Deadline } from '#domain/deadline.ts'
import { nearest } from '#domain/deadlines.ts'
import { inSentence } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import {
  answerDeadlines,
  deadlineDate,
  deadlineDistance,
  deadlineLine,
  deadlineTitle,
  deadlineTone,
  deadlineWhen,
  evictionAhead,
  type Speech,
} from '../deadline-words.ts'
import { Card, Note, Section, Strength } from '../parts/cards.tsx'
import { SafetyIcon, WorksIcon } from '../parts/icons.ts'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useDay } from '../use-day.ts'
import { useSay } from '../use-say.tsx'

export function WhatWorks({ view: { lane, resident } }: { readonly view: CaseView }) {
  const say = useSay()
  const icon = <WorksIcon aria-hidden fontSize="1.5rem" />
  const { whatWorks, whatDoesNotWork } = resident
  if (whatWorks === undefined)
    return (
      <Strength icon={icon} label={say('resident.works')} more={<WordLink to={paths.noteFor(lane)}>{say('resident.writeWorks')}</WordLink>}>
        {say('resident.askWorks')}
      </Strength>
    )
  return (
    <Strength
      icon={icon}
      label={say('resident.works')}
      more={whatDoesNotWork && say('resident.worksNot', { what: inSentence(whatDoesNotWork) })}
    >
      {whatWorks}
    </Strength>
  )
}

/** Grey: safety is an agreement about how one comes, not a mark on the person. */
export function SafetyLine({ view: { resident, home } }: { readonly view: CaseView }) {
  const say = useSay()
  const day = useDay()
  const { level, reason, reviewBy } = resident.safety
  const lookAgain = reviewBy && say('around.lookAgain', { date: day(reviewBy) })
  const stop = resident.contactStop
  const key = resident.keyAgreement ?? say('resident.noKey')
  return (
    <>
      <Note tone="calm" icon={<SafetyIcon aria-hidden fontSize="1.375rem" />}>
        {level === 'none' ? null : <strong>{`${say(`term.safetyLevel.${level}`)}. `}</strong>}
        {[...(level === 'none' ? [] : [reason, lookAgain]), key, home.hazardNote].filter(Boolean).join(' ')}
      </Note>
      {stop === undefined ? null : (
        <Note tone="care">
          {say('resident.contactStop', {
            what: termOf(say, 'contactStopScope', stop.scope) ?? say('term.contactStopScope.about_this_notice'),
            since: stop.since && day(stop.since),
          })}
        </Note>
      )}
    </>
  )
}

/** The one that comes next; an eviction ahead stands above it in red. */
export function NextDeadline({ answer, speech }: { readonly answer: Answer; readonly speech: Speech }) {
  const { say, today, calendar } = speech
  const deadlines = answerDeadlines(answer, calendar)
  const eviction = evictionAhead(deadlines, today)
  const others = deadlines.filter((deadline) => deadline !== eviction)
  const next = nearest(others, today)
  if (next === undefined && eviction === undefined) return null
  return (
    <Section title={say('resident.nextDeadline')}>
      {eviction === undefined ? null : <Note tone="risk">{deadlineLine(eviction, speech)}</Note>}
      {next === undefined ? null : <DeadlineCard deadline={next} speech={speech} />}
    </Section>
  )
}

function DeadlineCard({ deadline, speech }: { readonly deadline: Deadline; readonly speech: Speech }) {
  const distance = deadlineDistance(deadline, speech)
  return (
    <Card>
      <p className="bf-text bf-strong">{deadlineTitle(deadline, speech)}</p>
      {deadlineTone(deadline, speech) === 'care' ? (
        <Note tone="care">{deadlineWhen(deadline, speech)}</Note>
      ) : (
        <p className="bf-small">
          {deadlineDate(deadline, speech)}
          {distance === undefined ? null : <span className="bf-subtle">{`\u00a0· ${distance}`}</span>}
        </p>
      )}
    </Card>
  )
}
