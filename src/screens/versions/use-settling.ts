// One question with two answers: what each says in words, which is chosen (nothing at first), and recording the choice.

import { useState } from 'react'
import type { RecordRefusal } from '#device/casebook.ts'
import type { TwoVersions } from '#domain/case-view.ts'
import type { Id, Json, LocalDate } from '#domain/ids.ts'
import { isLocalDate } from '#domain/ids.ts'
import { isLoosening } from '#domain/loosening.ts'
import { headsOf, type RecordRow } from '#domain/register.ts'
import type { Language } from '#texts/catalogue.ts'
import { clockOf, dateOfInstant, joined, weekdayDate } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { termOf } from '#texts/terms.ts'
import { nameOf, type Person } from '../people.ts'
import { useUi } from '../ui-store.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { meanwhileOf } from './meanwhile.ts'
import { isText, keepBoth, sourceOf, takeVersion, type Version } from './questions.ts'
import { fieldWords, valueWords } from './value-words.ts'

export interface Side {
  readonly id: Id
  readonly who: string
  readonly isMine: boolean
  /** «Marits», «Din». */
  readonly whose: string
  readonly when: string
  readonly value: string
  /** Short values are shown large. */
  readonly isShort: boolean
  readonly note: string | undefined
  readonly source: string | undefined
  /** It counts until people have chosen (DOMAIN.md 2.22). */
  readonly counts: boolean
  /** Choosing it makes a protection weaker: the office decides. */
  readonly needsOffice: boolean
}
export interface Question {
  readonly names: string
  readonly what: string
  readonly isText: boolean
  /** «Til dere har valgt, gjelder den strengeste.» Undefined where nothing is chosen for anybody. */
  readonly meanwhile: string | undefined
  readonly sides: readonly Side[]
  /** Those one can ask: everybody who wrote but oneself. */
  readonly others: readonly Person[]
}
export const BOTH = 'both'
export type Choice = Id | typeof BOTH

export interface Settling {
  readonly question: Question
  readonly choice: Choice | undefined
  readonly choose: (choice: Choice) => void
  /** «Bruk 26 000 kr»; undefined while nothing is chosen. */
  readonly use: string | undefined
  /** Somebody has written again since the choice was made: it stands no longer. */
  readonly isNew: boolean
  readonly settle: () => Promise<boolean>
  readonly isBusy: boolean
  readonly refusal: RecordRefusal | undefined
}

const SHORT = 32
const UNDO_MS = 10_000

export interface Asked {
  readonly two: TwoVersions
  readonly row: RecordRow
  readonly people: ReadonlyMap<Id, Person>
  readonly resident: string
  readonly today: LocalDate
  /** Where undoing goes back to. */
  readonly backTo?: string
}

export function useSettling(asked: Asked): Settling {
  const { two, row } = asked
  const say = useSay()
  const casebook = useCasebook()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const question = useQuestion(asked)
  const { choice, choose, isNew } = useChoice(asked)
  const [state, setState] = useState<{ readonly isBusy: boolean; readonly refusal: RecordRefusal | undefined }>({
    isBusy: false,
    refusal: undefined,
  })
  const settle = async () => {
    if (choice === undefined || state.isBusy) return false
    setState({ isBusy: true, refusal: undefined })
    const noted = ({ by }: Version) => {
      const side = question.sides.find((one) => one.id === by)
      return say('versions.noted', { name: nameOf(asked.people, actorOf(two, by)), what: question.what, text: side?.value ?? '' })
    }
    const patches = choice === BOTH ? keepBoth(row, two, casebook.newId, noted) : takeVersion(row, two.field, valueIn(two, choice))
    const recorded = await casebook.record(patches, { holdMs: UNDO_MS })
    setState({ isBusy: false, refusal: recorded.ok ? undefined : recorded.refusal })
    if (recorded.ok)
      offerUndo({
        text: say('versions.settled', { what: question.what }),
        // At the desk it is sent already, and one hand cannot write two people's versions back.
        ...(casebook.kind === 'field' ? { undo: recorded.undo } : {}),
        ...(asked.backTo ? { backTo: asked.backTo } : {}),
      })
    return recorded.ok
  }
  return { question, choice, choose, use: useWords(question, choice), isNew, settle, ...state }
}

