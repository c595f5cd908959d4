// T1 (DESIGN.md 12): the product's own change, fold, judge, stores, receive, outbox and lane plan, driven by a seeded
// generator through everything that goes wrong. BOFAST_LONG=1 runs the full count; SEED and HISTORIES run one again.

import { expect, test } from 'vitest'
import { history } from './history.ts'

const COUNT = Number(process.env.HISTORIES ?? (process.env.BOFAST_LONG === '1' ? 100_000 : 3_000))
const SEED = Number(process.env.SEED ?? 20_261_122)

test(`${COUNT} histories of phones, office and network break no rule`, { timeout: 3_600_000 }, () => {
  process.stdout.write(`simulation: SEED=${SEED} HISTORIES=${COUNT}\n`)
  const found: string[] = []
  for (let n = 0; n < COUNT && found.length < 10; n++) {
    const violation = history(SEED + n)
    if (violation) found.push(`SEED=${SEED + n} HISTORIES=1: ${violation.message}`)
  }
  expect(found).toEqual([])
})
