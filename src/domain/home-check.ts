// What is said about what somebody writes of a person, a household or a home (DOMAIN.md 2.1 to 2.4). `stop`: it cannot be
// meant like that, and is not saved until it is put right; nothing typed is lost. `lack`: a rule asks for more. `look`: worth
// a second look. Only a `stop` is ever in anybody's way: what is known at a door is always worth saving.

import { addMonths } from './calendar.ts'
import { dueBeforeIncome } from './home-due.ts'
import type { HomeField, HomePart } from './home-fields.ts'
import { type HomeShape, shapeOf, whenOf } from './home-shapes.ts'
import { entered, type HomeValues, isAskedIn, isRented, isShortTerm, yearsIn } from './home-values.ts'
import { isLocalDate, type LocalDate } from './ids.ts'

const HOME_STOPS = [
  'nameMissing',
  'endBeforeStart',
  'reviewMissing',
  'reviewTooLate',
  'reviewPast',
  'guardianName',
  'neighbourName',
  'memberEmpty',
  'periodEmpty',
  'endReasonMissing',
  'endDateMissing',
  'addressMissing',
  'nothingChosen',
] as const
const HOME_ADVICE = [
  'childrenCountMissing',
  'moreYearsThanChildren',
  'landlordMissing',
  'earmarkInfoMissing',
  'fixedWithoutEnd',
  'openWithEnd',
  'shortTerm',
  'unitShape',
  'dueBeforeIncome',
  'dueLastDay',
  'incomeLastDay',
  'depositAmountMissing',
  'confidential',
  'strictlyConfidential',
  'safetyShared',
  'stopHolds',
  'guardianOver',
  'neighbourOver',
] as const
export type HomeStop = (typeof HOME_STOPS)[number] | HomeShape
export type HomeAdvice = (typeof HOME_ADVICE)[number]

export interface HomeRemark {
  readonly kind: HomeStop | HomeAdvice
  readonly weight: 'stop' | 'lack' | 'look'
  /** The field it is said at. */
  readonly at: HomeField
  /** Days of the month the words need. */
  readonly n?: number
  readonly m?: number
}
const stop = (kind: HomeStop, at: HomeField): HomeRemark => ({ kind, weight: 'stop', at })
const lack = (kind: HomeAdvice, at: HomeField): HomeRemark => ({ kind, weight: 'lack', at })
const look = (kind: HomeAdvice, at: HomeField, more: { readonly n?: number; readonly m?: number } = {}): HomeRemark => ({
  kind,
  weight: 'look',
  at,
  ...more,
})

/** All there is to say about these fields; `values` may hold more than them, to compare with. */
export function checkHome(keys: readonly HomeField[], values: HomeValues, today: LocalDate): readonly HomeRemark[] {
  const asked = keys.filter((key) => isAskedIn(values, key))
  const shapes = asked.flatMap((key) => {
    const shape = shapeOf(key, entered(values, key), today)
    return shape === undefined ? [] : [stop(shape, key)]
  })
  const rules = RULES.flatMap((rule) => rule(values, today)).filter((remark) => asked.includes(remark.at))
  return [...shapes, ...rules.filter(({ at }) => !shapes.some((shape) => shape.at === at))]
}

/** What a page asks for beyond its fields: a name, a reason, something at all. */
export function checkPart(part: HomePart, values: HomeValues): readonly HomeRemark[] {
  const isEmpty = (...keys: readonly HomeField[]) => keys.every((key) => entered(values, key).trim() === '')
  switch (part) {
    case 'name':
    case 'start':
      return isEmpty('resident.displayName') ? [stop('nameMissing', 'resident.displayName')] : []
    case 'relative':
      return isEmpty('relative.name') ? [stop('nameMissing', 'relative.name')] : []
    case 'member':
      return isEmpty('householdMember.displayName', 'householdMember.relation') ? [stop('memberEmpty', 'householdMember.displayName')] : []
    case 'period':
      return isEmpty('housingPeriod.text', 'housingPeriod.kind') ? [stop('periodEmpty', 'housingPeriod.text')] : []
    case 'protection':
      return isEmpty('resident.addressProtection') ? [stop('nothingChosen', 'resident.addressProtection')] : []
    case 'moveOut':
      return [
        ...(isEmpty('tenancy.endReason') ? [stop('endReasonMissing', 'tenancy.endReason')] : []),
        ...(isEmpty('tenancy.endDate') ? [stop('endDateMissing', 'tenancy.endDate')] : []),
      ]
    case 'moveIn':
      return isEmpty('dwelling.address', 'dwelling.postal.city') ? [stop('addressMissing', 'dwelling.address')] : []
    default:
      return []
  }
}

