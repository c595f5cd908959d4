// What is held, for the tests of the desk: one case, Marit who wrote, Ingrid who decides.

import type { Answer, HeldChange, LaneAccess } from '#device/casebook.ts'
import { EMPTY_MATTER } from '#domain/deadline-facts.ts'
import { id, instant, type Json, laneOf } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import type { RecordRow } from '#domain/register.ts'
import { anAnswer } from '../visit/visit-builders.ts'

export const named = (n: number) => id(`held${String(n).padStart(18, '0')}`)
export const LANE = laneOf('case', named(1))
export const [INGRID, MARIT, JON, NORA] = [named(2), named(3), named(4), named(5)] as const

export const aHeld = (n: number, more: Partial<HeldChange> = {}): HeldChange => ({
  id: named(n),
  by: MARIT,
  why: 'grant',
  at: instant(`2026-11-24T10:${String(n % 60).padStart(2, '0')}:00Z`),
  lane: LANE,
  rec: named(n + 500),
  type: 'task',
  kind: 'set',
  set: {},
  may: ['release', 'close'],
  ...more,
})
/** As it crosses the wire. */
export const written = (set: Readonly<Record<string, Json>>): NonNullable<HeldChange['set']> =>
  Object.fromEntries(Object.entries(set).map(([field, v]) => [field, { v, over: [] }]))

export const aRow = (type: RecordType, rec: RecordRow['id'], set: Readonly<Record<string, Json>>): RecordRow => ({
  lane: LANE,
  id: rec,
  type,
  seq: 1,
  regs: Object.fromEntries(
    Object.entries(set).map(([field, v]) => [field, [{ by: named(90), actor: JON, at: instant('2026-11-17T10:00:00Z'), v, over: [] }]]),
  ),
})
const aUser = (user: RecordRow['id'], name: string, ...roles: readonly string[]): RecordRow =>
  aRow('user', user, { name, roles, phone: '00000001' })
export const PEOPLE = [
  aUser(INGRID, 'Ingrid', 'case_worker', 'leader'),
  aUser(MARIT, 'Marit', 'followup_worker'),
  aUser(JON, 'Jon', 'followup_worker'),
  aUser(NORA, 'Nora', 'admin'),
]

export const anAccess = (user: RecordRow['id'], role: LaneAccess['role']): LaneAccess => ({
  user,
  role,
  since: instant('2026-03-03T08:00:00Z'),
})

export function anOfficeAnswer(rows: readonly RecordRow[], more: Partial<Answer> = {}): Answer {
  const all = [aRow('resident', named(80), { displayName: 'Einar' }), ...rows]
  return {
    ...anAnswer(),
    office: PEOPLE,
    rows: new Map(all.map((row) => [row.id, row])),
    summaries: [
      {
        lane: LANE,
        resident: named(80),
        name: 'Einar',
        safety: 'none',
        isContactStopped: false,
        visits: [],
        openConcerns: [],
        twoVersions: [],
        complaintDates: [],
        facts: EMPTY_MATTER,
      },
    ],
    ...more,
  }
}
