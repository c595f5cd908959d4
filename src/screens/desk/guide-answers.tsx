// What was answered in the guide, question by question, folded away under the log: given, skipped and declined are three
// different things. The guide's words are fetched when somebody unfolds it.

import { useState } from 'react'
import type { ContributionView } from '#domain/case-view-visits.ts'
import type { Guide, Step } from '#domain/guide.ts'
import { isId } from '#domain/ids.ts'
import { text } from '#domain/reading.ts'
import type { StoredAnswer } from '#domain/records.ts'
import { Facts } from '../parts/desk-bits.tsx'
import { nameOf } from '../people.ts'
import { answerLines, type WordsWith } from '../visit/answer-words.ts'
import { kindContext } from '../visit/answers/kind-words.ts'
import type { LogContext } from './log-lines.ts'

export function GuideAnswers({ contribution, context }: { readonly contribution: ContributionView; readonly context: LogContext }) {
  const { say, people } = context
  const [guide, setGuide] = useState<Guide | 'unknown'>()
  const { guide: used, answers } = contribution
  if (used === undefined || Object.keys(answers).length === 0) return null
  const unfold = () => void import('#guides/registry.ts').then(({ guideOf }) => setGuide(guideOf(used.code, used.version) ?? 'unknown'))
  return (
    <details className="guide-answers" onToggle={(event) => (event.currentTarget.open ? unfold() : undefined)}>
      <summary>{say('log.answers', { name: nameOf(people, contribution.worker) })}</summary>
      {guide === 'unknown' ? <p className="sub">{say('log.noGuide')}</p> : null}
      {guide === undefined || guide === 'unknown' ? null : <Facts className="log guide-log" facts={answered(guide, answers, context)} />}
    </details>
  )
}

function answered(guide: Guide, answers: ContributionView['answers'], context: LogContext) {
  const words: WordsWith = { ...kindContext(context), titleOf: titlesOf(context) }
  const steps = new Map(guide.blocks.flatMap((block) => block.steps).map((step) => [step.id, step]))
  return [...steps.values()].flatMap((step) => {
    const answer = answers[step.id]
    const value = answer && said(step, answer, words)
    return value ? [{ key: step.id, label: words.read(step.text), value }] : []
  })
}

function said(step: Step, answer: StoredAnswer, words: WordsWith): string | undefined {
  if ('skipped' in answer) return words.say('log.skipped')
  if ('declined' in answer) return words.say('log.declined')
  return [...answerLines(step, answer.v, words), answer.note].filter(Boolean).join('. ') || undefined
}

/** What a goal, a measure or an earlier agreement is called. */
const titlesOf =
  ({ goals, measures, rows }: LogContext) =>
  (id: string): string => {
    const row = isId(id) ? rows.get(id) : undefined
    return [...goals, ...measures].find((one) => one.id === id)?.text ?? (row && text(row, 'title')) ?? '–'
  }
