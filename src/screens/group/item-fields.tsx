// One item for the agenda: what it is, and what it is about, which decides who may see it.

import { useState } from 'react'
import { TOPICS, type Topic } from '#domain/codes.ts'
import type { NewItem } from '#domain/meeting-acts.ts'
import { capital } from '#texts/format.ts'
import { OutlineButton } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { ShortText } from '../parts/fields.tsx'
import { Chips } from '../parts/visit-parts.tsx'
import { useSay } from '../use-say.tsx'

/** `onAdd` says what is wrong with it, or nothing when it was taken. */
export function NewItemFields({ onAdd }: { readonly onAdd: (item: NewItem) => 'noTitle' | 'noTopic' | undefined }) {
  const say = useSay()
  const [title, setTitle] = useState('')
  const [topic, setTopic] = useState<Topic>()
  const [raisedBy, setRaisedBy] = useState('')
  const [wrong, setWrong] = useState<'noTitle' | 'noTopic'>()
  const add = () => {
    const flaw = onAdd({ title, topic, raisedBy })
    setWrong(flaw)
    if (flaw) return
    setTitle('')
    setTopic(undefined)
    setRaisedBy('')
  }
  return (
    <div className="bf-group bf-group--wide">
      <ShortText label={say('meeting.item')} value={title} onChange={setTitle} />
      <TopicChips chosen={topic} onChoose={setTopic} />
      <ShortText label={say('meeting.raisedBy')} value={raisedBy} onChange={setRaisedBy} />
      {wrong === undefined ? null : <Note tone="care">{say(`meeting.refuse.${wrong}`)}</Note>}
      <OutlineButton onPress={add}>{say('meeting.addItem')}</OutlineButton>
    </div>
  )
}

export function TopicChips({
  chosen,
  onChoose,
}: {
  readonly chosen: Topic | undefined
  readonly onChoose: (topic: Topic | undefined) => void
}) {
  const say = useSay()
  return (
    <div className="bf-group">
      <Chips
        label={say('meeting.topic')}
        options={TOPICS.map((topic) => ({ code: topic, text: capital(say(`term.topic.${topic}`)) }))}
        chosen={chosen}
        onChoose={onChoose}
      />
      <p className="bf-meta">{say('meeting.topicHelp')}</p>
    </div>
  )
}

/** Judged where it is typed; the same words stand in the domain's refusal. */
export const flawOfItem = ({ title, topic }: NewItem): 'noTitle' | 'noTopic' | undefined =>
  title.trim() === '' ? 'noTitle' : topic === undefined ? 'noTopic' : undefined
