// Asking before the camera opens: what the photo is of, until when it is kept, and the very words, read aloud. The answer is
// saved at the tap, a no as calmly as a yes.

import { useState } from 'react'
import type { RecordRefusal } from '#device/casebook.ts'
import { addMonths } from '#domain/calendar.ts'
import type { DocumentKind } from '#domain/codes.ts'
import type { LocalDate } from '#domain/ids.ts'
import { sayNo, sayYes } from '#domain/photo.ts'
import { CONSENT_TEXTS, consentWords } from '#rules/consent-texts.ts'
import { longDate } from '#texts/format.ts'
import { OutlineButton } from '../../parts/button.tsx'
import { Note, Strength } from '../../parts/cards.tsx'
import { ShortText } from '../../parts/fields.tsx'
import { ChatIcon } from '../../parts/icons.ts'
import { Chips } from '../../parts/visit-parts.tsx'
import { useRecording } from '../../use-recording.ts'
import { useLanguage, useSay } from '../../use-say.tsx'
import { useCasebook } from '../../use-session.tsx'
import type { Asked } from './asked.ts'
import { PickDate } from './entries.tsx'

const PURPOSES = ['letter', 'damage', 'other'] as const
type Purpose = (typeof PURPOSES)[number]
type Scope = ReturnType<typeof usePhotoScope>

/** What it is to be of; opens with what the step says, else with what was last asked about today. */
export function usePhotoScope(kind: DocumentKind | undefined, last: string | undefined) {
  const say = useSay()
  const known = { letter: say('photo.what.letter'), damage: say('photo.what.damage') }
  const first: Purpose | undefined = last === known.damage ? 'damage' : last === known.letter ? 'letter' : last ? 'other' : undefined
  const [purpose, setPurpose] = useState(kind?.startsWith('letter') ? 'letter' : first)
  const [other, setOther] = useState(purpose === 'other' ? (last ?? '') : '')
  const words = purpose === undefined ? '' : purpose === 'other' ? other.trim() : known[purpose]
  return { purpose, setPurpose, other, setOther, words }
}

interface Props {
  readonly asked: Asked
  readonly scope: Scope
  readonly onAnswered: () => void
}
export function PhotoConsent({ asked, scope, onAnswered }: Props) {
  const say = useSay()
  const asking = useAskingPhoto(asked, scope.words, onAnswered)
  const { view, residentName, myName } = asked.around
  const { guardian } = view.resident
  const isReady = scope.words !== '' && asking.until !== undefined
  return (
    <div className="bf-group bf-group--wide">
      <h3 className="bf-h2">{say('photo.ask')}</h3>
      <Chips<Purpose>
        label={say('photo.of')}
        options={PURPOSES.map((code) => ({ code, text: say(`photo.of.${code}`) }))}
        chosen={scope.purpose}
        onChoose={scope.setPurpose}
      />
      {scope.purpose === 'other' ? <ShortText label={say('photo.ofWhat')} value={scope.other} onChange={scope.setOther} /> : null}
      <KeptUntil asking={asking} />
      {guardian ? (
        <Chips<'self' | 'guardian'>
          label={say('photo.who')}
          options={[
            { code: 'self', text: residentName },
            { code: 'guardian', text: say('photo.guardian') },
          ]}
          chosen={asking.as}
          onChoose={(as) => asking.setAs(as ?? 'self')}
        />
      ) : null}
      <Strength icon={<ChatIcon aria-hidden fontSize="1.5rem" />} label={say('photo.words')}>
        {isReady ? asking.words : say('photo.pickFirst')}
      </Strength>
      {isReady ? (
        <div className="bf-group">
          <p className="bf-text bf-strong">
            {say('photo.answer', { name: asking.as === 'guardian' ? say('photo.guardian') : residentName })}
          </p>
          <p className="bf-meta">{say('photo.heard', { witness: myName })}</p>
          <div className="bf-when">
            <OutlineButton isBusy={asking.isBusy} onPress={() => void asking.answer('yes')}>
              {say('photo.yes')}
            </OutlineButton>
            <OutlineButton isBusy={asking.isBusy} onPress={() => void asking.answer('no')}>
              {say('photo.no')}
            </OutlineButton>
          </div>
        </div>
      ) : null}
      <Refused refusal={asking.refusal} />
    </div>
  )
}

function Refused({ refusal }: { readonly refusal: RecordRefusal['kind'] | undefined }) {
  const say = useSay()
  return refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>
}

const KEEP = ['months', 'year', 'pick'] as const
type Keep = (typeof KEEP)[number]

function useAskingPhoto({ around, onDeclined }: Asked, what: string, onAnswered: () => void) {
  const say = useSay()
  const language = useLanguage()
  const casebook = useCasebook()
  const { record, isBusy, refusal } = useRecording()
  const [keep, setKeep] = useState<Keep>('months')
  const [picked, setPicked] = useState<LocalDate>()
  const [as, setAs] = useState<'self' | 'guardian'>('self')
  const { view, rows, today, me, myName } = around
  const last = keep === 'pick' ? picked : addMonths(today, keep === 'year' ? 12 : 3)
  const until = last !== undefined && last > today ? last : undefined
  const words =
    until === undefined
      ? ''
      : `${consentWords('photo', language, { who: '', what })} ${say('photo.untilWords', { date: longDate(language, until) })}`
  const answer = async (said: 'yes' | 'no'): Promise<void> => {
    if (until === undefined) return
    const asking = {
      view,
      rows,
      id: casebook.newId(),
      newId: casebook.newId,
      acting: { me, today },
      asking: { text: words, version: CONSENT_TEXTS.photo.version, scope: what },
    }
    const by = as === 'guardian' ? (view.resident.guardian?.name ?? '') : view.resident.name
    const made =
      said === 'no' ? sayNo(asking) : sayYes(asking, { by, as, how: 'oral_witnessed', on: today, witness: myName, validTo: until })
    if (!made.ok || !(await record(made.value, { text: say(said === 'yes' ? 'photo.savedYes' : 'photo.savedNo'), atOnce: true }))) return
    onAnswered()
    if (said === 'no') onDeclined?.()
  }
  return { keep, setKeep, picked, setPicked, until, as, setAs, words, answer, isBusy, refusal }
}

function KeptUntil({ asking }: { readonly asking: ReturnType<typeof useAskingPhoto> }) {
  const say = useSay()
  const { keep, setKeep, picked, setPicked, until } = asking
  return (
    <>
      <Chips<Keep>
        label={say('photo.keep')}
        options={KEEP.map((code) => ({ code, text: say(`photo.keep.${code}`) }))}
        chosen={keep}
        onChoose={(code) => setKeep(code ?? keep)}
      />
      {keep === 'pick' ? <PickDate label={say('photo.lastDay')} date={picked} onDate={setPicked} /> : null}
      {keep === 'pick' && picked !== undefined && until === undefined ? <Note tone="calm">{say('photo.notPast')}</Note> : null}
    </>
  )
}