/** A choice is made among what was on the screen. When somebody has written again it is a new question. */
function useChoice({ two, row }: Asked) {
  const heads = headsOf(row, two.field)
    .map((head) => head.by)
    .sort()
    .join(' ')
  const [chosen, setChosen] = useState<{ readonly choice: Choice; readonly heads: string }>()
  const isNew = chosen !== undefined && chosen.heads !== heads
  const choose = (choice: Choice) => setChosen({ choice, heads })
  return { choice: isNew ? undefined : chosen?.choice, choose, isNew }
}

const valueIn = (two: TwoVersions, by: Id): Json => two.versions.find((version) => version.by === by)?.v ?? null
const actorOf = (two: TwoVersions, by: Id): Id => two.versions.find((version) => version.by === by)?.actor ?? by

function useWords({ sides }: Question, choice: Choice | undefined): string | undefined {
  const say = useSay()
  if (choice === undefined) return undefined
  if (choice === BOTH) return say(sides.length > 2 ? 'versions.keepAll' : 'versions.keepBoth')
  const side = sides.find((one) => one.id === choice)
  if (side === undefined) return undefined
  return side.isShort
    ? say('versions.use', { value: side.value })
    : side.isMine
      ? say('versions.useYours')
      : say('versions.useWhose', { whose: side.whose })
}

/** «Du og Jon», oneself first. */
export function namesOf(
  two: TwoVersions,
  {
    people,
    me,
    say,
    language,
  }: { readonly people: ReadonlyMap<Id, Person>; readonly me: Id; readonly say: Say; readonly language: Language },
): string {
  return joined(
    language,
    actorsOf(two, me).map((actor) => (actor === me ? say('versions.you') : nameOf(people, actor))),
  )
}
const actorsOf = (two: TwoVersions, me: Id): readonly Id[] =>
  [...new Set(two.versions.map((version) => version.actor))].sort((a, b) => (a === me ? -1 : b === me ? 1 : 0))

function useQuestion({ two, row, people, resident, today }: Asked): Question {
  const say = useSay()
  const language = useLanguage()
  const { me, kind } = useCasebook()
  const counting = meanwhileOf(row, two.field)
  const nameFor = (actor: Id) => (actor === me ? say('versions.you') : nameOf(people, actor))
  const sides = two.versions.map((version): Side => {
    const value = valueWords(two.type, two.field, version.v, { say, language, people, resident })
    const source = sourceOf(row, version)
    const basis = termOf(say, 'basis', typeof source.basis === 'string' ? source.basis : undefined)
    const isAlone = two.versions.filter((other) => other.actor === version.actor).length === 1
    const whose = version.actor === me ? say('versions.yours') : say('versions.whose', { name: nameFor(version.actor) })
    return {
      id: version.by,
      who: nameFor(version.actor),
      isMine: version.actor === me,
      whose: isAlone ? whose : `${whose} ${say('desk.at', { time: clockOf(version.at) })}`,
      when: whenOf(version),
      value,
      isShort: value.length <= SHORT,
      note: typeof source.note === 'string' && source.note !== '' ? source.note : undefined,
      source: basis && say('versions.basis', { basis: basis.toLocaleLowerCase() }),
      counts: JSON.stringify(counting?.v) === JSON.stringify(version.v),
      needsOffice: kind === 'field' && isLoosening(row, two.type, two.field, version.v),
    }
  })
  return {
    names: namesOf(two, { people, me, say, language }),
    what: fieldWords(say, two.type, two.field),
    isText: isText(two),
    meanwhile: counting && say(`versions.meanwhile.${counting.rule}`),
    sides,
    others: actorsOf(two, me).flatMap((actor) => (actor === me ? [] : (people.get(actor) ?? []))),
  }

  function whenOf({ at }: Version): string {
    const day = dateOfInstant(at)
    const time = clockOf(at)
    return day === today || !isLocalDate(day) ? say('desk.at', { time }) : say('desk.dayAt', { day: weekdayDate(language, day), time })
  }
}
