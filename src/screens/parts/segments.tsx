// A few short answers side by side under the thing they are about: a radio group whose parts are 44 px high and wrap where
// the words are large. Pressing what is chosen takes it away.

import { useId } from 'react'
import './answers.css'

interface SegmentsProps {
  readonly label: string
  readonly help?: string
  readonly isLabelHidden?: boolean
  readonly options: readonly { readonly code: string; readonly text: string }[]
  readonly chosen: string | undefined
  readonly onChoose: (code: string | undefined) => void
}

export function Segments({ label, help, isLabelHidden = false, options, chosen, onChoose }: SegmentsProps) {
  const name = useId()
  return (
    <fieldset className="bf-segments">
      <legend className={isLabelHidden ? 'bf-segments__hidden' : 'bf-text bf-strong'}>
        {label}
        {help === undefined ? null : <span className="bf-segments__help">{help}</span>}
      </legend>
      <div className="bf-segments__row">
        {options.map(({ code, text }) => (
          <label key={code} className="bf-segment">
            <input
              type="radio"
              name={name}
              checked={code === chosen}
              onChange={() => onChoose(code)}
              onClick={() => (code === chosen ? onChoose(undefined) : undefined)}
            />
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
