// A dialog of the platform's own kind: it traps focus, Esc closes it, and focus returns to where it was.

import { type ReactNode, useEffect, useRef } from 'react'
import { useSay } from '../use-say.tsx'

export function DeskDialog({
  title,
  onClose,
  children,
}: {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}) {
  const say = useSay()
  const ref = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const dialog = ref.current
    if (dialog && !dialog.open) dialog.showModal()
    dialog?.querySelector('input')?.focus()
    return () => dialog?.close()
  }, [])
  return (
    <dialog ref={ref} className="desk-dialog" aria-labelledby="desk-dialog-title" onClose={onClose}>
      <div className="desk-dialog-head">
        <h2 id="desk-dialog-title" className="peek-h">
          {title}
        </h2>
        <button type="button" className="bf-link" onClick={onClose}>
          {say('shell.close')}
        </button>
      </div>
      {children}
    </dialog>
  )
}
