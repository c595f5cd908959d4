// The rest of the plan: a stated condition and its legal basis, what each side has said it will do, the dates ahead, who
// agreed and how, and the consents.

import type { PlanView } from '#domain/case-view-plan.ts'
import type { ConsentView } from '#domain/consent.ts'
import type { LocalDate } from '#domain/ids.ts'
import { isOver } from '#domain/plan-versions.ts'
import { inSentence, longDate, weekdayDate } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { Card, List, ListRow, Note, Section } from '../parts/cards.tsx'
import { DrawnSignature } from '../parts/drawing.tsx'
import { dotted } from '../today/visit-card.tsx'
import { useDay } from '../use-day.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { frequencyWords } from './measures.tsx'

interface Given {
  readonly plan: PlanView
  readonly isTogether: boolean
}

/** Written down, never enforced; without a legal basis it needs somebody's eyes (DOMAIN.md 0.11). */
export function Condition({ plan: { statedCondition } }: Pick<Given, 'plan'>) {
  const say = useSay()
  if (statedCondition === undefined) return null
  const { text, legalBasis, setBy } = statedCondition
  if (legalBasis === undefined)
    return (
      <Note tone="care">
        <strong>{say('plan.noBasis')}</strong> {say('plan.noBasisHelp', { text })}
      </Note>
    )
  return (
    <Section title={say('plan.condition')}>
      <Card>
        <p className="bf-text">{text}</p>
        <p className="bf-meta">{dotted(legalBasis, setBy)}</p>
      </Card>
    </Section>
  )
}

export function Words({ plan, isTogether }: Given) {
  const say = useSay()
  const rows = [
    { title: say('plan.iDo'), words: plan.expectationsOnResident },
    { title: say('plan.weDo'), words: plan.expectationsOnServices },
    { title: say('plan.background'), words: isTogether ? undefined : plan.background },
  ]
  return rows.map(({ title, words }) =>
    words === undefined ? null : (
      <Section key={title} title={title}>
        <p className="bf-text">{words}</p>
      </Section>
    ),
  )
}

export function Onward({ plan, isTogether, today }: Given & { readonly today: LocalDate }) {
  const say = useSay()
  const language = useLanguage()
  const { nextReview, endDate, frequency, version, signatures } = plan
  const often = frequency.text ?? (frequency.rule && frequencyWords(frequency.rule, say, language))
  const how = [...new Set(signatures.map((signature) => inSentence(termOf(say, 'signedHow', signature.how) ?? signature.how)))].join(', ')
  const signed = signatures.map(({ who, on }) => dotted(who, on && longDate(language, on))).join(', ')
  // Of a plan that has ended nothing lies ahead.
  const ahead = isOver(plan)
    ? []
    : [
        nextReview && say('plan.review', { date: weekdayDate(language, nextReview, today) }),
        often && say('plan.meet', { often: inSentence(often) }),
        endDate && say('plan.ends', { date: longDate(language, endDate) }),
      ].filter((words) => words !== undefined)
  if (isTogether && ahead.length === 0) return null
  const stands = signed === '' || isOver(plan) ? say(`term.planStatus.${plan.status}`) : undefined
  return (
    <Section title={say('plan.onward')}>
      <List>
        {ahead.map((words) => (
          <ListRow key={words} title={words} />
        ))}
        {isTogether ? null : <ListRow title={say('plan.version', { n: version, how })} sub={dotted(stands, signed)} />}
      </List>
      {isTogether ? null : signatures.map(({ id, who, drawn }) => <DrawnSignature key={id} name={who} drawn={drawn} />)}
    </Section>
  )
}

export function Consents({ consents }: { readonly consents: readonly ConsentView[] }) {
  const say = useSay()
  const day = useDay()
  if (consents.length === 0) return null
  return (
    <Section title={say('plan.consents')} aside={say('plan.consentsHelp')}>
      <List>
        {consents.map(({ id, text, kind, state, givenBy, on }) => (
          <ListRow
            key={id}
            title={text ?? termOf(say, 'consentKind', kind)}
            sub={dotted(say(`term.consentState.${state}`), givenBy, on && day(on))}
          />
        ))}
      </List>
    </Section>
  )
}
