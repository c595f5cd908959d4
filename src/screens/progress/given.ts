// What every part of «Slik går det» is drawn from.

import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import type { PlanStatus } from '#domain/codes.ts'
import type { Deadline } from '#domain/deadline.ts'
import type { Id } from '#domain/ids.ts'
import type { ProgressView } from '#domain/progress.ts'
import type { Say } from '#texts/say.ts'
import { answerDeadlines, calendarOf } from '../deadline-words.ts'
import type { Person } from '../people.ts'
import { nameOf } from '../people.ts'

export interface Given {
  readonly view: CaseView
  readonly answer: Answer
  readonly progress: ProgressView
  readonly people: ReadonlyMap<Id, Person>
  /** D7 and D8 of the plan that counts now, the nearest first. */
  readonly deadlines: readonly Deadline[]
}

export function planDeadlines(view: CaseView, answer: Answer): readonly Deadline[] {
  return answerDeadlines(answer, calendarOf(answer.office))
    .filter((one) => (one.rule === 'D7' || one.rule === 'D8') && one.basis === view.plan?.id && one.state === 'open')
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
}

const RUNNING: readonly PlanStatus[] = ['active', 'in_evaluation', 'paused', 'expired']
/** A plan somebody follows, or that has run out without being evaluated: one that is over is only read. */
export const isRunning = ({ view }: Pick<Given, 'view'>): boolean => view.plan !== undefined && RUNNING.includes(view.plan.status)

const LEVELS = [4, 3, 2, 1, 0] as const
/** «Går som regel» */
export const levelWords = (say: Say, score: number): string => say(`term.goalLevel.${LEVELS.find((level) => level <= score) ?? 0}`)
/** Best at the top, as the stairs. */
export const allLevels = (say: Say): readonly string[] => LEVELS.map((level) => levelWords(say, level))

export const firstName = (name: string): string => name.split(' ')[0] ?? name
export const authorName = ({ people }: Given, author: Id | undefined): string =>
  author === undefined ? '–' : firstName(nameOf(people, author))
