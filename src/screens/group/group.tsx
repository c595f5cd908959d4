// The responsibility group: when it meets, who is in it, what each answers for and what each may know, and how to reach
// them. Whoever may know nothing has no button: ringing would already tell something.

import { useParams } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import type { GroupView, MemberView } from '#domain/case-view-group.ts'
import type { Topic } from '#domain/codes.ts'
import { isOwnTeam, mayKnow } from '#domain/consent.ts'
import { dateOf, type LocalDate } from '#domain/ids.ts'
import { clock, inSentence, weekdayDate } from '#texts/format.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { CallBarButton, CallRow, useDemoCall } from '../parts/call.tsx'
import { Card, Empty, List, Note, Section } from '../parts/cards.tsx'
import { InfoIcon } from '../parts/icons.ts'
import { Bar, Screen } from '../parts/shell.tsx'
import { laneOfParam, paths } from '../paths.ts'
import { nameOf, peopleOf } from '../people.ts'
import { roleLine } from '../residents/around.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer, useCasebook } from '../use-session.tsx'

export function Group() {
  const lane = laneOfParam(useParams().resident)
  return lane === undefined ? <NotHere /> : <GroupOf lane={lane} />
}

function GroupOf({ lane }: { readonly lane: CaseView['lane'] }) {
  const answer = useAnswer({ ask: 'resident', lane })
  const say = useSay()
  if (answer === undefined) return <Loading />
  const view = readCase(answer.rows)
  if (view === undefined) return <NotHere />
  const purpose = view.group?.purpose && inSentence(view.group.purpose)
  const header = { title: say('group.title'), sub: say('group.sub', { name: view.resident.name, purpose }), back: paths.resident(lane) }
  if (view.group !== undefined) return <WholeGroup view={view} group={view.group} answer={answer} header={header} />
  return (
    <Screen header={header}>
      <Empty>{say('group.none')}</Empty>
    </Screen>
  )
}

function WholeGroup({
  view,
  group,
  answer,
  header,
}: {
  readonly view: CaseView
  readonly group: GroupView
  readonly answer: Answer
  readonly header: { readonly title: string }
}) {
  const say = useSay()
  const { me } = useCasebook()
  const { said, press } = useDemoCall()
  const myName = nameOf(peopleOf(answer.office), me)
  const { coordinator } = group
  const phone = coordinator?.name === myName ? undefined : coordinator?.phone
  const call =
    coordinator === undefined || phone === undefined ? undefined : (
      <Bar state={said}>
        <CallBarButton phone={phone} label={say('shell.callNamed', { name: coordinator.name })} isMain onDemo={() => press(phone)}>
          {say('group.callCoordinator', { name: coordinator.name })}
        </CallBarButton>
      </Bar>
    )
  return (
    <Screen header={header} bar={call}>
      <NextMeeting group={group} today={answer.today} />
      <Section title={say('group.members')}>
        <List>
          {group.members.map((member) => (
            <Member
              key={member.id}
              member={member}
              residentName={view.resident.name}
              myName={myName}
              topics={mayKnow(member, view.consents, answer.today)}
            />
          ))}
        </List>
      </Section>
      <Note tone="calm" icon={<InfoIcon aria-hidden fontSize="1.375rem" />}>
        {say('group.minutes', { name: view.resident.name })}
      </Note>
    </Screen>
  )
}

interface OneMember {
  readonly member: MemberView
  readonly residentName: string
  readonly myName: string
  readonly topics: readonly Topic[]
}
function Member({ member, residentName, myName, topics }: OneMember) {
  const say = useSay()
  const { role, name, agency, responsibility, phone } = member
  const mayCall = name !== myName && topics.length > 0
  const known = topics.map((topic) => say(`term.topic.${topic}`)).join(', ')
  const know = topics.length === 0 ? say('group.mayKnowNothing', { name: residentName }) : say('group.mayKnow', { what: known })
  return (
    <CallRow
      name={name}
      who={roleLine(member, say)}
      more={[agency, responsibility, isOwnTeam(role) ? undefined : know]}
      phone={mayCall ? phone : undefined}
      sms={say('group.sms', { name: myName })}
    />
  )
}

function NextMeeting({ group, today }: { readonly group: GroupView; readonly today: LocalDate }) {
  const say = useSay()
  const language = useLanguage()
  const ahead = group.meetings.filter(
    ({ plannedAt, status }) => status !== 'cancelled' && plannedAt !== undefined && dateOf(plannedAt) >= today,
  )
  const next = ahead.at(-1)
  if (next?.plannedAt === undefined) return null
  return (
    <Section title={say('group.nextMeeting')}>
      <Card>
        <p className="bf-text bf-strong">
          {say('group.meetingAt', { date: weekdayDate(language, dateOf(next.plannedAt)), time: clock(next.plannedAt) })}
        </p>
        {next.place === undefined ? null : <p className="bf-small bf-subtle">{next.place}</p>}
      </Card>
    </Section>
  )
}
