// Answers one taps: yes and no, one of several, several, a scale. A tap never moves on by itself.

import { useState } from 'react'
import type { Option, Step } from '#domain/guide.ts'
import { codesIn } from '#domain/visit-answers.ts'
import { ManyTiles, OneTile, type TileOption } from '../../parts/tiles.tsx'
import { WordButton } from '../../parts/words.tsx'
import { useSay } from '../../use-say.tsx'
import type { Asked } from './asked.ts'

/** So many answers fit on a phone before the two skip words; the rest come at a tap. */
const MANY = 9
const FIRST = 8

export function OneAnswer({ screen, question, value, onValue, around }: Asked) {
  const say = useSay()
  const options = useOptions(screen.step, around.read)
  const chosen = chosenIn({ value })[0]
  const isAmongRest = options.findIndex((option) => option.code === chosen) >= FIRST
  const [isOpened, setOpened] = useState(false)
  const isCut = options.length > MANY && !isOpened && !isAmongRest
  return (
    <div className="bf-group">
      <OneTile
        question={question}
        isQuestionHidden
        options={isCut ? options.slice(0, FIRST) : options}
        chosen={chosen}
        onChoose={(code) => onValue({ is: 'code', code }, 'now')}
      />
      {isCut ? <WordButton onPress={() => setOpened(true)}>{say('visit.moreAnswers', { n: options.length - FIRST })}</WordButton> : null}
    </div>
  )
}

export function ManyAnswers({ screen, question, value, onValue, around }: Asked) {
  const options = useOptions(screen.step, around.read)
  return (
    <ManyTiles
      question={question}
      isQuestionHidden
      options={options}
      chosen={chosenIn({ value })}
      onChoose={(codes) => onValue(codes.length === 0 ? undefined : { is: 'codes', codes }, 'now')}
    />
  )
}

/** Best at the top, as the stairs of the goals. */
export function ScaleAnswer({ screen, question, value, onValue, around }: Asked) {
  const options = useOptions(screen.step, around.read)
  return (
    <OneTile
      question={question}
      isQuestionHidden
      options={options}
      chosen={chosenIn({ value })[0]}
      onChoose={(code) => onValue({ is: 'number', number: Number(code) }, 'now')}
    />
  )
}

const chosenIn = ({ value }: Pick<Asked, 'value'>): readonly string[] => codesIn(value && { kind: 'given', value })

function useOptions(step: Step, read: Asked['around']['read']): readonly TileOption[] {
  const say = useSay()
  if (step.options) return step.options.map((option) => tile(option, read))
  switch (step.type) {
    case 'yesno':
      return [
        { code: 'yes', text: say('visit.yes') },
        { code: 'no', text: say('visit.no') },
      ]
    case 'yesnounsure':
      return [
        { code: 'yes', text: say('visit.yes') },
        { code: 'no', text: say('visit.no') },
        { code: 'unsure', text: say('visit.unsure') },
      ]
    case 'scale5':
      return LEVELS.map((level) => ({ code: String(level), text: say(`term.areaLevel.${level}`) }))
    default:
      return []
  }
}

export const LEVELS = [4, 3, 2, 1, 0] as const

const tile = ({ code, text, hint }: Option, read: Asked['around']['read']): TileOption => ({
  code,
  text: read(text),
  ...(hint ? { hint: read(hint) } : {}),
})
