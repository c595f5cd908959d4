// The newer kinds of answers in words, as they are stored: on «Se over», on the visit afterwards and at the desk. A code
// this build does not know is shown as it stands.

import { AGREED_HOW, BUDGET_KINDS, BUDGET_SOURCES } from '#domain/codes.ts'
import type { GuideText, Option, Step } from '#domain/guide.ts'
import { type Id, isId, type Json } from '#domain/ids.ts'
import { asCode, asDate, asGroup, asList, asNumber, asText } from '#domain/reading.ts'
import { fillAfterwards } from '#domain/visit-context.ts'
import type { Language } from '#texts/catalogue.ts'
import { inSentence, kroner, phoneNumber, weekdayDate } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { nameOf, type Person } from '../../people.ts'

export interface KindWordsWith {
  readonly say: Say
  readonly language: Language
  readonly read: (text: GuideText) => string
  /** A user id, `resident` or free words, as a name. */
  readonly nameOf: (who: string) => string
}
type Group = Readonly<Record<string, Json>>

/** Undefined for a kind, or a shape, that has its words elsewhere. */
export function kindWords(step: Step, v: Json, w: KindWordsWith): readonly string[] | undefined {
  const group = asGroup(v)
  switch (step.type) {
    case 'each':
      return group && eachWords(step, group, w)
    case 'people':
      return step.people && Array.isArray(v) ? asList(v).flatMap((one) => personWords(step.people, asGroup(one) ?? {}, w)) : undefined
    case 'budget':
      return Array.isArray(v) ? budgetWords(step, asList(v), w) : undefined
    case 'photo':
      return Array.isArray(v) ? [w.say('photo.count', { n: v.length })] : undefined
    case 'signature':
      return group && [signedWords(group, w)]
    case 'taskOffer':
      return group && [offerWords(step, group, w)]
    case 'day':
      return typeof v === 'number' ? [w.say('answer.day', { day: v })] : undefined
    default:
      return undefined
  }
}

/** The same of an answer that is not finished: in a draft it says which kind it is, around the value. */
export function draftedWords(step: Step, value: Json, w: KindWordsWith): readonly string[] | undefined {
  const group = asGroup(value)
  const inner = group?.each ?? group?.people ?? group?.lines ?? group?.documents ?? group?.number ?? value
  return kindWords(step, inner, w)
}

interface ReadAt {
  readonly say: Say
  readonly language: Language
  readonly people: ReadonlyMap<Id, Person>
  readonly resident: string
}
/** At the desk, where the case's own words for people are at hand. */
export const kindContext = ({ say, language, people, resident }: ReadAt): KindWordsWith => ({
  say,
  language,
  read: (text) => fillAfterwards(text[language], { name: resident }),
  nameOf: (who) => (who === 'resident' ? resident : isId(who) ? nameOf(people, who) : who),
})

const optionIn = (options: readonly Option[] | undefined, code: Json | undefined, { read }: KindWordsWith): string | undefined => {
  const option = options?.find((known) => known.code === code)
  return option ? read(option.text) : asText(code)
}

/** «Vist: Strøm · Nøkler», a line for each answer, in the guide's order. */
function eachWords(step: Step, each: Group, w: KindWordsWith): readonly string[] {
  const known = (step.items ?? []).map(({ code }) => code)
  const codes = [...known, ...Object.keys(each).filter((code) => !known.includes(code))]
  const said = codes.flatMap((code) => {
    const answer = optionIn(step.options, each[code], w)
    return answer === undefined ? [] : [{ answer, what: optionIn(step.items, code, w) ?? code }]
  })
  const inOrder = [...(step.options ?? []).map(({ text }) => w.read(text)), ...said.map(({ answer }) => answer)]
  return [...new Set(inOrder)].flatMap((answer) => {
    const what = said.filter((one) => one.answer === answer).map((one) => one.what)
    return what.length === 0 ? [] : [`${answer}: ${what.join(' · ')}`]
  })
}

/** «Anne · søster · 22 22 22 22 · kan kontaktes» */
function personWords(about: Step['people'], person: Group, w: KindWordsWith): readonly string[] {
  const relation = optionIn(about?.relations, person.relation, w)
  const phone = asText(person.phone)
  const may = asCode(person.mayContact, ['yes', 'no'])
  const name = asText(person.name)?.trim()
  const rest = [relation && inSentence(relation), phone && phoneNumber(phone), may && w.say(`answer.contact.${may}`)].filter(Boolean)
  return name || rest.length > 0 ? [[name || w.say('answer.noName'), ...rest].join(' · ')] : []
}

/** Each line, and last what is left. */
function budgetWords(step: Step, lines: readonly Json[], w: KindWordsWith): readonly string[] {
  const known = lines.flatMap((one) => {
    const line = asGroup(one) ?? {}
    const [kind, amount] = [asCode(line.kind, BUDGET_KINDS), asNumber(line.amount)]
    const isEmpty = amount === 0 && line.label !== undefined
    return kind === undefined || amount === undefined || isEmpty ? [] : [{ line, kind, amount }]
  })
  if (known.length === 0) return []
  const said = known.map(({ line, amount }) => {
    const source = asCode(line.source, BUDGET_SOURCES)
    return `${lineName(step, line, w)}: ${kroner(amount)}${source ? `, ${inSentence(w.say(`term.budgetSource.${source}`))}` : ''}`
  })
  return [
    ...said,
    balanceWords(
      known.reduce((sum, { kind, amount }) => sum + (kind === 'income' ? amount : -amount), 0),
      w.say,
    ),
  ]
}

function lineName(step: Step, line: Group, w: KindWordsWith): string {
  if (line.label !== undefined) return asText(line.label)?.trim() || w.say('answer.lineNoName')
  const own = step.lines?.find(({ code, kind }) => code === line.code && kind === line.kind)
  return own ? w.read(own.text) : (asText(line.code) ?? w.say('answer.lineNoName'))
}

/** «Det er 1 250 kr igjen.» · «Det mangler 1 250 kr.» */
export function balanceWords(ore: number, say: Say): string {
  if (ore === 0) return say('answer.even')
  return ore > 0 ? say('answer.left', { amount: kroner(ore) }) : say('answer.lacks', { amount: kroner(-ore) })
}

function signedWords(group: Group, { say }: KindWordsWith): string {
  const how = asCode(group.how, AGREED_HOW)
  return how ? say(`answer.signed.${how}`) : (asText(group.how) ?? '')
}

/** «Ja · Marit · innen fredag 27. november» */
function offerWords(step: Step, group: Group, w: KindWordsWith): string {
  const code = asCode(group.code, ['yes', 'no'])
  const own = step.options?.find((option) => option.code === group.code)
  const said = own ? w.read(own.text) : code ? w.say(`visit.${code}`) : asText(group.code)
  const [who, due] = [asText(group.who), asDate(group.due)]
  return [said, who && w.nameOf(who), due && w.say('visit.by', { date: weekdayDate(w.language, due) })].filter(Boolean).join(' · ')
}
