// Who does what: the measures as a list, each opened for its own questions, and the kinds one may add.

import { MEASURE_KINDS, type MeasureKind } from '#domain/codes.ts'
import { type MeasureDraft, newMeasure, subGoals } from '#domain/plan-draft.ts'
import { Act, Acts } from '../parts/acts.tsx'
import { OutlineButton } from '../parts/button.tsx'
import { LinkRow, List } from '../parts/cards.tsx'
import { Question } from '../parts/visit-parts.tsx'
import { dotted } from '../today/visit-card.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { Editing } from './editing.tsx'
import { frequencyWords } from './measures.tsx'
import { partOf, stepPath } from './steps.ts'

export function StepMeasures({ editing: { plan, view, go } }: { readonly editing: Editing }) {
  const say = useSay()
  return (
    <>
      <Question of="measures" help={say('planEdit.measuresHelp')}>
        {say('planEdit.measures')}
      </Question>
      {plan.measures.length === 0 ? null : (
        <List>
          {plan.measures.map((measure) => (
            <MeasureRow key={measure.id} measure={measure} to={stepPath(view.lane, partOf(measure.id, 'what'))} />
          ))}
        </List>
      )}
      <OutlineButton onPress={() => go('kind')}>{say('planEdit.addMeasure')}</OutlineButton>
    </>
  )
}

function MeasureRow({ measure, to }: { readonly measure: MeasureDraft; readonly to: string }) {
  const say = useSay()
  const language = useLanguage()
  const kind = say(`term.measureKind.${measure.kind}`)
  const often = measure.frequency && frequencyWords(measure.frequency, say, language)
  return <LinkRow to={to} title={measure.text === '' ? kind : measure.text} sub={dotted(measure.text === '' ? undefined : kind, often)} />
}

export function StepKind({ editing: { plan, edit, go } }: { readonly editing: Editing }) {
  const say = useSay()
  const { newId } = useCasebook()
  const add = (kind: MeasureKind) => {
    const id = newId()
    const goal = subGoals(plan).find((sub) => !plan.measures.some((measure) => measure.goals.includes(sub.id))) ?? plan.goals[0]
    edit((now) => ({ ...now, measures: [...now.measures, newMeasure(id, kind, '', goal ? [goal.id] : [])] }), 'now')
    go(partOf(id, 'what'))
  }
  return (
    <>
      <Question of="kind">{say('planEdit.kind')}</Question>
      <Acts>
        {MEASURE_KINDS.map((kind) => (
          <Act key={kind} onPress={() => add(kind)}>
            {say(`term.measureKind.${kind}`)}
          </Act>
        ))}
      </Acts>
    </>
  )
}
