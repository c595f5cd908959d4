// A goal over time, as the resident and as we rate it, side by side. Drawn by hand: five lines for the levels, in words,
// a filled dot for the resident and a hollow square for us. Ratings of the same day stand apart and nothing is averaged;
// the same numbers stand in a table for those who hear it. A fall is a line like any other, never red.

import './score-chart.css'
import { dayNumber } from '#domain/calendar.ts'
import type { LocalDate } from '#domain/ids.ts'

export interface ChartPoint {
  readonly id: string
  readonly on: LocalDate
  readonly score: number
}
export interface ChartSeries {
  readonly is: 'resident' | 'worker'
  readonly name: string
  /** Oldest first. */
  readonly points: readonly ChartPoint[]
}
export interface ChartMark {
  readonly is: 'began' | 'wanted'
  readonly name: string
  readonly level: number
}
interface ScoreChartProps {
  readonly series: readonly ChartSeries[]
  /** «Klarer selv» first. */
  readonly levels: readonly string[]
  readonly spoken: string
  /** Levels that are no rating: where it began, and where it is to go. */
  readonly marks?: readonly ChartMark[]
  readonly from: string
  readonly to: string
}

export function ScoreChart({ series, levels, spoken, marks = [], from, to }: ScoreChartProps) {
  const days = series.flatMap(({ points }) => points.map(({ on }) => dayNumber(on)))
  const [first, last] = [Math.min(...days), Math.max(...days)]
  const x = (on: LocalDate) => (first === last ? '50%' : `${4 + (92 * (dayNumber(on) - first)) / (last - first)}%`)
  const y = (score: number) => `${10 + 20 * (4 - score)}%`
  return (
    <figure className="bf-chart">
      <div className="bf-chart__plot">
        <ol className="bf-chart__levels" aria-hidden>
          {levels.map((level) => (
            <li key={level}>{level}</li>
          ))}
        </ol>
        <div className="bf-chart__field">
          <svg role="img" aria-label={spoken}>
            {[4, 3, 2, 1, 0].map((level) => (
              <line key={level} className="grid" x1="0" x2="100%" y1={y(level)} y2={y(level)} />
            ))}
            {marks.map(({ is, level }) => (
              <line key={is} className={is} x1="0" x2="100%" y1={y(level)} y2={y(level)} />
            ))}
            {series.map(({ is, points }) => (
              <g key={is} className={is}>
                {steps(points).map(([a, b]) => (
                  <line key={`${a.id} ${b.id}`} x1={x(a.on)} y1={y(a.score)} x2={x(b.on)} y2={y(b.score)} />
                ))}
                {points.map(({ id, on, score }) => (
                  <Point key={id} is={is} x={x(on)} y={y(score)} />
                ))}
              </g>
            ))}
          </svg>
        </div>
      </div>
      <figcaption className="bf-chart__feet" aria-hidden>
        <span>{from}</span>
        <span className="bf-chart__key">
          {[...series, ...marks].map(({ is, name }) => (
            <span key={is} data-is={is}>
              {name}
            </span>
          ))}
        </span>
        <span>{to}</span>
      </figcaption>
    </figure>
  )
}

const Point = ({ is, x, y }: { readonly is: ChartSeries['is']; readonly x: string; readonly y: string }) =>
  is === 'resident' ? <circle cx={x} cy={y} r="6" /> : <rect x={x} y={y} width="12" height="12" rx="2" transform="translate(-6 -6)" />

/** From every rating of one day to every rating of the next: where two heard different things the line parts. */
function steps(points: readonly ChartPoint[]): readonly (readonly [ChartPoint, ChartPoint])[] {
  const days = [...new Set(points.map(({ on }) => on))]
  return days.flatMap((day, i) => {
    const next = days[i + 1]
    const to = points.filter(({ on }) => on === next)
    return points.filter(({ on }) => on === day).flatMap((a) => to.map((b) => [a, b] as const))
  })
}
