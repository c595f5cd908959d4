// «Bare for deg og lederen din»: what the worker tells of her own safety, kept in the draft beside the guide's own
// question, and written in her own lane alone (DOMAIN.md 4.2, B-SAFE; N 4.7). Never in the resident's file.

import type { StepAnswer } from './answers.ts'
import type { Step } from './guide.ts'
import type { LocalDate } from './ids.ts'
import { type Answers, codesIn, hasAny } from './visit-answers.ts'

/** No step of a guide: «har du sagt det til lederen», with how as its note. */
export const LEADER_TOLD = 'own.leaderTold'

/** The step asked for a report, and its answer calls for one. */
export function asksReport(step: Step, answer: StepAnswer | undefined): boolean {
  return step.writes.some((write) => write.kind === 'safetyReport' && hasAny(codesIn(answer), write.when ?? []))
}

export function leaderTold(answers: Answers, on: LocalDate): { readonly on: LocalDate; readonly how?: string } | undefined {
  const told = answers[LEADER_TOLD]
  if (told?.kind !== 'given' || !codesIn(told).includes('yes')) return undefined
  const how = told.note?.trim()
  return { on, ...(how ? { how } : {}) }
}
