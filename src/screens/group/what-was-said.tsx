// A meeting that has been held, as the own team reads it: who came, what was said about each item, what was decided.

import '../consents/consents.css'
import type { DecisionView } from '#domain/case-view-group.ts'
import { longDate } from '#texts/format.ts'
import { List, ListRow, Note, Section } from '../parts/cards.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { nameOf, peopleOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import type { OfMeeting } from './groups.tsx'
import { whoDoes } from './who-does.ts'

export function WhatWasSaid(given: OfMeeting) {
  const { view, meeting } = given
  const say = useSay()
  const language = useLanguage()
  const { approvedOn, agenda, minutes, decisions } = meeting
  return (
    <>
      <Present {...given} />
      <Section
        title={say('meeting.minutes')}
        aside={approvedOn === undefined ? say('meeting.notApproved') : say('meeting.approved', { on: longDate(language, approvedOn) })}
      >
        <List>
          {agenda.map((item) => (
            <ListRow
              key={item.id}
              title={<strong className="bf-strong">{item.title}</strong>}
              sub={
                <>
                  {item.topic && say(`term.topic.${item.topic}`)}
                  <span className="bf-shown bf-words bf-text">{item.minutes}</span>
                </>
              }
            />
          ))}
          {minutes === undefined ? null : (
            <ListRow
              title={<strong className="bf-strong">{say('meeting.general')}</strong>}
              sub={<span className="bf-shown bf-words bf-text">{minutes}</span>}
            />
          )}
        </List>
      </Section>
      <Section title={say('meeting.decisions')}>
        {decisions.length === 0 ? (
          <p className="bf-text bf-subtle">{say('meeting.decisionsNone')}</p>
        ) : (
          <Decisions {...given} all={decisions} />
        )}
      </Section>
      <WordLink to={paths.group(view.lane, 'meetings', meeting.id, 'new')}>{say('meeting.next')}</WordLink>
    </>
  )
}

function Present({ view, group, meeting }: OfMeeting) {
  const say = useSay()
  const { name } = view.resident
  const others = group.members.filter(({ id, role }) => role !== 'resident' && meeting.present[id] !== undefined)
  const { residentPresent, residentAbsenceReason: reason } = meeting
  return (
    <Section title={say('meeting.present')}>
      {residentPresent === undefined ? (
        <Note tone="care">{say('meeting.notAnswered', { name })}</Note>
      ) : (
        <p className="bf-text">{residentPresent ? say('meeting.residentCame', { name }) : say('meeting.residentAway', { name, reason })}</p>
      )}
      {others.length === 0 ? null : (
        <List>
          {others.map((member) => (
            <ListRow key={member.id} title={member.name} sub={say(`term.attendance.${meeting.present[member.id] ?? 'absent'}`)} />
          ))}
        </List>
      )}
    </Section>
  )
}

export function Decisions({ answer, view, all }: Pick<OfMeeting, 'answer' | 'view'> & { readonly all: readonly DecisionView[] }) {
  const say = useSay()
  const language = useLanguage()
  const people = peopleOf(answer.office)
  return (
    <List>
      {all.map(({ id, text, responsible, due }) => (
        <ListRow
          key={id}
          title={text}
          sub={say('share.decision', {
            who: whoDoes(responsible, view.resident.name, (user) => nameOf(people, user)),
            due: due && longDate(language, due),
          })}
        />
      ))}
    </List>
  )
}
