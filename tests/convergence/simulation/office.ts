// The office of the simulation: custody, verdicts, receipts, parked drafts, access, decisions, backups. As
// src/office does it, on Maps; what is decided is decided by the product's own functions.

import type { LaneRole } from '#domain/codes.ts'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { CHAIN_START } from '#sync/chain.ts'
import { Change, type DropResult, type HeldReason, parse } from '#sync/wire.ts'
import { type Chance, cheapHash } from './chance.ts'
import {
  type Custody,
  copyDb,
  copyLedger,
  type Db,
  type Enrolment,
  emptyDb,
  emptyLedger,
  type Ledger,
  type Person,
  type Sealed,
  type Verdict,
} from './database.ts'
import { erase } from './erasing.ts'
import { append } from './journal.ts'
import type { Parts } from './parts.ts'

export interface Arrival {
  readonly id: Id
  readonly user: Id
  readonly enrol: Id | undefined
  readonly raw: string
  readonly change: Change | undefined
  readonly salt: string
  readonly isRevoked: boolean
}
interface Backup {
  readonly db: Db
  readonly ledger: Ledger
  readonly logged: number
}

export class Office {
  db: Db = emptyDb()
  ledger: Ledger = emptyLedger()
  readonly enrolments = new Map<Id, Enrolment>()
  readonly people = new Map<Id, Person>()
  /** Two verified backups at least count; the newest is last. */
  backups: Backup[] = []
  /** The recovery log: what was done, to be done again. */
  private log: (() => void)[] = []
  private isReplaying = false
  /** Every lane as it stood at each link of its chain, for the oracle. */
  readonly stood = new Map<string, ReadonlyMap<Id, RecordRow>>()
  /** Everything ever appended, also on a branch that a restore has cut off. */
  readonly appended: { readonly lane: LaneId; readonly id: Id }[] = []
  /** A view number is never used again, also not by a restored database: a device may have the old one. */
  private viewFloor = 0
  readonly parts: Parts
  readonly chance: Chance
  readonly parses: boolean

  constructor(parts: Parts, chance: Chance, parses: boolean) {
    this.parts = parts
    this.chance = chance
    this.parses = parses
  }

  remember(lane: LaneId): void {
    const rows = this.db.records.get(lane)
    if (rows) this.stood.set(`${lane}|${this.db.lanes.get(lane)?.hash}`, rows)
  }
  /** Done, committed and (unless the office dies first) written to the recovery log before it is answered. */
  doing<T>(act: () => T): T {
    const done = act()
    if (!this.isReplaying) this.log.push(() => void act())
    return done
  }

  open(sealed: Sealed): Change | undefined {
    try {
      const body: unknown = JSON.parse(sealed.body)
      return this.parses ? parse(Change, body) : (body as Change)
    } catch {
      return undefined
    }
  }
  /** One envelope of a drop; each is its own transaction. Throws when the office has no answer (5xx). */
  drop(enrol: Id, sealed: Sealed): DropResult {
    const place = this.enrolments.get(enrol)
    if (!place) throw new Error('not enrolled')
    const change = this.open(sealed)
    if (change?.kind === 'draft' && this.parts.glue.draftIsNoValue) return this.park(place, enrol, change)
    const { user, isRevoked } = place
    return this.take({ id: sealed.id, user, enrol, raw: sealed.body, change, salt: this.chance.id(), isRevoked })
  }

