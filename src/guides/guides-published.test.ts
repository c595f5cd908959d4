// A published guide stands as it is: a visit that has begun keeps its version, so a change of one is a new version. These
// are the fingerprints of all that have been published.

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { VISIT_KINDS } from '#domain/codes.ts'
import { localDate } from '#domain/ids.ts'
import { GUIDES, guideFor, guideOf } from './registry.ts'

const PUBLISHED: Readonly<Record<string, string>> = {
  'G1 1': 'r2vCFjjCb6hz0vr6FPrO7SzhwZZTApS864Hu4Fr-Lh8',
  'G2 1': 'NtMcMcfrVY6aqqHyBNap1vBjFL3OhoDuIcOMfQ08W4w',
  'G2 2': 'qwAFHhfR-7DfMDr7H-OMBWF-JQ5QRSmoD_4UwQ0sgPk',
  'G3 1': '1O9wIdlpbiF0scGqmPZUEnj7k8zjKJ952c2vC_12PzI',
  'G4 1': 'uao_TqaeErfuPx_3MPUD3B1Ql1YwckVcQb_elosxt1E',
  'G5 1': 'sd6A3VsFKJwsTWDWxt79iTg4HnlVm4dRmbHyljJ8YF4',
  'G6 1': 'HIF15rV0SnPGtdRTgXcs3NWNbs4D-rt7Y-TdN8hypFk',
  'G6 2': 'cWd5xXOJHxYPryc8nw3yv4tA0AHV_VHIma2IDWsIiVA',
  'G7 1': '6L3fxBYMa02qcfDPH58d9CZZ1vhBNdKExn4FCUrTGh4',
}

test('no published guide has changed: what is different belongs in a new version', () => {
  const now = GUIDES.map((guide) => [
    `${guide.code} ${guide.version}`,
    createHash('sha256').update(JSON.stringify(guide)).digest('base64url'),
  ])
  expect(Object.fromEntries(now)).toEqual(PUBLISHED)
})

test('versions of a guide count from one, and none is ever taken out', () => {
  for (const { code, version } of GUIDES) for (let n = 1; n <= version; n++) expect(guideOf(code, n), `${code} ${n}`).toBeDefined()
  expect(new Set(GUIDES.map(({ code }) => code)).size).toBe(7)
})

test('a started visit finds its own version, and an unknown one is said to be unknown', () => {
  expect(guideOf('G2', 1)?.version).toBe(1)
  expect(guideOf('G2', 99)).toBeUndefined()
})

test('each kind of visit starts with the newest version of its guide', () => {
  const today = localDate('2026-11-24')
  const found = VISIT_KINDS.map((kind) => [kind, guideFor(kind, today)]).flatMap(([kind, guide]) =>
    typeof guide === 'object' ? [`${kind} ${guide.code} ${guide.version}`] : [],
  )
  expect(found.sort()).toEqual(
    [
      'mapping G1 1',
      'followup G2 2',
      'arrears G3 1',
      'neighbour_complaint G4 1',
      'move_in G5 1',
      'plan_review G6 2',
      'post_eviction G7 1',
    ].sort(),
  )
  expect(guideFor('followup', localDate('2020-01-01'))).toBeUndefined()
})
