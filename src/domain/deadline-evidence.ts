// What in a matter counts as done or settled: letters sent, somebody heard, an attempt, an assessment, a duty that is
// no longer ours (DESIGN.md 3, "How derived tasks close"). Always the earliest record, so that all devices name the same.

import { inOrder } from './deadline.ts'
import type { AssessmentKind, ContactFact, InquiryFact, LetterFact, LetterTemplate, Matter, TransferFact } from './deadline-facts.ts'
import type { Id, LocalDate } from './ids.ts'

/** The letters after a notice: D1 asks for one of them, D2 waits for the answer to it. */
export const FIRST_LETTERS: readonly LetterTemplate[] = ['L1', 'L2', 'L3']
/** A note at the door and a second letter are attempts too (DOMAIN.md 5). */
const REMINDING_LETTERS: readonly LetterTemplate[] = ['L4', 'L5']

export interface SentLetter extends LetterFact {
  readonly on: LocalDate
}

export function sentLetters(matter: Matter, templates: readonly LetterTemplate[]): readonly SentLetter[] {
  const sent = matter.letters.filter(({ template }) => templates.includes(template))
  return inOrder(sent.flatMap((letter) => (letter.sentDate ? [{ ...letter, on: letter.sentDate }] : [])))
}

export const lettersAbout = (matter: Matter, inquiry: Id | undefined, templates: readonly LetterTemplate[]): readonly SentLetter[] =>
  sentLetters(matter, templates).filter((letter) => inquiry !== undefined && letter.inquiry === inquiry)

/** Anything heard since the day, about whichever notice: the person is the same. A refusal is heard (DOMAIN.md 2.14). */
export const heardSince = (matter: Matter, on: LocalDate): ContactFact | undefined =>
  inOrder(matter.contacts.filter((contact) => contact.heard && contact.on >= on))[0]

/** The first attempt that reached nobody, about this notice or about none in particular. */
export const missSince = (matter: Matter, on: LocalDate, inquiry: Id | undefined): ContactFact | undefined =>
  inOrder(matter.contacts.filter((one) => !one.heard && one.on >= on && (!one.inquiry || one.inquiry === inquiry)))[0]

/** The first attempt of any kind since the day (O-2: «søke å komme i kontakt»). */
export function attemptSince(matter: Matter, on: LocalDate, inquiry: Id | undefined): Id | undefined {
  const reminders = lettersAbout(matter, inquiry, REMINDING_LETTERS).filter((letter) => letter.on >= on)
  const miss = missSince(matter, on, inquiry)
  return inOrder([...reminders, ...(miss ? [miss] : [])])[0]?.id
}

/** Made about this notice, or about the whole matter since the day. */
export function assessedSince(matter: Matter, kinds: readonly AssessmentKind[], since: LocalDate, inquiry: Id | undefined): Id | undefined {
  const isMine = (one: Matter['assessments'][number]) => (one.inquiry ? one.inquiry === inquiry : one.on >= since)
  return inOrder(matter.assessments.filter((one) => kinds.includes(one.kind) && isMine(one)))[0]?.id
}

/** The conclusion after an eviction looks back over everything received, so one answers every notice before it (O28). */
export const concludedSince = (matter: Matter, since: LocalDate): Id | undefined =>
  inOrder(matter.assessments.filter(({ kind, on }) => kind === 'post_eviction' && on >= since))[0]?.id

/** Nobody to write to or assess, or another district has confirmed that it has taken over. Closing the notice for any
 *  other reason leaves the letter and the assessment owed: the service shall always write (O-1, O-2). */
export function dutyGone(matter: Matter, inquiry: InquiryFact): Id | undefined {
  if (inquiry.isClosed && (inquiry.closeReason === 'duplicate' || inquiry.closeReason === 'no_basis')) return inquiry.id
  return transfersOf(matter, inquiry).find((transfer) => transfer.receiptConfirmedOn)?.id
}

export const transfersOf = (matter: Matter, inquiry: InquiryFact): readonly TransferFact[] =>
  inOrder(matter.transfers.filter((transfer) => transfer.inquiry === inquiry.id).map((transfer) => ({ ...transfer, on: transfer.sentOn })))

/** A closed notice asks for no more contact, and neither does one that is another district's. */
export const contactOver = (matter: Matter, inquiry: InquiryFact): Id | undefined =>
  inquiry.isClosed ? inquiry.id : dutyGone(matter, inquiry)
