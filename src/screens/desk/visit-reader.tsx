// The reader of one visit: the log, «Les og kvitter», a word back, and who has read it. Used in Innboks and at the resident.

import type { Ref } from 'react'
import type { VisitView } from '#domain/case-view-visits.ts'
import type { Id } from '#domain/ids.ts'
import { joined } from '#texts/format.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { CheckmarkIcon } from '../parts/desk-icons.ts'
import { nameOf } from '../people.ts'
import type { Doing } from './acknowledge.ts'
import { useDesk } from './desk-state.tsx'
import { unreadBy } from './inbox-items.ts'
import type { LogContext } from './log-lines.ts'
import { Reply } from './reply.tsx'
import { VisitLog } from './visit-log.tsx'
import { whenWords } from './when.ts'

export interface VisitReaderProps {
  readonly visit: VisitView
  readonly context: LogContext
  readonly doing: Doing
  readonly onRead: () => void
  readonly isTitled?: boolean
  readonly replyBox?: Ref<HTMLFormElement>
}

export function VisitReader({ visit, context, doing, onRead, isTitled = true, replyBox }: VisitReaderProps) {
  const { say, people, language } = context
  const { me } = useDesk()
  const writers = [...new Set(visit.contributions.map((one) => one.worker))].filter((worker) => worker !== me)
  const names = joined(
    language,
    writers.map((worker) => nameOf(people, worker)),
  )
  const isUnread = unreadBy(visit, me).length > 0
  const first = visit.contributions[0]
  return (
    <>
      <VisitLog visit={visit} context={context} isTitled={isTitled} />
      <div className="ack">
        {isUnread ? (
          <>
            <DeskButton tone="main" icon={<CheckmarkIcon aria-hidden />} isBusy={doing.isBusy} onPress={onRead}>
              {say('read.button')}
            </DeskButton>
            <span className="sub">{say('read.seen', { names })}</span>
          </>
        ) : (
          <ReadBy visit={visit} context={context} me={me} />
        )}
        {doing.refusal === undefined ? null : (
          <span className="sub unsaved" role="alert">
            {say(`refusal.${doing.refusal.kind}`)}
          </span>
        )}
      </div>
      {first === undefined || names === '' ? null : (
        <Reply lane={visit.lane} of={first.id} names={names} {...(replyBox ? { box: replyBox } : {})} />
      )}
    </>
  )
}

function ReadBy({ visit, context, me }: { readonly visit: VisitView; readonly context: LogContext; readonly me: Id }) {
  return <span className="sub num">{readersOf(visit, context, me).join(' · ')}</span>
}

/** «Lest av deg kl. 08.02», each reader once. */
export function readersOf(visit: VisitView, context: LogContext, me: Id): readonly string[] {
  const first = new Map(visit.contributions.flatMap((one) => one.readBy.map(({ user, at }) => [user, at] as const)))
  return [...first].map(([user, at]) => {
    const time = whenWords(context, at)
    return user === me ? context.say('read.byYou', { time }) : context.say('read.by', { name: nameOf(context.people, user), time })
  })
}
