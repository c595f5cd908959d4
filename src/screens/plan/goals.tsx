// The goals with their stairs: filled to where it stands now, dashed to what is wanted; the level always in words beside.

import { type GoalView, latestScore, type PlanView } from '#domain/case-view-plan.ts'
import type { Id } from '#domain/ids.ts'
import { termOf } from '#texts/terms.ts'
import { List, ListRow, Section } from '../parts/cards.tsx'
import { Stairs } from '../parts/marks.tsx'
import { nameOf, type Person } from '../people.ts'
import { dotted } from '../today/visit-card.tsx'
import { useDay } from '../use-day.ts'
import { useSay } from '../use-say.tsx'

export interface PlanGiven {
  readonly plan: PlanView
  readonly residentName: string
  readonly people: ReadonlyMap<Id, Person>
  readonly isTogether: boolean
}

export function Goals({ plan, ...given }: PlanGiven) {
  const say = useSay()
  if (plan.mainGoals.length === 0) return null
  return (
    <Section title={say('plan.goals')} aside={say('plan.stairs')}>
      <div className="bf-group bf-group--wide">
        {plan.mainGoals.map((goal) => (
          <List key={goal.id}>
            {goal.subGoals.length === 0 ? <Goal goal={goal} {...given} /> : <MainGoal goal={goal} isTogether={given.isTogether} />}
            {goal.subGoals.map((sub) => (
              <Goal key={sub.id} goal={sub} {...given} />
            ))}
          </List>
        ))}
      </div>
    </Section>
  )
}

type OneGoal = { readonly goal: GoalView } & Omit<PlanGiven, 'plan'>

/** A main goal is reached through its sub-goals, so it has no stairs of its own. */
function MainGoal({ goal, isTogether }: Pick<OneGoal, 'goal' | 'isTogether'>) {
  const say = useSay()
  const about = dotted(say('plan.mainGoal'), say(`term.goalStatus.${goal.status}`))
  return <ListRow title={<strong className="bf-strong">{goal.text}</strong>} sub={isTogether ? undefined : about} />
}

function Goal({ goal, residentName, people, isTogether }: OneGoal) {
  const say = useSay()
  const day = useDay()
  const last = latestScore(goal, 'resident') ?? latestScore(goal)
  const now = last?.score ?? goal.baseline
  const level = termOf(say, 'goalLevel', now) ?? say('plan.notScored')
  const wish = termOf(say, 'goalLevel', goal.target)
  const wanted = wish === undefined ? '' : say('progress.wanted', { level: wish })
  const who = last?.by === 'worker' && last.author !== undefined ? nameOf(people, last.author) : residentName
  const told = last?.on === undefined ? level : say('plan.told', { level, who, date: day(last.on) })
  return (
    <ListRow
      title={goal.text}
      sub={dotted(isTogether ? level : told, wanted)}
      end={
        now === undefined && goal.target === undefined ? null : (
          <Stairs
            {...(now === undefined ? {} : { now })}
            {...(goal.target === undefined ? {} : { wanted: goal.target })}
            spoken={say('plan.level', { now, wanted: goal.target })}
          />
        )
      }
    />
  )
}
