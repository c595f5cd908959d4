// A concern: who to call first, then what was done (look book, «Concern»; DOMAIN.md 4.4). The concern itself was saved
// when it was raised; each answer here is saved at the tap. It never reads as sent while it is only on the phone.

import type { Answer } from '#device/casebook.ts'
import type { ConcernAction, ConcernCode } from '#domain/codes.ts'
import type { ConcernGuide } from '#domain/guide.ts'
import type { Id, LaneId } from '#domain/ids.ts'
import { handleConcern } from '#domain/visit-start.ts'
import { concernGuide } from '#guides/concerns.ts'
import { Note } from '../parts/cards.tsx'
import { EmergencyNumbers } from '../parts/emergency.tsx'
import { LongText } from '../parts/fields.tsx'
import { SavedIcon } from '../parts/icons.ts'
import { SaveState } from '../parts/save-state.tsx'
import { OneTile } from '../parts/tiles.tsx'
import { useTitleFocus } from '../parts/visit-parts.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { type ConcernStanding, concernStanding, emergencyNumbers } from './concern-standing.ts'

export interface ConcernShown {
  readonly lane: LaneId
  readonly id: Id
  readonly code: ConcernCode
  readonly action: ConcernAction | undefined
  readonly note: string
}
export interface Handled {
  readonly action: ConcernAction
  readonly note: string
}

/** Saves what was done; the words come back as a refusal when the device would not take them. */
export function useHandling(answer: Answer, concern: Pick<ConcernShown, 'lane' | 'id'>): (handled: Handled) => Promise<string | undefined> {
  const casebook = useCasebook()
  const say = useSay()
  return async ({ action, note }) => {
    const handling = { taken: action, on: answer.today, ...(note.trim() === '' ? {} : { note: note.trim() }) }
    const recorded = await casebook.record([handleConcern(concern.lane, concern.id, handling, casebook.me, answer.rows.get(concern.id))])
    return recorded.ok ? undefined : say(`refusal.${recorded.refusal.kind}`)
  }
}

interface ConcernFormProps {
  readonly answer: Answer
  readonly concern: ConcernShown
  readonly onAction: (action: ConcernAction) => void
  readonly onNote: (note: string) => void
  readonly refusal: string | undefined
  /** What the answer is needed for. */
  readonly why: string
}
export function ConcernForm({ answer, concern, onAction, onNote, refusal, why }: ConcernFormProps) {
  const say = useSay()
  const language = useLanguage()
  const guide = concernGuide(concern.code)
  useTitleFocus(concern.id)
  return (
    <>
      {guide ? <p className="bf-text">{guide.say[language]}</p> : null}
      <EmergencyNumbers numbers={emergencyNumbers(answer.office, guide, say)} />
      <Standing standing={concernStanding(answer, concern.id)} code={concern.code} />
      <WhatWasDone guide={guide} concern={concern} onAction={onAction} onNote={onNote} why={why} />
      {refusal === undefined ? null : <Note tone="care">{refusal}</Note>}
    </>
  )
}

function Standing({ standing, code }: { readonly standing: ConcernStanding; readonly code: ConcernCode }) {
  const say = useSay()
  if (standing === 'saved')
    return <Note tone="care">{say(code === 'C-CHILD' ? 'visit.concernOnlySavedChild' : 'visit.concernOnlySaved')}</Note>
  if (standing === 'sent') return <Note tone="care">{say('visit.concernSent')}</Note>
  return <Note tone="calm">{say(standing === 'custody' ? 'visit.concernCustody' : 'visit.concernReceived')}</Note>
}

function WhatWasDone({
  guide,
  concern,
  onAction,
  onNote,
  why,
}: Pick<ConcernFormProps, 'concern' | 'onAction' | 'onNote' | 'why'> & { readonly guide: ConcernGuide | undefined }) {
  const say = useSay()
  const language = useLanguage()
  const actions = guide?.actions ?? []
  const chosen = actions.find(({ action }) => action === concern.action)
  return (
    <div className="bf-parts">
      <div className="bf-ask">
        <h2 className="bf-question">{say('visit.whatDidYouDo')}</h2>
        <p className="bf-ask__help">{why}</p>
      </div>
      <OneTile
        question={say('visit.whatDidYouDo')}
        isQuestionHidden
        options={actions.map(({ action, text, needsReason }) => ({
          code: action,
          text: text[language],
          ...(needsReason ? { hint: say('visit.writeWhy') } : {}),
        }))}
        chosen={concern.action}
        onChoose={(code) => {
          const found = actions.find(({ action }) => action === code)
          if (found) onAction(found.action)
        }}
      />
      {chosen ? (
        <LongText
          label={chosen.needsReason ? say('visit.reason') : say('visit.concernNote')}
          rows={2}
          value={concern.note}
          onChange={onNote}
        />
      ) : null}
    </div>
  )
}

/** In the bar: «Lagret på telefonen – ikke sendt ennå». */
export function ConcernState({ answer, id }: { readonly answer: Answer; readonly id: Id }) {
  const say = useSay()
  const standing = concernStanding(answer, id)
  if (standing !== 'saved' && standing !== 'sent') return <SaveState saved={{ state: standing }} />
  return (
    <span className="bf-savestate">
      <SavedIcon aria-hidden fontSize="1.125rem" />
      {standing === 'saved' ? say('save.concernBar') : say('save.concernTried')}
    </span>
  )
}
