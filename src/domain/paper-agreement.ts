// What was agreed, on paper: how a debt is paid down, or who does what after a visit (DOMAIN.md 2.9 and 2.17). Only tasks
// that name the visit stand here: what the office does by itself is no promise.

import type { TaskView } from './case-view-events.ts'
import type { Maybe } from './case-view-order.ts'
import { dateOf, type Id, type Json } from './ids.ts'
import { type Block, type Line, label, lines, own, type Paper, type Phrase, pairs, section } from './paper.ts'
import { callUs, guarded, interpreterLine, namesIn, type PaperGiven, rowOf, told, toldText } from './paper-given.ts'
import { plannedTerms } from './payment-acts.ts'
import { asNumber, asText, part, text } from './reading.ts'
import { rowsOf } from './records.ts'
import { isVoid, type RecordRow } from './register.ts'

export function agreementPaper(given: PaperGiven, of: Id): Maybe<Paper> {
  const arrangement = rowOf(given.rows, of, 'paymentArrangement')
  return arrangement ? paymentPaper(given, arrangement) : visitPaper(given, of)
}

const money = (v: Json): Maybe<Phrase> => {
  const ore = asNumber(v)
  return ore === undefined ? undefined : { is: 'money', ore }
}
const plain = (v: Json): Maybe<Phrase> => {
  const n = asNumber(v)
  return n === undefined ? undefined : { is: 'number', number: n }
}
const method = (v: Json): Maybe<Phrase> => {
  const code = asText(v)
  return code ? { is: 'paymentMethod', code } : undefined
}

function paymentPaper(given: PaperGiven, row: RecordRow): Paper {
  return guarded(given, {
    kind: 'agreement',
    of: row.id,
    title: { is: 'paymentPlan' },
    sections: [
      ...section(undefined, [
        lines([{ is: 'agreementFor', name: given.view.resident.name }]),
        pairs(
          ['creditor', toldText(row, 'creditor')],
          ['total', told(row, 'total', money)],
          ['payNow', told(row, 'payNow', (v) => (v === 0 ? undefined : money(v)))],
          ['perTerm', told(row, 'perTerm', money)],
          ['terms', told(row, 'terms', plain)],
          ['dueDay', told(row, 'dueDay', plain)],
          ['payHow', told(row, 'how', method)],
        ),
      ]),
      ...section('instalments', [instalments(given, row.id)]),
      ...section('answer', [lines(...answers(row))]),
      ...section(undefined, [lines([label('tellUs'), callUs(given)])]),
    ],
    footer: interpreterLine(given),
  })
}

/** As they stand, or as a proposal would be paid; none while anything in it stands in two versions. */
function instalments({ view, today }: PaperGiven, of: Id): Maybe<Block> {
  const arrangement = view.arrangements.find(({ id }) => id === of)
  if (!arrangement) return undefined
  const planned = plannedTerms(arrangement, arrangement.firstDate ?? today)
  const { instalments: made } = arrangement
  const terms = made.length > 0 ? made : planned.ok ? planned.value.map((term) => ({ ...term, paid: undefined })) : []
  if (terms.length === 0) return undefined
  return {
    block: 'table',
    columns: ['date', 'amount', 'paid'],
    rows: terms.map(({ due, amount, paid }) => [
      due ? [[{ is: 'date', on: due } as const]] : [],
      amount === undefined ? [] : [[{ is: 'money', ore: amount } as const]],
      paid ? [[label('paid')]] : [],
    ]),
  }
}

const answers = (row: RecordRow): readonly Line[] => [
  ...(part(row, 'agreedByResident', 'on') ? [[label('residentSaysYes')]] : []),
  [label(part(row, 'agreedByCreditor', 'on') ? 'creditorSaysYes' : 'creditorNotYet')],
]

function visitPaper(given: PaperGiven, of: Id): Maybe<Paper> {
  const { view, today } = given
  const visit = view.visits.find(({ id }) => id === of)
  const tasks = visit?.tasks.filter(({ status }) => status !== 'dropped') ?? []
  if (!visit || tasks.length === 0) return undefined
  const next = view.visits.filter(({ status, start }) => status === 'planned' && start !== undefined && dateOf(start) >= today).at(-1)
  return guarded(given, {
    kind: 'agreement',
    of,
    title: label('agreedAtVisit'),
    sections: [
      ...section(undefined, [
        lines([
          { is: 'agreementFor', name: view.resident.name },
          ...(visit.start ? [{ is: 'weekday', on: dateOf(visit.start) } as const] : []),
        ]),
        { block: 'table', columns: ['what', 'who', 'by'], rows: tasks.map((task) => taskRow(given, task)) },
        next?.start && { block: 'next', lines: [[{ is: 'comes', names: namesIn(given, next.workers), at: next.start }]] },
        lines([label('tellUs'), callUs(given)]),
      ]),
    ],
    footer: interpreterLine(given),
  })
}

function taskRow(given: PaperGiven, { id, title, assignee, due }: TaskView): readonly (readonly Line[])[] {
  const who = assignee === undefined ? [] : namesIn(given, [assignee])
  return [
    [[toldText(rowOf(given.rows, id, 'task'), 'title') ?? own(title)]],
    who.length > 0 ? [[{ is: 'names', names: who }]] : [],
    due ? [[{ is: 'weekday', on: due }]] : [],
  ]
}

/** What can be given on paper, the newest first. */
export function agreementsOf({ view, rows }: Pick<PaperGiven, 'view' | 'rows'>): readonly Id[] {
  const arrangements = rowsOf(rows.values(), 'paymentArrangement').filter((row) => !isVoid(row) && text(row, 'creditor') !== undefined)
  const visit = view.visits.find((one) => one.status !== 'planned' && one.tasks.some(({ status }) => status !== 'dropped'))
  return [...(visit ? [visit.id] : []), ...arrangements.map(({ id }) => id)]
}
