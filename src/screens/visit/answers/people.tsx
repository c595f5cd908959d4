// People in the resident's life, as he names them: who it is, how to reach them, and whether we may. Initials are enough;
// whoever is named here has not been asked.

import type { NamedPerson } from '#domain/answers.ts'
import type { Step } from '#domain/guide.ts'
import { OutlineButton } from '../../parts/button.tsx'
import { Card } from '../../parts/cards.tsx'
import { ShortText } from '../../parts/fields.tsx'
import { Chips } from '../../parts/visit-parts.tsx'
import { WordButton } from '../../parts/words.tsx'
import { useSay } from '../../use-say.tsx'
import type { Around, Asked, When } from './asked.ts'
import { useNewest } from './use-newest.ts'

const NOBODY: NamedPerson = { name: '', relation: '' }

export function PeopleAnswer({ screen, value, onValue, around }: Asked) {
  const say = useSay()
  const people = value?.is === 'people' && value.people.length > 0 ? value.people : [NOBODY]
  const list = useNewest(people.length, '.bf-card:last-of-type input')
  const write = (next: readonly NamedPerson[], when: When) =>
    onValue(next.every(isEmpty) && next.length < 2 ? undefined : { is: 'people', people: next }, when)
  const put = (i: number, person: NamedPerson, when: When) =>
    write(
      people.map((old, at) => (at === i ? person : old)),
      when,
    )
  const remove = (i: number) =>
    write(
      people.filter((_, at) => at !== i),
      'now',
    )
  return (
    <div className="bf-group bf-group--wide" ref={list}>
      {people.map((person, i) => (
        <OnePerson
          // biome-ignore lint/suspicious/noArrayIndexKey: a person has no identity here but the place
          key={i}
          n={i + 1}
          person={person}
          about={screen.step.people}
          read={around.read}
          onPerson={(next, when) => put(i, next, when)}
          onRemove={people.length > 1 ? () => remove(i) : undefined}
        />
      ))}
      {people.some(isEmpty) ? null : (
        <OutlineButton onPress={() => write([...people, NOBODY], 'now')}>{say('answer.addPerson')}</OutlineButton>
      )}
    </div>
  )
}

const isEmpty = ({ name, relation, phone = '', mayContact }: NamedPerson): boolean =>
  name.trim() === '' && relation === '' && phone.trim() === '' && mayContact === undefined

interface OnePersonProps {
  readonly n: number
  readonly person: NamedPerson
  readonly about: Step['people']
  readonly read: Around['read']
  readonly onPerson: (person: NamedPerson, when: When) => void
  readonly onRemove: (() => void) | undefined
}
function OnePerson({ n, person, about, read, onPerson, onRemove }: OnePersonProps) {
  const say = useSay()
  const { phone: _phone, ...silent } = person
  const { mayContact: _before, ...unasked } = person
  const name = person.name.trim()
  return (
    <Card className="bf-card--gap">
      <h3 className="bf-h2 bf-h2--quiet">{say('answer.person', { n })}</h3>
      <ShortText
        label={say('answer.personName')}
        help={say('answer.personNameHelp')}
        value={person.name}
        onChange={(typed) => onPerson({ ...person, name: typed }, 'soon')}
      />
      <Chips
        label={say('answer.relation')}
        options={(about?.relations ?? []).map(({ code, text }) => ({ code, text: read(text) }))}
        chosen={person.relation}
        onChoose={(relation) => onPerson({ ...person, relation: relation ?? '' }, 'now')}
      />
      {isEmpty(person) ? null : (
        <>
          <ShortText
            label={say('answer.phone')}
            help={say('answer.phoneHelp')}
            mode="tel"
            value={person.phone ?? ''}
            onChange={(typed) => onPerson(typed === '' ? silent : { ...person, phone: typed }, 'soon')}
          />
          {about?.asksContact ? (
            <Chips<'yes' | 'no'>
              label={name === '' ? say('answer.mayContactNobody') : say('answer.mayContact', { name })}
              options={[
                { code: 'yes', text: say('visit.yes') },
                { code: 'no', text: say('visit.no') },
              ]}
              chosen={person.mayContact}
              onChoose={(may) => onPerson(may ? { ...person, mayContact: may } : unasked, 'now')}
            />
          ) : null}
        </>
      )}
      {onRemove === undefined ? null : (
        <WordButton onPress={onRemove} label={say('answer.removePerson', { n })}>
          {say('visit.removeAgreement')}
        </WordButton>
      )}
    </Card>
  )
}
