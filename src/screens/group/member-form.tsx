// Somebody comes into the group, or what stands about her is changed. Colleagues come in by one tap.

import '../consents/consents.css'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { MemberView } from '#domain/case-view-group.ts'
import { GROUP_ROLES, type GroupRole } from '#domain/codes.ts'
import { addMember, changeMember, type NewMember, staying } from '#domain/group-acts.ts'
import { asCode, asText } from '#domain/reading.ts'
import { seenOf } from '#domain/register.ts'
import { Act, Acts } from '../parts/acts.tsx'
import { MainButton, OutlineButton } from '../parts/button.tsx'
import { Note, Section } from '../parts/cards.tsx'
import { LongText, ShortText } from '../parts/fields.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { OneTile } from '../parts/tiles.tsx'
import { paths } from '../paths.ts'
import { type Person, peopleOf } from '../people.ts'
import { formDraft } from '../use-form-draft.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { AgencyField } from './agency-field.tsx'
import { refusalWords, useChanging } from './changing.ts'
import type { OfGroup } from './groups.tsx'
import { MemberActs } from './member-acts.tsx'

interface Props extends OfGroup {
  readonly member?: MemberView
}
type Text = { readonly [K in 'name' | 'agency' | 'phone' | 'email' | 'responsibility']: string }
interface Held extends Text {
  readonly role: GroupRole | undefined
}
const useMemberDraft = formDraft<Held>('groupMember', (said) => ({
  name: asText(said.name) ?? '',
  role: asCode(said.role, GROUP_ROLES),
  agency: asText(said.agency) ?? '',
  phone: asText(said.phone) ?? '',
  email: asText(said.email) ?? '',
  responsibility: asText(said.responsibility) ?? '',
}))

