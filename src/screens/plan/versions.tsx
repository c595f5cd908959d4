// Every version of the plan, the newest first, each with what it changed and how it was agreed on. Two made at the same time
// are a choice: one is taken, the other is set aside with its reason and stays here.

import { useState } from 'react'
import type { RecordRefusal } from '#device/casebook.ts'
import { type PlanView, struckPlans } from '#domain/case-view-plan.ts'
import { setAside } from '#domain/plan-acts.ts'
import { isUnanswered, rivalsOf, statusOn } from '#domain/plan-versions.ts'
import { asText, part } from '#domain/reading.ts'
import { inSentence, longDate } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { OutlineButton } from '../parts/button.tsx'
import { Empty, LinkRow, List, Note, Section } from '../parts/cards.tsx'
import { OfflineStrip, Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { peopleOf } from '../people.ts'
import { dotted } from '../today/visit-card.tsx'
import { useUi } from '../ui-store.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { Changes } from './changes.tsx'
import type { OfPlan } from './editing.tsx'
import { useProposalTitle } from './proposal.ts'

const UNDO_MS = 10_000
export function Versions({ view, answer }: OfPlan) {
  const say = useSay()
  const plans = [...view.plans].sort((a, b) => b.version - a.version)
  const rivals = rivalsOf(view.plans)
  return (
    <Screen
      header={{ title: say('planEdit.versions'), sub: view.resident.name, back: paths.plan(view.lane) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
    >
      {rivals.length > 0 ? <Note tone="care">{say('planEdit.rivals')}</Note> : null}
      {plans.length === 0 ? <Empty>{say('plan.none')}</Empty> : null}
      {plans.map((plan) => (
        <Version key={plan.id} plan={plan} view={view} answer={answer} isRival={rivals.includes(plan)} rivals={rivals} />
      ))}
      <Struck view={view} answer={answer} />
    </Screen>
  )
}

type OneVersion = OfPlan & { readonly plan: PlanView; readonly isRival: boolean; readonly rivals: readonly PlanView[] }

function Version({ plan, view, answer, isRival, rivals }: OneVersion) {
  const say = useSay()
  const language = useLanguage()
  const title = useProposalTitle(view, peopleOf(answer.office))(plan)
  const days =
    plan.startDate &&
    say('planEdit.fromTo', { from: longDate(language, plan.startDate), to: plan.endDate && longDate(language, plan.endDate) })
  const signed = plan.signatures.map(({ who, how }) => dotted(who, inSentence(termOf(say, 'signedHow', how) ?? how))).join(', ')
  return (
    <Section
      title={say('plan.version', { n: plan.version, how: inSentence(say(`term.planStatus.${statusOn(plan, answer.today)}`)) })}
      aside={plan.why && say(`planEdit.why.${plan.why}`)}
    >
      {plan.isYesLost && isUnanswered(plan) ? <Note tone="care">{say('planEdit.yesLost')}</Note> : null}
      <p className="bf-meta">{dotted(days, signed, plan.endReason)}</p>
      {isUnanswered(plan) ? <p className="bf-text bf-strong">{title}</p> : null}
      <WhatItSays plan={plan} view={view} answer={answer} />
      {isRival ? <Take plan={plan} rivals={rivals} title={title} view={view} answer={answer} /> : null}
      {isUnanswered(plan) && !isRival ? (
        <List>
          <LinkRow to={paths.plan(view.lane, 'read', plan.id)} title={say('plan.readTogether')} />
        </List>
      ) : null}
    </Section>
  )
}

/** What a version changes; of the first one, the resident's wish. */
function WhatItSays({ plan, view, answer }: OfPlan & Pick<OneVersion, 'plan'>) {
  const say = useSay()
  const before = view.plans.find(({ id }) => id === plan.previous)
  if (before !== undefined) return <Changes now={plan} before={before} residentName={view.resident.name} people={peopleOf(answer.office)} />
  const wish = plan.residentsWish
  return <p className="bf-quote">{wish === undefined ? say('plan.wishOpen') : say('resident.quote', { words: wish })}</p>
}

/** Set aside, never lost: whose it was, why, and every word of it. */
function Struck({ view, answer }: OfPlan) {
  const say = useSay()
  const titleOf = useProposalTitle(view, peopleOf(answer.office))
  return struckPlans([...answer.rows.values()]).map((plan) => {
    const row = answer.rows.get(plan.id)
    return (
      <Section key={plan.id} title={say('planEdit.struck', { n: plan.version })}>
        <p className="bf-text bf-strong">{titleOf(plan)}</p>
        <p className="bf-meta">{row && asText(part(row, 'void', 'reason'))}</p>
        <WhatItSays plan={plan} view={view} answer={answer} />
      </Section>
    )
  })
}

/** The words of the others stay in the record, with why they were set aside. */
function Take({ plan, rivals, title, answer }: OfPlan & Pick<OneVersion, 'plan' | 'rivals'> & { readonly title: string }) {
  const say = useSay()
  const casebook = useCasebook()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const [refusal, setRefusal] = useState<RecordRefusal['kind']>()
  const take = async () => {
    const others = rivals.filter(({ id, version }) => id !== plan.id && version === plan.version)
    const patches = others.flatMap(({ id }) => {
      const row = answer.rows.get(id)
      return row ? [setAside(row, say('planEdit.setAside'))] : []
    })
    const done = await casebook.record(patches, { holdMs: UNDO_MS })
    setRefusal(done.ok ? undefined : done.refusal.kind)
    if (done.ok) offerUndo({ text: say('planEdit.taken'), undo: done.undo })
  }
  return (
    <>
      <OutlineButton label={say('planEdit.takeNamed', { words: title })} onPress={() => void take()}>
        {say('planEdit.take')}
      </OutlineButton>
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </>
  )
}
