// «Slik går det»: what is ahead and why, the goals over time, what is tried and what came of it, what both sides promised,
// and the evaluations. One filled button: the evaluation when it is due, or the next version when that is decided.

import { useMemo } from 'react'
import { useParams } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import { readProgress } from '#domain/progress.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { Empty } from '../parts/cards.tsx'
import { Later } from '../parts/later.tsx'
import { Screen } from '../parts/shell.tsx'
import { laneOfParam, paths } from '../paths.ts'
import { peopleOf } from '../people.ts'
import { useSay } from '../use-say.tsx'
import { useAnswer } from '../use-session.tsx'
import { Ahead } from './ahead.tsx'
import { EvaluateBar } from './evaluate.tsx'
import { type Given, isRunning, planDeadlines } from './given.ts'
import { GoalsOverTime } from './goals-over-time.tsx'
import { MeasuresTried } from './measures-tried.tsx'
import { Promises } from './promises.tsx'
import { Reviews } from './reviews.tsx'

export function Progress() {
  const lane = laneOfParam(useParams().resident)
  return lane === undefined ? <NotHere /> : <ProgressOf lane={lane} />
}

function ProgressOf({ lane }: { readonly lane: CaseView['lane'] }) {
  const answer = useAnswer({ ask: 'resident', lane })
  const view = useMemo(() => answer && readCase(answer.rows), [answer])
  if (answer === undefined) return <Loading />
  return view === undefined ? <NotHere /> : <HowItGoes view={view} answer={answer} />
}

function HowItGoes({ view, answer }: { readonly view: CaseView; readonly answer: Answer }) {
  const say = useSay()
  const given: Given = useMemo(
    () => ({
      view,
      answer,
      progress: readProgress(view, answer.today),
      people: peopleOf(answer.office),
      deadlines: planDeadlines(view, answer),
    }),
    [view, answer],
  )
  const { goals, measures, reviews } = given.progress
  const isEmpty = goals.length === 0 && measures.length === 0 && reviews.length === 0
  return (
    <Screen
      header={{ title: say('progress.title'), sub: view.resident.name, back: paths.resident(view.lane) }}
      {...(isRunning(given) ? { bar: <EvaluateBar given={given} /> } : {})}
    >
      {isEmpty ? <Empty>{say('progress.none')}</Empty> : null}
      <Ahead given={given} />
      <GoalsOverTime given={given} />
      <MeasuresTried given={given} />
      <Later>
        <Promises given={given} />
        {isEmpty ? null : <Reviews given={given} />}
      </Later>
    </Screen>
  )
}
