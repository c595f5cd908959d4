// A plan is never ended by a tap that nobody was asked about: before Ferdig the resident has said whether this is how she
// sees it, or would not say (DOMAIN.md 4.5, G6 6.11).

import type { Step, Write } from './guide.ts'
import { type Answers, codesIn, isGiven } from './visit-answers.ts'

const ENDS: readonly string[] = ['end', 'complete']

/** The question that was passed by. */
export function unconfirmedEnd(screens: readonly { readonly key: string; readonly step: Step }[], answers: Answers): readonly string[] {
  const writing = (kind: Write['kind']) => screens.find(({ step }) => step.writes.some((write) => write.kind === kind))
  const [decision, asked] = [writing('reviewDecision'), writing('reviewAgreed')]
  if (!decision || !asked) return []
  const answer = answers[asked.step.id]
  if (answer?.kind === 'declined' || isGiven(answer)) return []
  return codesIn(answers[decision.step.id]).some((code) => ENDS.includes(code)) ? [asked.key] : []
}
