// A checklist: each thing with its few answers under it, so that it can be read aloud and tapped one by one. Tapping what
// is chosen takes it away; what is not tapped is not asked.

import type { Value } from '#domain/answers.ts'
import { Segments } from '../../parts/segments.tsx'
import type { Asked } from './asked.ts'

type Each = Extract<Value, { readonly is: 'each' }>['each']

export function EachAnswer({ screen, value, onValue, around }: Asked) {
  const each: Each = value?.is === 'each' ? value.each : {}
  const { items = [], options = [] } = screen.step
  const set = (item: string, code: string | undefined) => {
    const { [item]: _before, ...others } = each
    const next = code === undefined ? others : { ...others, [item]: code }
    onValue(Object.keys(next).length === 0 ? undefined : { is: 'each', each: next }, 'now')
  }
  const words = options.map(({ code, text }) => ({ code, text: around.read(text) }))
  return (
    <div className="bf-card bf-each">
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
