// Small parts of the desk: a section between hairlines, facts, a score as four bars, a status in word and icon.

import type { ReactNode } from 'react'
import { DueTodayIcon, LateIcon } from './desk-icons.ts'
import { CalendarIcon, CareIcon, ClockIcon, GavelIcon } from './icons.ts'

export function Sec({ title, aside, children }: { readonly title: string; readonly aside?: ReactNode; readonly children: ReactNode }) {
  return (
    <section className="sec">
      <div className="row">
        <h2 className="h2">{title}</h2>
        {aside === undefined ? null : <span className="sub push">{aside}</span>}
      </div>
      {children}
    </section>
  )
}

export interface Fact {
  readonly key: string
  readonly label: string
  readonly value: ReactNode
}
export function Facts({ facts, className = 'facts' }: { readonly facts: readonly Fact[]; readonly className?: string }) {
  return (
    <dl className={className}>
      {facts.map((fact) => (
        <div key={fact.key} className="pair">
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** 0 to 4 as four bars; the words say the same. */
export function Score({ score, spoken }: { readonly score: number; readonly spoken: string }) {
  return (
    <span className="score" role="img" aria-label={spoken}>
      {[1, 2, 3, 4].map((step) => (
        <i key={step} className={step <= score ? 'on' : undefined} />
      ))}
    </span>
  )
}

export type StatusKind = 'late' | 'today' | 'soon' | 'later'
const ICONS = { late: LateIcon, today: DueTodayIcon, soon: ClockIcon, later: CalendarIcon } as const
/** Icon, word and colour together; only «over fristen» has a ground. */
export function Status({ kind, children }: { readonly kind: StatusKind; readonly children: ReactNode }) {
  const Icon = ICONS[kind]
  return (
    <span className={`status status-${kind}`}>
      <Icon aria-hidden />
      {children}
    </span>
  )
}

/** Amber: needs a look. */
export function LookNote({ children }: { readonly children: ReactNode }) {
  return (
    <div className="note note-warn">
      <CareIcon aria-hidden />
      <div>{children}</div>
    </div>
  )
}

/** Red: a real risk, never anything else. */
export function RiskNote({ children }: { readonly children: ReactNode }) {
  return (
    <p className="note note-danger">
      <GavelIcon aria-hidden />
      <span>{children}</span>
    </p>
  )
}
