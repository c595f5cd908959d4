// What an answer says of the person and the home: income, where she has lived, kin, who else lives here, causes, where she
// sleeps, and the protection of whoever comes. All of it is the case's, kept and corrected by others later, so none of it
// belongs to a contribution.

import type { StepAnswer } from './answers.ts'
import { addDays } from './calendar.ts'
import { CAUSES, type Cause, SAFETY_LEVELS } from './codes.ts'
import { effective } from './effective.ts'
import type { Step } from './guide.ts'
import type { Json } from './ids.ts'
import { asCode, asDate, asGroup, asText, part } from './reading.ts'
import { patch, type RowOf, rowsOf } from './records.ts'
import { type Field, headsOf, isVoid, type Patch, type RecordRow } from './register.ts'
import { codesIn, givenValue } from './visit-answers.ts'
import { openEvictionCases } from './visit-known.ts'
import {
  codesFor,
  type Finishing,
  fieldPut,
  givenIn,
  noteOf,
  numberIn,
  type Of,
  sameWords,
  textIn,
  wordOf,
  wordsIn,
  written,
} from './visit-shared.ts'
import { contactStop, hasStopOf } from './visit-taps.ts'
import { contactConsent } from './visit-writes-contact.ts'

/** Registers of the resident that several steps make together. */
export const homePatches = (f: Finishing): readonly Patch[] => [
  ...incomePatches(f),
  ...causePatches(f),
  ...twoWorkersPatches(f),
  ...stopPatches(f),
]

const standing = (f: Pick<Finishing, 'rows'>): readonly RecordRow[] => [...f.rows.values()].filter((row) => !isVoid(row))
const residentRow = ({ rows, view }: Pick<Finishing, 'rows' | 'view'>): RecordRow | undefined => rows.get(view.resident.id)

/** Two parts of one register: what was not asked today stays. */
function incomePatches(f: Finishing): readonly Patch[] {
  const told: Record<Field, Json> = {}
  for (const { write, answer } of givenIn(f, 'income'))
    fieldPut(told, write.part, write.part === 'incomeDay' ? numberIn(answer) : codesIn(answer)[0])
  const row = residentRow(f)
  if (Object.keys(told).length === 0 || !row) return []
  const income = { ...asGroup(effective(row, 'income')), ...told }
  return written(f, 'resident', row.id, [['income', income]]).map((made) => withSaid(made, row, 'income', income))
}
/** What a colleague has written meanwhile and all of which stands in this is not a second version. */
function withSaid(made: Patch, row: RecordRow, field: Field, now: Readonly<Record<string, Json>>): Patch {
  const kept = headsOf(row, field).filter(({ v }) => Object.entries(asGroup(v) ?? {}).every(([key, is]) => now[key] === is))
  return { ...made, seen: { ...made.seen, [field]: [...new Set([...(made.seen?.[field] ?? []), ...kept.map(({ by }) => by)])] } }
}

/** Of the eviction case that is open, else of the resident (N 1.2). */
function causePatches(f: Finishing): readonly Patch[] {
  const said = givenIn(f, 'causes').flatMap((one): readonly (Cause | undefined)[] =>
    one.write.cause ? [one.write.cause] : codesFor(one).map((code) => asCode(code, CAUSES)),
  )
  const causes = CAUSES.filter((cause) => said.includes(cause))
  if (causes.length === 0) return []
  const [open] = openEvictionCases([...f.rows.values()])
  return open
    ? written(f, 'evictionCase', open.id, [['causeCategory', causes]])
    : written(f, 'resident', f.view.resident.id, [['causes', causes]])
}

const REVIEW_DAYS = 30
/** Two at every visit until somebody has looked at it again; a stricter level is never lowered (DOMAIN.md 4.4, C-STAFF). */
function twoWorkersPatches(f: Finishing): readonly Patch[] {
  const row = residentRow(f)
  if (givenIn(f, 'twoWorkers').length === 0 || !row) return []
  const now = asCode(part(row, 'safetyFlag', 'level'), SAFETY_LEVELS) ?? 'none'
  const until = asDate(part(row, 'safetyFlag', 'reviewBy'))
  const reviewBy = addDays(f.on, REVIEW_DAYS)
  const isStricter = SAFETY_LEVELS.indexOf(now) > SAFETY_LEVELS.indexOf('two_workers')
  if (isStricter || (now === 'two_workers' && (until === undefined || until >= reviewBy))) return []
  const reason = asText(part(row, 'safetyFlag', 'reason'))
  return written(f, 'resident', row.id, [['safetyFlag', { level: 'two_workers', reviewBy, setBy: f.me, ...(reason ? { reason } : {}) }]])
}

