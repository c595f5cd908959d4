// A half-written visit or note as its words: each answered question, the note, the concern. Only what somebody wrote; a
// draft of a shape this build does not know gives the texts that are in it.

import type { Unfinished } from '#device/casebook.ts'
import type { Guide, Step } from '#domain/guide.ts'
import { fieldsOf } from '#domain/home-fields.ts'
import { formFrom } from '#domain/home-form.ts'
import type { Json } from '#domain/ids.ts'
import { asGroup, asList, asNumber, asText } from '#domain/reading.ts'
import { isJson } from '#domain/records.ts'
import { termOf } from '#texts/terms.ts'
import { labelOf, valueText } from '../about/words.ts'
import { type ValueContext, valueWords } from '../versions/value-words.ts'
import { draftedWords, kindContext } from '../visit/answers/kind-words.ts'

export interface DraftLine {
  readonly key: string
  readonly label: string
  readonly text: string
}
type Group = Readonly<Record<string, Json>>

/** The wire carries `{v, over}`; the words are in `v`. */
export function draftContent(draft: Unfinished): Group {
  const content = isJson(draft.content) ? asGroup(draft.content) : undefined
  return asGroup(content?.v) ?? content ?? {}
}

/** Which guide it was walked with, if it is a visit's. */
export function guideOfDraft(content: Group): { readonly code: string; readonly version: number } | undefined {
  const guide = asGroup(content.guide)
  const code = asText(guide?.code)
  return code === undefined ? undefined : { code, version: asNumber(guide?.version) ?? 1 }
}

export function draftLines(content: Group, guide: Guide | undefined, context: ValueContext): readonly DraftLine[] {
  const answers = Object.entries(asGroup(content.answers) ?? {}).flatMap(([id, answer]) => answerLine(id, asGroup(answer), guide, context))
  const note = asText(content.text)
  const concerns = [content.concern ?? null, ...asList(content.concerns)].flatMap((one, i) => concernLine(i, asGroup(one), context))
  return [
    ...concerns,
    ...answers,
    ...pageLines(content, context),
    ...planLines(content, context),
    ...(note === undefined ? [] : [{ key: 'text', label: context.say('unfinished.text'), text: note }]),
  ]
}

/** A page about a person or a home: what was typed and not saved. */
function pageLines(content: Group, words: ValueContext): readonly DraftLine[] {
  const form = formFrom(content.form)
  if (form === undefined) return []
  const changed = fieldsOf(form.part).filter((key) => form.values[key] !== form.base[key])
  return changed.map((key) => ({
    key,
    label: labelOf(words.say, key),
    text: valueText(words, key, form.values) ?? words.say('versions.nothing'),
  }))
}

/** A plan half made: the wish, the goals and what is to be done, as they were written. */
function planLines(content: Group, { say }: ValueContext): readonly DraftLine[] {
  const plan = asGroup(content.plan)
  const texts = (key: string): string =>
    asList(plan?.[key])
      .flatMap((one) => asText(asGroup(one)?.text) ?? [])
      .join('. ')
  const lines = [
    { key: 'wish', label: say('planEdit.step.wish'), text: asText(plan?.wish) ?? '' },
    { key: 'goals', label: say('plan.goals'), text: texts('goals') },
    { key: 'measures', label: say('plan.measures'), text: texts('measures') },
  ]
  return lines.filter(({ text }) => text !== '')
}

function answerLine(id: string, answer: Group | undefined, guide: Guide | undefined, context: ValueContext): readonly DraftLine[] {
  if (answer?.kind !== 'given') return []
  const step = stepOf(guide, id)
  const ofKind = step && draftedWords(step, answer.value ?? null, kindContext(context))
  const said = ofKind ? ofKind.join('. ') : answerOf(step, answer.value ?? null, context)
  const words = [said, asText(answer.note)].filter(Boolean).join('. ')
  const label = step === undefined ? context.say('held.answer') : step.text[context.language].replace('{name}', context.resident)
  return words === '' ? [] : [{ key: id, label, text: words }]
}

function concernLine(i: number, concern: Group | undefined, { say }: ValueContext): readonly DraftLine[] {
  if (concern === undefined) return []
  const words = [termOf(say, 'concernCode', asText(concern.code)) ?? say('concern.unknown'), asText(concern.note)]
  return [{ key: `concern ${i}`, label: say('unfinished.concern'), text: words.filter(Boolean).join('. ') }]
}

/** A question asked for each goal has the goal's id behind its own. */
export const stepOf = (guide: Guide | undefined, id: string): Step | undefined =>
  guide?.blocks.flatMap((block) => block.steps).find((step) => step.id === id || id.startsWith(`${step.id}@`))

/** The words in an answer, whatever its shape: options by the guide, everything else as it was written. */
export function answerOf(step: Step | undefined, v: Json, context: ValueContext): string {
  if (typeof v === 'string')
    return step?.options?.find((option) => option.code === v)?.text[context.language] ?? valueWords('', '', v, context)
  if (typeof v === 'number' || typeof v === 'boolean') return valueWords('', '', v, context)
  if (Array.isArray(v))
    return v
      .map((one: Json) => answerOf(step, one, context))
      .filter(Boolean)
      .join(', ')
  const inner = Object.entries(asGroup(v) ?? {}).filter(([key]) => key !== 'is' && key !== 'by')
  return inner
    .map(([, one]) => answerOf(step, one, context))
    .filter(Boolean)
    .join(', ')
}
