// The responsibility group: when it meets, who is in it, what each answers for and what each may know, how to reach them, and
// what has been decided. Whoever may know nothing has no button: ringing would already tell something.

import { Link } from 'react-router'
import '../consents/consents.css'
import type { GroupView, MemberView } from '#domain/case-view-group.ts'
import { staying } from '#domain/group-acts.ts'
import { dateOf, type LocalDate } from '#domain/ids.ts'
import { clock, inSentence, longDate, weekdayDate } from '#texts/format.ts'
import { MainLink } from '../parts/button.tsx'
import { Card, LinkRow, List, ListRow, Note, Section } from '../parts/cards.tsx'
import { CalendarIcon, InfoIcon } from '../parts/icons.ts'
import { Bar, Screen } from '../parts/shell.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { nameOf, peopleOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { Decided } from './decided.tsx'
import { calendarFile, giveFile } from './files.ts'
import type { OfGroup } from './groups.tsx'
import { Member } from './member-row.tsx'

export function Group({ answer, view, group }: OfGroup) {
  const say = useSay()
  const { me } = useCasebook()
  const { lane, resident } = view
  const purpose = group.purpose && inSentence(group.purpose)
  const myName = nameOf(peopleOf(answer.office), me)
  return (
    <Screen
      header={{ title: say('group.title'), sub: say('group.sub', { name: resident.name, purpose }), back: paths.resident(lane) }}
      bar={
        <Bar>
          <MainLink to={paths.group(lane, 'members', 'new')}>{say('group.add')}</MainLink>
        </Bar>
      }
    >
      <NextMeeting view={view} group={group} answer={answer} />
      {group.coordinator === undefined ? (
        <Note tone="care">
          {say('group.noCoordinator')} <WordLink to={paths.group(lane, 'edit')}>{say('group.chooseCoordinator')}</WordLink>
        </Note>
      ) : null}
      <Section title={say('group.members')} aside={<WordLink to={paths.group(lane, 'edit')}>{say('group.editGroup')}</WordLink>}>
        <List>
          {staying(group).map((member) => (
            <Member key={member.id} member={member} view={view} myName={myName} me={me} today={answer.today} />
          ))}
        </List>
      </Section>
      <Decided view={view} group={group} answer={answer} />
      <Meetings view={view} group={group} answer={answer} />
      <Left members={group.members} />
      <Note tone="calm" icon={<InfoIcon aria-hidden fontSize="1.375rem" />}>
        {say('group.minutes', { name: resident.name })}
      </Note>
    </Screen>
  )
}

/** Ahead, and neither cancelled nor held; the soonest. */
export const nextMeeting = (group: GroupView, today: LocalDate) =>
  group.meetings
    .filter(({ plannedAt, status }) => status !== 'cancelled' && status !== 'held' && plannedAt !== undefined && dateOf(plannedAt) >= today)
    .at(-1)

function NextMeeting({ view, group, answer }: OfGroup) {
  const say = useSay()
  const language = useLanguage()
  const next = nextMeeting(group, answer.today)
  const at = next?.plannedAt
  if (next === undefined || at === undefined) return null
  const keep = () => void giveFile('avtale.ics', 'text/calendar', calendarFile(next.id, at, say('group.icsTitle', { time: clock(at) })))
  return (
    <Section title={say('group.nextMeeting')}>
      <Card>
        <div className="bf-row bf-row--apart bf-row--keep">
          <div className="bf-lines">
            <Link className="bf-link bf-text bf-tight" to={paths.group(view.lane, 'meetings', next.id)}>
              {say('group.meetingAt', { date: weekdayDate(language, dateOf(at), answer.today), time: clock(at) })}
            </Link>
            {next.place === undefined ? null : <p className="bf-small bf-subtle">{next.place}</p>}
          </div>
          <button type="button" className="bf-call bf-call--quiet" aria-label={say('group.ics')} onClick={keep}>
            <CalendarIcon aria-hidden fontSize="1.5rem" />
          </button>
        </div>
      </Card>
    </Section>
  )
}

function Meetings({ view, group, answer }: OfGroup) {
  const say = useSay()
  const language = useLanguage()
  const next = nextMeeting(group, answer.today)
  const others = group.meetings.filter(({ id }) => id !== next?.id)
  return (
    <Section
      title={say('group.meetings')}
      aside={<WordLink to={paths.group(view.lane, 'meetings', 'new')}>{say('group.newMeeting')}</WordLink>}
    >
      {others.length === 0 ? null : (
        <List>
          {others.map(({ id, plannedAt, status }) => (
            <LinkRow
              key={id}
              to={paths.group(view.lane, 'meetings', id)}
              title={plannedAt === undefined ? say('meeting.title') : longDate(language, dateOf(plannedAt))}
              sub={say(`term.meetingStatus.${STATUSES.find((known) => known === status) ?? 'planned'}`)}
            />
          ))}
        </List>
      )}
    </Section>
  )
}
const STATUSES = ['planned', 'held', 'cancelled', 'moved'] as const

function Left({ members }: { readonly members: readonly MemberView[] }) {
  const say = useSay()
  const language = useLanguage()
  const left = members.filter(({ to }) => to !== undefined)
  if (left.length === 0) return null
  return (
    <Section title={say('group.left')} isQuiet>
      <List>
        {left.map(({ id, name, role, to }) => (
          <ListRow
            key={id}
            title={name}
            sub={to && say('group.leftOn', { role: say(`term.groupRole.${role}`), on: longDate(language, to) })}
          />
        ))}
      </List>
    </Section>
  )
}
