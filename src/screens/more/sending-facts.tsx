// The two facts of Sending og lagring, and the drafts: how much waits here and since when; when the office last answered;
// and what is half written and on this phone only.

import type { Answer } from '#device/casebook.ts'
import { type Instant, isLocalDate, type LocalDate } from '#domain/ids.ts'
import { clockOf, dateOfInstant, weekdayDate } from '#texts/format.ts'
import { List, ListRow } from '../parts/cards.tsx'
import { DraftIcon, SavedIcon, SentIcon } from '../parts/icons.ts'
import { dotted } from '../today/visit-card.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { oldestOf, recordsIn } from './sending-rows.ts'

export function SendingFacts({ answer }: { readonly answer: Answer }) {
  const say = useSay()
  const { draftsWaiting } = answer.sending
  return (
    <List>
      <Waits answer={answer} />
      {draftsWaiting === 0 ? null : (
        <ListRow
          lead={<DraftIcon aria-hidden fontSize="1.75rem" />}
          title={<strong className="bf-strong">{say('sending.drafts', { n: draftsWaiting })}</strong>}
          sub={say('sending.draftsHelp')}
        />
      )}
      <Updated answer={answer} />
    </List>
  )
}

function Waits({ answer: { sending, today } }: { readonly answer: Answer }) {
  const say = useSay()
  const whenWords = useWhen(today)
  const n = recordsIn(sending.waiting)
  const oldest = oldestOf(sending.waiting)
  const onItsWay = sending.isOnline && sending.refused === undefined
  return (
    <ListRow
      lead={<SentIcon aria-hidden fontSize="1.75rem" />}
      title={
        <strong className="bf-strong">
          {n === 0 ? say('sending.nothingWaits') : say(onItsWay ? 'sending.waitingOnline' : 'sending.waiting', { n })}
        </strong>
      }
      sub={dotted(
        oldest === undefined ? undefined : say('sending.oldest', { when: whenWords(oldest) }),
        say(n === 0 ? 'sending.nothingWaitsHelp' : sending.isSyncing ? 'sending.now' : 'sending.byItself'),
      )}
    />
  )
}

function Updated({ answer: { sending, today } }: { readonly answer: Answer }) {
  const say = useSay()
  const language = useLanguage()
  const { updatedAt } = sending
  const on = updatedAt && dateOfInstant(updatedAt)
  const date = isLocalDate(on) ? weekdayDate(language, on) : ''
  const title =
    updatedAt === undefined
      ? say('sending.never')
      : on === today
        ? say('sending.updated', { time: clockOf(updatedAt) })
        : say('sending.updatedOn', { date, time: clockOf(updatedAt) })
  return (
    <ListRow
      lead={<SavedIcon aria-hidden fontSize="1.75rem" />}
      title={<strong className="bf-strong">{title}</strong>}
      sub={on === today ? say('sending.today', { date }) : undefined}
    />
  )
}

/** «kl. 09.58», or with the day before it when it was another day. */
function useWhen(today: LocalDate): (at: Instant) => string {
  const say = useSay()
  const language = useLanguage()
  return (at) => {
    const day = dateOfInstant(at)
    const time = clockOf(at)
    return day === today || !isLocalDate(day) ? say('desk.at', { time }) : say('desk.dayAt', { day: weekdayDate(language, day), time })
  }
}
