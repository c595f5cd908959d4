import { expect, test } from 'vitest'
import type { Draft } from '#device/casebook.ts'
import { readCase } from '#domain/case-view.ts'
import { type Id, id, instant, type Json, laneOf, localDate } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import type { RecordRow } from '#domain/register.ts'
import { mainVisit } from './main-visit.ts'

const idOf = (letter: string): Id => id(letter.repeat(22))
const lane = laneOf('case', idOf('h'))
const me = idOf('m')
const today = localDate('2026-11-24')
const at = instant('2026-11-24T08:00:00Z')

const aRow = (letter: string, type: RecordType, set: Readonly<Record<string, Json>>): RecordRow => ({
  lane,
  id: idOf(letter),
  type,
  seq: 1,
  regs: Object.fromEntries(Object.entries(set).map(([field, v]) => [field, [{ by: idOf('x'), actor: me, at, v, over: [] }]])),
})
const aVisit = (letter: string, start: string, workers: readonly Id[] = [me]): RecordRow =>
  aRow(letter, 'visit', { kind: 'followup', status: 'planned', planned: { start }, workers: [...workers] })
function mainOf(rows: readonly RecordRow[], drafts: readonly Draft[] = [], about: Readonly<Record<string, Json>> = {}) {
  const resident = aRow('r', 'resident', { displayName: 'Testine Eksempelsen', ...about })
  const view = readCase(new Map([resident, ...rows].map((row) => [row.id, row])))
  return view && mainVisit({ view, drafts, today, me })
}

test('with a visit under way the button goes back to the exact question', () => {
  const content = { visit: idOf('v'), answers: {}, at: 'goals.score' }
  const draft: Draft = { id: idOf('d'), lane, rec: idOf('k'), rev: 1, seen: {}, content, at }
  expect(mainOf([aVisit('v', '2026-11-24T11:00')], [draft])).toEqual({
    act: 'continue',
    to: `/residents/${idOf('h')}/visits/${idOf('v')}/steps/goals.score`,
  })
})

test('the next visit is my own before a colleague’s', () => {
  const rows = [aVisit('a', '2026-11-24T09:00', [idOf('c')]), aVisit('b', '2026-11-25T09:00')]
  expect(mainOf(rows)).toEqual({ act: 'start', to: `/residents/${idOf('h')}/visits/${idOf('b')}` })
})

test('with nothing planned the button is a quick note', () => {
  expect(mainOf([])?.act).toBe('note')
})

test('whoever does not want visits is not visited from here', () => {
  const contactStop = { since: '2026-11-01', scope: 'all_visits' }
  expect(mainOf([aVisit('a', '2026-11-24T09:00')], [], { contactStop })?.act).toBe('note')
})
