// A visit as it is read at the office: when and who, then the labelled log. Facts, judgement and own words have
// different labels; who has read it stands last.

import type { VisitView } from '#domain/case-view-visits.ts'
import { visitDay } from '#domain/case-view-visits.ts'
import { clock, weekdayDate } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { Facts } from '../parts/desk-bits.tsx'
import { ReceivedIcon } from '../parts/icons.ts'
import { VisitPhotos } from '../visit/answers/visit-photos.tsx'
import { GuideAnswers } from './guide-answers.tsx'
import { type LogContext, type LogLine, logOf, workersOf } from './log-lines.ts'
import { questionsOf } from './log-questions.ts'
import { useGuideOf } from './use-guide.ts'
import { whenWords } from './when.ts'

export function VisitLog({
  visit,
  context,
  isTitled = true,
}: {
  readonly visit: VisitView
  readonly context: LogContext
  readonly isTitled?: boolean
}) {
  const guideOf = useGuideOf()
  const lines = logOf(visit, context, guideOf && questionsOf(visit.contributions, guideOf))
  const finished = visit.contributions
    .flatMap((one) => one.finishedAt ?? [])
    .sort()
    .at(-1)
  return (
    <>
      <div className="visit-head">
        {isTitled ? <h2 className="h2">{visitTitle(visit, context)}</h2> : null}
        <span className="sub num">
          {finished === undefined ? (
            context.say('log.notFinished')
          ) : (
            <>
              <ReceivedIcon aria-hidden className="ic-s" /> {context.say('log.finished', { time: whenWords(context, finished) })}
            </>
          )}
        </span>
      </div>
      <p className="sub num">{visitSub(visit, context)}</p>
      {lines.length === 0 ? (
        <p className="sub gap-top">{context.say('log.nothing')}</p>
      ) : (
        <Facts className="log" facts={lines.map((line) => ({ key: line.key, label: line.label, value: <Lines line={line} /> }))} />
      )}
      {visit.contributions.map((one) => (
        <GuideAnswers key={one.id} contribution={one} context={context} />
      ))}
      <VisitPhotos rows={context.rows} visit={visit.id} today={context.today} isFolded />
    </>
  )
}

export function visitTitle(visit: VisitView, { say, language }: LogContext): string {
  const day = visitDay(visit)
  return day === undefined ? say('log.visitNoDay') : say('log.visit', { day: weekdayDate(language, day) })
}

/** «kl. 11.00–11.50 · Hjemme – besøket gjennomført · Marit og Jon» */
export function visitSub(visit: VisitView, context: LogContext): string {
  const { say } = context
  const from = visit.start && clock(visit.start)
  const time = from && (visit.end === undefined ? from : `${from}–${clock(visit.end)}`)
  const outcome = termOf(say, 'outcome', visit.outcome) ?? termOf(say, 'visitStatus', visit.status)
  return [time && say('desk.at', { time }), outcome, termOf(say, 'visitKind', visit.kind), workersOf(visit, context)]
    .filter(Boolean)
    .join(' · ')
}

function Lines({ line }: { readonly line: LogLine }) {
  if (line.isAgreed)
    return (
      <ul className="ticks">
        {line.texts.map((one) => (
          <li key={one.key}>
            <ReceivedIcon aria-hidden className="ic" />
            <span>{one.text}</span>
          </li>
        ))}
      </ul>
    )
  return (
    <>
      {line.texts.map((one) => (
        <p key={one.key} className="said">
          {one.question === undefined ? null : <span className="sub block">{one.question}</span>}
          {one.text}
          {one.sub === undefined ? null : <span className="sub block">{one.sub}</span>}
        </p>
      ))}
    </>
  )
}
