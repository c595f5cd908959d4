// Tasks that no visit made: from a consent that was withdrawn, a meeting's decision, a hint about the home. They are not
// «Avtalt sist» (case-view.ts, `agreedLast`), and stand by themselves where people look.

import type { CaseView } from './case-view.ts'
import type { TaskView } from './case-view-events.ts'
import type { Id, LocalDate } from './ids.ts'

/** Open, or done today: a tick can be taken back where it was set, and a row stays where it is. */
export const looseTasks = ({ tasks }: Pick<CaseView, 'tasks'>, today: LocalDate): readonly TaskView[] =>
  tasks
    .filter(({ visit, status, doneOn }) => visit === undefined && (status === 'open' || (status === 'done' && doneOn === today)))
    .sort((a, b) => (madeKey(a) < madeKey(b) ? -1 : 1))

const madeKey = ({ made, id }: TaskView): string => `${made?.at ?? ''} ${id}`

/** Mine, or nobody's who works here: a colleague's stand at hers and at the desk. */
export const isForMe = ({ assignee }: TaskView, me: Id, works: (id: string) => boolean): boolean =>
  assignee === me || assignee === undefined || !works(assignee)
