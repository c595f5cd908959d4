// The form of the quick note for one home: five things that can happen at a door, each one tap, and a field for words.

import { type ReactNode, useState } from 'react'
import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import { isContactStoppedFor } from '#domain/visit-known.ts'
import { MainButton } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { LongText } from '../parts/fields.tsx'
import { SaveState } from '../parts/save-state.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import { ReadOnly } from '../visit/read-only.tsx'
import { matterIn } from '../visit/surroundings.ts'
import { savedOf, useHeld } from '../visit/use-keeper.ts'
import { NoteConcern } from './note-concern.tsx'
import type { NoteKeeper } from './note-draft.ts'
import { NoteSaved } from './note-saved.tsx'
import { useSaveNote } from './use-save-note.ts'
import { WhatHappened } from './what-happened.tsx'

interface NoteFormProps {
  readonly answer: Answer
  readonly view: CaseView
  readonly keeper: NoteKeeper
  readonly who: ReactNode
}

export function NoteForm({ answer, view, keeper, who }: NoteFormProps) {
  const say = useSay()
  const held = useHeld(keeper)
  const note = useSaveNote({ answer, view, keeper })
  const [isAskedWhat, setAskedWhat] = useState(false)
  const { concern, text } = held.content
  if (concern) return <NoteConcern answer={answer} view={view} keeper={keeper} concern={concern} />
  if (note.saved) return <NoteSaved answer={answer} view={view} saved={note.saved} />
  return (
    <Screen
      header={{ title: say('note.title'), back: paths.today }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar state={text === '' && held.keptAt === undefined ? undefined : <SaveState saved={savedOf(held)} />}>
          <MainButton onPress={() => setAskedWhat(true)}>{say('note.save')}</MainButton>
        </Bar>
      }
    >
      {who}
      <ReadOnly held={held}>
        <WhatHappened
          view={view}
          today={answer.today}
          isContactStopped={isContactStoppedFor(view.resident, matterIn(answer, view))}
          onHappened={note.save}
        />
        {isAskedWhat ? <Note tone="care">{say(text.trim() === '' ? 'note.tapOrWrite' : 'note.tapToo')}</Note> : null}
        {note.refusal === undefined ? null : <Note tone="care">{say(`refusal.${note.refusal}`)}</Note>}
        <LongText
          label={say('note.write')}
          help={say('note.writeHelp')}
          value={text}
          onChange={(next) => keeper.change({ ...keeper.held().content, text: next }, 'soon')}
        />
      </ReadOnly>
      {held.refusal === undefined ? null : <Note tone="care">{say(`refusal.${held.refusal}`)}</Note>}
    </Screen>
  )
}
