// An answer in words, as it is stored (visit-writes.ts, `storedValue`): the same on «Se over» before it is finished and
// on the visit afterwards. A code this build does not know is shown as it stands, never hidden.

import type { CaseView } from '#domain/case-view.ts'
import { activeGoals } from '#domain/case-view-plan.ts'
import { AREAS, MEASURE_RESULTS } from '#domain/codes.ts'
import type { Step } from '#domain/guide.ts'
import { dateOf, type Json, type LocalDateTime } from '#domain/ids.ts'
import { asCode, asDate, asDateTime, asGroup, asNumber, asText } from '#domain/reading.ts'
import { clock, kroner, weekdayDate } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { levelWords } from './answers/goal-score.tsx'
import { type KindWordsWith, kindWords } from './answers/kind-words.ts'

export interface WordsWith extends KindWordsWith {
  /** What a goal, an agreement or a measure is called. */
  readonly titleOf: (id: string) => string
}

export function answerLines(step: Step, v: Json, w: WordsWith): readonly string[] {
  const ofKind = kindWords(step, v, w)
  if (ofKind) return ofKind
  if (typeof v === 'string') return [textWords(step, v, w)]
  if (typeof v === 'number') return [numberWords(step, v, w)]
  if (Array.isArray(v)) return step.type === 'agreements' ? v.map((line) => agreementWords(line, w)) : [codesWords(step, v, w)]
  const group = asGroup(v)
  if (!group) return []
  if (step.type === 'nextVisit') return [nextWords(group, w)]
  return Object.entries(group).flatMap(([key, inner]) => partWords(step, key, asGroup(inner) ?? {}, w))
}

function textWords(step: Step, v: string, w: WordsWith): string {
  const date = step.type === 'date' ? asDate(v) : undefined
  return date ? weekdayDate(w.language, date) : optionWords(step, v, w)
}

function optionWords(step: Step, code: string, w: WordsWith): string {
  const option = step.options?.find((known) => known.code === code)
  if (option) return w.read(option.text)
  return code === 'yes' || code === 'no' || code === 'unsure' ? w.say(`visit.${code}`) : code
}

const codesWords = (step: Step, v: readonly Json[], w: WordsWith): string =>
  v.flatMap((code) => (typeof code === 'string' ? optionWords(step, code, w) : [])).join(', ')

function numberWords(step: Step, v: number, w: WordsWith): string {
  if (step.type === 'money') return kroner(v)
  return step.type === 'scale5' ? optionWords(step, String(v), w) : String(v)
}

/** What somebody said, in the marks of the language; words that already stand in marks get no second pair. */
export const quoted = (words: string, say: Say): string =>
  /^[«“"]/.test(words.trim()) ? words.trim() : say('visit.quoted', { words: words.trim() })

/** «Kjøpe to stoler · Marit · innen fredag 27. november» */
export function agreementWords(v: Json, w: WordsWith): string {
  const line = asGroup(v) ?? {}
  const who = asText(line.who)
  const due = asDate(line.due)
  const by = due && w.say('visit.by', { date: weekdayDate(w.language, due) })
  return [asText(line.text), who && w.nameOf(who), by].filter(Boolean).join(' · ')
}

export const startWords = (start: LocalDateTime, w: Pick<WordsWith, 'say' | 'language'>): string =>
  w.say('visit.dayAt', { day: weekdayDate(w.language, dateOf(start)), time: clock(start) })

function nextWords(group: Readonly<Record<string, Json>>, w: WordsWith): string {
  const start = asDateTime(group.start)
  return start ? startWords(start, w) : w.say('visit.residentCalls', { name: w.nameOf('resident') })
}

/** One goal, one agreement or measure, or one area. */
function partWords(step: Step, key: string, part: Readonly<Record<string, Json>>, w: WordsWith): readonly string[] {
  const said = asText(part.note)
  const note = said ? `\n${quoted(said, w.say)}` : ''
  const score = asNumber(part.score)
  const result = asCode(part.result, MEASURE_RESULTS)
  const area = asCode(key, AREAS)
  const level = asNumber(part.level)
  const reached = resultWords(step, part, w)
  if (score !== undefined)
    return [`${w.titleOf(key)}: ${[`${score} · ${levelWords(w.say, score)}`, reached].filter(Boolean).join(' · ')}${note}`]
  if (reached) return [`${w.titleOf(key)}: ${reached}${note}`]
  if (step.type === 'measureReview') return [`${w.titleOf(key)}: ${onwardWords(step, part, w)}${note}`]
  if (result) return [`${w.titleOf(key)}: ${optionOrTerm(step, result, w)}${note}`]
  if (area && level !== undefined) return [`${w.say(`term.area.${area}`)}: ${levelOf(step, level, w)}${note}`]
  return part.skipped === true || part.declined === true
    ? [`${w.titleOf(key)}: ${w.say(part.declined === true ? 'visit.wasDeclined' : 'visit.wasSkipped')}`]
    : []
}

/** «Nådd»: the guide's own words for what became of a goal. */
function resultWords(step: Step, part: Readonly<Record<string, Json>>, w: WordsWith): string | undefined {
  const option = step.results?.options.find((known) => known.code === part.goalResult)
  return option && w.read(option.text)
}

/** «Ja · Fortsette» */
function onwardWords(step: Step, part: Readonly<Record<string, Json>>, w: WordsWith): string {
  const helped = step.options?.find((known) => known.code === part.helped)
  const onward = step.onward?.options.find((known) => known.code === part.onward)
  return [helped, onward].flatMap((option) => (option ? [w.read(option.text)] : [])).join(' · ')
}

const optionOrTerm = (step: Step, result: (typeof MEASURE_RESULTS)[number], w: WordsWith): string =>
  step.options ? optionWords(step, result, w) : w.say(`visit.check.${result}`)

function levelOf(step: Step, level: number, w: WordsWith): string {
  const option = step.levels?.find((known) => known.code === String(level))
  return option ? w.read(option.text) : String(level)
}

/** Names of what a guide asks about one by one. */
export function titlesIn(view: CaseView): (id: string) => string {
  const all = [
    ...activeGoals(view.plan),
    ...(view.plan?.mainGoals.flatMap((goal) => [goal, ...goal.subGoals]) ?? []),
    ...(view.plan?.measures ?? []),
    ...view.tasks.map((task) => ({ id: task.id, text: task.title })),
  ]
  const byId = new Map<string, string>(all.map(({ id, text }) => [id, text]))
  return (id) => byId.get(id) ?? '–'
}
