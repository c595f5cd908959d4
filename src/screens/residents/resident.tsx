// All about one home in ten seconds: what works first, then safety, the next deadline, what was agreed, the plan, whom to
// ring, and what has happened. One button starts or goes on with the visit. No counts of problems.

import { useEffect } from 'react'
import { useParams } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import { inSentence } from '#texts/format.ts'
import { calendarOf, type Speech } from '../deadline-words.ts'
import { SleepsNow } from '../forms/sleeps-now.tsx'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { MainLink } from '../parts/button.tsx'
import { CallBarButton, useDemoCall } from '../parts/call.tsx'
import { List } from '../parts/cards.tsx'
import { Bar, Screen } from '../parts/shell.tsx'
import { laneOfParam, paths } from '../paths.ts'
import { nameOf, peopleOf } from '../people.ts'
import { whenIdle } from '../spoken.ts'
import { dotted } from '../today/visit-card.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer, useCasebook } from '../use-session.tsx'
import { VersionsRow } from '../versions/versions-row.tsx'
import { Agreements } from './agreements.tsx'
import { GroupToCall, PlanCard } from './around.tsx'
import { NextDeadline, SafetyLine, WhatWorks } from './first-things.tsx'
import { Happened } from './happened.tsx'
import { mainVisit } from './main-visit.ts'
import { MoreAbout } from './more-about.tsx'
import { Todo } from './todo.tsx'

export function Resident() {
  const lane = laneOfParam(useParams().resident)
  return lane === undefined ? <NotHere /> : <ResidentOf lane={lane} />
}

function ResidentOf({ lane }: { readonly lane: CaseView['lane'] }) {
  const answer = useAnswer({ ask: 'resident', lane })
  const say = useSay()
  useEffect(() => whenIdle(fetchPlan), [])
  if (answer === undefined) return <Loading />
  const view = readCase(answer.rows)
  if (view === undefined) return <NotHere />
  const { resident, home } = view
  const tenure = home.tenure && inSentence(say(`term.tenureType.${home.tenure}`))
  return (
    <Screen
      header={{ title: resident.name, sub: dotted(home.address, tenure), back: paths.residents }}
      bar={<ResidentBar view={view} answer={answer} />}
    >
      <Sections view={view} answer={answer} />
    </Screen>
  )
}

/** One tap away from here, and the two most often opened. */
const fetchPlan = () => Promise.all([import('../plan/plans.tsx'), import('../progress/progress.tsx')])

function Sections({ view, answer }: { readonly view: CaseView; readonly answer: Answer }) {
  const say = useSay()
  const language = useLanguage()
  const { me } = useCasebook()
  const people = peopleOf(answer.office)
  const speech: Speech = { say, language, today: answer.today, calendar: calendarOf(answer.office) }
  return (
    <>
      <div className="bf-group">
        <WhatWorks view={view} />
        <SafetyLine view={view} />
        <SleepsNow view={view} today={answer.today} />
        {view.twoVersions.length === 0 ? null : <TwoVersions view={view} />}
      </div>
      <NextDeadline answer={answer} speech={speech} />
      <Agreements view={view} rows={answer.rows} people={people} />
      <Todo answer={answer} view={view} />
      <PlanCard view={view} today={answer.today} />
      <GroupToCall view={view} myName={nameOf(people, me)} today={answer.today} />
      <MoreAbout view={view} />
      <Happened view={view} answer={answer} people={people} />
    </>
  )
}

function TwoVersions({ view }: { readonly view: CaseView }) {
  return (
    <List>
      <VersionsRow lane={view.lane} />
    </List>
  )
}

function ResidentBar({ view, answer }: { readonly view: CaseView; readonly answer: Answer }) {
  const say = useSay()
  const { me } = useCasebook()
  const { said, press } = useDemoCall()
  const { name, phone } = view.resident
  const main = mainVisit({ view, drafts: answer.drafts, today: answer.today, me })
  return (
    <Bar state={said}>
      {phone === undefined ? null : (
        <CallBarButton phone={phone} label={say('shell.callNamed', { name })} onDemo={() => press(phone)}>
          {say('shell.call')}
        </CallBarButton>
      )}
      <MainLink to={main.to}>{say(`resident.${main.act}`)}</MainLink>
    </Bar>
  )
}
