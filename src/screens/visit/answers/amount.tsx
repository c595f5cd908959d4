// An amount: kroner on the screen, øre in the answer. The typed words stay as they are typed, and every common way of
// writing an amount is understood.

import { useState } from 'react'
import { oreFrom, oreTyped } from '#domain/money.ts'
import { ShortText } from '../../parts/fields.tsx'
import { useSay } from '../../use-say.tsx'

interface AmountProps {
  readonly label: string
  readonly isLabelHidden?: boolean
  /** Øre. */
  readonly amount: number | undefined
  readonly onAmount: (ore: number | undefined) => void
}
export function Amount({ label, isLabelHidden = false, amount, onAmount }: AmountProps) {
  const say = useSay()
  const [typed, setTyped] = useState(() => oreTyped(amount))
  const [was, setWas] = useState(amount)
  // The answer was changed by somebody else than this field: passed by, or opened again.
  if (was !== amount) {
    setWas(amount)
    if (amount !== oreFrom(typed)) setTyped(oreTyped(amount))
  }
  const isWrong = typed.trim() !== '' && oreFrom(typed) === undefined
  return (
    <ShortText
      label={label}
      isLabelHidden={isLabelHidden}
      value={typed}
      mode="decimal"
      onChange={(next) => {
        setTyped(next)
        onAmount(oreFrom(next))
      }}
      {...(isWrong ? { error: say('visit.amountWrong') } : {})}
    />
  )
}
