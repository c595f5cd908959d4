// The collaboration plan on paper, in the order of the circular's appendix 2: what we agreed, measures, main goals,
// sub-goals, the responsibility group (N App.2); then the next date, and who has agreed. The background and scores stay in
// the app: on the paper stands what the resident and the service promise each other.

import type { Maybe } from './case-view-order.ts'
import type { GoalView, MeasureView, PlanView } from './case-view-plan.ts'
import type { GoalStatus, MeasureStatus } from './codes.ts'
import { standsOn } from './consent.ts'
import { dateOf, type Id } from './ids.ts'
import { type Block, type Line, label, lines, own, type Paper, type Phrase, pairs, type Section, section } from './paper.ts'
import { guarded, interpreterLine, membersOf, namesIn, type PaperGiven, reached, rowOf, told, toldText } from './paper-given.ts'
import { asFrequency } from './plan-frequency.ts'
import { isOver } from './plan-versions.ts'
import { asDate, asGroup, asList, asText } from './reading.ts'
import type { SignatureView } from './signatures.ts'

/** The plan that counts, or the version asked for. */
export function planPaper(given: PaperGiven, of?: Id): Maybe<Paper> {
  const { view } = given
  const plan = of ? view.plans.find(({ id }) => id === of) : view.plan
  if (!plan) return undefined
  const isProposal = plan.status === 'draft' || plan.status === 'offered'
  return guarded(given, {
    kind: 'plan',
    of: plan.id,
    title: { is: isProposal ? 'proposalFor' : 'planFor', name: view.resident.name },
    sections: [
      ...opening(given, plan, isProposal),
      ...agreedPart(given, plan),
      ...section('measures', [measureTable(given, plan)]),
      ...goalSections(given, plan),
      ...section('group', [groupPairs(given)]),
      ...closing(given, plan),
    ],
    footer: [[label('notALease')], ...interpreterLine(given)],
  })
}

function opening(given: PaperGiven, plan: PlanView, isProposal: boolean): readonly Section[] {
  const row = rowOf(given.rows, plan.id, 'plan')
  const span = told(row, 'period', (v) => {
    const [from, to] = [asDate(asGroup(v)?.startDate), asDate(asGroup(v)?.endDate)]
    return from || to ? { is: 'span', ...(from ? { from } : {}), ...(to ? { to } : {}) } : undefined
  })
  const wish = toldText(row, 'residentsWish')
  return section(undefined, [
    lines([...(isProposal ? [label('proposal')] : []), ...(span ? [span] : []), label('voluntary')]),
    wish && { block: 'wish', words: wish },
  ])
}

/** A condition nobody has found a law for is not printed as if it bound anybody (DOMAIN.md 0.11). */
function agreedPart({ rows }: PaperGiven, plan: PlanView): readonly Section[] {
  const row = rowOf(rows, plan.id, 'plan')
  const often = told(row, 'frequency', (v) => {
    const rule = asFrequency(asGroup(v)?.rule)
    const words = asText(asGroup(v)?.text)
    return words ? own(words) : rule && { is: 'often', rule }
  })
  const condition = told(row, 'statedCondition', (v) => {
    const [what, basis] = [asText(asGroup(v)?.text), asText(asGroup(v)?.legalBasis)]
    return what && basis ? own(`${what} (${basis})`) : undefined
  })
  return section('agreed', [
    pairs(
      ['residentsPart', toldText(row, 'expectationsOnResident')],
      ['servicesPart', toldText(row, 'expectationsOnServices')],
      ['meet', often],
      ['condition', condition],
    ),
    plan.partOfIndividualPlan ? lines([label('individualPlan')]) : undefined,
  ])
}

const STANDING: readonly MeasureStatus[] = ['planned', 'active', 'paused']

function measureTable(given: PaperGiven, plan: PlanView): Maybe<Block> {
  const standing = plan.measures.filter(({ status }) => STANDING.includes(status))
  if (standing.length === 0) return undefined
  return { block: 'table', columns: ['what', 'who', 'when'], rows: standing.map((measure) => measureRow(given, plan, measure)) }
}

function measureRow(given: PaperGiven, plan: PlanView, measure: MeasureView): readonly (readonly Line[])[] {
  const row = rowOf(given.rows, measure.id, 'measure')
  const what: Phrase = toldText(row, 'text') ?? own('')
  const often = told(row, 'frequency', (v) => {
    const rule = asFrequency(v)
    return rule && { is: 'often', rule }
  })
  const until = measure.endDate && measure.endDate !== plan.endDate ? measure.endDate : undefined
  return [
    [[what], ...(measure.status === 'paused' ? [[label('paused')]] : [])],
    whoDoes(given, measure),
    [...(often ? [[often]] : []), ...(until ? [[{ is: 'until', on: until } as const]] : [])],
  ]
}

