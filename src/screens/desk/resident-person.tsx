// Left at the resident: what works, the plan with the wish in the resident's words, and the group.

import type { CaseView } from '#domain/case-view.ts'
import { type GoalView, latestScore, type PlanView } from '#domain/case-view-plan.ts'
import type { Topic } from '#domain/codes.ts'
import { isOwnTeam, mayKnow } from '#domain/consent.ts'
import type { Id } from '#domain/ids.ts'
import { ref, text } from '#domain/reading.ts'
import { rowsOf } from '#domain/records.ts'
import { isVoid, type RecordRow } from '#domain/register.ts'
import { inSentence, longDate, shortDate } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { Facts, Score, Sec } from '../parts/desk-bits.tsx'
import type { LogContext } from './log-lines.ts'

export interface PersonProps {
  readonly view: CaseView
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly context: LogContext
}

export function PersonAndPlan({ view, rows, context }: PersonProps) {
  const { say } = context
  const { whatWorks, whatDoesNotWork } = view.resident
  const kept = keptBeside(view, rows)
  return (
    <>
      <Sec title={say('office.works')}>
        {whatWorks === undefined ? <p className="gone">{say('office.worksNone')}</p> : <p>{whatWorks}</p>}
        {whatDoesNotWork === undefined ? null : <p className="sub gap">{say('office.worksNot', { text: inSentence(whatDoesNotWork) })}</p>}
      </Sec>
      {view.plan === undefined ? (
        <Sec title={say('office.plan')}>
          <p className="gone">{say('office.planNone')}</p>
        </Sec>
      ) : (
        <Plan plan={view.plan} context={context} />
      )}
      <Group view={view} context={context} />
      {kept.length === 0 ? null : (
        <Sec title={say('office.kept')}>
          {kept.map((note) => (
            <p key={note.id}>{note.text}</p>
          ))}
        </Sec>
      )}
    </>
  )
}

/** Texts kept beside a value when two had written differently. */
const keptBeside = (view: CaseView, rows: PersonProps['rows']) => {
  const inVisits = new Set(view.visits.flatMap((visit) => visit.contributions.map((one) => one.id)))
  return rowsOf(rows.values(), 'addendum').flatMap((row) => {
    const of = ref(row, 'of')
    const words = text(row, 'text')
    return words === undefined || isVoid(row) || (of !== undefined && inVisits.has(of)) ? [] : [{ id: row.id, text: words }]
  })
}

function Plan({ plan, context }: { readonly plan: PlanView; readonly context: LogContext }) {
  const { say, language } = context
  const period =
    plan.startDate && plan.endDate
      ? say('office.planPeriod', { from: longDate(language, plan.startDate), to: longDate(language, plan.endDate) })
      : undefined
  return (
    <Sec title={say('office.plan')}>
      {period === undefined ? null : <p className="sub num plan-period">{period}</p>}
      {plan.residentsWish === undefined ? null : <p className="quote">{say('desk.quote', { text: plan.residentsWish })}</p>}
      <ul className="list goals">
        {plan.mainGoals.map((main) => (
          <li key={main.id}>
            <h3 className="goal-h">{main.text}</h3>
            {(main.subGoals.length > 0 ? main.subGoals : [main]).map((goal) => (
              <GoalRow key={goal.id} goal={goal} isMain={goal.id === main.id} context={context} />
            ))}
          </li>
        ))}
      </ul>
      <ScoredBy plan={plan} context={context} />
    </Sec>
  )
}

function GoalRow({ goal, isMain, context: { say } }: { readonly goal: GoalView; readonly isMain: boolean; readonly context: LogContext }) {
  const score = latestScore(goal)?.score
  if (isMain && score === undefined) return null
  return (
    <div className="row goal-row">
      <span className="sub">{isMain ? '' : goal.text}</span>
      <span className="push">
        {score === undefined ? (
          <span className="sub">{say('office.scoreNone')}</span>
        ) : (
          <Score score={score} spoken={say('office.score', { goal: goal.text, score })} />
        )}
      </span>
    </div>
  )
}

/** Whose numbers these are: the last one set. */
function ScoredBy({ plan, context: { say, language, people, resident } }: { readonly plan: PlanView; readonly context: LogContext }) {
  const all = plan.mainGoals.flatMap((main) => [main, ...main.subGoals]).flatMap((goal) => latestScore(goal) ?? [])
  const last = [...all].sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1))[0]
  if (last?.on === undefined) return null
  const name = last.by === 'resident' ? resident : (last.author && people.get(last.author)?.name) || '–'
  return <p className="sub num gap">{say('office.scoredBy', { name, day: shortDate(language, last.on) })}</p>
}

function Group({ view, context: { say, today } }: { readonly view: CaseView; readonly context: LogContext }) {
  const members = view.group?.members ?? []
  const facts = members.map((member) => {
    const role = termOf(say, 'groupRole', member.role) ?? ''
    return {
      key: member.id,
      label: member.isCoordinator ? say('office.coordinator') : role,
      value: (
        <>
          <span className="block">{member.name === role ? (member.responsibility ?? member.name) : member.name}</span>
          <MayKnow topics={isOwnTeam(member.role) ? [] : mayKnow(member, view.consents, today)} say={say} />
        </>
      ),
    }
  })
  return (
    <Sec title={say('office.group')} aside={members.length === 0 ? undefined : say('office.people', { n: members.length })}>
      {members.length === 0 ? <p className="gone">{say('office.groupNone')}</p> : <Facts facts={facts} />}
    </Sec>
  )
}

function MayKnow({ topics, say }: { readonly topics: readonly Topic[]; readonly say: LogContext['say'] }) {
  if (topics.length === 0) return null
  return <span className="sub block">{say('office.mayKnow', { what: topics.map((topic) => say(`term.topic.${topic}`)).join(', ') })}</span>
}
