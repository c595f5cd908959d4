// The shape of a dated deadline rule and of the packs that ship them (DOMAIN.md 7.3). No number of days lives here:
// the packs in rules/ hold them, with their sources, and an office may add versions of its own.

import type { InquiryKind } from './deadline-facts.ts'
import type { LocalDate } from './ids.ts'

export const RULE_CODES = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6', 'D7', 'D8', 'D9', 'D10', 'D11', 'D12', 'D13', 'D14'] as const
export type RuleCode = (typeof RULE_CODES)[number]

/** What a version of each rule may set (DOMAIN.md 3.3). */
export interface RuleParams {
  /** `kinds`: the notices that call for a letter. A like notice within the days may use the same letter (further rule 3). */
  D1: { readonly workdays: number; readonly kinds: readonly InquiryKind[]; readonly sameNoticeWithinDays: number }
  D2: { readonly weeks: number }
  D3: { readonly weeks: number; readonly kinds: readonly InquiryKind[] }
  D4: { readonly weeks: number }
  D5: { readonly weeks: number; readonly windowFromDays: number; readonly windowToDays: number }
  /** The special assessment has this many workdays after D2 was due; every other duty of D6 has none (O-3, S14). */
  D6: { readonly specialAssessmentWorkdays: number }
  /** `everyMonths`: for a plan that does not say. */
  D7: { readonly everyMonths: number; readonly opensDaysBefore: number }
  D8: { readonly opensDaysBefore: number }
  D9: { readonly daysBefore: number }
  D10: { readonly days: number }
  D11: { readonly weeks: number }
  D12: { readonly months: number }
  D13: { readonly safetyMonths: number; readonly transferWorkdays: number; readonly opensDaysBefore: number }
  D14: { readonly opensDaysBefore: number }
}

export type LegalStatus = 'law' | 'regulation' | 'circular' | 'local_routine' | 'practice' | 'design'

/** One version of one rule. `version` names it for ever: a version is superseded, never edited. */
export interface DeadlineRule<C extends RuleCode> {
  readonly code: C
  readonly version: string
  readonly title: { readonly nb: string; readonly nn: string }
  readonly kind: 'deadline'
  readonly params: RuleParams[C]
  readonly source: { readonly title: string; readonly section: string; readonly url: string | null }
  readonly legalStatus: LegalStatus
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
  readonly verifiedOn: LocalDate
  readonly verifiedBy: string
  readonly reviewBy: LocalDate
  readonly supersedes: string | null
  readonly note: string
}

export interface DeadlinePack {
  readonly pack: 'nasjonal' | 'oslo' | 'lokal'
  readonly rules: { readonly [C in RuleCode]?: readonly DeadlineRule<C>[] }
}

/** The rule version valid on the basis event's date (DOMAIN.md 7.3, 2). Of several, the one that began last; of those,
 *  the one in the pack named last. A date before every version is judged by the first, since a date that silently has
 *  no deadline is worse; a rule that has ended has none. */
export function ruleOn<C extends RuleCode>(packs: readonly DeadlinePack[], code: C, on: LocalDate): DeadlineRule<C> | undefined {
  const versions = versionsOf(packs, code)
  const valid = versions.filter((rule) => rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo))
  if (valid.length > 0) return valid.at(-1)
  const first = versions[0]
  return first && on < first.validFrom ? first : undefined
}

export const ruleNamed = <C extends RuleCode>(packs: readonly DeadlinePack[], code: C, version: string): DeadlineRule<C> | undefined =>
  versionsOf(packs, code).find((rule) => rule.version === version)

/** In order of beginning; versions that begin together stay in the order of their packs. */
function versionsOf<C extends RuleCode>(packs: readonly DeadlinePack[], code: C): readonly DeadlineRule<C>[] {
  const versions: readonly DeadlineRule<C>[] = packs.flatMap((pack) => pack.rules[code] ?? [])
  return [...versions].sort((a, b) => (a.validFrom < b.validFrom ? -1 : a.validFrom > b.validFrom ? 1 : 0))
}
