// Everybody one follows up, whoever has the nearest deadline first. A small search over names and addresses; one line each.

import { useState } from 'react'
import type { Answer } from '#device/casebook.ts'
import { calendarOf, type Speech } from '../deadline-words.ts'
import '../parts/resident.css'
import { Loading } from '../loading.tsx'
import { Empty, LinkRow, List } from '../parts/cards.tsx'
import { ShortText } from '../parts/fields.tsx'
import { OfflineStrip, Screen } from '../parts/shell.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer } from '../use-session.tsx'
import { found, type HomeLine, homeLines } from './home-lines.ts'

export function Residents() {
  const answer = useAnswer({ ask: 'residents' })
  const say = useSay()
  if (answer === undefined) return <Loading />
  return (
    <Screen header={{ title: say('residents.title') }} strip={<OfflineStrip isOnline={answer.sending.isOnline} />}>
      {answer.summaries.length === 0 ? <Empty action={<NewResident />}>{say('residents.none')}</Empty> : <Found answer={answer} />}
    </Screen>
  )
}

function Found({ answer }: { readonly answer: Answer }) {
  const say = useSay()
  const language = useLanguage()
  const [words, setWords] = useState('')
  const speech: Speech = { say, language, today: answer.today, calendar: calendarOf(answer.office) }
  const lines = found(homeLines(answer.summaries, speech), words)
  return (
    <>
      <ShortText label={say('residents.search')} value={words} onChange={setWords} />
      <NewResident />
      <div className="bf-group" aria-live="polite">
        {lines.length === 0 ? <Empty>{say('residents.noneFound', { words })}</Empty> : <Lines lines={lines} />}
      </div>
    </>
  )
}

function NewResident() {
  const say = useSay()
  return (
    <div className="bf-row">
      <WordLink to={paths.newResident}>{say('about.new')}</WordLink>
    </div>
  )
}

function Lines({ lines }: { readonly lines: readonly HomeLine[] }) {
  return (
    <List>
      {lines.map((line) => (
        <LinkRow
          key={line.home.lane}
          to={paths.resident(line.home.lane)}
          title={<span className="bf-strong">{line.home.name}</span>}
          sub={<Sub line={line} />}
        />
      ))}
    </List>
  )
}

function Sub({ line }: { readonly line: HomeLine }) {
  return (
    <span className="bf-lines">
      {line.where === '' ? null : <span>{line.where}</span>}
      {line.deadline === undefined ? null : <span className={`bf-duesoon bf-duesoon--${line.deadline.tone}`}>{line.deadline.text}</span>}
    </span>
  )
}
