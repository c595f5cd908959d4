// A decision: what, about what, who does it and by when; the task is made in the same go. Refused until it is answered whether
// the resident is here.

import { useState } from 'react'
import { TOPICS, type Topic } from '#domain/codes.ts'
import { staying } from '#domain/group-acts.ts'
import { isLocalDate } from '#domain/ids.ts'
import { decide, type MeetingRefusal } from '#domain/meeting-acts.ts'
import { asCode, asText } from '#domain/reading.ts'
import { OutlineButton } from '../parts/button.tsx'
import { Note, Section } from '../parts/cards.tsx'
import { LongText, ShortText } from '../parts/fields.tsx'
import { Chips } from '../parts/visit-parts.tsx'
import { peopleOf } from '../people.ts'
import { formDraft } from '../use-form-draft.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { OfMeeting } from './groups.tsx'
import { TopicChips } from './item-fields.tsx'
import { Decisions } from './what-was-said.tsx'

const EMPTY: Held = { text: '', topic: undefined, who: undefined, other: '', due: '' }
interface Held {
  readonly text: string
  readonly topic: Topic | undefined
  readonly who: string | undefined
  readonly other: string
  readonly due: string
}

const useDecisionDraft = formDraft<Held>('decision', (said) => ({
  text: asText(said.text) ?? '',
  topic: asCode(said.topic, TOPICS),
  who: asText(said.who),
  other: asText(said.other) ?? '',
  due: asText(said.due) ?? '',
}))

export function Deciding(given: OfMeeting) {
  const { meeting } = given
  const say = useSay()
  const { held, change, save, no, refusal, isBusy, options } = useDeciding(given)
  return (
    <Section title={say('meeting.decisions')}>
      {meeting.decisions.length === 0 ? null : <Decisions {...given} all={meeting.decisions} />}
      <div className="bf-group bf-group--wide">
        <LongText label={say('meeting.decision')} rows={2} value={held.text} onChange={(text) => change({ text })} />
        <TopicChips chosen={held.topic} onChoose={(topic) => change({ topic })} />
        <Chips label={say('meeting.responsible')} options={options} chosen={held.who} onChoose={(who) => change({ who })} />
        {held.who === OTHER ? <ShortText label={say('group.name')} value={held.other} onChange={(other) => change({ other })} /> : null}
        <ShortText kind="date" label={say('meeting.due')} value={held.due} onChange={(due) => change({ due })} />
        {no === undefined ? null : (
          <div role="alert">
            <Note tone="care">{say(`meeting.refuse.${no}`)}</Note>
          </div>
        )}
        {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
        <OutlineButton onPress={save} isBusy={isBusy}>
          {say('meeting.saveDecision')}
        </OutlineButton>
      </div>
    </Section>
  )
}

const OTHER = 'other'

function useDeciding({ answer, view, group, meeting, row }: OfMeeting) {
  const say = useSay()
  const { me, newId } = useCasebook()
  const { record, isBusy, refusal } = useRecording()
  const draft = useDecisionDraft({ lane: view.lane, of: meeting.id, drafts: answer.drafts, first: EMPTY })
  const { held } = draft
  const [no, setNo] = useState<MeetingRefusal['kind']>()
  const byName = new Map([...peopleOf(answer.office).values()].map(({ id, name }) => [name, id]))
  /** Who works here by her id, so that the task is hers; the resident as such; the rest by name. */
  const options = [
    ...staying(group).map(({ role, user, name }) => ({
      code: role === 'resident' ? 'resident' : (user ?? byName.get(name) ?? name),
      text: name,
    })),
    { code: OTHER, text: say('meeting.someoneElse') },
  ]
  const save = async () => {
    const responsible = held.who === OTHER ? held.other : (held.who ?? '')
    const due = isLocalDate(held.due) ? held.due : undefined
    const made = decide({ meeting, row, me, today: answer.today }, { text: held.text, topic: held.topic, responsible, due }, newId)
    setNo(made.ok ? undefined : made.refusal.kind)
    if (made.ok && (await record(made.value, { text: say('meeting.decided') }, await draft.finishing()))) draft.again()
  }
  const change = (set: Partial<Held>) => {
    setNo(undefined)
    draft.change(set)
  }
  return { held, change, save: () => void save(), no, refusal, isBusy, options }
}
