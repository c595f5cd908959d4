// A link at the desk that looks like its buttons.

import { Button } from '@navikt/ds-react/Button'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

export function DeskLink({ to, children }: { readonly to: string; readonly children: ReactNode }) {
  return (
    <Button as={Link} to={to} size="small" variant="secondary">
      {children}
    </Button>
  )
}