type Rule = (values: HomeValues, today: LocalDate) => readonly HomeRemark[]
const dateIn = (values: HomeValues, key: HomeField): LocalDate | undefined => {
  const typed = entered(values, key)
  return isLocalDate(typed) ? typed : undefined
}
const isSet = (values: HomeValues, key: HomeField): boolean => entered(values, key).trim() !== ''
/** The longest a safety remark stands before somebody looks at it again (DOMAIN.md 2.1). */
export const REVIEW_MONTHS = 6

const RULES: readonly Rule[] = [
  (v) => (isBackwards(v, 'tenancy.startDate', 'tenancy.endDate') ? [stop('endBeforeStart', 'tenancy.endDate')] : []),
  (v) => (isBackwards(v, 'resident.guardian.from', 'resident.guardian.to') ? [stop('endBeforeStart', 'resident.guardian.to')] : []),
  (v) =>
    isBackwards(v, 'dwelling.neighbourContact.from', 'dwelling.neighbourContact.to')
      ? [stop('endBeforeStart', 'dwelling.neighbourContact.to')]
      : [],
  (v) => (isPeriodBackwards(v) ? [stop('endBeforeStart', 'housingPeriod.to')] : []),
  safety,
  (v, today) => guardian(v, today),
  (v, today) => neighbour(v, today),
  (v) => (isSet(v, 'resident.contactStop.scope') ? [look('stopHolds', 'resident.contactStop.scope')] : []),
  protection,
  children,
  (v) => (isRented(v) && !isSet(v, 'tenancy.landlord') ? [lack('landlordMissing', 'tenancy.landlord')] : []),
  earmark,
  term,
  (v) => (isUnit(entered(v, 'dwelling.unitNumber').trim()) ? [] : [look('unitShape', 'dwelling.unitNumber')]),
  dueDay,
  (v) =>
    ['guarantee', 'loan'].includes(entered(v, 'tenancy.depositSupport.kind')) && !isSet(v, 'tenancy.depositSupport.amount')
      ? [lack('depositAmountMissing', 'tenancy.depositSupport.amount')]
      : [],
]

const isBackwards = (v: HomeValues, from: HomeField, to: HomeField): boolean => {
  const [start, end] = [dateIn(v, from), dateIn(v, to)]
  return start !== undefined && end !== undefined && end < start
}
/** Years or dates, as far as somebody remembers: compared as far as both go. */
function isPeriodBackwards(v: HomeValues): boolean {
  const [from, to] = [whenOf(entered(v, 'housingPeriod.from')), whenOf(entered(v, 'housingPeriod.to'))]
  return from !== undefined && to !== undefined && to < from.slice(0, to.length)
}

function safety(v: HomeValues, today: LocalDate): readonly HomeRemark[] {
  if (['', 'none'].includes(entered(v, 'resident.safetyFlag.level'))) return []
  const review = dateIn(v, 'resident.safetyFlag.reviewBy')
  const at = 'resident.safetyFlag.reviewBy'
  const shared = look('safetyShared', 'resident.safetyFlag.reason')
  if (review === undefined) return [shared, stop('reviewMissing', at)]
  if (review < today) return [shared, stop('reviewPast', at)]
  return review > addMonths(today, REVIEW_MONTHS) ? [shared, stop('reviewTooLate', at)] : [shared]
}

function guardian(v: HomeValues, today: LocalDate): readonly HomeRemark[] {
  const others = ['phone', 'mandate', 'from', 'to'] as const
  if (!isSet(v, 'resident.guardian.name'))
    return others.some((part) => isSet(v, `resident.guardian.${part}`)) ? [stop('guardianName', 'resident.guardian.name')] : []
  const until = dateIn(v, 'resident.guardian.to')
  return until !== undefined && until < today ? [look('guardianOver', 'resident.guardian.to')] : []
}

