// The shipped packs against every vector of DOMAIN.md 3.4, and what a rule must carry to be shown (DOMAIN.md 7.3).

import { describe, expect, it } from 'vitest'
import { RULE_CODES } from '#domain/deadline-rules.ts'
import { answerTo, VECTORS } from '#domain/deadline-vectors.ts'
import { SHIPPED_PACKS } from './deadlines.ts'

const versions = SHIPPED_PACKS.flatMap(({ pack, rules }) => Object.values(rules).flatMap((list) => list.map((rule) => ({ pack, ...rule }))))

describe('the shipped deadline packs', () => {
  it.each(VECTORS)('answer vector $no: $rule is due $expected.dueOn', (vector) => {
    const answer = answerTo(vector, SHIPPED_PACKS)
    expect(answer).toMatchObject({ ...vector.expected, isEstimate: vector.isEstimate ?? false })
    if (vector.counted) expect(answer?.counted.days).toEqual(vector.counted)
  })

  it('hold every rule from D1 to D14, each under its own code', () => {
    expect([...new Set(versions.map(({ code }) => code))].sort()).toEqual([...RULE_CODES].sort())
    for (const { rules } of SHIPPED_PACKS)
      for (const [code, list] of Object.entries(rules)) expect(list.every((rule) => rule.code === code)).toBe(true)
  })

  it('name every version once, with its pack and code', () => {
    expect(new Set(versions.map(({ version }) => version)).size).toBe(versions.length)
    for (const { pack, code, version } of versions) expect(version.startsWith(`${pack}-${code}-`)).toBe(true)
  })

  it('say for every version what it is called, where it comes from, and when it was checked and must be again', () => {
    for (const { title, source, verifiedOn, reviewBy, verifiedBy, validFrom, validTo } of versions) {
      for (const words of [title.nb, title.nn, source.title, source.section, verifiedBy]) expect(words.trim()).not.toBe('')
      expect(source.url === null || source.url.startsWith('https://')).toBe(true)
      expect(verifiedOn < reviewBy).toBe(true)
      expect(validTo === null || validFrom <= validTo).toBe(true)
    }
  })
})
