// Every field a person, a household and a home is written with (DOMAIN.md 2.1 to 2.4), by `type.register` or, inside a
// register that is a group, `type.register.part`; and how they stand together, one topic a page. Words are in texts.

import {
  ADDRESS_PROTECTIONS,
  CHILD_ARRANGEMENTS,
  CLIENT_STATUSES,
  CONTACT_PREFERENCES,
  DEPOSIT_SUPPORTS,
  DWELLING_KINDS,
  EARMARKS,
  LIVES_HERE,
  MAIN_INCOMES,
  MEMBER_RELATIONS,
  PAYMENT_METHODS,
  RESIDENT_STATUSES,
  SAFETY_LEVELS,
  TENANCY_END_REASONS,
  TENANCY_STATUSES,
  TENURE_TYPES,
  TERM_KINDS,
  TRISTATE,
} from './codes.ts'
import type { KnownType } from './records.ts'
import type { Field } from './register.ts'

export const HOME_LISTS = {
  addressProtection: ADDRESS_PROTECTIONS,
  childArrangement: CHILD_ARRANGEMENTS,
  clientStatus: CLIENT_STATUSES,
  contactPreference: CONTACT_PREFERENCES,
  contactStopScope: ['about_this_notice', 'all_visits'],
  depositSupport: DEPOSIT_SUPPORTS,
  dwellingKind: DWELLING_KINDS,
  earmark: EARMARKS,
  livesHere: LIVES_HERE,
  income: MAIN_INCOMES,
  memberRelation: MEMBER_RELATIONS,
  paymentMethod: PAYMENT_METHODS,
  residentStatus: RESIDENT_STATUSES,
  safetyLevel: SAFETY_LEVELS,
  tenancyEndReason: TENANCY_END_REASONS,
  tenancyStatus: TENANCY_STATUSES,
  tenureType: TENURE_TYPES,
  termKind: TERM_KINDS,
  tristate: TRISTATE,
} as const satisfies Readonly<Record<string, readonly string[]>>
export type HomeList = keyof typeof HOME_LISTS

/** What is typed is text until it is saved; `kroner` is kept as øre, `years` as a list. */
export type FieldKind =
  | { readonly is: 'text' | 'long' | 'phone' | 'email' | 'year' | 'years' | 'count' | 'kroner' | 'monthDay' | 'date' | 'flag' | 'language' }
  | { readonly is: 'code'; readonly list: HomeList }

const text = { is: 'text' } as const
const long = { is: 'long' } as const
const date = { is: 'date' } as const
const flag = { is: 'flag' } as const
const code = <L extends HomeList>(list: L) => ({ is: 'code', list }) as const

