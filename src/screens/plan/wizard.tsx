// Making a plan together, one question a screen, on the phone in the kitchen. Everything is kept while it is said; «Neste»
// only moves, and nothing has to be answered before it may.

import { useEffect } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { MainButton, OutlineButton } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { Progress } from '../parts/marks.tsx'
import { SaveState } from '../parts/save-state.tsx'
import { Bar, Screen } from '../parts/shell.tsx'
import { WordLink } from '../parts/words.tsx'
import { laneOfParam, paths } from '../paths.ts'
import { peopleOf } from '../people.ts'
import { useSay } from '../use-say.tsx'
import { useAnswer, useCasebook } from '../use-session.tsx'
import { ReadOnly } from '../visit/read-only.tsx'
import { savedOf, useHeld } from '../visit/use-keeper.ts'
import type { Editing } from './editing.tsx'
import { keeperOfPlan, type PlanKeeper } from './plan-draft.ts'
import { StepBody } from './step-body.tsx'
import { CheckBar } from './step-check.tsx'
import { backOf, nextOf, placeOf, STEPS, stepPath } from './steps.ts'

export function Wizard({ why = 'change' }: { readonly why?: 'change' | 'renewal' }) {
  const lane = laneOfParam(useParams().resident)
  return lane === undefined ? <NotHere /> : <WizardOf lane={lane} why={why} />
}

function WizardOf({ lane, why }: { readonly lane: CaseView['lane']; readonly why: 'change' | 'renewal' }) {
  const casebook = useCasebook()
  const answer = useAnswer({ ask: 'resident', lane })
  const { step } = useParams()
  if (answer === undefined) return <Loading />
  const view = readCase(answer.rows)
  if (view === undefined) return <NotHere />
  const keeper = keeperOfPlan(casebook, view, answer, why)
  if (step === undefined) return <Navigate replace to={stepPath(lane, keeper.held().content.at)} />
  return <OpenWizard view={view} answer={answer} keeper={keeper} at={step} />
}

interface Opened {
  readonly view: CaseView
  readonly answer: Answer
  readonly keeper: PlanKeeper
  readonly at: string
}
function OpenWizard({ view, answer, keeper, at }: Opened) {
  const say = useSay()
  const navigate = useNavigate()
  const held = useHeld(keeper)
  const { content } = held
  const place = placeOf(at)
  const isGone = 'measure' in place && !content.plan.measures.some(({ id }) => id === place.measure)
  useEffect(() => {
    const now = keeper.held()
    // Where one stands is kept with the words, never without any.
    if (now.content.at !== at && now.keptAt !== undefined) keeper.change({ ...now.content, at }, 'now')
  }, [keeper, at])
  if (isGone) return <Navigate replace to={stepPath(view.lane, 'measures')} />
  const go = (to: string) => void navigate(stepPath(view.lane, to))
  const edit: Editing['edit'] = (change, when) => {
    const now = keeper.held().content
    keeper.change({ ...now, at, plan: change(now.plan) }, when)
  }
  const editing: Editing = { view, answer, people: peopleOf(answer.office), keeper, content, plan: content.plan, edit, go }
  const back = backOf(at)
  const next = nextOf(at)
  return (
    <Screen
      header={{ title: view.resident.name, isSmall: true, sub: say(content.plan.previous ? 'planEdit.subChange' : 'planEdit.subNew') }}
      bar={
        next === undefined ? (
          <CheckBar editing={editing} state={<SaveState saved={savedOf(held)} />} />
        ) : (
          <Bar state={<SaveState saved={savedOf(held)} />}>
            <OutlineButton onPress={() => (back ? go(back) : void navigate(paths.plan(view.lane)))}>{say('shell.back')}</OutlineButton>
            <MainButton onPress={() => go(next)}>{say('visit.next')}</MainButton>
          </Bar>
        )
      }
    >
      <StepHead at={at} lane={view.lane} />
      <ReadOnly held={held}>
        <StepBody editing={editing} at={at} />
      </ReadOnly>
      {held.refusal === undefined ? null : <Note tone="care">{say(`refusal.${held.refusal}`)}</Note>}
    </Screen>
  )
}

function StepHead({ at, lane }: { readonly at: string; readonly lane: CaseView['lane'] }) {
  const say = useSay()
  const { step } = placeOf(at)
  const here = step === 'kind' ? STEPS.indexOf('measures') : STEPS.indexOf(step)
  const parts = STEPS.map((_, i) =>
    i < here ? ({ is: 'done' } as const) : i === here ? ({ is: 'now', filled: 0.5 } as const) : ({ is: 'rest' } as const),
  )
  return (
    <div className="bf-stephead">
      <Progress parts={parts} spoken={say('visit.partOf', { n: here + 1, of: STEPS.length })} />
      <div className="bf-row bf-row--apart">
        <span className="bf-meta">{say(`planEdit.step.${STEPS[here] ?? 'wish'}`)}</span>
        <WordLink to={paths.plan(lane)}>{say('planEdit.leave')}</WordLink>
      </div>
    </div>
  )
}
