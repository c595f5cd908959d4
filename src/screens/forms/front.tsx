// «Økonomi og kontakt»: the six short forms, each with how it stands now.

import { readBudgets } from '#domain/case-view-money.ts'
import { isVoid } from '#domain/register.ts'
import { LinkRow, List, Section } from '../parts/cards.tsx'
import { Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import type { OfForms } from './form-screen.tsx'
import { arrearsLine, budgetLine, complaintLine, contactLine, paymentLine, stayLine } from './front-lines.ts'

export function Front({ answer, view }: OfForms) {
  const say = useSay()
  const language = useLanguage()
  const words = { say, language, today: answer.today }
  const [budget] = readBudgets([...answer.rows.values()].filter((row) => !isVoid(row)))
  const groups = [
    { title: say('forms.group.contact'), rows: [row('contact', contactLine(view, words)), row('complaints', complaintLine(view, words))] },
    {
      title: say('forms.group.money'),
      rows: [row('arrears', arrearsLine(view, words)), row('payment', paymentLine(view, words)), row('budget', budgetLine(budget, words))],
    },
    { title: say('forms.group.sleep'), rows: [row('stays', stayLine(view, words))] },
  ]
  return (
    <Screen header={{ title: say('forms.title'), sub: view.resident.name, back: paths.resident(view.lane) }}>
      {groups.map(({ title, rows }) => (
        <Section key={title} title={title}>
          <List>
            {rows.map(({ to, line }) => (
              <LinkRow key={to} to={paths.forms(view.lane, to)} title={say(`forms.${to}`)} sub={line} />
            ))}
          </List>
        </Section>
      ))}
    </Screen>
  )
}

type Place = 'contact' | 'complaints' | 'arrears' | 'payment' | 'budget' | 'stays'
const row = (to: Place, line: string): { readonly to: Place; readonly line: string } => ({ to, line })