  take(arrival: Arrival): DropResult {
    const digest = cheapHash(arrival.raw)
    const there = this.db.custody.get(arrival.id)
    const kept = there && { user: there.user, digest: there.digest, isErased: this.verdictOf(there.id)?.s === 'erased' }
    switch (this.parts.firstLook(kept, { user: arrival.user, digest })) {
      case 'stored':
        return { id: arrival.id, ...this.answer(arrival.id) }
      case 'erased':
        return { id: arrival.id, s: 'erased' }
      case 'clash':
        return this.doing(() => this.clash(arrival, digest))
      case 'new':
        return this.doing(() => this.judged(arrival, digest))
    }
  }
  private judged(arrival: Arrival, digest: string): DropResult {
    const { id, user, enrol, raw } = arrival
    const verdict = this.decide(arrival)
    if (!verdict) return { id, s: 'applied' }
    if (verdict.why === 'grant' && !this.parts.glue.forbiddenIsHeld) return { id, s: 'erased' }
    this.db.custody.set(id, { id, user, enrol, digest, raw })
    this.db.verdicts.set(id, verdict)
    if (enrol) this.receipt(enrol, id, digest)
    if (arrival.change?.finishes) this.finish(arrival.change.finishes, arrival)
    if (verdict.s === 'applied' && verdict.lane) this.retryAwaiting(verdict.lane)
    return { id, ...this.answer(id) }
  }
  private decide(arrival: Arrival): Verdict | undefined {
    if (arrival.isRevoked) return { s: 'held', why: 'revoked', ...(arrival.change ? { lane: arrival.change.lane } : {}) }
    if (!arrival.change) return { s: 'held', why: 'bad' }
    const { glue } = this.parts
    const change: Change = arrival.change.kind === 'draft' ? { ...arrival.change, kind: 'set' } : arrival.change
    try {
      return append(this, { change, actor: arrival.user, enrol: arrival.enrol, salt: arrival.salt })
    } catch (error) {
      if (!(error instanceof TypeError) || !glue.poisonIsHeld) throw error
      return glue.poisonIsKept ? { s: 'held', why: 'bad' } : undefined
    }
  }
  private receipt(enrol: Id, id: Id, digest: string): void {
    const before = this.db.receipts.get(enrol) ?? []
    const hash = cheapHash(
      `${before.at(-1)?.hash ?? CHAIN_START}|${before.length + 1}|${id}|${digest}|${this.parts.glue.saltedReceipts ? this.chance.id() : ''}`,
    )
    this.db.receipts.set(enrol, [...before, { id, hash }])
  }
  private clash(arrival: Arrival, digest: string): DropResult {
    const { id: claims, user, enrol, raw } = arrival
    const found = [...this.db.custody.values()].find((one) => one.claims === claims && one.user === user && one.digest === digest)
    if (!found) {
      const id = cheapHash(`${claims}|${user}|${digest}`).padEnd(22, 'c') as Id
      this.db.custody.set(id, { id, user, enrol, digest, raw, claims })
      this.db.verdicts.set(id, { s: 'held', why: 'clash' })
      if (enrol) this.receipt(enrol, id, digest)
    }
    return { id: claims, s: 'held', why: 'clash' }
  }
  /** Each answers what was decided last; the highest verdict counts. */
  verdictOf = (id: Id): Verdict | undefined => this.db.verdicts.get(id)
  answer(id: Id): { s: Verdict['s']; why?: HeldReason; rseq?: number } {
    const verdict = this.verdictOf(id)
    const enrol = this.db.custody.get(id)?.enrol
    const rseq = enrol ? (this.db.receipts.get(enrol) ?? []).findIndex((one) => one.id === id) + 1 : 0
    return { s: verdict?.s ?? 'held', ...(verdict?.why ? { why: verdict.why } : {}), ...(rseq ? { rseq } : {}) }
  }
  private retryAwaiting(lane: LaneId): void {
    for (let isMoving = true; isMoving; ) {
      isMoving = false
      for (const [id, verdict] of this.db.verdicts) {
        if (verdict.why !== 'awaits' || verdict.s !== 'held' || verdict.lane !== lane) continue
        const again = this.again(id, false)
        if (again && !(again.s === 'held' && again.why === 'awaits')) this.db.verdicts.set(id, again)
        isMoving ||= again?.s === 'applied'
      }
    }
  }
  private again(id: Id, isReleased: boolean, by?: Id): Verdict | undefined {
    const kept = this.db.custody.get(id)
    const change = kept?.raw ? this.open({ id, enrol: id, body: kept.raw }) : undefined
    if (!kept || !change) return undefined
    const own = kept.claims ? { ...change, id: kept.id } : change
    return append(this, { change: own, actor: by ?? kept.user, enrol: kept.enrol, salt: this.chance.id(), isReleased })
  }

