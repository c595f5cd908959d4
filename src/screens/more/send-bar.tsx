// «Send nå»: how far it has come while it runs, and what came of it. It says «sendt» only when nothing waits any more;
// a refusal is never called «uten nett».

import { useState } from 'react'
import type { Progress, Sending } from '#device/casebook.ts'
import type { Say } from '#texts/say.ts'
import { MainButton } from '../parts/button.tsx'
import { Bar } from '../parts/shell.tsx'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { recordsIn } from './sending-rows.ts'

type Outcome = 'sending' | 'done' | 'unreachable'

export function SendBar({ sending }: { readonly sending: Sending }) {
  const say = useSay()
  const casebook = useCasebook()
  const [outcome, setOutcome] = useState<Outcome>()
  const [at, setAt] = useState<Progress>()
  const send = async () => {
    setAt(undefined)
    setOutcome('sending')
    setOutcome(await casebook.sendNow(setAt))
  }
  const said = outcomeWords(outcome, at, sending, say)
  return (
    <Bar state={said === '' ? undefined : <span className="bf-meta">{said}</span>}>
      <MainButton isBusy={outcome === 'sending'} onPress={() => void send()}>
        {say(sending.isOnline ? 'sending.send' : 'sending.try')}
      </MainButton>
    </Bar>
  )
}

function outcomeWords(outcome: Outcome | undefined, at: Progress | undefined, sending: Sending, say: Say): string {
  if (outcome === undefined) return ''
  if (outcome === 'sending')
    return at === undefined || at.of === 0 ? say('sending.now') : say('sending.fetching', { n: at.lanes, of: at.of })
  if (sending.refused !== undefined) return say('sending.refusedNow')
  if (outcome === 'unreachable') return say('sending.unreachable')
  const left = recordsIn(sending.waiting)
  return left === 0 ? say('sending.sent') : say('sending.sentSome', { n: left })
}
