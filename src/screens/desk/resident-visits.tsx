// The middle at the resident: one visit open with «Les og kvitter», earlier ones under it, each unfolding to the same log.

import { useRef } from 'react'
import type { VisitView } from '#domain/case-view-visits.ts'
import { visitDay } from '#domain/case-view-visits.ts'
import type { Id } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { shortDate } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { paths } from '../paths.ts'
import { useAcknowledge } from './acknowledge.ts'
import { useDesk } from './desk-state.tsx'
import { unreadBy } from './inbox-items.ts'
import type { LogContext } from './log-lines.ts'
import { isOnControl, useKeys } from './use-keys.ts'
import { VisitLog } from './visit-log.tsx'
import { readersOf, VisitReader } from './visit-reader.tsx'

export interface VisitsProps {
  readonly open: VisitView | undefined
  readonly all: readonly VisitView[]
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly context: LogContext
}

export function Visits({ open, all, rows, context }: VisitsProps) {
  if (open === undefined) return <p className="gone">{context.say('office.visitsNone')}</p>
  const earlier = all.filter((visit) => visit.id !== open.id)
  return (
    <>
      <OpenVisit visit={open} rows={rows} context={context} />
      {earlier.length === 0 ? null : (
        <>
          <h2 className="h2 earlier">{context.say('office.earlier')}</h2>
          <ul className="events">
            {earlier.map((visit) => (
              <Earlier key={visit.id} visit={visit} context={context} />
            ))}
          </ul>
        </>
      )}
    </>
  )
}

function OpenVisit({
  visit,
  rows,
  context,
}: {
  readonly visit: VisitView
  readonly rows: VisitsProps['rows']
  readonly context: LogContext
}) {
  const box = useRef<HTMLFormElement>(null)
  const { isBusy, refusal, acknowledge } = useAcknowledge(visit, rows, context.resident, paths.resident(visit.lane))
  const { me } = useDesk()
  const read = () => void acknowledge()
  const isUnread = unreadBy(visit, me).length > 0
  useKeys({
    e: () => (isUnread ? read() : false),
    Enter: (event) => (isUnread && !isOnControl(event.target) ? read() : false),
    r: () => box.current?.querySelector('input')?.focus(),
  })
  return <VisitReader visit={visit} context={context} doing={{ isBusy, refusal }} onRead={read} replyBox={box} />
}

function Earlier({ visit, context }: { readonly visit: VisitView; readonly context: LogContext }) {
  const { say, language } = context
  const { me } = useDesk()
  const day = visitDay(visit)
  const readers = readersOf(visit, context, me)
  return (
    <li>
      <details>
        <summary>
          <span className="num">{day && shortDate(language, day)}</span>
          <span>
            <span className="block">{[termOf(say, 'visitKind', visit.kind), visit.why].filter(Boolean).join(': ')}</span>
            <span className="sub block">
              {[termOf(say, 'outcome', visit.outcome), readers.length === 0 ? say('read.unread') : readers.join(' · ')]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </span>
        </summary>
        <div className="event-log">
          <VisitLog visit={visit} context={context} isTitled={false} />
        </div>
      </details>
    </li>
  )
}
