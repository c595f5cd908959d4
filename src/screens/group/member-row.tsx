// One member: who she is, what she answers for, what she may know, and one tap to ring or write, with words that say nothing.

import type { CaseView } from '#domain/case-view.ts'
import type { MemberView } from '#domain/case-view-group.ts'
import { isOwnTeam, lastSaid, mayKnow } from '#domain/consent.ts'
import type { Id, LocalDate } from '#domain/ids.ts'
import { CallRow } from '../parts/call.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { roleLine } from '../residents/around.tsx'
import { useSay } from '../use-say.tsx'

interface OneMember {
  readonly member: MemberView
  readonly view: CaseView
  readonly myName: string
  readonly me: Id
  readonly today: LocalDate
}

export function Member({ member, view, myName, me, today }: OneMember) {
  const say = useSay()
  const { role, name, agency, responsibility, phone } = member
  const topics = mayKnow(member, view.consents, today)
  const isMe = member.user === me || name === myName
  const known = topics.map((topic) => say(`term.topic.${topic}`)).join(', ')
  const resident = view.resident.name
  const know =
    topics.length === 0
      ? say(`group.mayKnowNothing.${lastSaid(member, view.consents)}`, { name: resident })
      : say('group.mayKnow', { what: known })
  const shown = agency === name ? undefined : agency
  return (
    <CallRow
      name={name}
      who={roleLine(member, say)}
      more={[shown, responsibility, isOwnTeam(role) ? undefined : know]}
      phone={!isMe && topics.length > 0 ? phone : undefined}
      sms={say('group.sms', { name: myName })}
      to={{ path: paths.group(view.lane, 'members', member.id), label: say('group.changeNamed', { name }) }}
    >
      {topics.length > 0 ? null : (
        <WordLink to={paths.consents(view.lane, 'ask', member.id)} label={say('group.askNamed', { name: resident, member: name })}>
          {say('group.ask', { name: resident })}
        </WordLink>
      )}
    </CallRow>
  )
}
