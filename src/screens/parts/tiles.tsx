// Answers as full-width tiles: Aksel's radio and checkbox, the whole tile is the target (look book 3, «Tile»).

import { Checkbox, CheckboxGroup } from '@navikt/ds-react/Checkbox'
import { Radio, RadioGroup } from '@navikt/ds-react/Radio'
import type { ReactNode } from 'react'

export interface TileOption {
  readonly code: string
  readonly text: ReactNode
  readonly hint?: string
}

export interface TilesProps {
  /** The question: the legend, 22 px. */
  readonly question: string
  readonly help?: string
  readonly options: readonly TileOption[]
  /** Two columns where every label is short. */
  readonly isTwoColumns?: boolean
  /** Hide the question when the screen's own heading already says it. */
  readonly isQuestionHidden?: boolean
}

export function OneTile({
  question,
  help,
  options,
  isTwoColumns = false,
  isQuestionHidden = false,
  chosen,
  onChoose,
}: TilesProps & { readonly chosen: string | undefined; readonly onChoose: (code: string) => void }) {
  return (
    <div className={isTwoColumns ? 'bf-tiles bf-tiles--two' : 'bf-tiles'}>
      <RadioGroup
        legend={question}
        description={help}
        hideLegend={isQuestionHidden}
        value={chosen ?? null}
        onChange={(code: string) => onChoose(code)}
      >
        {options.map((option) => (
          <Radio key={option.code} value={option.code}>
            <Label option={option} />
          </Radio>
        ))}
      </RadioGroup>
    </div>
  )
}

export function ManyTiles({
  question,
  help,
  options,
  isTwoColumns = false,
  isQuestionHidden = false,
  chosen,
  onChoose,
}: TilesProps & { readonly chosen: readonly string[]; readonly onChoose: (codes: readonly string[]) => void }) {
  return (
    <div className={isTwoColumns ? 'bf-tiles bf-tiles--two' : 'bf-tiles'}>
      <CheckboxGroup
        legend={question}
        description={help}
        hideLegend={isQuestionHidden}
        value={[...chosen]}
        onChange={(codes: string[]) => onChoose(codes)}
      >
        {options.map((option) => (
          <Checkbox key={option.code} value={option.code}>
            <Label option={option} />
          </Checkbox>
        ))}
      </CheckboxGroup>
    </div>
  )
}

function Label({ option }: { readonly option: TileOption }) {
  return (
    <>
      {option.text}
      {option.hint === undefined ? null : <span className="bf-tiles__hint">{option.hint}</span>}
    </>
  )
}
