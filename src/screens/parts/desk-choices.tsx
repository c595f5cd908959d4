// One of a few at the desk: Aksel's radio, small, in the order given, nothing chosen until somebody chooses.

import { Radio, RadioGroup } from '@navikt/ds-react/Radio'

export interface ChoiceListProps {
  readonly legend: string
  readonly options: readonly { readonly code: string; readonly text: string; readonly hint?: string }[]
  readonly chosen: string | undefined
  readonly onChoose: (code: string) => void
}

export function ChoiceList({ legend, options, chosen, onChoose }: ChoiceListProps) {
  return (
    <RadioGroup legend={legend} size="small" value={chosen ?? null} onChange={(code: string) => onChoose(code)}>
      {options.map((option) => (
        <Radio key={option.code} value={option.code} {...(option.hint === undefined ? {} : { description: option.hint })}>
          {option.text}
        </Radio>
      ))}
    </RadioGroup>
  )
}
