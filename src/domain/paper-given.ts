// What every paper is made from, and how a register becomes a phrase: as it stands, or both versions where two stand. On
// a paper about somebody with a protected address no address stands, not even inside a sentence (DOMAIN.md 2.1).

import type { CaseView } from './case-view.ts'
import type { MemberView } from './case-view-group.ts'
import type { Maybe } from './case-view-order.ts'
import { isOwnTeam } from './consent.ts'
import type { Id, Json, LocalDate } from './ids.ts'
import { isId } from './ids.ts'
import { type Block, type Line, label, own, type Paper, type Phrase, type Section } from './paper.ts'
import { asText, text } from './reading.ts'
import { rowsOf } from './records.ts'
import { type Field, headsOf, isVoid, type RecordRow } from './register.ts'

export interface PaperGiven {
  readonly view: CaseView
  readonly rows: ReadonlyMap<Id, RecordRow>
  /** The people of the office, by user id. */
  readonly people: ReadonlyMap<Id, { readonly name: string; readonly phone?: string }>
  readonly officePhone?: string
  readonly today: LocalDate
}

/** What the register says; both, in the order they were written, where two versions stand. */
export function told(row: Maybe<RecordRow>, field: Field, read: (v: Json) => Maybe<Phrase>): Maybe<Phrase> {
  if (!row) return undefined
  const heads = [...headsOf(row, field)].sort((a, b) => (a.at + a.by < b.at + b.by ? -1 : 1))
  const said = new Map(heads.flatMap(({ v }) => read(v) ?? []).map((phrase) => [JSON.stringify(phrase), phrase]))
  const [first] = said.values()
  return said.size > 1 ? { is: 'either', of: [...said.values()] } : first
}

export const toldText = (row: Maybe<RecordRow>, field: Field): Maybe<Phrase> =>
  told(row, field, (v) => {
    const words = asText(v)?.trim()
    return words ? own(words) : undefined
  })

/** `resident`, a user of the office, or somebody written in free text. */
export function nameIn({ view, people }: PaperGiven, who: string): string {
  if (who === 'resident') return view.resident.name
  return isId(who) ? (people.get(who)?.name ?? '') : who
}
export const namesIn = (given: PaperGiven, all: readonly string[]): readonly string[] =>
  all.map((one) => nameIn(given, one)).filter((name) => name !== '')

/** Those who are in the group today. */
export const membersOf = ({ view, today }: PaperGiven): readonly MemberView[] =>
  (view.group?.members ?? []).filter(({ to }) => to === undefined || to > today)
export const coordinatorOf = (given: PaperGiven): Maybe<MemberView> => membersOf(given).find(({ isCoordinator }) => isCoordinator)

const phoneOf = ({ people }: PaperGiven, { phone, user }: MemberView): Maybe<string> => phone ?? (user && people.get(user)?.phone)

/** A number is given for those who work with her and for whoever coordinates; to the others one comes through that one. */
export function reached(given: PaperGiven, member: MemberView): Maybe<Phrase> {
  const phone = phoneOf(given, member)
  if (member.role === 'resident') return label('always')
  if (phone && (member.isCoordinator || isOwnTeam(member.role))) return { is: 'phone', phone }
  const name = coordinatorOf(given)?.name
  return name ? { is: 'callName', name } : undefined
}

/** Whom the resident rings: the coordinator when there is one with a number, else the office. */
export function callUs(given: PaperGiven): Phrase {
  const coordinator = coordinatorOf(given)
  const phone = coordinator && phoneOf(given, coordinator)
  if (coordinator && phone) return { is: 'callOffice', name: coordinator.name, phone }
  return { is: 'callOffice', ...(given.officePhone ? { phone: given.officePhone } : {}) }
}

export const interpreterLine = ({ view }: PaperGiven): readonly Line[] =>
  view.resident.language.interpreterNeeded ? [[label('interpreter')]] : []

/** Anything else than none is protected, also a code this build does not know. */
export function isProtected({ rows, view }: Pick<PaperGiven, 'rows' | 'view'>): boolean {
  const row = rows.get(view.resident.id)
  const levels = row ? headsOf(row, 'addressProtection').map(({ v }) => v) : []
  return levels.some((level) => level !== null && level !== '' && level !== 'none')
}

/** The last thing done to every paper. */
export function guarded(given: PaperGiven, paper: Paper): Paper {
  if (!isProtected(given)) return paper
  const hide = hiding(addresses(given.rows))
  return {
    ...paper,
    sections: paper.sections.map((one): Section => ({ ...one, blocks: one.blocks.map((block) => hiddenIn(block, hide)) })),
  }
}

type Hide = (phrase: Phrase) => Phrase

function addresses(rows: ReadonlyMap<Id, RecordRow>): readonly string[] {
  const standing = [...rows.values()].filter((row) => !isVoid(row))
  return rowsOf(standing, 'dwelling')
    .flatMap((row) => headsOf(row, 'address').map(({ v }) => asText(v)?.trim() ?? ''))
    .filter((address) => address.length > 3)
}

function hiding(all: readonly string[]): Hide {
  const wanted = new RegExp(all.map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+')).join('|'), 'giu')
  const hide: Hide = (phrase) => {
    if (phrase.is === 'own') return all.length === 0 ? phrase : own(phrase.text.replace(wanted, '…'))
    if (phrase.is === 'either') return { ...phrase, of: phrase.of.map(hide) }
    return phrase.is === 'says' ? { ...phrase, who: hide(phrase.who), what: hide(phrase.what) } : phrase
  }
  return hide
}

function hiddenIn(block: Block, hide: Hide): Block {
  const inAll = (all: readonly Line[]): readonly Line[] => all.map((line) => line.map(hide))
  switch (block.block) {
    case 'wish':
      return { ...block, words: hide(block.words) }
    case 'list':
      return { ...block, items: inAll(block.items) }
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map(inAll)) }
    case 'pairs':
      return { ...block, pairs: block.pairs.map((pair) => ({ term: inAll([pair.term])[0] ?? [], lines: inAll(pair.lines) })) }
    case 'lines':
    case 'next':
    case 'sign':
      return { ...block, lines: inAll(block.lines) }
  }
}

/** The row a view was read from, unless it is struck. */
export function rowOf(rows: ReadonlyMap<Id, RecordRow>, of: Maybe<Id>, type: RecordRow['type']): Maybe<RecordRow> {
  const row = of && rows.get(of)
  return row && row.type === type && !isVoid(row) ? row : undefined
}

/** The words of the office about itself, for the letterhead. */
export const letterhead = (office: Maybe<RecordRow>): { readonly lines: readonly string[]; readonly phone: Maybe<string> } => ({
  lines: [...new Set(['municipality', 'name', 'service'].flatMap((field) => (office && text(office, field)) ?? []))],
  phone: office && text(office, 'phone'),
})
