// The desk's frame: rail with the current place marked, top bar, and the page; and the head and panes of a page.
// Layout and measures: desk.css. Same order everywhere, so that a hand finds it without looking.

import type { ReactNode, Ref } from 'react'
import { Link, NavLink } from 'react-router'
import { useSay } from '../use-say.tsx'
import { HelpIcon, SearchIcon } from './desk-icons.ts'
import { CogIcon, HideIcon, InboxIcon, PersonIcon } from './icons.ts'

interface BarProps {
  readonly isDemo: boolean
  readonly freshness: string
  readonly name: string
  readonly onSearch: () => void
  readonly onHelp: () => void
  readonly onHide: () => void
}

export function DeskFrame({
  office,
  unread,
  bar,
  children,
}: {
  readonly office: string
  readonly unread: number
  readonly bar: BarProps
  readonly children: ReactNode
}) {
  return (
    <div className="desk-root">
      <div className="desk">
        <Rail office={office} unread={unread} />
        <TopBar {...bar} />
        <main className="page">{children}</main>
      </div>
    </div>
  )
}

function Rail({ office, unread }: { readonly office: string; readonly unread: number }) {
  const say = useSay()
  return (
    <nav className="rail" aria-label={say('desk.rail')}>
      <div className="rail-office">
        <b>{office}</b>
        <span className="sub">{say('desk.service')}</span>
      </div>
      <NavLink to="/residents" className="rail-item">
        <PersonIcon aria-hidden />
        <span>{say('desk.residents')}</span>
      </NavLink>
      <NavLink to="/inbox" className="rail-item">
        <InboxIcon aria-hidden />
        <span>{say('desk.inbox')}</span>
        {unread === 0 ? null : <span className="count num">{unread}</span>}
      </NavLink>
      <NavLink to="/more" className="rail-item">
        <CogIcon aria-hidden />
        <span>{say('desk.settings')}</span>
      </NavLink>
    </nav>
  )
}

function TopBar({ isDemo, freshness, name, onSearch, onHelp, onHide }: BarProps) {
  const say = useSay()
  return (
    <header className="bar">
      <button type="button" className="bar-search" onClick={onSearch}>
        <SearchIcon aria-hidden className="ic" />
        <span className="bar-search-word">{say('desk.search')}</span>
        <kbd>{say('key.find')}</kbd>
      </button>
      {isDemo ? (
        <span className="demo-mark" title={say('shell.demo')}>
          {say('shell.demoShort')}
        </span>
      ) : null}
      <span className="sub push num" role="status">
        {freshness}
      </span>
      <button type="button" className="bar-act" onClick={onHelp}>
        <HelpIcon aria-hidden className="ic" />
        {say('desk.help')}
      </button>
      <button type="button" className="bar-act" onClick={onHide}>
        <HideIcon aria-hidden className="ic" />
        {say('shell.hide')}
      </button>
      <span className="nowrap">{name}</span>
    </header>
  )
}

export function DeskHead({
  crumb,
  title,
  sub,
  acts,
}: {
  readonly crumb?: { readonly to: string; readonly word: string }
  readonly title: string
  readonly sub?: ReactNode
  readonly acts?: ReactNode
}) {
  const say = useSay()
  return (
    <div className="head">
      <div className="head-text">
        {crumb === undefined ? null : (
          <nav className="crumb sub" aria-label={say('desk.crumb')}>
            <Link to={crumb.to}>{crumb.word}</Link>
          </nav>
        )}
        <h1>{title}</h1>
        {sub === undefined ? null : <p className="num">{sub}</p>}
      </div>
      {acts === undefined ? null : <div className="head-acts">{acts}</div>}
    </div>
  )
}

/** One column that scrolls by itself; the keyboard can stand in it, so that it can be scrolled. */
export function Pane({
  label,
  className,
  children,
  ref,
}: {
  readonly label: string
  readonly className?: string
  readonly children: ReactNode
  readonly ref?: Ref<HTMLElement>
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable without a mouse
    <section className={className ? `pane ${className}` : 'pane'} aria-label={label} tabIndex={0} ref={ref}>
      {children}
    </section>
  )
}

export interface KeyHint {
  readonly keys: readonly string[]
  readonly does: string
}
export function KeyHints({ hints, onAll }: { readonly hints: readonly KeyHint[]; readonly onAll: () => void }) {
  const say = useSay()
  return (
    <div className="keys">
      {hints.map((hint) => (
        <span key={hint.does}>
          {hint.keys.map((key) => (
            <kbd key={key}>{key}</kbd>
          ))}
          {hint.does}
        </span>
      ))}
      <button type="button" className="keys-all" onClick={onAll}>
        <kbd>{say('key.help')}</kbd>
        {say('key.all')}
      </button>
    </div>
  )
}
