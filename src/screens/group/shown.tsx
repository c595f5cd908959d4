// The very words one member gets of a meeting: no more, and nothing about what is left out.

import type { Answer } from '#device/casebook.ts'
import type { Minutes } from '#domain/minutes.ts'
import { longDate } from '#texts/format.ts'
import { nameOf, peopleOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { whoDoes } from './who-does.ts'

interface Props {
  readonly minutes: Minutes
  readonly answer: Answer
  readonly residentName: string
}

export function Shown({ minutes: { items, decisions, general, came }, answer, residentName }: Props) {
  const say = useSay()
  const language = useLanguage()
  const people = peopleOf(answer.office)
  return (
    <div className="bf-group bf-gets">
      {came.length === 0 ? null : <p className="bf-small">{say('share.came', { who: came.map(({ name }) => name).join(', ') })}</p>}
      {items.map(({ id, title, minutes }) => (
        <div key={id}>
          <h3 className="bf-small bf-strong">{title}</h3>
          {minutes === undefined ? null : <p className="bf-small bf-words">{minutes}</p>}
        </div>
      ))}
      {general === undefined ? null : (
        <div>
          <h3 className="bf-small bf-strong">{say('meeting.general')}</h3>
          <p className="bf-small bf-words">{general}</p>
        </div>
      )}
      {decisions.length === 0 ? null : (
        <div>
          <h3 className="bf-small bf-strong">{say('meeting.decisions')}</h3>
          <ul className="bf-group">
            {decisions.map(({ id, text, responsible, due }) => (
              <li key={id} className="bf-small">
                {text}{' '}
                <span className="bf-subtle">
                  {say('share.decision', {
                    who: whoDoes(responsible, residentName, (user) => nameOf(people, user)),
                    due: due && longDate(language, due),
                  })}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
