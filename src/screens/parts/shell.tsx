// The frame of every phone screen: header with «Skjul», the grey strip, main, and at the bottom either the tabs (on
// roots) or the bar with the one filled button. Layout and classes: the look book, phone.css.

import type { ReactNode } from 'react'
import { NavLink, useNavigate } from 'react-router'
import { useSay } from '../use-say.tsx'
import { useCasebook, useHide } from '../use-session.tsx'
import {
  BackIcon,
  HideIcon,
  MoreIcon,
  NoteIcon,
  OfflineIcon,
  ResidentsCurrentIcon,
  ResidentsIcon,
  TodayCurrentIcon,
  TodayIcon,
} from './icons-at-once.ts'

export interface HeaderProps {
  readonly title: string
  readonly sub?: string
  /** Path to go back to; roots and steps have none. */
  readonly back?: string
  readonly isSmall?: boolean
}

export function Header({ title, sub, back, isSmall, isAtDesk = false }: HeaderProps & { readonly isAtDesk?: boolean }) {
  const say = useSay()
  const hide = useHide()
  const navigate = useNavigate()
  return (
    <header className={isSmall ? 'bf-head bf-head--small' : 'bf-head'}>
      {back === undefined ? null : (
        <button type="button" className="bf-icon-button bf-head__back" aria-label={say('shell.back')} onClick={() => navigate(back)}>
          <BackIcon aria-hidden fontSize="1.5rem" />
        </button>
      )}
      <div className="bf-head__text">
        <h1 className="bf-head__title">{title}</h1>
        {sub === undefined ? null : <p className="bf-head__sub">{sub}</p>}
      </div>
      {isAtDesk ? null : (
        <button type="button" className="bf-icon-button bf-head__hide" onClick={hide}>
          <HideIcon aria-hidden fontSize="1.5rem" />
          {say('shell.hide')}
        </button>
      )}
    </header>
  )
}

interface ScreenProps {
  readonly header: HeaderProps
  readonly strip?: ReactNode
  readonly bar?: ReactNode
  readonly children: ReactNode
  readonly className?: string
}

/** A whole screen. On the phone `bar` takes the place of the tabs inside a task; at the desk the frame is around it. */
export function Screen(props: ScreenProps) {
  return useCasebook().kind === 'desk' ? <DeskScreen {...props} /> : <PhoneScreen {...props} />
}

/** The same content in one readable column; «Skjul», search and the rail are the frame's. */
function DeskScreen({ header, strip, bar, children, className = '' }: ScreenProps) {
  return (
    <div className={`bf-shell bf-shell--desk ${className}`}>
      <div>
        <Header {...header} isAtDesk />
        {strip}
      </div>
      <div className="bf-main">{children}</div>
      {bar}
    </div>
  )
}

function PhoneScreen({ header, strip, bar, children, className }: ScreenProps) {
  return (
    <div className={className ? `bf-shell ${className}` : 'bf-shell'}>
      <div>
        <Header {...header} />
        {strip}
      </div>
      <main className="bf-main">{children}</main>
      {bar ?? <Tabs />}
    </div>
  )
}

/** One grey line under the header, only where freshness matters. */
export function OfflineStrip({ isOnline }: { readonly isOnline: boolean }) {
  const say = useSay()
  return isOnline ? null : (
    <p className="bf-strip" role="status">
      <OfflineIcon aria-hidden fontSize="1.25rem" />
      {say('shell.offline')}
    </p>
  )
}

/** Tells the notices how tall the bottom is while it sticks, so that they stand above it whatever it holds. */
function measured(bottom: HTMLElement | null) {
  if (bottom === null || typeof ResizeObserver === 'undefined') return undefined
  const { style } = document.documentElement
  const height = () => (getComputedStyle(bottom).position === 'sticky' ? bottom.offsetHeight : 0)
  const watch = new ResizeObserver(() => style.setProperty('--bf-bottom', `${height()}px`))
  watch.observe(bottom)
  return () => watch.disconnect()
}

function Tabs() {
  const say = useSay()
  return (
    <nav ref={measured} className="bf-tabs" aria-label={say('shell.tabs')}>
      <ul>
        <li>
          <NavLink to="/" end className="bf-tab">
            {({ isActive }) => (
              <>
                {isActive ? <TodayCurrentIcon aria-hidden fontSize="1.5rem" /> : <TodayIcon aria-hidden fontSize="1.5rem" />}
                {say('tab.today')}
              </>
            )}
          </NavLink>
        </li>
        <li>
          <NavLink to="/residents" className="bf-tab">
            {({ isActive }) => (
              <>
                {isActive ? <ResidentsCurrentIcon aria-hidden fontSize="1.5rem" /> : <ResidentsIcon aria-hidden fontSize="1.5rem" />}
                {say('tab.residents')}
              </>
            )}
          </NavLink>
        </li>
        <li>
          <NavLink to="/note" className="bf-tab bf-tab--big">
            <NoteIcon aria-hidden fontSize="1.5rem" />
            {say('tab.note')}
          </NavLink>
        </li>
        <li>
          <NavLink to="/more" className="bf-tab">
            <MoreIcon aria-hidden fontSize="1.5rem" />
            {say('tab.more')}
          </NavLink>
        </li>
      </ul>
    </nav>
  )
}

/** The bottom bar: save state in the middle, then one or two buttons; the filled one stands right. */
export function Bar({ state, children }: { readonly state?: ReactNode; readonly children: ReactNode }) {
  return (
    <div ref={measured} className="bf-bar">
      {state === undefined ? null : (
        <div className="bf-row bf-bar__state" role="status">
          {state}
        </div>
      )}
      <div className="bf-bar__buttons">{children}</div>
    </div>
  )
}
