// A rule pack and small builders for the engine's own tests, so that they need no other room. The numbers are those of
// DOMAIN.md 3.3. Not part of the app: the shipped packs are in rules/deadlines.ts, held against the same vectors there.

import type { Deadline } from './deadline.ts'
import { EMPTY_MATTER, type InquiryFact, type LetterFact, type Matter, type PlanFact } from './deadline-facts.ts'
import type { DeadlinePack, DeadlineRule, RuleCode, RuleParams } from './deadline-rules.ts'
import { WEEKDAYS_OFFICE } from './deadline-vectors.ts'
import { deadlinesOf } from './deadlines.ts'
import { localDate as D, type Id, id } from './ids.ts'

/** Plainly fictional: one letter, 22 times. */
export const name = (letter: string): Id => id(letter.repeat(22))
export const NOTICE = name('N')
export const LETTER = name('L')
export const PLAN = name('P')
export const CASE = name('C')
export const CALL = name('c')
export const MARK = name('M')

export const aNotice = (more: Partial<InquiryFact> = {}): InquiryFact => ({
  id: NOTICE,
  kind: 'arrears_notice',
  receivedDate: D('2026-11-20'),
  isClosed: false,
  isClient: false,
  ...more,
})
export const aLetter = (more: Partial<LetterFact> = {}): LetterFact => ({
  id: LETTER,
  inquiry: NOTICE,
  template: 'L3',
  sentDate: D('2026-11-20'),
  copiesDecided: true,
  ...more,
})
export const aPlan = (more: Partial<PlanFact> = {}): PlanFact => ({
  id: PLAN,
  status: 'active',
  startDate: D('2026-09-01'),
  endDate: D('2027-03-01'),
  ...more,
})
export const aMark = (rule: RuleCode, basis: Id, basisDate: string, ruleVersion?: string) => ({
  doneMarks: [{ id: MARK, rule, basis, basisDate: D(basisDate), on: D('2026-11-21'), ruleVersion }],
})

export const testRule = <C extends RuleCode>(
  code: C,
  params: RuleParams[C],
  more: Partial<Omit<DeadlineRule<C>, 'code' | 'params'>> = {},
): DeadlineRule<C> => ({
  version: `test-${code}`,
  title: { nb: code, nn: code },
  kind: 'deadline',
  source: { title: 'DOMAIN.md', section: '3.3', url: null },
  legalStatus: 'design',
  validFrom: D('2000-01-01'),
  validTo: null,
  verifiedOn: D('2026-11-22'),
  verifiedBy: 'test',
  reviewBy: D('2027-11-22'),
  supersedes: null,
  note: '',
  ...more,
  code,
  params,
})

export const TEST_PACK = {
  pack: 'nasjonal',
  rules: {
    D1: [testRule('D1', { workdays: 3, kinds: ['arrears_notice', 'petition_copy'], sameNoticeWithinDays: 30 })],
    D2: [testRule('D2', { weeks: 1 })],
    D3: [testRule('D3', { weeks: 2, kinds: ['arrears_notice'] })],
    D4: [testRule('D4', { weeks: 2 })],
    D5: [testRule('D5', { weeks: 2, windowFromDays: 21, windowToDays: 28 })],
    D6: [testRule('D6', { specialAssessmentWorkdays: 3 })],
    D7: [testRule('D7', { everyMonths: 3, opensDaysBefore: 14 })],
    D8: [testRule('D8', { opensDaysBefore: 30 })],
    D9: [testRule('D9', { daysBefore: 1 })],
    D10: [testRule('D10', { days: 14 })],
    D11: [testRule('D11', { weeks: 2 })],
    D12: [testRule('D12', { months: 1 })],
    D13: [testRule('D13', { safetyMonths: 6, transferWorkdays: 1, opensDaysBefore: 30 })],
    D14: [testRule('D14', { opensDaysBefore: 90 })],
  },
} as const satisfies DeadlinePack

export const all = (matter: Partial<Matter>, packs: readonly DeadlinePack[] = [TEST_PACK]): readonly Deadline[] =>
  deadlinesOf({ matter: { ...EMPTY_MATTER, ...matter }, calendar: WEEKDAYS_OFFICE, packs })
export const the = (rule: RuleCode, matter: Partial<Matter>): Deadline | undefined => all(matter).find((one) => one.rule === rule)
export const onBasis = (rule: RuleCode, basis: Id, matter: Partial<Matter>): Deadline | undefined =>
  all(matter).find((one) => one.rule === rule && one.basis === basis)

/** What a test expects of the state. */
export const isOpen = { state: 'open' } as const
export const closedBy = (by: Id) => ({ state: 'closed', closedBy: by }) as const
