// One line of a budget as it is typed: what, how much, and whether somebody has seen it in writing.

import type { BudgetLineForm, BudgetRefusal } from '#domain/budget-acts.ts'
import { BUDGET_LINES } from '#domain/codes.ts'
import { asCode } from '#domain/reading.ts'
import { ShortText } from '../parts/fields.tsx'
import { REFUSED } from '../parts/first-error.ts'
import { WordButton } from '../parts/words.tsx'
import { useSay } from '../use-say.tsx'
import { labelWords } from './budget.tsx'

interface BudgetLineProps {
  readonly line: BudgetLineForm
  readonly problem: BudgetRefusal['kind'] | undefined
  readonly onChange: (part: Partial<BudgetLineForm>) => void
}
export function BudgetLine({ line, problem, onChange }: BudgetLineProps) {
  const say = useSay()
  const { label, amount, source } = line
  const isOwn = asCode(label, BUDGET_LINES) === undefined
  const error = problem && say(`forms.refuse.${problem}`)
  const what = labelWords(label, say)
  return (
    <div className="bf-group" {...(problem ? REFUSED : {})}>
      {isOwn ? (
        <ShortText
          label={say('forms.budget.label')}
          value={label}
          onChange={(typed) => onChange({ label: typed })}
          {...(problem === 'needsLabel' && error ? { error } : {})}
        />
      ) : null}
      <ShortText
        mode="decimal"
        label={isOwn ? say('forms.budget.amount') : what}
        value={amount}
        onChange={(typed) => onChange({ amount: typed })}
        {...(problem === 'badLineAmount' && error ? { error } : {})}
      />
      {amount.trim() === '' ? null : (
        <div className="bf-row">
          <WordButton
            isPressed={source === 'seen'}
            label={say('forms.budget.seenOf', { what })}
            onPress={() => onChange({ source: source === 'seen' ? 'told' : 'seen' })}
          >
            {say('forms.budget.seen')}
          </WordButton>
        </div>
      )}
    </div>
  )
}
