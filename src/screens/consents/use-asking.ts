// What the form holds while somebody is asked, the words it makes, and what saving writes.

import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { addMonths } from '#domain/calendar.ts'
import { AGREED_HOW, type AgreedHow, TOPICS, type Topic } from '#domain/codes.ts'
import { consentFor, waiting } from '#domain/consent.ts'
import {
  askAndGive,
  askAndRefuse,
  askConsent,
  type ConsentRefusal,
  giveConsent,
  needsTopics,
  needsWritten,
  type Refused,
  refuseConsent,
  type Yes,
} from '#domain/consent-acts.ts'
import { isLocalDate, type LocalDate } from '#domain/ids.ts'
import { measureNamed } from '#domain/plan-consents.ts'
import { asCode, asList, asText } from '#domain/reading.ts'
import { patch } from '#domain/records.ts'
import { type Patch, type RecordRow, seenOf } from '#domain/register.ts'
import { asksWhat, asksWho, CONSENT_TEXTS, consentWords } from '#rules/consent-texts.ts'
import { isLanguage, LANGUAGES, type Language } from '#texts/catalogue.ts'
import { loadAllWords, sayIn } from '#texts/say.ts'
import { paths } from '../paths.ts'
import { nameOf, peopleOf } from '../people.ts'
import { formDraft } from '../use-form-draft.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { UNTIL } from './answer-fields.tsx'
import type { AskFormProps } from './ask-form.tsx'
import { aboutName, consentTitle, topicWords } from './consent-words.ts'

interface Held {
  readonly topics: readonly Topic[]
  readonly who: string
  readonly what: string
  readonly language: Language
  readonly answer: (typeof ANSWERS)[number] | undefined
  readonly how: AgreedHow | undefined
  readonly by: string
  readonly as: 'self' | 'guardian'
  readonly witness: string
  /** The name drawn on the screen; '' where nothing is. */
  readonly drawn: string
  readonly until: (typeof UNTIL)[number]
  readonly untilDate: string
}
export const ASK_DRAFT = 'consentAsk'
export const ANSWERS = ['yes', 'no', 'later'] as const
const useAskDraft = formDraft<Held>(ASK_DRAFT, (said, first) => ({
  topics: asList(said.topics).flatMap((topic) => asCode(topic, TOPICS) ?? []),
  who: asText(said.who) ?? '',
  what: asText(said.what) ?? '',
  language: asCode(said.language, LANGUAGES) ?? first.language,
  answer: asCode(said.answer, ANSWERS),
  how: asCode(said.how, AGREED_HOW),
  by: asText(said.by) ?? '',
  as: asCode(said.as, ['self', 'guardian']) ?? 'self',
  witness: asText(said.witness) ?? '',
  drawn: asText(said.drawn) ?? '',
  until: asCode(said.until, UNTIL) ?? 'open',
  untilDate: asText(said.untilDate) ?? '',
}))
type Missing = ConsentRefusal['kind'] | 'noAnswer' | 'noDate'
export type Asking = ReturnType<typeof useAsking>

export function useAsking(props: AskFormProps) {
  const { answer, view, kind, about, consent } = props
  const say = useSay()
  const navigate = useNavigate()
  const { me, newId } = useCasebook()
  const { record, isBusy, refusal } = useRecording()
  const [id] = useState(() => consent?.id ?? newId())
  const [seen] = useState(() => seenOfConsents(answer.rows))
  const row = consent && answer.rows.get(consent.id)
  const draft = useAskDraft({
    lane: view.lane,
    of: consent?.id ?? [kind, about].join(' '),
    drafts: answer.drafts,
    first: firstHeld(props, nameOf(peopleOf(answer.office), me)),
    ...(row ? { over: { rec: row.id, seen: seenOf(row) } } : {}),
  })
  const { held } = draft
  const [missing, setMissing] = useState<Missing>()
  const change = (set: Partial<Held>) => {
    setMissing(undefined)
    draft.change(set)
  }
  const name = aboutName(view, consent?.about ?? about)
  const who = name ?? held.who.trim()
  const isSpoken = useSpoken(held.language)
  const words = consent?.text ?? (isSpoken ? wordsOf(props, held, who) : '')
  const save = async () => {
    const gap = gapIn(held)
    if (gap || held.answer === undefined) return setMissing(gap)
    const made = write(props, { id, held, words, me, seen: row ? { ...seen, [row.id]: draft.seen } : seen })
    if (!made.ok) return setMissing(made.refusal.kind)
    setMissing(undefined)
    if (made.value.length === 0) return leave()
    const patches = [...made.value, ...drawnOf(props, { id, held, newId })]
    if (!(await record(patches, { text: say(`consents.saved.${held.answer}`) }, await draft.finishing()))) return
    draft.close()
    await navigate(back)
  }
  const back = paths.consents(view.lane)
  const leave = async () => {
    await draft.discard()
    await navigate(back)
  }
  const title = consent ? consentTitle(view, consent, say) : name && needsTopics(kind) ? name : say(`term.consentKind.${kind}`)
  const hasOld = consentFor(view, kind, consent?.about ?? about, answer.today) !== undefined
  const shown = { words, who, title, hasOld, isWhoFree: name === undefined, isTyped: draft.isTyped }
  return { ...shown, held, change, missing, refusal, isBusy, save: () => void save(), discard: () => void leave() }
}

