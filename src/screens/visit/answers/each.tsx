// A checklist: each thing with its few answers under it, so that it can be read aloud and tapped one by one. Tapping what
// is chosen takes it away; what is not tapped is not asked.

import { useState } from 'react'
import type { Value } from '#domain/answers.ts'
import { Segments } from '../../parts/segments.tsx'
import { WordButton } from '../../parts/words.tsx'
import { useSay } from '../../use-say.tsx'
import type { Asked } from './asked.ts'

type Each = Extract<Value, { readonly is: 'each' }>['each']

export function EachAnswer({ screen, value, onValue, around }: Asked) {
  const each: Each = value?.is === 'each' ? value.each : {}
  const { items = [], options = [] } = screen.step
  const put = (next: Each) => onValue(Object.keys(next).length === 0 ? undefined : { is: 'each', each: next }, 'now')
  const set = (item: string, code: string | undefined) => {
    const { [item]: _before, ...others } = each
    put(code === undefined ? others : { ...others, [item]: code })
  }
  const words = options.map(({ code, text }) => ({ code, text: around.read(text) }))
  return (
    <div className="bf-card bf-each">
      <AllAtOnce screen={screen} each={each} onEach={put} read={around.read} />
      {items.map(({ code, text, hint }) => (
        <Segments
          key={code}
          label={around.read(text)}
          {...(hint ? { help: around.read(hint) } : {})}
          options={words}
          chosen={each[code]}
          onChoose={(chosen) => set(code, chosen)}
        />
      ))}
    </div>
  )
}

interface AllProps extends Pick<Asked, 'screen'> {
  readonly each: Each
  readonly onEach: (each: Each) => void
  readonly read: Asked['around']['read']
}
/** «Alt er vist» answers what is not answered yet, and never changes what is; taken back while nothing else is touched. */
function AllAtOnce({ screen: { step }, each, onEach, read }: AllProps) {
  const say = useSay()
  const [told, setTold] = useState<{ readonly before: Each; readonly after: Each }>()
  const { allAtOnce: all, items = [] } = step
  if (all === undefined) return null
  const isOpen = items.some(({ code }) => each[code] === undefined)
  const isJustTold = told !== undefined && items.every(({ code }) => told.after[code] === each[code])
  const tell = () => {
    const after = { ...Object.fromEntries(items.map(({ code }) => [code, all.code])), ...each }
    setTold({ before: each, after })
    onEach(after)
  }
  const [press, word] = isOpen ? [tell, read(all.text)] : [() => onEach(told?.before ?? {}), say('shell.undo')]
  return isOpen || isJustTold ? (
    <div className="bf-row">
      <WordButton onPress={press}>{word}</WordButton>
    </div>
  ) : null
}
