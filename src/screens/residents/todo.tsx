// «Må gjøres»: what no visit has agreed but somebody has to do, mine or nobody's, ticked off here.

import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import { isId } from '#domain/ids.ts'
import { isForMe, looseTasks } from '#domain/loose-tasks.ts'
import { List, Note, Section } from '../parts/cards.tsx'
import { TickRow } from '../parts/ticks.tsx'
import { peopleOf } from '../people.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { Who } from './agreements.tsx'
import { useTick } from './use-tick.ts'

export function Todo({ answer, view }: { readonly answer: Answer; readonly view: CaseView }) {
  const say = useSay()
  const { me } = useCasebook()
  const { toggle, refusal } = useTick(answer)
  const people = peopleOf(answer.office)
  const tasks = looseTasks(view, answer.today).filter((task) => isForMe(task, me, (id) => isId(id) && people.has(id)))
  if (tasks.length === 0) return null
  return (
    <Section title={say('resident.todo')}>
      <List>
        {tasks.map((task) => (
          <TickRow
            key={task.id}
            isDone={task.status === 'done'}
            title={task.title}
            sub={<Who task={task} view={view} people={people} />}
            onToggle={() => toggle(task)}
          />
        ))}
      </List>
      {refusal === undefined ? null : <Note tone="care">{say('resident.notTicked')}</Note>}
    </Section>
  )
}
