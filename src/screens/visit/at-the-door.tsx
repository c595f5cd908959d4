// At the door: how it went, in one tap (DOMAIN.md 2.9). The eight most common stand at the bottom, under the thumb; the
// rest come at a word. A no gets its own calm screen, and two taps are enough.

import { useState } from 'react'
import { Navigate } from 'react-router'
import type { Outcome } from '#domain/codes.ts'
import { isOutcomeStep, outcomeOf } from '#domain/visit-walk.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { Act, Acts } from '../parts/acts.tsx'
import { OutlineButton } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { useTitleFocus } from '../parts/visit-parts.tsx'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import { isRefusal } from './begin.ts'
import { Refusal } from './refusal.tsx'
import { useDoor } from './use-door.ts'
import { useHeld } from './use-keeper.ts'
import { firstName, type OpenVisit, useVisit, type VisitHere, walkOf } from './use-visit.ts'
import '../parts/door.css'

export function AtTheDoor() {
  const here = useVisit()
  if (here === 'loading') return <Loading />
  if (here === 'missing') return <NotHere />
  const { keeper, visit } = here
  if (keeper) return <OpenDoor open={{ ...here, keeper }} />
  const isOver = visit.status !== 'planned' && visit.status !== 'in_progress'
  return isOver ? <Navigate replace to={paths.visit(here.lane, visit.id)} /> : <Door here={here} />
}

/** Under way already: a no that was told stands here after a lock as well. */
function OpenDoor({ open }: { readonly open: OpenVisit }) {
  const { content } = useHeld(open.keeper)
  const outcome = outcomeOf(walkOf(open, content))
  return outcome && isRefusal(outcome) ? <Refusal open={open} outcome={outcome} /> : <Door here={open} />
}

/** Most common first; within a group as they are said. */
const FIRST: readonly Group[] = [
  { title: 'atHome', outcomes: ['home_full', 'home_short', 'home_at_door', 'phone_instead'] },
  { title: 'notHome', outcomes: ['not_home', 'no_answer'] },
  { title: 'didNotWant', outcomes: ['declined_entry', 'declined_service'] },
]
const MORE: readonly Group[] = [
  { title: 'couldNot', outcomes: ['intoxicated', 'unwell', 'hospital_or_detox', 'imprisoned'] },
  {
    title: 'other',
    outcomes: ['cancelled_by_resident', 'cancelled_by_service', 'unsafe_left', 'moved', 'wrong_address', 'deceased'],
  },
]
interface Group {
  readonly title: 'atHome' | 'notHome' | 'didNotWant' | 'couldNot' | 'other'
  readonly outcomes: readonly Outcome[]
}

function Door({ here }: { readonly here: VisitHere }) {
  const say = useSay()
  const [isAll, setAll] = useState(false)
  const { tell, refusal } = useDoor(here)
  const { lane, visit, answer, view } = here
  const offered = offeredBy(here)
  useTitleFocus('door')
  const groups = (isAll ? [...FIRST, ...MORE] : FIRST).flatMap(({ title, outcomes }) => {
    const known = outcomes.filter((outcome) => offered.has(outcome))
    return known.length === 0 ? [] : [{ title, outcomes: known }]
  })
  return (
    <Screen
      className="bf-atdoor"
      header={{
        title: say('around.atTheDoor'),
        sub: say('around.howDidItGo', { name: firstName(view.resident.name) }),
        back: paths.visit(lane, visit.id),
      }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar>
          <OutlineButton onPress={() => setAll(!isAll)}>{say(isAll ? 'around.fewerOutcomes' : 'around.moreOutcomes')}</OutlineButton>
        </Bar>
      }
    >
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
      {groups.map(({ title, outcomes }) => (
        <DoorGroup key={title} title={say(`around.group.${title}`)} outcomes={outcomes} onTell={(outcome) => void tell(outcome)} />
      ))}
    </Screen>
  )
}

const offeredBy = ({ guide }: VisitHere): ReadonlySet<string> => {
  const step = guide.blocks.flatMap((block) => block.steps).find(isOutcomeStep)
  return new Set(step?.options?.map(({ code }) => code))
}

interface DoorGroupProps {
  readonly title: string
  readonly outcomes: readonly Outcome[]
  readonly onTell: (outcome: Outcome) => void
}
function DoorGroup({ title, outcomes, onTell }: DoorGroupProps) {
  const say = useSay()
  return (
    <section className="bf-atdoor__group" aria-label={title}>
      <h2 className="bf-h2 bf-h2--quiet">{title}</h2>
      <Acts isTwo>
        {outcomes.map((outcome) => (
          <Act key={outcome} isStacked onPress={() => onTell(outcome)}>
            {say(`around.door.${outcome}`)}
          </Act>
        ))}
      </Acts>
    </section>
  )
}
