// Buttons: one filled a screen, everything else an outline, a row or a word (look book, idea 2).

import { Button } from '@navikt/ds-react/Button'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface Press {
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly isBusy?: boolean
  readonly isDisabled?: boolean
  readonly icon?: ReactNode
  /** Full spoken name where the word alone does not say which. */
  readonly label?: string
  readonly isSubmit?: boolean
}

/** The one filled button. */
export function MainButton({ children, onPress, isBusy = false, isDisabled = false, icon, label, isSubmit = false }: Press) {
  return (
    <Button
      type={isSubmit ? 'submit' : 'button'}
      className="bf-main-action"
      loading={isBusy}
      disabled={isDisabled}
      icon={icon}
      aria-label={label}
      onClick={onPress}
    >
      {children}
    </Button>
  )
}

export function OutlineButton({ children, onPress, isBusy = false, isDisabled = false, icon, label, isSubmit = false }: Press) {
  return (
    <Button
      type={isSubmit ? 'submit' : 'button'}
      variant="secondary"
      loading={isBusy}
      disabled={isDisabled}
      icon={icon}
      aria-label={label}
      onClick={onPress}
    >
      {children}
    </Button>
  )
}

/** The filled button as a link to another screen. */
export function MainLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Button as={Link} to={to} className="bf-main-action">
      {children}
    </Button>
  )
}
