// What can be done with one member beside changing her words: coordinate, what she may know, a contact card, leave.

import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { MemberView } from '#domain/case-view-group.ts'
import { isOwnTeam } from '#domain/consent.ts'
import { chooseCoordinator, endMember, type GroupMade } from '#domain/group-acts.ts'
import { Act, Acts } from '../parts/acts.tsx'
import { LinkRow, List, Note } from '../parts/cards.tsx'
import { paths } from '../paths.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { refusalWords, useChanging } from './changing.ts'
import { contactFile, giveFile } from './files.ts'
import type { OfGroup } from './groups.tsx'
import { Swap } from './swap.tsx'

export function MemberActs({ answer, view, group, member }: OfGroup & { readonly member: MemberView }) {
  const say = useSay()
  const navigate = useNavigate()
  const given = useChanging(answer)
  const { record } = useRecording()
  const [isAsked, setAsked] = useState(false)
  const [no, setNo] = useState<string>()
  const { name } = member
  const act = async (made: GroupMade, text: string, isOver = false) => {
    if (!made.ok) return setNo(refusalWords(made.refusal, say))
    setAsked(false)
    setNo(undefined)
    if ((await record(made.value, { text })) && isOver) await navigate(paths.group(view.lane))
  }
  const coordinate = () => {
    const made = chooseCoordinator(group, member, undefined, given)
    if (!made.ok && made.refusal.kind === 'takesFrom') return setAsked(true)
    void act(made, say('group.coordinates', { name }))
  }
  const card = () => void giveFile('kontakt.vcf', 'text/vcard', contactFile(name, say(`term.groupRole.${member.role}`), member.phone))
  return (
    <>
      {isOwnTeam(member.role) ? null : (
        <List>
          <LinkRow
            to={paths.consents(view.lane, 'ask', member.id)}
            title={say('group.askNamed', { name: view.resident.name, member: name })}
          />
        </List>
      )}
      <Acts>
        {member.isCoordinator || member.to !== undefined ? null : <Act onPress={coordinate}>{say('group.coordinate')}</Act>}
        <Act hint={say('group.cardHelp')} onPress={card}>
          {say('group.card')}
        </Act>
        {member.role === 'resident' || member.to !== undefined ? null : (
          <Act
            hint={say('group.leaveHelp')}
            onPress={() => void act(endMember(group, member, answer.today, given), say('group.hasLeft', { name }), true)}
          >
            {say('group.leave')}
          </Act>
        )}
      </Acts>
      {isAsked && group.coordinator ? (
        <Swap
          from={group.coordinator}
          to={member}
          onYes={() => void act(chooseCoordinator(group, member, group.coordinator?.id, given), say('group.coordinates', { name }))}
          onNo={() => setAsked(false)}
        />
      ) : null}
      {no === undefined ? null : <Note tone="care">{no}</Note>}
    </>
  )
}
