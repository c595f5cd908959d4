// I dag: the visit that is running, then next, then done; and the days after. A list one can trust without net.

import type { Answer } from '#device/casebook.ts'
import { addDays } from '#domain/calendar.ts'
import type { LocalDate } from '#domain/ids.ts'
import { capital, weekdayDate, weekNumber } from '#texts/format.ts'
import { calendarOf, type Speech } from '../deadline-words.ts'
import { Loading } from '../loading.tsx'
import { Empty, List, Section } from '../parts/cards.tsx'
import { OfflineStrip, Screen } from '../parts/shell.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { peopleOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer, useSession } from '../use-session.tsx'
import { ContinueCard } from './continue-card.tsx'
import { dayPlan, type Stop } from './day-plan.ts'
import { type CardGiven, DoneCard, VisitCard, VisitRow } from './visit-card.tsx'

export function Today() {
  const answer = useAnswer({ ask: 'today' })
  const say = useSay()
  const language = useLanguage()
  if (answer === undefined) return <Loading />
  const { today } = answer
  return (
    <Screen
      header={{ title: say('today.title'), sub: say('today.sub', { date: weekdayDate(language, today), week: weekNumber(today) }) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
    >
      <Day answer={answer} speech={{ say, language, today, calendar: calendarOf(answer.office) }} />
    </Screen>
  )
}

function Day({ answer, speech }: { readonly answer: Answer; readonly speech: Speech }) {
  const { isDemo, casebook } = useSession()
  const { me } = casebook
  const { say, language, today } = speech
  const plan = dayPlan({ ...answer, me })
  const people = peopleOf(answer.office)
  const given: CardGiven = { speech, saved: { states: answer.states, me, people, language, today } }
  const isEmpty = plan.next.length === 0 && plan.running === undefined
  const later = plan.later.map((day) => <LaterDay key={day.on} on={day.on} stops={day.stops} given={given} isQuiet={!isEmpty} />)
  return (
    <>
      {plan.running === undefined ? null : <ContinueCard running={plan.running} people={people} me={me} />}
      {isEmpty ? <NoVisits hasDone={plan.done.length > 0} hasLater={plan.later.length > 0} /> : null}
      <Stops
        title={say('today.next')}
        stops={plan.next}
        given={given}
        {...(isDemo && plan.running === undefined && plan.done.length === 0 ? { tip: say('today.tapCard') } : {})}
      />
      <Stops title={say('today.unwritten')} stops={plan.unwritten} given={given} />
      {isEmpty ? later : null}
      {plan.done.length === 0 ? null : (
        <Section title={say('today.done')} isQuiet>
          {plan.done.map((stop) => (
            <DoneCard key={stop.visit.id} stop={stop} given={given} />
          ))}
        </Section>
      )}
      {isEmpty ? null : later}
    </>
  )
}

interface StopsProps {
  readonly title: string
  readonly stops: readonly Stop[]
  readonly given: CardGiven
  /** To somebody who tries the demo and has not begun: what to do first (UX.md 5). */
  readonly tip?: string
}
function Stops({ title, stops, given, tip }: StopsProps) {
  if (stops.length === 0) return null
  return (
    <Section title={title}>
      {tip === undefined ? null : <p className="bf-bubble">{tip}</p>}
      <div className="bf-group bf-group--wide">
        {stops.map((stop) => (
          <VisitCard key={stop.visit.id} stop={stop} given={given} />
        ))}
      </div>
    </Section>
  )
}

interface Later {
  readonly on: LocalDate
  readonly stops: readonly Stop[]
  readonly given: CardGiven
  readonly isQuiet: boolean
}

/** A day ahead is a list, not cards: what is pressing is said when its day has come. */
function LaterDay({ on, stops, given, isQuiet }: Later) {
  return (
    <Section title={dayName(on, given.speech)} isQuiet={isQuiet}>
      <List>
        {stops.map((stop) => (
          <VisitRow key={stop.visit.id} stop={stop} given={given} />
        ))}
      </List>
    </Section>
  )
}

function NoVisits({ hasDone, hasLater }: { readonly hasDone: boolean; readonly hasLater: boolean }) {
  const say = useSay()
  return (
    <Empty action={hasLater ? undefined : <WordLink to={paths.residents}>{say('today.seeResidents')}</WordLink>}>
      {say(hasDone ? 'today.noneLeft' : hasLater ? 'today.none' : 'today.noneAtAll')}
    </Empty>
  )
}

const dayName = (on: LocalDate, { say, language, today }: Speech): string =>
  on === addDays(today, 1) ? say('today.tomorrow') : capital(weekdayDate(language, on))
