import { expect, test } from 'vitest'
import { history } from './history.ts'

const SEED = Number(process.env.SEED ?? 1)
const COUNT = Number(process.env.HISTORIES ?? 3000)

test('x', () => {
  const found = new Map<string, string[]>()
  const t = Date.now()
  for (let n = 0; n < COUNT; n++) {
    const v = history(SEED + n)
    if (v) found.set(v.rule, [...(found.get(v.rule) ?? []), `${SEED + n}: ${v.message}`])
  }
  console.log(Date.now() - t)
  for (const [rule, all] of found) console.log(rule, all.length, all.slice(0, 4))
  expect(found.size).toBe(0)
})
