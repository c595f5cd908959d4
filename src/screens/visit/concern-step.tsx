// The concern inside a visit: «Gå videre» leads on to the question after the one that raised it.

import { useEffect, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { RaisedConcern } from '#domain/answers.ts'
import { concernGuide } from '#guides/concerns.ts'
import { MainButton } from '../parts/button.tsx'
import { SaveState } from '../parts/save-state.tsx'
import { Bar, Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { ConcernForm, ConcernState, type Handled, useHandling } from './concern-form.tsx'
import { visitPath } from './keys.ts'
import { ReadOnly } from './read-only.tsx'
import { savedOf, useHeld } from './use-keeper.ts'
import type { OpenVisit } from './use-visit.ts'

interface ConcernStepProps {
  readonly open: OpenVisit
  readonly concern: RaisedConcern
  readonly next: string
}
export function ConcernStep({ open, concern, next }: ConcernStepProps) {
  const say = useSay()
  const language = useLanguage()
  const navigate = useNavigate()
  const sheet = useHeld(open.keeper)
  const held = sheet.content.concerns.find(({ id }) => id === concern.id) ?? concern
  const shown = { lane: open.lane, id: held.id, code: held.code, action: held.action, note: held.note ?? '' }
  const { save, refusal } = useSaving(open, held)
  const keep = (change: Partial<RaisedConcern>, when: 'now' | 'soon') => {
    const now = open.keeper.held().content
    open.keeper.change({ ...now, concerns: now.concerns.map((one) => (one.id === held.id ? { ...one, ...change } : one)) }, when)
  }
  const goOn = async () => {
    if (await save({ action: held.action, note: shown.note })) void navigate(visitPath(open.lane, open.visit.id, next))
  }
  return (
    <Screen
      header={{
        title: concernGuide(held.code)?.title[language] ?? say(`term.concernCode.${held.code}`),
        sub: open.view.resident.name,
        back: paths.step(open.lane, open.visit.id, held.fromStep),
      }}
      bar={
        <Bar state={sheet.isKept ? <ConcernState answer={open.answer} id={held.id} /> : <SaveState saved={savedOf(sheet)} />}>
          <MainButton onPress={() => void goOn()}>{say('visit.goOn')}</MainButton>
        </Bar>
      }
    >
      <ReadOnly held={sheet}>
        <ConcernForm
          answer={open.answer}
          concern={shown}
          refusal={refusal}
          why={say('visit.mustAnswer')}
          onAction={(action) => {
            keep({ action }, 'now')
            void save({ action, note: shown.note })
          }}
          onNote={(note) => keep({ note }, 'soon')}
        />
      </ReadOnly>
    </Screen>
  )
}

/** At a tap, at «Gå videre», and when the screen is left by any other way: what was written is never only in the draft. */
function useSaving(open: OpenVisit, held: RaisedConcern) {
  const handle = useHandling(open.answer, { lane: open.lane, id: held.id })
  const [refusal, setRefusal] = useState<string>()
  const stands = open.view.concerns.find(({ id }) => id === held.id)?.action
  const saved = useRef(stands && JSON.stringify({ action: stands.taken, note: stands.note ?? '' }))
  const save = async ({ action, note }: { readonly action: RaisedConcern['action']; readonly note: string }): Promise<boolean> => {
    const key = JSON.stringify({ action, note: note.trim() })
    if (!action || saved.current === key || needsReason(held.code, { action, note })) return true
    saved.current = key
    const said = await handle({ action, note })
    if (said !== undefined) saved.current = undefined
    setRefusal(said)
    return said === undefined
  }
  const latest = useRef(() => {})
  useEffect(() => {
    latest.current = () => void save({ action: held.action, note: held.note ?? '' })
  })
  useEffect(() => () => latest.current(), [])
  return { save, refusal }
}

/** «Ingen handling» is saved together with its reason, never without. */
export const needsReason = (code: RaisedConcern['code'], { action, note }: Handled): boolean =>
  concernGuide(code)?.actions.some((one) => one.action === action && one.needsReason) === true && note.trim() === ''
