// The words of what is held, for a person who decides: register by register, with what the case says now beside what was
// written. Plumbing (ids, clock stamps, order) is left out; a register without words of its own is still shown.

import type { HeldChange } from '#device/casebook.ts'
import { effective } from '#domain/effective.ts'
import type { Guide } from '#domain/guide.ts'
import { type Id, isId, type Json } from '#domain/ids.ts'
import { asGroup, asText, text } from '#domain/reading.ts'
import type { Field, RecordRow } from '#domain/register.ts'
import { capital } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { termOf } from '#texts/terms.ts'
import { type ValueContext, valueWords } from '../versions/value-words.ts'
import { answerOf, stepOf } from './draft-words.ts'
import { type HeldItem, heldValue } from './held-items.ts'

export interface HeldLine {
  readonly key: string
  readonly label: string
  readonly wrote: string
  /** What the case says now, when it is something else. */
  readonly now: string | undefined
}
export interface HeldWords {
  readonly key: string
  readonly title: string
  /** The goal, measure or task it is about, when the case has it. */
  readonly about: string | undefined
  readonly lines: readonly HeldLine[]
}
export interface HeldWith extends ValueContext {
  readonly rows: ReadonlyMap<Id, RecordRow>
  /** The guide of the visit, once fetched. */
  readonly guide: Guide | undefined
}

export function heldWords(change: HeldChange, context: HeldWith): HeldWords {
  const { say, rows } = context
  const type = change.type ?? ''
  const row = change.rec && rows.get(change.rec)
  const lines = Object.keys(change.set ?? {})
    .filter((field) => !PLUMBING.includes(field))
    .flatMap((field) => lineOf(change, type, field, row || undefined, context))
  return {
    key: change.id,
    title: change.kind === 'sign' ? say('held.signature') : (termOf(say, 'recordType', type) ?? say('sending.unnamed')),
    about: aboutOf(change, rows),
    lines,
  }
}

/** What somebody made goes by its kind; a change in what is there by what it is about: «Sikkerhet ved besøk og 1 til». */
export function heldTitle({ changes, isConcern }: HeldItem, say: Say): string {
  const [first] = changes
  const concern = isConcern && first ? termOf(say, 'concernCode', asText(heldValue(first, 'code'))) : undefined
  const type = changes.find((one) => one.type === 'visit')?.type ?? first?.type ?? ''
  const kind = concern ?? termOf(say, 'recordType', type) ?? say('sending.unnamed')
  const fields = Object.keys(first?.set ?? {}).filter((field) => !PLUMBING.includes(field))
  const about = FACTS.includes(type) ? say('versions.field', { field: `${type}.${fields[0]}` }) : ''
  return about === '' ? kind : say('held.more', { what: capital(about), n: fields.length - 1 })
}
const FACTS: readonly string[] = ['resident', 'household', 'dwelling', 'tenancy', 'plan', 'goal', 'measure', 'groupMember', 'meeting']

const PLUMBING: readonly Field[] = [
  'visit',
  'worker',
  'guide',
  'started',
  'ended',
  'finishedAt',
  'order',
  'of',
  'plan',
  'goal',
  'goals',
  'measure',
  'group',
  'parent',
  'dwelling',
  'sameAs',
  'raisedFrom',
  'at',
]
const ABOUT: readonly Field[] = ['goal', 'measure', 'of']

function aboutOf(change: HeldChange, rows: HeldWith['rows']): string | undefined {
  const other = ABOUT.map((field) => heldValue(change, field)).find(isId)
  const row = other && rows.get(other)
  return row && (text(row, 'text') ?? text(row, 'title'))
}

function lineOf(change: HeldChange, type: string, field: Field, row: RecordRow | undefined, context: HeldWith): readonly HeldLine[] {
  const v = heldValue(change, field)
  if (v === undefined) return []
  const before = row && effective(row, field)
  const isOther = before !== undefined && JSON.stringify(before) !== JSON.stringify(v)
  return [
    {
      key: field,
      label: labelOf(type, field, context),
      wrote: wordsOf(type, field, v, context),
      now: isOther ? wordsOf(type, field, before, context) : undefined,
    },
  ]
}

const QUESTION = /^q\./

function labelOf(type: string, field: Field, { say, guide, language, resident }: HeldWith): string {
  if (QUESTION.test(field)) {
    const step = stepOf(guide, field.replace(QUESTION, ''))
    return step === undefined ? say('held.answer') : step.text[language].replace('{name}', resident)
  }
  const words = say('held.field', { field: `${type}.${field}` }) || say('versions.field', { field: `${type}.${field}` })
  return words === '' ? (termOf(say, 'recordType', type) ?? say('sending.unnamed')) : capital(words)
}

function wordsOf(type: string, field: Field, v: Json, context: HeldWith): string {
  const group = asGroup(v)
  if (!QUESTION.test(field) || group === undefined) return valueWords(type, field, v, context)
  if (group.skipped === true) return context.say('log.skipped')
  if (group.declined === true) return context.say('log.declined')
  const said = group.v === undefined ? '' : answerOf(stepOf(context.guide, field.replace(QUESTION, '')), group.v, context)
  return [said, asText(group.note)].filter(Boolean).join('. ')
}
