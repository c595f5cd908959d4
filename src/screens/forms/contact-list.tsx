// Every attempt at contact till now, the newest first. Heard is heard, a no too; nothing counts who did not answer.

import './forms.css'
import { isHeard } from '#domain/contact-attempts.ts'
import { weekdayDate } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { List, ListRow } from '../parts/cards.tsx'
import { Mark } from '../parts/marks.tsx'
import { nameOf, peopleOf } from '../people.ts'
import { dotted } from '../today/visit-card.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import type { OfForms } from './form-screen.tsx'

export function ContactList({ answer, view }: OfForms) {
  const say = useSay()
  const language = useLanguage()
  const people = peopleOf(answer.office)
  return (
    <List>
      {view.contactAttempts.map((attempt) => {
        const { id, on, clock, way, direction, result, note, made } = attempt
        const isIn = direction === 'in'
        return (
          <ListRow
            key={id}
            lead={<Mark is={isHeard(attempt) ? 'done' : 'none'} />}
            title={
              isIn ? say('forms.contact.in', { name: view.resident.name }) : (termOf(say, 'contactResult', result) ?? say('forms.contact'))
            }
            sub={
              <>
                {dotted(
                  on && weekdayDate(language, on, answer.today),
                  clock && `kl.\u00a0${clock.replace(':', '.')}`,
                  termOf(say, 'contactWay', way),
                  made && nameOf(people, made.by),
                )}
                {note === undefined ? null : <span className="bf-small bf-blockline">{note}</span>}
              </>
            }
          />
        )
      })}
    </List>
  )
}
