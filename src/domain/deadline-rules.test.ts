// Which version of a rule judges a date (DOMAIN.md 7.3, 2).

import { describe, expect, it } from 'vitest'
import { all, aNotice, TEST_PACK, testRule } from './deadline-builders.ts'
import type { DeadlinePack } from './deadline-rules.ts'
import { localDate as D } from './ids.ts'

const params = { kinds: ['arrears_notice'], sameNoticeWithinDays: 30 } as const
const now = testRule('D1', { ...params, workdays: 2 }, { version: 'two', validFrom: D('2026-11-20') })
const before = testRule('D1', { ...params, workdays: 5 }, { version: 'five', validTo: D('2026-11-19') })
const local: DeadlinePack = { pack: 'lokal', rules: { D1: [now, before] } }

const letterOf = (receivedDate: string, ...packs: readonly DeadlinePack[]) =>
  all({ inquiries: [aNotice({ receivedDate: D(receivedDate) })] }, packs).find(({ rule }) => rule === 'D1')

describe('rule versions', () => {
  it('a date is judged by the version valid on the day of its basis event', () => {
    expect(letterOf('2026-11-19', local)).toMatchObject({ ruleVersion: 'five', dueOn: '2026-11-26' })
    expect(letterOf('2026-11-20', local)).toMatchObject({ ruleVersion: 'two', dueOn: '2026-11-24' })
  })

  it('of several valid versions the one that began last judges, and of those the one in the pack named last', () => {
    const sameDay: DeadlinePack = { pack: 'lokal', rules: { D1: [{ ...now, validFrom: D('2000-01-01') }] } }
    expect(letterOf('2026-11-20', local, TEST_PACK)).toMatchObject({ ruleVersion: 'two' })
    expect(letterOf('2026-11-20', TEST_PACK, sameDay)).toMatchObject({ ruleVersion: 'two' })
    expect(letterOf('2026-11-20', sameDay, TEST_PACK)).toMatchObject({ ruleVersion: 'test-D1' })
  })

  it('a date before every version is judged by the first', () => {
    expect(letterOf('1999-12-30', TEST_PACK)).toMatchObject({ ruleVersion: 'test-D1' })
  })

  it('an office whose packs lack a rule, or whose rule has ended, has no such deadline', () => {
    expect(letterOf('2026-11-20', { pack: 'lokal', rules: {} })).toBeUndefined()
    expect(letterOf('2026-11-20', { pack: 'lokal', rules: { D1: [before] } })).toBeUndefined()
  })
})
