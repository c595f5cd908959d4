// How to reach the resident: the caution about safe contact first, then the buttons. Nobody is offered a button for one
// who wants no contact.

import type { CaseView } from '#domain/case-view.ts'
import { termOf } from '#texts/terms.ts'
import { CallRow } from '../parts/call.tsx'
import { List, Note } from '../parts/cards.tsx'
import { nameOf, peopleOf } from '../people.ts'
import { useDay } from '../use-day.ts'
import { useSay } from '../use-say.tsx'
import { useAnswer, useCasebook } from '../use-session.tsx'

interface ReachProps {
  readonly view: CaseView
  /** Somebody rang or wrote from here. */
  readonly onReach?: (way: 'phone' | 'sms') => void
}
export function Reach({ view: { resident }, onReach }: ReachProps) {
  const say = useSay()
  const { name, phone, phone2, safeContactNote, contactStop } = resident
  return (
    <>
      {safeContactNote === undefined ? null : (
        <Note tone="care">
          <strong>{`${say('about.safeContact')}. `}</strong>
          {safeContactNote}
        </Note>
      )}
      {contactStop === undefined ? null : <Stopped stop={contactStop} />}
      {phone === undefined || contactStop !== undefined ? null : (
        <List>
          <Ring name={name} phone={phone} who={say('about.f.resident.phone')} {...(onReach ? { onReach } : {})} />
          {phone2 === undefined ? null : (
            <Ring name={name} phone={phone2} who={say('about.f.resident.phone2')} {...(onReach ? { onReach } : {})} />
          )}
        </List>
      )}
    </>
  )
}

function Stopped({ stop }: { readonly stop: NonNullable<CaseView['resident']['contactStop']> }) {
  const say = useSay()
  const day = useDay()
  return (
    <Note tone="care">
      {say('resident.contactStop', {
        what: termOf(say, 'contactStopScope', stop.scope) ?? say('term.contactStopScope.about_this_notice'),
        since: stop.since && day(stop.since),
      })}
    </Note>
  )
}

/** The words of an SMS say nothing about why (UX.md 3). */
function Ring({
  name,
  phone,
  who,
  ...reach
}: { readonly name: string; readonly phone: string; readonly who: string } & Pick<ReachProps, 'onReach'>) {
  const say = useSay()
  const { me } = useCasebook()
  const office = useAnswer({ ask: 'sending' })?.office ?? []
  return <CallRow name={name} who={who} phone={phone} sms={say('about.sms', { name: nameOf(peopleOf(office), me) })} {...reach} />
}
