// A paper's phrases in the paper's own language, which need not be the screen's; and the whole paper as plain text.

import type { Frequency } from '#domain/frequency.ts'
import { dateOf, type LocalDate, type LocalDateTime } from '#domain/ids.ts'
import type { Block, Line, Paper, Phrase } from '#domain/paper.ts'
import type { Language } from '#texts/catalogue.ts'
import { capital, clock, inSentence, joined, kroner, longDate, phoneNumber, weekdayLongDate } from '#texts/format.ts'
import { languageName } from '#texts/languages.ts'
import type { Say } from '#texts/say.ts'
import { termOf } from '#texts/terms.ts'
import { deadlineDate, deadlineTitle } from '../deadline-words.ts'

export interface PaperSpeech {
  readonly say: Say
  readonly language: Language
}

/** Sentences stand after each other with a space; a role or number after a name with a comma, unless it says the same. */
export function lineWords(line: Line, speech: PaperSpeech): string {
  const words = line.map((phrase, i) => (i === 0 ? first(phrase, speech) : phraseWords(phrase, speech)))
  const isSaid = (i: number): boolean => line[i]?.is === 'role' && words[i]?.toLowerCase() === words[i - 1]?.toLowerCase()
  return line
    .map((phrase, i) => (isSaid(i) ? '' : `${i === 0 ? '' : between(phrase)}${words[i]}`))
    .join('')
    .trim()
}

const CAPITAL: readonly Phrase['is'][] = ['often', 'role', 'weekday', 'at', 'until']
const first = (phrase: Phrase, speech: PaperSpeech): string =>
  CAPITAL.includes(phrase.is) ? capital(phraseWords(phrase, speech)) : phraseWords(phrase, speech)
const AFTER_COMMA: readonly Phrase['is'][] = ['role', 'phone', 'callName', 'weekday']
const between = ({ is }: Phrase): string => (AFTER_COMMA.includes(is) ? ', ' : ' ')

export function phraseWords(phrase: Phrase, speech: PaperSpeech): string {
  const { say, language } = speech
  switch (phrase.is) {
    case 'own':
      return phrase.text
    case 'either':
      return say('paper.either', { versions: phrase.of.map((one) => `«${phraseWords(one, speech)}»`) })
    case 'label':
      return say(`paper.label.${phrase.label}`)
    case 'names':
      return joined(language, phrase.names)
    case 'says':
      return say('paper.says', { who: phraseWords(phrase.who, speech), what: phraseWords(phrase.what, speech) })
    case 'number':
      return String(phrase.number)
    case 'money':
      return kroner(phrase.ore)
    case 'phone':
      return phoneNumber(phrase.phone)
    case 'often':
      return often(phrase.rule, speech)
    case 'role':
      return inSentence(say(`term.groupRole.${phrase.role}`))
    case 'tenure':
      return say(`term.tenureType.${phrase.tenure}`)
    case 'topics':
      return joined(
        language,
        phrase.topics.map((topic) => say(`term.topic.${topic}`)),
      )
    case 'consentKind':
      return say(`term.consentKind.${phrase.kind}`)
    case 'paymentMethod':
      return termOf(say, 'paymentMethod', phrase.code) ?? phrase.code
    case 'languageName':
      return languageName(language, phrase.code)
    case 'deadline':
      return `${deadlineTitle(phrase.deadline, speech)}: ${deadlineDate(phrase.deadline, speech)}`
    default:
      return sentence(phrase, speech)
  }
}

type Worded =
  | 'own'
  | 'either'
  | 'label'
  | 'names'
  | 'says'
  | 'number'
  | 'money'
  | 'phone'
  | 'often'
  | 'role'
  | 'tenure'
  | 'topics'
  | 'consentKind'
  | 'paymentMethod'
  | 'languageName'
  | 'deadline'

