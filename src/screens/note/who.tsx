// «Hvem gjelder det?»: the guess with its reason, two more from today, and all the others one tap away.

import { useState } from 'react'
import type { Answer } from '#device/casebook.ts'
import { isLaneId, type LaneId } from '#domain/ids.ts'
import { byName, clock } from '#texts/format.ts'
import { Section } from '../parts/cards.tsx'
import { ManyChips } from '../parts/visit-parts.tsx'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { firstName } from '../visit/use-visit.ts'
import { type Guess, nearAtHand } from './guess.ts'

interface WhoProps {
  readonly list: Answer
  readonly lane: LaneId | undefined
  readonly why: Guess | 'draft' | undefined
  readonly onChoose: (lane: LaneId) => void
}
const OTHERS = 'others'

export function Who({ list, lane, why, onChoose }: WhoProps) {
  const say = useSay()
  const { me } = useCasebook()
  const [isAll, setAll] = useState(lane === undefined)
  const near = nearAtHand({ summaries: list.summaries, today: list.today, me }, lane)
  const all = [...list.summaries].sort((a, b) => byName(a.name, b.name))
  const options = isAll
    ? all.map((home) => ({ code: String(home.lane), text: home.name }))
    : [...near.map((home) => ({ code: String(home.lane), text: firstName(home.name) })), { code: OTHERS, text: say('note.others') }]
  const press = (code: string) => {
    setAll(code === OTHERS)
    if (isLaneId(code) && code !== lane) onChoose(code)
  }
  return (
    <Section title={say('note.who')}>
      <ManyChips label={say('note.who')} isLabelHidden options={options} chosen={lane ? [lane] : []} onToggle={press} />
      <Why list={list} lane={lane} why={why} />
    </Section>
  )
}

function Why({ list, lane, why }: Omit<WhoProps, 'onChoose'>) {
  const say = useSay()
  const home = list.summaries.find((found) => found.lane === lane)
  if (why === undefined || home === undefined) return null
  const name = firstName(home.name)
  if (why === 'draft') return <p className="bf-meta">{say('note.why.draft', { name })}</p>
  const time = why.visit.start ? clock(why.visit.start) : ''
  return <p className="bf-meta">{say(`note.why.${why.why}`, { name, time })}</p>
}
