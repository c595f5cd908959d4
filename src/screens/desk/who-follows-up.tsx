// Who has the case now and since when, and the way to give it, take it or move it.

import { useState } from 'react'
import type { LaneAccess } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import { longDate } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { Sec } from '../parts/desk-bits.tsx'
import { DeskButton } from '../parts/desk-button.tsx'
import { nameOf } from '../people.ts'
import { useCasebook } from '../use-session.tsx'
import { AccessDialog } from './access-dialog.tsx'
import { useDesk } from './desk-state.tsx'
import type { LogContext } from './log-lines.ts'
import { civilDay } from './when.ts'

interface WhoProps {
  readonly view: CaseView
  /** Undefined where the office does not say. */
  readonly access: readonly LaneAccess[] | undefined
  readonly context: LogContext
}

export function WhoFollowsUp({ view, access, context }: WhoProps) {
  const { say } = context
  const { office } = useCasebook()
  const { me } = useDesk()
  const [isOpen, setOpen] = useState(false)
  if (access === undefined) return null
  const mayChange = office !== undefined && access.some((one) => one.user === me && one.role === 'coordinator')
  return (
    <Sec title={say('access.title')}>
      {access.length === 0 ? <p className="gone">{say('access.none')}</p> : null}
      <ul className="list access">
        {access.map((one) => (
          <li key={one.user}>
            <span className="block">{nameOf(context.people, one.user)}</span>
            <span className="sub block num">{sinceWords(one, context)}</span>
          </li>
        ))}
      </ul>
      {mayChange ? <DeskButton onPress={() => setOpen(true)}>{say('access.change')}</DeskButton> : null}
      {isOpen ? <AccessDialog view={view} access={access} onClose={() => setOpen(false)} /> : null}
    </Sec>
  )
}

/** «Følger opp siden 3. mars 2026» */
function sinceWords({ role, since, until }: LaneAccess, { say, language }: LogContext): string {
  const word = termOf(say, 'laneRole', role) ?? ''
  const [from, to] = [civilDay(since), until && civilDay(until)]
  if (to) return say('access.until', { role: word, day: longDate(language, to) })
  return from === undefined ? word : say('access.since', { role: word, day: longDate(language, from) })
}
