// What is said about a complaint, and what the worker judges. A complaint is the case's and is settled by somebody later, so
// it has no root; an assessment is one worker's own judgement of this visit and is signed with her contribution.

import type { StepAnswer } from './answers.ts'
import { COMPLAINT_ABOUT, TRISTATE, type Tristate } from './codes.ts'
import type { AssessmentKind } from './deadline-facts.ts'
import type { Json } from './ids.ts'
import { asCode, ref } from './reading.ts'
import { patch, rowsOf } from './records.ts'
import { type Field, isVoid, type Patch } from './register.ts'
import { codesIn } from './visit-answers.ts'
import {
  codesFor,
  type Finishing,
  fieldPut,
  givenIn,
  mine,
  noteOf,
  type Said,
  sameWords,
  stands,
  textIn,
  wordsIn,
  written,
} from './visit-shared.ts'

/** Of the complaint the questions were about. A no to knowing oneself in it stands as a disagreement, never as a fault. */
export function complaintPatches(f: Finishing): readonly Patch[] {
  const about = f.walk.context.known.complaint
  const said = givenIn(f, 'complaint')
  if (!about || said.length === 0) return []
  const set: Record<Field, Json> = {}
  for (const { write, answer } of said) fieldPut(set, write.part, complaintValue(write.part, answer))
  if (set.recognised === 'no') set.status = 'disputed'
  return written(f, 'complaint', about.id, Object.entries(set))
}
function complaintValue(part: Said<'complaint'>['write']['part'], answer: StepAnswer | undefined): Json | undefined {
  if (part === 'residentsSide') return wordsIn(answer) || undefined
  return asCode(codesIn(answer)[0], part === 'by' ? ['resident', 'others'] : ['yes', 'no', 'partly'])
}

/** What bothers her in the house: a complaint of hers, that somebody takes on. */
export function counterComplaint(f: Finishing, answer: StepAnswer | undefined): readonly Patch[] {
  const text = wordsIn(answer)
  const all = rowsOf(f.rows.values(), 'complaint').filter((row) => !isVoid(row))
  const isThere = all.some((row) => textIn(row, 'fromRole') === 'resident' && sameWords(textIn(row, 'text'), text))
  if (text === '' || isThere) return []
  const about = codesIn(answer).flatMap((code) => asCode(code, COMPLAINT_ABOUT) ?? [])[0] ?? 'other'
  const { dwelling } = f.view.home
  const set = { about, text, receivedAt: f.on, receivedBy: f.me, fromRole: 'resident', visit: f.draft.visit, status: 'open' } as const
  return [patch(f.view.lane, 'complaint', f.newId(), { ...set, ...(dwelling ? { dwelling } : {}) })]
}

/** One for each kind; unasked questions stay unanswered in it. */
export function assessmentPatches(f: Finishing): readonly Patch[] {
  const said = givenIn(f, 'assessment')
  const kinds = [...new Set(said.map(({ write }) => write.assessment))]
  return kinds.flatMap((kind) =>
    assessment(
      f,
      kind,
      said.filter(({ write }) => write.assessment === kind),
    ),
  )
}

function assessment(f: Finishing, kind: AssessmentKind, said: readonly Said<'assessment'>[]): readonly Patch[] {
  const set: Record<Field, Json> = {}
  for (const one of said) fieldPut(set, one.write.part, assessed(one))
  // What was learnt after an eviction is the conclusion itself (O-4): without it the duty stands.
  if (Object.keys(set).length === 0 || (kind === 'post_eviction' && set.conclusion === undefined)) return []
  const asked = said.filter(({ write }) => TRISTATE_PARTS.includes(write.part))
  const reasons = [...new Set(asked.flatMap(({ answer }) => noteOf(answer) ?? []))]
  if (reasons.length > 0) set.reason = reasons.join('\n')
  const inquiry = f.walk.context.known.notice?.id
  const whole: Readonly<Record<Field, Json>> = { kind, on: f.on, visit: f.draft.visit, ...(inquiry ? { inquiry } : {}), ...set }
  return hasMine(f, whole) ? [] : [{ ...patch(f.view.lane, 'assessment', f.newId(), {}, mine(f)), set: whole }]
}
/** Judged twice the same at one visit is judged once; what a colleague judges otherwise stands beside it. */
const hasMine = (f: Finishing, whole: Readonly<Record<Field, Json>>): boolean =>
  rowsOf(f.rows.values(), 'assessment')
    .filter((row) => !isVoid(row) && ref(row, 'visit') === f.draft.visit)
    .some((row) => Object.entries(whole).every(([field, v]) => stands(row, field, v)))

type Part = Said<'assessment'>['write']['part']
const TRISTATE_PARTS: readonly Part[] = ['children', 'highAge', 'needsHelp']
const SHORT = 1500

function assessed(said: Said<'assessment'>): Json | undefined {
  const { write, answer } = said
  const note = noteOf(answer)
  const [code] = codesIn(answer)
  switch (write.part) {
    case 'conclusion':
      return wordsIn(answer).slice(0, SHORT) || undefined
    case 'forward':
      return code && { answer: code, ...(note ? { [code === 'no' ? 'reason' : 'to']: note } : {}) }
    case 'ownMeasures':
      return code && { answer: code, ...(note ? { [code === 'no' ? 'reason' : 'which']: note } : {}) }
    default:
      return tristateOf(said)
  }
}
/** Of several chosen the strongest: yes before not known before no. */
function tristateOf(said: Said<'assessment'>): Tristate | undefined {
  const { says } = said.write
  const told = codesFor(said).flatMap((code) => (says ? (says[code] ?? []) : (asCode(code, TRISTATE) ?? [])))
  return (['yes', 'unknown', 'no'] as const).find((one) => told.includes(one))
}
