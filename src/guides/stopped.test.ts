// «Stopp» in the middle of a talk: no more is asked, the calm words follow, and what was said before is written at Ferdig.

import { expect, test } from 'vitest'
import type { StepAnswer } from '#domain/answers.ts'
import { readCase } from '#domain/case-view.ts'
import { visitContext } from '#domain/visit-context.ts'
import { finish } from '#domain/visit-finish.ts'
import { aCase, HYGIENE, idsFrom, MARIT, NOW, setsOf, TODAY, testId, VISIT } from '#domain/visit-fixture.ts'
import { screensOf, shownBlocks } from '#domain/visit-walk.ts'
import { G2_V2 } from './g2-v2.ts'

const rows = aCase()
const view = readCase(rows)
if (!view) throw new Error('no case')
const context = visitContext(view, VISIT, TODAY)
const said = (code: string): StepAnswer => ({ kind: 'given', value: { is: 'code', code } })
const before: Readonly<Record<string, StepAnswer>> = {
  'start.outcome': said('home_full'),
  'start.who': { kind: 'given', value: { is: 'codes', codes: ['resident'] } },
  'start.suits': said('yes'),
  'goals.score': { kind: 'given', value: { is: 'scores', scores: { [HYGIENE]: { by: 'resident', score: 2 } } } },
}
const stopped = { ...before, 'start.stopped': said('yes') }
const keys = (answers: typeof before): readonly string[] => screensOf({ guide: G2_V2, answers, context }).map(({ step }) => step.id)

test('after «Stopp» the calm words come next, and nothing that was not begun is asked any more', () => {
  const asked = keys(stopped).filter((step) => !(step in stopped))
  expect(asked.find((step) => !step.startsWith('start.'))).toBe('no.say')
  expect(asked.filter((step) => !step.startsWith('no.') && !step.startsWith('end.') && !step.startsWith('start.'))).toEqual([])
})

test('what was answered before it is still there, and is written', () => {
  expect(keys(stopped)).toContain('goals.score')
  const draft = { guide: { code: 'G2', version: 2 }, visit: VISIT, contribution: testId(99), answers: stopped, concerns: [], at: 'review' }
  const done = finish(G2_V2, draft, {
    view,
    rows,
    today: TODAY,
    finishedAt: NOW,
    newId: idsFrom(700),
    me: MARIT,
    seen: {},
    language: 'nb',
    context,
  })
  if (!done.ok) throw new Error('refused')
  expect(setsOf(done.value.patches, 'goalScore')).toMatchObject([{ goal: HYGIENE, score: 2 }])
  expect(setsOf(done.value.patches, 'contribution')).toMatchObject([{ 'q.goals.score': { v: { [HYGIENE]: { score: 2 } } } }])
  expect(setsOf(done.value.patches, 'visit')).toMatchObject([{ outcome: { code: 'home_short' } }])
})

test('a talk that goes on is asked as before', () => {
  expect(keys({ ...before, 'start.stopped': said('no') }).filter((step) => step !== 'start.stopped')).toEqual(keys(before))
  expect(shownBlocks({ guide: G2_V2, answers: before, context }).some(({ id }) => id === 'no')).toBe(false)
})
