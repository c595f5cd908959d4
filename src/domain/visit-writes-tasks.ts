// What is to be done after a visit: what was agreed, the next visit, and what the office takes on. Tasks and visits live on
// after the visit, so they are nobody's contribution (no root). Two who write down the same make one task.

import type { StepAnswer } from './answers.ts'
import { addDays } from './calendar.ts'
import type { Due, Option, Step } from './guide.ts'
import type { LocalDate } from './ids.ts'
import { type Fields, patch } from './records.ts'
import type { Patch } from './register.ts'
import { givenValue } from './visit-answers.ts'
import { fill } from './visit-context.ts'
import { codesFor, type Finishing, noteOf, type Of, type Said } from './visit-shared.ts'
import { seenBy } from './visit-start.ts'

/** An open one that says the very same is not written again. */
export function newTask(
  f: Finishing,
  set: Omit<Partial<Fields['task']>, 'status' | 'title'> & Pick<Fields['task'], 'title'>,
): readonly Patch[] {
  const { title, visit, assignee, due } = set
  const isThere = f.view.tasks.some(
    (task) => task.status === 'open' && task.title === title && task.visit === visit && task.assignee === assignee && task.due === due,
  )
  return isThere ? [] : [patch(f.view.lane, 'task', f.newId(), { ...set, status: 'open' })]
}

export function toCoordinator(f: Finishing): { readonly assignee?: string } {
  const assignee = f.coordinator ?? f.view.group?.coordinator?.name
  return assignee ? { assignee } : {}
}
const takenBy = (f: Finishing, to: 'coordinator' | 'me') => (to === 'me' ? { assignee: f.me } : toCoordinator(f))

/** From the day it is written: what was to be done today cannot be done yesterday. */
const DAYS: Readonly<Record<Due, number>> = { today: 0, tomorrow: 1, week: 7 }
const dueOn = ({ today }: Finishing, due: Due | undefined): { readonly due?: LocalDate } => (due ? { due: addDays(today, DAYS[due]) } : {})

/** Done is done, not relevant is dropped; the rest stays open and is asked about again next time. */
export function taskStatus(f: Finishing, answer: StepAnswer | undefined): readonly Patch[] {
  const value = givenValue(answer)
  if (value?.is !== 'checks') return []
  return f.walk.context.agreed.flatMap((task) => {
    const result = value.checks[task.id]?.result
    const row = f.rows.get(task.id)
    if (!row || (result !== 'yes' && result !== 'not_relevant')) return []
    const set = result === 'yes' ? ({ status: 'done', doneOn: f.on } as const) : ({ status: 'dropped' } as const)
    return [patch(f.view.lane, 'task', task.id, set, { seen: seenBy(f.me, row, f.seen[task.id]) })]
  })
}

export function createTasks(f: Finishing, answer: StepAnswer | undefined): readonly Patch[] {
  const value = givenValue(answer)
  if (value?.is !== 'agreements') return []
  return value.lines.flatMap(({ text, who, due }) => {
    const title = text.trim()
    if (title === '') return []
    const assignee = who.trim()
    const set = { title, visit: f.draft.visit, ...(assignee ? { assignee } : {}), ...(due ? { due } : {}) }
    return newTask(f, set)
  })
}

/** The same people come again, unless a colleague has already put that very time in the book. */
export function createVisit(f: Finishing, answer: StepAnswer | undefined): readonly Patch[] {
  const value = givenValue(answer)
  const start = value?.is === 'nextVisit' ? value.start : undefined
  if (!start || f.view.visits.some((visit) => visit.status === 'planned' && visit.start === start)) return []
  const now = f.view.visits.find((visit) => visit.id === f.draft.visit)
  const workers = now?.workers.includes(f.me) ? now.workers : [...(now?.workers ?? []), f.me]
  const { code, version, visitKinds } = f.walk.guide
  // The next time is an ordinary visit, whatever this one was; its guide is chosen when it starts.
  const guide = visitKinds.includes('followup') ? { guide: { code, version } } : {}
  const set = { kind: 'followup', ...guide, planned: { start }, workers, status: 'planned' } as const
  return [patch(f.view.lane, 'visit', f.newId(), set)]
}

/** Names no visit: it is the office's own work, and is not read out next time as something that was agreed. */
export function officeTask(f: Finishing, write: Of<'task'>, answer: StepAnswer | undefined): readonly Patch[] {
  if (write.unlessNextVisit && hasNextVisit(f)) return []
  const value = givenValue(answer)
  const said = write.withWords && (value?.is === 'text' ? value.text.trim() : noteOf(answer))
  const title = [write.title[f.language], ...(said ? [`«${said}»`] : [])].join(' ')
  return newTask(f, { title, ...takenBy(f, write.to), ...dueOn(f, write.due) })
}

const hasNextVisit = (f: Finishing): boolean =>
  f.steps.some((step) => {
    const value = givenValue(f.draft.answers[step.id])
    return value?.is === 'nextVisit' && value.start !== undefined
  })

/** One for each option chosen, or for each item with one of the answers: our own work, so it names no visit either. */
export function taskEach(f: Finishing, { write, step, answer }: Said<'taskEach'>): readonly Patch[] {
  return chosen(step, answer, write).flatMap(({ text }) => {
    const title = fill(write.title[f.language], { ...f.walk.context.fills, what: text[f.language] })
    return newTask(f, { title, ...takenBy(f, write.to), ...dueOn(f, write.due) })
  })
}
function chosen(step: Step, answer: StepAnswer | undefined, write: Of<'taskEach'>): readonly Option[] {
  const value = givenValue(answer)
  if (value?.is !== 'each') {
    const codes = codesFor({ write, answer })
    return (step.options ?? []).filter(({ code }) => codes.includes(code))
  }
  return (step.items ?? []).filter(({ code }) => {
    const is = value.each[code]
    return is !== undefined && (write.when?.includes(is) ?? true)
  })
}

/** Offered and taken in the talk: an agreement like the others, asked about next time. */
export function offeredTask(f: Finishing, { write, answer }: Said<'offeredTask'>): readonly Patch[] {
  const value = givenValue(answer)
  if (value?.is === 'offer' && value.code !== 'yes') return []
  const { who, due } = value?.is === 'offer' ? { who: value.who?.trim(), due: value.due } : { who: f.me, due: undefined }
  const title = fill(write.title[f.language], f.walk.context.fills)
  return newTask(f, { title, visit: f.draft.visit, ...(who ? { assignee: who } : {}), ...(due ? { due } : {}) })
}
