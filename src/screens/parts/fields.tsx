// Free text and single values. Nothing is remembered by the browser: every field is autocomplete="off" (DESIGN.md 8).

import { TextField } from '@navikt/ds-react/TextField'
import { ErrorMessage } from '@navikt/ds-react/Typography'
import { useId } from 'react'
import { useSay } from '../use-say.tsx'

interface FieldProps {
  readonly label: string
  readonly help?: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly error?: string
  readonly isLabelHidden?: boolean
}

/**
 * Grows with its words by the platform's own sizing: the kit's textarea measures itself anew at every render, which a
 * phone feels at each step of a visit.
 */
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
  const id = useId()
  const [helpId, leftId, errorId] = [`${id}-help`, `${id}-left`, `${id}-error`]
  const described = [help && helpId, maxLength && leftId, error && errorId].filter(Boolean).join(' ')
  const hidden = isLabelHidden ? ' aksel-sr-only' : ''
  return (
    <div className={error === undefined ? FORM_FIELD : `${FORM_FIELD} aksel-textarea--error`}>
      <label htmlFor={id} className={`aksel-form-field__label aksel-label${hidden}`}>
        {label}
      </label>
      {help === undefined ? null : (
        <div id={helpId} className={`aksel-form-field__description ${BODY}${hidden}`}>
          {help}
        </div>
      )}
      <textarea
        id={id}
        className={`aksel-textarea__input ${BODY} bf-longtext`}
        rows={rows}
        style={{ minBlockSize: `calc(${rows} * 1lh + 1rem + 2px)` }}
        value={value}
        autoComplete="off"
        {...(error === undefined ? {} : { 'aria-invalid': true })}
        {...(described === '' ? {} : { 'aria-describedby': described })}
        onChange={(event) => onChange(event.target.value)}
      />
      {maxLength === undefined ? null : <LettersLeft id={leftId} left={maxLength - value.length} />}
      <div className="aksel-form-field__error" id={errorId} aria-relevant="additions removals" aria-live="polite">
        {error === undefined ? null : <ErrorMessage showIcon>{error}</ErrorMessage>}
      </div>
    </div>
  )
}

const BODY = 'aksel-body-short aksel-body-short--medium'
const FORM_FIELD = 'aksel-form-field aksel-form-field--medium'

function LettersLeft({ id, left }: { readonly id: string; readonly left: number }) {
  const say = useSay()
  const look = left < 0 ? 'aksel-textarea__counter aksel-textarea__counter--error' : 'aksel-textarea__counter'
  return (
    <p id={id} className={`${look} ${BODY}`}>
      {left < 0 ? say('field.tooMany', { n: -left }) : say('field.left', { n: left })}
    </p>
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
