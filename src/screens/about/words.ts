// A field's value, label and help in words, and what is said about it. Everything from texts; nothing is decided here.

import type { HomeRemark } from '#domain/home-check.ts'
import { type HomeField, kindOf } from '#domain/home-fields.ts'
import { entered, type HomeValues } from '#domain/home-values.ts'
import { isLocalDate } from '#domain/ids.ts'
import { oreFrom } from '#domain/money.ts'
import type { Language } from '#texts/catalogue.ts'
import { kroner, longDate, phoneNumber } from '#texts/format.ts'
import { LANGUAGE_CODES, languageName } from '#texts/languages.ts'
import type { Say } from '#texts/say.ts'
import { wordOfCode } from '../home-words.ts'

export interface Words {
  readonly say: Say
  readonly language: Language
}

export const labelOf = (say: Say, key: HomeField): string => say(`about.f.${key}`)

const HELPED = [
  'resident.displayName',
  'resident.safeContactNote',
  'resident.safetyFlag.reviewBy',
  'resident.income.incomeDay',
  'household.childrenBirthYears',
  'household.resources',
  'household.pets',
  'housingPeriod.from',
  'housingPeriod.to',
  'dwelling.unitNumber',
  'dwelling.accessNote',
  'dwelling.environmentNote',
  'dwelling.hazardNote',
  'dwelling.neighbourContact.name',
  'tenancy.rentDueDay',
  'tenancy.evictionClause',
  'tenancy.rentMonthly',
  'tenancy.depositSupport.amount',
] as const satisfies readonly HomeField[]
export function helpOf(say: Say, key: HomeField): string | undefined {
  const helped = HELPED.find((known) => known === key)
  return helped && say(`about.help.${helped}`)
}

/** Those most often met; another one is kept as it was written. */
export function languagesToChoose(language: Language, chosen: string) {
  const codes = chosen === '' || LANGUAGE_CODES.includes(chosen) ? LANGUAGE_CODES : [...LANGUAGE_CODES, chosen]
  return codes.map((code) => ({ code, text: languageName(language, code) }))
}

/** As it is read: «8 400 kr», «den 12.», «24. november 2026»; undefined when nothing is written. */
export function valueText({ say, language }: Words, key: HomeField, values: HomeValues): string | undefined {
  const typed = entered(values, key)
  if (typed === '') return undefined
  const kind = kindOf(key)
  switch (kind.is) {
    case 'code':
      return wordOfCode(say, kind.list, typed)
    case 'flag':
      return say(typed === 'yes' ? 'about.yes' : 'about.no')
    case 'kroner':
      return kroner(oreFrom(typed) ?? 0)
    case 'monthDay':
      return say(key === 'tenancy.rentDueDay' ? 'about.dueOn' : 'about.incomeOn', { n: Number(typed) })
    case 'date':
      return isLocalDate(typed) ? longDate(language, typed) : typed
    case 'phone':
      return phoneNumber(typed)
    case 'language':
      return languageName(language, typed)
    case 'text':
    case 'long':
    case 'email':
    case 'year':
    case 'years':
    case 'count':
      return typed
  }
}

export function remarkText(say: Say, { kind, n = 0, m = 0 }: HomeRemark): string {
  switch (kind) {
    case 'dueBeforeIncome':
    case 'dueLastDay':
    case 'incomeLastDay':
      return say(`about.remark.${kind}`, { n, m })
    default:
      return say(`about.remark.${kind}`)
  }
}
