// Sending og lagring: two facts apart (what waits here, when the office last answered), then what waits and why, what is
// sent, what the office has, what it looks at, and what lies on this phone. Calm accounting; a concern that is not known
// to be at the office stands before everything else.

import type { Answer, Waiting } from '#device/casebook.ts'
import { isLocalDate } from '#domain/ids.ts'
import { howLong } from '#texts/ago.ts'
import { dateOfInstant, shortDate } from '#texts/format.ts'
import { Loading } from '../loading.tsx'
import { LinkRow, List, Note, Section } from '../parts/cards.tsx'
import { SaveState } from '../parts/save-state.tsx'
import { OfflineStrip, Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { peopleOf } from '../people.ts'
import { savedOf } from '../today/saved-of.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer, useCasebook } from '../use-session.tsx'
import { OnThisPhone } from './on-this-phone.tsx'
import { receivedOf } from './received.ts'
import { SendBar } from './send-bar.tsx'
import { SendingFacts } from './sending-facts.tsx'
import { SendingList } from './sending-list.tsx'
import { isUnsentConcern, oldestOf } from './sending-rows.ts'
import { useTakenIn } from './use-taken-in.ts'

export function SendingScreen() {
  const answer = useAnswer({ ask: 'residents' })
  return answer === undefined ? <Loading /> : <Account answer={answer} />
}

function Account({ answer }: { readonly answer: Answer }) {
  const say = useSay()
  const { sending } = answer
  const takenIn = useTakenIn(sending)
  const concerns = sending.waiting.filter(isUnsentConcern)
  const rest = sending.waiting.filter((one) => !isUnsentConcern(one))
  return (
    <Screen
      header={{ title: say('sending.title'), back: paths.more }}
      strip={<OfflineStrip isOnline={sending.isOnline || sending.refused !== undefined} />}
      bar={<SendBar sending={sending} />}
    >
      <SendingList title={say('sending.concernTitle')} waiting={concerns} answer={answer} />
      {sending.refused === undefined ? null : <Note tone="care">{say(`sending.refused.${sending.refused}`)}</Note>}
      <SendingFacts answer={answer} />
      <TooLong answer={answer} />
      <SendingList title={say('sending.waitsTitle')} waiting={rest} answer={answer} />
      <SendingList title={say('sending.heldTitle')} waiting={sending.held} answer={answer} />
      <SendingList title={say('sending.closedTitle')} waiting={sending.closed} answer={answer} isClosed />
      <SendingList title={say('sending.sentTitle')} waiting={sending.atOffice} answer={answer} />
      <SendingList title={say('sending.takenInTitle')} waiting={takenIn.map(received)} answer={answer} />
      <AtTheOffice answer={answer} />
      <OnThisPhone answer={answer} />
    </Screen>
  )
}

const received = ({ why: _why, ...one }: Waiting): Waiting => ({ ...one, state: 'settled' })

const A_DAY_MS = 86_400_000
/** Grey until the oldest has waited more than a day; then somebody must do something (look book 4). */
function TooLong({ answer: { sending } }: { readonly answer: Answer }) {
  const say = useSay()
  const language = useLanguage()
  const now = useCasebook().now()
  const oldest = oldestOf(sending.waiting)
  if (oldest === undefined || Date.parse(now) - Date.parse(oldest) <= A_DAY_MS) return null
  return <Note tone="care">{say('sending.tooLong', { time: howLong(language, oldest, now) })}</Note>
}

/** What has come back from the office: my own visits, and who has read them. */
function AtTheOffice({ answer }: { readonly answer: Answer }) {
  const say = useSay()
  const language = useLanguage()
  const { me } = useCasebook()
  const received = receivedOf(answer.summaries, answer.states, me)
  if (received.length === 0) return null
  const given = { states: answer.states, me, people: peopleOf(answer.office), language, today: answer.today }
  return (
    <Section title={say('sending.receivedTitle')}>
      <List>
        {received.map(({ home, visit, at }) => {
          const saved = savedOf(visit, given)
          const day = dateOfInstant(at)
          return (
            <LinkRow
              key={visit.id}
              to={paths.visit(home.lane, visit.id)}
              title={say('sending.of', { what: say('term.recordType.visit'), name: home.name })}
              sub={
                <span className="bf-row">
                  {saved === undefined ? null : <SaveState saved={saved} />}
                  {isLocalDate(day) ? <span className="bf-num">{shortDate(language, day)}</span> : null}
                </span>
              }
            />
          )
        })}
      </List>
    </Section>
  )
}
