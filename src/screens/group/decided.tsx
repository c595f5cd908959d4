// What the meetings have decided and is not done yet, ticked off here; whose it is stands beside it, one's own first.

import { effective } from '#domain/effective.ts'
import type { Id } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import { seenOf } from '#domain/register.ts'
import { seenBy } from '#domain/visit-start.ts'
import { List, Note, Section } from '../parts/cards.tsx'
import { TickRow } from '../parts/ticks.tsx'
import { nameOf, peopleOf } from '../people.ts'
import { useDay } from '../use-day.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { OfGroup } from './groups.tsx'
import { whoDoes } from './who-does.ts'

export function Decided({ answer, view, group }: OfGroup) {
  const say = useSay()
  const day = useDay()
  const { me } = useCasebook()
  const { record, refusal } = useRecording()
  const tasks = new Set(group.meetings.flatMap(({ decisions }) => decisions.flatMap(({ task }) => task ?? [])))
  const open = view.tasks.filter(({ id, status, doneOn }) => tasks.has(id) && (status === 'open' || doneOn === answer.today))
  const people = peopleOf(answer.office)
  const mineFirst = [...open].sort((a, b) => Number(b.assignee === me) - Number(a.assignee === me))
  const toggle = (id: Id) => {
    const row = answer.rows.get(id)
    if (!row) return
    const isDone = effective(row, 'status') === 'done'
    const set = isDone ? { status: 'open' as const } : { status: 'done' as const, doneOn: answer.today }
    void record([patch(row.lane, 'task', id, set, { seen: seenBy(me, row, seenOf(row)) })], { atOnce: true })
  }
  if (open.length === 0) return null
  return (
    <Section title={say('group.decided')}>
      <List>
        {mineFirst.map(({ id, title, assignee, due, status }) => (
          <TickRow
            key={id}
            isDone={status === 'done'}
            title={title}
            sub={say('group.decidedSub', {
              who: assignee === me ? say('group.me') : whoDoes(assignee, view.resident.name, (user) => nameOf(people, user)),
              due: due && day(due),
            })}
            onToggle={() => toggle(id)}
          />
        ))}
      </List>
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </Section>
  )
}
