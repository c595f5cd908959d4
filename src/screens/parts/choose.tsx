// One of many, from the platform's own list: where tiles would be longer than a screen.

import { Select } from '@navikt/ds-react/Select'

interface ChooseProps {
  readonly label: string
  readonly help?: string
  /** The words of «nothing chosen». */
  readonly none: string
  readonly options: readonly { readonly code: string; readonly text: string }[]
  readonly chosen: string
  readonly onChoose: (code: string) => void
  readonly error?: string
}

export function Choose({ label, help, none, options, chosen, onChoose, error }: ChooseProps) {
  return (
    <Select
      label={label}
      description={help}
      value={chosen}
      error={error}
      autoComplete="off"
      onChange={(event) => onChoose(event.target.value)}
    >
      <option value="">{none}</option>
      {options.map(({ code, text }) => (
        <option key={code} value={code}>
          {text}
        </option>
      ))}
    </Select>
  )
}
