// What stands in the inbox: open concerns, records in which two wrote differently, what is held for somebody to decide,
// visits somebody else finished that nobody here has read, and drafts nobody will finish. Made from summaries and from
// what is held, so a list never opens a note. No words, no clock.

import type { HeldChange, Unfinished } from '#device/casebook.ts'
import type { Id, Instant, LaneId } from '#domain/ids.ts'
import type { CaseSummary, ContributionBrief, VisitBrief } from '#domain/summary.ts'
import { isAsked } from '../versions/questions.ts'
import { type HeldItem, heldItems, type UnfinishedItem, unfinishedItems } from './held-items.ts'

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
export type InboxItem = ConcernItem | VersionsItem | VisitItem | HeldItem | UnfinishedItem

export interface Inbox {
  /** A held concern alarms like one that was taken in. */
  readonly concerns: readonly (ConcernItem | HeldItem)[]
  readonly versions: readonly VersionsItem[]
  readonly held: readonly HeldItem[]
  readonly visits: readonly VisitItem[]
  /** Only to be read; not counted among what is to be done. */
  readonly unfinished: readonly UnfinishedItem[]
  /** All of it in the order of the list. */
  readonly all: readonly InboxItem[]
}

export interface Undecided {
  readonly held: readonly HeldChange[]
  readonly unfinished: readonly Unfinished[]
}
const NOTHING: Undecided = { held: [], unfinished: [] }

export function inboxOf(summaries: readonly CaseSummary[], me: Id, undecided: Undecided = NOTHING): Inbox {
  const nameOf = (lane: LaneId) => summaries.find((one) => one.lane === lane)?.name
  const waiting = [...heldItems(undecided.held, nameOf)].sort((a, b) => newest(a.at, b.at))
  const alarms = waiting.filter((item) => item.isConcern)
  const held = waiting.filter((item) => !item.isConcern)
  const concerns = [...alarms, ...summaries.flatMap(concernsOf).sort((a, b) => newest(a.at, b.at))]
  const versions = summaries.flatMap(versionsOf)
  const visits = summaries.flatMap((summary) => visitsOf(summary, me)).sort((a, b) => newest(a.at, b.at))
  const unfinished = [...unfinishedItems(undecided.unfinished, nameOf)].sort((a, b) => newest(a.at, b.at))
  return { concerns, versions, held, visits, unfinished, all: [...concerns, ...versions, ...held, ...visits, ...unfinished] }
}

/** How many are to be read or decided. */
export const toDo = (inbox: Inbox): number => inbox.all.length - inbox.unfinished.length

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
  const asked = [...byRecord.values()].map((item) => ({
    ...item,
    fields: item.fields.filter((field) => isAsked(item.type, field, item.fields)),
  }))
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
