// One item for the agenda: what it is, and what it is about, which decides who may see it. Kept while it is typed.

import { useState } from 'react'
import type { Draft, RecordHow } from '#device/casebook.ts'
import { TOPICS, type Topic } from '#domain/codes.ts'
import type { Id, LaneId } from '#domain/ids.ts'
import type { NewItem } from '#domain/meeting-acts.ts'
import { asCode, asText } from '#domain/reading.ts'
import { capital } from '#texts/format.ts'
import { OutlineButton } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { ShortText } from '../parts/fields.tsx'
import { Chips } from '../parts/visit-parts.tsx'
import { formDraft } from '../use-form-draft.ts'
import { useSay } from '../use-say.tsx'

interface NewItemProps {
  readonly item: NewItem
  readonly onChange: (set: Partial<NewItem>) => void
  /** Says what is wrong with it, or nothing when it was taken. */
  readonly onAdd: () => Flaw | undefined
}
type Flaw = 'noTitle' | 'noTopic'
export const EMPTY_ITEM: NewItem = { title: '', topic: undefined, raisedBy: '' }

export function NewItemFields({ item, onChange, onAdd }: NewItemProps) {
  const say = useSay()
  const [wrong, setWrong] = useState<Flaw>()
  const change = (set: Partial<NewItem>) => {
    setWrong(undefined)
    onChange(set)
  }
  return (
    <div className="bf-group bf-group--wide">
      <ShortText label={say('meeting.item')} value={item.title} onChange={(title) => change({ title })} />
      <TopicChips chosen={item.topic} onChoose={(topic) => change({ topic })} />
      <ShortText label={say('meeting.raisedBy')} value={item.raisedBy ?? ''} onChange={(raisedBy) => change({ raisedBy })} />
      {wrong === undefined ? null : <Note tone="care">{say(`meeting.refuse.${wrong}`)}</Note>}
      <OutlineButton onPress={() => setWrong(onAdd())}>{say('meeting.addItem')}</OutlineButton>
    </div>
  )
}

const useItemDraft = formDraft<NewItem>('agendaItem', (said) => ({
  title: asText(said.title) ?? '',
  topic: asCode(said.topic, TOPICS),
  raisedBy: asText(said.raisedBy) ?? '',
}))

interface AddItemProps {
  readonly lane: LaneId
  readonly meeting: Id
  readonly drafts: readonly Draft[]
  readonly onAdd: (item: NewItem, how: RecordHow) => Promise<boolean>
}
/** One more item for a meeting that is there, folded until somebody opens it or has begun to write. */
export function AddItem({ lane, meeting, drafts, onAdd }: AddItemProps) {
  const say = useSay()
  const draft = useItemDraft({ lane, of: meeting, drafts, first: EMPTY_ITEM })
  const [isBegun] = useState(draft.isTyped)
  const { held } = draft
  const save = async () => {
    if (await onAdd(held, await draft.finishing())) draft.again()
  }
  const add = () => {
    const flaw = flawOfItem(held)
    if (flaw === undefined) void save()
    return flaw
  }
  return (
    <details className="bf-more" open={isBegun}>
      <summary className="bf-link">{say('meeting.addItem')}</summary>
      <NewItemFields item={held} onChange={draft.change} onAdd={add} />
    </details>
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
