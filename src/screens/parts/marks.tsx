// Progress, marks and stairs: the same marks for blocks, agreements and ways out; always with words beside them.

import { CheckmarkIcon } from './icons.ts'

export type MarkKind = 'done' | 'now' | 'none' | 'skipped'
export function Mark({ is }: { readonly is: MarkKind }) {
  return (
    <span className="bf-mark" data-is={is} aria-hidden>
      {is === 'done' ? <CheckmarkIcon fontSize="1.25rem" /> : null}
    </span>
  )
}

export interface Part {
  readonly is: 'done' | 'now' | 'rest'
  /** 0 to 1, for the part begun. */
  readonly filled?: number
}
/** Short bars, one per block; `spoken` says «Del 3 av 6». */
export function Progress({ parts, spoken }: { readonly parts: readonly Part[]; readonly spoken: string }) {
  const placed = parts.map((part, place) => ({ ...part, place }))
  return (
    <div className="bf-progress" role="img" aria-label={spoken}>
      {placed.map((part) => (
        <i key={part.place} data-is={part.is} style={part.filled === undefined ? undefined : filledTo(part.filled)} />
      ))}
    </div>
  )
}

const filledTo = (share: number): Record<string, string> => ({ '--part': `${Math.round(share * 100)}%` })

const STEP = 24
/** Five steps rising: filled to now, dashed to wanted, grey above. The level always stands beside it in words. */
export function Stairs({ now, wanted, spoken }: { readonly now?: number; readonly wanted?: number; readonly spoken: string }) {
  return (
    <svg className="bf-stairs" viewBox="0 0 120 52" role="img" aria-label={spoken}>
      {[0, 1, 2, 3, 4].map((level) => {
        const height = 10 + level * 10
        const kind = now !== undefined && level <= now ? 'now' : wanted !== undefined && level <= wanted ? 'goal' : 'rest'
        return <rect key={level} className={kind} x={level * STEP + 1} y={51 - height} width={STEP - 4} height={height} rx={3} />
      })}
    </svg>
  )
}
