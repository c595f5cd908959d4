// Answers one writes: words, a number, an amount, a date.

import { useState } from 'react'
import { addDays, addMonths } from '#domain/calendar.ts'
import { isLocalDate, type LocalDate } from '#domain/ids.ts'
import { longDate, weekdayDate } from '#texts/format.ts'
import { Note } from '../../parts/cards.tsx'
import { LongText, ShortText } from '../../parts/fields.tsx'
import { Chips, Stepper } from '../../parts/visit-parts.tsx'
import { useLanguage, useSay } from '../../use-say.tsx'
import { Amount } from './amount.tsx'
import type { Asked } from './asked.ts'

export function TextAnswer({ question, value, onValue }: Asked) {
  return (
    <LongText
      label={question}
      isLabelHidden
      rows={4}
      value={value?.is === 'text' ? value.text : ''}
      onChange={(text) => onValue(text === '' ? undefined : { is: 'text', text }, 'soon')}
    />
  )
}

export function NumberAnswer({ question, value, onValue }: Asked) {
  const say = useSay()
  return (
    <Stepper
      label={question}
      less={say('visit.less')}
      more={say('visit.more')}
      value={value?.is === 'number' ? value.number : undefined}
      onChange={(number) => onValue(number === undefined ? undefined : { is: 'number', number }, 'now')}
    />
  )
}

export function MoneyAnswer({ question, value, onValue }: Asked) {
  const say = useSay()
  return (
    <div className="bf-group">
      {/* The field's own label is only heard, and its help with it; the unit must be seen as well. */}
      <span className="bf-meta" aria-hidden>
        {say('visit.inKroner')}
      </span>
      <Amount
        label={`${question} ${say('visit.inKroner')}`}
        isLabelHidden
        amount={value?.is === 'number' ? value.number : undefined}
        onAmount={(number) => onValue(number === undefined ? undefined : { is: 'number', number }, 'soon')}
      />
    </div>
  )
}

export function DateAnswer(asked: Asked) {
  const { screen, question, value, onValue, around } = asked
  if (screen.step.monthsAhead !== undefined) return <DateAhead {...asked} />
  return (
    <QuickDate
      label={question}
      isLabelHidden
      today={around.today}
      date={value?.is === 'text' && isLocalDate(value.text) ? value.text : undefined}
      onDate={(date) => onValue(date && { is: 'text', text: date }, 'now')}
    />
  )
}

/** How long something shall last: three, six or twelve months, or a day of one's own. A day that cannot be says why. */
function DateAhead({ screen, question, value, onValue, around }: Asked) {
  const say = useSay()
  const language = useLanguage()
  const date = value?.is === 'text' && isLocalDate(value.text) ? value.text : undefined
  const most = screen.step.monthsAhead ?? 12
  const after = (months: number) => addMonths(around.today, months)
  const months = [3, 6, 12].filter((n) => n <= most)
  const known = date && (months.find((n) => after(n) === date)?.toString() ?? 'pick')
  const [isPicking, setPicking] = useState(false)
  const chosen = isPicking ? 'pick' : known
  const set = (next: LocalDate | undefined) => onValue(next && { is: 'text', text: next }, 'now')
  const choose = (code: string | undefined) => {
    setPicking(code === 'pick')
    if (code !== 'pick') set(code === undefined ? undefined : after(Number(code)))
  }
  const isPossible = date === undefined || (date > around.today && date <= after(most))
  return (
    <div className="bf-group">
      <Chips
        label={question}
        isLabelHidden
        chosen={chosen}
        onChoose={choose}
        options={[
          ...months.map((n) => ({ code: String(n), text: say('progress.months', { n }) })),
          { code: 'pick', text: say('visit.pickDate') },
        ]}
      />
      {chosen === 'pick' ? <PickDate date={date} onDate={set} /> : null}
      {date === undefined ? null : <p className="bf-meta">{say('progress.until', { date: longDate(language, date) })}</p>}
      {isPossible ? null : <Note tone="care">{say('progress.dateImpossible', { date: longDate(language, after(most)), n: most })}</Note>}
    </div>
  )
}

interface QuickDateProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly today: LocalDate
  readonly date: LocalDate | undefined
  readonly onDate: (date: LocalDate | undefined) => void
}
/** «I morgen», «Om en uke», «Velg dato»: the phone's own calendar only when it is needed (UX.md 1.4). */
export function QuickDate({ label, isLabelHidden = false, today, date, onDate }: QuickDateProps) {
  const say = useSay()
  const language = useLanguage()
  const quick = { tomorrow: addDays(today, 1), week: addDays(today, 7) }
  const [isPicking, setPicking] = useState(false)
  const known = date === quick.tomorrow ? 'tomorrow' : date === quick.week ? 'week' : date ? 'pick' : undefined
  const chosen = isPicking ? 'pick' : known
  const choose = (code: 'tomorrow' | 'week' | 'pick' | undefined) => {
    setPicking(code === 'pick')
    if (code !== 'pick') onDate(code && quick[code])
  }
  return (
    <div className="bf-group">
      <Chips
        label={label}
        isLabelHidden={isLabelHidden}
        chosen={chosen}
        onChoose={choose}
        options={[
          { code: 'tomorrow', text: say('visit.tomorrow') },
          { code: 'week', text: say('visit.inAWeek') },
          { code: 'pick', text: say('visit.pickDate') },
        ]}
      />
      {chosen === 'pick' ? <PickDate date={date} onDate={onDate} /> : null}
      {date === undefined ? null : <p className="bf-meta">{weekdayDate(language, date)}</p>}
    </div>
  )
}

interface PickDateProps {
  readonly label?: string
  readonly date: LocalDate | undefined
  readonly onDate: (date: LocalDate | undefined) => void
}
export function PickDate({ label, date, onDate }: PickDateProps) {
  const say = useSay()
  return (
    <ShortText
      label={label ?? say('visit.date')}
      kind="date"
      value={date ?? ''}
      onChange={(typed) => onDate(isLocalDate(typed) ? typed : undefined)}
    />
  )
}
