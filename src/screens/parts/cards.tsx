// What reads: sections, cards, notes, lists, the strength card (look book 3). Four kinds of box in all: card (reads),
// tile (answers), act (does), note (warns).

import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { CareIcon, ClockIcon, ForwardIcon, GavelIcon } from './icons-at-once.ts'

export function Section({
  title,
  aside,
  children,
  isQuiet = false,
}: {
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
  readonly isQuiet?: boolean
}) {
  return (
    <section className="bf-group">
      <div className="bf-row bf-row--apart">
        <h2 className={isQuiet ? 'bf-h2 bf-h2--quiet' : 'bf-h2'}>{title}</h2>
        {typeof aside === 'string' ? <span className="bf-meta">{aside}</span> : aside}
      </div>
      {children}
    </section>
  )
}

export function Card({ children, className }: { readonly children: ReactNode; readonly className?: string }) {
  return <div className={className ? `bf-card ${className}` : 'bf-card'}>{children}</div>
}

/** The whole card is the link; its name is the title. */
export function LinkCard({
  to,
  title,
  time,
  children,
  className,
}: {
  readonly to: string
  readonly title: string
  readonly time?: string
  readonly children?: ReactNode
  readonly className?: string
}) {
  return (
    <article className={className ? `bf-card ${className}` : 'bf-card'}>
      <h3 className="bf-card__title">
        {time === undefined ? null : <span className="bf-time">{time}</span>}
        <Link to={to} className="bf-card__link">
          {title}
        </Link>
      </h3>
      {children}
    </article>
  )
}

/** What works, or the wish, in the resident's words: the warmest colour, and first. */
export function Strength({
  icon,
  label,
  children,
  isQuote = false,
  more,
}: {
  readonly icon: ReactNode
  readonly label: string
  readonly children: ReactNode
  readonly isQuote?: boolean
  readonly more?: ReactNode
}) {
  return (
    <section className="bf-strength">
      <h2 className="bf-strength__label">
        {icon}
        {label}
      </h2>
      <p className={isQuote ? 'bf-quote' : 'bf-text'}>{children}</p>
      {more === undefined ? null : <div className="bf-small">{more}</div>}
    </section>
  )
}

export type NoteTone = 'calm' | 'care' | 'risk'
/** Grey is normal, amber needs you, red is real risk only; never colour alone. */
export function Note({ tone, icon, children }: { readonly tone: NoteTone; readonly icon?: ReactNode; readonly children: ReactNode }) {
  return (
    <p className={`bf-note bf-note--${tone}`}>
      {icon ?? <ToneIcon tone={tone} />}
      <span>{children}</span>
    </p>
  )
}
function ToneIcon({ tone }: { readonly tone: NoteTone }) {
  if (tone === 'risk') return <GavelIcon aria-hidden fontSize="1.375rem" />
  return tone === 'care' ? <CareIcon aria-hidden fontSize="1.375rem" /> : <ClockIcon aria-hidden fontSize="1.375rem" />
}

/** One card, rows parted by a line. Children are `ListRow`, `LinkRow` or plain `li`. */
export function List({ children }: { readonly children: ReactNode }) {
  return <ul className="bf-card bf-card--flush bf-list">{children}</ul>
}

/** A row: what, a second line, and at the end a word, a button or nothing. */
export function ListRow({
  lead,
  title,
  sub,
  end,
}: {
  readonly lead?: ReactNode
  readonly title: ReactNode
  readonly sub?: ReactNode
  readonly end?: ReactNode
}) {
  return (
    <li className={lead === undefined ? 'bf-list__line' : 'bf-list__line bf-list__lead'}>
      {lead}
      <RowText title={title} sub={sub} />
      {end ?? <span />}
    </li>
  )
}

export function LinkRow({
  to,
  lead,
  title,
  sub,
  label,
}: {
  readonly to: string
  readonly lead?: ReactNode
  readonly title: ReactNode
  readonly sub?: ReactNode
  readonly label?: string
}) {
  return (
    <li className={lead === undefined ? 'bf-list__line' : 'bf-list__line bf-list__lead'}>
      {lead}
      <div>
        <Link to={to} className="bf-card__link bf-text" aria-label={label}>
          {title}
        </Link>
        {sub === undefined ? null : <div className="bf-meta">{sub}</div>}
      </div>
      <ForwardIcon aria-hidden fontSize="1.5rem" />
    </li>
  )
}

function RowText({ title, sub }: { readonly title: ReactNode; readonly sub?: ReactNode }) {
  return (
    <div>
      <div className="bf-text">{title}</div>
      {sub === undefined ? null : <div className="bf-meta">{sub}</div>}
    </div>
  )
}

/** What will be here, and one thing to do. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }) {
  return (
    <div className="bf-group">
      <p className="bf-text bf-subtle">{children}</p>
      {action}
    </div>
  )
}
