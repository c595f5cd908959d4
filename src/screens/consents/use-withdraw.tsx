// «Trekk»: one tap, no reason. It counts at once; ten seconds take it back without a trace. What follows from it stands on
// the screen, and the tasks are made in the same go.

import { useState } from 'react'
import type { RecordRefusal } from '#device/casebook.ts'
import type { MemberView } from '#domain/case-view-group.ts'
import type { ConsentView } from '#domain/consent.ts'
import { type Consequence, consequencesOf, withdrawConsent } from '#domain/consent-acts.ts'
import type { Id, LaneId } from '#domain/ids.ts'
import type { Say } from '#texts/say.ts'
import { Card, Note } from '../parts/cards.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { peopleOf } from '../people.ts'
import { useUi } from '../ui-store.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { consentTitle } from './consent-words.ts'
import type { OfConsents } from './consents.tsx'

const UNDO_MS = 10_000

export interface Follows {
  readonly withdraw: (consent: ConsentView) => void
  readonly follows: readonly Consequence[]
  readonly refusal: RecordRefusal['kind'] | undefined
}

export function useWithdraw({ answer, view }: OfConsents): Follows {
  const say = useSay()
  const casebook = useCasebook()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const [follows, setFollows] = useState<readonly Consequence[]>([])
  const [refusal, setRefusal] = useState<RecordRefusal['kind']>()
  const act = async (consent: ConsentView) => {
    const { me, newId } = casebook
    const title = (one: Consequence) => (isTask(one) ? followWords(one, say) : undefined)
    const assignee = takerOf(view.group?.coordinator, answer, me)
    const made = withdrawConsent(consent, { view, rows: answer.rows, me, newId, today: answer.today, title, assignee })
    if (!made.ok) return
    const isDesk = casebook.kind === 'desk'
    const recorded = await casebook.record(made.value, isDesk ? {} : { holdMs: UNDO_MS })
    setRefusal(recorded.ok ? undefined : recorded.refusal.kind)
    if (!recorded.ok) return
    setFollows(consequencesOf(view, consent, answer.today))
    const undo = async () => {
      const isUndone = await recorded.undo()
      if (isUndone) setFollows([])
      return isUndone
    }
    offerUndo({ text: say('consents.withdrawn', { what: consentTitle(view, consent, say) }), ...(isDesk ? {} : { undo }) })
  }
  return { withdraw: (consent) => void act(consent), follows, refusal }
}

/** The coordinator of the group when she works here, by her id or her name; else whoever heard it. */
function takerOf(coordinator: MemberView | undefined, { office }: OfConsents['answer'], me: Id): Id {
  const people = [...peopleOf(office).values()]
  const named = people.filter(({ name }) => name === coordinator?.name)
  const taker = people.find(({ id }) => id === coordinator?.user) ?? (named.length === 1 ? named[0] : undefined)
  return taker?.id ?? me
}

/** The plan is a question and a pause is done; the rest somebody has to do. */
const isTask = ({ is }: Consequence): boolean => is !== 'askAboutPlan' && is !== 'measurePaused'

function followWords(one: Consequence, say: Say): string {
  switch (one.is) {
    case 'stopDeduction':
      return say('consents.follow.stopDeduction', { what: say(`term.consentKind.${one.kind}`) })
    case 'tellMember':
      return say('consents.follow.tellMember', { name: one.name })
    case 'measurePaused':
      return say('consents.follow.measurePaused', { what: one.text })
    case 'tellLandlord':
    case 'keysBack':
    case 'askAboutPlan':
      return say(`consents.follow.${one.is}`)
  }
}

export function Followed({ follows, refusal, lane }: Pick<Follows, 'follows' | 'refusal'> & { readonly lane: LaneId }) {
  const say = useSay()
  if (refusal !== undefined) return <Note tone="care">{say(`refusal.${refusal}`)}</Note>
  if (follows.length === 0) return null
  return (
    <div role="status">
      <Card className="bf-card--gap">
        <h2 className="bf-h2">{say('consents.follows')}</h2>
        <ul className="bf-group">
          {follows.map((one) => (
            <li key={keyOf(one)} className="bf-text">
              {followWords(one, say)}
            </li>
          ))}
        </ul>
        {follows.some(isTask) ? <p className="bf-meta">{say('consents.tasksMade', { n: follows.filter(isTask).length })}</p> : null}
        {follows.some(({ is }) => is === 'askAboutPlan') ? <WordLink to={paths.plan(lane)}>{say('consents.toPlan')}</WordLink> : null}
      </Card>
    </div>
  )
}

const keyOf = (one: Consequence): Id | string => (one.is === 'tellMember' ? one.member : one.is === 'measurePaused' ? one.measure : one.is)
