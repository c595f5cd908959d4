// One visit as the lines of the log: what the resident said, what was seen, what others told, what each worker judged,
// what was agreed. Two workers stand under each other and are never merged (desk.md 1, «Strengths before problems»).

import type { ContributionView, VisitView } from '#domain/case-view-visits.ts'
import type { ObservationView, TaskView } from '#domain/case-view-events.ts'
import type { GoalView, MeasureView } from '#domain/case-view-plan.ts'
import type { Basis } from '#domain/codes.ts'
import { type Id, isId } from '#domain/ids.ts'
import { joined, shortDate } from '#texts/format.ts'
import { inSentence, termOf } from '#texts/terms.ts'
import { nameOf, type Person } from '../people.ts'
import type { Speaks } from './when.ts'

export interface LogLine {
  readonly key: string
  readonly label: string
  readonly texts: readonly { readonly key: string; readonly text: string }[]
  /** What was agreed is shown with ticks. */
  readonly isAgreed?: true
}

export interface LogContext extends Speaks {
  readonly people: ReadonlyMap<Id, Person>
  readonly resident: string
  readonly goals: readonly GoalView[]
  readonly measures: readonly MeasureView[]
}

export function logOf(visit: VisitView, context: LogContext): readonly LogLine[] {
  const { say, resident } = context
  const told = (basis: Basis, label: string) => byBasis(visit, basis, label, context)
  return [
    ...told('told_by_resident', say('log.said', { name: resident })),
    ...told('seen', say('log.seen')),
    ...told('told_by_other', say('log.told')),
    ...assessments(visit, context),
    ...visit.contributions.flatMap((one) => notesOf(one, context)),
    ...line('outcome', say('log.outcome'), texts(visit.outcomeNote)),
    ...line('goals', say('log.goals'), goalTexts(visit, context)),
    ...line('measures', say('log.measures'), measureTexts(visit, context)),
    ...line('attempts', say('log.attempt'), attemptTexts(visit, context)),
    ...line('concerns', say('log.concern'), visit.concerns.map((one) => ({ key: one.id, text: termOf(say, 'concernCode', one.code) ?? say('concern.unknown') }))),
    ...line('agreed', say('log.agreed'), visit.tasks.map((task) => ({ key: task.id, text: taskWords(task, context) }))).map(
      (agreed): LogLine => ({ ...agreed, isAgreed: true }),
    ),
  ]
}

/** «Marit: ringer om stol til stua, innen tir. 24.11» */
export function taskWords(task: TaskView, { say, language, people, resident }: LogContext): string {
  const who = task.assignee === 'resident' ? resident : isId(task.assignee) ? nameOf(people, task.assignee) : task.assignee
  const words = who === undefined ? task.title : say('log.task', { who, what: inSentence(task.title) })
  return task.due === undefined ? words : say('log.taskBy', { task: words, day: shortDate(language, task.due) })
}

export const workersOf = (visit: VisitView | { readonly workers: readonly Id[] }, { people, language }: Pick<LogContext, 'people' | 'language'>): string =>
  joined(
    language,
    visit.workers.map((worker) => nameOf(people, worker)),
  )

type Texts = LogLine['texts']
const line = (key: string, label: string, found: Texts): readonly LogLine[] => (found.length === 0 ? [] : [{ key, label, texts: found }])
const texts = (text: string | undefined): Texts => (text === undefined ? [] : [{ key: text, text }])
const current = (visit: VisitView): readonly ObservationView[] => visit.observations.filter((one) => one.correctedBy === undefined)

/** With two workers on the visit each text says whose it is. */
function byBasis(visit: VisitView, basis: Basis, label: string, { say, people }: LogContext): readonly LogLine[] {
  const isShared = visit.contributions.length > 1
  const found = current(visit).flatMap((one) => {
    const text = one.basis === basis ? observed(one, say) : undefined
    if (text === undefined) return []
    const named = isShared && one.made ? say('log.written', { text, name: nameOf(people, one.made.by) }) : text
    return [{ key: one.id, text: named }]
  })
  return line(basis, label, found)
}

function observed(one: ObservationView, say: Speaks['say']): string | undefined {
  const area = termOf(say, 'area', one.area)
  const level = termOf(say, 'areaLevel', one.level)
  const mark = area && level ? say('log.area', { area, level: inSentence(level) }) : undefined
  if (one.text === undefined) return mark
  return mark === undefined ? one.text : `${mark}. ${one.text}`
}

function assessments(visit: VisitView, context: LogContext): readonly LogLine[] {
  const judged = current(visit).filter((one) => one.basis === 'assessment')
  const authors = [...new Set(judged.map((one) => one.made?.by))]
  return authors.flatMap((author) => {
    const own = judged.filter((one) => one.made?.by === author)
    const name = author === undefined ? '–' : nameOf(context.people, author)
    const found = own.flatMap((one) => {
      const text = observed(one, context.say)
      return text === undefined ? [] : [{ key: one.id, text }]
    })
    return line(`assessed ${author}`, context.say('log.assessed', { name }), found)
  })
}

function notesOf(one: ContributionView, { say, people }: LogContext): readonly LogLine[] {
  const note = line(`note ${one.id}`, say('log.note', { name: nameOf(people, one.worker) }), texts(one.note))
  const added = one.addenda.flatMap((addendum) =>
    line(addendum.id, say('log.addendum', { name: addendum.made ? nameOf(people, addendum.made.by) : '–' }), texts(addendum.text)),
  )
  return [...note, ...added]
}

function goalTexts(visit: VisitView, { say, goals, people, resident }: LogContext): Texts {
  return visit.goalScores.flatMap((score) => {
    const goal = goals.find((one) => one.id === score.goal)
    if (!goal) return []
    const by = score.by === 'resident' ? resident : score.author ? nameOf(people, score.author) : '–'
    const words = say('log.goal', { goal: goal.text, score: score.score, by })
    return [{ key: score.id, text: score.note ? `${words}. ${score.note}` : words }]
  })
}

function measureTexts(visit: VisitView, { say, measures }: LogContext): Texts {
  return visit.measureLogs.flatMap((log) => {
    const measure = measures.find((one) => one.id === log.measure)
    const done = termOf(say, 'measureResult', log.done)
    if (!measure || !done) return []
    const words = say('log.measure', { measure: measure.text, done: inSentence(done) })
    return [{ key: log.id, text: log.note ? `${words}. ${log.note}` : words }]
  })
}

function attemptTexts(visit: VisitView, { say }: LogContext): Texts {
  return visit.contactAttempts.map((one) => {
    const words = [termOf(say, 'contactWay', one.way), termOf(say, 'contactResult', one.result)].flatMap((word) => word ?? [])
    return { key: one.id, text: [words.join(': '), one.note].filter(Boolean).join('. ') }
  })
}
