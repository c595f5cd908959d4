// The month's budget: what comes in, what goes out and what is left, and the months before it.

import { useNavigate, useParams } from 'react-router'
import { type BudgetLineView, type BudgetView, readBudgets } from '#domain/case-view-money.ts'
import { BUDGET_LINES, type BudgetKind } from '#domain/codes.ts'
import { asCode } from '#domain/reading.ts'
import { isVoid } from '#domain/register.ts'
import { capital, inSentence, kroner } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { NotHere } from '../not-here.tsx'
import { MainLink, OutlineButton } from '../parts/button.tsx'
import { Empty, LinkRow, List, ListRow, Note, Section } from '../parts/cards.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import type { OfForms } from './form-screen.tsx'
import { budgetLine, monthWords, type Words } from './front-lines.ts'

export const budgetsIn = ({ answer }: Pick<OfForms, 'answer'>): readonly BudgetView[] =>
  readBudgets([...answer.rows.values()].filter((row) => !isVoid(row)))

/** «Lønn», «Husleie»: the word of a line everybody is asked about, or somebody's own. */
export function labelWords(label: string, say: Say): string {
  const code = asCode(label, BUDGET_LINES)
  return code ? say(`term.budgetLine.${code}`) : label
}

export function Budgets({ answer, view }: OfForms) {
  const say = useSay()
  const language = useLanguage()
  const navigate = useNavigate()
  const { of } = useParams()
  const budgets = budgetsIn({ answer })
  const shown = of === undefined ? budgets[0] : budgets.find(({ id }) => id === of)
  if (of !== undefined && shown === undefined) return <NotHere />
  const words: Words = { say, language, today: answer.today }
  const others = budgets.filter((one) => one !== shown)
  const back = of === undefined ? paths.forms(view.lane) : paths.forms(view.lane, 'budget')
  return (
    <Screen
      header={{ title: say('forms.budget'), sub: view.resident.name, back }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar>
          {shown === undefined ? null : (
            <OutlineButton onPress={() => void navigate(paths.forms(view.lane, 'budget', shown.id, 'edit'))}>
              {say('forms.edit')}
            </OutlineButton>
          )}
          <MainLink to={paths.forms(view.lane, 'budget', 'new')}>{say(shown ? 'forms.budget.newMonth' : 'forms.budget.new')}</MainLink>
        </Bar>
      }
    >
      {shown === undefined ? <Empty>{say('forms.budget.none')}</Empty> : <Month budget={shown} words={words} />}
      {others.length === 0 || of !== undefined ? null : (
        <Section title={say('forms.budget.history')}>
          <List>
            {others.map((one) => (
              <LinkRow
                key={one.id}
                to={paths.forms(view.lane, 'budget', one.id)}
                title={capital(monthWords(one.month, words))}
                sub={budgetLine(one, words)}
              />
            ))}
          </List>
        </Section>
      )}
    </Screen>
  )
}

function Month({ budget, words }: { readonly budget: BudgetView; readonly words: Words }) {
  const { say } = words
  const { sums, lines } = budget
  return (
    <>
      <div className="bf-lines">
        <h2 className="bf-h2">{budgetLine(budget, words)}</h2>
        {sums === undefined ? (
          <Note tone="care">{say('forms.budget.unsummed')}</Note>
        ) : (
          <p className="bf-small bf-subtle bf-num">
            {say('forms.budget.sums', { income: kroner(sums.income), expense: kroner(sums.expense) })}
          </p>
        )}
      </div>
      <Lines kind="income" lines={lines} say={say} />
      <Lines kind="expense" lines={lines} say={say} />
    </>
  )
}

function Lines({ kind, lines, say }: { readonly kind: BudgetKind; readonly lines: readonly BudgetLineView[]; readonly say: Say }) {
  const own = lines.filter((line) => line.kind === kind)
  if (own.length === 0) return null
  return (
    <Section title={say(`forms.budget.${kind}`)}>
      <List>
        {own.map(({ id, label, amount, source }) => (
          <ListRow
            key={id}
            title={labelWords(label, say)}
            sub={source === undefined ? undefined : inSentence(say(`term.budgetSource.${source}`))}
            end={<span className="bf-text bf-num">{amount === undefined ? inSentence(say('resident.twoVersions')) : kroner(amount)}</span>}
          />
        ))}
      </List>
    </Section>
  )
}