/** Saved at the tap as a rule (visit-taps.ts); then nothing is left to write here. */
function stopPatches(f: Finishing): readonly Patch[] {
  const row = residentRow(f)
  if (!row || givenIn(f, 'contactStop').length === 0 || hasStopOf(row, f.draft.visit, f.on)) return []
  return [contactStop({ ...f, visit: f.draft.visit, myName: f.myName ?? f.me }, row, f.on)]
}

/** In her own words, each answer a line of the story. */
export function housingHistory(f: Finishing, answer: StepAnswer | undefined): readonly Patch[] {
  const text = wordsIn(answer)
  const isThere = f.view.history.housing.some((period) => sameWords(period.text, text))
  return text === '' || isThere ? [] : [patch(f.view.lane, 'housingPeriod', f.newId(), { text })]
}

/** Who they are to her is written by hand elsewhere, so it is kept in words here too. */
export function relatives(f: Finishing, step: Step, answer: StepAnswer | undefined): readonly Patch[] {
  const known = rowsOf(standing(f), 'relative')
  return peopleIn(answer).flatMap(({ name, relation: code, phone, mayContact }) => {
    const relation = wordOf(step.people?.relations, code, f.language)
    const said: Record<Field, Json> = { name: name.trim(), relation }
    fieldPut(said, 'phone', phone?.trim() || undefined)
    fieldPut(said, 'mayContact', mayContact === undefined ? undefined : mayContact === 'yes')
    const row = known.find((one) => isSamePerson(one, 'name', { name, relation }))
    const id = row?.id ?? f.newId()
    const who = name.trim() || relation
    return [...written(f, 'relative', id, filled(said)), ...contactConsent(f, { relative: id, who, mayContact })]
  })
}

/** Other adults here, whom the namsfogd must tell too (N 6.7). One known before is only moved in again. */
export function members(f: Finishing, answer: StepAnswer | undefined): readonly Patch[] {
  const known = rowsOf(standing(f), 'householdMember')
  return peopleIn(answer).flatMap(({ name, relation }) => {
    const row = known.find((one) => isSamePerson(one, 'displayName', { name, relation }))
    const said = { displayName: name.trim(), relation, livesHere: 'full' }
    return row && textIn(row, 'livesHere') !== 'moved_out' ? [] : written(f, 'householdMember', row?.id ?? f.newId(), filled(said))
  })
}

function peopleIn(answer: StepAnswer | undefined) {
  const value = givenValue(answer)
  return value?.is === 'people' ? value.people.filter(({ name, relation }) => name.trim() !== '' || relation !== '') : []
}
/** By name; one who was never named, by what she is to the resident. */
const isSamePerson = (
  row: RowOf<'relative'> | RowOf<'householdMember'>,
  field: Field,
  who: { readonly name: string; readonly relation: string },
): boolean => sameWords(textIn(row, field), who.name) && (who.name.trim() !== '' || textIn(row, 'relation') === who.relation)
const filled = (set: Readonly<Record<Field, Json>>): readonly (readonly [Field, Json])[] => Object.entries(set).filter(([, v]) => v !== '')

/** Where she sleeps from today. What was before it is ended by whoever knows when (DOMAIN.md 2.19). */
export function stay(f: Finishing, { places }: Of<'stay'>, answer: StepAnswer | undefined): readonly Patch[] {
  const kind = codesIn(answer).flatMap((code) => places[code] ?? [])[0]
  const isThere = rowsOf(standing(f), 'stay').some((row) => textIn(row, 'kind') === kind && textIn(row, 'to') === undefined)
  if (!kind || isThere) return []
  const place = noteOf(answer)
  return [patch(f.view.lane, 'stay', f.newId(), { kind, from: f.on, visit: f.draft.visit, ...(place ? { place } : {}) })]
}
