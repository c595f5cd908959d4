// The collaboration plan, read in full: the resident's wish first and largest, then goals, who does what, conditions, the
// way on and consents. «Les sammen» turns the screen to the resident: larger, and without other people or meta.

import { useState } from 'react'
import { useParams } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import type { PlanView } from '#domain/case-view-plan.ts'
import { longDate } from '#texts/format.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { MainButton, OutlineButton } from '../parts/button.tsx'
import { Empty, Strength } from '../parts/cards.tsx'
import { PrintIcon, WishIcon } from '../parts/icons.ts'
import { Bar, Screen } from '../parts/shell.tsx'
import { laneOfParam, paths } from '../paths.ts'
import { peopleOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer } from '../use-session.tsx'
import { Goals } from './goals.tsx'
import { Measures } from './measures.tsx'
import { Condition, Consents, Onward, Words } from './onward.tsx'

export function Plan() {
  const lane = laneOfParam(useParams().resident)
  return lane === undefined ? <NotHere /> : <PlanOf lane={lane} />
}

function PlanOf({ lane }: { readonly lane: CaseView['lane'] }) {
  const answer = useAnswer({ ask: 'resident', lane })
  const say = useSay()
  if (answer === undefined) return <Loading />
  const view = readCase(answer.rows)
  if (view === undefined) return <NotHere />
  const header = { title: say('plan.title'), back: paths.resident(lane) }
  if (view.plan !== undefined) return <FullPlan view={view} plan={view.plan} answer={answer} />
  return (
    <Screen header={{ ...header, sub: view.resident.name }}>
      <Empty>{say('plan.none')}</Empty>
    </Screen>
  )
}

interface PlanProps {
  readonly view: CaseView
  readonly plan: PlanView
}

function FullPlan({ view, plan, answer }: PlanProps & { readonly answer: Answer }) {
  const say = useSay()
  const language = useLanguage()
  const [isTogether, setTogether] = useState(false)
  const until = plan.endDate && longDate(language, plan.endDate)
  const people = peopleOf(answer.office)
  const header = { title: say('plan.title'), sub: say('plan.sub', { name: view.resident.name, date: until }) }
  return (
    <Screen
      header={isTogether ? header : { ...header, back: paths.resident(view.lane) }}
      {...(isTogether ? { className: 'bf-together' } : {})}
      bar={<PlanBar isTogether={isTogether} onTurn={() => setTogether(!isTogether)} />}
    >
      <Strength icon={<WishIcon aria-hidden fontSize="1.5rem" />} label={say('plan.wish')} isQuote={plan.residentsWish !== undefined}>
        {plan.residentsWish === undefined ? say('plan.wishOpen') : say('resident.quote', { words: plan.residentsWish })}
      </Strength>
      <Goals plan={plan} residentName={view.resident.name} people={people} isTogether={isTogether} />
      <Measures plan={plan} residentName={view.resident.name} people={people} isTogether={isTogether} />
      {isTogether ? null : <Condition plan={plan} />}
      <Words plan={plan} isTogether={isTogether} />
      <Onward plan={plan} isTogether={isTogether} />
      {isTogether ? null : <Consents consents={view.consents} />}
    </Screen>
  )
}

/** Printed is what the resident has seen on the screen: the reading view comes first. */
function PlanBar({ isTogether, onTurn }: { readonly isTogether: boolean; readonly onTurn: () => void }) {
  const say = useSay()
  if (!isTogether)
    return (
      <Bar>
        <MainButton onPress={onTurn}>{say('plan.readTogether')}</MainButton>
      </Bar>
    )
  return (
    <Bar>
      <OutlineButton icon={<PrintIcon aria-hidden fontSize="1.5rem" />} onPress={() => window.print()}>
        {say('plan.print')}
      </OutlineButton>
      <MainButton onPress={onTurn}>{say('plan.readDone')}</MainButton>
    </Bar>
  )
}
