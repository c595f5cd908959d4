// Raskt notat: tab, outcome, done. The resident is guessed and the guess is explained; an outcome is saved at the tap and
// can be taken back for ten seconds; words are kept while they are typed (UX.md 3, «Quick capture in the doorway»).

import { useState } from 'react'
import { useParams } from 'react-router'
import type { Answer, Casebook } from '#device/casebook.ts'
import { readCase } from '#domain/case-view.ts'
import type { LaneId } from '#domain/ids.ts'
import { clockOf } from '#texts/format.ts'
import { Loading } from '../loading.tsx'
import { MainLink } from '../parts/button.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { laneOfParam, paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import { useAnswer, useCasebook } from '../use-session.tsx'
import { type Guess, guessResident } from './guess.ts'
import { keeperOfNote, moveNote, noteUnderWay } from './note-draft.ts'
import { NoteForm } from './note-form.tsx'
import { Who } from './who.tsx'

export function QuickNote() {
  const list = useAnswer({ ask: 'today' })
  const { resident } = useParams()
  return list ? <Guessed key={resident ?? ''} list={list} asked={laneOfParam(resident)} /> : <Loading />
}

interface Chosen {
  readonly lane: LaneId | undefined
  readonly why: Guess | 'draft' | undefined
}
/** Guessed once, when the note is opened: the list moves on when something is saved, the note does not. */
function Guessed({ list, asked }: { readonly list: Answer; readonly asked: LaneId | undefined }) {
  const casebook = useCasebook()
  const [{ lane, why }, setChosen] = useState<Chosen>(() => firstChoice(list, asked, casebook))
  const choose = (next: LaneId) => {
    if (lane) moveNote(casebook, lane, next, list.drafts)
    setChosen({ lane: next, why: undefined })
  }
  return lane ? <NoteOfHome key={lane} list={list} lane={lane} why={why} onChoose={choose} /> : <NobodyYet list={list} onChoose={choose} />
}

function firstChoice({ summaries, today, drafts }: Answer, asked: LaneId | undefined, { me, now }: Casebook): Chosen {
  const guess = guessResident({ summaries, today, clock: clockOf(now()).replace('.', ':'), me })
  if (asked) return { lane: asked, why: guess?.lane === asked ? guess : undefined }
  const underWay = noteUnderWay(drafts)
  return underWay ? { lane: underWay.lane, why: 'draft' } : { lane: guess?.lane, why: guess }
}

interface NoteOfHomeProps {
  readonly list: Answer
  readonly lane: LaneId
  readonly why: Guess | 'draft' | undefined
  readonly onChoose: (lane: LaneId) => void
}
function NoteOfHome({ list, lane, why, onChoose }: NoteOfHomeProps) {
  const casebook = useCasebook()
  const answer = useAnswer({ ask: 'resident', lane })
  const view = answer && readCase(answer.rows)
  if (!answer) return <Loading />
  if (!view) return <NobodyYet list={list} onChoose={onChoose} />
  return (
    <NoteForm
      answer={answer}
      view={view}
      keeper={keeperOfNote(casebook, lane, answer.drafts)}
      who={<Who list={list} lane={lane} why={why} onChoose={onChoose} />}
    />
  )
}

function NobodyYet({ list, onChoose }: { readonly list: Answer; readonly onChoose: (lane: LaneId) => void }) {
  const say = useSay()
  return (
    <Screen
      header={{ title: say('note.title'), back: paths.today }}
      strip={<OfflineStrip isOnline={list.sending.isOnline} />}
      bar={
        <Bar>
          <MainLink to={paths.today}>{say('shell.toToday')}</MainLink>
        </Bar>
      }
    >
      <Who list={list} lane={undefined} why={undefined} onChoose={onChoose} />
    </Screen>
  )
}
