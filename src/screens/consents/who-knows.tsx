// Who may know what, one member after the other: what she may know as tags, or that she is told nothing, and the way to ask.

import '../parts/resident.css'
import './consents.css'
import type { CaseView } from '#domain/case-view.ts'
import type { MemberView } from '#domain/case-view-group.ts'
import type { Topic } from '#domain/codes.ts'
import { isOwnTeam, mayKnow, mayRead } from '#domain/consent.ts'
import { staying } from '#domain/group-acts.ts'
import type { LocalDate } from '#domain/ids.ts'
import { List, Section } from '../parts/cards.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { roleLine } from '../residents/around.tsx'
import { useSay } from '../use-say.tsx'
import { topicWords } from './consent-words.ts'

export function WhoKnows({ view, today }: { readonly view: CaseView; readonly today: LocalDate }) {
  const say = useSay()
  const others = view.group ? staying(view.group).filter(({ role }) => !isOwnTeam(role)) : []
  if (view.group === undefined) return null
  return (
    <Section title={say('consents.whoKnows')}>
      {others.length === 0 ? <p className="bf-text bf-subtle">{say('consents.nobodyElse')}</p> : null}
      {others.length === 0 ? null : (
        <List>
          {others.map((member) => (
            <Member key={member.id} view={view} member={member} today={today} />
          ))}
        </List>
      )}
    </Section>
  )
}

function Member({ view, member, today }: { readonly view: CaseView; readonly member: MemberView; readonly today: LocalDate }) {
  const say = useSay()
  const topics = mayKnow(member, view.consents, today)
  const read = mayRead(member, view.consents, today)
  const name = view.resident.name
  return (
    <li>
      <div className="bf-row bf-row--apart">
        <div>
          <div className="bf-text bf-strong">{member.name}</div>
          <div className="bf-meta">{roleLine(member, say)}</div>
        </div>
        <WordLink
          to={paths.consents(view.lane, 'ask', member.id)}
          label={
            topics.length === 0
              ? say('consents.askAboutMember', { name, member: member.name })
              : say('consents.changeNamed', { member: member.name })
          }
        >
          {topics.length === 0 ? say('consents.askAbout', { name }) : say('consents.change')}
        </WordLink>
      </div>
      <Topics topics={topics} />
      {read.join() === topics.join() || topics.length === 0 ? null : (
        <p className="bf-meta">{say('consents.minutesOnly', { what: topicWords(read, say) || '–' })}</p>
      )}
    </li>
  )
}

export function Topics({ topics }: { readonly topics: readonly Topic[] }) {
  const say = useSay()
  if (topics.length === 0) return <p className="bf-meta">{say('consents.knowsNothing')}</p>
  return (
    <ul className="bf-tags">
      {topics.map((topic) => (
        <li key={topic}>{say(`term.topic.${topic}`)}</li>
      ))}
    </ul>
  )
}
