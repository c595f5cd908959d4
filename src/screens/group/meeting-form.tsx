// A meeting is planned: day, time, place and what is to be talked about, kept while it is typed. After another meeting it says
// which one it follows.

import { useState } from 'react'
import { useNavigate, useParams } from 'react-router'
import { MEETING_KINDS } from '#domain/codes.ts'
import { isLocalDateTime } from '#domain/ids.ts'
import { type MeetingRefusal, type NewItem, planMeeting } from '#domain/meeting-acts.ts'
import { MainButton } from '../parts/button.tsx'
import { List, ListRow, Note, Section } from '../parts/cards.tsx'
import { ShortText } from '../parts/fields.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { Chips } from '../parts/visit-parts.tsx'
import { WordButton } from '../parts/words.tsx'
import { idOfParam, paths } from '../paths.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { OfGroup } from './groups.tsx'
import { EMPTY_ITEM, flawOfItem, NewItemFields } from './item-fields.tsx'
import { EMPTY_PLAN, usePlanDraft } from './plan-draft.ts'

export function NewMeeting(given: OfGroup) {
  const { answer, view, group } = given
  const say = useSay()
  const follows = idOfParam(useParams().meeting)
  const { held, change, save, missing, isPast, refusal, isBusy } = usePlanning(given, follows)
  return (
    <Screen
      header={{ title: say('meeting.new'), sub: group.purpose ?? view.resident.name, back: paths.group(view.lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar>
          <MainButton onPress={save} isBusy={isBusy}>
            {say(isPast ? 'meeting.hold' : 'meeting.plan')}
          </MainButton>
        </Bar>
      }
    >
      <ShortText kind="date" label={say('meeting.date')} value={held.date} onChange={(date) => change({ date })} />
      <ShortText kind="time" label={say('meeting.time')} value={held.time} onChange={(time) => change({ time })} />
      <ShortText label={say('meeting.place')} value={held.place} onChange={(place) => change({ place })} />
      <Chips
        label={say('meeting.kind')}
        options={MEETING_KINDS.map((kind) => ({ code: kind, text: say(`term.meetingKind.${kind}`) }))}
        chosen={held.kind}
        onChoose={(kind) => change({ kind: kind ?? held.kind })}
      />
      <Agenda agenda={held.agenda} item={held.item} onChange={change} />
      <Note tone="calm">{say('meeting.youAndCoordinator', { name: view.resident.name })}</Note>
      {missing === undefined ? null : (
        <div role="alert">
          <Note tone="care">{say(`meeting.refuse.${missing}`)}</Note>
        </div>
      )}
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </Screen>
  )
}

function usePlanning({ answer, view, group }: OfGroup, follows: ReturnType<typeof idOfParam>) {
  const say = useSay()
  const navigate = useNavigate()
  const casebook = useCasebook()
  const { record, isBusy, refusal } = useRecording()
  const [missing, setMissing] = useState<MeetingRefusal['kind']>()
  const draft = usePlanDraft({ lane: view.lane, of: '', drafts: answer.drafts, first: EMPTY_PLAN })
  const { held, close, finishing } = draft
  /** Said once; then the button holds it. */
  const isPast = missing === 'isPast'
  const save = async () => {
    const at = `${held.date}T${held.time}`
    const plannedAt = isLocalDateTime(at) ? at : undefined
    const planned = { ...held, plannedAt, isHeld: isPast, ...(follows ? { follows } : {}) }
    const made = planMeeting(view.lane, group.id, planned, answer.today, casebook.newId)
    if (!made.ok) return setMissing(made.refusal.kind)
    setMissing(undefined)
    if (!(await record(made.value, { text: say('meeting.planned'), atOnce: true }, await finishing()))) return
    close()
    const [meeting] = made.value
    await navigate(meeting ? paths.group(view.lane, 'meetings', meeting.rec, ...(isPast ? ['edit'] : [])) : paths.group(view.lane))
  }
  const change = (set: Partial<typeof held>) => {
    setMissing(undefined)
    draft.change(set)
  }
  return { held, change, save: () => void save(), missing, isPast, refusal, isBusy }
}

interface AgendaProps {
  readonly agenda: readonly NewItem[]
  readonly item: NewItem
  readonly onChange: (set: Partial<Pick<AgendaProps, 'agenda' | 'item'>>) => void
}
function Agenda({ agenda, item, onChange }: AgendaProps) {
  const say = useSay()
  const add = () => {
    const flaw = flawOfItem(item)
    if (flaw === undefined) onChange({ agenda: [...agenda, item], item: EMPTY_ITEM })
    return flaw
  }
  return (
    <Section title={say('meeting.agenda')}>
      {agenda.length === 0 ? null : (
        <List>
          {agenda.map((listed) => (
            <ListRow
              key={`${listed.title} ${listed.topic}`}
              title={listed.title}
              sub={listed.topic && say(`term.topic.${listed.topic}`)}
              end={
                <WordButton
                  label={say('meeting.removeItem', { title: listed.title })}
                  onPress={() => onChange({ agenda: agenda.filter((one) => one !== listed) })}
                >
                  {say('meeting.remove')}
                </WordButton>
              }
            />
          ))}
        </List>
      )}
      <NewItemFields item={item} onChange={(set) => onChange({ item: { ...item, ...set } })} onAdd={add} />
    </Section>
  )
}
