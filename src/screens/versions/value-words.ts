// A register's value in words: money as kroner, dates as dates, codes by the glossary, ids as names. What this build does
// not know is still shown as it stands, never left out: somebody has to choose between the values.

import { isHomeField } from '#domain/home-fields.ts'
import {
  dateOf,
  type Id,
  isId,
  isInstant,
  isLocalDate,
  isLocalDateTime,
  type Json,
  type LocalDate,
  type LocalDateTime,
} from '#domain/ids.ts'
import type { Language } from '#texts/catalogue.ts'
import { clock, clockOf, joined, kroner, longDate, phoneNumber, weekdayDate } from '#texts/format.ts'
import { languageName } from '#texts/languages.ts'
import type { Say } from '#texts/say.ts'
import { type TermList, termOf } from '#texts/terms.ts'
import { homeListOf, wordOfCode } from '../home-words.ts'
import { nameOf, type Person } from '../people.ts'

export interface ValueContext {
  readonly say: Say
  readonly language: Language
  readonly people: ReadonlyMap<Id, Person>
  readonly resident: string
}

const MONEY: readonly string[] = [
  'arrears.amount',
  'evictionCase.amount',
  'inquiry.due',
  'paymentArrangement.total',
  'paymentArrangement.perTerm',
  'tenancy.rentMonthly',
  'depositSupport.amount',
]

/** `type.field`, or the name of a part wherever it stands. */
const LISTS: Readonly<Record<string, TermList>> = {
  'household.childrenKnown': 'tristate',
  'inquiry.childrenKnown': 'tristate',
  'tenancy.writtenLease': 'tristate',
  'tenancy.evictionClause': 'tristate',
  'tenancy.tenureType': 'tenureType',
  'tenancy.paymentMethod': 'paymentMethod',
  'plan.status': 'planStatus',
  'goal.status': 'goalStatus',
  'goal.area': 'goalArea',
  'measure.status': 'measureStatus',
  'measure.kind': 'measureKind',
  'visit.status': 'visitStatus',
  'visit.kind': 'visitKind',
  'task.status': 'taskStatus',
  'concern.urgency': 'urgency',
  'concern.code': 'concernCode',
  'resident.clientStatus': 'clientStatus',
  'resident.addressProtection': 'addressProtection',
  'resident.status': 'residentStatus',
  'evictionCase.stage': 'evictionStage',
  'evictionCase.type': 'evictionType',
  'inquiry.kind': 'inquiryKind',
  'inquiry.status': 'inquiryStatus',
  'inquiry.channel': 'channel',
  'groupMember.roleCode': 'groupRole',
  'meeting.kind': 'meetingKind',
  'meeting.status': 'meetingStatus',
  'consent.kind': 'consentKind',
  'outcome.code': 'outcome',
  'safetyFlag.level': 'safetyLevel',
  'contactStop.scope': 'contactStopScope',
  'action.taken': 'concernAction',
  'income.mainIncome': 'income',
  'contactAttempt.way': 'contactWay',
  'contactAttempt.direction': 'contactDirection',
  'contactAttempt.result': 'contactResult',
  'observation.area': 'area',
  'measureLog.done': 'measureResult',
}

export const listOf = (type: string, field: string): TermList | undefined => (field === 'basis' ? 'basis' : LISTS[`${type}.${field}`])

/** Its values are codes: words for them, and never a text two people wrote. */
export const isCoded = (type: string, field: string): boolean => listOf(type, field) !== undefined || homeListOf(type, field) !== undefined

/** «beløpet som skyldes»: the middle of a sentence. */
export const fieldWords = (say: Say, type: string, field: string): string =>
  say('versions.field', { field: `${type}.${field}` }) || say('versions.anyField')

export function valueWords(type: string, field: string, v: Json, context: ValueContext): string {
  const { say, language } = context
  if (v === null || v === '') return say('versions.nothing')
  if (typeof v === 'boolean') return say(v ? 'versions.yes' : 'versions.no')
  if (typeof v === 'number') return isMoney(type, field) ? kroner(v) : numberWords(field, v, say)
  if (typeof v === 'string') return textWords(type, field, v, context)
  if (Array.isArray(v))
    return (
      joined(
        language,
        v.map((one: Json) => valueWords(type, field, one, context)),
      ) || say('versions.nothing')
    )
  return partsOf(v)
    .filter(([part, inner]) => inner !== null && inner !== '' && part !== 'setBy')
    .map(([part, inner]) => partWords(type, field, part, inner, context))
    .join(', ')
}
const isMoney = (type: string, field: string): boolean => MONEY.includes(`${type}.${field}`)

const partsOf = (v: object): readonly (readonly [string, Json])[] => Object.entries(v)
const numberWords = (field: string, n: number, say: Say): string =>
  field === 'months' || field === 'everyMonths' ? say('versions.months', { n }) : String(n)

/** Parts of `inquiry.amount` are the notice's own; of `resident.safetyFlag` the flag's. */
function partWords(type: string, field: string, part: string, v: Json, context: ValueContext): string {
  const list = listOf(field, part)
  const word = list && typeof v === 'string' ? termOf(context.say, list, v) : homeWord(context.say, type, field, v, part)
  if (word !== undefined) return word
  if (part === 'incomeDay' && typeof v === 'number') return context.say('about.incomeOn', { n: v })
  const said = typeof v === 'number' && MONEY.includes(`${field}.${part}`) ? kroner(v) : valueWords(type, part, v, context)
  const label = isHomeField(`${type}.${field}.${part}`) ? labelOf(context.say, type, field, part) : ''
  return label === '' ? said : context.say('about.line', { label, value: said })
}

/** A value inside a group says what it is: «Forvalter: …», «Skal vurderes på nytt: …». */
function labelOf(say: Say, type: string, field: string, part: string): string {
  const key = `${type}.${field}.${part}`
  return isHomeField(key) && !PLAIN_PARTS.includes(key) ? say(`about.f.${key}`) : ''
}
/** The name of a guardian and the town of an address need no label. */
const PLAIN_PARTS: readonly string[] = [
  'resident.guardian.name',
  'dwelling.neighbourContact.name',
  'dwelling.postal.code',
  'dwelling.postal.city',
  'resident.safetyFlag.reason',
]
const homeWord = (say: Say, type: string, field: string, v: Json, part?: string): string | undefined => {
  const list = homeListOf(type, field, part)
  return list && typeof v === 'string' ? wordOfCode(say, list, v) : undefined
}

function textWords(type: string, field: string, v: string, { say, language, people, resident }: ValueContext): string {
  const list = listOf(type, field)
  const word = (list && termOf(say, list, v)) ?? homeWord(say, type, field, v)
  if (word !== undefined) return word
  if (field === 'code' && type === 'resident') return languageName(language, v)
  if (type === 'concern' && field === 'status') return say(v === 'handled' ? 'versions.handled' : 'versions.open')
  if (v === 'resident') return resident
  if (isId(v)) return nameOf(people, v)
  if (isLocalDate(v)) return dayIn(language, v)
  if (isLocalDateTime(v)) return timeIn(say, language, v)
  if (isInstant(v)) return say('desk.at', { time: clockOf(v) })
  return field.startsWith('phone') ? phoneNumber(v) : v
}

const dayIn = (language: Language, v: LocalDate): string => longDate(language, v)
const timeIn = (say: Say, language: Language, v: LocalDateTime): string =>
  say('desk.dayAt', { day: weekdayDate(language, dateOf(v)), time: clock(v) })
