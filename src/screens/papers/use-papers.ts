// What the papers of one resident are made of, from the answer on the screen; and one paper by its kind.

import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import { PAPER_KINDS, type PaperKind } from '#domain/codes.ts'
import type { Id } from '#domain/ids.ts'
import type { Paper } from '#domain/paper.ts'
import { agreementPaper } from '#domain/paper-agreement.ts'
import { consentPaper } from '#domain/paper-consent.ts'
import { letterhead, type PaperGiven } from '#domain/paper-given.ts'
import { keyDataPaper } from '#domain/paper-key-data.ts'
import { invitationPaper, minutesPaper, type Receiver } from '#domain/paper-meeting.ts'
import { planPaper } from '#domain/paper-plan.ts'
import { answerDeadlines, calendarOf } from '../deadline-words.ts'
import { officeRow, peopleOf } from '../people.ts'

export function paperGiven(view: CaseView, answer: Answer): PaperGiven {
  const { phone } = letterhead(officeRow(answer.office))
  return {
    view,
    rows: answer.rows,
    people: peopleOf(answer.office),
    today: answer.today,
    ...(phone === undefined ? {} : { officePhone: phone }),
  }
}

/** In an address a kind is one word. */
export const kindInPath = (kind: PaperKind): string => kind.replace('_', '-')
export const kindOfPath = (path: string | undefined): PaperKind | undefined => PAPER_KINDS.find((kind) => kindInPath(kind) === path)

export function paperOf(given: PaperGiven, answer: Answer, kind: PaperKind, of: Id | undefined, to: Receiver): Paper | undefined {
  if (kind === 'plan') return planPaper(given, of)
  if (kind === 'key_data') return keyDataPaper(given, answerDeadlines(answer, calendarOf(answer.office)))
  if (of === undefined) return undefined
  switch (kind) {
    case 'consent':
      return consentPaper(given, of)
    case 'agreement':
      return agreementPaper(given, of)
    case 'minutes':
      return minutesPaper(given, of, to)
    case 'invitation':
      return invitationPaper(given, of, to)
  }
}