/** The topics are said in the language of the words, which may not be the screen's own. */
function useSpoken(language: Language): boolean {
  const [spoken, setSpoken] = useState<Language>()
  useEffect(() => {
    let isGone = false
    void loadAllWords(language).then(() => {
      if (!isGone) setSpoken(language)
    })
    return () => {
      isGone = true
    }
  }, [language])
  return spoken === language
}

function gapIn({ answer, how, until, untilDate }: Held): Missing | undefined {
  if (answer === undefined) return 'noAnswer'
  if (answer === 'yes' && how === undefined) return 'needsWritten'
  return answer === 'yes' && until === 'date' && !isLocalDate(untilDate) ? 'noDate' : undefined
}

const seenOfConsents = (rows: ReadonlyMap<string, RecordRow>) =>
  Object.fromEntries([...rows.values()].filter(({ type }) => type === 'consent').map((row) => [row.id, seenOf(row)]))

/** What she may know already stands chosen: the new yes is all of it, not an addition. */
function firstHeld({ answer, view, kind, about }: AskFormProps, myName: string): Held {
  const asked = waiting(view.consents).find((one) => one.kind === kind && one.about === about)
  const before = needsTopics(kind) ? (consentFor(view, kind, about, answer.today) ?? asked) : undefined
  const measure = measureNamed(view.plans, about)
  const { code } = view.resident.language
  return {
    topics: before?.topics ?? [],
    who: '',
    what: measure?.text ?? '',
    language: isLanguage(code) ? code : 'nb',
    answer: undefined,
    how: needsWritten(kind) ? undefined : 'oral_witnessed',
    by: view.resident.name,
    as: 'self',
    witness: myName,
    drawn: '',
    until: 'open',
    untilDate: '',
  }
}

/** Empty until everything the words need is chosen. */
function wordsOf({ kind }: AskFormProps, { topics, what, language }: Held, who: string): string {
  const about = needsTopics(kind) ? topicWords(topics, sayIn(language)) : what.trim()
  if ((asksWho(kind) && who === '') || (asksWhat(kind) && about === '')) return ''
  return consentWords(kind, language, { who, what: about })
}

interface Writing {
  readonly id: AskFormProps['view']['resident']['id']
  readonly held: Held
  readonly words: string
  readonly me: AskFormProps['view']['resident']['id']
  readonly seen: ReturnType<typeof seenOfConsents>
}

function write({ answer, view, kind, about, consent }: AskFormProps, { id, held, words, me, seen }: Writing): Refused {
  const acting = { me, today: answer.today, seen }
  const row = consent && answer.rows.get(consent.id)
  const { topics, what } = held
  const asking = { kind, text: words, version: CONSENT_TEXTS[kind].version, ...(about ? { about } : {}), topics, scope: what }
  const { lane } = view
  if (held.answer === 'yes')
    return row
      ? giveConsent(answer.rows, row, yesOf(held, answer.today), acting)
      : askAndGive(answer.rows, lane, id, asking, yesOf(held, answer.today), acting)
  if (held.answer === 'no') return row ? refuseConsent(row, acting) : askAndRefuse(lane, id, asking, answer.today)
  return row ? { ok: true, value: [] } : askConsent(lane, id, asking)
}

/** Beside the yes, as a line under it; never instead of how it was said. */
function drawnOf({ answer, view, kind, consent }: AskFormProps, { id, held, newId }: Drawing): readonly Patch[] {
  const { answer: said, how, drawn, by, as } = held
  if (said !== 'yes' || how !== 'signature_on_screen' || drawn === '') return []
  const role = as === 'guardian' ? 'guardian' : 'resident'
  const version = consent?.version ?? CONSENT_TEXTS[kind].version
  return [patch(view.lane, 'signature', newId(), { of: id, who: by.trim(), role, how, on: answer.today, version, drawn })]
}
interface Drawing extends Pick<Writing, 'id' | 'held'> {
  readonly newId: () => Writing['id']
}

function yesOf({ by, as, how, witness, until, untilDate }: Held, on: LocalDate): Yes {
  const last =
    until === 'date' ? (isLocalDate(untilDate) ? untilDate : undefined) : until === 'open' ? undefined : addMonths(on, Number(until))
  return { by, as, how: how ?? 'paper', on, ...(how === 'oral_witnessed' ? { witness } : {}), ...(last ? { validTo: last } : {}) }
}
