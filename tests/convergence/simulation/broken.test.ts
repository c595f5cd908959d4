// A simulation that finds nothing proves nothing: each broken variant of the house must be caught by a rule. Prints which
// rule, and after how many histories.

import { expect, test } from 'vitest'
import { BROKEN, HARMLESS, RARE } from './broken.ts'
import { history } from './history.ts'

const IS_LONG = process.env.BOFAST_LONG === '1'
const COUNT = IS_LONG ? 60_000 : 3_000

test.each(IS_LONG ? [...BROKEN, ...RARE] : BROKEN)('broken, and caught: $name', { timeout: 1_200_000 }, ({ name, parts }) => {
  for (let n = 1; n <= COUNT; n++) {
    const violation = history(n, parts)
    if (!violation) continue
    process.stdout.write(`  ${String(n).padStart(5)} ${violation.rule} ← ${name}\n`)
    expect(violation.rule).not.toBe('no crash')
    return
  }
  expect(`${COUNT} histories`).toBe(`a rule that catches: ${name}`)
})

test.each(HARMLESS)('changed, and harmless: $name', { timeout: 1_200_000 }, ({ parts, because }) => {
  expect(because.length).toBeGreaterThan(40)
  for (let n = 1; n <= 300; n++) expect(history(n, parts)).toBeUndefined()
})
