// Both sides of the plan (N 5.4): what the resident does and what we do. A condition somebody has set is written down with
// its legal basis, never enforced; without a basis that is said (DOMAIN.md 0.11).

import { useState } from 'react'
import type { PlanDraft } from '#domain/plan-draft.ts'
import { Note } from '../parts/cards.tsx'
import { LongText, ShortText } from '../parts/fields.tsx'
import { ManyTiles } from '../parts/tiles.tsx'
import { Question } from '../parts/visit-parts.tsx'
import { useSay } from '../use-say.tsx'
import { type Editing, Hint } from './editing.tsx'

type Words = 'onResident' | 'onServices' | 'background'

export function StepExpect({ editing: { plan, edit } }: { readonly editing: Editing }) {
  const say = useSay()
  // As it was when the question was opened: whoever folds it while writing keeps it folded.
  const [isFilled] = useState(plan.condition.text !== '' || plan.background !== '' || plan.partOfIndividualPlan)
  const field = (of: Words) => ({ value: plan[of], onChange: (text: string) => edit((now) => ({ ...now, [of]: text }), 'soon') })
  return (
    <>
      <Question of="expect" help={say('planEdit.expectHelp')}>
        {say('planEdit.expect')}
      </Question>
      <LongText label={say('plan.iDo')} rows={2} {...field('onResident')} />
      <LongText label={say('plan.weDo')} rows={2} {...field('onServices')} />
      <Hint source="N 5.4">{say('planEdit.h06')}</Hint>
      <details className="bf-folded" open={isFilled}>
        <summary className="bf-link">{say('planEdit.moreWords')}</summary>
        <div className="bf-group bf-group--wide">
          <LongText label={say('plan.background')} help={say('planEdit.backgroundHelp')} rows={2} {...field('background')} />
          <Condition plan={plan} edit={edit} />
        </div>
      </details>
    </>
  )
}

function Condition({ plan, edit }: Pick<Editing, 'plan' | 'edit'>) {
  const say = useSay()
  const { condition } = plan
  const set = (part: Partial<PlanDraft['condition']>) => edit((now) => ({ ...now, condition: { ...now.condition, ...part } }), 'soon')
  return (
    <>
      <LongText
        label={say('planEdit.condition')}
        help={say('planEdit.conditionHelp')}
        rows={2}
        value={condition.text}
        onChange={(text) => set({ text })}
      />
      {condition.text.trim() === '' ? null : (
        <>
          <ShortText label={say('planEdit.setBy')} value={condition.setBy} onChange={(setBy) => set({ setBy })} />
          <ShortText label={say('planEdit.legalBasis')} value={condition.legalBasis} onChange={(legalBasis) => set({ legalBasis })} />
          {condition.legalBasis.trim() === '' ? (
            <Note tone="care">
              <strong>{say('plan.noBasis')}</strong> {say('plan.noBasisHelp', { text: condition.text })}
            </Note>
          ) : null}
        </>
      )}
      <ManyTiles
        question={say('planEdit.individual')}
        isQuestionHidden
        options={[{ code: 'ip', text: say('planEdit.individual') }]}
        chosen={plan.partOfIndividualPlan ? ['ip'] : []}
        onChoose={(codes) => edit((now) => ({ ...now, partOfIndividualPlan: codes.length > 0 }), 'now')}
      />
    </>
  )
}
