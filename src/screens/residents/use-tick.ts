// A tick on a task: done at one tap, ten seconds take it back, another tap opens it again.

import type { Answer } from '#device/casebook.ts'
import type { TaskView } from '#domain/case-view-events.ts'
import { patch } from '#domain/records.ts'
import { seenOf } from '#domain/register.ts'
import { seenBy } from '#domain/visit-start.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'

export function useTick({ rows, today }: Pick<Answer, 'rows' | 'today'>) {
  const say = useSay()
  const { me } = useCasebook()
  const { record, refusal } = useRecording()
  const toggle = (task: TaskView) => {
    const row = rows.get(task.id)
    if (!row) return
    const isDone = task.status === 'done'
    const set = isDone ? { status: 'open' as const } : { status: 'done' as const, doneOn: today }
    const text = say(isDone ? 'resident.todoOpened' : 'resident.todoDone')
    void record([patch(row.lane, 'task', row.id, set, { seen: seenBy(me, row, seenOf(row)) })], { text })
  }
  return { toggle, refusal }
}
