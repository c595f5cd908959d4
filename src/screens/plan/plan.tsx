// The collaboration plan, read in full: the resident's wish first and largest, then goals, who does what, conditions, the
// way on and consents. «Les sammen» turns the screen to the resident: larger, and without other people or meta.

import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import type { PlanView } from '#domain/case-view-plan.ts'
import type { LaneId } from '#domain/ids.ts'
import { isOver, isUnanswered, proposalsOf, rivalsOf, statusOn } from '#domain/plan-versions.ts'
import { longDate } from '#texts/format.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { MainButton, MainLink, OutlineButton } from '../parts/button.tsx'
import { Empty, LinkRow, List, Note, Strength } from '../parts/cards.tsx'
import { PrintIcon, WishIcon } from '../parts/icons.ts'
import { Later } from '../parts/later.tsx'
import { Bar, Screen } from '../parts/shell.tsx'
import { laneOfParam, paths } from '../paths.ts'
import { peopleOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer } from '../use-session.tsx'
import { Waiting } from './begin-measure.tsx'
import { Goals } from './goals.tsx'
import { Measures } from './measures.tsx'
import { Condition, Consents, Onward, Words } from './onward.tsx'
import { PlanActs } from './plan-acts.tsx'
import { planUnderWay } from './plan-draft.ts'
import { useProposalTitle } from './proposal.ts'

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
  const isStarted = planUnderWay(answer.drafts, lane) !== undefined
  return (
    <Screen
      header={{ ...header, sub: view.resident.name }}
      bar={
        <Bar>
          <MainLink to={paths.plan(lane, 'edit')}>{say(isStarted ? 'planEdit.to.continue' : 'planEdit.makeTogether')}</MainLink>
        </Bar>
      }
    >
      <Empty>{say('plan.none')}</Empty>
      <p className="bf-small bf-subtle">{say('planEdit.voluntary')}</p>
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
  const until = isOver(plan) ? undefined : plan.endDate && longDate(language, plan.endDate)
  const people = peopleOf(answer.office)
  const isOpen = isUnanswered(plan)
  const header = { title: say('plan.title'), sub: say('plan.sub', { name: view.resident.name, date: until }) }
  return (
    <Screen
      header={isTogether ? header : { ...header, back: paths.resident(view.lane) }}
      {...(isTogether ? { className: 'bf-together' } : {})}
      bar={
        isOpen ? (
          <Bar>
            <MainLink to={paths.plan(view.lane, 'read', plan.id)}>{say('plan.readTogether')}</MainLink>
          </Bar>
        ) : (
          <PlanBar lane={view.lane} isTogether={isTogether} onTurn={() => setTogether(!isTogether)} />
        )
      }
    >
      {isTogether ? null : <FirstThings view={view} plan={plan} answer={answer} />}
      <Strength icon={<WishIcon aria-hidden fontSize="1.5rem" />} label={say('plan.wish')} isQuote={plan.residentsWish !== undefined}>
        {plan.residentsWish === undefined ? say('plan.wishOpen') : say('resident.quote', { words: plan.residentsWish })}
      </Strength>
      <Goals plan={plan} residentName={view.resident.name} people={people} isTogether={isTogether} />
      <Measures plan={plan} residentName={view.resident.name} people={people} isTogether={isTogether} />
      <Later>
        {isTogether ? null : <Condition plan={plan} />}
        <Words plan={plan} isTogether={isTogether} />
        <Onward plan={plan} isTogether={isTogether} today={answer.today} />
        {isTogether ? null : (
          <>
            {isOver(plan) ? null : <Waiting view={view} answer={answer} plan={plan} />}
            <Consents consents={view.consents} />
            <PlanActs view={view} answer={answer} plan={plan} />
          </>
        )}
      </Later>
    </Screen>
  )
}

/** What needs somebody's eyes before the plan itself: words that moved, two at once, a change that waits, a half-made one. */
function FirstThings({ view, plan, answer }: PlanProps & { readonly answer: Answer }) {
  const say = useSay()
  const { lane, plans } = view
  const status = statusOn(plan, answer.today)
  const proposals = proposalsOf(plans)
  const titleOf = useProposalTitle(view, peopleOf(answer.office))
  const isLost = plan.isYesLost && isUnanswered(plan)
  const rows = [
    ...(rivalsOf(plans).length > 0 ? [{ to: paths.plan(lane, 'versions'), title: say('planEdit.rivals') }] : []),
    ...proposals.map((one) => ({
      to: paths.plan(lane, 'read', one.id),
      title: titleOf(one),
      sub: say(one.isYesLost ? 'planEdit.yesLost' : 'planEdit.waitsAnswer'),
    })),
    ...(planUnderWay(answer.drafts, lane) ? [{ to: paths.plan(lane, 'edit'), title: say('planEdit.to.continue') }] : []),
  ]
  return (
    <>
      {status === 'active' ? null : (
        <Note tone={status === 'expired' || isLost ? 'care' : 'calm'}>{say(isLost ? 'planEdit.yesLost' : `planEdit.now.${status}`)}</Note>
      )}
      {rows.length === 0 ? null : (
        <List>
          {rows.map((row) => (
            <LinkRow key={row.to} {...row} />
          ))}
        </List>
      )}
    </>
  )
}

/** What was read together is what is printed: the same words, on a sheet of their own. */
function PlanBar({ lane, isTogether, onTurn }: { readonly lane: LaneId; readonly isTogether: boolean; readonly onTurn: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  if (!isTogether)
    return (
      <Bar>
        <MainButton onPress={onTurn}>{say('plan.readTogether')}</MainButton>
      </Bar>
    )
  return (
    <Bar>
      <OutlineButton icon={<PrintIcon aria-hidden fontSize="1.5rem" />} onPress={() => void navigate(paths.papers(lane, 'plan'))}>
        {say('plan.print')}
      </OutlineButton>
      <MainButton onPress={onTurn}>{say('plan.readDone')}</MainButton>
    </Bar>
  )
}