export function MemberForm(props: Props) {
  const { answer, view, group, member } = props
  const say = useSay()
  const { held, change, isTyped, discard, no, refusal, isBusy, save } = useMember(props)
  return (
    <Screen
      header={{ title: member?.name ?? say('group.add'), sub: view.resident.name, back: paths.group(view.lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar>
          {isTyped ? <OutlineButton onPress={discard}>{say('group.discard')}</OutlineButton> : null}
          <MainButton onPress={save} isBusy={isBusy}>
            {say('group.save')}
          </MainButton>
        </Bar>
      }
    >
      {member === undefined ? <Colleagues {...props} /> : null}
      {member === undefined ? <h2 className="bf-h2">{say('group.someoneElse')}</h2> : null}
      <ShortText label={say('group.name')} value={held.name} onChange={(name) => change({ name })} />
      {member?.role === 'resident' ? null : <Role chosen={held.role} onChoose={(role) => change({ role })} />}
      <AgencyField office={answer.office} held={held} onChange={change} />
      <ShortText label={say('group.phone')} mode="tel" value={held.phone} onChange={(phone) => change({ phone })} />
      <ShortText label={say('group.email')} value={held.email} onChange={(email) => change({ email })} />
      <LongText
        label={say('group.responsibility')}
        rows={2}
        value={held.responsibility}
        onChange={(responsibility) => change({ responsibility })}
      />
      {no === undefined ? null : (
        <div role="alert">
          <Note tone="care">{no}</Note>
        </div>
      )}
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
      {member === undefined ? null : <MemberActs answer={answer} view={view} group={group} member={member} />}
    </Screen>
  )
}

function useMember({ answer, view, group, member }: Props) {
  const say = useSay()
  const navigate = useNavigate()
  const given = useChanging(answer)
  const { newId } = useCasebook()
  const { record, isBusy, refusal } = useRecording()
  const [no, setNo] = useState<string>()
  const row = member && answer.rows.get(member.id)
  const draft = useMemberDraft({
    lane: view.lane,
    of: member?.id ?? '',
    drafts: answer.drafts,
    first: heldOf(member),
    ...(row ? { over: { rec: row.id, seen: seenOf(row) } } : {}),
  })
  const { held } = draft
  const back = paths.group(view.lane)
  const save = async () => {
    const { role } = held
    if (role === undefined) return setNo(say('group.refuse.noRole'))
    const to: NewMember = { ...held, role }
    const over = member ? { ...given, seen: { ...given.seen, [member.id]: draft.seen } } : given
    const made = member ? changeMember(member, to, over) : addMember(group, view.lane, to, view.resident, answer.today, newId)
    if (!made.ok) return setNo(refusalWords(made.refusal, say))
    setNo(undefined)
    const text = say(member ? 'group.saved' : 'group.added', { name: held.name.trim() })
    if (made.value.length === 0) return leave()
    if (!(await record(made.value, { text }, await draft.finishing()))) return
    draft.close()
    await navigate(back)
  }
  const leave = async () => {
    await draft.discard()
    await navigate(back)
  }
  const change = (set: Partial<Held>) => {
    setNo(undefined)
    draft.change(set)
  }
  return { held, change, isTyped: draft.isTyped, no, refusal, isBusy, save: () => void save(), discard: () => void leave() }
}

const heldOf = (member: MemberView | undefined): Held => ({
  name: member?.name ?? '',
  role: member?.role,
  agency: member?.agency ?? '',
  phone: member?.phone ?? '',
  email: member?.email ?? '',
  responsibility: member?.responsibility ?? '',
})

const OFTEN: readonly GroupRole[] = [
  'gp',
  'home_help',
  'psych_nurse',
  'addiction_clinic',
  'detox',
  'support_contact',
  'landlord',
  'relative',
]

function Role({ chosen, onChoose }: { readonly chosen: GroupRole | undefined; readonly onChoose: (role: GroupRole | undefined) => void }) {
  const say = useSay()
  const [isAll, setAll] = useState(chosen !== undefined && !OFTEN.includes(chosen))
  const roles = isAll ? GROUP_ROLES.filter((role) => role !== 'resident') : OFTEN
  return (
    <div className="bf-group">
      <OneTile
        question={say('group.role')}
        options={roles.map((role) => ({ code: role, text: <span className="bf-shown">{say(`term.groupRole.${role}`)}</span> }))}
        chosen={chosen}
        onChoose={(code) => onChoose(GROUP_ROLES.find((role) => role === code))}
      />
      {isAll ? null : <OutlineButton onPress={() => setAll(true)}>{say('group.moreRoles')}</OutlineButton>}
    </div>
  )
}

/** One tap each; who is in it already is not offered. */
function Colleagues({ answer, view, group }: Props) {
  const say = useSay()
  const navigate = useNavigate()
  const { newId } = useCasebook()
  const { record } = useRecording()
  const there = staying(group)
  const free = [...peopleOf(answer.office).values()].filter(
    ({ id, name }) => !there.some((one) => one.user === id || (one.user === undefined && one.name === name)),
  )
  if (free.length === 0) return null
  const add = async (person: Person) => {
    const made = addMember(group, view.lane, colleague(person), view.resident, answer.today, newId)
    if (made.ok && (await record(made.value, { text: say('group.added', { name: person.name }) }))) await navigate(paths.group(view.lane))
  }
  return (
    <Section title={say('group.colleagues')} aside={say('group.colleaguesHelp')}>
      <Acts>
        {free.map((person) => (
          <Act key={person.id} hint={say(`term.groupRole.${roleOf(person)}`)} onPress={() => void add(person)}>
            {person.name}
          </Act>
        ))}
      </Acts>
    </Section>
  )
}

const roleOf = ({ roles }: Person): GroupRole => (roles.includes('followup_worker') ? 'followup_worker' : 'case_worker')
const colleague = (person: Person): NewMember => ({
  name: person.name,
  role: roleOf(person),
  user: person.id,
  ...(person.phone ? { phone: person.phone } : {}),
})
