// «Hva skjedde?»: five acts. Two of them ask one thing more: the new time, or what the concern is about. After a no to
// contact a new time is the resident's own wish, and that is said first.

import { type ReactNode, useState } from 'react'
import { addDays } from '#domain/calendar.ts'
import type { CaseView } from '#domain/case-view.ts'
import { dateOf, type LocalDate, type LocalDateTime, localDateTime, timeOf } from '#domain/ids.ts'
import type { QuickNote } from '#domain/visit-quick.ts'
import { CONCERNS } from '#guides/concerns.ts'
import { clock, weekdayDate } from '#texts/format.ts'
import { Act, Acts } from '../parts/acts.tsx'
import { OutlineButton } from '../parts/button.tsx'
import { Note, Section } from '../parts/cards.tsx'
import { CalendarIcon, CareIcon, DoorIcon, DoorOpenIcon, TodayIcon } from '../parts/icons.ts'
import { WordButton } from '../parts/words.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { DayAndTime } from '../visit/answers/next-visit.tsx'

interface WhatHappenedProps {
  readonly view: CaseView
  readonly today: LocalDate
  readonly isContactStopped: boolean
  readonly onHappened: (note: QuickNote) => void
}
type Asking = 'newTime' | 'concern'
type AskProps = Omit<WhatHappenedProps, 'isContactStopped'> & { readonly back: ReactNode }

export function WhatHappened({ view, today, isContactStopped, onHappened }: WhatHappenedProps) {
  const say = useSay()
  const [asking, setAsking] = useState<Asking>()
  const [isAskedFor, setAskedFor] = useState(false)
  const back = <WordButton onPress={() => setAsking(undefined)}>{say('note.another')}</WordButton>
  if (asking === 'newTime' && isContactStopped && !isAskedFor) return <WhoseWish onAskedFor={() => setAskedFor(true)} back={back} />
  if (asking === 'newTime') return <NewTime view={view} today={today} isAskedFor={isAskedFor} onHappened={onHappened} back={back} />
  if (asking === 'concern') return <AboutWhat onHappened={onHappened} back={back} />
  const big = { 'aria-hidden': true, fontSize: '1.75rem' } as const
  return (
    <Section title={say('note.what')} aside={say('note.oneTap')}>
      <div className="bf-door">
        <Acts isTwo>
          <Act isStacked icon={<TodayIcon {...big} />} onPress={() => onHappened({ outcome: 'not_home' })}>
            {say('note.not_home')}
          </Act>
          <Act isStacked icon={<DoorIcon {...big} />} onPress={() => onHappened({ outcome: 'no_answer' })}>
            {say('note.no_answer')}
          </Act>
          <Act isStacked icon={<DoorOpenIcon {...big} />} onPress={() => onHappened({ outcome: 'home_at_door' })}>
            {say('note.home_at_door')}
          </Act>
          <Act isStacked icon={<CalendarIcon {...big} />} onPress={() => setAsking('newTime')}>
            {say('note.newTime')}
          </Act>
          <Act isStacked icon={<CareIcon {...big} />} onPress={() => setAsking('concern')}>
            {say('note.concern')}
          </Act>
        </Acts>
      </div>
    </Section>
  )
}

/** The app never says for the worker whose wish it was (DOMAIN.md 4.3). */
function WhoseWish({ onAskedFor, back }: { readonly onAskedFor: () => void; readonly back: ReactNode }) {
  const say = useSay()
  return (
    <Section title={say('note.newTime')} aside={back}>
      <Note tone="care">{say('book.refuse.contactStop')}</Note>
      <Acts>
        <Act onPress={onAskedFor}>{say('note.askedFor')}</Act>
      </Acts>
    </Section>
  )
}

const USUAL_TIME = '10:00'
function NewTime({ view, today, isAskedFor, onHappened, back }: AskProps & { readonly isAskedFor: boolean }) {
  const say = useSay()
  const language = useLanguage()
  const [isPicking, setPicking] = useState(false)
  const [picked, setPicked] = useState<LocalDateTime>()
  const planned = view.visits.find((visit) => visit.start && dateOf(visit.start) === today)?.start
  const time = planned ? timeOf(planned) : USUAL_TIME
  const at = (days: number) => localDateTime(`${addDays(today, days)}T${time}`)
  const words = (start: LocalDateTime) => say('visit.dayAt', { day: weekdayDate(language, dateOf(start)), time: clock(start) })
  const agree = (nextVisit: LocalDateTime) =>
    onHappened({ outcome: 'cancelled_by_resident', nextVisit, ...(isAskedFor ? { isAskedFor } : {}) })
  return (
    <Section title={say('note.when')} aside={back}>
      <Acts>
        <Act hint={words(at(1))} onPress={() => agree(at(1))}>
          {say('visit.tomorrow')}
        </Act>
        <Act hint={words(at(7))} onPress={() => agree(at(7))}>
          {say('visit.inAWeek')}
        </Act>
        {isPicking ? null : <Act onPress={() => setPicking(true)}>{say('visit.pickDateTime')}</Act>}
      </Acts>
      {isPicking ? <DayAndTime start={picked} usualTime={time} onStart={setPicked} /> : null}
      {picked ? <OutlineButton onPress={() => agree(picked)}>{say('note.agree', { when: words(picked) })}</OutlineButton> : null}
    </Section>
  )
}

function AboutWhat({ onHappened, back }: Pick<WhatHappenedProps, 'onHappened'> & { readonly back: ReactNode }) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Section title={say('note.aboutWhat')} aside={back}>
      <Acts>
        {CONCERNS.map(({ code, title }) => (
          <Act key={code} onPress={() => onHappened({ outcome: 'concern', concern: code })}>
            {title[language]}
          </Act>
        ))}
      </Acts>
    </Section>
  )
}
