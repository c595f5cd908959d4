// Free text and single values. Nothing is remembered by the browser: every field is autocomplete="off" (DESIGN.md 8).

import { Textarea } from '@navikt/ds-react/Textarea'
import { TextField } from '@navikt/ds-react/TextField'

interface FieldProps {
  readonly label: string
  readonly help?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string
  readonly isLabelHidden?: boolean
}

export function LongText({
  label,
  help,
  value,
  onChange,
  error,
  isLabelHidden = false,
  rows = 3,
  maxLength,
}: FieldProps & { readonly rows?: number; readonly maxLength?: number }) {
  return (
    <Textarea
      label={label}
      description={help}
      value={value}
      error={error}
      hideLabel={isLabelHidden}
      minRows={rows}
      maxLength={maxLength}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

export function ShortText({
  label,
  help,
  value,
  onChange,
  error,
  isLabelHidden = false,
  kind = 'text',
  mode,
}: FieldProps & { readonly kind?: 'text' | 'password' | 'date' | 'time'; readonly mode?: 'numeric' | 'decimal' | 'tel' }) {
  return (
    <TextField
      label={label}
      description={help}
      value={value}
      error={error}
      hideLabel={isLabelHidden}
      // Aksel's own list lacks date and time, which the platform's picker needs.
      type={kind === 'date' || kind === 'time' ? undefined : kind}
      htmlSize={undefined}
      {...(kind === 'date' || kind === 'time' ? { type: kind } : {})}
      inputMode={mode}
      autoComplete="off"
      autoCapitalize="none"
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
