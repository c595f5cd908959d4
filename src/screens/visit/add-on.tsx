// «Legg til noe»: a finished part stands as it was written, and what is added comes under it, in the writer's own name.
// Half-written words survive a lock.

import { useState } from 'react'
import type { ContributionView } from '#domain/case-view-visits.ts'
import { localDate } from '#domain/ids.ts'
import { asText } from '#domain/reading.ts'
import { patch } from '#domain/records.ts'
import { dateOfInstant } from '#texts/format.ts'
import { OutlineButton } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { LongText } from '../parts/fields.tsx'
import { NoteIcon } from '../parts/icons.ts'
import { WordButton } from '../parts/words.tsx'
import { useDay } from '../use-day.ts'
import { formDraft, keptOf } from '../use-form-draft.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { firstName, type VisitHere } from './use-visit.ts'

const KIND = 'addendum'
const useAddendumDraft = formDraft<{ readonly text: string }>(KIND, (said) => ({ text: asText(said.text) ?? '' }))

interface Given {
  readonly here: VisitHere
  readonly part: ContributionView
}

/** What was added, and by whom; and the word to add more. */
export function AddOn({ here, part }: Given) {
  const say = useSay()
  const { casebook, people, answer, lane } = here
  const [isOpen, setOpen] = useState(() => keptOf(answer.drafts, KIND, lane) === part.id)
  const isMine = part.worker === casebook.me
  const label = isMine ? say('around.add') : say('around.addTo', { name: firstName(people.get(part.worker)?.name ?? '–') })
  return (
    <>
      <Added here={here} part={part} />
      {part.finishedAt === undefined ? null : isOpen ? (
        <AddForm here={here} part={part} onDone={() => setOpen(false)} />
      ) : (
        <div className="bf-row">
          <WordButton onPress={() => setOpen(true)} label={label}>
            {say('around.add')}
          </WordButton>
        </div>
      )}
    </>
  )
}

function Added({ here, part }: Given) {
  const say = useSay()
  const day = useDay()
  return part.addenda.map(({ id, text, made }) => (
    <Note key={id} tone="calm" icon={<NoteIcon aria-hidden fontSize="1.375rem" />}>
      {made ? (
        <span className="bf-meta">
          {say('around.addedBy', {
            name: firstName(here.people.get(made.by)?.name ?? '–'),
            day: day(localDate(dateOfInstant(made.at))),
          })}
        </span>
      ) : null}
      <span className="bf-text bf-prewrap bf-added">{text}</span>
    </Note>
  ))
}

function AddForm({ here, part, onDone }: Given & { readonly onDone: () => void }) {
  const say = useSay()
  const { casebook, lane, answer } = here
  const { held, change, finishing, close, discard } = useAddendumDraft({ lane, of: part.id, drafts: answer.drafts, first: { text: '' } })
  const { record, isBusy, refusal } = useRecording()
  const save = async () => {
    const text = held.text.trim()
    if (text === '') return onDone()
    const made = patch(lane, 'addendum', casebook.newId(), { of: part.id, text })
    if (!(await record([made], { text: say('around.addSaved') }, await finishing()))) return
    close()
    onDone()
  }
  return (
    <div className="bf-group">
      <LongText label={say('around.addWhat')} help={say('around.addHelp')} value={held.text} onChange={(text) => change({ text })} />
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
      <div className="bf-row">
        <OutlineButton isBusy={isBusy} onPress={() => void save()}>
          {say('around.addSave')}
        </OutlineButton>
        <WordButton onPress={() => void discard().then(onDone)}>{say('around.cancel')}</WordButton>
      </div>
    </div>
  )
}
