// What was struck as written by mistake, at the foot of the history: never left out, with who, when and why (DESIGN.md 1,
// decision 11). The same words as on the phone.

import { readStruck } from '#domain/visit-struck.ts'
import { struckWords } from '../visit/struck.tsx'
import type { LogContext } from './log-lines.ts'

export function StruckVisits({ context: { rows, people, say, language, today } }: { readonly context: LogContext }) {
  const all = readStruck(rows)
  if (all.length === 0) return null
  return (
    <ul className="list gap-top">
      {all.map((struck) => {
        const { title, when } = struckWords({ struck, people, say, language, today })
        return (
          <li key={struck.id}>
            <s className="sub block">{title}</s>
            <span className="sub num block">{when}</span>
          </li>
        )
      })}
    </ul>
  )
}
