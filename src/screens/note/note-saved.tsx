// After the tap: what was saved and how far it has come. Words can still be added; they become an addition of their own.

import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Answer, RecordRefusal } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import { patch } from '#domain/records.ts'
import { MainButton } from '../parts/button.tsx'
import { List, ListRow, Note } from '../parts/cards.tsx'
import { LongText } from '../parts/fields.tsx'
import { Mark } from '../parts/marks.tsx'
import { SaveState } from '../parts/save-state.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { useUi } from '../ui-store.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { SavedNote } from './use-save-note.ts'

interface NoteSavedProps {
  readonly answer: Answer
  readonly view: CaseView
  readonly saved: SavedNote
}
export function NoteSaved({ answer, view, saved }: NoteSavedProps) {
  const say = useSay()
  const navigate = useNavigate()
  const casebook = useCasebook()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const [text, setText] = useState('')
  const [refusal, setRefusal] = useState<RecordRefusal['kind']>()
  const done = async () => {
    if (text.trim() !== '') {
      const added = patch(view.lane, 'addendum', casebook.newId(), { of: saved.contribution, text: text.trim() })
      const recorded = await casebook.record([added])
      if (!recorded.ok) return setRefusal(recorded.refusal.kind)
      offerUndo(undefined)
    }
    void navigate(paths.today)
  }
  return (
    <Screen
      header={{ title: say('note.title'), back: paths.today }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar state={<SaveState saved={{ state: stateOf(answer, saved) }} />}>
          <MainButton onPress={() => void done()}>{say(text.trim() === '' ? 'note.done' : 'note.save')}</MainButton>
        </Bar>
      }
    >
      <List>
        <ListRow lead={<Mark is="done" />} title={say(`note.${saved.outcome}`)} sub={say('note.savedFor', { name: view.resident.name })} />
      </List>
      <LongText label={say('note.writeMore')} help={say('note.writeHelp')} value={text} onChange={setText} />
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </Screen>
  )
}

/** The least of the changes behind it. */
function stateOf({ rows, states }: Answer, { contribution }: SavedNote) {
  const heads = Object.values(rows.get(contribution)?.regs ?? {}).flat()
  const found = heads.flatMap((head) => states.get(head.by) ?? [])
  return (['saved', 'sent', 'custody', 'held'] as const).find((state) => found.includes(state)) ?? 'settled'
}
