// «To versjoner» of one resident at the desk, by its own address (the phone has the same): the questions one by one.

import { useNavigate, useParams } from 'react-router'
import { readCase } from '#domain/case-view.ts'
import type { LaneId } from '#domain/ids.ts'
import { DeskHead } from '../parts/desk-frame.tsx'
import { laneOfParam, paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer } from '../use-session.tsx'
import { questionsOf } from '../versions/questions.ts'
import { namesOf } from '../versions/use-settling.ts'
import { fieldWords } from '../versions/value-words.ts'
import { DeskNotHere } from './desk-not-here.tsx'
import { useDesk } from './desk-state.tsx'
import { SettleQuestion } from './settle-question.tsx'

export function DeskVersions() {
  const lane = laneOfParam(useParams().resident)
  return lane === undefined ? <DeskNotHere /> : <OfCase lane={lane} />
}

function OfCase({ lane }: { readonly lane: LaneId }) {
  const say = useSay()
  const language = useLanguage()
  const navigate = useNavigate()
  const { people, me } = useDesk()
  const answer = useAnswer({ ask: 'resident', lane })
  const view = answer && readCase(answer.rows)
  if (answer === undefined)
    return (
      <p className="body" role="status">
        {say('desk.loading')}
      </p>
    )
  if (view === undefined) return <DeskNotHere />
  const questions = questionsOf(view.twoVersions)
  const two = questions[0]
  const row = two && answer.rows.get(two.rec)
  const goOn = () => {
    if (questions.length === 1) void navigate(paths.resident(lane))
  }
  return (
    <>
      <DeskHead crumb={{ to: paths.resident(lane), word: view.resident.name }} title={say('versions.title')} />
      <div className="body">
        {two === undefined || row === undefined ? (
          <p>
            {say('versions.none')} <span className="gone">{say('versions.noneHelp')}</span>
          </p>
        ) : (
          <>
            <h2 className="reader-h">
              {say('versions.ask', { names: namesOf(two, { people, me, say, language }), what: fieldWords(say, two.type, two.field) })}
            </h2>
            <SettleQuestion
              key={`${two.rec} ${two.field}`}
              two={two}
              row={row}
              people={people}
              resident={view.resident.name}
              today={answer.today}
              backTo={paths.versions(lane)}
              onSettled={goOn}
            />
          </>
        )}
      </div>
    </>
  )
}
