// Consents: who may know what, what waits for an answer, what was said yes to and can be withdrawn in one tap, what was
// before, and what has gone out. The resident may sit beside and read along.

import { Route, Routes, useParams } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import type { LaneId } from '#domain/ids.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { MainLink } from '../parts/button.tsx'
import { Empty, LinkRow, List } from '../parts/cards.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { laneOfParam, paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import { useAnswer } from '../use-session.tsx'
import { Ask } from './ask.tsx'
import { Before, SaidYes, Waiting } from './consent-rows.tsx'
import { Copies } from './copies.tsx'
import { OneConsent } from './one.tsx'
import { Followed, type Follows, useWithdraw } from './use-withdraw.tsx'
import { WhoKnows } from './who-knows.tsx'

export interface OfConsents {
  readonly answer: Answer
  readonly view: CaseView
}

export function Consents() {
  const lane = laneOfParam(useParams().resident)
  return lane === undefined ? <NotHere /> : <ConsentsOf lane={lane} />
}

function ConsentsOf({ lane }: { readonly lane: LaneId }) {
  const answer = useAnswer({ ask: 'resident', lane })
  if (answer === undefined) return <Loading />
  const view = readCase(answer.rows)
  if (view === undefined) return <NotHere />
  const given = { answer, view }
  return (
    <Routes>
      <Route index element={<All {...given} />} />
      <Route path="ask/:about?" element={<Ask {...given} />} />
      <Route path="copies" element={<Copies {...given} />} />
      <Route path=":consent" element={<OneConsent {...given} />} />
    </Routes>
  )
}

function All({ answer, view }: OfConsents) {
  const say = useSay()
  const { lane, resident, consents } = view
  const withdrawing: Follows = useWithdraw({ answer, view })
  return (
    <Screen
      header={{ title: say('consents.title'), sub: resident.name, back: paths.resident(lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar>
          <MainLink to={paths.consents(lane, 'ask')}>{say('consents.ask')}</MainLink>
        </Bar>
      }
    >
      <Followed {...withdrawing} lane={lane} />
      {consents.length === 0 ? <Empty>{say('consents.none', { name: resident.name })}</Empty> : null}
      <WhoKnows view={view} today={answer.today} />
      <Waiting view={view} />
      <SaidYes view={view} today={answer.today} onWithdraw={withdrawing.withdraw} />
      <Before view={view} today={answer.today} />
      <List>
        <LinkRow to={paths.consents(lane, 'copies')} title={say('consents.copies')} sub={say('consents.copiesBefore')} />
      </List>
    </Screen>
  )
}
