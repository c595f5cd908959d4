// What may be done with the plan as it stands: change it, offer it, pause it, end it. The resident's «Jeg vil ikke mer» is
// one tap with no reason and no warning; ten seconds take it back.

import { useState } from 'react'
import type { PlanView } from '#domain/case-view-plan.ts'
import { actsOn, type PlanAct } from '#domain/plan-acts.ts'
import { isLive, isUnanswered } from '#domain/plan-versions.ts'
import { isVoid } from '#domain/register.ts'
import { OutlineButton } from '../parts/button.tsx'
import { LinkRow, List, Note, Section } from '../parts/cards.tsx'
import { LongText } from '../parts/fields.tsx'
import { WordButton } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import type { OfPlan } from './editing.tsx'
import { planUnderWay } from './plan-draft.ts'
import { useAct } from './use-act.ts'

type Shown = Extract<PlanAct, 'offer' | 'decline' | 'pause' | 'resume' | 'endByResident'>
const SHOWN: readonly Shown[] = ['offer', 'decline', 'pause', 'resume', 'endByResident']

export function PlanActs({ view, answer, plan }: OfPlan & { readonly plan: PlanView }) {
  const say = useSay()
  const { act, refusal } = useAct({ view, answer, plan })
  const acts = actsOn(plan.status)
  // «Ikke nå» says it while nobody has said yes; stopping is for what runs.
  const shown = SHOWN.filter((one) => acts.includes(one) && (one !== 'endByResident' || isLive(plan) || plan.status === 'expired'))
  return (
    <Section title={say('planEdit.further')}>
      <PlanPlaces view={view} answer={answer} plan={plan} />
      <div className="bf-row">
        {shown.map((one) => (
          <WordButton key={one} onPress={() => void act(one)}>
            {say(`planEdit.act.${one}`)}
          </WordButton>
        ))}
      </div>
      {acts.includes('endByService') && isLive(plan) ? <EndByService view={view} answer={answer} plan={plan} /> : null}
      {refusal === undefined ? null : <Note tone="care">{refusal}</Note>}
    </Section>
  )
}

/** Under the words of a plan or a change nobody has said yes to: time to think, or no thanks. */
export function AnswerActs({ view, answer, plan }: OfPlan & { readonly plan: PlanView }) {
  const say = useSay()
  const { act, refusal } = useAct({ view, answer, plan })
  const acts = actsOn(plan.status)
  return (
    <>
      <div className="bf-row">
        {(['offer', 'decline'] as const).map((one) =>
          acts.includes(one) ? (
            <WordButton key={one} onPress={() => void act(one)}>
              {say(`planEdit.act.${one}`)}
            </WordButton>
          ) : null,
        )}
      </div>
      {refusal === undefined ? null : <Note tone="care">{refusal}</Note>}
    </>
  )
}

function PlanPlaces({ view, answer, plan }: OfPlan & { readonly plan: PlanView }) {
  const say = useSay()
  const { lane, plans } = view
  const isStarted = planUnderWay(answer.drafts, lane) !== undefined
  const hasStruck = [...answer.rows.values()].some((row) => row.type === 'plan' && isVoid(row))
  const change = isStarted ? 'continue' : isUnanswered(plan) ? 'change' : isLive(plan) ? 'propose' : 'new'
  return (
    <List>
      <LinkRow to={paths.plan(lane, 'edit')} title={say(`planEdit.to.${change}`)} />
      {isLive(plan) ? <LinkRow to={paths.progress(lane)} title={say('planEdit.to.progress')} /> : null}
      <LinkRow to={paths.papers(lane, 'plan')} title={say('plan.print')} />
      {plans.length > 1 || hasStruck ? <LinkRow to={paths.plan(lane, 'versions')} title={say('planEdit.versions')} /> : null}
    </List>
  )
}

/** The service says why, in words the resident may read. */
function EndByService({ view, answer, plan }: OfPlan & { readonly plan: PlanView }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const { act, refusal } = useAct({ view, answer, plan })
  if (!isOpen) return <WordButton onPress={() => setOpen(true)}>{say('planEdit.act.endByService')}</WordButton>
  return (
    <div className="bf-group">
      <LongText
        label={say('planEdit.endReason')}
        help={say('planEdit.endReasonHelp')}
        value={reason}
        rows={2}
        onChange={setReason}
        {...(refusal === undefined ? {} : { error: refusal })}
      />
      <OutlineButton onPress={() => void act('endByService', reason)}>{say('planEdit.endNow')}</OutlineButton>
    </div>
  )
}