/** Those that are a sentence, a date or a title. */
function sentence(phrase: Exclude<Phrase, { readonly is: Worded }>, { say, language }: PaperSpeech): string {
  const day = (on: LocalDate | undefined): string => (on === undefined ? '' : longDate(language, on))
  const moment = (at: LocalDateTime): string => say('paper.at', { date: weekdayLongDate(language, dateOf(at)), time: clock(at) })
  switch (phrase.is) {
    case 'date':
      return day(phrase.on)
    case 'weekday':
      return weekdayLongDate(language, phrase.on)
    case 'until':
      return say('paper.until', { date: day(phrase.on) })
    case 'lookAgain':
      return say('paper.lookAgain', { date: weekdayLongDate(language, phrase.on) })
    case 'at':
      return moment(phrase.at)
    case 'nextVisit':
    case 'groupMeets':
      return say(`paper.${phrase.is}`, { at: moment(phrase.at) })
    case 'comes':
      return say('paper.comes', { names: joined(language, phrase.names), at: moment(phrase.at) })
    case 'span':
      return say('paper.span', { from: day(phrase.from), to: day(phrase.to) })
    case 'callName':
      return say('paper.callName', { name: phrase.name ?? '' })
    case 'callOffice':
      return say('paper.callOffice', { name: phrase.name ?? '', phone: phrase.phone === undefined ? '' : phoneNumber(phrase.phone) })
    case 'reports':
      return say('paper.reports', { on: termOf(say, 'reportOn', phrase.on) ?? phrase.on, to: roleOr(phrase.to, say) })
    case 'saidYes':
    case 'mustSayYes':
    case 'planFor':
    case 'proposalFor':
    case 'keyDataFor':
    case 'agreementFor':
      return say(`paper.${phrase.is}`, { name: phrase.name })
    case 'invites':
    case 'invitesMember':
      return say(`paper.${phrase.is}`, { name: phrase.name ?? '' })
    case 'signed': {
      const how = inSentence(termOf(say, 'signedHow', phrase.how) ?? phrase.how)
      const who = phrase.isForOffice ? say('paper.forOffice', { name: phrase.who }) : phrase.who
      return say('paper.signed', { who, how, date: day(phrase.on), witness: phrase.witness ?? '' })
    }
    case 'withdrawn':
    case 'refusedOn':
    case 'minutesOf':
      return say(`paper.${phrase.is}`, { date: day(phrase.on) })
    case 'invitation':
    case 'paymentPlan':
    case 'consent':
      return say(`paper.${phrase.is}`)
  }
}

function roleOr(to: string, say: Say): string {
  const role = termOf(say, 'groupRole', to)
  return role === undefined ? to : inSentence(role)
}

/** «torsdager kl. 10.00», «to ganger i uka» */
function often(
  { unit, every, times = 1, weekdays = [], timeOfDay = '', fixedTime, fixedPerson }: Frequency,
  { say, language }: PaperSpeech,
): string {
  const days = joined(
    language,
    weekdays.map((day) => say(`term.weekday.${day}`)),
  )
  const same = [...(fixedTime && timeOfDay === '' ? [say('paper.fixedTime')] : []), ...(fixedPerson ? [say('paper.fixedPerson')] : [])]
  return [say('plan.every', { unit, every, times, days, time: timeOfDay.replace(':', '.') }), ...same].join(', ')
}

/** The same paper without any layout, for sharing: headings stand alone, rows are lines. */
export function plainText(paper: Paper, head: readonly string[], speech: PaperSpeech): string {
  const words = (line: Line): string => lineWords(line, speech)
  const parts = paper.sections.flatMap(({ heading, blocks }) => [
    ...(heading === undefined ? [] : ['', speech.say(`paper.label.${heading}`).toUpperCase()]),
    ...blocks.flatMap((block) => blockText(block, speech)),
  ])
  return [...head, '', phraseWords(paper.title, speech), ...parts, '', ...paper.footer.map(words)].join('\n').trim()
}

function blockText(block: Block, speech: PaperSpeech): readonly string[] {
  const words = (line: Line): string => lineWords(line, speech)
  switch (block.block) {
    case 'wish':
      return ['', `«${phraseWords(block.words, speech)}»`]
    case 'lines':
      return block.lines.map(words)
    case 'next':
      return ['', `${speech.say('paper.label.next')} ${block.lines.map(words).join(' ')}`]
    case 'list':
      return block.items.map((item, i) => `${block.isNumbered ? `${i + 1}.` : '-'} ${words(item)}`)
    case 'pairs':
      return block.pairs.map(({ term, lines }) => `${words(term)}: ${lines.map(words).join(' ')}`)
    case 'table':
      return block.rows.map(([first = [], ...rest]) =>
        [first, ...rest]
          .map((cell) => cell.map(words).join(' '))
          .filter(Boolean)
          .join(' – '),
      )
    case 'sign':
      return []
  }
}
