// One meeting: when and where, what is to be talked about, and when it has been held, who came, what was said and decided.
// One filled button: hold it, or give the minutes.

import '../consents/consents.css'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { RecordHow } from '#device/casebook.ts'
import { dateOf, isLocalDateTime, timeOf } from '#domain/ids.ts'
import {
  addItem,
  approveMinutes,
  cancelMeeting,
  holdMeeting,
  isHeld,
  type MeetingMade,
  type MeetingRefusal,
  moveMeeting,
} from '#domain/meeting-acts.ts'
import { asText } from '#domain/reading.ts'
import { clock, weekdayDate } from '#texts/format.ts'
import { Act, Acts } from '../parts/acts.tsx'
import { MainButton, MainLink, OutlineButton } from '../parts/button.tsx'
import { Empty, LinkRow, List, ListRow, Note, Section } from '../parts/cards.tsx'
import { ShortText } from '../parts/fields.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { formDraft } from '../use-form-draft.ts'
import { useRecording } from '../use-recording.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { calendarFile, giveFile } from './files.ts'
import type { OfMeeting } from './groups.tsx'
import { AddItem } from './item-fields.tsx'
import { WhatWasSaid } from './what-was-said.tsx'

export function MeetingPage(given: OfMeeting) {
  const { answer, view, meeting } = given
  const say = useSay()
  const language = useLanguage()
  const act = useActs(given)
  const { plannedAt, place } = meeting
  const title = plannedAt === undefined ? say('meeting.title') : weekdayDate(language, dateOf(plannedAt), answer.today)
  const sub = plannedAt && [`kl.\u00a0${clock(plannedAt)}`, place].filter(Boolean).join(' · ')
  return (
    <Screen
      header={{ title, back: paths.group(view.lane), ...(sub ? { sub } : {}) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={<MeetingBar {...given} act={act} />}
    >
      {meeting.status === 'cancelled' ? <Note tone="calm">{say('meeting.cancelled')}</Note> : null}
      {isHeld(meeting) ? <WhatWasSaid {...given} /> : <Ahead {...given} act={act} />}
      {act.no === undefined ? null : (
        <div role="alert">
          <Note tone="care">{say(`meeting.refuse.${act.no}`)}</Note>
        </div>
      )}
      {act.refusal === undefined ? null : <Note tone="care">{say(`refusal.${act.refusal}`)}</Note>}
    </Screen>
  )
}

type Acting = ReturnType<typeof useActs>

function useActs({ answer, meeting, row }: OfMeeting) {
  const { me } = useCasebook()
  const { record, isBusy, refusal } = useRecording()
  const [no, setNo] = useState<MeetingRefusal['kind']>()
  const of = { meeting, row, me, today: answer.today }
  const act = async (made: MeetingMade, text?: string, how?: RecordHow): Promise<boolean> => {
    setNo(made.ok ? undefined : made.refusal.kind)
    return made.ok && (await record(made.value, text === undefined ? { atOnce: true } : { text, before: answer.rows }, how))
  }
  return { act, of, no, refusal, isBusy }
}

function MeetingBar({ view, meeting, act, answer: { today } }: OfMeeting & { readonly act: Acting }) {
  const say = useSay()
  const navigate = useNavigate()
  const here = (...to: readonly string[]) => paths.group(view.lane, 'meetings', meeting.id, ...to)
  const hold = async () => {
    if (await act.act(holdMeeting(act.of))) await navigate(here('edit'))
  }
  if (meeting.status === 'cancelled')
    return (
      <Bar>
        <MainLink to={here('new')}>{say('group.newMeeting')}</MainLink>
      </Bar>
    )
  if (!isHeld(meeting) && meeting.plannedAt !== undefined && dateOf(meeting.plannedAt) > today)
    return (
      <Bar>
        <MainLink to={paths.papers(view.lane, 'invitation', meeting.id)}>{say('meeting.invitation')}</MainLink>
      </Bar>
    )
  if (!isHeld(meeting))
    return (
      <Bar>
        <MainButton onPress={() => void hold()} isBusy={act.isBusy}>
          {say('meeting.hold')}
        </MainButton>
      </Bar>
    )
  return (
    <Bar>
      {meeting.approvedOn === undefined ? (
        <>
          <OutlineButton onPress={() => void navigate(here('edit'))}>{say('meeting.write')}</OutlineButton>
          <MainButton onPress={() => void act.act(approveMinutes(act.of), say('meeting.approvedNow'))}>{say('meeting.approve')}</MainButton>
        </>
      ) : (
        <MainLink to={here('minutes')}>{say('meeting.share')}</MainLink>
      )}
    </Bar>
  )
}

function Ahead({ answer, view, meeting, act }: OfMeeting & { readonly act: Acting }) {
  const say = useSay()
  const { newId } = useCasebook()
  const { plannedAt } = meeting
  const move = useMoveDraft({ lane: view.lane, of: meeting.id, drafts: answer.drafts, first: placed(meeting) })
  const [isMoving, setMoving] = useState(move.isTyped)
  const isToday = plannedAt !== undefined && dateOf(plannedAt) <= answer.today
  const keep =
    plannedAt &&
    (() =>
      void giveFile('avtale.ics', 'text/calendar', calendarFile(meeting.id, plannedAt, say('group.icsTitle', { time: clock(plannedAt) }))))
  if (meeting.status === 'cancelled') return <Agenda meeting={meeting} />
  return (
    <>
      <Agenda meeting={meeting} />
      <AddItem
        lane={view.lane}
        meeting={meeting.id}
        drafts={answer.drafts}
        onAdd={(item, how) => act.act(addItem(act.of, item, newId), undefined, how)}
      />
      {isToday ? (
        <List>
          <LinkRow to={paths.papers(view.lane, 'invitation', meeting.id)} title={say('meeting.invitation')} />
        </List>
      ) : null}
      {isMoving ? <Move draft={move} act={act} onDone={() => setMoving(false)} /> : null}
      <Acts>
        {keep === undefined ? null : <Act onPress={keep}>{say('group.ics')}</Act>}
        {isMoving ? null : <Act onPress={() => setMoving(true)}>{say('meeting.move')}</Act>}
        <Act onPress={() => void act.act(cancelMeeting(act.of), say('meeting.cancelled'))}>{say('meeting.cancel')}</Act>
      </Acts>
    </>
  )
}

function Agenda({ meeting }: Pick<OfMeeting, 'meeting'>) {
  const say = useSay()
  return (
    <Section title={say('meeting.agenda')}>
      {meeting.agenda.length === 0 ? <Empty>{say('meeting.agendaNone')}</Empty> : null}
      {meeting.agenda.length === 0 ? null : (
        <List>
          {meeting.agenda.map(({ id, title, topic, raisedBy }) => (
            <ListRow
              key={id}
              title={title}
              sub={[topic && say(`term.topic.${topic}`), raisedBy && say('meeting.raisedByNamed', { name: raisedBy })]
                .filter(Boolean)
                .join(' · ')}
            />
          ))}
        </List>
      )}
    </Section>
  )
}

interface Placed {
  readonly date: string
  readonly time: string
  readonly place: string
}
const placed = ({ plannedAt, place = '' }: OfMeeting['meeting']): Placed => ({
  date: plannedAt === undefined ? '' : dateOf(plannedAt),
  time: plannedAt === undefined ? '' : timeOf(plannedAt),
  place,
})
const useMoveDraft = formDraft<Placed>('meetingMove', (said, first) => ({
  date: asText(said.date) ?? first.date,
  time: asText(said.time) ?? first.time,
  place: asText(said.place) ?? '',
}))

interface MoveProps {
  readonly draft: ReturnType<typeof useMoveDraft>
  readonly act: Acting
  readonly onDone: () => void
}
function Move({ draft, act, onDone }: MoveProps) {
  const say = useSay()
  const { held, change } = draft
  const save = async () => {
    const at = `${held.date}T${held.time}`
    const made = moveMeeting(act.of, isLocalDateTime(at) ? at : undefined, held.place)
    if (!(await act.act(made, say('meeting.moved'), await draft.finishing()))) return
    draft.again()
    onDone()
  }
  return (
    <div className="bf-group bf-group--wide">
      <ShortText kind="date" label={say('meeting.date')} value={held.date} onChange={(date) => change({ date })} />
      <ShortText kind="time" label={say('meeting.time')} value={held.time} onChange={(time) => change({ time })} />
      <ShortText label={say('meeting.place')} value={held.place} onChange={(place) => change({ place })} />
      <OutlineButton onPress={() => void save()}>{say('meeting.saveMove')}</OutlineButton>
    </div>
  )
}
