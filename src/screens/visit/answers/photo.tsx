// A photo, and never before somebody has said yes to it: what it is of, how long it is kept, and the words that were read
// aloud. The camera is not on the page until then; a no is an answer, and it stands.

import { useEffect, useRef, useState } from 'react'
import { documentsOf, isPastDay, lastScope, mayTake } from '#domain/photo.ts'
import { longDate } from '#texts/format.ts'
import { CameraIcon } from '../../parts/answer-icons.ts'
import { Note } from '../../parts/cards.tsx'
import { Photo, PhotoPastDay } from '../../parts/photo.tsx'
import { WordButton } from '../../parts/words.tsx'
import { useLanguage, useSay } from '../../use-say.tsx'
import type { Asked } from './asked.ts'
import { PhotoConsent, usePhotoScope } from './photo-consent.tsx'
import { type TakingFault, usePhotos } from './use-photos.ts'

export function PhotoAnswer(asked: Asked) {
  const say = useSay()
  const photos = usePhotos(asked)
  const { around, screen } = asked
  const { consents } = around.view
  const scope = usePhotoScope(screen.step.photo?.kind, lastScope(consents, around.today))
  const may = mayTake(consents, scope.words, around.today)
  const [isAsking, setAsking] = useState(false)
  if (!photos.canTake) return <Note tone="calm">{say('photo.onPhone')}</Note>
  const kind = screen.step.photo?.kind ?? 'photo'
  const title = say('photo.title', { what: scope.words })
  return (
    <div className="bf-group bf-group--wide">
      {may.is === 'ask' || isAsking ? (
        <PhotoConsent asked={asked} scope={scope} onAnswered={() => setAsking(false)} />
      ) : may.is === 'no' ? (
        <Note tone="calm">{say('photo.saidNo', { name: around.residentName })}</Note>
      ) : (
        <>
          <SaidYes name={around.residentName} what={scope.words} deleteOn={may.deleteOn} />
          <Camera
            label={say(photos.isBusy ? 'photo.making' : photos.documents.length > 0 ? 'photo.takeMore' : 'photo.take')}
            isBusy={photos.isBusy}
            onFile={(file) => void photos.take(file, may, { kind, title })}
          />
        </>
      )}
      {may.is === 'ask' ? null : (
        <WordButton onPress={() => setAsking(!isAsking)}>{say(isAsking ? 'photo.stopAsking' : 'photo.askAgain')}</WordButton>
      )}
      <Told fault={photos.fault} removed={photos.removed} />
      <Taken asked={asked} photos={photos} />
    </div>
  )
}

function SaidYes({
  name,
  what,
  deleteOn,
}: {
  readonly name: string
  readonly what: string
  readonly deleteOn: Parameters<typeof longDate>[1]
}) {
  const say = useSay()
  const language = useLanguage()
  return (
    <Note tone="calm">
      {say('photo.saidYes', { name, what })} {say('photo.deletedBy', { date: longDate(language, deleteOn) })}
    </Note>
  )
}

interface CameraProps {
  readonly label: string
  readonly isBusy: boolean
  readonly onFile: (file: File) => void
}
/** The camera and not the gallery, where the device has one. The same file may be chosen twice. */
function Camera({ label, isBusy, onFile }: CameraProps) {
  const say = useSay()
  const input = useRef<HTMLInputElement>(null)
  // The answer that was pressed is gone: what it opened takes its place.
  useEffect(() => {
    if (document.activeElement === document.body) input.current?.focus({ preventScroll: true })
  }, [])
  return (
    <div className="bf-camera bf-group">
      <label className="bf-camera__button">
        <CameraIcon aria-hidden fontSize="1.5rem" />
        {label}
        <input
          type="file"
          accept="image/*"
          capture="environment"
          autoComplete="off"
          ref={input}
          disabled={isBusy}
          onChange={({ currentTarget }) => {
            const file = currentTarget.files?.[0]
            if (file) onFile(file)
            currentTarget.value = ''
          }}
        />
      </label>
      <p className="bf-meta">{say('photo.notPeople')}</p>
      <p className="bf-meta">{say('photo.behind')}</p>
    </div>
  )
}

function Told({ fault, removed }: { readonly fault: TakingFault | undefined; readonly removed: 'isGone' | 'isVoid' | undefined }) {
  const say = useSay()
  return (
    <div role="status">
      {fault === undefined ? null : <Note tone="care">{faultWords(fault, say)}</Note>}
      {fault === undefined && removed ? <Note tone="calm">{say(`photo.${removed}`)}</Note> : null}
    </div>
  )
}

function faultWords(fault: TakingFault, say: ReturnType<typeof useSay>): string {
  switch (fault) {
    case 'storageLost':
    case 'unreachable':
    case 'signedOut':
      return say(`refusal.${fault}`)
    case 'notImage':
    case 'heic':
    case 'tooLarge':
    case 'failed':
    case 'storageFull':
      return say(`photo.fault.${fault}`)
  }
}

function Taken({ asked: { around }, photos }: { readonly asked: Asked; readonly photos: ReturnType<typeof usePhotos> }) {
  const say = useSay()
  const language = useLanguage()
  const here = documentsOf(around.rows.values(), around.visit).filter(({ id }) => photos.documents.includes(id))
  if (here.length === 0) return null
  return (
    <ul className="bf-photos">
      {here.map((one, i) => {
        const { id, blob, deleteOn } = one
        const what = say('photo.number', { n: i + 1, of: here.length })
        if (isPastDay(one, around.today)) return <PhotoPastDay key={id} what={what} />
        const sub = deleteOn && say('photo.deletedBy', { date: longDate(language, deleteOn) })
        return <Photo key={id} blob={blob} what={what} sub={sub} onRemove={() => void photos.remove(id)} />
      })}
    </ul>
  )
}
