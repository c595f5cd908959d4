// The desk's buttons: one filled a screen, the rest outlines or words; small, since a mouse aims better than a thumb.

import { Button } from '@navikt/ds-react/Button'
import type { ReactNode } from 'react'

export interface DeskButtonProps {
  readonly children: ReactNode
  readonly onPress?: () => void
  readonly tone?: 'main' | 'outline' | 'word'
  readonly icon?: ReactNode
  readonly isBusy?: boolean
  /** For choices: pressed or not. */
  readonly isPressed?: boolean
  readonly label?: string
  readonly isSubmit?: boolean
}

export function DeskButton({
  children,
  onPress,
  tone = 'outline',
  icon,
  isBusy = false,
  isPressed,
  label,
  isSubmit = false,
}: DeskButtonProps) {
  return (
    <Button
      type={isSubmit ? 'submit' : 'button'}
      size="small"
      variant={tone === 'main' ? 'primary' : tone === 'outline' ? 'secondary' : 'tertiary-neutral'}
      className={isPressed === true ? 'desk-chosen' : undefined}
      icon={icon}
      loading={isBusy}
      aria-pressed={isPressed}
      aria-label={label}
      onClick={onPress}
    >
      {children}
    </Button>
  )
}
