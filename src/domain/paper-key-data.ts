// The key data sheet, for whoever coordinates: the person, the home, whom to ring, the next deadlines. An internal sheet
// that may lie on a desk, so neither safety, client status, income, health nor children stand on it.

import type { Maybe } from './case-view-order.ts'
import { TENURE_TYPES } from './codes.ts'
import type { BasisType, Deadline } from './deadline.ts'
import { isOpenOn } from './deadlines.ts'
import { dateOf, type Json } from './ids.ts'
import { type Block, type Line, label, own, type Paper, type Phrase, pairs, section } from './paper.ts'
import { guarded, isProtected, membersOf, type PaperGiven, told, toldText } from './paper-given.ts'
import { asCode, asGroup, asNumber, asText, part, ref, text } from './reading.ts'
import { rowsOf } from './records.ts'
import { isVoid, type RecordRow } from './register.ts'

export function keyDataPaper(given: PaperGiven, deadlines: readonly Deadline[]): Maybe<Paper> {
  const { view } = given
  const row = given.rows.get(view.resident.id)
  if (!row) return undefined
  return guarded(given, {
    kind: 'key_data',
    of: row.id,
    title: { is: 'keyDataFor', name: view.resident.name },
    sections: [
      ...section('person', [personPairs(row)]),
      ...section('home', [homePairs(given)]),
      ...section('contacts', [contactTable(given)]),
      ...section('deadlines', [deadlineList(given, deadlines)]),
    ],
    footer: [[label('internal')]],
  })
}

const number = (v: Json): Maybe<Phrase> => (typeof v === 'number' ? { is: 'number', number: v } : undefined)
const money = (v: Json): Maybe<Phrase> => (typeof v === 'number' ? { is: 'money', ore: asNumber(v) ?? 0 } : undefined)
const phone = (v: Json): Maybe<Phrase> => (asText(v) ? { is: 'phone', phone: String(v) } : undefined)
const tenure = (v: Json): Maybe<Phrase> => {
  const code = asCode(v, TENURE_TYPES)
  return code && { is: 'tenure', tenure: code }
}

function personPairs(row: RecordRow): Maybe<Block> {
  const isNeeded = part(row, 'language', 'interpreterNeeded') === true
  return pairs(
    ['name', toldText(row, 'displayName')],
    ['bornIn', told(row, 'birthYear', number)],
    ['phone', told(row, 'phone', phone)],
    ['phone', told(row, 'phone2', phone)],
    [
      'language',
      told(row, 'language', (v) => {
        const code = asText(asGroup(v)?.code)
        return code ? { is: 'languageName', code } : undefined
      }),
    ],
    ['interpreterHead', isNeeded ? label('interpreterNeeded') : undefined],
  )
}

/** The lease that runs and its dwelling; with a protected address neither street nor number. */
function homePairs(given: PaperGiven): Maybe<Block> {
  const standing = [...given.rows.values()].filter((row) => !isVoid(row))
  const tenancies = rowsOf(standing, 'tenancy')
  const tenancy = tenancies.find((row) => text(row, 'status') !== 'ended') ?? tenancies[0]
  const dwellings = rowsOf(standing, 'dwelling')
  const dwelling = dwellings.find((row) => tenancy && row.id === ref(tenancy, 'dwelling')) ?? dwellings[0]
  const isHidden = isProtected(given)
  return pairs(
    ['address', isHidden ? undefined : toldText(dwelling, 'address')],
    ['unit', isHidden ? undefined : toldText(dwelling, 'unitNumber')],
    ['tenure', told(tenancy, 'tenureType', tenure)],
    ['landlord', toldText(tenancy, 'landlord')],
    ['rent', told(tenancy, 'rentMonthly', money)],
    ['rentDueDay', told(tenancy, 'rentDueDay', number)],
  )
}

function contactTable(given: PaperGiven): Maybe<Block> {
  const members = membersOf(given).filter(({ role }) => role !== 'resident')
  if (members.length === 0) return undefined
  return {
    block: 'table',
    columns: ['name', 'role', 'phone'],
    rows: members.map(({ name, role, agency, phone: itsOwn, user, isCoordinator }) => {
      const number = itsOwn ?? (user && given.people.get(user)?.phone)
      const as: readonly Line[] = [[{ is: 'role', role }], ...(agency && agency !== name ? [[own(agency)]] : [])]
      return [
        [[own(name)]],
        isCoordinator ? [...as, [label('coordinator')]] : as,
        number ? [[{ is: 'phone', phone: number } as const]] : [],
      ]
    }),
  }
}

/** What tells nothing but a date about the plan, the lease, consents and notices; never an alarm, a child or safety. */
const TOLD: readonly BasisType[] = ['inquiry', 'letter', 'evictionCase', 'creditorWarning', 'quitNotice', 'plan', 'tenancy', 'consent']
const MOST = 6

function deadlineList({ view, today }: PaperGiven, deadlines: readonly Deadline[]): Maybe<Block> {
  const isTold = (one: Deadline): boolean => TOLD.includes(one.basisType) && one.needs === undefined && isOpenOn(one, today)
  const next = view.visits.filter(({ status, start }) => status === 'planned' && start !== undefined && dateOf(start) >= today).at(-1)
  const meeting = view.group?.meetings.filter(({ status, plannedAt }) => status === 'planned' && plannedAt && dateOf(plannedAt) >= today)
  const at = meeting?.at(-1)?.plannedAt
  const duties = [...deadlines].filter(isTold).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
  const items: readonly Line[] = [
    ...(next?.start ? [[{ is: 'nextVisit', at: next.start } as const]] : []),
    ...(at ? [[{ is: 'groupMeets', at } as const]] : []),
    ...duties.slice(0, MOST).map((deadline): Line => [{ is: 'deadline', deadline }]),
  ]
  return items.length === 0 ? undefined : { block: 'list', isNumbered: false, items }
}
