// The question what was written down is an answer to: an observation is words alone, and «Ja, litt» says nothing without
// what was asked. Found again in the answers of the one who wrote it; what was noted without a guide has none.

import type { ObservationView } from '#domain/case-view-events.ts'
import type { ContributionView } from '#domain/case-view-visits.ts'
import type { Guide, GuideText, Step } from '#domain/guide.ts'
import { asGroup, asText } from '#domain/reading.ts'
import type { StoredAnswer } from '#domain/records.ts'

export type GuideOf = (code: string, version: number) => Guide | undefined
export type QuestionOf = (one: ObservationView) => GuideText | undefined

export const questionsOf =
  (contributions: readonly ContributionView[], guideOf: GuideOf): QuestionOf =>
  (one) => {
    const found = contributions
      .filter(({ worker }) => worker === one.made?.by)
      .flatMap((contribution) => stepsSaying(contribution, guideOf, one))
    // The same words may have been said twice: the question that asks about this area comes first.
    return (found.find((step) => areasOf(step).some((area) => area === one.area)) ?? found[0])?.text
  }

function stepsSaying({ guide: used, answers }: ContributionView, guideOf: GuideOf, one: ObservationView): readonly Step[] {
  const steps = used && guideOf(used.code, used.version)?.blocks.flatMap((block) => block.steps)
  return (steps ?? []).filter((step) => {
    const answer = answers[step.id]
    return answer !== undefined && says(step, answer, one)
  })
}

const areasOf = ({ writes }: Step) => writes.flatMap((write) => (write.kind === 'observe' ? [write.area] : []))

function says(step: Step, answer: StoredAnswer, one: ObservationView): boolean {
  if (!('v' in answer)) return false
  const part = one.area && step.type === 'areas' ? asGroup(asGroup(answer.v)?.[one.area]) : undefined
  if (part) return asText(part.note)?.trim() === one.text && part.level === one.level
  if (one.text !== undefined) return [answer.v, answer.note].some((words) => asText(words)?.trim() === one.text) || isPutSo(step, one)
  return step.writes.some(
    (write) =>
      write.kind === 'observe' &&
      write.area === one.area &&
      (answer.v === one.level || write.levels?.[asText(answer.v) ?? ''] === one.level),
  )
}

/** The guide's own words for that answer. */
const isPutSo = ({ writes }: Step, { text, area }: ObservationView): boolean =>
  writes.some(
    (write) => write.kind === 'observe' && write.area === area && write.text && Object.values(write.text).some((words) => words === text),
  )
