// Words that act or lead on: «Hopp over», «Vis alle deler», «Hele gruppa». Plain elements, so that I dag needs no kit.

import type { ReactNode } from 'react'
import { Link } from 'react-router'

/** A word that acts: «Hopp over», «Vis alle deler». */
export function WordButton({
  children,
  onPress,
  label,
  isPressed,
}: {
  readonly children: ReactNode
  readonly onPress: () => void
  readonly label?: string
  readonly isPressed?: boolean
}) {
  return (
    <button type="button" className="bf-link" onClick={onPress} aria-label={label} aria-pressed={isPressed}>
      {children}
    </button>
  )
}

export function WordLink({ to, children, label }: { readonly to: string; readonly children: ReactNode; readonly label?: string }) {
  return (
    <Link to={to} className="bf-link" aria-label={label}>
      {children}
    </Link>
  )
}
