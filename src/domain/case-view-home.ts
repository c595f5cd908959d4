// The person, the home and the household as every screen reads them (DOMAIN.md 2.1 to 2.4).
// Reading only. Money is never chosen while two versions stand.

import type { Maybe } from './case-view-order.ts'
import { oldestFirst } from './case-view-order.ts'
import { SAFETY_LEVELS, type SafetyLevel, TENURE_TYPES, type TenureType, TRISTATE, type Tristate } from './codes.ts'
import { agreed, effective } from './effective.ts'
import type { Id, LocalDate } from './ids.ts'
import { asCode, asDate, asNumber, asText, code, date, number, part, ref, text } from './reading.ts'
import { rowsOf } from './records.ts'
import type { RecordRow } from './register.ts'

export interface ResidentView {
  readonly id: Id
  readonly name: string
  readonly pronoun: Maybe<string>
  readonly birthYear: Maybe<number>
  readonly phone: Maybe<string>
  readonly phone2: Maybe<string>
  readonly whatWorks: Maybe<string>
  readonly whatDoesNotWork: Maybe<string>
  readonly safety: { readonly level: SafetyLevel; readonly reason: Maybe<string>; readonly reviewBy: Maybe<LocalDate> }
  /** Set = does not want contact; `scope` as DOMAIN.md 2.1. */
  readonly contactStop: Maybe<{ readonly since: Maybe<LocalDate>; readonly scope: Maybe<string> }>
  readonly keyAgreement: Maybe<string>
  readonly language: { readonly code: Maybe<string>; readonly interpreterNeeded: boolean }
  readonly income: { readonly day: Maybe<number>; readonly main: Maybe<string> }
  readonly clientStatus: Maybe<string>
  readonly addressProtection: Maybe<string>
  readonly status: Maybe<string>
}
export interface HomeView {
  readonly address: Maybe<string>
  readonly unitNumber: Maybe<string>
  readonly floor: Maybe<string>
  readonly kind: Maybe<string>
  readonly rooms: Maybe<number>
  readonly accessNote: Maybe<string>
  readonly environmentNote: Maybe<string>
  readonly hazardNote: Maybe<string>
  readonly tenure: Maybe<TenureType>
  readonly landlord: Maybe<string>
  readonly startDate: Maybe<LocalDate>
  readonly endDate: Maybe<LocalDate>
  /** Øre; undefined also while two versions stand: money is never chosen. */
  readonly rentMonthly: Maybe<number>
  readonly rentDueDay: Maybe<number>
  readonly paymentMethod: Maybe<string>
  readonly evictionClause: Tristate
}
export interface HouseholdView {
  readonly id: Maybe<Id>
  readonly childrenKnown: Tristate
  readonly childrenCount: Maybe<number>
  readonly pets: Maybe<string>
  readonly resources: Maybe<string>
  readonly members: readonly {
    readonly id: Id
    readonly name: Maybe<string>
    readonly relation: Maybe<string>
    readonly birthYear: Maybe<number>
    readonly livesHere: Maybe<string>
  }[]
}
export interface HousingPeriodView {
  readonly id: Id
  readonly text: Maybe<string>
  readonly kind: Maybe<string>
  readonly from: Maybe<string>
  readonly to: Maybe<string>
}
export const residentView = (row: RecordRow): ResidentView => ({
  id: row.id,
  name: text(row, 'displayName') ?? '',
  pronoun: text(row, 'pronoun'),
  birthYear: number(row, 'birthYear'),
  phone: text(row, 'phone'),
  phone2: text(row, 'phone2'),
  whatWorks: text(row, 'whatWorks'),
  whatDoesNotWork: text(row, 'whatDoesNotWork'),
  safety: {
    level: asCode(part(row, 'safetyFlag', 'level'), SAFETY_LEVELS) ?? 'none',
    reason: asText(part(row, 'safetyFlag', 'reason')),
    reviewBy: asDate(part(row, 'safetyFlag', 'reviewBy')),
  },
  contactStop: (effective(row, 'contactStop') ?? null) === null ? undefined : stopOf(row),
  keyAgreement: text(row, 'keyAgreement'),
  language: { code: asText(part(row, 'language', 'code')), interpreterNeeded: part(row, 'language', 'interpreterNeeded') === true },
  income: { day: asNumber(part(row, 'income', 'incomeDay')), main: asText(part(row, 'income', 'mainIncome')) },
  clientStatus: text(row, 'clientStatus'),
  addressProtection: text(row, 'addressProtection'),
  status: text(row, 'status'),
})

const stopOf = (row: RecordRow) => ({ since: asDate(part(row, 'contactStop', 'since')), scope: asText(part(row, 'contactStop', 'scope')) })

/** The lease that is not ended, and the dwelling it names; else the first dwelling there is. */
export function homeView(rows: readonly RecordRow[]): HomeView {
  const tenancies = rowsOf(rows, 'tenancy')
  const tenancy = tenancies.find((row) => text(row, 'status') !== 'ended') ?? tenancies[0]
  const dwellings = rowsOf(rows, 'dwelling')
  const dwelling = dwellings.find((row) => tenancy && row.id === ref(tenancy, 'dwelling')) ?? dwellings[0]
  return {
    address: dwelling && text(dwelling, 'address'),
    unitNumber: dwelling && text(dwelling, 'unitNumber'),
    floor: dwelling && text(dwelling, 'floor'),
    kind: dwelling && text(dwelling, 'dwellingKind'),
    rooms: dwelling && number(dwelling, 'rooms'),
    accessNote: dwelling && text(dwelling, 'accessNote'),
    environmentNote: dwelling && text(dwelling, 'environmentNote'),
    hazardNote: dwelling && text(dwelling, 'hazardNote'),
    tenure: tenancy && code(tenancy, 'tenureType', TENURE_TYPES),
    landlord: tenancy && text(tenancy, 'landlord'),
    startDate: tenancy && date(tenancy, 'startDate'),
    endDate: tenancy && date(tenancy, 'endDate'),
    rentMonthly: tenancy && asNumber(agreed(tenancy, 'rentMonthly')),
    rentDueDay: tenancy && number(tenancy, 'rentDueDay'),
    paymentMethod: tenancy && text(tenancy, 'paymentMethod'),
    evictionClause: (tenancy && code(tenancy, 'evictionClause', TRISTATE)) ?? 'unknown',
  }
}

export function householdView(rows: readonly RecordRow[]): HouseholdView {
  const row = rowsOf(rows, 'household')[0]
  return {
    id: row?.id,
    childrenKnown: (row && code(row, 'childrenKnown', TRISTATE)) ?? 'unknown',
    childrenCount: row && number(row, 'childrenCount'),
    pets: row && text(row, 'pets'),
    resources: row && text(row, 'resources'),
    members: oldestFirst(rowsOf(rows, 'householdMember')).map((member) => ({
      id: member.id,
      name: text(member, 'displayName'),
      relation: text(member, 'relation'),
      birthYear: number(member, 'birthYear'),
      livesHere: text(member, 'livesHere'),
    })),
  }
}

export const periodView = (row: RecordRow): HousingPeriodView => ({
  id: row.id,
  text: text(row, 'text'),
  kind: text(row, 'kind'),
  from: text(row, 'from'),
  to: text(row, 'to'),
})
