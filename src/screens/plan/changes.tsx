// What a version changes in the one before, in sentences: what is new, what has other words now (both shown), what is gone.

import type { PlanView } from '#domain/case-view-plan.ts'
import { isId } from '#domain/ids.ts'
import { type PlanChange, planChanges, type Shown } from '#domain/plan-changes.ts'
import { inSentence, joined, longDate } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { Empty, List } from '../parts/cards.tsx'
import { nameOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import type { PlanGiven } from './goals.tsx'
import { frequencyWords } from './measures.tsx'

type Given = Pick<PlanGiven, 'residentName' | 'people'> & { readonly now: PlanView; readonly before: PlanView }

export function Changes({ now, before, ...given }: Given) {
  const say = useSay()
  const changes = planChanges(now, before)
  if (changes.length === 0) return <Empty>{say('planEdit.noChanges')}</Empty>
  return (
    <List>
      {changes.map((change) => (
        <ChangeRow key={JSON.stringify(change)} change={change} {...given} />
      ))}
    </List>
  )
}

function ChangeRow({
  change: { part, how, of, before, after },
  ...given
}: { readonly change: PlanChange } & Omit<Given, 'now' | 'before'>) {
  const say = useSay()
  const words = useShown(given)
  const label = say(`planEdit.part.${part}`)
  return (
    <li>
      <p className="bf-meta">{say(`planEdit.how.${how}`, { what: of === undefined ? label : `${of}: ${inSentence(label)}` })}</p>
      {before === undefined ? null : (
        <p className="bf-text">
          <del>{words(before)}</del>
        </p>
      )}
      {after === undefined ? null : (
        <p className="bf-text">
          <ins>{words(after)}</ins>
        </p>
      )}
    </li>
  )
}

function useShown({ residentName, people }: Omit<Given, 'now' | 'before'>): (shown: Shown) => string {
  const say = useSay()
  const language = useLanguage()
  return (shown) => {
    switch (shown.is) {
      case 'text':
        return shown.text
      case 'days':
        return say('planEdit.fromTo', { from: shown.from && longDate(language, shown.from), to: shown.to && longDate(language, shown.to) })
      case 'often':
        return shown.text ?? (shown.rule ? frequencyWords(shown.rule, say, language) : '–')
      case 'who':
        return joined(
          language,
          shown.who.map((one) => (one === 'resident' ? residentName : isId(one) ? nameOf(people, one) : one)),
        )
      case 'report':
        return say('plan.reportTo', {
          on: termOf(say, 'reportOn', shown.on) ?? shown.on,
          to: termOf(say, 'groupRole', shown.to) ?? shown.to,
        })
      case 'level':
        return termOf(say, 'goalLevel', shown.level) ?? String(shown.level)
      case 'months':
        return say('planEdit.everyMonths', { n: shown.months })
      case 'yes':
        return say('planEdit.individual')
    }
  }
}
