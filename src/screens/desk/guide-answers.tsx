// What was answered in the guide, question by question, folded away under the log: given, skipped and declined are three
// different things. The guide's words are fetched when somebody unfolds it.

import { useState } from 'react'
import type { ContributionView } from '#domain/case-view-visits.ts'
import type { Guide, Step } from '#domain/guide.ts'
import type { Json } from '#domain/ids.ts'
import type { StoredAnswer } from '#domain/records.ts'
import { Facts } from '../parts/desk-bits.tsx'
import { nameOf } from '../people.ts'
import { valueWords } from '../versions/value-words.ts'
import { kindContext, kindWords } from '../visit/answers/kind-words.ts'
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
  const steps = new Map(guide.blocks.flatMap((block) => block.steps).map((step) => [step.id, step]))
  return [...steps.values()].flatMap((step) => {
    const answer = answers[step.id]
    const value = answer && answerWords(step, answer, context)
    return value ? [{ key: step.id, label: step.text[context.language].replace('{name}', context.resident), value }] : []
  })
}

function answerWords(step: Step, answer: StoredAnswer, context: LogContext): string | undefined {
  if ('skipped' in answer) return context.say('log.skipped')
  if ('declined' in answer) return context.say('log.declined')
  const ofKind = kindWords(step, answer.v, kindContext(context))?.join('. ')
  if (ofKind) return [ofKind, answer.note].filter(Boolean).join('. ')
  const value = codesOf(answer.v).map((code) => step.options?.find((option) => option.code === code)?.text[context.language] ?? code)
  const words = value.length > 0 ? value.join(', ') : isPlain(answer.v) ? valueWords('contribution', step.id, answer.v, context) : undefined
  return [words, answer.note].filter(Boolean).join('. ') || undefined
}

/** Scores, checks, areas, agreements and the next visit stand in the log above, as the records they became. */
const isPlain = (v: Json): boolean => typeof v !== 'object'
const codesOf = (v: Json): readonly string[] =>
  typeof v === 'string' ? [v] : Array.isArray(v) ? v.filter((one: Json) => typeof one === 'string') : []
