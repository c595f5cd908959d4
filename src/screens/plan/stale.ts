// Were the words agreed on other words than stand now? Then the office has held the signature (`stale-sign`): the plan runs,
// but nobody has said yes to what it says.

import type { Answer } from '#device/casebook.ts'
import type { PlanView } from '#domain/case-view-plan.ts'
import { isLive } from '#domain/plan-versions.ts'

export function isStale(plan: PlanView, { rows, sending }: Pick<Answer, 'rows' | 'sending'>): boolean {
  if (!isLive(plan)) return false
  const frozen = rows.get(plan.id)?.frozen
  // On the device that signed, its own held signature still lies on top.
  if (frozen) return sending.held.some(({ change, why }) => change === frozen.by && why === 'stale-sign')
  return plan.signatures.some(({ textHash }) => textHash !== undefined)
}
