// Two versions at the desk: side by side, one key each, nothing chosen before somebody chooses. The button repeats the choice.

import { useState } from 'react'
import type { RecordRow } from '#domain/register.ts'
import { phoneNumber } from '#texts/format.ts'
import { Facts } from '../parts/desk-bits.tsx'
import { DeskButton } from '../parts/desk-button.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { useSession } from '../use-session.tsx'
import { agreedFields } from '../versions/questions.ts'
import { type Asked, BOTH, type Choice, type Question, type Side, useSettling } from '../versions/use-settling.ts'
import { fieldWords, type ValueContext, valueWords } from '../versions/value-words.ts'
import { isOnControl, useKeys } from './use-keys.ts'

export interface SettleProps extends Asked {
  readonly onSettled: () => void
}

export function SettleQuestion({ onSettled, ...asked }: SettleProps) {
  const say = useSay()
  const { question, choice, choose, use, isNew, settle, isBusy, refusal } = useSettling(asked)
  const isMany = question.sides.length > 2
  const [isAsking, setAsking] = useState(false)
  const choices: readonly Choice[] = [...question.sides.map((side) => side.id), ...(question.isText ? ([BOTH] as const) : [])]
  const finish = async () => {
    if (await settle()) onSettled()
  }
  useSettleKeys(choices, choose, () => setAsking(true), choice === undefined ? undefined : () => void finish())
  return (
    <div className="desk-versions">
      {question.meanwhile === undefined ? null : <p className="sub gap">{question.meanwhile}</p>}
      {isNew ? (
        <p className="unsaved" role="alert">
          {say('versions.changed')}
        </p>
      ) : null}
      <div className="two versions">
        {question.sides.map((side) => (
          <VersionCard key={side.id} side={side} isChosen={choice === side.id} />
        ))}
      </div>
      <fieldset className="row choices bare">
        <legend className="sr">{say('versions.choose')}</legend>
        {choices.map((one, i) => (
          <DeskButton key={one} isPressed={choice === one} onPress={() => choose(one)}>
            <kbd aria-hidden>{i + 1}</kbd> {one === BOTH ? say(isMany ? 'versions.all' : 'versions.both') : question.sides[i]?.whose}
          </DeskButton>
        ))}
        <DeskButton onPress={() => setAsking(!isAsking)}>
          <kbd aria-hidden>{choices.length + 1}</kbd>{' '}
          {question.others.length === 1 ? say('versions.askPerson', { name: question.others[0]?.name ?? '' }) : say('versions.askThem')}
        </DeskButton>
      </fieldset>
      {isAsking ? <Numbers question={question} /> : null}
      <div className="use-row">
        {use === undefined ? null : (
          <DeskButton tone="main" isBusy={isBusy} onPress={() => void finish()}>
            {use}
          </DeskButton>
        )}
        <span className="sub">
          {say(choice === BOTH ? (isMany ? 'versions.allHint' : 'versions.bothHint') : isMany ? 'versions.keptAll' : 'versions.kept')}
        </span>
      </div>
      {refusal === undefined ? null : (
        <p className="unsaved" role="alert">
          {say(`refusal.${refusal.kind}`)}
        </p>
      )}
      <Otherwise asked={asked} />
    </div>
  )
}

/** A number chooses; Enter uses what is chosen, unless it belongs to a button. */
function useSettleKeys(
  choices: readonly Choice[],
  choose: (choice: Choice) => void,
  ask: () => void,
  finish: (() => void) | undefined,
): void {
  const keys = Object.fromEntries([
    ...choices.map((one, i) => [String(i + 1), () => void choose(one)] as const),
    [String(choices.length + 1), () => void ask()] as const,
    [
      'Enter',
      (event: KeyboardEvent) => (finish === undefined || (isOnControl(event.target) && !isChoice(event.target)) ? false : void finish()),
    ] as const,
  ])
  useKeys(keys)
}
const isChoice = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('.choices') !== null && target.closest('[aria-pressed="true"]') !== null

function VersionCard({ side, isChosen }: { readonly side: Side; readonly isChosen: boolean }) {
  const say = useSay()
  return (
    <article className="version" data-chosen={isChosen ? '' : undefined}>
      <div className="visit-head">
        <b>{side.who}</b>
        <span className="sub num">{side.when}</span>
      </div>
      <p className={side.isShort ? 'big num' : 'words'}>{side.value}</p>
      {side.note === undefined ? null : <p>{say('desk.quote', { text: side.note })}</p>}
      {side.source === undefined ? null : <p className="sub gap">{side.source}</p>}
      {side.counts ? <p className="sub gap">{say('versions.counts')}</p> : null}
    </article>
  )
}

function Numbers({ question }: { readonly question: Question }) {
  const say = useSay()
  const { isDemo } = useSession()
  return (
    <ul className="list ask-numbers" role="status">
      {question.others.map((person) => (
        <li key={person.id} className="row">
          <b>{person.name}</b>
          {person.phone === undefined ? (
            say('versions.noPhone')
          ) : isDemo ? (
            say('versions.demoPhone', { phone: phoneNumber(person.phone) })
          ) : (
            <a href={`tel:${person.phone.replace(/\s/g, '')}`}>{phoneNumber(person.phone)}</a>
          )}
        </li>
      ))}
    </ul>
  )
}

/** What stands undisputed in the same record. */
function Otherwise({ asked: { two, row, people, resident } }: { readonly asked: Asked }) {
  const say = useSay()
  const language = useLanguage()
  const facts = undisputed(row, two.type, { say, language, people, resident }).filter((fact) => fact.key !== two.field)
  if (facts.length === 0) return null
  return (
    <section className="sec">
      <h3 className="h2">{say('versions.otherwise')}</h3>
      <Facts facts={facts} />
    </section>
  )
}

function undisputed(row: RecordRow, type: string, context: ValueContext) {
  return agreedFields(row).flatMap((field) => {
    const v = row.regs[field]?.[0]?.v
    const label = context.say('versions.field', { field: `${type}.${field}` })
    if (v === undefined || label === '' || ['basis', 'note'].includes(field)) return []
    return [
      {
        key: field,
        label: label.slice(0, 1).toLocaleUpperCase() + fieldWords(context.say, type, field).slice(1),
        value: valueWords(type, field, v, context),
      },
    ]
  })
}
