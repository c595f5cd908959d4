// What the simulation knows beside the product: every change somebody was told is saved, what its writer had on the
// screen, and what may lawfully be gone. The rules are checked against this, never against the product's own opinion.

import type { Id, LaneId } from '#domain/ids.ts'
import type { Field } from '#domain/register.ts'
import type { Change } from '#sync/wire.ts'

export interface Fact {
  readonly change: Change
  readonly actor: Id
  /** Undefined: written at the desk, which has no shelf. */
  readonly enrol: Id | undefined
  readonly field: Field | undefined
  /** Heads on the screen when the editor opened, and what was saved from it before. */
  readonly shown: readonly Id[]
  /** Own unsettled writes behind those, and what this one took the place of: they were seen too. */
  readonly behind?: readonly Id[]
  /** sign: the heads of every record of the root, as the screen had them. */
  readonly saw?: string
  /** replaced, undone: its writer took it back. lost: it went with a phone or a disk before it had arrived. */
  state: 'kept' | 'replaced' | 'undone' | 'lost' | 'erased'
  /** Its phone is gone and the backups do not have it yet: a second disaster may take it. */
  isFragile: boolean
}
export class Violation extends Error {
  readonly rule: string
  constructor(rule: string, detail: string) {
    super(`${rule}: ${detail}`)
    this.rule = rule
  }
}

export class Oracle {
  readonly facts = new Map<Id, Fact>()
  readonly erased = new Set<Id>()
  /** Came on a copied disk: what its phone takes back may come from the copy all the same. */
  readonly copied = new Set<Id>()
  readonly erasedDrafts = new Set<Id>()
  readonly released = new Set<Id>()
  /** The newest revision of each draft that reached the office, while it is neither finished nor thrown away. */
  readonly parked = new Map<Id, { readonly rev: number; readonly content: string; readonly user: Id; readonly lane: LaneId }>()

  /** Half-written words by draft: which phone has them, and the newest revision. */
  readonly words = new Map<Id, { readonly rev: number; readonly device: string }>()
  /** What a stranger sent under somebody else's id: kept, and never instead of it. */
  readonly strange: string[] = []

  add(fact: Omit<Fact, 'state' | 'isFragile'>): void {
    this.facts.set(fact.change.id, { ...fact, state: 'kept', isFragile: false })
  }
  /** Does this head stand for that write: is it the write, or did it replace it, straight or through others? */
  covers(head: Id, over: readonly Id[], field: Field, wanted: Id): boolean {
    const seen = new Set<Id>()
    const walk = (id: Id, next: readonly Id[]): boolean => {
      if (id === wanted) return true
      if (seen.has(id)) return false
      seen.add(id)
      return next.some((one) => walk(one, this.facts.get(one)?.change.set?.[field]?.over ?? []))
    }
    return walk(head, over)
  }
  /** Everything its writer had seen or replaced, as far as the office has applied it. */
  past(id: Id, isApplied: (id: Id) => boolean): ReadonlySet<Id> {
    const found = new Set<Id>()
    const walk = (of: Id): void => {
      for (const one of this.facts.get(of)?.shown ?? []) {
        if (found.has(one)) continue
        found.add(one)
        if (isApplied(one)) walk(one)
      }
    }
    walk(id)
    for (const one of this.facts.get(id)?.behind ?? []) found.add(one)
    return found
  }
  /** Own writes of this field that are still in the outbox, behind what is shown. */
  behind(shown: readonly Id[], field: Field, isUnsettled: (id: Id) => boolean): readonly Id[] {
    const found = new Set<Id>()
    const walk = (id: Id): void => {
      if (found.has(id) || !isUnsettled(id)) return
      found.add(id)
      for (const one of this.facts.get(id)?.change.set?.[field]?.over ?? []) walk(one)
    }
    for (const id of shown) walk(id)
    return [...found]
  }
}
