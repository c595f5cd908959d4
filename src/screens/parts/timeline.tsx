// What has happened, newest first: dots on a line, each with its words and how far it has come.

import './resident.css'
import type { ReactNode } from 'react'
import { useSay } from '../use-say.tsx'
import { CareIcon } from './icons.ts'

export function Timeline({ children }: { readonly children: ReactNode }) {
  return <ol className="bf-timeline">{children}</ol>
}

export function TimelineEntry({
  title,
  when,
  notes,
  state,
  is,
}: {
  readonly title: string
  readonly when: string
  readonly notes: readonly string[]
  readonly state?: ReactNode
  readonly is?: 'today' | 'care' | 'risk'
}) {
  return (
    <li data-is={is}>
      <div className="bf-lines">
        <span className="bf-text">{title}</span>
        <span className="bf-meta">{when}</span>
        {notes.map((note) => (
          <span key={note} className="bf-small">
            {note}
          </span>
        ))}
        {state}
      </div>
    </li>
  )
}

/** A concern the office does not have yet is amber until it does, and never reads as sent. */
export function ConcernNotSent({ isTried }: { readonly isTried: boolean }) {
  const say = useSay()
  return (
    <span className="bf-savestate bf-savestate--care">
      <CareIcon aria-hidden fontSize="1.125rem" />
      {say(isTried ? 'save.concernTried' : 'save.concernOnlySaved')}
    </span>
  )
}
