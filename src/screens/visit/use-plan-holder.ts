// When several visit, one holds the plan (UX.md 3, «Two workers, same visit»). Each writes her own answers all the same,
// and nothing of the other's is replaced: it only says who leads when the plan itself is changed.

import type { Write } from '#domain/guide.ts'
import type { Id } from '#domain/ids.ts'
import { ref } from '#domain/reading.ts'
import { patch } from '#domain/records.ts'
import { seenOf } from '#domain/register.ts'
import type { Screen } from '#domain/visit-walk.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { firstName, type VisitHere } from './use-visit.ts'

const CHANGES_PLAN: readonly Write['kind'][] = ['planDraft', 'planWish', 'goalWish', 'reviewDecision', 'reviewEndDate', 'reviewNewGoal']
export const changesPlan = ({ step }: Screen): boolean => step.writes.some(({ kind }) => CHANGES_PLAN.includes(kind))

interface Holder {
  readonly isMe: boolean
  /** First name. */
  readonly name: string
}
/** Nobody while one visits alone. Until somebody says otherwise it is the one named first. */
export function planHolder({ answer, visit, people, casebook }: VisitHere): Holder | undefined {
  if (visit.workers.length < 2) return undefined
  const row = answer.rows.get(visit.id)
  const said = row && ref(row, 'holdsPlan')
  const holds = visit.workers.find((id) => id === said) ?? visit.workers[0]
  return holds && { isMe: holds === casebook.me, name: firstName(people.get(holds)?.name ?? '–') }
}

export function useChangeHolder(here: VisitHere) {
  const say = useSay()
  const { record, refusal } = useRecording()
  const { answer, visit, people, casebook, lane } = here
  const change = () => {
    const row = answer.rows.get(visit.id)
    const next = afterHolder(here)
    if (!row || !next) return
    const text = next === casebook.me ? say('around.youHold') : say('around.holds', { name: firstName(people.get(next)?.name ?? '–') })
    void record([patch(lane, 'visit', visit.id, { holdsPlan: next }, { seen: seenOf(row) })], { text })
  }
  return { change, refusal }
}

function afterHolder({ answer, visit }: VisitHere): Id | undefined {
  const row = answer.rows.get(visit.id)
  const said = row && ref(row, 'holdsPlan')
  const at = said ? Math.max(0, visit.workers.indexOf(said)) : 0
  return visit.workers[(at + 1) % visit.workers.length]
}
