// The meeting while it goes on, and the minutes afterwards: is the resident here, who else, what is said about each item, and
// what is decided. Who came is saved at the tap; the words are kept while they are typed, and saved by the button.

import '../consents/consents.css'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { RecordHow } from '#device/casebook.ts'
import { staying } from '#domain/group-acts.ts'
import { addItem, answerPresence, isHeld, type NewItem, setPresence, writeItem, writeMinutes } from '#domain/meeting-acts.ts'
import type { Patch } from '#domain/register.ts'
import { NotHere } from '../not-here.tsx'
import { MainButton } from '../parts/button.tsx'
import { List, Note, Section } from '../parts/cards.tsx'
import { LongText, ShortText } from '../parts/fields.tsx'
import { SaveState } from '../parts/save-state.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { TickRow } from '../parts/ticks.tsx'
import { OneTile } from '../parts/tiles.tsx'
import { WordButton } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { savedOf } from '../visit/use-keeper.ts'
import { Deciding } from './deciding.tsx'
import type { OfMeeting } from './groups.tsx'
import { AddItem } from './item-fields.tsx'
import { type MinutesDraft, REASON, useMinutesDraft } from './minutes-draft.ts'

export function HoldMeeting(given: OfMeeting) {
  return isHeld(given.meeting) ? <Minutes {...given} /> : <NotHere />
}

function Minutes(given: OfMeeting) {
  const { answer, view, meeting, row } = given
  const say = useSay()
  const navigate = useNavigate()
  const { me, newId, kind } = useCasebook()
  const isDesk = kind === 'desk'
  const { record, isBusy, refusal } = useRecording()
  const [isNothing, setNothing] = useState(false)
  /** What was just answered counts here before the office has said so. */
  const [isPresent, setPresent] = useState<boolean>()
  const said = { ...meeting, residentPresent: isPresent ?? meeting.residentPresent }
  const opening = { meeting, row, rows: answer.rows, drafts: answer.drafts }
  const draft = useMinutesDraft(opening)
  const of = { meeting, row, me, today: answer.today }
  const back = paths.group(view.lane, 'meetings', meeting.id)
  const save = async () => {
    const patches = written(given, draft, me)
    const isEmpty = patches.length === 0 && said.residentPresent === undefined && !isWritten(meeting)
    setNothing(isEmpty)
    if (isEmpty) return
    await draft.flush()
    const finishes = draft.draft()
    if (!(await record(patches, { text: say('meeting.minutesSaved'), atOnce: true }, finishes ? { finishes } : {}))) return
    draft.finish(opening)
    await navigate(back)
  }
  const add = async (item: NewItem, how: RecordHow) => {
    const made = addItem(of, item, newId)
    return made.ok && (await record(made.value, { atOnce: true }, how))
  }
  const name = view.resident.name
  return (
    <Screen
      header={{ title: say('meeting.write'), sub: name, back }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar state={draft.isTouched ? <SaveState saved={isDesk ? { state: 'draft' } : savedOf(draft.held)} /> : undefined}>
          <MainButton onPress={() => void save()} isBusy={isBusy}>
            {say('meeting.saveMinutes')}
          </MainButton>
        </Bar>
      }
    >
      {draft.held.isElsewhere ? <Note tone="care">{say('meeting.elsewhere')}</Note> : null}
      <ResidentHere {...given} meeting={said} draft={draft} onSaid={setPresent} />
      <Others {...given} />
      {meeting.agenda.map((item) => (
        <LongText
          key={item.id}
          label={say('meeting.itemMinutes', { title: item.title })}
          {...(item.topic ? { help: say(`term.topic.${item.topic}`) } : {})}
          value={draft.words(item.id, item.minutes)}
          onChange={(said) => draft.write(item.id, said)}
        />
      ))}
      <AddItem lane={view.lane} meeting={meeting.id} drafts={answer.drafts} onAdd={add} />
      <LongText
        label={say('meeting.general')}
        help={say('meeting.generalHelp', { name })}
        rows={5}
        value={draft.words(meeting.id, meeting.minutes)}
        onChange={(said) => draft.write(meeting.id, said)}
      />
      <Deciding {...given} meeting={said} />
      {isNothing ? (
        <div role="alert">
          <Note tone="care">{say('meeting.refuse.nothingYet')}</Note>
        </div>
      ) : null}
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </Screen>
  )
}

