// Looking again at how safe a visit is: kept with a new day, milder, or gone.

import { expect, test } from 'vitest'
import { addDays } from './calendar.ts'
import { localDate } from './ids.ts'
import { patch } from './records.ts'
import { reviewSafety } from './safety-review.ts'
import { applied, JON, LANE, MARIT, TODAY, testId } from './visit-fixture.ts'

const flagged = { level: 'two_workers', reason: 'Hund', reviewBy: localDate('2026-11-20'), setBy: JON } as const
const row = applied(new Map(), [patch(LANE, 'resident', testId(10), { displayName: 'Prøve', safetyFlag: flagged })]).get(testId(10))
if (!row) throw new Error('no resident')
const flagOf = (reviewed: Parameters<typeof reviewSafety>[1]) => reviewSafety(row, reviewed, MARIT, TODAY)[0]?.set.safetyFlag
const again = addDays(TODAY, 30)

test('what was reviewed is kept for thirty days more, made milder, or taken away, by whoever looked at it', () => {
  expect(flagOf('kept')).toEqual({ level: 'two_workers', reason: 'Hund', reviewBy: again, setBy: MARIT })
  expect(flagOf('caution')).toEqual({ level: 'caution', reason: 'Hund', reviewBy: again, setBy: MARIT })
  expect(flagOf('none')).toEqual({ level: 'none', setBy: MARIT })
})

test('it names what stood, so that a colleague’s own at the same time is never replaced unseen', () => {
  expect(reviewSafety(row, 'none', MARIT, TODAY)[0]?.seen?.safetyFlag).toEqual(row.regs.safetyFlag?.map(({ by }) => by))
})
