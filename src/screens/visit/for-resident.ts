// What of a guided visit may stand on a screen that is turned to the resident (DOMAIN.md 4.1, rule 6): her own questions
// and her own answers. Never what only the worker is asked, never what the worker wrote beside an answer, never names of
// other people. Pure.

import type { Value } from '#domain/answers.ts'
import type { StepType } from '#domain/guide.ts'
import type { Screen } from '#domain/visit-walk.ts'

/** Kinds that name other people, or hold what the worker saw or photographed. */
const OURS: readonly StepType[] = ['people', 'agreements', 'taskOffer', 'areas', 'photo']

export const isForResident = ({ step }: Screen): boolean =>
  !step.isWorkerOnly && !step.isOwn && !step.isByButton && !OURS.includes(step.type)

/** The same question without what is asked beside it, and without sentences that are meant for the worker. */
export function forResident(screen: Screen): Screen {
  const { followUp: _asked, hint: _hint, help: _help, options, ...step } = screen.step
  const isRead = step.type === 'info'
  return { ...screen, step: { ...step, ...(options && !isRead ? { options } : {}) } }
}

/** The answer itself; words written beside it stay with the worker. */
export function bareValue(value: Value | undefined): Value | undefined {
  switch (value?.is) {
    case 'scores':
      return { is: 'scores', scores: mapped(value.scores, ({ note: _note, why: _why, ...told }) => told) }
    case 'checks':
      return { is: 'checks', checks: mapped(value.checks, ({ note: _note, ...told }) => told) }
    case 'reviews':
      return { is: 'reviews', reviews: mapped(value.reviews, ({ note: _note, ...told }) => told) }
    default:
      return value
  }
}

/** What she answered, with the words that stood beside it before. */
export function withWordsOf(before: Value | undefined, next: Value | undefined): Value | undefined {
  if (next?.is === 'scores' && before?.is === 'scores')
    return {
      is: 'scores',
      scores: merged(next.scores, before.scores, ({ note, why }) => ({ ...(note ? { note } : {}), ...(why ? { why } : {}) })),
    }
  if (next?.is === 'checks' && before?.is === 'checks')
    return { is: 'checks', checks: merged(next.checks, before.checks, ({ note }) => (note ? { note } : {})) }
  if (next?.is === 'reviews' && before?.is === 'reviews')
    return { is: 'reviews', reviews: merged(next.reviews, before.reviews, ({ note }) => (note ? { note } : {})) }
  return next
}

const mapped = <T, R>(all: Readonly<Record<string, T>>, of: (one: T) => R): Readonly<Record<string, R>> =>
  Object.fromEntries(Object.entries(all).map(([key, one]) => [key, of(one)]))

function merged<T extends object>(next: Readonly<Record<string, T>>, before: Readonly<Record<string, T>>, words: (one: T) => Partial<T>) {
  return Object.fromEntries(
    Object.entries(next).map(([key, one]): readonly [string, T] => {
      const stood = before[key]
      return [key, stood ? { ...words(stood), ...one } : one]
    }),
  )
}
