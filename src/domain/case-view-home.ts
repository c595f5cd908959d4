// The person, the home and the household as every screen reads them (DOMAIN.md 2.1 to 2.4).
// Reading only. Money is never chosen while two versions stand.

import type { Maybe } from './case-view-order.ts'
import { oldestFirst } from './case-view-order.ts'
import { SAFETY_LEVELS, type SafetyLevel, TENURE_TYPES, type TenureType, TRISTATE, type Tristate } from './codes.ts'
import { agreed, effective } from './effective.ts'
import { currentTenancy, dwellingOf, hidesAddress } from './home-now.ts'
import type { Id, LocalDate } from './ids.ts'
import { asCode, asDate, asNumber, asText, code, date, list, number, part, ref, text } from './reading.ts'
import { rowsOf } from './records.ts'
import type { RecordRow } from './register.ts'

export interface ResidentView {
  readonly id: Id
  readonly name: string
  readonly legalName: Maybe<string>
  readonly pronoun: Maybe<string>
  readonly birthYear: Maybe<number>
  readonly phone: Maybe<string>
  readonly phone2: Maybe<string>
  readonly email: Maybe<string>
  readonly contactPreference: Maybe<string>
  /** «Ikke legg igjen beskjed»: read before anybody rings. */
  readonly safeContactNote: Maybe<string>
  readonly guardian: Maybe<GuardianView>
  readonly relatives: readonly RelativeView[]
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
interface GuardianView {
  readonly name: string
  readonly phone: Maybe<string>
  readonly mandate: Maybe<string>
  readonly from: Maybe<LocalDate>
  readonly to: Maybe<LocalDate>
}
/** Whether she may be contacted follows the consent `contact_relative` about her (DOMAIN.md 2.19). */
export interface RelativeView {
  readonly id: Id
  readonly name: Maybe<string>
  readonly relation: Maybe<string>
  readonly phone: Maybe<string>
}
export interface TenancyView {
  readonly id: Id
  readonly dwelling: Maybe<Id>
  readonly tenure: Maybe<TenureType>
  readonly status: Maybe<string>
  readonly endReason: Maybe<string>
  readonly startDate: Maybe<LocalDate>
  readonly endDate: Maybe<LocalDate>
}
export interface DwellingView {
  readonly id: Id
  readonly address: Maybe<string>
  readonly city: Maybe<string>
  readonly kind: Maybe<string>
}
export interface HomeView {
  readonly dwelling: Maybe<Id>
  readonly tenancy: Maybe<Id>
  /** Protected: the address is shown nowhere but where it is kept, and never on a phone (DOMAIN.md 2.1). */
  readonly isAddressHidden: boolean
  /** All there have been, the one that counts now first. */
  readonly tenancies: readonly TenancyView[]
  readonly dwellings: readonly DwellingView[]
  readonly address: Maybe<string>
  readonly unitNumber: Maybe<string>
  readonly floor: Maybe<string>
  readonly postal: { readonly code: Maybe<string>; readonly city: Maybe<string> }
  readonly kind: Maybe<string>
  readonly rooms: Maybe<number>
  readonly earmark: Maybe<string>
  readonly accessNote: Maybe<string>
  readonly environmentNote: Maybe<string>
  readonly hazardNote: Maybe<string>
  readonly tenure: Maybe<TenureType>
  readonly landlord: Maybe<string>
  readonly manager: Maybe<string>
  readonly writtenLease: Tristate
  readonly status: Maybe<string>
  readonly endReason: Maybe<string>
  readonly termKind: Maybe<string>
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
  readonly childrenBirthYears: readonly number[]
  readonly childArrangement: Maybe<string>
  readonly pets: Maybe<string>
  readonly resources: Maybe<string>
  readonly members: readonly MemberView[]
}
export interface MemberView {
  readonly id: Id
  readonly name: Maybe<string>
  readonly relation: Maybe<string>
  readonly birthYear: Maybe<number>
  readonly livesHere: Maybe<string>
}
export interface HousingPeriodView {
  readonly id: Id
  readonly text: Maybe<string>
  readonly kind: Maybe<string>
  readonly from: Maybe<string>
  readonly to: Maybe<string>
  readonly why: Maybe<string>
}
export const residentView = (row: RecordRow, rows: readonly RecordRow[]): ResidentView => ({
  id: row.id,
  name: text(row, 'displayName') ?? '',
  legalName: text(row, 'legalName'),
  pronoun: text(row, 'pronoun'),
  birthYear: number(row, 'birthYear'),
  phone: text(row, 'phone'),
  phone2: text(row, 'phone2'),
  email: text(row, 'email'),
  contactPreference: text(row, 'contactPreference'),
  safeContactNote: text(row, 'safeContactNote'),
  guardian: guardianOf(row),
  relatives: oldestFirst(rowsOf(rows, 'relative')).map((relative) => ({
    id: relative.id,
    name: text(relative, 'name'),
    relation: text(relative, 'relation'),
    phone: text(relative, 'phone'),
  })),
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

function guardianOf(row: RecordRow): Maybe<GuardianView> {
  const name = asText(part(row, 'guardian', 'name'))
  if (name === undefined) return undefined
  return {
    name,
    phone: asText(part(row, 'guardian', 'phone')),
    mandate: asText(part(row, 'guardian', 'mandate')),
    from: asDate(part(row, 'guardian', 'from')),
    to: asDate(part(row, 'guardian', 'to')),
  }
}

/** The lease that counts now and the dwelling it names. */
export function homeView(rows: readonly RecordRow[]): HomeView {
  const tenancy = currentTenancy(rows)
  const dwelling = dwellingOf(rows, tenancy)
  const isAddressHidden = hidesAddress(rowsOf(rows, 'resident')[0])
  return {
    isAddressHidden,
    tenancies: [...(tenancy ? [tenancy] : []), ...rowsOf(rows, 'tenancy').filter((row) => row !== tenancy)].map(tenancyView),
    dwellings: rowsOf(rows, 'dwelling').map((row) => dwellingView(row, isAddressHidden)),
    ...whereView(isAddressHidden ? undefined : dwelling),
    ...placeView(dwelling),
    ...leaseView(tenancy),
  }
}

const tenancyView = (row: RecordRow): TenancyView => ({
  id: row.id,
  dwelling: ref(row, 'dwelling'),
  tenure: code(row, 'tenureType', TENURE_TYPES),
  status: text(row, 'status'),
  endReason: text(row, 'endReason'),
  startDate: date(row, 'startDate'),
  endDate: date(row, 'endDate'),
})
const dwellingView = (row: RecordRow, isHidden: boolean): DwellingView => ({
  id: row.id,
  address: isHidden ? undefined : text(row, 'address'),
  city: isHidden ? undefined : asText(part(row, 'postal', 'city')),
  kind: text(row, 'dwellingKind'),
})

/** What leads to the door. */
const whereView = (dwelling: RecordRow | undefined) => ({
  address: dwelling && text(dwelling, 'address'),
  unitNumber: dwelling && text(dwelling, 'unitNumber'),
  floor: dwelling && text(dwelling, 'floor'),
  postal: {
    code: dwelling && asText(part(dwelling, 'postal', 'code')),
    city: dwelling && asText(part(dwelling, 'postal', 'city')),
  },
  accessNote: dwelling && text(dwelling, 'accessNote'),
})
const placeView = (dwelling: RecordRow | undefined) => ({
  dwelling: dwelling?.id,
  kind: dwelling && text(dwelling, 'dwellingKind'),
  rooms: dwelling && number(dwelling, 'rooms'),
  earmark: dwelling && text(dwelling, 'earmark'),
  environmentNote: dwelling && text(dwelling, 'environmentNote'),
  hazardNote: dwelling && text(dwelling, 'hazardNote'),
})
const leaseView = (tenancy: RecordRow | undefined) => ({
  tenancy: tenancy?.id,
  tenure: tenancy && code(tenancy, 'tenureType', TENURE_TYPES),
  landlord: tenancy && text(tenancy, 'landlord'),
  manager: tenancy && text(tenancy, 'manager'),
  writtenLease: (tenancy && code(tenancy, 'writtenLease', TRISTATE)) ?? 'unknown',
  status: tenancy && text(tenancy, 'status'),
  endReason: tenancy && text(tenancy, 'endReason'),
  termKind: tenancy && text(tenancy, 'termKind'),
  startDate: tenancy && date(tenancy, 'startDate'),
  endDate: tenancy && date(tenancy, 'endDate'),
  rentMonthly: tenancy && asNumber(agreed(tenancy, 'rentMonthly')),
  rentDueDay: tenancy && number(tenancy, 'rentDueDay'),
  paymentMethod: tenancy && text(tenancy, 'paymentMethod'),
  evictionClause: (tenancy && code(tenancy, 'evictionClause', TRISTATE)) ?? 'unknown',
})

export function householdView(rows: readonly RecordRow[]): HouseholdView {
  const row = rowsOf(rows, 'household')[0]
  return {
    id: row?.id,
    childrenKnown: (row && code(row, 'childrenKnown', TRISTATE)) ?? 'unknown',
    childrenCount: row && number(row, 'childrenCount'),
    childrenBirthYears: row ? list(row, 'childrenBirthYears').filter((year) => typeof year === 'number') : [],
    childArrangement: row && text(row, 'childArrangement'),
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
  why: text(row, 'why'),
})

const GROWN_UP = 18
const NOT_IN_HOUSEHOLD: readonly (string | undefined)[] = ['moved_out', 'visiting']
/** «Voksne i husstanden»: whom the namsfogd must tell too (N 6.7). The year somebody turns 18 counts; unsure counts. */
export const adultsIn = ({ members }: Pick<HouseholdView, 'members'>, today: LocalDate): readonly MemberView[] =>
  members.filter(
    ({ livesHere, birthYear, relation }) =>
      !NOT_IN_HOUSEHOLD.includes(livesHere) &&
      (birthYear === undefined ? relation !== 'child' : Number(today.slice(0, 4)) - birthYear >= GROWN_UP),
  )
