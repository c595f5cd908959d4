// Words of the codes a person, a household and a home are written with, and of the registers as «To versjoner» and the
// page about a resident show them. A code newer than this build stands as it is written.

import { HOME_LISTS, type HomeList, isHomeField, kindOf } from '#domain/home-fields.ts'
import type { Say } from '#texts/say.ts'

export interface CodeWord {
  readonly code: string
  readonly text: string
}
const worded = <C extends string>(codes: readonly C[], word: (code: C) => string): readonly CodeWord[] =>
  codes.map((code) => ({ code, text: word(code) }))

/** One line for each list, so that a code without words does not compile. */
const WORDS: Readonly<Record<HomeList, (say: Say) => readonly CodeWord[]>> = {
  addressProtection: (say) => worded(HOME_LISTS.addressProtection, (code) => say(`term.addressProtection.${code}`)),
  childArrangement: (say) => worded(HOME_LISTS.childArrangement, (code) => say(`term.childArrangement.${code}`)),
  clientStatus: (say) => worded(HOME_LISTS.clientStatus, (code) => say(`term.clientStatus.${code}`)),
  contactPreference: (say) => worded(HOME_LISTS.contactPreference, (code) => say(`term.contactPreference.${code}`)),
  contactStopScope: (say) => worded(HOME_LISTS.contactStopScope, (code) => say(`term.contactStopScope.${code}`)),
  depositSupport: (say) => worded(HOME_LISTS.depositSupport, (code) => say(`term.depositSupport.${code}`)),
  dwellingKind: (say) => worded(HOME_LISTS.dwellingKind, (code) => say(`term.dwellingKind.${code}`)),
  earmark: (say) => worded(HOME_LISTS.earmark, (code) => say(`term.earmark.${code}`)),
  livesHere: (say) => worded(HOME_LISTS.livesHere, (code) => say(`term.livesHere.${code}`)),
  income: (say) => worded(HOME_LISTS.income, (code) => say(`term.income.${code}`)),
  memberRelation: (say) => worded(HOME_LISTS.memberRelation, (code) => say(`term.memberRelation.${code}`)),
  paymentMethod: (say) => worded(HOME_LISTS.paymentMethod, (code) => say(`term.paymentMethod.${code}`)),
  residentStatus: (say) => worded(HOME_LISTS.residentStatus, (code) => say(`term.residentStatus.${code}`)),
  safetyLevel: (say) => worded(HOME_LISTS.safetyLevel, (code) => say(`term.safetyLevel.${code}`)),
  tenancyEndReason: (say) => worded(HOME_LISTS.tenancyEndReason, (code) => say(`term.tenancyEndReason.${code}`)),
  tenancyStatus: (say) => worded(HOME_LISTS.tenancyStatus, (code) => say(`term.tenancyStatus.${code}`)),
  tenureType: (say) => worded(HOME_LISTS.tenureType, (code) => say(`term.tenureType.${code}`)),
  termKind: (say) => worded(HOME_LISTS.termKind, (code) => say(`term.termKind.${code}`)),
  tristate: (say) => worded(HOME_LISTS.tristate, (code) => say(`term.tristate.${code}`)),
}
export const wordsOfList = (say: Say, list: HomeList): readonly CodeWord[] => WORDS[list](say)
export const wordOfCode = (say: Say, list: HomeList, code: string): string =>
  wordsOfList(say, list).find((word) => word.code === code)?.text ?? code

/** The list a register of ours, or a part of one, takes its codes from. */
export function homeListOf(type: string, field: string, part?: string): HomeList | undefined {
  const key = [type, field, ...(part === undefined ? [] : [part])].join('.')
  const kind = isHomeField(key) ? kindOf(key) : undefined
  return kind?.is === 'code' ? kind.list : undefined
}
