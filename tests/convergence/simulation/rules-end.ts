// Rules of the end that read the office's journal, what is held, erased or parked.

import type { Id, LaneId } from '#domain/ids.ts'
import type { Field } from '#domain/register.ts'
import { CHAIN_START } from '#sync/chain.ts'
import { rootRows, sawOf } from './acts-people.ts'
import { cheapHash } from './chance.ts'
import type { Link } from './database.ts'
import { type Fact, Violation } from './oracle.ts'
import type { World } from './world.ts'

export function endOfJournal(world: World): void {
  for (const [lane, links] of world.office.db.journal) {
    gapless(world, lane, links)
    for (const link of links) {
      if (link.kind === 'draft' || JSON.stringify(link.body?.set ?? {}).includes('half:'))
        throw new Violation('no half-typed text stands', link.id)
      const fact = world.oracle.facts.get(link.id)
      if (!fact) continue
      if (fact.actor !== link.actor) throw new Violation('a change keeps its author', link.id)
      if (link.body) nothingUnseen(world, fact)
    }
    nothingOrderedStandsTwice(world, lane, links)
  }
}

function gapless(world: World, lane: LaneId, links: readonly Link[]): void {
  let previous = CHAIN_START
  for (const [i, link] of links.entries()) {
    const hash =
      link.body || link.kind === 'erase'
        ? cheapHash(`${previous}|${i + 1}|${link.id}|${cheapHash(link.salt + JSON.stringify(link.body))}`)
        : link.hash
    if (link.seq !== i + 1 || link.hash !== hash) throw new Violation('lanes are gapless', `${lane} ${i + 1}`)
    previous = link.hash
  }
  if (world.office.db.lanes.get(lane)?.head !== links.length) throw new Violation('lanes are gapless', lane)
}

/** A write names what its editor showed (and what that, by the same hand, had replaced), and nothing else. */
function nothingUnseen({ oracle }: World, fact: Fact): void {
  const { field, change } = fact
  if (!field) return
  const allowed = oracle.past(change.id, () => true)
  const over = change.set?.[field]?.over ?? []
  const unseen = over.find((id) => !allowed.has(id))
  if (unseen) throw new Violation('nothing unseen is replaced', `${change.id} over ${unseen}`)
}

/** What nobody replaced stands, what stands was replaced by nobody; and of two that stand neither was written over the other. */
function nothingOrderedStandsTwice(world: World, lane: LaneId, links: readonly Link[]): void {
  const { office, oracle } = world
  const inJournal = new Set(links.map((link) => link.id))
  /** Taken back on its phone, and sent by a copy of it. */
  const isBack = (id: Id): boolean => oracle.copied.has(id) && oracle.facts.get(id)?.state !== 'kept'
  const isApplied = (id: Id): boolean => inJournal.has(id)
  const named = new Map<string, Set<Id>>()
  const wrote = new Map<string, Id[]>()
  const at = (link: Link, field: Field): string => `${link.rec}.${field}`
  for (const link of links)
    for (const [field, write] of Object.entries((link.body ?? oracle.facts.get(link.id)?.change)?.set ?? {})) {
      named.set(at(link, field), new Set([...(named.get(at(link, field)) ?? []), ...write.over]))
      wrote.set(at(link, field), [...(wrote.get(at(link, field)) ?? []), link.id])
    }
  for (const row of office.db.records.get(lane)?.values() ?? [])
    for (const [field, heads] of Object.entries(row.regs)) {
      const key = `${row.id}.${field}`
      const expected = (wrote.get(key) ?? []).filter((id) => !named.get(key)?.has(id) && !oracle.erased.has(id)).sort()
      if (
        expected.join() !==
        heads
          .map((head) => head.by)
          .sort()
          .join()
      )
        throw new Violation('what nobody replaced stands', `${key} ${expected.join()} ≠ ${heads.map((head) => head.by).join()}`)
      for (const head of heads) {
        const past = oracle.past(head.by, isApplied)
        const other = heads.find((one) => past.has(one.by) && !isBack(one.by) && !isBack(head.by))
        if (other) throw new Violation('no conflict between ordered values', `${key} ${other.by} before ${head.by}`)
      }
    }
}

