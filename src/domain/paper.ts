// What stands on a paper, as a structure without words: sections, tables and lines made of phrases. The same structure
// gives the sheet and the plain text, in the language asked for. Only what is put here can come on a paper: nothing of a
// visit's observations, concerns, safety, complaints, client status or diagnosis has a phrase (UX.md 3, «Print/share»).

import type { ConsentKind, GroupRole, PaperKind, TenureType, Topic } from './codes.ts'
import type { Deadline } from './deadline.ts'
import type { Frequency } from './frequency.ts'
import type { Id, LocalDate, LocalDateTime } from './ids.ts'

/** Fixed wording without any argument: `paper.label.<label>` in texts. */
export type PaperLabel =
  | 'agreed'
  | 'agreedAtVisit'
  | 'measures'
  | 'what'
  | 'who'
  | 'when'
  | 'mainGoals'
  | 'subGoals'
  | 'group'
  | 'residentsPart'
  | 'servicesPart'
  | 'meet'
  | 'condition'
  | 'next'
  | 'always'
  | 'coordinator'
  | 'voluntary'
  | 'notALease'
  | 'individualPlan'
  | 'interpreter'
  | 'reached'
  | 'paused'
  | 'proposal'
  | 'municipality'
  | 'signMunicipality'
  | 'about'
  | 'topics'
  | 'scope'
  | 'answer'
  | 'validTo'
  | 'mayWithdraw'
  | 'notAnswered'
  | 'by'
  | 'creditor'
  | 'total'
  | 'payNow'
  | 'perTerm'
  | 'terms'
  | 'dueDay'
  | 'payHow'
  | 'instalments'
  | 'date'
  | 'amount'
  | 'paid'
  | 'residentSaysYes'
  | 'creditorSaysYes'
  | 'creditorNotYet'
  | 'tellUs'
  | 'place'
  | 'cases'
  | 'youDecide'
  | 'notSuits'
  | 'present'
  | 'talkedAbout'
  | 'decisions'
  | 'responsible'
  | 'person'
  | 'name'
  | 'bornIn'
  | 'phone'
  | 'language'
  | 'interpreterHead'
  | 'interpreterNeeded'
  | 'home'
  | 'address'
  | 'unit'
  | 'tenure'
  | 'landlord'
  | 'rent'
  | 'rentDueDay'
  | 'contacts'
  | 'role'
  | 'deadlines'
  | 'internal'
  | 'residentAnswered'

export type Phrase =
  /** Written by a person: stands as it was written. */
  | { readonly is: 'own'; readonly text: string }
  /** Two versions stand: both, in words (DESIGN.md 3). */
  | { readonly is: 'either'; readonly of: readonly Phrase[] }
  | { readonly is: 'label'; readonly label: PaperLabel }
  | { readonly is: 'names'; readonly names: readonly string[] }
  | { readonly is: 'says'; readonly who: Phrase; readonly what: Phrase }
  | { readonly is: 'date' | 'weekday' | 'until' | 'lookAgain'; readonly on: LocalDate }
  | { readonly is: 'at' | 'nextVisit'; readonly at: LocalDateTime }
  | { readonly is: 'comes'; readonly names: readonly string[]; readonly at: LocalDateTime }
  | { readonly is: 'groupMeets'; readonly at: LocalDateTime }
  | { readonly is: 'span'; readonly from?: LocalDate; readonly to?: LocalDate }
  | { readonly is: 'often'; readonly rule: Frequency }
  | { readonly is: 'phone'; readonly phone: string }
  | { readonly is: 'callName' | 'callOffice'; readonly name?: string; readonly phone?: string }
  | { readonly is: 'money'; readonly ore: number }
  | { readonly is: 'number'; readonly number: number }
  | { readonly is: 'role'; readonly role: GroupRole }
  | { readonly is: 'tenure'; readonly tenure: TenureType }
  | { readonly is: 'topics'; readonly topics: readonly Topic[] }
  | { readonly is: 'consentKind'; readonly kind: ConsentKind }
  | { readonly is: 'paymentMethod' | 'languageName'; readonly code: string }
  | { readonly is: 'reports'; readonly on: string; readonly to: string }
  | { readonly is: 'saidYes' | 'mustSayYes'; readonly name: string }
  | {
      readonly is: 'signed'
      readonly who: string
      readonly how: string
      readonly on?: LocalDate
      readonly witness?: string
      readonly isForOffice?: true
    }
  | { readonly is: 'withdrawn' | 'refusedOn'; readonly on?: LocalDate }
  | { readonly is: 'planFor' | 'proposalFor' | 'keyDataFor' | 'agreementFor'; readonly name: string }
  | { readonly is: 'minutesOf'; readonly on?: LocalDate }
  | { readonly is: 'invites' | 'invitesMember'; readonly name?: string }
  | { readonly is: 'invitation' | 'paymentPlan' | 'consent' }
  | { readonly is: 'deadline'; readonly deadline: Deadline }

/** Phrases that stand together on one line. */
export type Line = readonly Phrase[]

export type Block =
  | { readonly block: 'wish'; readonly words: Phrase }
  | { readonly block: 'lines'; readonly lines: readonly Line[] }
  | { readonly block: 'list'; readonly isNumbered: boolean; readonly items: readonly Line[] }
  /** The first cell of a row is its heading. */
  | { readonly block: 'table'; readonly columns: readonly PaperLabel[]; readonly rows: readonly (readonly (readonly Line[])[])[] }
  | { readonly block: 'pairs'; readonly pairs: readonly { readonly term: Line; readonly lines: readonly Line[] }[] }
  /** The one thing with a box: the next date. */
  | { readonly block: 'next'; readonly lines: readonly Line[] }
  | { readonly block: 'sign'; readonly lines: readonly Line[] }

export interface Section {
  readonly heading?: PaperLabel
  readonly blocks: readonly Block[]
  /** Two such after each other share the width of the sheet. */
  readonly isHalf?: true
}

export interface Paper {
  readonly kind: PaperKind
  /** The record it is a paper of. */
  readonly of: Id
  readonly title: Phrase
  readonly sections: readonly Section[]
  readonly footer: readonly Line[]
}

export const own = (text: string): Phrase => ({ is: 'own', text })
export const label = (of: PaperLabel): Phrase => ({ is: 'label', label: of })
/** A block that would be empty is none, and a section without blocks has no heading. */
export const section = (heading: PaperLabel | undefined, blocks: readonly (Block | undefined)[]): readonly Section[] => {
  const standing = blocks.filter((block) => block !== undefined)
  return standing.length === 0 ? [] : [{ ...(heading ? { heading } : {}), blocks: standing }]
}
export const lines = (...all: readonly Line[]): Block | undefined =>
  all.some((line) => line.length > 0) ? { block: 'lines', lines: all.filter((line) => line.length > 0) } : undefined
export const pairs = (...all: readonly (readonly [PaperLabel, Phrase | undefined])[]): Block | undefined => {
  const told = all.flatMap(([term, phrase]) => (phrase ? [{ term: [label(term)], lines: [[phrase]] }] : []))
  return told.length === 0 ? undefined : { block: 'pairs', pairs: told }
}
