// A concern raised at a door: the same form as inside a visit. It stays until it is answered, also after a lock.

import { useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import { concernGuide } from '#guides/concerns.ts'
import { MainButton } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { Bar, Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { ConcernForm, ConcernState, useHandling } from '../visit/concern-form.tsx'
import { needsReason } from '../visit/concern-step.tsx'
import { closeNote, type NoteContent, type NoteKeeper } from './note-draft.ts'

type Concern = NonNullable<NoteContent['concern']>
interface NoteConcernProps {
  readonly answer: Answer
  readonly view: CaseView
  readonly keeper: NoteKeeper
  readonly concern: Concern
}
export function NoteConcern({ answer, view, keeper, concern }: NoteConcernProps) {
  const say = useSay()
  const language = useLanguage()
  const navigate = useNavigate()
  const casebook = useCasebook()
  const handle = useHandling(answer, { lane: view.lane, id: concern.id })
  const [refusal, setRefusal] = useState<string>()
  const [isAsked, setAsked] = useState(false)
  const saved = useRef('')
  const keep = (next: Concern, when: 'now' | 'soon') => keeper.change({ ...keeper.held().content, concern: next }, when)
  const save = async ({ action, note }: Concern): Promise<boolean> => {
    const key = JSON.stringify({ action, note })
    if (!action || needsReason(concern.code, { action, note })) return false
    if (saved.current === key) return true
    const said = await handle({ action, note })
    saved.current = said === undefined ? key : ''
    setRefusal(said)
    return said === undefined
  }
  const goOn = async () => {
    if (!(await save(concern))) return setAsked(true)
    closeNote(casebook, view.lane)
    await casebook.dropDraft(keeper.id)
    void navigate(paths.today)
  }
  return (
    <Screen
      header={{
        title: concernGuide(concern.code)?.title[language] ?? say(`term.concernCode.${concern.code}`),
        sub: view.resident.name,
        back: paths.today,
      }}
      bar={
        <Bar state={<ConcernState answer={answer} id={concern.id} />}>
          <MainButton onPress={() => void goOn()}>{say('visit.goOn')}</MainButton>
        </Bar>
      }
    >
      <ConcernForm
        answer={answer}
        concern={{ lane: view.lane, id: concern.id, code: concern.code, action: concern.action, note: concern.note }}
        refusal={refusal}
        why={say('note.mustAnswer')}
        onAction={(action) => {
          keep({ ...concern, action }, 'now')
          void save({ ...concern, action })
        }}
        onNote={(note) => keep({ ...concern, note }, 'soon')}
      />
      {isAsked && refusal === undefined ? <Note tone="care">{say('note.answerFirst')}</Note> : null}
    </Screen>
  )
}
