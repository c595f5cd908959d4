// The registers of the office, the person, the household and the home (DOMAIN.md 2.1 to 2.4, 2.19).
// `Fields` in records.ts holds all of them; reading is defensive, since a newer device may have written more.

import type { Cause, Role, SafetyLevel, TenureType, Tristate } from './codes.ts'
import type { Id, LocalDate } from './ids.ts'

export interface PersonFields {
  office: {
    name: string
    phone: string
    municipality: string
    emergency: { police: string; health: string; fire: string; childWelfare: string }
  }
  user: { name: string; roles: readonly Role[]; phone: string }
  agency: { name: string; kind: string; phone: string }
  resident: {
    displayName: string
    legalName: string
    birthYear: number
    pronoun: string
    phone: string
    phone2: string
    email: string
    contactPreference: string
    safeContactNote: string
    language: { code: string; interpreterNeeded: boolean }
    clientStatus: string
    addressProtection: string
    income: { incomeDay?: number; mainIncome?: string }
    whatWorks: string
    whatDoesNotWork: string
    guardian: { name: string; phone?: string; mandate?: string; from?: LocalDate; to?: LocalDate } | null
    safetyFlag: { level: SafetyLevel; reason?: string; reviewBy?: LocalDate; setBy?: Id }
    contactStop: { since: LocalDate; scope: string; saidTo?: string; visit?: Id } | null
    keyAgreement: string
    /** How she can be reached while she has no home (G7 7.6). */
    reachedAt: string
    /** Why it became hard, as she sees it; of the home now, `evictionCase.causeCategory` (N 1.2). */
    causes: readonly Cause[]
    status: string
  }
  household: {
    name: string
    childrenKnown: Tristate
    childrenCount: number
    childrenBirthYears: readonly number[]
    childArrangement: string
    pets: string
    resources: string
  }
  householdMember: { displayName: string; relation: string; birthYear: number; livesHere: string }
  housingPeriod: { text: string; kind: string; from: string; to: string; why: string }
  relative: { name: string; relation: string; phone: string; mayContact: boolean }
  dwelling: {
    address: string
    unitNumber: string
    postal: { code: string; city: string }
    floor: string
    dwellingKind: string
    rooms: number
    sizeM2: number
    lift: boolean
    stepFree: boolean
    boardContact: string
    /** The part of town, as the office names it. */
    district: string
    /** Whom neighbours may ring (N 5.6). */
    neighbourContact: { name: string; phone?: string; area?: string; from?: LocalDate; to?: LocalDate } | null
    earmark: string
    accessNote: string
    environmentNote: string
    hazardNote: string
  }
  tenancy: {
    dwelling: Id
    tenureType: TenureType
    landlord: string
    manager: string
    headLandlord: string
    arrangedByMunicipality: boolean
    writtenLease: Tristate
    startDate: LocalDate
    endDate: LocalDate
    termKind: string
    moveInDeadline: LocalDate
    rentMonthly: number
    heatingIncluded: boolean
    rentDueDay: number
    paymentMethod: string
    evictionClause: Tristate
    notifyReservation: { on: LocalDate; source?: string } | null
    informedOfNotifyRoutines: LocalDate
    earmarkInfoGivenOn: LocalDate
    /** Why a fixed term is shorter than three years (N 2.3.2). */
    shortTermGround: string
    terminationGrounds: string
    depositSupport: { kind: string; amount?: number; inspectionDate?: LocalDate } | null
    status: string
    endReason: string
  }
  identity: { nationalId: string }
}
