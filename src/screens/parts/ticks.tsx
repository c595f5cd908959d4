// A row one ticks off: the whole row is the target, the mark shows what it is now.

import './resident.css'
import type { ReactNode } from 'react'
import { Mark } from './marks.tsx'

export function TickRow({
  isDone,
  title,
  sub,
  onToggle,
}: {
  readonly isDone: boolean
  readonly title: ReactNode
  readonly sub?: ReactNode
  readonly onToggle: () => void
}) {
  return (
    <li className="bf-tickrow">
      {/* biome-ignore lint/a11y/useSemanticElements: the row is a button of 52 px whose state is spoken as a tick */}
      <button type="button" role="checkbox" aria-checked={isDone} className="bf-tick" onClick={onToggle}>
        <Mark is={isDone ? 'done' : 'none'} />
        <span className="bf-lines">
          <span className="bf-text">{title}</span>
          {sub === undefined ? null : <span className="bf-meta">{sub}</span>}
        </span>
      </button>
    </li>
  )
}
