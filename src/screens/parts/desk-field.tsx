// One line of text at the desk. Nothing is remembered by the browser (DESIGN.md 8).

import { TextField } from '@navikt/ds-react/TextField'

export function DeskField({
  label,
  value,
  onChange,
}: {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
}) {
  return <TextField label={label} value={value} size="small" autoComplete="off" onChange={(event) => onChange(event.target.value)} />
}
