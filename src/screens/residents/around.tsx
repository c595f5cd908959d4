// What is around a resident: the plan as one card in the resident's own words, and the people of the group one can ring.

import type { CaseView } from '#domain/case-view.ts'
import type { MemberView } from '#domain/case-view-group.ts'
import { mayKnow } from '#domain/consent.ts'
import type { LocalDate } from '#domain/ids.ts'
import { capital, dayOfYear, inSentence } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { CallRow } from '../parts/call.tsx'
import { LinkRow, List, Section } from '../parts/cards.tsx'
import { ForwardIcon } from '../parts/icons.ts'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { dotted } from '../today/visit-card.tsx'
import { useLanguage, useSay } from '../use-say.tsx'

export function PlanCard({ view: { lane, plan }, today }: { readonly view: CaseView; readonly today: LocalDate }) {
  const say = useSay()
  const language = useLanguage()
  if (plan === undefined)
    return (
      <Section title={say('resident.plan')}>
        <List>
          <LinkRow to={paths.plan(lane)} title={say('planEdit.makeTogether')} />
        </List>
      </Section>
    )
  const main = plan.mainGoals.length
  const sub = plan.mainGoals.reduce((sum, goal) => sum + goal.subGoals.length, 0)
  const isRunning = plan.status === 'active' || plan.status === 'in_evaluation'
  const until = plan.endDate && say('resident.until', { date: dayOfYear(language, plan.endDate, today) })
  return (
    <Section title={say('resident.plan')}>
      <List>
        <LinkRow
          to={paths.plan(lane)}
          title={
            <span className="bf-quote">
              {plan.residentsWish === undefined ? say('resident.planOpen') : say('resident.quote', { words: plan.residentsWish })}
            </span>
          }
          sub={dotted(
            isRunning ? undefined : say(`term.planStatus.${plan.status}`),
            main === 0 ? undefined : say('resident.goals', { main, sub }),
            until,
          )}
        />
      </List>
    </Section>
  )
}

const SHOWN = 3

interface ToCall {
  readonly view: CaseView
  readonly myName: string
  readonly today: LocalDate
}
export function GroupToCall({ view: { lane, group, consents }, myName, today }: ToCall) {
  const say = useSay()
  if (group === undefined) return null
  const callable = group.members.filter(
    (member) =>
      member.phone !== undefined &&
      member.role !== 'resident' &&
      member.to === undefined &&
      member.name !== myName &&
      mayKnow(member, consents, today).length > 0,
  )
  // The group itself is reached below, under «Mer om».
  if (callable.length === 0) return null
  const shown = [...callable].sort((a, b) => rank(a) - rank(b)).slice(0, SHOWN)
  return (
    <Section
      title={say('resident.callGroup')}
      aside={
        <WordLink to={paths.group(lane)}>
          {say('resident.wholeGroup')}
          <ForwardIcon aria-hidden fontSize="1.25rem" />
        </WordLink>
      }
    >
      <List>
        {shown.map((member) => (
          <CallRow key={member.id} name={member.name} who={roleLine(member, say)} phone={member.phone} />
        ))}
      </List>
    </Section>
  )
}

/** «Saksbehandler · koordinator»; a role that is also the name is not said twice. */
export function roleLine(member: MemberView, say: Say): string {
  const role = say(`term.groupRole.${member.role}`)
  const coordinator = member.isCoordinator ? inSentence(say('term.laneRole.coordinator')) : undefined
  return capital(dotted(role === member.name ? undefined : role, coordinator))
}

/** The coordinator first, then those outside the own team. */
function rank(member: MemberView): number {
  if (member.isCoordinator) return 0
  return member.role === 'followup_worker' ? 2 : 1
}
