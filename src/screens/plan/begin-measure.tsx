// A measure that waits: what it waits for, the way to ask for it, and «Start» when nothing is missing any more. Of a proposal
// only what may be asked for already: nothing begins before the yes.

import { useState } from 'react'
import type { RecordRefusal } from '#device/casebook.ts'
import type { MeasureView, PlanView } from '#domain/case-view-plan.ts'
import { askingOf, consentsMissing, lacksTalk } from '#domain/plan-consents.ts'
import { isUnanswered } from '#domain/plan-versions.ts'
import { patch } from '#domain/records.ts'
import { seenOf } from '#domain/register.ts'
import { joined } from '#texts/format.ts'
import { OutlineButton } from '../parts/button.tsx'
import { List, Note, Section } from '../parts/cards.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useUi } from '../ui-store.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { OfPlan } from './editing.tsx'
import { knownOf } from './problems.tsx'

const UNDO_MS = 10_000

export function Waiting({ view, answer, plan }: OfPlan & { readonly plan: PlanView }) {
  const say = useSay()
  const known = knownOf(view, answer)
  const isProposal = isUnanswered(plan)
  const lacks = (measure: MeasureView): boolean => consentsMissing(askingOf(measure), known).length > 0
  const waiting = plan.measures.filter((measure) => measure.status === 'planned' && (!isProposal || lacks(measure)))
  if (waiting.length === 0) return null
  return (
    <Section title={say('planEdit.waiting')}>
      <List>
        {waiting.map((measure) => (
          <OneWaiting key={measure.id} measure={measure} isProposal={isProposal} view={view} answer={answer} />
        ))}
      </List>
    </Section>
  )
}

function OneWaiting({ measure, isProposal, view, answer }: OfPlan & { readonly measure: MeasureView; readonly isProposal: boolean }) {
  const say = useSay()
  const language = useLanguage()
  const known = knownOf(view, answer)
  const missing = consentsMissing(askingOf(measure), known)
  const isTalkMissing = lacksTalk(askingOf(measure), known)
  const what = joined(
    language,
    missing.map((kind) => say(`term.consentKind.${kind}`)),
  )
  return (
    <li>
      <p className="bf-text">{measure.text}</p>
      {missing.length === 0 ? null : <p className="bf-meta">{say('planEdit.waitsConsent', { what })}</p>}
      {isTalkMissing && !isProposal ? <p className="bf-meta">{say('planEdit.waitsTalk')}</p> : null}
      {missing.length > 0 ? (
        <WordLink to={paths.consents(view.lane, 'ask', measure.id)}>{say('planEdit.askConsent')}</WordLink>
      ) : isTalkMissing ? null : (
        <Begin measure={measure} view={view} answer={answer} />
      )}
    </li>
  )
}

function Begin({ measure, view, answer }: OfPlan & { readonly measure: MeasureView }) {
  const say = useSay()
  const casebook = useCasebook()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const [refusal, setRefusal] = useState<RecordRefusal['kind']>()
  const begin = async () => {
    const seen = seenOf(answer.rows.get(measure.id))
    const done = await casebook.record([patch(view.lane, 'measure', measure.id, { status: 'active' }, { seen })], { holdMs: UNDO_MS })
    setRefusal(done.ok ? undefined : done.refusal.kind)
    if (done.ok) offerUndo({ text: say('planEdit.begun'), undo: done.undo })
  }
  return (
    <>
      <OutlineButton label={say('planEdit.beginNamed', { of: measure.text })} onPress={() => void begin()}>
        {say('planEdit.begin')}
      </OutlineButton>
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </>
  )
}