const isWritten = ({ minutes, agenda }: OfMeeting['meeting']): boolean =>
  minutes !== undefined || agenda.some((item) => item.minutes !== undefined)

/** Only what was written here is written; the rest stands as it stands. */
function written({ answer, meeting, row }: OfMeeting, draft: MinutesDraft, me: OfMeeting['row']['id']): readonly Patch[] {
  const seen = draft.seenOf(meeting.id)
  const of = { meeting, row, me, today: answer.today, ...(seen ? { seen } : {}) }
  const general = writeMinutes(of, draft.words(meeting.id, meeting.minutes))
  const items = meeting.agenda.flatMap((item): readonly Patch[] => {
    const itemRow = answer.rows.get(item.id)
    if (!itemRow) return []
    const before = draft.seenOf(item.id)
    const to = { title: item.title, topic: item.topic, minutes: draft.words(item.id, item.minutes) }
    const made = writeItem(item, to, { row: itemRow, me, ...(before ? { seen: before } : {}) })
    return made.ok ? made.value : []
  })
  const why = draft.words(REASON, meeting.residentAbsenceReason)
  const isAway = meeting.residentPresent === false && why.trim() !== (meeting.residentAbsenceReason ?? '')
  const reason = isAway ? [answerPresence(of, false, why, undefined)] : []
  return [...general, ...items, ...reason]
}

interface Asked extends OfMeeting {
  readonly draft: MinutesDraft
  readonly onSaid: (isPresent: boolean | undefined) => void
}
function ResidentHere({ answer, view, group, meeting, row, draft, onSaid }: Asked) {
  const say = useSay()
  const { me } = useCasebook()
  const { record } = useRecording()
  const reason = draft.words(REASON, meeting.residentAbsenceReason)
  const { name } = view.resident
  const member = group.members.find(({ role }) => role === 'resident')?.id
  const tell = async (isPresent: boolean) => {
    onSaid(isPresent)
    const told = [answerPresence({ meeting, row, me, today: answer.today }, isPresent, reason, member)]
    if (!(await record(told, { atOnce: true }))) onSaid(undefined)
  }
  const { residentPresent } = meeting
  return (
    <div className="bf-group bf-group--wide">
      <OneTile
        question={say('meeting.wasThere', { name })}
        options={[
          { code: 'yes', text: say('meeting.yes') },
          { code: 'no', text: say('meeting.no') },
        ]}
        isTwoColumns
        chosen={residentPresent === undefined ? undefined : residentPresent ? 'yes' : 'no'}
        onChoose={(code) => void tell(code === 'yes')}
      />
      {residentPresent === false ? (
        <ShortText label={say('meeting.whyAway')} value={reason} onChange={(why) => draft.write(REASON, why)} />
      ) : null}
    </div>
  )
}

function Others({ answer, group, meeting, row }: OfMeeting) {
  const say = useSay()
  const { me } = useCasebook()
  const { record } = useRecording()
  const others = staying(group).filter(({ role }) => role !== 'resident')
  if (others.length === 0) return null
  const of = { meeting, row, me, today: answer.today }
  const came = (id: OfMeeting['row']['id'], as: 'attended' | 'absent' | 'sent_apology') =>
    void record([setPresence(of, id, as)], { atOnce: true })
  return (
    <Section title={say('meeting.others')}>
      <List>
        {others.map(({ id, name }) => {
          const is = meeting.present[id]
          return (
            <TickRow
              key={id}
              isDone={is === 'attended'}
              title={name}
              sub={is === undefined ? undefined : say(`term.attendance.${is}`)}
              onToggle={() => came(id, is === 'attended' ? 'absent' : 'attended')}
            />
          )
        })}
      </List>
      <div className="bf-row">
        {others
          .filter(({ id }) => meeting.present[id] !== 'attended')
          .map(({ id, name }) => (
            <WordButton key={id} isPressed={meeting.present[id] === 'sent_apology'} onPress={() => came(id, 'sent_apology')}>
              {say('meeting.apologyNamed', { name })}
            </WordButton>
          ))}
      </div>
    </Section>
  )
}
