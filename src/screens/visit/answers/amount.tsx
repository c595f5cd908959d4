// An amount: kroner on the screen, øre in the answer. The typed words stay as they are typed, and every common way of
// writing an amount is understood.

import { useState } from 'react'
import { ShortText } from '../../parts/fields.tsx'
import { useSay } from '../../use-say.tsx'

interface AmountProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  readonly help?: string
  /** Øre. */
  readonly amount: number | undefined
  readonly onAmount: (ore: number | undefined) => void
}
export function Amount({ label, isLabelHidden = false, help, amount, onAmount }: AmountProps) {
  const say = useSay()
  const [typed, setTyped] = useState(() => (amount === undefined ? '' : kronerTyped(amount)))
  const [was, setWas] = useState(amount)
  // The answer was changed by somebody else than this field: passed by, or opened again.
  if (was !== amount) {
    setWas(amount)
    if (amount !== oreOf(typed)) setTyped(amount === undefined ? '' : kronerTyped(amount))
  }
  const isWrong = typed.trim() !== '' && oreOf(typed) === undefined
  return (
    <ShortText
      label={label}
      isLabelHidden={isLabelHidden}
      {...(help === undefined ? {} : { help })}
      value={typed}
      mode="decimal"
      onChange={(next) => {
        setTyped(next)
        onAmount(oreOf(next))
      }}
      {...(isWrong ? { error: say('visit.amountWrong') } : {})}
    />
  )
}

/** «18 400», «18.400», «18400,50», «kr 500,-» → øre; undefined when it is not an amount. */
export function oreOf(typed: string): number | undefined {
  const figures = typed
    .toLowerCase()
    .replace(/[\s\u00a0\u202f]/g, '')
    .replace(/^kr\.?|(,-|\.-)?(kr\.?|kroner)?$/g, '')
    .replace(/[.,](?=\d{3}(\D|$))/g, '')
  const match = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(figures)
  return match ? Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0')) : undefined
}
const kronerTyped = (ore: number): string => (ore % 100 === 0 ? String(ore / 100) : (ore / 100).toFixed(2).replace('.', ','))
