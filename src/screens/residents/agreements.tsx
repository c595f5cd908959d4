// «Avtalt sist»: what was agreed the last time. One tap says it is done, ten seconds take it back, another tap opens it again.

import { useState } from 'react'
import type { RecordRefusal } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import type { TaskView } from '#domain/case-view-events.ts'
import type { Id, LocalDate } from '#domain/ids.ts'
import { isId } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import { type RecordRow, seenOf } from '#domain/register.ts'
import { weekdayDate } from '#texts/format.ts'
import { List, Note, Section } from '../parts/cards.tsx'
import { TickRow } from '../parts/ticks.tsx'
import { nameOf, type Person } from '../people.ts'
import { dotted } from '../today/visit-card.tsx'
import { useUi } from '../ui-store.ts'
import { useDay } from '../use-day.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'

interface Given {
  readonly view: CaseView
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly people: ReadonlyMap<Id, Person>
}

const UNDO_MS = 10_000

export function Agreements({ view, rows, people }: Given) {
  const say = useSay()
  const day = useDay()
  const casebook = useCasebook()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const [refusal, setRefusal] = useState<RecordRefusal['kind']>()
  const tasks = view.agreedLast.tasks.filter((task) => task.status !== 'dropped').sort(asMade)
  if (tasks.length === 0) return null
  const toggle = async (task: TaskView) => {
    const set = task.status === 'done' ? { status: 'open' as const } : { status: 'done' as const, doneOn: casebook.today() }
    const done = await casebook.record([patch(view.lane, 'task', task.id, set, { seen: seenOf(rows.get(task.id)) })], { holdMs: UNDO_MS })
    setRefusal(done.ok ? undefined : done.refusal.kind)
    if (done.ok) offerUndo({ text: say(task.status === 'done' ? 'resident.opened' : 'resident.ticked'), undo: done.undo })
  }
  const { on } = view.agreedLast
  return (
    <Section title={say('resident.agreed')} aside={on && day(on)}>
      <List>
        {tasks.map((task) => (
          <TickRow
            key={task.id}
            isDone={task.status === 'done'}
            title={task.title}
            sub={<Who task={task} view={view} people={people} />}
            onToggle={() => void toggle(task)}
          />
        ))}
      </List>
      {refusal === undefined ? null : <Note tone="care">{say('resident.notTicked')}</Note>}
    </Section>
  )
}

/** A row stays where it is when it is ticked. */
const asMade = (a: TaskView, b: TaskView): number => (madeKey(a) < madeKey(b) ? -1 : 1)
const madeKey = (task: TaskView): string => `${task.made?.at ?? ''} ${task.id}`

/** «Marit · innen fredag 27. november» */
export function Who({ task, view, people }: { readonly task: TaskView } & Omit<Given, 'rows'>) {
  const say = useSay()
  const language = useLanguage()
  const { today } = useCasebook()
  const by = (due: LocalDate) => say('resident.by', { date: weekdayDate(language, due, today()) })
  if (task.status !== 'open') return null
  return dotted(whoOf(task, view, people), task.due === undefined ? undefined : by(task.due))
}

function whoOf({ assignee }: TaskView, { resident }: CaseView, people: ReadonlyMap<Id, Person>): string | undefined {
  if (assignee === 'resident') return resident.name
  return isId(assignee) ? nameOf(people, assignee) : assignee
}
