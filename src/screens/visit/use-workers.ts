// Who comes along to a visit. Anybody may be added; only those who coordinate take a colleague out of it, since that also
// takes what the colleague may see (domain/loosening.ts).

import type { Id } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import { seenOf } from '#domain/register.ts'
import type { Person } from '../people.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { firstName, type VisitHere } from './use-visit.ts'

/** DOMAIN.md 2.9. */
const MOST = 3

export function useWorkers({ casebook, answer, lane, visit, people }: VisitHere) {
  const say = useSay()
  const { record, refusal } = useRecording()
  const { me } = casebook
  const mine = people.get(me)?.roles ?? []
  const mayTakeOut = mine.includes('case_worker') || mine.includes('leader')
  const others = visit.workers.filter((id) => id !== me)
  const save = (workers: readonly Id[], text: string) => {
    const row = answer.rows.get(visit.id)
    if (row) void record([patch(lane, 'visit', visit.id, { workers }, { seen: seenOf(row) })], { text })
  }
  const isFull = new Set([...visit.workers, me]).size >= MOST
  const free = [...people.values()].filter(
    ({ id, roles }) => id !== me && !visit.workers.includes(id) && (roles.includes('followup_worker') || roles.includes('case_worker')),
  )
  return {
    refusal,
    toAdd: isFull ? [] : free,
    toTakeOut: mayTakeOut ? others.flatMap((id) => people.get(id) ?? []) : [],
    add: ({ id, name }: Person) => save([...visit.workers, id], say('around.nowAlong', { name: firstName(name) })),
    takeOut: ({ id, name }: Person) =>
      save(
        visit.workers.filter((worker) => worker !== id),
        say('around.notAlong', { name: firstName(name) }),
      ),
  }
}
