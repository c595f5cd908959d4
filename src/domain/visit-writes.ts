// What each `Write` of a guide makes of an answer: the closed union of DESIGN.md 3, one small function each. Called by
// visit-finish.ts for shown steps only. Every record a worker makes here belongs to her own contribution (its root),
// except tasks and visits, which live on after it.

import type { GoalAnswer, StepAnswer, Value } from './answers.ts'
import { AREAS, type Basis } from './codes.ts'
import type { Step, Write } from './guide.ts'
import { type Id, type Json, laneOf } from './ids.ts'
import { patch } from './records.ts'
import type { Patch } from './register.ts'
import { codesIn, givenValue } from './visit-answers.ts'
import { fill } from './visit-context.ts'
import { applies, type Finishing } from './visit-shared.ts'
import { seenBy } from './visit-start.ts'

/** The records one step makes. */
export function writesOf(f: Finishing, step: Step): readonly Patch[] {
  const answer = f.draft.answers[step.id]
  return step.writes.filter((write) => applies(write, answer)).flatMap((write) => writeOne(f, step, write, answer))
}

function writeOne(f: Finishing, step: Step, write: Write, answer: StepAnswer | undefined): readonly Patch[] {
  switch (write.kind) {
    case 'set':
    case 'outcome':
    case 'childrenCount':
    case 'reviewText':
    case 'reviewTrust':
    case 'reviewHowOften':
    case 'reviewDecision':
    case 'reviewEndDate':
    case 'reviewNewGoal':
    case 'reviewCrisis':
    case 'reviewAgreed':
    case 'goalResult':
    case 'measureReview':
    case 'weDid':
    case 'twoWorkers':
    case 'taskEach':
    case 'offeredTask':
    case 'income':
    case 'housingHistory':
    case 'relatives':
    case 'members':
    case 'causes':
    case 'arrears':
    case 'arrangement':
    case 'budget':
    case 'grant':
    case 'grants':
    case 'consent':
    case 'stay':
    case 'assessment':
    case 'contactStop':
    case 'refusal':
    case 'complaint':
    case 'counterComplaint':
    case 'planWish':
    case 'goalWish':
    case 'planDraft':
      return []
    case 'observe':
      return observe(f, write, answer)
    case 'observeAreas':
      return observeAreas(f, answer)
    case 'goalScore':
      return goalScores(f, answer)
    case 'measureLog':
      return measureLogs(f, write, answer)
    case 'taskStatus':
      return taskStatus(f, answer)
    case 'createTasks':
      return createTasks(f, answer)
    case 'createVisit':
      return createVisit(f, answer)
    case 'contactAttempt':
      return contactAttempt(f, step, write)
    case 'task':
      return officeTask(f, write, answer)
    case 'safetyReport':
      return [
        patch(laneOf('user', f.me), 'safetyReport', f.newId(), { visit: f.draft.visit, what: noteOf(answer) ?? codesIn(answer).join() }),
      ]
  }
}

type Of<K extends Write['kind']> = Extract<Write, { readonly kind: K }>
/** Part of my own contribution: signed with it, never touched by a colleague. */
const mine = (f: Finishing): { readonly root: Id } => ({ root: f.draft.contribution })
const noteOf = (answer: StepAnswer | undefined): string | undefined => (answer?.kind === 'given' && answer.note?.trim()) || undefined
const basisOf = (answer: StepAnswer | undefined, basis: Basis): Basis => (answer?.kind === 'given' && answer.basis) || basis

function observe(f: Finishing, write: Of<'observe'>, answer: StepAnswer | undefined): readonly Patch[] {
  const value = givenValue(answer)
  const said = value?.is === 'text' ? value.text.trim() : noteOf(answer)
  const text = said ?? write.text?.[f.language]
  const level = value?.is === 'number' ? value.number : write.levels?.[codesIn(answer)[0] ?? '']
  if (text === undefined && level === undefined) return []
  return [observation(f, { area: write.area, basis: basisOf(answer, write.basis), text, level })]
}

function observeAreas(f: Finishing, answer: StepAnswer | undefined): readonly Patch[] {
  const value = givenValue(answer)
  if (value?.is !== 'areas') return []
  return AREAS.flatMap((area) => {
    const seen = value.areas[area]
    return seen ? [observation(f, { area, basis: basisOf(answer, 'seen'), level: seen.level, text: seen.note?.trim() || undefined })] : []
  })
}

interface Observed {
  readonly area: (typeof AREAS)[number]
  readonly basis: Basis
  readonly text: string | undefined
  readonly level: number | undefined
}
const observation = (f: Finishing, { area, basis, text, level }: Observed): Patch =>
  patch(
    f.view.lane,
    'observation',
    f.newId(),
    { visit: f.draft.visit, area, basis, ...(text === undefined ? {} : { text }), ...(level === undefined ? {} : { level }) },
    mine(f),
  )

function goalScores(f: Finishing, answer: StepAnswer | undefined): readonly Patch[] {
  const value = givenValue(answer)
  if (value?.is !== 'scores') return []
  return f.walk.context.goals.flatMap((goal) => {
    const given = value.scores[goal.id]
    if (given?.score === undefined) return []
    const note = wordsOf(given)
    const set = { goal: goal.id, on: f.on, by: given.by, score: given.score, visit: f.draft.visit, ...(note ? { note } : {}) }
    return [patch(f.view.lane, 'goalScore', f.newId(), set, mine(f))]
  })
}

const wordsOf = ({ note, why }: GoalAnswer): string => [note?.trim(), why?.trim()].filter((words) => words).join('\n')

