// One visit as the lines of the log: what the resident said, what was seen, what others told, what each worker judged,
// what was agreed. Two workers stand under each other and are never merged (desk.md 1, «Strengths before problems»).

import type { ObservationView, TaskView } from '#domain/case-view-events.ts'
import type { GoalView, MeasureView, ScoreView } from '#domain/case-view-plan.ts'
import type { ContributionView, VisitView } from '#domain/case-view-visits.ts'
import type { Basis } from '#domain/codes.ts'
import { type Id, isId } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { inSentence, joined, shortDate } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { nameOf, type Person } from '../people.ts'
import { kindContext } from '../visit/answers/kind-words.ts'
import type { QuestionOf } from './log-questions.ts'
import type { Speaks } from './when.ts'

export interface LogText {
  readonly key: string
  readonly text: string
  /** What was asked: stands over the answer. */
  readonly question?: string
  /** Second line: the area and level it was noted under, and who wrote it where several did. */
  readonly sub?: string
}
export interface LogLine {
  readonly key: string
  readonly label: string
  readonly texts: readonly LogText[]
  /** What was agreed is shown with ticks. */
  readonly isAgreed?: true
}

export interface LogContext extends Speaks {
  readonly people: ReadonlyMap<Id, Person>
  readonly resident: string
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly goals: readonly GoalView[]
  readonly measures: readonly MeasureView[]
}

const NO_GUIDE: QuestionOf = () => undefined
/** Without the words of the guide, which come by themselves, what was said stands as it is. */
export function logOf(visit: VisitView, context: LogContext, questionOf: QuestionOf = NO_GUIDE): readonly LogLine[] {
  const { say, resident } = context
  const { read } = kindContext(context)
  const asked: Asked = (one) => {
    const question = questionOf(one)
    return question && read(question)
  }
  const told = (basis: Basis, label: string) => byBasis(visit, basis, label, context, asked)
  return [
    ...told('told_by_resident', say('log.said', { name: resident })),
    ...told('seen', say('log.seen')),
    ...told('told_by_other', say('log.told')),
    ...assessments(visit, context, asked),
    ...visit.contributions.flatMap((one) => notesOf(one, context)),
    ...line('outcome', say('log.outcome'), texts(visit.outcomeNote)),
    ...goalLines(visit, context),
    ...line('measures', say('log.measures'), measureTexts(visit, context)),
    ...line('attempts', say('log.attempt'), attemptTexts(visit, context)),
    ...line(
      'concerns',
      say('log.concern'),
      visit.concerns.map((one) => ({ key: one.id, text: termOf(say, 'concernCode', one.code) ?? say('concern.unknown') })),
    ),
    ...line(
      'agreed',
      say('log.agreed'),
      visit.tasks.map((task) => ({ key: task.id, text: taskWords(task, context) })),
    ).map((agreed): LogLine => ({ ...agreed, isAgreed: true })),
  ]
}

/** «Marit: Ringe om stol til stua, innen tir. 24.11»; a title that names the person is not named twice. */
export function taskWords(task: TaskView, { say, language, people, resident }: LogContext): string {
  const who = task.assignee === 'resident' ? resident : isId(task.assignee) ? nameOf(people, task.assignee) : task.assignee
  const words = who === undefined || task.title.startsWith(who) ? task.title : say('log.task', { who, what: task.title })
  return task.due === undefined ? words : say('log.taskBy', { task: words.replace(/\.$/, ''), day: shortDate(language, task.due) })
}

export const workersOf = (
  visit: VisitView | { readonly workers: readonly Id[] },
  { people, language }: Pick<LogContext, 'people' | 'language'>,
): string =>
  joined(
    language,
    visit.workers.map((worker) => nameOf(people, worker)),
  )