/** The resident's part first. Whoever has a part is not named a second time. */
function whoDoes(given: PaperGiven, measure: MeasureView): readonly Line[] {
  const row = rowOf(given.rows, measure.id, 'measure')
  const { name } = given.view.resident
  const [mine, theirs] = [toldText(row, 'residentsPart'), toldText(row, 'servicesPart')]
  const others = namesIn(
    given,
    measure.responsible.filter((one) => one !== 'resident'),
  )
  const isMine = measure.responsible.includes('resident') && !mine
  const unsettled = told(row, 'responsible', (v) => ({ is: 'names', names: namesIn(given, asList(v).map(String)) }))
  if (unsettled?.is === 'either') return [[unsettled], ...parts(name, mine, theirs, label('municipality')), ...consentLines(given, measure)]
  const service: Phrase = others.length > 0 ? { is: 'names', names: others } : label('municipality')
  const named = theirs ? (isMine ? [name] : []) : [...(isMine ? [name] : []), ...others]
  return [
    ...(named.length > 0 ? [[{ is: 'names', names: named } as const]] : []),
    ...parts(name, mine, theirs, service),
    ...consentLines(given, measure),
  ]
}

const parts = (name: string, mine: Maybe<Phrase>, theirs: Maybe<Phrase>, service: Phrase): readonly Line[] => [
  ...(mine ? [[{ is: 'says', who: own(name), what: mine } as const]] : []),
  ...(theirs ? [[{ is: 'says', who: service, what: theirs } as const]] : []),
]

function consentLines({ view, today }: PaperGiven, { id, kind, requiresConsent, reportClause }: MeasureView): readonly Line[] {
  const { name } = view.resident
  const isYes = view.consents.some((one) => (one.about === id || one.kind === kind) && standsOn(one, today))
  if (reportClause) return [[{ is: 'reports', on: reportClause.on, to: reportClause.to }]]
  return requiresConsent ? [[{ is: isYes ? 'saidYes' : 'mustSayYes', name }]] : []
}

const GONE: readonly GoalStatus[] = ['dropped_by_resident', 'replaced', 'not_reached']

function goalSections({ rows }: PaperGiven, plan: PlanView): readonly Section[] {
  const here = (goals: readonly GoalView[]): readonly GoalView[] => goals.filter(({ status }) => !GONE.includes(status))
  const main = here(plan.mainGoals)
  const subs = here(main.flatMap(({ subGoals }) => subGoals))
  const line = (goal: GoalView): Line => [
    toldText(rowOf(rows, goal.id, 'goal'), 'text') ?? own(goal.text),
    ...(goal.status === 'reached' ? [label('reached')] : []),
  ]
  const half = (found: readonly Section[]): readonly Section[] =>
    subs.length === 0 ? found : found.map((one) => ({ ...one, isHalf: true }))
  return [
    ...half(section('mainGoals', [main.length === 0 ? undefined : { block: 'list', isNumbered: true, items: main.map(line) }])),
    ...half(section('subGoals', [subs.length === 0 ? undefined : { block: 'list', isNumbered: false, items: subs.map(line) }])),
  ]
}

/** Names and roles, and how one reaches them; what each answers for is in the measures. */
function groupPairs(given: PaperGiven): Maybe<Block> {
  const members = membersOf(given)
  if (members.length === 0) return undefined
  return {
    block: 'pairs',
    pairs: members.map((member) => {
      const how = reached(given, member)
      return {
        term: [own(member.name), ...(member.role === 'resident' ? [] : [{ is: 'role', role: member.role } as const])],
        lines: [[...(member.isCoordinator ? [label('coordinator')] : []), ...(how ? [how] : [])]],
      }
    }),
  }
}

function closing(given: PaperGiven, plan: PlanView): readonly Section[] {
  const next = nextDates(given, plan)
  return section(undefined, [next.length > 0 ? { block: 'next', lines: next } : undefined, ...signing(given, plan)])
}

function nextDates(given: PaperGiven, plan: PlanView): readonly Line[] {
  const { view, today } = given
  const ahead = view.visits.filter(({ status, start }) => status === 'planned' && start !== undefined && dateOf(start) >= today)
  const visit = ahead.at(-1)
  const names = visit ? namesIn(given, visit.workers) : []
  const meeting = view.group?.meetings
    .filter(({ status, plannedAt }) => status === 'planned' && plannedAt && dateOf(plannedAt) >= today)
    .at(-1)
  return [
    ...(visit?.start ? [[{ is: 'comes', names, at: visit.start } as const]] : []),
    ...(meeting?.plannedAt ? [[{ is: 'groupMeets', at: meeting.plannedAt } as const]] : []),
    ...(plan.nextReview && plan.nextReview >= today && !isOver(plan) ? [[{ is: 'lookAgain', on: plan.nextReview } as const]] : []),
  ]
}

/** Who has agreed and how; lines to write on only as long as the resident has not. */
function signing(given: PaperGiven, plan: PlanView): readonly (Block | undefined)[] {
  const said = [...plan.signatures]
    .sort((a, b) => Number(a.role === 'worker') - Number(b.role === 'worker'))
    .map((one) => [signed(given, one)])
  const isAgreed = plan.signatures.some(({ role }) => role !== 'worker')
  const toSign: Block = { block: 'sign', lines: [[own(given.view.resident.name)], [label('signMunicipality')]] }
  return [lines(...said), isAgreed ? undefined : toSign]
}

function signed(given: PaperGiven, { who, role, how, on, witness }: SignatureView): Phrase {
  return {
    is: 'signed',
    who: who || given.view.resident.name,
    how,
    ...(on ? { on } : {}),
    ...(witness ? { witness: namesIn(given, [witness])[0] ?? witness } : {}),
    ...(role === 'worker' ? { isForOffice: true } : {}),
  }
}
