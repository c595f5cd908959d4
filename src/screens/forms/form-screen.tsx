// The frame of a short form: its fields, «Lagre» and «Forkast», and what is said when it could not be saved. And a field
// with what is wrong beside it.

import '../parts/about.css'
import './forms.css'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import { strike } from '#domain/home-save.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
import { MainButton, OutlineButton } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { LongText, ShortText } from '../parts/fields.tsx'
import { REFUSED, useFirstError } from '../parts/first-error.ts'
import { SaveState } from '../parts/save-state.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { OneTile } from '../parts/tiles.tsx'
import { WordButton } from '../parts/words.tsx'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { Saving } from './use-saving.ts'

export interface OfForms {
  readonly answer: Answer
  readonly view: CaseView
}

/** Half filled in: kept on this device, and in no record. */
const UNSAVED = { state: 'draft' } as const

interface FormScreenProps extends OfForms {
  readonly title: string
  readonly back: string
  readonly form: Saving
  readonly children: ReactNode
  /** What is changed: it may be marked as a mistake. */
  readonly row?: RecordRow | undefined
  /** What goes with it then; else the record alone. */
  readonly strikes?: (row: RecordRow) => readonly Patch[]
}
export function FormScreen({ answer, view, title, back, form, children, row, strikes = strikeAlone }: FormScreenProps) {
  const say = useSay()
  const { kind } = useCasebook()
  useFirstError(form.problem)
  return (
    <Screen
      className="bf-page"
      header={{ title, sub: view.resident.name, back }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar state={form.isTyped && kind === 'field' ? <SaveState saved={UNSAVED} /> : undefined}>
          {form.isTyped ? <OutlineButton onPress={form.discard}>{say('forms.discard')}</OutlineButton> : null}
          <MainButton isBusy={form.isBusy} onPress={form.save}>
            {say('forms.save')}
          </MainButton>
        </Bar>
      }
    >
      {children}
      {row === undefined ? null : <Strike patches={strikes(row)} back={back} />}
      {form.refusal === undefined ? null : <Note tone="care">{say(`refusal.${form.refusal}`)}</Note>}
    </Screen>
  )
}

const strikeAlone = (row: RecordRow): readonly Patch[] => [strike(row, 'mistake')]

/** «Feilført»: it stands no more, and the journal keeps it. */
function Strike({ patches, back }: { readonly patches: readonly Patch[]; readonly back: string }) {
  const say = useSay()
  const navigate = useNavigate()
  const { record, refusal } = useRecording()
  const press = async () => {
    if (await record(patches, { text: say('forms.struck'), backTo: location.pathname })) await navigate(back)
  }
  return (
    <div className="bf-group">
      <div className="bf-row">
        <WordButton onPress={() => void press()}>{say('forms.strike')}</WordButton>
      </div>
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </div>
  )
}

interface AskedProps {
  readonly label: string
  readonly help?: string
  readonly value: string
  readonly onChange: (value: string) => void
  /** What is wrong with it, in words. */
  readonly problem: string | undefined
}

export function AskedText({
  kind = 'text',
  mode,
  problem,
  ...field
}: AskedProps & { readonly kind?: 'text' | 'date' | 'long'; readonly mode?: 'numeric' | 'decimal' | 'tel' }) {
  const said = { ...field, ...(problem === undefined ? {} : { error: problem }) }
  return (
    <div className="bf-group" {...(problem === undefined ? {} : REFUSED)}>
      {kind === 'long' ? <LongText {...said} /> : <ShortText {...said} kind={kind} {...(mode ? { mode } : {})} />}
    </div>
  )
}

interface AskedTilesProps extends AskedProps {
  readonly options: readonly { readonly code: string; readonly text: string }[]
}
/** Short answers stand two beside each other. */
export function AskedTiles({ label, help, value, onChange, problem, options }: AskedTilesProps) {
  return (
    <div className="bf-group" {...(problem === undefined ? {} : REFUSED)}>
      <OneTile
        question={label}
        options={options}
        chosen={value === '' ? undefined : value}
        onChoose={onChange}
        isTwoColumns={options.every(({ text }) => text.length < 20)}
        {...(help === undefined ? {} : { help })}
      />
      {problem === undefined ? null : <Note tone="care">{problem}</Note>}
    </div>
  )
}
