// A day of the month: the usual ones at a tap, any other by its number.

import { useState } from 'react'
import { Note } from '../../parts/cards.tsx'
import { ShortText } from '../../parts/fields.tsx'
import { Chips } from '../../parts/visit-parts.tsx'
import { useSay } from '../../use-say.tsx'
import type { Asked } from './asked.ts'

const USUAL = ['1', '5', '10', '12', '15', '20', '22', '25'] as const
/** From here on some month is too short. */
const LATE = 29
const LAST = 31

export function DayAnswer({ question, value, onValue }: Asked) {
  const say = useSay()
  const day = value?.is === 'number' ? value.number : undefined
  const usual = USUAL.find((one) => Number(one) === day)
  const [typed, setTyped] = useState(day === undefined || usual ? '' : String(day))
  const set = (next: number | undefined) => onValue(next === undefined ? undefined : { is: 'number', number: next }, 'now')
  const isWrong = typed !== '' && dayOf(typed) === undefined
  return (
    <div className="bf-group bf-group--wide">
      <Chips
        label={question}
        isLabelHidden
        options={USUAL.map((code) => ({ code, text: `${code}.` }))}
        chosen={usual}
        onChoose={(code) => {
          setTyped('')
          set(code === undefined ? undefined : Number(code))
        }}
      />
      <div className="bf-short">
        <ShortText
          label={say('answer.whichDay')}
          mode="numeric"
          value={dayOf(typed) === day ? typed : ''}
          onChange={(next) => {
            const digits = next.replace(/\D/g, '').slice(0, 2)
            setTyped(digits)
            set(dayOf(digits))
          }}
          {...(isWrong ? { error: say('answer.dayWrong') } : {})}
        />
      </div>
      {day !== undefined && day >= LATE ? <Note tone="calm">{say('answer.dayLast')}</Note> : null}
    </div>
  )
}

const dayOf = (typed: string): number | undefined => (Number(typed) >= 1 && Number(typed) <= LAST ? Number(typed) : undefined)
