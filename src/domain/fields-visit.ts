// The registers of a visit and of what it leaves (DOMAIN.md 2.9, 2.10, 2.14 to 2.16, 2.19).
// `Fields` in records.ts holds all of them; reading is defensive, since a newer device may have written more.

import type {
  AgreedVisit,
  Area,
  Basis,
  ConcernAction,
  ConcernCode,
  ContactResult,
  ContactWay,
  DocumentKind,
  EntryBasis,
  Outcome,
  RefusalAnswer,
  VisitKind,
  VisitStatus,
} from './codes.ts'
import type { Id, Instant, LaneId, LocalDate, LocalDateTime } from './ids.ts'

export interface VisitFields {
  visit: {
    kind: VisitKind
    guide: { code: string; version: number }
    planned: { start: LocalDateTime; end?: LocalDateTime }
    workers: readonly Id[]
    started: Instant
    ended: Instant
    outcome: { code: Outcome; note?: string }
    agreedHow: AgreedVisit
    entryBasis: EntryBasis
    /** In an emergency: why one went in, and who was called (DOMAIN.md 2.9). */
    emergency: { reason: string; called: string }
    /** Who holds the plan when several visit; the others propose (UX.md 3, «Two workers, same visit»). */
    holdsPlan: Id
    /** What she answered when she did not want help (DOMAIN.md 4.3). */
    refusal: { answer: RefusalAnswer; again?: LocalDate }
    othersPresent: readonly string[]
    voluntaryInfoGiven: boolean
    adviceGiven: readonly string[]
    activities: readonly string[]
    residentSawNotes: string
    status: VisitStatus
    /** «Samme besøk» as that one; the ones it was said to be apart from. */
    sameAs: Id
    apart: readonly Id[]
    why: string
  }
  /** One worker's part of a visit and its own root; beside these, one register per question id (a StoredAnswer). */
  contribution: { visit: Id; worker: Id; guide: { code: string; version: number }; finishedAt: Instant; note: string; feltSafe: string }
  observation: { visit: Id; area: Area; level: number; basis: Basis; text: string; goal: Id; correctedBy: Id }
  concern: {
    code: ConcernCode
    visit: Id
    basis: Basis
    urgency: 'now' | 'today' | 'this_week'
    raisedFrom: string
    action: { taken: ConcernAction; on: LocalDate; note?: string } | null
    status: 'open' | 'handled'
  }
  contactAttempt: {
    on: LocalDate
    /** «14:30» on the clock in Oslo. */
    clock: string
    way: ContactWay
    direction: 'in' | 'out'
    result: ContactResult
    note: string
    visit: Id
    inquiry: Id
  }
  /** `assignee`: a user id, or `resident`, or free text for somebody else. */
  task: { title: string; assignee: string; due: LocalDate; visit: Id; status: 'open' | 'done' | 'dropped'; doneOn: LocalDate }
  addendum: { of: Id; text: string }
  checkIn: { visit: Id; at: Instant; expectedOut: Instant; out: Instant }
  /** A picture or a scanned letter: `file` names the sealed blob; without its own consent none of a home (DOMAIN.md 2.19). */
  document: {
    kind: DocumentKind
    title: string
    file: { blob: Id; type: string; bytes: number }
    consent: Id
    takenOn: LocalDate
    /** Destroyed after this day. */
    deleteOn: LocalDate
    visit: Id
  }
  doneMark: { rule: string; basis: Id; basisDate: LocalDate; on: LocalDate }
  readReceipt: { of: Id; visit: Id }
  /** In the worker's own lane, never in the resident's file. `case`: whose leader is to see it. */
  safetyReport: { visit: Id; what: string; felt: string; case: LaneId; leaderTold: { on: LocalDate; how?: string }; measures: string }
}
