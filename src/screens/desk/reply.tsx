// A word back to those who wrote: an addition to their visit, in the writer's own name. Until the office has it the text
// stays in memory and says «Ikke lagret».

import { type Ref, useState } from 'react'
import type { RecordRefusal } from '#device/casebook.ts'
import type { Id, LaneId } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { DeskField } from '../parts/desk-field.tsx'
import { SendIcon } from '../parts/desk-icons.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { useDesk } from './desk-state.tsx'

export function Reply({
  lane,
  of,
  names,
  box,
}: {
  readonly lane: LaneId
  readonly of: Id
  readonly names: string
  readonly box?: Ref<HTMLFormElement>
}) {
  const say = useSay()
  const casebook = useCasebook()
  const { record, unsent, keepUnsent } = useDesk()
  const [state, setState] = useState<'typing' | 'sending' | 'sent' | RecordRefusal>('typing')
  const text = unsent[of] ?? ''
  const type = (next: string) => {
    keepUnsent(of, next)
    setState('typing')
  }
  const send = async () => {
    if (text.trim() === '' || state === 'sending') return
    setState('sending')
    const recorded = await record([patch(lane, 'addendum', casebook.newId(), { of, text: text.trim() })])
    if (recorded.ok) keepUnsent(of, '')
    setState(recorded.ok ? 'sent' : recorded.refusal)
  }
  return (
    <form
      className="reply-box"
      ref={box}
      onSubmit={(event) => {
        event.preventDefault()
        void send()
      }}
    >
      <div className="reply">
        <DeskField label={say('read.reply', { names })} value={text} onChange={type} />
        <DeskButton icon={<SendIcon aria-hidden />} isBusy={state === 'sending'} isSubmit>
          {say('read.send')}
        </DeskButton>
      </div>
      <p className="reply-state sub" role="status">
        {typeof state === 'object' ? (
          <span className="unsaved">{say(`refusal.${state.kind}`)}</span>
        ) : state === 'sent' ? (
          say('read.sent')
        ) : text.trim() === '' ? (
          ''
        ) : (
          say('read.notSaved')
        )}
      </p>
    </form>
  )
}
