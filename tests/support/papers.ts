// What tests of the papers share: the papers of a demo home, to everybody who may have them, and a held meeting.

import type { Id } from '#domain/ids.ts'
import type { Paper } from '#domain/paper.ts'
import { agreementPaper } from '#domain/paper-agreement.ts'
import { consentPaper } from '#domain/paper-consent.ts'
import type { PaperGiven } from '#domain/paper-given.ts'
import { keyDataPaper } from '#domain/paper-key-data.ts'
import { invitationPaper, minutesPaper, receiversOf } from '#domain/paper-meeting.ts'
import { planPaper } from '#domain/paper-plan.ts'
import { patch } from '#domain/records.ts'
import { applied } from '#domain/visit-fixture.ts'
import { peopleOf } from '#screens/people.ts'
import { caseIn, type Demo, type Rows } from './demo-rows.ts'
import { newId } from './memory-office.ts'

export const there = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('missing')
  return value
}

export const givenIn = (demo: Demo, rows: Rows): PaperGiven => ({
  ...{ view: caseIn(rows), rows, people: peopleOf(demo.office), officePhone: '00000000', today: demo.today },
})

/** A held meeting with one point about health, one about money, and one of no topic. */
export function withMeeting(rows: Rows): { readonly rows: Rows; readonly meeting: Id } {
  const { lane, group } = caseIn(rows)
  const meeting = newId()
  const item = (title: string, topic: 'health' | 'economy' | undefined, order: number) =>
    patch(lane, 'agendaItem', newId(), { meeting, title, ...(topic ? { topic } : {}), minutes: `Snakket om ${title}`, order })
  const made = applied(rows, [
    patch(lane, 'meeting', meeting, { ...{ status: 'held', place: 'Kontoret', minutes: 'Alle fikk si sitt.', group: there(group).id } }),
    item('tannlegen', 'health', 1),
    item('gjelden', 'economy', 2),
    item('noe annet', undefined, 3),
    patch(lane, 'decision', newId(), { meeting, text: 'Ringe banken', topic: 'economy', responsible: 'resident' }),
  ])
  return { rows: made, meeting }
}

/** Every paper there is of these rows, to everybody who may have it. */
export function everyPaper(demo: Demo, rows: Rows): readonly Paper[] {
  const from = givenIn(demo, rows)
  const meetings = there(from.view.group).meetings
  const made = [
    ...from.view.plans.map(({ id }) => planPaper(from, id)),
    ...from.view.consents.map(({ id }) => consentPaper(from, id)),
    ...[...rows.keys()].map((id) => agreementPaper(from, id)),
    ...meetings.flatMap(({ id }) => [
      ...(['resident', ...receiversOf(from, 'minutes', id)] as const).map((to) => minutesPaper(from, id, to)),
      ...(['resident', ...receiversOf(from, 'invitation', id)] as const).map((to) => invitationPaper(from, id, to)),
    ]),
    keyDataPaper(from, []),
  ]
  return made.filter((paper) => paper !== undefined)
}
