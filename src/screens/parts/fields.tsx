// Free text and single values. Nothing is remembered by the browser: every field is autocomplete="off" (DESIGN.md 8).

import { Textarea } from '@navikt/ds-react/Textarea'
import { TextField } from '@navikt/ds-react/TextField'
import { useId } from 'react'

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
      {...(maxLength === undefined ? {} : { maxLength })}
      autoComplete="off"
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

type Kind = 'text' | 'password' | 'date' | 'time'

export function ShortText({
  kind = 'text',
  mode,
  ...field
}: FieldProps & { readonly kind?: Kind; readonly mode?: 'numeric' | 'decimal' | 'tel' }) {
  return kind === 'date' ? <DateField {...field} /> : <LineField {...field} kind={kind} mode={mode} />
}

function LineField({
  label,
  help,
  value,
  onChange,
  error,
  isLabelHidden = false,
  kind,
  mode,
}: FieldProps & { readonly kind: Exclude<Kind, 'date'>; readonly mode: 'numeric' | 'decimal' | 'tel' | undefined }) {
  return (
    <TextField
      label={label}
      description={help}
      value={value}
      error={error}
      hideLabel={isLabelHidden}
      type={kind}
      inputMode={mode}
      autoComplete="off"
      autoCapitalize="none"
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** The platform's own date picker: Aksel's text field has no such type. */
function DateField({ label, help, value, onChange, error }: FieldProps) {
  const id = useId()
  return (
    <div className="bf-group">
      <label className="bf-h2" htmlFor={id}>
        {label}
      </label>
      {help === undefined ? null : <p className="bf-small bf-subtle">{help}</p>}
      <input
        id={id}
        type="date"
        className="bf-field"
        value={value}
        autoComplete="off"
        aria-invalid={error !== undefined}
        onChange={(event) => onChange(event.target.value)}
      />
      {error === undefined ? null : (
        <p className="bf-note bf-note--care bf-note--bare" role="alert">
          <span>{error}</span>
        </p>
      )}
    </div>
  )
}
