// «Forrige gang ble vi enige om …» and «Kom hjelpen som avtalt?»: each thing with its own answer, and when it did not
// work out, what came in the way. Never a question of blame.

import type { Value } from '#domain/answers.ts'
import { MEASURE_RESULTS, type MeasureResult } from '#domain/codes.ts'
import type { Id } from '#domain/ids.ts'
import { Card } from '../../parts/cards.tsx'
import { LongText } from '../../parts/fields.tsx'
import { Chips } from '../../parts/visit-parts.tsx'
import { useSay } from '../../use-say.tsx'
import type { Asked, When } from './asked.ts'

type Checks = Extract<Value, { readonly is: 'checks' }>['checks']
type Check = Checks[Id]

export function MeasureChecks({ screen, value, onValue, around }: Asked) {
  const checks: Checks = value?.is === 'checks' ? value.checks : {}
  // Asked whether we did our part: then it is our own words that stand there.
  const isOurPart = screen.step.writes.some((write) => write.kind === 'weDid')
  const items = [
    ...(screen.tasks ?? []).map((task) => ({ id: task.id, title: task.title })),
    ...(screen.measures ?? []).map((measure) => ({
      id: measure.id,
      title: isOurPart ? (measure.servicesPart ?? measure.text) : measure.text,
    })),
  ]
  const set = (id: Id, check: Check | undefined, when: When) => {
    const { [id]: _before, ...others } = checks
    const next = check ? { ...others, [id]: check } : others
    onValue(Object.keys(next).length === 0 ? undefined : { is: 'checks', checks: next }, when)
  }
  return (
    <div className="bf-group bf-group--wide">
      {items.map(({ id, title }) => (
        <OneCheck
          key={id}
          title={title}
          check={checks[id]}
          followUp={screen.step.followUp}
          around={around}
          onCheck={(check, when) => set(id, check, when)}
        />
      ))}
    </div>
  )
}

interface OneCheckProps {
  readonly title: string
  readonly check: Check | undefined
  readonly followUp: Asked['screen']['step']['followUp']
  readonly around: Asked['around']
  readonly onCheck: (check: Check | undefined, when: When) => void
}
function OneCheck({ title, check, followUp, around, onCheck }: OneCheckProps) {
  const say = useSay()
  return (
    <Card className="bf-card--gap">
      <h3 className="bf-text bf-strong">{title}</h3>
      <Chips<MeasureResult>
        label={say('visit.howItWent', { what: title })}
        isLabelHidden
        options={MEASURE_RESULTS.map((result) => ({ code: result, text: say(`visit.check.${result}`) }))}
        chosen={check?.result}
        onChoose={(result) => onCheck(result && { ...check, result }, 'now')}
      />
      {check && followUp?.when.includes(check.result) ? (
        <LongText
          label={around.read(followUp.text)}
          rows={2}
          value={check.note ?? ''}
          onChange={(note) => onCheck({ ...check, note }, 'soon')}
        />
      ) : null}
    </Card>
  )
}
