// «Hva vil du?»: one sentence of the resident's own, which is both what is important and the main goal. Where the two have
// come apart each has its field. At most two main goals (DOMAIN.md 0.6).

import type { Id } from '#domain/ids.ts'
import { type GoalDraft, mainGoals, newGoal, withoutGoal } from '#domain/plan-draft.ts'
import { PLAN_LIMITS } from '#rules/plan-limits.ts'
import { OutlineButton } from '../parts/button.tsx'
import { LongText } from '../parts/fields.tsx'
import { Chips, Question } from '../parts/visit-parts.tsx'
import { WordButton } from '../parts/words.tsx'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { type Editing, Hint } from './editing.tsx'

const SUGGESTED = ['stay', 'rent', 'calm'] as const

export function StepWish({ editing: { plan, edit } }: { readonly editing: Editing }) {
  const say = useSay()
  const { newId } = useCasebook()
  const [first, ...more] = mainGoals(plan)
  const isOne = first === undefined || first.text === plan.wish
  const wish = (text: string, when: 'now' | 'soon') =>
    edit((now) => {
      const [main] = mainGoals(now)
      const goals = main
        ? now.goals.map((goal) => (goal.id === main.id && isOne ? { ...goal, text } : goal))
        : [{ ...newGoal(newId()), text }]
      return { ...now, wish: text, goals }
    }, when)
  const change = (id: Id, text: string) =>
    edit((now) => ({ ...now, goals: now.goals.map((goal) => (goal.id === id ? { ...goal, text } : goal)) }), 'soon')
  const add = () => edit((now) => ({ ...now, goals: [...now.goals, newGoal(newId())] }), 'now')
  const suggested = SUGGESTED.map((code) => ({ code, text: say(`planEdit.wish.${code}`) }))
  return (
    <>
      <Question of="wish" help={say('planEdit.wishHelp')}>
        {say('planEdit.wish')}
      </Question>
      <Chips
        label={say('planEdit.suggestions')}
        isLabelHidden
        options={suggested}
        chosen={suggested.find(({ text }) => text === plan.wish)?.code}
        onChoose={(code) => wish(code === undefined ? '' : say(`planEdit.wish.${code}`), 'now')}
      />
      <LongText
        label={say('planEdit.wishField')}
        value={plan.wish}
        rows={2}
        maxLength={PLAN_LIMITS.goalLength}
        onChange={(text) => wish(text, 'soon')}
      />
      {isOne ? null : <MainGoal goal={first} n={1} onChange={change} />}
      {more.map((goal, i) => (
        <MainGoal key={goal.id} goal={goal} n={i + 2} onChange={change} onRemove={() => edit((now) => withoutGoal(now, goal.id), 'now')} />
      ))}
      {first && more.length < PLAN_LIMITS.mainGoals - 1 ? <OutlineButton onPress={add}>{say('planEdit.addMain')}</OutlineButton> : null}
      <Hint source="N 5.4">{say('planEdit.h05')}</Hint>
    </>
  )
}

interface MainGoalProps {
  readonly goal: GoalDraft
  readonly n: number
  readonly onChange: (id: Id, text: string) => void
  readonly onRemove?: () => void
}
function MainGoal({ goal, n, onChange, onRemove }: MainGoalProps) {
  const say = useSay()
  return (
    <div className="bf-group">
      <LongText
        label={say('planEdit.mainGoal', { n })}
        value={goal.text}
        rows={2}
        maxLength={PLAN_LIMITS.goalLength}
        onChange={(text) => onChange(goal.id, text)}
      />
      {onRemove ? <WordButton onPress={onRemove}>{say('planEdit.removeGoal', { of: goal.text })}</WordButton> : null}
    </div>
  )
}