/** Whom neighbours may ring has a name, and somebody else when the time is over. */
function neighbour(v: HomeValues, today: LocalDate): readonly HomeRemark[] {
  const others = ['phone', 'area', 'from', 'to'] as const
  if (!isSet(v, 'dwelling.neighbourContact.name')) {
    const isHalf = others.some((part) => isSet(v, `dwelling.neighbourContact.${part}`))
    return isHalf ? [stop('neighbourName', 'dwelling.neighbourContact.name')] : []
  }
  const until = dateIn(v, 'dwelling.neighbourContact.to')
  return until !== undefined && until < today ? [look('neighbourOver', 'dwelling.neighbourContact.to')] : []
}

function protection(v: HomeValues): readonly HomeRemark[] {
  const chosen = entered(v, 'resident.addressProtection')
  if (chosen.startsWith('strictly_confidential')) return [look('strictlyConfidential', 'resident.addressProtection')]
  return chosen === 'confidential' ? [look('confidential', 'resident.addressProtection')] : []
}

function children(v: HomeValues): readonly HomeRemark[] {
  if (entered(v, 'household.childrenKnown') !== 'yes') return []
  const count = Number(entered(v, 'household.childrenCount'))
  if (!(count > 0)) return [lack('childrenCountMissing', 'household.childrenCount')]
  return yearsIn(entered(v, 'household.childrenBirthYears')).length > count
    ? [look('moreYearsThanChildren', 'household.childrenBirthYears')]
    : []
}

const isEarmarked = (v: HomeValues): boolean =>
  !['', 'none'].includes(entered(v, 'dwelling.earmark')) || ['special_11_1', 'transitional_11_2'].includes(entered(v, 'tenancy.tenureType'))
function earmark(v: HomeValues): readonly HomeRemark[] {
  return isEarmarked(v) && !isSet(v, 'tenancy.earmarkInfoGivenOn') ? [lack('earmarkInfoMissing', 'tenancy.earmarkInfoGivenOn')] : []
}

/** H0101: a letter for the main, lower, cellar or loft floor, and four digits. Older homes have others: said, not stopped. */
const isUnit = (typed: string): boolean => typed === '' || /^[HLUK]\d{4}$/i.test(typed)

function term(v: HomeValues): readonly HomeRemark[] {
  const kind = entered(v, 'tenancy.termKind')
  const end = dateIn(v, 'tenancy.endDate')
  const isEnding = ['notice_given', 'ended'].includes(entered(v, 'tenancy.status'))
  if (kind === 'open_ended') return end && !isEnding ? [look('openWithEnd', 'tenancy.endDate')] : []
  if (kind !== 'fixed') return []
  if (!end) return [lack('fixedWithoutEnd', 'tenancy.endDate')]
  const hasGround = isSet(v, 'tenancy.shortTermGround') || mayBeShort(v)
  return isShortTerm(v) && !hasGround && !isEnding ? [look('shortTerm', 'tenancy.shortTermGround')] : []
}
/** husleieloven § 11-2: homes for a time may be let for less than three years. */
const mayBeShort = (v: HomeValues): boolean =>
  entered(v, 'tenancy.tenureType') === 'transitional_11_2' || ['transitional_11_2', 'both'].includes(entered(v, 'dwelling.earmark'))

function dueDay(v: HomeValues): readonly HomeRemark[] {
  const [due, income] = [Number(entered(v, 'tenancy.rentDueDay')), Number(entered(v, 'resident.income.incomeDay'))]
  return [
    ...(due > 28 ? [look('dueLastDay', 'tenancy.rentDueDay', { n: due })] : []),
    ...(income > 28 ? [look('incomeLastDay', 'resident.income.incomeDay', { n: income })] : []),
    ...(dueBeforeIncome(due, income) ? [look('dueBeforeIncome', 'tenancy.rentDueDay', { n: due, m: income })] : []),
  ]
}