export function endOfSignatures({ office, oracle }: World): void {
  for (const [lane, links] of office.db.journal)
    for (const sign of links.filter((link) => link.kind === 'sign')) {
      const fact = oracle.facts.get(sign.id)
      const stood = office.stood.get(`${lane}|${sign.hash}`)
      if (!fact || !stood || oracle.erased.has(sign.id)) continue // an erased signature binds nobody
      if (sawOf(rootRows(stood.values(), sign.rec)) !== fact.saw) throw new Violation('a signature covers what was seen', sign.id)
      const root = new Set(rootRows(stood.values(), sign.rec).map((row) => row.id))
      const later = links.find((link) => link.seq > sign.seq && link.kind === 'set' && root.has(link.rec) && !oracle.released.has(link.id))
      if (later) throw new Violation('what is signed stays as signed', `${later.id} after ${sign.id}`)
    }
}

/** No signature waits for something its own author has taken back. */
export function endOfWaiting({ office, oracle }: World): void {
  for (const { change, state } of oracle.facts.values()) {
    if (change.kind !== 'sign' || state !== 'kept' || office.verdictOf(change.id)?.why !== 'awaits') continue
    const covered = Object.values(change.covers ?? {}).flatMap((fields) => Object.values(fields).flat())
    const gone = covered.find((id) => !oracle.copied.has(id) && ['replaced', 'undone'].includes(oracle.facts.get(id)?.state ?? ''))
    if (gone) throw new Violation('no signature waits for what is taken back', `${change.id} ${gone}`)
  }
}

/** What came under somebody else's id is kept, and held. */
export function endOfStrange({ office, oracle }: World): void {
  const kept = new Set([...office.db.custody.values()].map((one) => one.raw))
  for (const raw of oracle.strange) if (!kept.has(raw)) throw new Violation('a clash is kept', raw.slice(0, 40))
}

export function endOfErased(world: World): void {
  const { office, oracle } = world
  if (oracle.erased.size === 0) return
  const { custody, journal, records } = office.db
  const bodies =
    [...custody.values()].map((kept) => kept.raw ?? '').join() + JSON.stringify([[...journal], [...records].map(([, rows]) => [...rows])])
  for (const id of oracle.erased) {
    const words = Object.values(oracle.facts.get(id)?.change.set ?? {}).map((write) => String(write.v))
    if (words.some((word) => word !== 'null' && bodies.includes(`"${word}"`))) throw new Violation('erased stays erased', `office ${id}`)
    if (office.verdictOf(id)?.s !== 'erased') throw new Violation('erased stays erased', `verdict ${id}`)
    for (const device of world.alive()) {
      if (office.enrolments.get(device.enrol)?.isRevoked) continue
      const { rows, outbox, shelf } = device.disk
      const isHere =
        outbox.has(id) ||
        shelf.has(id) ||
        [...rows.values()].some((lane) =>
          [...lane.values()].some((row) => Object.values(row.regs).some((heads) => heads.some((head) => head.by === id))),
        )
      if (isHere) throw new Violation('erased stays erased', `${device.name} ${id}`)
    }
  }
}

/** What is held is seen by its author and at the desk; and the phone counts what the office counts. */
export function endOfHeld(world: World): void {
  const { office, oracle } = world
  const atDesk = new Set(office.held().map((one) => one.id))
  for (const device of world.alive()) {
    const here = device
      .items()
      .filter((item) => item.state === 'held')
      .map((item) => item.id)
    const there = [...device.disk.outbox.keys()].filter((id) => office.verdictOf(id)?.s === 'held')
    if (here.sort().join() !== there.sort().join()) throw new Violation('counters agree', `${device.name} ${here.length} ${there.length}`)
    for (const id of here) if (!atDesk.has(id)) throw new Violation('what is held is seen', `${device.name} ${id}`)
  }
  for (const fact of oracle.facts.values()) {
    if (fact.state !== 'kept' || fact.isFragile || !fact.enrol || office.verdictOf(fact.change.id)?.s !== 'held') continue
    const isSeen = world
      .alive()
      .some(
        ({ disk: { outbox, shelf } }) =>
          outbox.get(fact.change.id)?.state === 'held' ||
          shelf.get(fact.change.id)?.closed ||
          (world.hasForgotten && shelf.has(fact.change.id)),
      )
    if (!isSeen) throw new Violation('what is held is seen', `author ${fact.change.id}`)
  }
}

/** The newest words that were parked come to the same person's next phone, or are still at the office. */
export function endOfParked(world: World): void {
  const { office, oracle } = world
  for (const [draft, known] of oracle.parked) {
    const there = office.db.parked.get(draft)
    const isDone = known.rev === Number.MAX_SAFE_INTEGER
    if (isDone ? there?.change : there?.change?.set?.content?.v !== known.content)
      throw new Violation('the newest parked words stand', `${draft} ${known.rev} ${there?.rev}`)
  }
}
