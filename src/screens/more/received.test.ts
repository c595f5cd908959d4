import { expect, test } from 'vitest'
import { EMPTY_MATTER } from '#domain/deadline-facts.ts'
import { id, instant, laneOf } from '#domain/ids.ts'
import type { CaseSummary, ContributionBrief } from '#domain/summary.ts'
import { receivedOf } from './received.ts'

const idOf = (letter: string) => id(letter.repeat(22))
const [ME, JON, CHANGE] = [idOf('m'), idOf('j'), idOf('c')]
const aPart = (more: Partial<ContributionBrief> = {}): ContributionBrief => ({
  id: idOf('p'),
  worker: ME,
  isSigned: true,
  changes: [CHANGE],
  readBy: [],
  finishedAt: instant('2026-11-24T10:00:00Z'),
  ...more,
})
const aHome = (...contributions: readonly ContributionBrief[]): CaseSummary => ({
  lane: laneOf('case', idOf('h')),
  resident: idOf('r'),
  name: 'Einar',
  safety: 'none',
  isContactStopped: false,
  visits: [
    {
      lane: laneOf('case', idOf('h')),
      id: idOf('v'),
      kind: 'followup',
      status: 'done',
      workers: [ME],
      twoOutcomes: false,
      contributions,
    },
  ],
  openConcerns: [],
  twoVersions: [],
  complaintDates: [],
  facts: EMPTY_MATTER,
})

test('my own finished visit is received when nothing of it is on its way any more', () => {
  expect(receivedOf([aHome(aPart())], new Map(), ME).map(({ home }) => home.name)).toEqual(['Einar'])
  expect(receivedOf([aHome(aPart())], new Map([[CHANGE, 'custody']]), ME)).toEqual([])
})

test('what is not finished, or what a colleague wrote, is no receipt of mine', () => {
  const { finishedAt: _, ...begun } = aPart()
  expect(receivedOf([aHome(begun)], new Map(), ME)).toEqual([])
  expect(receivedOf([aHome(aPart({ worker: JON }))], new Map(), ME)).toEqual([])
})
