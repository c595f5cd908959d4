// The plan read aloud together, large, and then the yes: said aloud and heard first, for a signature is never needed.

import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { PlanView } from '#domain/case-view-plan.ts'
import { checkPlan, stopsAgreeing } from '#domain/plan-check.ts'
import { draftOf } from '#domain/plan-draft.ts'
import { isLive, isUnanswered } from '#domain/plan-versions.ts'
import { longDate } from '#texts/format.ts'
import { NotHere } from '../not-here.tsx'
import { MainButton, OutlineButton } from '../parts/button.tsx'
import { Note, Section, Strength } from '../parts/cards.tsx'
import { WishIcon } from '../parts/icons.ts'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { useTitleFocus } from '../parts/visit-parts.tsx'
import { idOfParam, paths } from '../paths.ts'
import { peopleOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { AgreeForm, useYes } from './agree-form.tsx'
import { Waiting } from './begin-measure.tsx'
import { Changes } from './changes.tsx'
import type { OfPlan } from './editing.tsx'
import { Goals } from './goals.tsx'
import { Measures } from './measures.tsx'
import { Condition, Onward, Words } from './onward.tsx'
import { AnswerActs } from './plan-acts.tsx'
import { knownOf, Problems } from './problems.tsx'
import { useAgree } from './use-agree.ts'

export function Read({ view, answer }: OfPlan) {
  const id = idOfParam(useParams().plan)
  const plan = view.plans.find((one) => one.id === id)
  return plan ? <ReadPlan key={plan.id} view={view} answer={answer} plan={plan} /> : <NotHere />
}

function ReadPlan({ view, answer, plan }: OfPlan & { readonly plan: PlanView }) {
  const say = useSay()
  const language = useLanguage()
  const navigate = useNavigate()
  const [isAgreeing, setAgreeing] = useState(false)
  useTitleFocus(isAgreeing ? 'agree' : 'read')
  const agreeing = useAgree({ view, answer, plan })
  const filled = useYes({ view, answer })
  const stops = stopsAgreeing(checkPlan(draftOf(plan), knownOf(view, answer))).filter(({ kind }) => kind !== 'participateMissing')
  const until = plan.endDate && longDate(language, plan.endDate)
  const isOpen = isUnanswered(plan) || (isLive(plan) && !plan.isSigned)
  return (
    <Screen
      className="bf-together"
      header={{ title: say('plan.title'), sub: say('plan.sub', { name: view.resident.name, date: until }), back: paths.plan(view.lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        !isOpen ? null : isAgreeing ? (
          <Bar>
            <OutlineButton onPress={() => setAgreeing(false)}>{say('shell.back')}</OutlineButton>
            <MainButton isDisabled={agreeing.hasMoved} onPress={() => void (filled.check() && agreeing.agree(filled.yes))}>
              {say('planEdit.confirm')}
            </MainButton>
          </Bar>
        ) : (
          <Bar>
            <OutlineButton onPress={() => void navigate(paths.plan(view.lane, 'edit'))}>{say('planEdit.changeSomething')}</OutlineButton>
            <MainButton isDisabled={stops.length > 0} onPress={() => setAgreeing(true)}>
              {say('planEdit.weAgree')}
            </MainButton>
          </Bar>
        )
      }
    >
      {agreeing.hasMoved ? (
        <>
          <Note tone="care">{say('planEdit.moved')}</Note>
          <OutlineButton onPress={agreeing.readAgain}>{say('planEdit.readAgain')}</OutlineButton>
        </>
      ) : null}
      {plan.isYesLost && isOpen && !agreeing.hasMoved ? <Note tone="care">{say('planEdit.yesLost')}</Note> : null}
      {stops.length === 0 ? null : (
        <Section title={say('planEdit.notReady')}>
          <Problems problems={stops} lane={view.lane} />
        </Section>
      )}
      {isAgreeing && !agreeing.hasMoved ? (
        <AgreeForm view={view} answer={answer} filled={filled} refusal={agreeing.refusal} />
      ) : (
        <>
          <PlanWords view={view} answer={answer} plan={plan} />
          {isUnanswered(plan) ? (
            <>
              <Waiting view={view} answer={answer} plan={plan} />
              <AnswerActs view={view} answer={answer} plan={plan} />
            </>
          ) : null}
        </>
      )}
    </Screen>
  )
}

/** A change is told first: what is new and what is gone, then all of it. */
function PlanWords({ view, answer, plan }: OfPlan & { readonly plan: PlanView }) {
  const say = useSay()
  const people = peopleOf(answer.office)
  const given = { residentName: view.resident.name, people }
  const before = view.plans.find(({ id }) => id === plan.previous)
  return (
    <>
      {before && isUnanswered(plan) ? (
        <Section title={say('planEdit.whatChanges')}>
          <Changes now={plan} before={before} {...given} />
        </Section>
      ) : null}
      <Strength icon={<WishIcon aria-hidden fontSize="1.5rem" />} label={say('plan.wish')} isQuote={plan.residentsWish !== undefined}>
        {plan.residentsWish === undefined ? say('plan.wishOpen') : say('resident.quote', { words: plan.residentsWish })}
      </Strength>
      <Goals plan={plan} {...given} isTogether />
      <Measures plan={plan} {...given} isTogether />
      <Condition plan={plan} />
      <Words plan={plan} isTogether={false} />
      <Onward plan={plan} isTogether today={answer.today} />
      <p className="bf-meta">{say('planEdit.h07')}</p>
    </>
  )
}
