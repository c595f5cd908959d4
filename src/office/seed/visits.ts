// A visit that has been, as two workers would have left it: planned, carried out or not, a part from each worker signed
// by herself, and what each of them saw. And a visit that lies ahead: its guide is chosen when it starts.

import { questionField } from '#domain/case-view-visits.ts'
import type { Outcome, VisitKind } from '#domain/codes.ts'
import { dateOf, type Id, type Instant, type LaneId, type LocalDateTime } from '#domain/ids.ts'
import type { Fields, StoredAnswer } from '#domain/records.ts'
import type { Seed } from './cast.ts'
import { atTime } from './days.ts'
import type { Plain, Writer } from './writer.ts'

interface Part {
  readonly by: Id
  readonly note?: string
  /** By the step of the guide. */
  readonly answers?: Readonly<Record<string, StoredAnswer>>
  /** Observations, scores, logs: written by the same person in the same moment. */
  readonly leaves?: (pen: Writer, visit: Id) => Promise<unknown>
}

interface VisitBehind {
  readonly lane: LaneId
  /** As written in DOMAIN.md 6; shifted here. */
  readonly on: string
  readonly from: string
  readonly to: string
  readonly kind: VisitKind
  readonly guide?: string
  readonly why: string
  readonly workers: readonly Id[]
  readonly status: 'done' | 'not_done' | 'cancelled'
  readonly outcome: { readonly code: Outcome; readonly note?: string }
  readonly agreedHow?: 'agreed' | 'announced_by_letter' | 'unannounced' | 'at_residents_request'
  readonly also?: Partial<Pick<Fields['visit'], 'entryBasis' | 'othersPresent' | 'activities' | 'residentSawNotes' | 'voluntaryInfoGiven'>>
  readonly parts: readonly Part[]
}

export async function visitBehind(seed: Seed, behind: VisitBehind): Promise<{ readonly visit: Id; readonly parts: readonly Id[] }> {
  const { days, write } = seed
  const { lane, on, from, to, workers } = behind
  const guide = behind.guide ? { guide: { code: behind.guide, version: 1 } } : {}
  const holder = workers[0] ?? seed.marit
  const planned = { start: days.atTime(on, from), end: days.atTime(on, to) }
  const visit = await write(holder, lane, days.at(on, from, -30)).add(
    'visit',
    { kind: behind.kind, ...guide, planned, workers, why: behind.why, status: 'planned' },
    { also: { agreedHow: behind.agreedHow ?? 'agreed' } },
  )
  const times = behind.status === 'cancelled' ? {} : { started: days.at(on, from), ended: days.at(on, to) }
  await write(holder, lane, days.at(on, to)).set('visit', visit, {
    ...times,
    ...behind.also,
    outcome: behind.outcome,
    status: behind.status,
  })
  const parts: Id[] = []
  for (const [i, part] of behind.parts.entries()) parts.push(await writePart(seed, behind, visit, part, days.at(on, to, 10 + 12 * i)))
  return { visit, parts }
}

async function writePart(seed: Seed, { lane, guide }: VisitBehind, visit: Id, part: Part, at: Instant): Promise<Id> {
  const pen = seed.write(part.by, lane, at)
  const answers: Plain = Object.fromEntries(
    Object.entries(part.answers ?? {}).map(([step, answer]) => [questionField(step), { ...answer }]),
  )
  const contribution = await pen.add(
    'contribution',
    {
      visit,
      worker: part.by,
      finishedAt: at,
      ...(guide ? { guide: { code: guide, version: 1 } } : {}),
      ...(part.note ? { note: part.note } : {}),
    },
    { also: answers, isRoot: true },
  )
  await part.leaves?.(seed.write(part.by, lane, at, contribution), visit)
  await pen.sign('contribution', contribution)
  return contribution
}

interface VisitAhead {
  readonly lane: LaneId
  readonly start: LocalDateTime
  readonly endsAt: string
  readonly kind: VisitKind
  /** Short, and never about health. */
  readonly why: string
  readonly workers: readonly Id[]
  readonly by: Id
}

export async function visitAhead(seed: Seed, ahead: VisitAhead): Promise<Id> {
  const pen = seed.write(ahead.by, ahead.lane, seed.days.at('2026-11-20', '14:30'))
  return pen.add(
    'visit',
    {
      kind: ahead.kind,
      planned: { start: ahead.start, end: atTime(dateOf(ahead.start), ahead.endsAt) },
      workers: ahead.workers,
      why: ahead.why,
      status: 'planned',
    },
    { also: { agreedHow: 'agreed' } },
  )
}
