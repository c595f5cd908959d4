// «Skal vi avtale neste besøk nå?»: same time in a week, another day and time, or the resident gets in touch.

import { useState } from 'react'
import { addDays } from '#domain/calendar.ts'
import { dateOf, isLocalDateTime, type LocalDateTime, localDateTime, timeOf } from '#domain/ids.ts'
import { clock, weekdayDate } from '#texts/format.ts'
import { ShortText } from '../../parts/fields.tsx'
import { OneTile } from '../../parts/tiles.tsx'
import { useLanguage, useSay } from '../../use-say.tsx'
import type { Asked } from './asked.ts'

const USUAL_TIME = '10:00'
type Choice = 'week' | 'pick' | 'calls'

export function NextVisit({ question, value, onValue, around }: Asked) {
  const say = useSay()
  const language = useLanguage()
  const time = around.usualStart ? timeOf(around.usualStart) : USUAL_TIME
  const week = localDateTime(`${addDays(around.today, 7)}T${time}`)
  const next = value?.is === 'nextVisit' ? value : undefined
  const chosen: Choice | undefined = !next ? undefined : next.residentCalls ? 'calls' : next.start === week ? 'week' : 'pick'
  const choose = (code: string) => {
    if (code === 'week') onValue({ is: 'nextVisit', start: week }, 'now')
    else onValue(code === 'calls' ? { is: 'nextVisit', residentCalls: true } : { is: 'nextVisit' }, 'now')
  }
  return (
    <div className="bf-group bf-group--wide">
      <OneTile
        question={question}
        isQuestionHidden
        chosen={chosen}
        onChoose={choose}
        options={[
          {
            code: 'week',
            text: say('visit.inAWeekSameTime'),
            hint: say('visit.dayAt', { day: weekdayDate(language, dateOf(week)), time: clock(week) }),
          },
          { code: 'pick', text: say('visit.pickDateTime') },
          { code: 'calls', text: say('visit.residentCalls', { name: around.residentName }) },
        ]}
      />
      {chosen === 'pick' ? (
        <DayAndTime
          start={next?.start}
          usualTime={time}
          onStart={(start) => onValue({ is: 'nextVisit', ...(start ? { start } : {}) }, 'now')}
        />
      ) : null}
    </div>
  )
}

interface DayAndTimeProps {
  readonly start: LocalDateTime | undefined
  readonly usualTime: string
  readonly onStart: (start: LocalDateTime | undefined) => void
}
export function DayAndTime({ start, usualTime, onStart }: DayAndTimeProps) {
  const say = useSay()
  const [day, setDay] = useState<string>(start ? dateOf(start) : '')
  const [time, setTime] = useState(start ? timeOf(start) : usualTime)
  const tell = (typedDay: string, typedTime: string) => {
    const typed = `${typedDay}T${typedTime}`
    onStart(isLocalDateTime(typed) ? typed : undefined)
  }
  return (
    <div className="bf-when">
      <ShortText
        label={say('visit.date')}
        kind="date"
        value={day}
        onChange={(typed) => {
          setDay(typed)
          tell(typed, time)
        }}
      />
      <ShortText
        label={say('visit.time')}
        kind="time"
        value={time}
        onChange={(typed) => {
          setTime(typed)
          tell(day, typed)
        }}
      />
    </div>
  )
}
