// One consent on paper: the words that were shown, whom and what they are about, how and when the answer came, and that it
// can be taken back at any time without a reason (DOMAIN.md 2.19).

import type { Maybe } from './case-view-order.ts'
import type { ConsentView } from './consent.ts'
import type { Id } from './ids.ts'
import { type Block, type Line, label, lines, own, type Paper, type Phrase, pairs, section } from './paper.ts'
import { callUs, guarded, interpreterLine, namesIn, type PaperGiven, rowOf, told, toldText } from './paper-given.ts'
import { asDate } from './reading.ts'

export function consentPaper(given: PaperGiven, of: Id): Maybe<Paper> {
  const consent = given.view.consents.find(({ id }) => id === of)
  if (!consent) return undefined
  const row = rowOf(given.rows, of, 'consent')
  const words = toldText(row, 'text')
  const validTo = told(row, 'validTo', (v) => {
    const on = asDate(v)
    return on && { is: 'date', on }
  })
  return guarded(given, {
    kind: 'consent',
    of,
    title: { is: 'consent' },
    sections: [
      ...section(undefined, [
        consent.kind && lines([{ is: 'consentKind', kind: consent.kind }]),
        words && { block: 'wish', words },
        pairs(
          ['about', aboutWhom(given, consent)],
          ['topics', consent.topics.length > 0 ? { is: 'topics', topics: consent.topics } : undefined],
          ['scope', toldText(row, 'scope')],
          ['validTo', validTo],
        ),
      ]),
      ...section('residentAnswered', [lines(...answer(given, consent))]),
      ...section(undefined, [lines([label('mayWithdraw'), callUs(given)]), toSign(given, consent)]),
    ],
    footer: interpreterLine(given),
  })
}

/** A member with her role; of a relative no more than the name that stands in the words themselves. */
function aboutWhom({ view }: PaperGiven, { about }: ConsentView): Maybe<Phrase> {
  const member = view.group?.members.find(({ id }) => id === about)
  if (member) return { is: 'says', who: own(member.name), what: { is: 'role', role: member.role } }
  const measure = view.plans.flatMap(({ measures }) => measures).find(({ id }) => id === about)
  return measure && own(measure.text)
}

function answer(given: PaperGiven, { state, givenBy, givenOn, how, witness, on }: ConsentView): readonly Line[] {
  const when = on ? { on } : {}
  const said: Line =
    givenOn || givenBy
      ? [
          {
            is: 'signed',
            who: givenBy ?? given.view.resident.name,
            how: how ?? '',
            ...(givenOn ? { on: givenOn } : {}),
            ...(witness ? { witness: namesIn(given, [witness])[0] ?? witness } : {}),
          },
        ]
      : []
  switch (state) {
    case 'given':
      return [said]
    case 'withdrawn':
      return [said, [{ is: 'withdrawn', ...when }]]
    case 'refused':
      return [[{ is: 'refusedOn', ...when }]]
    case 'unanswered':
      return [[label('notAnswered')]]
  }
}

const toSign = ({ view }: PaperGiven, { state }: ConsentView): Maybe<Block> =>
  state === 'unanswered' ? { block: 'sign', lines: [[own(view.resident.name)], [label('signMunicipality')]] } : undefined
