// «Så du noe som må tas tak i?»: first which areas, then how it is in each of them, with a line if one wants.

import type { Value } from '#domain/answers.ts'
import { AREAS, type Area } from '#domain/codes.ts'
import type { Step } from '#domain/guide.ts'
import { Card } from '../../parts/cards.tsx'
import { ShortText } from '../../parts/fields.tsx'
import { Chips, ManyChips } from '../../parts/visit-parts.tsx'
import { useSay } from '../../use-say.tsx'
import type { Around, Asked, When } from './asked.ts'
import { LEVELS } from './choices.tsx'

type Areas = Extract<Value, { readonly is: 'areas' }>['areas']
type Seen = NonNullable<Areas[Area]>
/** An area is chosen before its level is: the mildest stands until somebody says otherwise. */
const firstLevel = (step: Step): number => Number(step.levels?.[0]?.code ?? LEVELS[1])

export function SeenAreas({ screen, question, value, onValue, around }: Asked) {
  const words = useAreaWords(screen.step, around)
  const areas: Areas = value?.is === 'areas' ? value.areas : {}
  const chosen = words.filter(({ code }) => areas[code] !== undefined).map(({ code }) => code)
  const set = (area: Area, seen: Seen | undefined, when: When) => {
    const { [area]: _before, ...others } = areas
    const next = seen ? { ...others, [area]: seen } : others
    onValue(Object.keys(next).length === 0 ? undefined : { is: 'areas', areas: next }, when)
  }
  return (
    <div className="bf-group bf-group--wide">
      <ManyChips
        label={question}
        isLabelHidden
        options={words}
        chosen={chosen}
        onToggle={(area) => set(area, areas[area] ? undefined : { level: firstLevel(screen.step) }, 'now')}
      />
      {words.map(({ code, text }) => {
        const seen = areas[code]
        return seen ? (
          <OneArea key={code} title={text} seen={seen} step={screen.step} around={around} onSeen={(next, when) => set(code, next, when)} />
        ) : null
      })}
    </div>
  )
}

interface OneAreaProps {
  readonly title: string
  readonly seen: Seen
  readonly step: Step
  readonly around: Around
  readonly onSeen: (seen: Seen, when: When) => void
}
function OneArea({ title, seen, step, around, onSeen }: OneAreaProps) {
  const say = useSay()
  const levels = step.levels
    ? step.levels.map(({ code, text }) => ({ code, text: around.read(text) }))
    : LEVELS.map((level) => ({ code: String(level), text: say(`term.areaLevel.${level}`) }))
  return (
    <Card className="bf-card--gap">
      <h3 className="bf-text bf-strong">{title}</h3>
      <Chips
        label={say('visit.howIsIt', { what: title })}
        isLabelHidden
        options={levels}
        chosen={String(seen.level)}
        onChoose={(code) => code !== undefined && onSeen({ ...seen, level: Number(code) }, 'now')}
      />
      <ShortText label={say('visit.whatYouSaw')} value={seen.note ?? ''} onChange={(note) => onSeen({ ...seen, note }, 'soon')} />
    </Card>
  )
}

function useAreaWords(step: Step, around: Around): readonly { readonly code: Area; readonly text: string }[] {
  const say = useSay()
  if (!step.options) return AREAS.map((code) => ({ code, text: say(`term.area.${code}`) }))
  return step.options.flatMap(({ code, text }) => {
    const area = AREAS.find((known) => known === code)
    return area ? [{ code: area, text: around.read(text) }] : []
  })
}
