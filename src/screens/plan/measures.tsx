// Who does what, how often and until when. The resident's part stands first.

import type { MeasureView } from '#domain/case-view-plan.ts'
import type { Frequency } from '#domain/frequency.ts'
import { isId } from '#domain/ids.ts'
import { isOver } from '#domain/plan-versions.ts'
import type { Language } from '#texts/catalogue.ts'
import { inSentence, joined, longDate } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { termOf } from '#texts/terms.ts'
import { List, Section } from '../parts/cards.tsx'
import { nameOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import type { PlanGiven } from './goals.tsx'

export function Measures({ plan, ...given }: PlanGiven) {
  const say = useSay()
  if (plan.measures.length === 0) return null
  const hasEnded = isOver(plan)
  return (
    <Section title={say('plan.measures')}>
      <List>
        {plan.measures.map((measure) => (
          <Measure key={measure.id} measure={measure} hasEnded={hasEnded} {...given} />
        ))}
      </List>
    </Section>
  )
}

type Told = Omit<PlanGiven, 'plan'> & { readonly hasEnded: boolean }
type OneMeasure = { readonly measure: MeasureView } & Told

function Measure({ measure, ...given }: OneMeasure) {
  const say = useSay()
  const language = useLanguage()
  const often = measure.frequency && frequencyWords(measure.frequency, say, language)
  const kind = say(`term.measureKind.${measure.kind}`)
  return (
    <li className="bf-list__later">
      <h3 className="bf-text bf-strong">{often === undefined ? kind : `${kind}, ${often}`}</h3>
      <p className="bf-small">{measure.text}</p>
      <dl className="bf-who">
        {parts(measure, given, say, language).map(({ term, words }) => (
          <div className="bf-who__part" key={term}>
            <dt>{term}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      {measure.requiresConsent && !given.isTogether ? <p className="bf-meta">{say('plan.consentNeeded')}</p> : null}
    </li>
  )
}

interface Part {
  readonly term: string
  readonly words: string
}

function parts(measure: MeasureView, { residentName, people, isTogether, hasEnded }: Told, say: Say, language: Language): readonly Part[] {
  // The resident stands with what she does; where nothing is written of it, she is one of those who answer for it.
  const isNamed = measure.residentsPart === undefined && measure.servicesPart === undefined
  const answering = measure.responsible.filter((one) => one !== 'resident' || isNamed)
  const others = answering.map((one) => (one === 'resident' ? residentName : isId(one) ? nameOf(people, one) : one))
  const { residentsPart, servicesPart, endDate, reportClause, status } = measure
  const names = joined(language, others)
  const services = { term: names === '' ? say('plan.services') : names, words: servicesPart ?? '' }
  return [
    ...(residentsPart === undefined ? [] : [{ term: residentName, words: residentsPart }]),
    ...(servicesPart === undefined ? [] : [services]),
    ...(servicesPart === undefined && names !== '' ? [{ term: say('plan.responsible'), words: names }] : []),
    ...(endDate === undefined || isTogether ? [] : [{ term: say('plan.until'), words: longDate(language, endDate) }]),
    ...(status === 'active' || isTogether || (hasEnded && !isDone(status))
      ? []
      : [{ term: say('plan.status'), words: say(`term.measureStatus.${status}`) }]),
    ...(reportClause === undefined ? [] : [{ term: say('plan.report'), words: reported(reportClause, say) }]),
  ]
}

const isDone = (status: MeasureView['status']): boolean => status === 'done' || status === 'stopped' || status === 'declined'

/** «Fravær: politi» */
function reported({ on, to }: NonNullable<MeasureView['reportClause']>, say: Say): string {
  const whom = termOf(say, 'groupRole', to)
  return say('plan.reportTo', { on: termOf(say, 'reportOn', on) ?? on, to: whom === undefined ? to : inSentence(whom) })
}

/** «torsdager kl. 10.00», «to ganger i uka» */
export function frequencyWords({ unit, every, times = 1, weekdays = [], timeOfDay = '' }: Frequency, say: Say, language: Language): string {
  const days = joined(
    language,
    weekdays.map((day) => say(`term.weekday.${day}`)),
  )
  return say('plan.every', { unit, every, times, days, time: timeOfDay.replace(':', '.') })
}
