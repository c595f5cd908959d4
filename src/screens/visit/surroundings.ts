// What the domain is told of what lies around a visit: the whole matter with its deadlines, whom the resident may call, and
// how the marks of the questions are said in this language.

import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import { COMPLAINT_ABOUT } from '#domain/codes.ts'
import type { Id } from '#domain/ids.ts'
import { matterFacts } from '#domain/matter.ts'
import { text } from '#domain/reading.ts'
import { matterOf } from '#domain/summary.ts'
import type { FillWords, Surroundings } from '#domain/visit-known.ts'
import type { Language } from '#texts/catalogue.ts'
import { inSentence, kroner, phoneNumber, weekdayDate } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { calendarOf, caseDeadlines } from '../deadline-words.ts'
import { nameOf, officeRow, type Person } from '../people.ts'

export interface Speaking {
  readonly say: Say
  readonly language: Language
}

export function surroundings(
  { office, inquiries, rows, today }: Pick<Answer, 'office' | 'inquiries' | 'rows' | 'today'>,
  view: CaseView,
  people: ReadonlyMap<Id, Person>,
  me: Id,
  speaking: Speaking,
): Surroundings {
  const matter = matterIn({ rows, inquiries }, view)
  const own = officeRow(office)
  const phone = people.get(me)?.phone ?? (own && text(own, 'phone'))
  return {
    rows,
    matter,
    deadlines: caseDeadlines(matter, calendarOf(office)),
    contact: { name: nameOf(people, me), phone: phone === undefined ? undefined : phoneNumber(phone) },
    words: fillWords(speaking, today),
  }
}

/** The case and the notices linked to it. */
export const matterIn = ({ rows, inquiries }: Pick<Answer, 'rows' | 'inquiries'>, { lane }: Pick<CaseView, 'lane'>) =>
  matterOf(lane, matterFacts([...rows.values()]), inquiries)

function fillWords({ say, language }: Speaking, today: Answer['today']): FillWords {
  const day: FillWords['day'] = (on) => weekdayDate(language, on, today)
  return {
    day,
    money: kroner,
    noPhone: say('fill.noPhone'),
    notice: (kind) => say(`fill.notice.${kind}`),
    sender: ({ kind, role, name }) => name ?? say(`fill.sender.${SENDERS.find((known) => known === role) ?? BY_KIND[kind]}`),
    complaint: (about) => {
      const known = COMPLAINT_ABOUT.find((code) => code === about)
      return known === undefined || known === 'other' ? say('fill.something') : inSentence(say(`term.complaintAbout.${known}`))
    },
    complaintDay: (on) => (on ? day(on) : say('fill.lately')),
  }
}

const SENDERS = ['landlord', 'landlord_agent', 'municipal_landlord', 'coop_board', 'namsfogd', 'court', 'loan_manager', 'district'] as const
/** Who sends such a notice, when the notice itself is not on the device. */
const BY_KIND: Readonly<Record<Parameters<FillWords['notice']>[0], (typeof SENDERS)[number]>> = {
  arrears_notice: 'landlord',
  other_default: 'landlord',
  petition_copy: 'namsfogd',
  forced_sale_notice: 'namsfogd',
  eviction_scheduled: 'namsfogd',
  eviction_tomorrow_phone: 'namsfogd',
  eviction_done: 'namsfogd',
  loan_default: 'loan_manager',
}
