// Right at the resident: what needs doing, the next visit, what needs a look, safety, and who has read the open visit.

import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import type { VisitView } from '#domain/case-view-visits.ts'
import { dateOf } from '#domain/ids.ts'
import { clock, dateOfInstant, longDate, shortDate } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { answerDeadlines, calendarOf, deadlineLine, evictionAhead } from '../deadline-words.ts'
import { LookNote, RiskNote, Sec } from '../parts/desk-bits.tsx'
import { ReadIcon } from '../parts/icons.ts'
import { useDesk } from './desk-state.tsx'
import { type LogContext, workersOf } from './log-lines.ts'
import { Todo } from './resident-todo.tsx'
import { SafetyReview } from './safety-review.tsx'
import { readersOf } from './visit-reader.tsx'
import { whenWords } from './when.ts'
import { WhoFollowsUp } from './who-follows-up.tsx'

export interface WorkProps {
  readonly view: CaseView
  readonly answer: Answer
  readonly open: VisitView | undefined
  readonly context: LogContext
}

export function Work({ view, answer, open, context }: WorkProps) {
  const { say } = context
  return (
    <>
      <Todo view={view} answer={answer} context={context} />
      <NextVisit view={view} context={context} />
      <WhoFollowsUp view={view} access={answer.access} context={context} />
      <Look view={view} answer={answer} context={context} />
      <Safety view={view} answer={answer} context={context} />
      {open === undefined ? null : (
        <Sec title={say('office.whoRead')}>
          <WhoRead open={open} context={context} />
        </Sec>
      )}
    </>
  )
}

function NextVisit({ view, context }: Pick<WorkProps, 'view' | 'context'>) {
  const { say, language, today } = context
  const running = view.visits.filter((visit) => visit.status === 'in_progress')
  const next = view.visits.filter((visit) => visit.status === 'planned' && visit.start !== undefined && dateOf(visit.start) >= today).at(-1)
  return (
    <Sec title={say('office.next')}>
      {running.map((visit) => (
        <UnderWay key={visit.id} visit={visit} context={context} />
      ))}
      {next?.start === undefined ? (
        running.length > 0 ? null : (
          <p className="gone">{say('office.nextNone')}</p>
        )
      ) : (
        <>
          <p className="num">
            <b>{say('desk.dayAt', { day: shortDate(language, dateOf(next.start)), time: clock(next.start) })}</b>
          </p>
          <p className="sub">{[workersOf(next, context), view.plan?.frequency.text].filter(Boolean).join('. ')}</p>
        </>
      )}
    </Sec>
  )
}

/** Begun and not finished: today it is going on; from another day somebody has yet to write it. */
function UnderWay({ visit, context }: { readonly visit: VisitView; readonly context: LogContext }) {
  const { say, today } = context
  const isToday = visit.started === undefined || dateOfInstant(visit.started) === today
  const when = visit.started === undefined ? '' : whenWords(context, visit.started)
  return (
    <div className="gap-after">
      <p>
        <b>{say(isToday ? 'office.underWay' : 'office.notFinished')}</b>
      </p>
      <p className="sub num">
        {[when === '' ? '' : say('office.begun', { time: when }), workersOf(visit, context)].filter(Boolean).join(' · ')}
      </p>
    </div>
  )
}

function Look({ view, answer, context }: Omit<WorkProps, 'open'>) {
  const { say } = context
  const condition = view.plan?.statedCondition
  const isBare = condition !== undefined && condition.legalBasis === undefined
  const isStopped = view.resident.contactStop !== undefined
  const speech = { ...context, calendar: calendarOf(answer.office) }
  const eviction = evictionAhead(answerDeadlines(answer, speech.calendar), answer.today)
  if (!isBare && !isStopped && eviction === undefined) return null
  return (
    <Sec title={say('office.look')}>
      <div className="stack">
        {eviction === undefined ? null : <RiskNote>{deadlineLine(eviction, speech)}</RiskNote>}
        {isStopped ? (
          <LookNote>
            <p>{say('office.contactStop')}</p>
          </LookNote>
        ) : null}
        {isBare ? (
          <LookNote>
            <details className="condition">
              <summary>
                {say('office.noBasis')} <u>{say('office.readCondition')}</u>
              </summary>
              <p className="gap">{say('desk.quote', { text: condition.text })}</p>
              {condition.setBy === undefined ? null : <p className="sub">{condition.setBy}</p>}
            </details>
          </LookNote>
        ) : null}
      </div>
    </Sec>
  )
}

function Safety({ view, answer, context: { say, language } }: Omit<WorkProps, 'open'>) {
  const { level, reason, reviewBy } = view.resident.safety
  const words = [termOf(say, 'safetyLevel', level), reason, reviewBy && say('office.safetyReview', { day: longDate(language, reviewBy) })]
  return (
    <Sec title={say('office.safety')}>
      {level === 'none' ? <p className="gone">{say('office.safetyNone')}</p> : <p>{sentences(words)}</p>}
      <SafetyReview view={view} answer={answer} />
    </Sec>
  )
}

/** Each with one full stop, also those that came with one. */
const sentences = (words: readonly (string | undefined)[]): string =>
  words.flatMap((word) => (word ? `${word.replace(/\.\s*$/, '')}.` : [])).join(' ')

function WhoRead({ open, context }: { readonly open: VisitView; readonly context: LogContext }) {
  const { me } = useDesk()
  const readers = readersOf(open, context, me)
  if (readers.length === 0) return <p className="gone">{context.say('office.whoReadNone')}</p>
  return (
    <ul className="list seen">
      {readers.map((reader) => (
        <li key={reader}>
          <ReadIcon aria-hidden className="ic" />
          <span>{reader}</span>
        </li>
      ))}
    </ul>
  )
}
