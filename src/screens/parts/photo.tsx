// A photo shown: small among others, and large by itself. The picture is fetched when it is shown, lives in the page alone,
// and its address is given back as soon as it is drawn.

import './answers.css'
import { useEffect, useRef, useState } from 'react'
import type { Id } from '#domain/ids.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { OutlineButton } from './button.tsx'

type Shown = { readonly is: 'loading' } | { readonly is: 'here'; readonly url: string } | { readonly is: 'unreachable' | 'notFound' }

function usePicture(blob: Id): Shown {
  const casebook = useCasebook()
  const [shown, setShown] = useState<Shown>({ is: 'loading' })
  useEffect(() => {
    let url: string | undefined
    let isGone = false
    void casebook.blob(blob).then((read) => {
      if (isGone) return
      if (!read.ok) return setShown({ is: read.refusal.kind === 'notFound' ? 'notFound' : 'unreachable' })
      url = URL.createObjectURL(new Blob([read.bytes], { type: read.type }))
      setShown({ is: 'here', url })
    })
    return () => {
      isGone = true
      if (url !== undefined) URL.revokeObjectURL(url)
    }
  }, [casebook, blob])
  return shown
}

function Picture({ blob, alt }: { readonly blob: Id; readonly alt: string }) {
  const say = useSay()
  const shown = usePicture(blob)
  if (shown.is !== 'here') return <span className="bf-photo__none">{say(`photo.${shown.is}`)}</span>
  const giveBack = () => URL.revokeObjectURL(shown.url)
  return <img className="bf-photo__img" src={shown.url} alt={alt} onLoad={giveBack} onError={giveBack} />
}

interface PhotoProps {
  readonly blob: Id
  /** «Bilde 1 av 2: brevet» */
  readonly what: string
  readonly sub?: string | undefined
  readonly onRemove?: () => void
}
export function Photo({ blob, what, sub, onRemove }: PhotoProps) {
  const say = useSay()
  const [isLarge, setLarge] = useState(false)
  return (
    <li className="bf-photo">
      <button type="button" className="bf-photo__open" aria-label={say('photo.open', { what })} onClick={() => setLarge(true)}>
        <Picture blob={blob} alt="" />
      </button>
      <div className="bf-photo__words">
        <p className="bf-text">{what}</p>
        {sub === undefined ? null : <p className="bf-meta">{sub}</p>}
        {onRemove === undefined ? null : (
          <button type="button" className="bf-link" aria-label={say('photo.removeNamed', { what })} onClick={onRemove}>
            {say('photo.remove')}
          </button>
        )}
      </div>
      {isLarge ? <Large blob={blob} what={what} onClose={() => setLarge(false)} /> : null}
    </li>
  )
}

/** In the place of a picture whose day has passed: it is fetched no more. */
export function PhotoPastDay({ what }: Pick<PhotoProps, 'what'>) {
  const say = useSay()
  return (
    <li className="bf-photo">
      <div className="bf-photo__words">
        <p className="bf-text">{what}</p>
        <p className="bf-meta">{say('photo.pastDay')}</p>
      </div>
    </li>
  )
}

/** The platform's own dialog: it traps focus, Esc closes it, and focus returns to where it was. */
function Large({ blob, what, onClose }: Pick<PhotoProps, 'blob' | 'what'> & { readonly onClose: () => void }) {
  const say = useSay()
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal?.()
    return () => dialog?.close?.()
  }, [])
  // Closed while it still stands on the page, or the focus has nowhere to return from.
  const close = () => (ref.current?.open && ref.current.close ? ref.current.close() : onClose())
  return (
    <dialog ref={ref} className="bf-photo-large" aria-label={what} onClose={onClose}>
      <Picture blob={blob} alt={what} />
      <OutlineButton onPress={close}>{say('shell.close')}</OutlineButton>
    </dialog>
  )
}
