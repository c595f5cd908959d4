// The demo's homes as a device would hold them, folded from the very changes the demo office is filled with; for tests of
// what is made of a case. Who may write what is judged elsewhere (demo.test.ts).

import { type CaseView, readCase } from '#domain/case-view.ts'
import { type Id, type LaneId, laneOf, localDate } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
import { applied } from '#domain/visit-fixture.ts'
import { seedDemo } from '#office/seed/demo.ts'
import { laneNamed } from '#office/seed/writer.ts'
import type { SeedOffice } from '#office/seed-port.ts'
import { type Entry, foldRecord } from '#sync/fold.ts'
import { Change, parse, SCHEMA } from '#sync/wire.ts'
import { newId } from './memory-office.ts'

export type Rows = ReadonlyMap<Id, RecordRow>
export interface Demo {
  readonly today: SeedOffice['today']
  /** The people and the office itself. */
  readonly office: readonly RecordRow[]
  readonly home: (name: 'einar' | 'kristiansand' | 'testine') => Rows
}

export async function demoRows(today = '2026-11-24'): Promise<Demo> {
  const journal: Entry[] = []
  const users: Patch[] = []
  const officeId = newId()
  const office: SeedOffice = {
    ...{ officeId, today: localDate(today), newId, done: [] },
    mark: async () => undefined,
    grant: async () => undefined,
    account: async ({ name, roles, phone }) => {
      const id = newId()
      users.push(patch(laneOf('office', officeId), 'user', id, { name, roles, phone }))
      return id
    },
    append: async (seed, actor) => {
      const change = parse(Change, { ...seed, v: 1, schema: SCHEMA, tz: 'Europe/Oslo', skewMs: 0, app: 'test' })
      if (!change) throw new TypeError(`not a change of ${seed.type}`)
      journal.push({ change, actor, seq: journal.length + 1 })
    },
  }
  await seedDemo(office)
  return {
    today: office.today,
    office: [...rowsIn(laneOf('office', officeId), journal).values(), ...applied(new Map(), users).values()],
    home: (name) => rowsIn(laneNamed(office, 'case', name), journal),
  }
}

function rowsIn(lane: LaneId, journal: readonly Entry[]): Rows {
  const entries = journal.filter(({ change }) => change.lane === lane)
  const recs = [...new Set(entries.map(({ change }) => change.rec))]
  return new Map(recs.flatMap((rec) => foldRecord(lane, rec, entries) ?? []).map((row) => [row.id, row]))
}

export function caseIn(rows: Rows): CaseView {
  const view = readCase(rows)
  if (!view) throw new Error('no resident in these rows')
  return view
}