type Texts = LogLine['texts']
type Asked = (one: ObservationView) => string | undefined
const line = (key: string, label: string, found: Texts): readonly LogLine[] => (found.length === 0 ? [] : [{ key, label, texts: found }])
const texts = (text: string | undefined): Texts => (text === undefined ? [] : [{ key: text, text }])
const current = (visit: VisitView): readonly ObservationView[] => visit.observations.filter((one) => one.correctedBy === undefined)

/** With two workers on the visit each text says whose it is. */
function byBasis(visit: VisitView, basis: Basis, label: string, { say, people }: LogContext, asked: Asked): readonly LogLine[] {
  const isShared = visit.contributions.length > 1
  const found = current(visit)
    .filter((one) => one.basis === basis)
    .flatMap((one) =>
      observed(one, say, asked(one), isShared && one.made ? say('log.by', { name: nameOf(people, one.made.by) }) : undefined),
    )
  return line(basis, label, found)
}

/** The words first; area and level stand under them, or alone where nothing was written. */
function observed(one: ObservationView, say: Speaks['say'], question: string | undefined, by?: string): Texts {
  const area = termOf(say, 'area', one.area)
  const level = one.level === undefined ? undefined : termOf(say, 'areaLevel', one.level)
  const mark = area && level ? say('log.area', { area, level: inSentence(level) }) : undefined
  const text = one.text ?? mark
  if (text === undefined) return []
  const sub = [one.text === undefined ? undefined : mark, by].filter(Boolean).join(' · ')
  return [{ key: one.id, text, ...(question ? { question } : {}), ...(sub === '' ? {} : { sub }) }]
}

function assessments(visit: VisitView, context: LogContext, asked: Asked): readonly LogLine[] {
  const judged = current(visit).filter((one) => one.basis === 'assessment')
  const authors = [...new Set(judged.map((one) => one.made?.by))]
  return authors.flatMap((author) => {
    const own = judged.filter((one) => one.made?.by === author)
    const name = author === undefined ? '–' : nameOf(context.people, author)
    const found = own.flatMap((one) => observed(one, context.say, asked(one)))
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

/**
 * Whose numbers they are stands in the label: the resident's own and a worker's are different things. Two workers may
 * have heard different numbers, so with two each says who wrote it.
 */
function goalLines(visit: VisitView, { say, goals, people, resident }: LogContext): readonly LogLine[] {
  const nameOfScore = (score: ScoreView) => (score.by === 'resident' ? resident : score.author ? nameOf(people, score.author) : '–')
  const isShared = visit.contributions.length > 1
  const subOf = ({ note, author }: ScoreView) =>
    [note, isShared && author ? say('log.by', { name: nameOf(people, author) }) : undefined].filter(Boolean).join(' · ')
  const names = [...new Set(visit.goalScores.map(nameOfScore))]
  return names.flatMap((name) => {
    const found = visit.goalScores
      .filter((score) => nameOfScore(score) === name)
      .flatMap((score) => {
        const goal = goals.find((one) => one.id === score.goal)
        const sub = subOf(score)
        return goal
          ? [{ key: score.id, text: say('office.score', { goal: goal.text, score: score.score }), ...(sub === '' ? {} : { sub }) }]
          : []
      })
    return line(`goals ${name}`, say('log.goalsBy', { name }), found)
  })
}

function measureTexts(visit: VisitView, { say, measures }: LogContext): Texts {
  return visit.measureLogs.flatMap((log) => {
    const measure = measures.find((one) => one.id === log.measure)
    const done = termOf(say, 'measureResult', log.done)
    if (!measure || !done) return []
    return [
      { key: log.id, text: say('log.measure', { measure: measure.text, done: inSentence(done) }), ...(log.note ? { sub: log.note } : {}) },
    ]
  })
}

function attemptTexts(visit: VisitView, { say }: LogContext): Texts {
  return visit.contactAttempts.map((one) => {
    const words = [termOf(say, 'contactWay', one.way), termOf(say, 'contactResult', one.result)].flatMap((word) => word ?? [])
    return { key: one.id, text: [words.join(': '), one.note].filter(Boolean).join('. ') }
  })
}
