// The minutes, to each what she may have: the very words she will get stand there before they are given. Giving is written
// down first; at the desk nothing opens until the office has said yes to it (domain/consent-wall.ts).

import '../consents/consents.css'
import { useState } from 'react'
import type { MemberView } from '#domain/case-view-group.ts'
import { HANDED_HOW } from '#domain/codes.ts'
import { isOwnTeam } from '#domain/consent.ts'
import { staying } from '#domain/group-acts.ts'
import { giveMinutes, type Minutes, minutesFor } from '#domain/minutes.ts'
import { longDate } from '#texts/format.ts'
import { Act, Acts } from '../parts/acts.tsx'
import { OutlineButton } from '../parts/button.tsx'
import { Card, Note } from '../parts/cards.tsx'
import { OfflineStrip, Screen } from '../parts/shell.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { nameOf, peopleOf } from '../people.ts'
import { useRecording } from '../use-recording.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { type Given, givenTo } from './given.ts'
import type { OfMeeting } from './groups.tsx'
import { Shown } from './shown.tsx'

export function ShareMinutes(given: OfMeeting) {
  const { answer, view, group, meeting } = given
  const say = useSay()
  const { me } = useCasebook()
  const myName = nameOf(peopleOf(answer.office), me)
  const members = staying(group).filter(({ user, name }) => user !== me && name !== myName)
  return (
    <Screen
      header={{ title: say('share.title'), sub: view.resident.name, back: paths.group(view.lane, 'meetings', meeting.id) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
    >
      <Note tone="calm">{say('share.help', { name: view.resident.name })}</Note>
      {members.map((member) => (
        <ToMember key={member.id} {...given} member={member} />
      ))}
    </Screen>
  )
}

interface ToOne extends OfMeeting {
  readonly member: MemberView
}

function ToMember(props: ToOne) {
  const { answer, view, group, meeting, member } = props
  const say = useSay()
  const shown = minutesFor({ meeting, group, consents: view.consents }, member, answer.today)
  const hasAny = shown.items.length + shown.decisions.length > 0 || shown.general !== undefined
  return (
    <Card className="bf-card--gap">
      <div>
        <h2 className="bf-h3">{member.name}</h2>
        <p className="bf-meta">{whatSheGets(shown, member, say)}</p>
      </div>
      {shown.topics.length === 0 ? (
        <WordLink
          to={paths.consents(view.lane, 'ask', member.id)}
          label={say('group.askNamed', { name: view.resident.name, member: member.name })}
        >
          {say('group.ask', { name: view.resident.name })}
        </WordLink>
      ) : null}
      {hasAny ? <Shown minutes={shown} answer={answer} residentName={view.resident.name} /> : null}
      <Give {...props} shown={shown} hasAny={hasAny} />
    </Card>
  )
}

function whatSheGets(shown: Minutes, member: MemberView, say: ReturnType<typeof useSay>): string {
  if (isOwnTeam(member.role) && shown.topics.length > 0) return say('share.getsAll')
  if (shown.topics.length === 0) return say('share.getsNothing')
  const covers = say('share.covers', { what: shown.topics.map((topic) => say(`term.topic.${topic}`)).join(', ') })
  return `${say('share.gets', { items: shown.items.length, decisions: shown.decisions.length })}. ${covers}`
}

function Give({ answer, view, meeting, member, shown, hasAny }: ToOne & { readonly shown: Minutes; readonly hasAny: boolean }) {
  const say = useSay()
  const { newId } = useCasebook()
  const { record, isBusy, refusal } = useRecording()
  const [isOpen, setOpen] = useState(false)
  const [tried, setTried] = useState<readonly OfMeeting['row']['id'][]>([])
  const all = givenTo(answer, meeting.id, member.id, tried)
  const give = async (how: (typeof HANDED_HOW)[number]) => {
    const id = newId()
    const made = giveMinutes(meeting, member, shown, { id, lane: view.lane, on: answer.today, how })
    if (!made.ok) return
    setOpen(false)
    if (await record([made.value], { atOnce: true })) setTried((before) => [...before, id])
  }
  return (
    <div className="bf-group" role="status">
      {all.map((one) => (
        <GivenLine key={one.id} one={one} member={member} to={paths.papers(view.lane, 'minutes', meeting.id)} />
      ))}
      {isBusy ? <p className="bf-meta">{say('share.waiting')}</p> : null}
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
      {!hasAny || isBusy || isOpen ? null : (
        <OutlineButton onPress={() => setOpen(true)}>{say('share.give', { name: member.name })}</OutlineButton>
      )}
      {isOpen && hasAny ? (
        <fieldset className="bf-group bf-plainset">
          <legend className="bf-text bf-strong">{say('share.how', { name: member.name })}</legend>
          <Acts>
            {HANDED_HOW.map((how) => (
              <Act key={how} onPress={() => void give(how)}>
                {say(`term.handedHow.${how}`)}
              </Act>
            ))}
          </Acts>
        </fieldset>
      ) : null}
    </div>
  )
}

function GivenLine({ one, member, to }: { readonly one: Given; readonly member: MemberView; readonly to: string }) {
  const say = useSay()
  const language = useLanguage()
  const { name } = member
  if (one.is === 'waiting') return <p className="bf-meta">{say('share.waiting')}</p>
  if (one.is === 'held') return <Note tone="care">{say('share.held', { name })}</Note>
  return (
    <div className="bf-row bf-row--apart">
      <span className="bf-small">{say('share.given', { name, on: longDate(language, one.on) })}</span>
      <WordLink to={`${to}?at=${member.id}`}>{say('share.open', { name })}</WordLink>
    </div>
  )
}
