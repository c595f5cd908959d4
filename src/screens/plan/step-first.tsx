// «Hva er det første som må på plass?»: sub-goals, from suggestions or in one's own words, each under a main goal.

import { GOAL_AREAS, type GoalArea } from '#domain/codes.ts'
import { isLocalDate } from '#domain/ids.ts'
import { type GoalDraft, mainGoals, newGoal, subGoals, withoutGoal } from '#domain/plan-draft.ts'
import { PLAN_LIMITS } from '#rules/plan-limits.ts'
import { OutlineButton } from '../parts/button.tsx'
import { Card, Note } from '../parts/cards.tsx'
import { Choose } from '../parts/choose.tsx'
import { LongText, ShortText } from '../parts/fields.tsx'
import { Chips, ManyChips, Question } from '../parts/visit-parts.tsx'
import { WordButton } from '../parts/words.tsx'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { Editing } from './editing.tsx'

const SUGGESTED = {
  rent: 'pay_rent',
  post: 'debt',
  tidy: 'home_care',
  quiet: 'neighbours',
  food: 'food',
  doctor: 'health_self_care',
} as const
type Suggested = keyof typeof SUGGESTED
const CODES: readonly Suggested[] = ['rent', 'post', 'tidy', 'quiet', 'food', 'doctor']

export function StepFirst({ editing }: { readonly editing: Editing }) {
  const say = useSay()
  const { newId } = useCasebook()
  const { plan, edit } = editing
  const subs = subGoals(plan)
  const words = (code: Suggested) => say(`planEdit.first.${code}`)
  const add = (text: string, area: GoalArea) =>
    edit((now) => {
      const main = mainGoals(now)[0] ?? newGoal(newId())
      const goals = now.goals.some(({ id }) => id === main.id) ? now.goals : [...now.goals, main]
      return { ...now, goals: [...goals, { ...newGoal(newId(), main.id), text, area }] }
    }, 'now')
  const toggle = (code: Suggested) => {
    const there = subs.find(({ text }) => text === words(code))
    if (there) edit((now) => withoutGoal(now, there.id), 'now')
    else add(words(code), SUGGESTED[code])
  }
  return (
    <>
      <Question of="first" help={say('planEdit.firstHelp')}>
        {say('planEdit.first')}
      </Question>
      <ManyChips
        label={say('planEdit.suggestions')}
        isLabelHidden
        options={CODES.map((code) => ({ code, text: words(code) }))}
        chosen={CODES.filter((code) => subs.some(({ text }) => text === words(code)))}
        onToggle={toggle}
      />
      {subs.map((goal, i) => (
        <SubGoal key={goal.id} goal={goal} n={i + 1} editing={editing} />
      ))}
      <OutlineButton onPress={() => add('', 'other')}>{say('planEdit.addSub')}</OutlineButton>
      {subs.length > PLAN_LIMITS.subGoals ? <Note tone="care">{say('planEdit.manySubs', { n: PLAN_LIMITS.subGoals })}</Note> : null}
    </>
  )
}

function SubGoal({ goal, n, editing: { plan, edit } }: { readonly goal: GoalDraft; readonly n: number; readonly editing: Editing }) {
  const say = useSay()
  const mains = mainGoals(plan)
  const set = (part: Partial<GoalDraft>, when: 'now' | 'soon') =>
    edit((now) => ({ ...now, goals: now.goals.map((one) => (one.id === goal.id ? { ...one, ...part } : one)) }), when)
  return (
    <Card className="bf-card--gap">
      <LongText
        label={say('planEdit.subGoal', { n })}
        value={goal.text}
        rows={1}
        maxLength={PLAN_LIMITS.goalLength}
        onChange={(text) => set({ text }, 'soon')}
      />
      {mains.length > 1 ? (
        <Chips
          label={say('planEdit.under')}
          options={mains.map(({ id, text }) => ({ code: id, text }))}
          chosen={goal.parent}
          onChoose={(parent) => (parent ? set({ parent }, 'now') : undefined)}
        />
      ) : null}
      <details className="bf-folded">
        <summary className="bf-link">{say('planEdit.moreOnGoal')}</summary>
        <div className="bf-group">
          <Choose
            label={say('planEdit.area')}
            none={say('term.goalArea.other')}
            options={GOAL_AREAS.map((code) => ({ code, text: say(`term.goalArea.${code}`) }))}
            chosen={goal.area}
            onChoose={(area) => set({ area: GOAL_AREAS.find((code) => code === area) ?? 'other' }, 'now')}
          />
          <ShortText
            kind="date"
            label={say('planEdit.goalDate')}
            value={goal.dueDate ?? ''}
            onChange={(date) => set({ dueDate: isLocalDate(date) ? date : undefined }, 'now')}
          />
          <Level label={say('planEdit.baseline')} level={goal.baseline} onChoose={(baseline) => set({ baseline }, 'now')} />
          <Level label={say('planEdit.target')} level={goal.target} onChoose={(target) => set({ target }, 'now')} />
        </div>
      </details>
      <WordButton label={say('planEdit.removeGoal', { of: goal.text })} onPress={() => edit((now) => withoutGoal(now, goal.id), 'now')}>
        {say('planEdit.remove')}
      </WordButton>
    </Card>
  )
}

/** On the same five steps as the ratings later on; nobody has to say. */
function Level({
  label,
  level,
  onChoose,
}: {
  readonly label: string
  readonly level: number | undefined
  readonly onChoose: (level: number | undefined) => void
}) {
  const say = useSay()
  return (
    <Choose
      label={label}
      none={say('planEdit.noLevel')}
      options={LEVELS.map((one) => ({ code: String(one), text: say(`term.goalLevel.${one}`) }))}
      chosen={level === undefined ? '' : String(level)}
      onChoose={(code) => onChoose(LEVELS.find((one) => String(one) === code))}
    />
  )
}
const LEVELS = [0, 1, 2, 3, 4] as const
