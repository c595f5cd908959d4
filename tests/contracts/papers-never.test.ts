// What can never stand on a paper, whatever is written in the records around it.

import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { deadlinesOf } from '#domain/deadlines.ts'
import { type Json, localDate } from '#domain/ids.ts'
import { matterFacts } from '#domain/matter.ts'
import { keyDataPaper } from '#domain/paper-key-data.ts'
import { patch, type RecordType } from '#domain/records.ts'
import { seenOf } from '#domain/register.ts'
import { applied } from '#domain/visit-fixture.ts'
import { SHIPPED_PACKS } from '#rules/deadlines.ts'
import { caseIn, type Demo, demoRows, type Rows } from '../support/demo-rows.ts'
import { newId } from '../support/memory-office.ts'
import { everyPaper, givenIn, there, withMeeting } from '../support/papers.ts'

let demo: Demo
beforeAll(async () => {
  demo = await demoRows()
})

const HOMES = ['einar', 'kristiansand', 'testine'] as const
const CANARY = 'Kanarifugl'
const canary: Json = { text: CANARY, reason: CANARY, note: CANARY, level: CANARY, v: CANARY }
const HIDDEN: readonly RecordType[] = [
  ...(['observation', 'concern', 'safetyReport', 'complaint', 'contribution', 'addendum', 'contactAttempt', 'inquiry'] as const),
  ...(['evictionCase', 'letter', 'arrears', 'assessment', 'goalScore', 'measureLog', 'relative', 'householdMember', 'household'] as const),
  ...(['housingPeriod', 'stay', 'budgetLine', 'grant', 'serviceDecision', 'transfer', 'document', 'planReview', 'goalResult'] as const),
  ...(['measureReview', 'doneMark', 'readReceipt', 'checkIn', 'identity', 'copyGiven'] as const),
]
/** What stands on records a paper is made from, and is never on one. */
const WITHHELD: Readonly<Partial<Record<RecordType, readonly string[]>>> = {
  resident: [
    ...['legalName', 'clientStatus', 'safeContactNote', 'income', 'whatWorks', 'whatDoesNotWork', 'guardian', 'safetyFlag', 'contactStop'],
    ...['keyAgreement', 'status', 'email', 'pronoun', 'contactPreference'],
  ],
  dwelling: ['accessNote', 'environmentNote', 'hazardNote', 'boardContact', 'neighbourContact'],
  tenancy: ['terminationGrounds', 'shortTermGround', 'notifyReservation', 'endReason'],
  plan: ['background', 'endReason'],
  measure: ['withoutTalk'],
  visit: ['outcome', 'why', 'othersPresent', 'activities', 'entryBasis'],
  groupMember: ['email', 'responsibility'],
}
const FIELDS = [
  'text',
  'note',
  'why',
  'title',
  'code',
  'area',
  'about',
  'fromRole',
  'displayName',
  'name',
  'conclusion',
  'reason',
  'q.home',
]

/** So that the views read the records, whatever their type. */
const READABLE = { score: 2, done: 'yes', by: 'resident', on: '2026-11-17', status: 'open', basis: 'seen', level: 1 } as const

describe('what can never stand on a paper', () => {
  test('no observation, concern, safety, complaint, score or note of any kind, whatever is written in them', () => {
    const hidden = fc.record({ type: fc.constantFrom(...HIDDEN), field: fc.constantFrom(...FIELDS), isGroup: fc.boolean() })
    fc.assert(
      fc.property(fc.constantFrom(...HOMES), fc.array(hidden, { minLength: 5, maxLength: 40 }), (home, all) => {
        const { rows } = meetingIn(home)
        const { lane, plan, visits, resident } = caseIn(rows)
        const about = { of: plan?.id, goal: plan?.mainGoals[0]?.id, measure: plan?.measures[0]?.id }
        const refs = { plan: plan?.id, visit: visits.find(({ tasks }) => tasks.length > 0)?.id, resident: resident.id, ...about }
        const known = Object.fromEntries(Object.entries(refs).filter(([, id]) => id !== undefined)) as Record<string, Json>
        const patches = all.map(({ type, field, isGroup }) => ({
          ...{ lane, type, rec: newId(), set: { ...known, ...READABLE, [field]: isGroup ? canary : CANARY } },
        }))
        for (const paper of everyPaper(demo, applied(rows, patches))) expect(JSON.stringify(paper)).not.toContain(CANARY)
      }),
      { numRuns: 60 },
    )
  })

  test('nothing that is withheld from the very records a paper is made of', () => {
    const forms = HOMES.flatMap((home) => [CANARY, canary].map((v) => [home, v] as const))
    for (const [home, v] of forms) {
      const { rows } = meetingIn(home)
      const patches = [...rows.values()].flatMap((row) =>
        (WITHHELD[row.type] ?? []).map((field) => ({ lane: row.lane, type: row.type, rec: row.id, set: { [field]: v } })),
      )
      expect(patches.length).toBeGreaterThan(20)
      const papers = everyPaper(demo, applied(rows, patches))
      expect(papers.length).toBeGreaterThan(3)
      for (const paper of papers) expect(JSON.stringify(paper)).not.toContain(CANARY)
    }
  })

  test('no deadline that tells of safety or a concern', () => {
    const rows = demo.home('einar')
    const { lane, resident } = caseIn(rows)
    const seen = seenOf(rows.get(resident.id))
    const alarming = applied(rows, [
      patch(lane, 'resident', resident.id, { safetyFlag: { level: 'two_workers', reviewBy: localDate('2026-11-25') } }, { seen }),
      patch(lane, 'concern', newId(), { code: 'C-CHILD', urgency: 'today', status: 'open' }),
    ])
    const calendar = { saturdayIsWorkday: false, closedDays: [] }
    const deadlines = deadlinesOf({ matter: matterFacts([...alarming.values()]), calendar, packs: SHIPPED_PACKS })
    expect(deadlines.map(({ basisType }) => basisType)).toContain('safety')
    const shown = JSON.stringify(keyDataPaper(givenIn(demo, alarming), deadlines))
    expect(shown).toContain('"basisType":"plan"')
    expect(shown).not.toMatch(/"basisType":"(safety|alarm)"|child|C-CHILD/)
  })

  test('no street of somebody with a protected address, not even inside a sentence', () => {
    const { rows } = meetingIn('einar')
    const { lane, resident, plan, group } = caseIn(rows)
    const place = there(group?.meetings[0])
    const patches = [
      patch(lane, 'measure', there(plan?.measures[0]).id, { text: 'Vi møtes i eksempelveien  1 hver uke' }),
      patch(lane, 'meeting', place.id, { place: 'Hjemme, Eksempelveien 1' }),
    ]
    const open = applied(rows, patches)
    expect(
      everyPaper(demo, open)
        .map((paper) => JSON.stringify(paper))
        .join(),
    ).toMatch(/eksempelveien/i)
    for (const level of ['client_address', 'strictly_confidential', 'something_newer'])
      for (const paper of everyPaper(demo, applied(open, [patch(lane, 'resident', resident.id, { addressProtection: level })])))
        expect(JSON.stringify(paper)).not.toMatch(/eksempelveien/i)
  })
})

function meetingIn(home: 'einar' | 'kristiansand' | 'testine'): { readonly rows: Rows } {
  const rows = demo.home(home)
  if (caseIn(rows).group) return withMeeting(rows)
  const { lane } = caseIn(rows)
  return withMeeting(applied(rows, [patch(lane, 'group', newId(), { purpose: 'Sammen', status: 'active' })]))
}
