// A visit: before it, what one needs to know at the door; under way, its parts and how far each has come; afterwards,
// what was written. Which of them it is depends on whether I have a draft of it.

import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { BeforeVisit } from './before.tsx'
import { DoneVisit } from './done.tsx'
import { Overview } from './overview.tsx'
import { useVisit } from './use-visit.ts'

export function Visit() {
  const here = useVisit()
  if (here === 'loading') return <Loading />
  if (here === 'missing') return <NotHere />
  const { keeper, visit, casebook } = here
  if (keeper) return <Overview open={{ ...here, keeper }} />
  const isMineDone = visit.contributions.some((part) => part.worker === casebook.me && (part.isSigned || part.finishedAt))
  const isOver = visit.status !== 'planned' && visit.status !== 'in_progress'
  return isMineDone || isOver ? <DoneVisit here={here} isMineDone={isMineDone} /> : <BeforeVisit here={here} />
}
