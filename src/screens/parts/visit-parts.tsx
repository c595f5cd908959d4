// Parts only the guided visit and the quick note use: the question one stands on, chips in a group, a number with two
// big buttons, the sentence to say aloud, and the two words straight under the answers.

import { MinusIcon, PlusIcon } from '@navikt/aksel-icons'
import { TextField } from '@navikt/ds-react/TextField'
import { type ReactNode, useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { ChatIcon, CheckmarkIcon } from './icons.ts'
import { WordButton } from './words.tsx'
import './visit.css'

/** A screen without a question of its own opens at its title. */
export function useTitleFocus(of: string): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place is another title
  useEffect(() => {
    const title = document.querySelector('h1')
    title?.setAttribute('tabindex', '-1')
    title?.focus({ preventScroll: true })
    window.scrollTo?.(0, 0)
  }, [of])
}

interface QuestionProps {
  /** The step: another one takes the focus anew. */
  readonly of: string
  readonly children: ReactNode
  readonly help?: string | undefined
  /** Not asked but said: the label of the box the sentence stands in. */
  readonly said?: string
}
/** The question is the title of a step: it takes the focus when the step opens, so that it is read aloud first. */
export function Question({ of, children, help, said }: QuestionProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step in the same place is another question
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    window.scrollTo?.(0, 0)
  }, [of])
  const title = (
    <h2 className={said === undefined ? 'bf-question' : 'bf-question bf-question--said'} tabIndex={-1} ref={heading}>
      {children}
    </h2>
  )
  return (
    <div className={said === undefined ? 'bf-ask' : 'bf-ask bf-ask--said'}>
      {said === undefined ? title : <Said label={said}>{title}</Said>}
      {help === undefined ? null : <p className="bf-ask__help">{help}</p>}
    </div>
  )
}

function Said({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div className="bf-strength bf-say-it">
      <p className="bf-strength__label">
        <ChatIcon aria-hidden fontSize="1.5rem" />
        {label}
      </p>
      {children}
    </div>
  )
}

interface ChipOption<C extends string = string> {
  readonly code: C
  readonly text: string
}
interface ChipsProps<C extends string> {
  readonly label: string
  readonly options: readonly ChipOption<C>[]
  readonly isLabelHidden?: boolean
}

/** One of a few short words; pressing the chosen one again takes it away. */
export function Chips<C extends string>({
  label,
  options,
  isLabelHidden = false,
  chosen,
  onChoose,
}: ChipsProps<C> & { readonly chosen: C | undefined; readonly onChoose: (code: C | undefined) => void }) {
  return (
    <ChipGroup label={label} isLabelHidden={isLabelHidden}>
      {options.map(({ code, text }) => (
        <Chip key={code} text={text} isChosen={code === chosen} onPress={() => onChoose(code === chosen ? undefined : code)} />
      ))}
    </ChipGroup>
  )
}

export function ManyChips<C extends string>({
  label,
  options,
  isLabelHidden = false,
  chosen,
  onToggle,
}: ChipsProps<C> & { readonly chosen: readonly C[]; readonly onToggle: (code: C) => void }) {
  return (
    <ChipGroup label={label} isLabelHidden={isLabelHidden}>
      {options.map(({ code, text }) => (
        <Chip key={code} text={text} isChosen={chosen.includes(code)} onPress={() => onToggle(code)} />
      ))}
    </ChipGroup>
  )
}

function ChipGroup({
  label,
  isLabelHidden,
  children,
}: {
  readonly label: string
  readonly isLabelHidden: boolean
  readonly children: ReactNode
}) {
  return (
    <fieldset className="bf-chipgroup" aria-label={label}>
      {isLabelHidden ? null : (
        <span className="bf-chipgroup__label" aria-hidden>
          {label}
        </span>
      )}
      <div className="bf-chips">{children}</div>
    </fieldset>
  )
}

function Chip({ text, isChosen, onPress }: { readonly text: string; readonly isChosen: boolean; readonly onPress: () => void }) {
  return (
    <button type="button" className="bf-chip" aria-pressed={isChosen} onClick={onPress}>
      {isChosen ? <CheckmarkIcon aria-hidden fontSize="1.25rem" /> : null}
      {text}
    </button>
  )
}

/** A whole number with «one less» and «one more»: usable with a thumb in a doorway. */
export function Stepper({
  label,
  less,
  more,
  value,
  onChange,
}: {
  readonly label: string
  readonly less: string
  readonly more: string
  readonly value: number | undefined
  readonly onChange: (value: number | undefined) => void
}) {
  return (
    <div className="bf-stepper">
      <button
        type="button"
        className="bf-stepper__button"
        aria-label={less}
        disabled={!value}
        onClick={() => onChange(Math.max(0, (value ?? 0) - 1))}
      >
        <MinusIcon aria-hidden fontSize="1.5rem" />
      </button>
      <TextField
        label={label}
        hideLabel
        inputMode="numeric"
        autoComplete="off"
        value={value === undefined ? '' : String(value)}
        onChange={(event) => {
          const digits = event.target.value.replace(/\D/g, '').slice(0, 3)
          onChange(digits === '' ? undefined : Number(digits))
        }}
      />
      <button type="button" className="bf-stepper__button" aria-label={more} onClick={() => onChange(value === undefined ? 1 : value + 1)}>
        <PlusIcon aria-hidden fontSize="1.5rem" />
      </button>
    </div>
  )
}

export interface SkipWord {
  readonly word: string
  readonly isChosen: boolean
  readonly onPress: () => void
}
/** «Hopp over» and «Vil ikke svare»: straight under the answers, never in the bar. */
export function SkipRow({ words }: { readonly words: readonly SkipWord[] }) {
  return (
    <div className="bf-row bf-skip">
      {words.map(({ word, isChosen, onPress }) => (
        <WordButton key={word} onPress={onPress} isPressed={isChosen}>
          {isChosen ? <CheckmarkIcon aria-hidden fontSize="1.25rem" /> : null}
          {word}
        </WordButton>
      ))}
    </div>
  )
}

/** «Endre» at the end of a row; its spoken name names the row. */
export function RowLink({ to, label, children }: { readonly to: string; readonly label: string; readonly children: ReactNode }) {
  return (
    <Link to={to} className="bf-link" aria-label={label}>
      {children}
    </Link>
  )
}

/** A row of what was written: the question small, the answer as text, what was said as a quotation. */
export function WrittenRow({
  question,
  lines,
  note,
  end,
}: {
  readonly question: string
  readonly lines: readonly string[]
  readonly note?: string | undefined
  readonly end?: ReactNode
}) {
  return (
    <li className="bf-list__line">
      <div>
        <p className="bf-meta">{question}</p>
        {lines.map((line) => (
          <p key={line} className="bf-text bf-prewrap">
            {line}
          </p>
        ))}
        {note === undefined ? null : <p className="bf-small bf-subtle bf-prewrap">{note}</p>}
      </div>
      {end ?? <span />}
    </li>
  )
}

/** A word that opens a line of help. */
export function Folded({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <details className="bf-folded">
      <summary className="bf-link">{title}</summary>
      <p className="bf-small">{children}</p>
    </details>
  )
}
