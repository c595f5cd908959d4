// Prints the table: What | PouchDB | RxDB | Bofast | Target | reached?, and under it what lies behind each figure.

import type { Row } from './measure.ts'

const HEAD = ['What', 'PouchDB', 'RxDB', 'Bofast', 'Target', 'reached?'] as const
const WIDEST = 74

export function table(rows: readonly Row[]): string {
  const cells = rows.map(({ what, pouch = '', rx = '', ours, target, reached }) => [
    what,
    pouch,
    rx,
    ours,
    target,
    reached === undefined ? '' : reached ? 'yes' : 'NO',
  ])
  const widths = HEAD.map((name, i) => Math.min(WIDEST, Math.max(name.length, ...cells.map((line) => line[i]?.length ?? 0))))
  const lineOf = (line: readonly string[]): string => `| ${line.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const notes = rows.flatMap(({ what, note }) => (note ? [`  ${what.trim()}: ${note}`] : []))
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return [lineOf(HEAD), rule, ...cells.map(lineOf), ...(notes.length > 0 ? ['', 'Behind the figures:', ...notes] : [])].join('\n')
}
