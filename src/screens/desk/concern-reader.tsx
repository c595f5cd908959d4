// One concern at the office: what, who, what it builds on, what was done. It leaves the inbox when somebody says what
// was done with it; nothing is chosen beforehand.

import { useState } from 'react'
import type { ConcernView } from '#domain/case-view-events.ts'
import type { VisitView } from '#domain/case-view-visits.ts'
import { CONCERN_ACTIONS } from '#domain/codes.ts'
import type { Id, LaneId } from '#domain/ids.ts'
import { type Patch, type RecordRow, seenOf } from '#domain/register.ts'
import { markRead, takeBackRead } from '#domain/visit-read.ts'
import { handleConcern, reopenConcern } from '#domain/visit-start.ts'
import { termOf } from '#texts/terms.ts'
import { concernActionWords } from '../concern-words.ts'
import { Facts } from '../parts/desk-bits.tsx'
import { DeskButton } from '../parts/desk-button.tsx'
import { ChoiceList } from '../parts/desk-choices.tsx'
import { DeskLink } from '../parts/desk-link.tsx'
import { paths } from '../paths.ts'
import { nameOf } from '../people.ts'
import { useCasebook } from '../use-session.tsx'
import { useDo } from './acknowledge.ts'
import type { LogContext } from './log-lines.ts'
import { VisitLog } from './visit-log.tsx'
import { whenWords } from './when.ts'

export interface ConcernReaderProps {
  readonly lane: LaneId
  readonly concern: ConcernView
  readonly visit: VisitView | undefined
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly context: LogContext
  readonly backTo: string
  readonly onDone: () => void
}

export function ConcernReader({ lane, concern, visit, rows, context, backTo, onDone }: ConcernReaderProps) {
  const { say, today } = context
  const { me } = useCasebook()
  const { isBusy, refusal, act } = useDo()
  const [taken, setTaken] = useState<(typeof CONCERN_ACTIONS)[number]>()
  const [isMissing, setMissing] = useState(false)
  const finish = async () => {
    setMissing(taken === undefined)
    if (taken === undefined) return
    const row = rows.get(concern.id)
    const patch = handleConcern(lane, concern.id, { taken, on: today }, me, row, seenOf(row))
    const takeBack = (handled: Patch, written: Id) => reopenConcern(handled, written, row)
    if (await act([patch], { text: say('concern.settled', { name: context.resident }), backTo, takeBack })) onDone()
  }
  return (
    <>
      <Facts className="log" facts={factsOf(concern, context)} />
      {concern.code === 'C-STAFF' && context.people.get(me)?.roles.includes('leader') ? (
        <DeskLink to={paths.more}>{say('safety.title')}</DeskLink>
      ) : null}
      {concern.status === 'open' ? (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            void finish()
          }}
        >
          <ChoiceList
            legend={say('concern.what')}
            options={CONCERN_ACTIONS.map((code) => ({ code, text: termOf(say, 'concernAction', code) ?? code }))}
            chosen={taken}
            onChoose={(code) => setTaken(CONCERN_ACTIONS.find((one) => one === code))}
          />
          <div className="ack">
            <DeskButton tone="main" isBusy={isBusy} isSubmit>
              {say('concern.handled')}
            </DeskButton>
            <span className="unsaved" role="alert">
              {refusal ? say(`refusal.${refusal.kind}`) : isMissing && taken === undefined ? say('concern.pick') : ''}
            </span>
          </div>
        </form>
      ) : (
        <ReadConcern lane={lane} concern={concern} rows={rows} context={context} backTo={backTo} onDone={onDone} />
      )}
      {visit === undefined ? null : (
        <section className="reader-block">
          <VisitLog visit={visit} context={context} />
        </section>
      )}
    </>
  )
}

/** Handled where it was seen; here it is only read, once. */
function ReadConcern({ concern, rows, context, backTo, onDone }: Omit<ConcernReaderProps, 'visit'>) {
  const { say } = context
  const { me, newId } = useCasebook()
  const { isBusy, refusal, act } = useDo()
  const row = rows.get(concern.id)
  const receipt = row && markRead(row, rows, me, newId)
  if (receipt === undefined) return null
  const read = async () => {
    if (await act([receipt], { text: say('read.done', { name: context.resident }), backTo, takeBack: takeBackRead })) onDone()
  }
  return (
    <div className="ack">
      <DeskButton tone="main" isBusy={isBusy} onPress={() => void read()}>
        {say('read.button')}
      </DeskButton>
      <span className="unsaved" role="alert">
        {refusal ? say(`refusal.${refusal.kind}`) : ''}
      </span>
    </div>
  )
}

function factsOf(concern: ConcernView, context: LogContext) {
  const { say, people } = context
  const action = concern.action
  const done = action && [concernActionWords(say, context.language, concern.code, action.taken), action.note].filter(Boolean).join('. ')
  const basis = termOf(say, 'basis', concern.basis)
  return [
    ...(concern.made
      ? [
          {
            key: 'made',
            label: say('concern.raisedLabel'),
            value: say('concern.raised', { name: nameOf(people, concern.made.by), day: whenWords(context, concern.made.at) }),
          },
        ]
      : []),
    { key: 'urgency', label: say('concern.urgency'), value: termOf(say, 'urgency', concern.urgency) },
    ...(basis ? [{ key: 'basis', label: say('concern.basis'), value: basis }] : []),
    { key: 'done', label: say('concern.done'), value: done || say('concern.noAction') },
  ]
}
