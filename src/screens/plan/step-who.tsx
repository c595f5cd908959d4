// «Hvem kan få se planen?»: what each member may know today, and the way to ask the resident about it. Nothing is decided
// here: each yes is a consent of its own (DOMAIN.md 2.8).

import { isOwnTeam, mayKnow } from '#domain/consent.ts'
import { Empty, LinkRow, List, ListRow } from '../parts/cards.tsx'
import { Question } from '../parts/visit-parts.tsx'
import { paths } from '../paths.ts'
import { roleLine } from '../residents/around.tsx'
import { useSay } from '../use-say.tsx'
import type { Editing } from './editing.tsx'

export function StepWho({ editing: { view, answer } }: { readonly editing: Editing }) {
  const say = useSay()
  const { lane, group, consents, resident } = view
  const members = (group?.members ?? []).filter(({ role, to }) => role !== 'resident' && to === undefined)
  const knows = (member: (typeof members)[number]) => {
    if (isOwnTeam(member.role)) return say('planEdit.ownTeam')
    const topics = mayKnow(member, consents, answer.today)
    const what = topics.map((topic) => say(`term.topic.${topic}`)).join(', ')
    return what === '' ? say('planEdit.knowsNothing') : say('group.mayKnow', { what })
  }
  return (
    <>
      <Question of="who" help={say('planEdit.whoHelp', { name: resident.name })}>
        {say('planEdit.whoSees')}
      </Question>
      {members.length === 0 ? <Empty>{say('planEdit.noGroup')}</Empty> : null}
      <List>
        {members.map((member) => (
          <ListRow key={member.id} title={member.name} sub={`${roleLine(member, say)} · ${knows(member)}`} />
        ))}
        <LinkRow to={paths.consents(lane)} title={say('planEdit.toConsents')} />
      </List>
    </>
  )
}
