// «Hjalp dette? Skal det fortsette?»: each measure with both answers under it, and words when something should be
// otherwise. Never a question of blame.

import type { MeasureAnswer, Value } from '#domain/answers.ts'
import { MEASURE_ONWARD, MEASURE_RESULTS, type MeasureOnward, type MeasureResult } from '#domain/codes.ts'
import type { Option } from '#domain/guide.ts'
import type { Id } from '#domain/ids.ts'
import { Card } from '../../parts/cards.tsx'
import { LongText } from '../../parts/fields.tsx'
import { Chips } from '../../parts/visit-parts.tsx'
import { useSay } from '../../use-say.tsx'
import type { Asked, When } from './asked.ts'

type Reviews = Extract<Value, { readonly is: 'reviews' }>['reviews']

export function MeasureReviews({ screen, value, onValue, around }: Asked) {
  const reviews: Reviews = value?.is === 'reviews' ? value.reviews : {}
  const set = (id: Id, next: MeasureAnswer, when: When) => {
    const { [id]: _before, ...others } = reviews
    const all = Object.values(next).some((told) => told !== undefined && told !== '') ? { ...others, [id]: next } : others
    onValue(Object.keys(all).length === 0 ? undefined : { is: 'reviews', reviews: all }, when)
  }
  return (
    <div className="bf-group bf-group--wide">
      {(screen.measures ?? []).map((measure) => (
        <OneMeasure
          key={measure.id}
          title={measure.text}
          told={reviews[measure.id] ?? {}}
          step={screen.step}
          read={around.read}
          onTell={(next, when) => set(measure.id, next, when)}
        />
      ))}
    </div>
  )
}

interface OneMeasureProps {
  readonly title: string
  readonly told: MeasureAnswer
  readonly step: Asked['screen']['step']
  readonly read: Asked['around']['read']
  readonly onTell: (next: MeasureAnswer, when: When) => void
}
function OneMeasure({ title, told, step, read, onTell }: OneMeasureProps) {
  const say = useSay()
  const { helped, onward, note, ...rest } = told
  const about = (label: string) => say('progress.about', { label, what: title })
  const kept = note === undefined ? {} : { note }
  const isOtherwise = onward !== undefined && (step.followUp?.when.includes(onward) ?? false)
  return (
    <Card className="bf-card--gap">
      <h3 className="bf-text bf-strong">{title}</h3>
      <Chips<MeasureResult>
        label={about(read(step.text))}
        isLabelHidden
        options={chips(MEASURE_RESULTS, step.options, read)}
        chosen={helped}
        onChoose={(next) => onTell({ ...rest, ...kept, ...(onward ? { onward } : {}), ...(next ? { helped: next } : {}) }, 'now')}
      />
      {step.onward === undefined ? null : (
        <div className="bf-group">
          <p className="bf-meta" aria-hidden>
            {read(step.onward.text)}
          </p>
          <Chips<MeasureOnward>
            label={about(read(step.onward.text))}
            isLabelHidden
            options={chips(MEASURE_ONWARD, step.onward.options, read)}
            chosen={onward}
            onChoose={(next) => onTell({ ...rest, ...kept, ...(helped ? { helped } : {}), ...(next ? { onward: next } : {}) }, 'now')}
          />
        </div>
      )}
      {isOtherwise && step.followUp ? (
        <LongText
          label={read(step.followUp.text)}
          rows={2}
          value={note ?? ''}
          onChange={(words) => onTell({ ...told, note: words }, 'soon')}
        />
      ) : null}
    </Card>
  )
}

/** The guide's words for the codes, in the guide's order; a code without words is not asked. */
function chips<C extends string>(codes: readonly C[], options: readonly Option[] = [], read: Asked['around']['read']) {
  return options.flatMap(({ code, text }) => {
    const known = codes.find((one) => one === code)
    return known === undefined ? [] : [{ code: known, text: read(text) }]
  })
}
