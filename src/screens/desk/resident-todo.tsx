// «Må gjøres»: what waits for the office in this case: to read, to settle, to follow up, deadlines, and tasks with a
// tick, whoever they were given to. The dates are the engine's, in words.

import { Link } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import type { TaskView } from '#domain/case-view-events.ts'
import type { Deadline } from '#domain/deadline.ts'
import { standing } from '#domain/deadlines.ts'
import type { Id, LocalDate } from '#domain/ids.ts'
import { looseTasks } from '#domain/loose-tasks.ts'
import { answerDeadlines, calendarOf, deadlineTitle, deadlineWhen, type Speech } from '../deadline-words.ts'
import { Sec, Status, type StatusKind } from '../parts/desk-bits.tsx'
import { TickRow } from '../parts/ticks.tsx'
import { paths } from '../paths.ts'
import { useTick } from '../residents/use-tick.ts'
import { questionsOf } from '../versions/questions.ts'
import { useDesk } from './desk-state.tsx'
import { unreadBy } from './inbox-items.ts'
import { type LogContext, taskWords } from './log-lines.ts'
import { whenWords } from './when.ts'

interface Due {
  readonly key: string
  readonly kind: StatusKind
  readonly what: string
  readonly why: string | undefined
  readonly to?: string
}
interface TodoProps {
  readonly view: CaseView
  readonly answer: Answer
  readonly context: LogContext
}

export function Todo({ view, answer, context }: TodoProps) {
  const { say } = context
  const { me } = useDesk()
  const all = [...toRead(view, context, me), ...toSettle(view, context), ...deadlines(answer, context)]
  const tasks = tasksHere(view, answer.today, me)
  const { toggle, refusal } = useTick(answer)
  return (
    <Sec title={say('office.todo')}>
      {all.length + tasks.length === 0 ? <p className="gone">{say('office.todoNone')}</p> : null}
      <ul className="list todo">
        {all.map((one) => (
          <li key={one.key}>
            <Status kind={one.kind}>{one.to === undefined ? one.what : <Link to={one.to}>{one.what}</Link>}</Status>
            {one.why === undefined ? null : <p className="sub num">{one.why}</p>}
          </li>
        ))}
        {tasks.map((task) => (
          <TickRow key={task.id} isDone={task.status === 'done'} title={taskWords(task, context)} onToggle={() => toggle(task)} />
        ))}
      </ul>
      {refusal === undefined ? null : <p className="sub">{say('resident.notTicked')}</p>}
    </Sec>
  )
}

function toRead(view: CaseView, context: LogContext, me: Id): readonly Due[] {
  return view.visits.flatMap((visit): readonly Due[] => {
    const at = unreadBy(visit, me)
      .flatMap((one) => one.finishedAt ?? [])
      .sort()
      .at(-1)
    if (at === undefined) return []
    const what = context.say('office.readVisit')
    return [
      {
        key: visit.id,
        kind: 'soon',
        what,
        why: context.say('office.arrived', { time: whenWords(context, at) }),
        to: `${paths.inbox}?at=${visit.id}`,
      },
    ]
  })
}

function toSettle(view: CaseView, { say }: LogContext): readonly Due[] {
  const versions = questionsOf(view.twoVersions).length
  const two: readonly Due[] =
    versions === 0
      ? []
      : [
          {
            key: 'versions',
            kind: 'soon',
            what: say('office.settle'),
            why: say('office.versions', { n: versions }),
            to: paths.versions(view.lane),
          },
        ]
  const concerns = view.concerns.filter((one) => one.status === 'open')
  return [
    ...two,
    ...concerns.map(
      (one): Due => ({ key: one.id, kind: 'today', what: say('office.followConcern'), why: undefined, to: `${paths.inbox}?at=${one.id}` }),
    ),
  ]
}

/** What is further away is read in the plan; here stands what soon must be done. */
const NEAR = 20
function deadlines(answer: Answer, context: LogContext): readonly Due[] {
  const calendar = calendarOf(answer.office)
  const speech = { ...context, calendar }
  const tasks = answerDeadlines(answer, calendar).filter(
    (one) => one.state === 'open' && one.isTask && (one.lastsUntil === undefined || one.lastsUntil >= answer.today),
  )
  const isNear = (one: Deadline) => {
    const at = standing(one, answer.today, calendar)
    return at.kind !== 'ahead' || at.workdays <= NEAR
  }
  return tasks.filter(isNear).map((one) => ({
    key: `${one.rule} ${one.basis}`,
    kind: kindOf(one, speech),
    what: deadlineTitle(one, speech),
    why: deadlineWhen(one, speech),
  }))
}

const THIS_WEEK = 5
function kindOf(deadline: Deadline, { today, calendar }: Speech): StatusKind {
  const at = standing(deadline, today, calendar)
  if (at.kind === 'late' || at.kind === 'today') return at.kind
  return at.kind === 'ahead' && at.workdays <= THIS_WEEK ? 'soon' : 'later'
}

/** Mine, and what no visit made, whoever it was given to: a task is never nobody's to see. */
function tasksHere(view: CaseView, today: LocalDate, me: Id): readonly TaskView[] {
  const mine = view.tasks.filter(({ visit, status, assignee }) => visit !== undefined && status === 'open' && assignee === me)
  return [...looseTasks(view, today), ...mine]
}
