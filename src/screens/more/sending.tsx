// Sending og lagring: two facts apart (what waits here, when the office last answered), then what waits and why, what is
// sent, what the office looks at, and what lies on this phone. Calm accounting.

import { useState } from 'react'
import type { Answer, Sending } from '#device/casebook.ts'
import { isLocalDate } from '#domain/ids.ts'
import { howLong } from '#texts/ago.ts'
import { clockOf, dateOfInstant, weekdayDate } from '#texts/format.ts'
import { Loading } from '../loading.tsx'
import { MainButton } from '../parts/button.tsx'
import { List, ListRow, Note, Section } from '../parts/cards.tsx'
import { SavedIcon, SentIcon } from '../parts/icons.ts'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { dotted } from '../today/visit-card.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer, useCasebook } from '../use-session.tsx'
import { SendingList } from './sending-list.tsx'
import { recordsIn } from './sending-rows.ts'

export function SendingScreen() {
  const answer = useAnswer({ ask: 'residents' })
  const say = useSay()
  if (answer === undefined) return <Loading />
  const { sending } = answer
  return (
    <Screen
      header={{ title: say('sending.title'), back: paths.more }}
      strip={<OfflineStrip isOnline={sending.isOnline} />}
      bar={<SendBar sending={sending} />}
    >
      <TwoFacts answer={answer} />
      <SendingList title={say('sending.waitsTitle')} waiting={sending.waiting} answer={answer} />
      <SendingList title={say('sending.sentTitle')} waiting={sending.atOffice} answer={answer} />
      <SendingList title={say('sending.heldTitle')} waiting={sending.held} answer={answer} />
      <OnThisPhone answer={answer} />
    </Screen>
  )
}

function TwoFacts({ answer: { sending, today } }: { readonly answer: Answer }) {
  const say = useSay()
  const language = useLanguage()
  const n = recordsIn(sending.waiting)
  const { updatedAt } = sending
  const on = updatedAt && dateOfInstant(updatedAt)
  const isToday = on === today
  const date = isLocalDate(on) ? weekdayDate(language, on) : ''
  const oldest = useOldest(sending)
  return (
    <List>
      <ListRow
        lead={<SentIcon aria-hidden fontSize="1.75rem" />}
        title={
          <strong className="bf-strong">
            {n === 0 ? say('sending.nothingWaits') : say(sending.isOnline ? 'sending.waitingOnline' : 'sending.waiting', { n })}
          </strong>
        }
        sub={dotted(say(n === 0 ? 'sending.nothingWaitsHelp' : sending.isSyncing ? 'sending.now' : 'sending.byItself'), oldest)}
      />
      <ListRow
        lead={<SavedIcon aria-hidden fontSize="1.75rem" />}
        title={
          <strong className="bf-strong">
            {updatedAt === undefined
              ? say('sending.never')
              : isToday
                ? say('sending.updated', { time: clockOf(updatedAt) })
                : say('sending.updatedOn', { date })}
          </strong>
        }
        sub={isToday ? say('sending.today', { date }) : undefined}
      />
    </List>
  )
}

/** «den eldste har ventet 2 timer» */
function useOldest({ waiting }: Sending): string {
  const say = useSay()
  const language = useLanguage()
  const now = useCasebook().now()
  const oldest = waiting.map((one) => one.at).sort()[0]
  return oldest === undefined ? '' : say('sending.oldest', { time: howLong(language, oldest, now) })
}

function OnThisPhone({ answer: { sending, summaries } }: { readonly answer: Answer }) {
  const say = useSay()
  const language = useLanguage()
  const { canSendWhileLocked, usedBytes, isPersistent } = sending
  return (
    <Section title={say('sending.here')}>
      <p className="bf-text">
        {[
          summaries.length === 0 ? '' : say('sending.homes', { n: summaries.length }),
          say(canSendWhileLocked ? 'sending.whileLocked' : 'sending.notWhileLocked'),
          usedBytes === undefined ? '' : say('sending.used', { size: megabytes(usedBytes, language) }),
          isPersistent === true ? say('sending.persistent') : '',
        ]
          .filter(Boolean)
          .join(' ')}
      </p>
      {isPersistent === false ? <Note tone="care">{say('sending.notPersistent')}</Note> : null}
    </Section>
  )
}

const MEGABYTE = 1_000_000
const megabytes = (bytes: number, language: string): string =>
  new Intl.NumberFormat(language === 'en' ? 'en' : 'nb', {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: bytes < 10 * MEGABYTE ? 1 : 0,
  }).format(bytes / MEGABYTE)

function SendBar({ sending }: { readonly sending: Sending }) {
  const say = useSay()
  const casebook = useCasebook()
  const [outcome, setOutcome] = useState<'sending' | 'done' | 'unreachable'>()
  const send = async () => {
    setOutcome('sending')
    setOutcome(await casebook.sendNow())
  }
  const said = outcome === 'done' ? say('sending.sent') : outcome === 'unreachable' ? say('sending.unreachable') : ''
  return (
    <Bar state={said === '' ? undefined : <span className="bf-meta">{said}</span>}>
      <MainButton isBusy={outcome === 'sending'} onPress={() => void send()}>
        {say(sending.isOnline ? 'sending.send' : 'sending.try')}
      </MainButton>
    </Bar>
  )
}
