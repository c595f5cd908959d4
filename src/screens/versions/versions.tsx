// P11, «To versjoner» on the phone: one question at a time, both as they were written, no blame, and nothing is lost.

import '../parts/versions.css'
import { useNavigate, useParams } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import { type CaseView, readCase, type TwoVersions } from '#domain/case-view.ts'
import type { Id, LaneId } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import type { Say } from '#texts/say.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { AskPerson } from '../parts/ask-person.tsx'
import { MainButton, MainLink } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { HistoryIcon } from '../parts/desk-icons.ts'
import { Bar, Screen } from '../parts/shell.tsx'
import { OneTile, type TileOption } from '../parts/tiles.tsx'
import { laneOfParam, paths } from '../paths.ts'
import { peopleOf } from '../people.ts'
import { useSay } from '../use-say.tsx'
import { useAnswer, useSession } from '../use-session.tsx'
import { questionsOf } from './questions.ts'
import { BOTH, type Settling, type Side, useSettling } from './use-settling.ts'

export function Versions() {
  const lane = laneOfParam(useParams().resident)
  return lane === undefined ? <NotHere /> : <OfCase lane={lane} />
}

function OfCase({ lane }: { readonly lane: LaneId }) {
  const answer = useAnswer({ ask: 'resident', lane })
  if (answer === undefined) return <Loading />
  const view = readCase(answer.rows)
  if (view === undefined) return <NotHere />
  const two = questionsOf(view.twoVersions)[0]
  const row = two && answer.rows.get(two.rec)
  if (two === undefined || row === undefined) return <NothingLeft view={view} />
  return <OneQuestion key={`${two.rec} ${two.field}`} view={view} two={two} row={row} answer={answer} />
}

interface OneQuestionProps {
  readonly view: CaseView
  readonly two: TwoVersions
  readonly row: RecordRow
  readonly answer: Answer
}

function OneQuestion({ view, two, row, answer }: OneQuestionProps) {
  const say = useSay()
  const navigate = useNavigate()
  const { isDemo } = useSession()
  const settling = useSettling({
    two,
    row,
    people: peopleOf(answer.office),
    resident: view.resident.name,
    today: answer.today,
    backTo: paths.versions(view.lane),
  })
  const { question } = settling
  const isLast = questionsOf(view.twoVersions).length === 1
  const finish = async () => {
    if ((await settling.settle()) && isLast) await navigate(paths.resident(view.lane))
  }
  return (
    <Screen
      header={{ title: say('versions.title'), sub: view.resident.name, back: paths.resident(view.lane) }}
      bar={
        <Bar>
          {question.others.map((person) => (
            <AskPerson key={person.id} name={person.name} phone={person.phone} isDemo={isDemo} />
          ))}
          {settling.use === undefined ? null : (
            <MainButton isBusy={settling.isBusy} onPress={() => void finish()}>
              {settling.use}
            </MainButton>
          )}
        </Bar>
      }
    >
      <p className="bf-text">
        {say('versions.wrote', { names: question.names, what: question.what })}{' '}
        {say(question.sides.length > 2 ? 'versions.noFaultAll' : 'versions.noFault')}
      </p>
      {question.meanwhile === undefined ? null : <Note tone="calm">{question.meanwhile}</Note>}
      {settling.isNew ? <Note tone="care">{say('versions.changed')}</Note> : null}
      <Choices settling={settling} />
      {settling.refusal === undefined ? null : <Note tone="care">{say(`refusal.${settling.refusal.kind}`)}</Note>}
      <Note tone="calm" icon={<HistoryIcon aria-hidden fontSize="1.375rem" />}>
        {say(question.sides.length > 2 ? 'versions.keptAll' : 'versions.kept')}
      </Note>
    </Screen>
  )
}

function Choices({ settling }: { readonly settling: Settling }) {
  const say = useSay()
  const { question, choice, choose } = settling
  const sides = question.sides.map(
    (side): TileOption => ({
      code: side.id,
      text: side.isShort ? <b>{side.value}</b> : side.value,
      hint: hintOf(side, say),
    }),
  )
  const isMany = question.sides.length > 2
  const both = question.isText
    ? [{ code: BOTH, text: say(isMany ? 'versions.all' : 'versions.both'), hint: say(isMany ? 'versions.allHint' : 'versions.bothHint') }]
    : []
  const pick = (code: string) => {
    const side = question.sides.find((one): one is Side & { readonly id: Id } => one.id === code)
    choose(side?.id ?? BOTH)
  }
  return (
    <div className="bf-tiles--figures">
      <OneTile question={say('versions.choose')} options={[...sides, ...both]} chosen={choice} onChoose={pick} />
    </div>
  )
}

/** «Du skrev det fredag 20. november kl. 12.41: «Står i begjæringen.»» */
function hintOf({ who, when, note, source, counts, needsOffice }: Side, say: Say): string {
  const wrote = say('versions.wroteAt', { name: who, when })
  const noted = note === undefined ? wrote : `${wrote}: «${note}»`
  const more = [source, counts ? say('versions.counts') : undefined, needsOffice ? say('versions.needsOffice') : undefined]
  return [noted, ...more].filter(Boolean).join('. ')
}

function NothingLeft({ view }: { readonly view: CaseView }) {
  const say = useSay()
  return (
    <Screen
      header={{ title: say('versions.title'), sub: view.resident.name, back: paths.resident(view.lane) }}
      bar={
        <Bar>
          <MainLink to={paths.resident(view.lane)}>{say('versions.toResident')}</MainLink>
        </Bar>
      }
    >
      <p className="bf-text">{say('versions.none')}</p>
      <p className="bf-text bf-subtle">{say('versions.noneHelp')}</p>
    </Screen>
  )
}
