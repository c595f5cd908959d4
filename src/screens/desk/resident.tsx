// O2, Beboer på kontoret: the person and the plan, the reader, and what needs doing; strengths before problems. The newest
// visit nobody here has read is open; earlier ones unfold under it.

import { useRef } from 'react'
import { useParams } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import type { LaneId } from '#domain/ids.ts'
import { stayNow } from '#domain/stay-view.ts'
import { inSentence, joined } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { placeOf } from '../forms/front-lines.ts'
import { DeskHead, KeyHints, Pane } from '../parts/desk-frame.tsx'
import { laneOfParam, paths } from '../paths.ts'
import { nameOf } from '../people.ts'
import { useSay } from '../use-say.tsx'
import { useAnswer } from '../use-session.tsx'
import { CallResident } from './call-resident.tsx'
import { DeskNotHere } from './desk-not-here.tsx'
import { useDesk } from './desk-state.tsx'
import { unreadBy } from './inbox-items.ts'
import type { LogContext } from './log-lines.ts'
import { PersonAndPlan } from './resident-person.tsx'
import { Places } from './resident-places.tsx'
import { Visits } from './resident-visits.tsx'
import { Work } from './resident-work.tsx'
import { StruckVisits } from './struck-visits.tsx'
import { useKeys } from './use-keys.ts'
import { useLogContext } from './use-log-context.ts'

export function DeskResident({ onHelp }: { readonly onHelp: () => void }) {
  const lane = laneOfParam(useParams().resident)
  return lane === undefined ? <DeskNotHere /> : <OfCase key={lane} lane={lane} onHelp={onHelp} />
}

function OfCase({ lane, onHelp }: { readonly lane: LaneId; readonly onHelp: () => void }) {
  const say = useSay()
  const answer = useAnswer({ ask: 'resident', lane })
  const view = answer && readCase(answer.rows)
  if (answer === undefined)
    return (
      <p className="body" role="status">
        {say('desk.loading')}
      </p>
    )
  return view === undefined ? <DeskNotHere /> : <Opened answer={answer} view={view} onHelp={onHelp} />
}

function Opened({ answer, view, onHelp }: { readonly answer: Answer; readonly view: CaseView; readonly onHelp: () => void }) {
  const say = useSay()
  const context = useLogContext(view, answer)
  const { me } = useDesk()
  const panes = [useRef<HTMLElement>(null), useRef<HTMLElement>(null), useRef<HTMLElement>(null)] as const
  useKeys(Object.fromEntries(panes.map((pane, i) => [String(i + 1), () => pane.current?.focus()])))
  const behind = view.visits.filter((visit) => visit.status !== 'planned' || visit.contributions.length > 0)
  const open = behind.find((visit) => unreadBy(visit, me).length > 0) ?? behind[0]
  return (
    <>
      <DeskHead
        crumb={{ to: paths.residents, word: say('desk.residents') }}
        title={view.resident.name}
        sub={subOf(view, context)}
        acts={<CallResident view={view} />}
      />
      <Places lane={view.lane} name={view.resident.name} />
      <div className="panes beboer">
        <Pane label={say('office.person')} ref={panes[0]}>
          <PersonAndPlan view={view} rows={answer.rows} context={context} />
        </Pane>
        <Pane label={say('office.visits')} ref={panes[1]}>
          <Visits open={open} all={behind} rows={answer.rows} context={context} />
          <StruckVisits context={context} />
        </Pane>
        <Pane label={say('office.work')} ref={panes[2]}>
          <Work view={view} answer={answer} open={open} context={context} />
        </Pane>
      </div>
      <KeyHints
        onAll={onHelp}
        hints={[
          { keys: ['Enter'], does: say('key.read') },
          { keys: ['r'], does: say('key.reply') },
          { keys: ['u'], does: say('key.undo') },
          { keys: ['1', '2', '3'], does: say('key.column') },
        ]}
      />
    </>
  )
}

/** «Eksempelveien 1 · kommunal bolig · født 1958 · følges opp av Marit og Jon» */
function subOf(view: CaseView, { say, language, people, today }: LogContext): string {
  const stay = stayNow(view.stays, today)
  const tenure = termOf(say, 'tenureType', view.home.tenure)
  const workers = [...new Set(view.visits.slice(0, 3).flatMap((visit) => visit.workers))].map((id) => nameOf(people, id))
  return [
    view.home.address,
    stay && say('forms.stays.sleeps', { where: placeOf(stay, say) }),
    tenure && inSentence(tenure),
    view.resident.birthYear && say('office.born', { year: view.resident.birthYear }),
    workers.length > 0 ? say('office.followedBy', { names: joined(language, workers) }) : undefined,
  ]
    .filter(Boolean)
    .join(' · ')
}