export const HOME_FIELDS = {
  'resident.displayName': text,
  'resident.legalName': text,
  'resident.pronoun': text,
  'resident.birthYear': { is: 'year' },
  'resident.phone': { is: 'phone' },
  'resident.phone2': { is: 'phone' },
  'resident.email': { is: 'email' },
  'resident.contactPreference': code('contactPreference'),
  'resident.safeContactNote': long,
  'resident.whatWorks': long,
  'resident.whatDoesNotWork': long,
  'resident.safetyFlag.level': code('safetyLevel'),
  'resident.safetyFlag.reason': long,
  'resident.safetyFlag.reviewBy': date,
  'resident.contactStop.scope': code('contactStopScope'),
  'resident.contactStop.since': date,
  'resident.contactStop.saidTo': text,
  'resident.addressProtection': code('addressProtection'),
  'resident.language.code': { is: 'language' },
  'resident.language.interpreterNeeded': flag,
  'resident.guardian.name': text,
  'resident.guardian.phone': { is: 'phone' },
  'resident.guardian.mandate': long,
  'resident.guardian.from': date,
  'resident.guardian.to': date,
  'resident.income.mainIncome': code('income'),
  'resident.income.incomeDay': { is: 'monthDay' },
  'resident.clientStatus': code('clientStatus'),
  'resident.status': code('residentStatus'),
  'relative.name': text,
  'relative.relation': text,
  'relative.phone': { is: 'phone' },
  'household.name': text,
  'household.childrenKnown': code('tristate'),
  'household.childrenCount': { is: 'count' },
  'household.childrenBirthYears': { is: 'years' },
  'household.childArrangement': code('childArrangement'),
  'household.pets': long,
  'household.resources': long,
  'householdMember.displayName': text,
  'householdMember.relation': code('memberRelation'),
  'householdMember.birthYear': { is: 'year' },
  'householdMember.livesHere': code('livesHere'),
  'housingPeriod.text': long,
  'housingPeriod.kind': code('dwellingKind'),
  'housingPeriod.from': text,
  'housingPeriod.to': text,
  'housingPeriod.why': code('tenancyEndReason'),
  'dwelling.address': text,
  'dwelling.unitNumber': text,
  'dwelling.floor': text,
  'dwelling.postal.code': text,
  'dwelling.postal.city': text,
  'dwelling.dwellingKind': code('dwellingKind'),
  'dwelling.rooms': { is: 'count' },
  'dwelling.sizeM2': { is: 'count' },
  'dwelling.lift': flag,
  'dwelling.stepFree': flag,
  'dwelling.boardContact': text,
  'dwelling.district': text,
  'dwelling.neighbourContact.name': text,
  'dwelling.neighbourContact.phone': { is: 'phone' },
  'dwelling.neighbourContact.area': text,
  'dwelling.neighbourContact.from': date,
  'dwelling.neighbourContact.to': date,
  'dwelling.earmark': code('earmark'),
  'dwelling.accessNote': long,
  'dwelling.environmentNote': long,
  'dwelling.hazardNote': long,
  'tenancy.tenureType': code('tenureType'),
  'tenancy.landlord': text,
  'tenancy.manager': text,
  'tenancy.headLandlord': text,
  'tenancy.arrangedByMunicipality': flag,
  'tenancy.writtenLease': code('tristate'),
  'tenancy.evictionClause': code('tristate'),
  'tenancy.status': code('tenancyStatus'),
  'tenancy.startDate': date,
  'tenancy.termKind': code('termKind'),
  'tenancy.endDate': date,
  'tenancy.shortTermGround': long,
  'tenancy.terminationGrounds': long,
  'tenancy.moveInDeadline': date,
  'tenancy.endReason': code('tenancyEndReason'),
  'tenancy.rentMonthly': { is: 'kroner' },
  'tenancy.heatingIncluded': flag,
  'tenancy.rentDueDay': { is: 'monthDay' },
  'tenancy.paymentMethod': code('paymentMethod'),
  'tenancy.depositSupport.kind': code('depositSupport'),
  'tenancy.depositSupport.amount': { is: 'kroner' },
  'tenancy.depositSupport.inspectionDate': date,
  'tenancy.notifyReservation.on': date,
  'tenancy.notifyReservation.source': text,
  'tenancy.informedOfNotifyRoutines': date,
  'tenancy.earmarkInfoGivenOn': date,
} as const satisfies Readonly<Record<`${KnownType}.${string}`, FieldKind>>
export type HomeField = keyof typeof HOME_FIELDS
export const isHomeField = (key: string): key is HomeField => Object.hasOwn(HOME_FIELDS, key)
export const kindOf = (key: HomeField): FieldKind => HOME_FIELDS[key]

export const HOME_TYPES = ['resident', 'household', 'dwelling', 'tenancy', 'relative', 'householdMember', 'housingPeriod'] as const
export type HomeType = (typeof HOME_TYPES)[number]

export interface FieldPlace {
  readonly type: HomeType
  readonly field: Field
  /** Inside a register that is a group. */
  readonly part?: string
}
export function placeOf(key: HomeField): FieldPlace {
  const [typeName, field = '', part] = key.split('.')
  const type = HOME_TYPES.find((known) => known === typeName) ?? 'resident'
  return part === undefined ? { type, field } : { type, field, part }
}

