// Acts: one tap does it and it is saved; a 10 s «Angre» bar follows (look book 3, «Act»).

import { type ReactNode, useEffect, useState } from 'react'
import { useSay } from '../use-say.tsx'

export function Act({
  icon,
  children,
  hint,
  onPress,
  tone = 'plain',
  isStacked = false,
}: {
  readonly icon?: ReactNode
  readonly children: ReactNode
  readonly hint?: string
  readonly onPress: () => void
  readonly tone?: 'plain' | 'call' | 'danger'
  readonly isStacked?: boolean
}) {
  const classes = [
    'bf-act',
    tone === 'plain' ? '' : `bf-act--${tone}`,
    isStacked ? 'bf-act--stack' : icon === undefined ? 'bf-act--two' : '',
  ]
  return (
    <button type="button" className={classes.filter(Boolean).join(' ')} onClick={onPress}>
      {icon === undefined ? null : <span aria-hidden>{icon}</span>}
      <span>
        {children}
        {hint === undefined ? null : <small>{hint}</small>}
      </span>
      {isStacked ? null : <span />}
    </button>
  )
}

export function Acts({ children, isTwo = false }: { readonly children: ReactNode; readonly isTwo?: boolean }) {
  return <div className={isTwo ? 'bf-acts bf-acts--two' : 'bf-acts'}>{children}</div>
}

const UNDO_MS = 10_000
/** «Notat lagret. Angre»: stands for ten seconds, then calls `onGone`. Without `onUndo` it only says what was done. */
export function UndoBar({
  children,
  onUndo,
  onGone,
}: {
  readonly children: ReactNode
  readonly onUndo: (() => void) | undefined
  readonly onGone: () => void
}) {
  const say = useSay()
  const [gone] = useState(() => onGone)
  useEffect(() => {
    const timer = setTimeout(gone, UNDO_MS)
    return () => clearTimeout(timer)
  }, [gone])
  return (
    <div className="bf-undo" role="status">
      <span>{children}</span>
      {onUndo === undefined ? null : (
        <button type="button" className="bf-link" onClick={onUndo}>
          {say('shell.undo')}
        </button>
      )}
    </div>
  )
}
