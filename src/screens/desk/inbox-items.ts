// What stands in the inbox: open concerns, records in which two wrote differently, and visits somebody else finished
// that nobody here has read. Made from summaries only, so a list never opens a note. No words, no clock.

import type { Id, Instant, LaneId } from '#domain/ids.ts'
import type { CaseSummary, ContributionBrief, VisitBrief } from '#domain/summary.ts'
import { isAsked } from '../versions/questions.ts'

interface Item {
  /** The record it is about. */
  readonly id: Id
  /** Names the row, in the address too: a record may stand in two groups. */
  readonly key: string
  readonly lane: LaneId
  readonly name: string
}
export interface ConcernItem extends Item {
  readonly kind: 'concern'
  readonly at: Instant
}
export interface VersionsItem extends Item {
  readonly kind: 'versions'
  readonly type: string
  readonly fields: readonly string[]
}
export interface VisitItem extends Item {
  readonly kind: 'visit'
  readonly at: Instant | undefined
  readonly visit: VisitBrief
  readonly unread: readonly ContributionBrief[]
}
export type InboxItem = ConcernItem | VersionsItem | VisitItem

export interface Inbox {
  readonly concerns: readonly ConcernItem[]
  readonly versions: readonly VersionsItem[]
  readonly visits: readonly VisitItem[]
  /** All of it in the order of the list. */
  readonly all: readonly InboxItem[]
}

export function inboxOf(summaries: readonly CaseSummary[], me: Id): Inbox {
  const concerns = summaries.flatMap(concernsOf).sort((a, b) => newest(a.at, b.at))
  const versions = summaries.flatMap(versionsOf)
  const visits = summaries.flatMap((summary) => visitsOf(summary, me)).sort((a, b) => newest(a.at, b.at))
  return { concerns, versions, visits, all: [...concerns, ...versions, ...visits] }
}

/** The one to go to when this one is done: the next in the list, else the one before. */
export function afterThis(inbox: Inbox, key: string): InboxItem | undefined {
  const at = inbox.all.findIndex((item) => item.key === key)
  return at < 0 ? inbox.all[0] : (inbox.all[at + 1] ?? inbox.all[at - 1])
}

/** Finished by somebody else, and this person has not said she has read it. */
export const unreadBy = (visit: VisitBrief, me: Id): readonly ContributionBrief[] =>
  visit.contributions.filter((one) => one.worker !== me && one.finishedAt !== undefined && !one.readBy.some(({ user }) => user === me))

const concernsOf = ({ lane, name, openConcerns }: CaseSummary): readonly ConcernItem[] =>
  openConcerns.map(({ id, at }) => ({ kind: 'concern', id, key: id, lane, name, at }))

function versionsOf({ lane, name, twoVersions }: CaseSummary): readonly VersionsItem[] {
  const byRecord = new Map<Id, VersionsItem>()
  for (const { rec, type, field } of twoVersions) {
    const fields = [...(byRecord.get(rec)?.fields ?? []), field]
    byRecord.set(rec, { kind: 'versions', id: rec, key: `${rec}.2`, lane, name, type, fields })
  }
  const asked = [...byRecord.values()].map((item) => ({ ...item, fields: item.fields.filter((field) => isAsked(field, item.fields)) }))
  return asked.filter((item) => item.fields.length > 0)
}

function visitsOf({ lane, name, visits }: CaseSummary, me: Id): readonly VisitItem[] {
  return visits.flatMap((visit): readonly VisitItem[] => {
    const unread = unreadBy(visit, me)
    if (unread.length === 0) return []
    const times = unread.flatMap((one) => one.finishedAt ?? []).sort()
    return [{ kind: 'visit', id: visit.id, key: visit.id, lane, name, visit, unread, at: times.at(-1) }]
  })
}

const newest = (a: string | undefined, b: string | undefined): number => ((a ?? '') === (b ?? '') ? 0 : (a ?? '') < (b ?? '') ? 1 : -1)