/** Twice running without help is not the resident's to mend: the coordinator gets a task (DOMAIN.md 4.5, G2 2.6). */
function measureLogs(f: Finishing, write: Of<'measureLog'>, answer: StepAnswer | undefined): readonly Patch[] {
  const value = givenValue(answer)
  if (value?.is !== 'checks') return []
  return f.walk.context.services.flatMap((measure) => {
    const check = value.checks[measure.id]
    if (!check) return []
    const note = check.note?.trim()
    const set = { measure: measure.id, on: f.on, done: check.result, visit: f.draft.visit, ...(note ? { note } : {}) }
    const before = measure.log.filter((log) => log.visit !== f.draft.visit).at(-1)
    const failedTwice = check.result === 'no' && before?.done === 'no'
    const title = fill(write.twice[f.language], { measure: measure.text })
    return [
      patch(f.view.lane, 'measureLog', f.newId(), set, mine(f)),
      ...(failedTwice ? [patch(f.view.lane, 'task', f.newId(), { title, status: 'open', ...toCoordinator(f) })] : []),
    ]
  })
}

/** Done is done, not relevant is dropped; the rest stays open and is asked about again next time. */
function taskStatus(f: Finishing, answer: StepAnswer | undefined): readonly Patch[] {
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

function createTasks(f: Finishing, answer: StepAnswer | undefined): readonly Patch[] {
  const value = givenValue(answer)
  if (value?.is !== 'agreements') return []
  return value.lines.flatMap(({ text, who, due }) => {
    const title = text.trim()
    if (title === '') return []
    const assignee = who.trim()
    const set = { title, visit: f.draft.visit, ...(assignee ? { assignee } : {}), ...(due ? { due } : {}) }
    return [patch(f.view.lane, 'task', f.newId(), { ...set, status: 'open' })]
  })
}

/** The same people come again, unless a colleague has already put that very time in the book. */
function createVisit(f: Finishing, answer: StepAnswer | undefined): readonly Patch[] {
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

/** One attempt for each visit: a later answer that says more (a note was left) takes the place of the first. */
function contactAttempt(f: Finishing, step: Step, write: Of<'contactAttempt'>): readonly Patch[] {
  const after = f.steps.slice(f.steps.indexOf(step) + 1)
  const isToldBetter = after.some((later) => later.writes.some((w) => w.kind === 'contactAttempt' && applies(w, f.draft.answers[later.id])))
  if (isToldBetter) return []
  const set = { on: f.on, way: write.way, direction: 'out', result: write.result, visit: f.draft.visit } as const
  return [patch(f.view.lane, 'contactAttempt', f.newId(), set, mine(f))]
}

/** Names no visit: it is the office's own work, and is not read out next time as something that was agreed. */
function officeTask(f: Finishing, write: Of<'task'>, answer: StepAnswer | undefined): readonly Patch[] {
  if (write.unlessNextVisit && hasNextVisit(f)) return []
  const value = givenValue(answer)
  const said = write.withWords && (value?.is === 'text' ? value.text.trim() : noteOf(answer))
  const title = [write.title[f.language], ...(said ? [`«${said}»`] : [])].join(' ')
  return [patch(f.view.lane, 'task', f.newId(), { title, status: 'open', ...(write.to === 'me' ? { assignee: f.me } : toCoordinator(f)) })]
}

const hasNextVisit = (f: Finishing): boolean =>
  f.steps.some((step) => {
    const value = givenValue(f.draft.answers[step.id])
    return value?.is === 'nextVisit' && value.start !== undefined
  })

function toCoordinator(f: Finishing): { readonly assignee?: string } {
  const assignee = f.coordinator ?? f.view.group?.coordinator?.name
  return assignee ? { assignee } : {}
}

/** An answer as its register holds it: codes, numbers and words, nothing about how it was shown. */
export function storedValue(value: Value): Json {
  switch (value.is) {
    case 'code':
      return value.code
    case 'codes':
      return value.codes
    case 'text':
      return value.text.trim()
    case 'number':
      return value.number
    case 'scores':
      return Object.fromEntries(Object.entries(value.scores).map(([goal, given]) => [goal, storedScore(given)]))
    case 'checks':
      return Object.fromEntries(Object.entries(value.checks).map(([of, { result, note }]) => [of, { result, ...(note ? { note } : {}) }]))
    case 'reviews':
      return Object.fromEntries(
        Object.entries(value.reviews).map(([of, { note, ...said }]) => [of, { ...said, ...(note?.trim() ? { note: note.trim() } : {}) }]),
      )
    case 'areas':
      return Object.fromEntries(AREAS.flatMap((area) => (value.areas[area] ? [[area, { ...value.areas[area] }]] : [])))
    case 'agreements':
      return value.lines.filter((line) => line.text.trim() !== '').map((line) => ({ ...line }))
    case 'nextVisit':
      return value.start ? { start: value.start } : { residentCalls: true }
    case 'each':
      return { ...value.each }
    case 'people':
      return value.people.map((one) => ({ ...one }))
    case 'budget':
      return value.lines.map((line) => ({ ...line }))
    case 'photos':
      return value.documents
    case 'signed':
      return { how: value.how, ...(value.drawn ? { drawn: value.drawn } : {}) }
    case 'offer':
      return { code: value.code, ...(value.who ? { who: value.who } : {}), ...(value.due ? { due: value.due } : {}) }
  }
}

function storedScore({ score, none, by, note, why, goalResult }: GoalAnswer): Json {
  if (none) return { [none]: true }
  const told = { ...(score === undefined ? {} : { score }), ...(goalResult ? { goalResult } : {}) }
  return { by, ...told, ...(note?.trim() ? { note } : {}), ...(why?.trim() ? { why } : {}) }
}
