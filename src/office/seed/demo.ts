// Fills the demo office: three people, two cases from the circular, eight invented ones, and a week of visits ahead.
// In numbered steps; a step that is taken is never taken again, so that a later version can add one.

import type { SeedOffice } from '../seed-port.ts'
import { type Seed, seedFor } from './cast.ts'
import { einar } from './einar.ts'
import { kristiansand } from './kristiansand.ts'
import { others } from './others.ts'
import { demoAccounts, officeSettings } from './people.ts'
import { week } from './week.ts'

const STEPS: readonly (readonly [step: number, take: (seed: Seed) => Promise<void>])[] = [
  [1, officeSettings],
  [2, einar],
  [3, kristiansand],
  [4, others],
  [5, week],
]

export async function seedDemo(office: SeedOffice): Promise<void> {
  const wanted = STEPS.filter(([step]) => !office.done.includes(step))
  if (wanted.length === 0) return
  const seed = seedFor(office, await demoAccounts(office))
  for (const [step, take] of wanted) {
    await take(seed)
    await office.mark(step)
  }
}