/** One topic a page. */
export const HOME_PARTS = {
  strengths: ['resident.whatWorks', 'resident.whatDoesNotWork'],
  name: ['resident.displayName', 'resident.legalName', 'resident.pronoun', 'resident.birthYear'],
  contact: ['resident.phone', 'resident.phone2', 'resident.email', 'resident.contactPreference', 'resident.safeContactNote'],
  language: ['resident.language.code', 'resident.language.interpreterNeeded'],
  safety: ['resident.safetyFlag.level', 'resident.safetyFlag.reason', 'resident.safetyFlag.reviewBy'],
  stop: ['resident.contactStop.scope', 'resident.contactStop.since', 'resident.contactStop.saidTo'],
  protection: ['resident.addressProtection'],
  guardian: [
    'resident.guardian.name',
    'resident.guardian.phone',
    'resident.guardian.mandate',
    'resident.guardian.from',
    'resident.guardian.to',
  ],
  relative: ['relative.name', 'relative.relation', 'relative.phone'],
  status: ['resident.status', 'resident.clientStatus'],
  children: ['household.childrenKnown', 'household.childrenCount', 'household.childrenBirthYears', 'household.childArrangement'],
  member: ['householdMember.displayName', 'householdMember.relation', 'householdMember.birthYear', 'householdMember.livesHere'],
  household: ['household.resources', 'household.pets', 'household.name'],
  address: [
    'dwelling.address',
    'dwelling.unitNumber',
    'dwelling.floor',
    'dwelling.postal.code',
    'dwelling.postal.city',
    'dwelling.district',
  ],
  access: ['dwelling.accessNote', 'dwelling.hazardNote', 'dwelling.environmentNote', 'dwelling.boardContact'],
  neighbour: [
    'dwelling.neighbourContact.name',
    'dwelling.neighbourContact.phone',
    'dwelling.neighbourContact.area',
    'dwelling.neighbourContact.from',
    'dwelling.neighbourContact.to',
  ],
  dwelling: ['dwelling.dwellingKind', 'dwelling.rooms', 'dwelling.sizeM2', 'dwelling.lift', 'dwelling.stepFree'],
  earmark: ['dwelling.earmark', 'tenancy.earmarkInfoGivenOn'],
  tenure: [
    'tenancy.tenureType',
    'tenancy.landlord',
    'tenancy.manager',
    'tenancy.headLandlord',
    'tenancy.arrangedByMunicipality',
    'tenancy.writtenLease',
    'tenancy.evictionClause',
  ],
  term: [
    'tenancy.status',
    'tenancy.startDate',
    'tenancy.termKind',
    'tenancy.endDate',
    'tenancy.shortTermGround',
    'tenancy.terminationGrounds',
    'tenancy.moveInDeadline',
  ],
  rent: ['tenancy.rentMonthly', 'tenancy.heatingIncluded', 'tenancy.rentDueDay', 'tenancy.paymentMethod'],
  income: ['resident.income.mainIncome', 'resident.income.incomeDay'],
  deposit: ['tenancy.depositSupport.kind', 'tenancy.depositSupport.amount', 'tenancy.depositSupport.inspectionDate'],
  notify: ['tenancy.informedOfNotifyRoutines', 'tenancy.notifyReservation.on', 'tenancy.notifyReservation.source'],
  period: ['housingPeriod.text', 'housingPeriod.kind', 'housingPeriod.from', 'housingPeriod.to', 'housingPeriod.why'],
  moveOut: ['tenancy.endReason', 'tenancy.endDate'],
  moveIn: [
    'dwelling.address',
    'dwelling.unitNumber',
    'dwelling.postal.code',
    'dwelling.postal.city',
    'tenancy.tenureType',
    'tenancy.landlord',
    'tenancy.startDate',
    'tenancy.rentMonthly',
    'tenancy.rentDueDay',
  ],
  start: ['resident.displayName', 'resident.phone', 'dwelling.address', 'tenancy.tenureType', 'household.childrenKnown'],
} as const satisfies Readonly<Record<string, readonly HomeField[]>>
export type HomePart = keyof typeof HOME_PARTS
export const isHomePart = (part: string): part is HomePart => Object.hasOwn(HOME_PARTS, part)
export const fieldsOf = (part: HomePart): readonly HomeField[] => HOME_PARTS[part]

/** Pages about one of several: a path names which one. */
export const ITEM_TYPE = { relative: 'relative', member: 'householdMember', period: 'housingPeriod' } as const
export type ItemPart = keyof typeof ITEM_TYPE
export const isItemPart = (part: HomePart): part is ItemPart => Object.hasOwn(ITEM_TYPE, part)