  /** Held things a coordinator may decide about. */
  held = (): readonly Custody[] => [...this.db.custody.values()].filter((one) => this.verdictOf(one.id)?.s === 'held')
  decideHeld(id: Id, how: 'release' | 'close', by: Id): void {
    const verdict = this.verdictOf(id)
    if (verdict?.s !== 'held') return
    this.doing(() => {
      if (this.verdictOf(id)?.s !== 'held') return
      if (how === 'close') {
        this.db.verdicts.set(id, { ...verdict, s: 'closed' })
        return
      }
      const released = this.again(id, true, this.parts.glue.releaseKeepsAuthor ? undefined : by)
      if (released) this.db.verdicts.set(id, released)
      if (released?.s === 'applied' && released.lane) this.retryAwaiting(released.lane)
    })
  }

  private park(place: Enrolment, enrol: Id, change: Change): DropResult {
    const { draft, rev = 0, lane, rec } = change
    if (!draft) return { id: change.id, s: 'held', why: 'bad' }
    this.doing(() => {
      const there = this.db.parked.get(draft)
      const isNewer = !there || (this.parts.glue.newestParkedWins ? there.rev < rev : there.rev > rev)
      if (there && (!there.change || !isNewer)) return
      this.db.parked.set(draft, { draft, rev, user: place.user, enrol, lane, rec, change: change.set ? change : undefined })
    })
    return { id: change.id, s: 'parked' }
  }
  private finish(draft: Id, { user, enrol, change }: Arrival): void {
    if (!change) return
    const rev = this.db.parked.get(draft)?.rev ?? 0
    this.db.parked.set(draft, { draft, rev, user, enrol: enrol ?? user, lane: change.lane, rec: change.rec, change: undefined })
  }

  setAccess(user: Id, lane: LaneId, role: LaneRole | undefined): void {
    const key = `${user}|${lane}`
    const before = this.db.access.get(key)
    if (!before && !role) return
    const view = role ? Math.max(before?.view ?? 0, this.viewFloor) + 1 : (before?.view ?? 0)
    this.db.access.set(key, { view, role: role ?? before?.role ?? 'worker', isEnded: !role })
    if (!role) this.ledger.ended.set(key, Math.max(view, this.ledger.ended.get(key) ?? 0))
  }
  reachOf(user: Id): readonly { readonly lane: LaneId; readonly view: number }[] {
    const granted = [...this.db.access].flatMap(([key, access]) => {
      const [who, lane] = key.split('|')
      return who === user && !access.isEnded ? [{ lane: lane as LaneId, view: access.view }] : []
    })
    return [{ lane: laneOf('user', user), view: 1 }, ...granted]
  }

  backup(): void {
    this.backups = [...this.backups.slice(-1), { db: copyDb(this.db), ledger: copyLedger(this.ledger), logged: this.log.length }]
  }
  /** How far in this enrolment's receipt log the last two backups reach. */
  safe(enrol: Id): number | null {
    const counted = this.backups.slice(this.parts.glue.twoBackups ? -2 : -1).map(({ db }) => db.receipts.get(enrol)?.length ?? 0)
    const least = Math.min(...counted)
    return counted.length < (this.parts.glue.twoBackups ? 2 : 1) || least === 0 ? null : least
  }
  /** The database is lost: a backup (with the recovery log or without), filtered by the ledger, before the port opens. */
  restore(backup: Backup, withLog: boolean): void {
    const missing = this.log.slice(backup.logged)
    this.db = copyDb(backup.db)
    if (this.parts.glue.freshViews) this.viewFloor += 1_000
    if (!this.parts.glue.ledgerOutside) this.ledger = copyLedger(backup.ledger)
    this.backups = [backup]
    if (withLog) {
      this.isReplaying = true
      for (const act of missing) act()
      this.isReplaying = false
    } else this.log = this.log.slice(0, backup.logged)
    for (const [key, view] of this.ledger.ended) {
      const access = this.db.access.get(key)
      if (access && access.view <= view) this.db.access.set(key, { ...access, isEnded: true })
    }
    for (const erasure of this.ledger.erasures) erase(this, erasure)
  }
}
