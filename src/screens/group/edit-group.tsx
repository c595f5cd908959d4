// The group itself: what it is for, who coordinates, in which order they stand, and that it is over.

import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { MemberView } from '#domain/case-view-group.ts'
import { changePurpose, chooseCoordinator, endGroup, type GroupMade, placeMember, staying } from '#domain/group-acts.ts'
import { seenOf } from '#domain/register.ts'
import { Act, Acts } from '../parts/acts.tsx'
import { MainButton } from '../parts/button.tsx'
import { List, ListRow, Note, Section } from '../parts/cards.tsx'
import { LongText } from '../parts/fields.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { OneTile } from '../parts/tiles.tsx'
import { WordButton } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { roleLine } from '../residents/around.tsx'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { refusalWords, useChanging } from './changing.ts'
import type { OfGroup } from './groups.tsx'
import { usePurposeDraft } from './purpose-draft.ts'
import { Swap } from './swap.tsx'

export function EditGroup({ answer, view, group }: OfGroup) {
  const say = useSay()
  const navigate = useNavigate()
  const given = useChanging(answer)
  const { record, isBusy, refusal } = useRecording()
  const draft = usePurposeDraft({
    lane: view.lane,
    of: group.id,
    drafts: answer.drafts,
    first: { purpose: group.purpose ?? '' },
    over: { rec: group.id, seen: seenOf(answer.rows.get(group.id)) },
  })
  const { purpose } = draft.held
  const [asked, setAsked] = useState<MemberView>()
  const [no, setNo] = useState<string>()
  const back = paths.group(view.lane)
  const act = async (made: GroupMade, text: string) => {
    if (!made.ok) return setNo(refusalWords(made.refusal, say))
    setAsked(undefined)
    setNo(undefined)
    await record(made.value, { text })
  }
  const choose = (member: MemberView) => {
    const made = chooseCoordinator(group, member, undefined, given)
    if (!made.ok && made.refusal.kind === 'takesFrom') return setAsked(member)
    void act(made, say('group.coordinates', { name: member.name }))
  }
  const save = async () => {
    const made = changePurpose(group, purpose, { ...given, seen: { ...given.seen, [group.id]: draft.seen } })
    if (made.length === 0) await draft.discard()
    else if (!(await record(made, { text: say('group.saved', { name: say('group.title') }) }, await draft.finishing()))) return
    draft.close()
    await navigate(back)
  }
  return (
    <Screen
      header={{ title: say('group.editGroup'), sub: view.resident.name, back }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar>
          <MainButton onPress={() => void save()} isBusy={isBusy}>
            {say('group.save')}
          </MainButton>
        </Bar>
      }
    >
      <LongText
        label={say('group.purpose')}
        help={say('group.purposeHelp')}
        rows={2}
        value={purpose}
        onChange={(words) => draft.change({ purpose: words })}
      />
      <div className="bf-group bf-group--wide">
        <OneTile
          question={say('group.chooseCoordinator')}
          options={staying(group).map((member) => ({ code: member.id, text: member.name, hint: say(`term.groupRole.${member.role}`) }))}
          chosen={asked?.id ?? group.coordinator?.id}
          onChoose={(id) => {
            const member = group.members.find((one) => one.id === id)
            if (member) choose(member)
          }}
        />
        {asked && group.coordinator ? (
          <Swap
            from={group.coordinator}
            to={asked}
            onYes={() =>
              void act(chooseCoordinator(group, asked, group.coordinator?.id, given), say('group.coordinates', { name: asked.name }))
            }
            onNo={() => setAsked(undefined)}
          />
        ) : null}
      </div>
      <Order group={group} onPlace={(member, by) => void record(placeMember(group, member, by, given), { atOnce: true })} />
      {no === undefined ? null : <Note tone="care">{no}</Note>}
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
      <Acts>
        <Act hint={say('group.endHelp')} onPress={() => void act(endGroup(group, answer.today, given), say('group.ended'))}>
          {say('group.end')}
        </Act>
      </Acts>
    </Screen>
  )
}

type Placing = (member: MemberView, by: -1 | 1) => void

function Order({ group, onPlace }: Pick<OfGroup, 'group'> & { readonly onPlace: Placing }) {
  const say = useSay()
  return (
    <Section title={say('group.members')}>
      <List>
        {staying(group).map((member) => (
          <ListRow
            key={member.id}
            title={member.name}
            sub={roleLine(member, say)}
            end={
              <span className="bf-row">
                <WordButton label={`${say('group.up')}: ${member.name}`} onPress={() => onPlace(member, -1)}>
                  {say('group.up')}
                </WordButton>
                <WordButton label={`${say('group.down')}: ${member.name}`} onPress={() => onPlace(member, 1)}>
                  {say('group.down')}
                </WordButton>
              </span>
            }
          />
        ))}
      </List>
    </Section>
  )
}
