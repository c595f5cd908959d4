// What stands in the inbox, told from summaries alone.

import { describe, expect, it } from 'vitest'
import { EMPTY_MATTER } from '#domain/deadline-facts.ts'
import { id, instant, laneOf } from '#domain/ids.ts'
import type { CaseSummary, ContributionBrief } from '#domain/summary.ts'
import { afterThis, inboxOf } from './inbox-items.ts'

const named = (n: number) => id(`inbox${String(n).padStart(17, '0')}`)
const ingrid = named(1)
const marit = named(2)
const jon = named(3)

const part = (n: number, worker: typeof marit, more: Partial<ContributionBrief> = {}): ContributionBrief => ({
  id: named(n),
  worker,
  isSigned: false,
  changes: [],
  readBy: [],
  finishedAt: instant('2026-11-20T13:00:00Z'),
  ...more,
})

const aCase = (n: number, more: Partial<CaseSummary> = {}): CaseSummary => ({
  lane: laneOf('case', named(n)),
  resident: named(n),
  name: `Attrapp ${n}`,
  safety: 'none',
  isContactStopped: false,
  visits: [],
  openConcerns: [],
  twoVersions: [],
  complaintDates: [],
  facts: EMPTY_MATTER,
  ...more,
})

const aVisit = (n: number, contributions: readonly ContributionBrief[]): CaseSummary['visits'][number] => ({
  lane: laneOf('case', named(n)),
  id: named(n + 100),
  kind: 'followup',
  status: 'done',
  workers: [marit, jon],
  twoOutcomes: false,
  contributions,
})

describe('the inbox', () => {
  it('holds one row for a visit two workers finished, until both parts are read', () => {
    const read = { readBy: [{ user: ingrid, at: instant('2026-11-21T08:00:00Z') }] }
    const unread = inboxOf([aCase(10, { visits: [aVisit(10, [part(11, marit, read), part(12, jon)])] })], ingrid)
    expect(unread.visits.map((item) => item.unread.map((one) => one.worker))).toEqual([[jon]])
    const all = inboxOf([aCase(10, { visits: [aVisit(10, [part(11, marit, read), part(12, jon, read)])] })], ingrid)
    expect(all.all).toEqual([])
  })

  it('never asks people to read what they wrote themselves, or what is not finished', () => {
    const { finishedAt: _, ...begun } = part(12, jon)
    expect(inboxOf([aCase(10, { visits: [aVisit(10, [part(11, ingrid), begun])] })], ingrid).all).toEqual([])
  })

  it('shows the newest first, and one row for a record with several disputed fields', () => {
    const early = part(11, marit, { finishedAt: instant('2026-11-02T10:00:00Z') })
    const record = named(30)
    const inbox = inboxOf(
      [
        aCase(10, { visits: [aVisit(10, [early])] }),
        aCase(20, {
          visits: [aVisit(20, [part(21, jon)])],
          twoVersions: [
            { rec: record, type: 'arrears', field: 'amount' },
            { rec: record, type: 'arrears', field: 'period' },
          ],
        }),
      ],
      ingrid,
    )
    expect(inbox.visits.map((item) => item.name)).toEqual(['Attrapp 20', 'Attrapp 10'])
    expect(inbox.versions.map((item) => item.fields)).toEqual([['amount', 'period']])
  })

  it('does not make a row of two clock stamps, nor a second one of a status that follows its outcome', () => {
    const visit = named(40)
    const fields = ['ended', 'status', 'outcome'].map((field) => ({ rec: visit, type: 'visit', field }))
    expect(inboxOf([aCase(10, { twoVersions: fields })], ingrid).versions.map((item) => item.fields)).toEqual([['outcome']])
    expect(inboxOf([aCase(10, { twoVersions: fields.slice(0, 1) })], ingrid).all).toEqual([])
  })

  it('goes on to the next row when one is done, and back to the one before at the end', () => {
    const inbox = inboxOf(
      [aCase(10, { visits: [aVisit(10, [part(11, marit)])] }), aCase(20, { visits: [aVisit(20, [part(21, marit)])] })],
      ingrid,
    )
    const [first, last] = inbox.all
    expect(first && afterThis(inbox, first.key)).toBe(last)
    expect(last && afterThis(inbox, last.key)).toBe(first)
  })
})
