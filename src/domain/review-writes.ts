// What an evaluation of the plan leaves (DOMAIN.md 2.7; 4.5, G6): one `planReview` for the visit with a result for each
// goal and measure talked about, the state of goals and measures, and what the resident decided about the plan. The plan's
// agreed words stay as they are signed: what is to be otherwise is written in the next version (DESIGN.md 3).

import { addMonths } from './calendar.ts'
import type { PlanView } from './case-view-plan.ts'
import { HOW_OFTEN, type PlanStatus, REVIEW_DECISIONS, type ReviewDecision } from './codes.ts'
import type { Write } from './guide.ts'
import { type Id, isLocalDate, type Json, type LocalDate } from './ids.ts'
import { type Fields, patch } from './records.ts'
import type { Field, Patch } from './register.ts'
import { codesIn, givenValue } from './visit-answers.ts'
import { applies, type Finishing, givenIn, type Of, saidIn, stands, wordsIn } from './visit-shared.ts'
import { seenBy } from './visit-start.ts'

type Onward = 'measureReview' | 'weDid'

/** Nothing when the guide does not evaluate, when there is no plan, and when nothing of it was talked about. */
export function reviewPatches(f: Finishing): readonly Patch[] {
  const { plan } = f.view
  const { lane } = f.view
  const review = f.newId()
  const said = plan && reviewSet(f, plan)
  if (!plan || !said) return []
  const mine = { root: f.draft.contribution }
  return [
    patch(lane, 'planReview', review, said, mine),
    ...goalPatches(f, review),
    ...measurePatches(f, review),
    ...signaturePatches(f, review),
    ...planPatches(f, plan),
    ...nextVersionTask(f),
  ]
}

const KINDS: readonly Write['kind'][] = [
  'reviewText',
  'reviewTrust',
  'reviewHowOften',
  'reviewDecision',
  'reviewEndDate',
  'reviewNewGoal',
  'reviewCrisis',
  'goalResult',
  'measureReview',
  'weDid',
]

/** Skipped is silence; declined is an answer: then the evaluation took place, and says so. */
const wasTalkedAbout = (f: Finishing): boolean =>
  KINDS.some((kind) => saidIn(f, kind).some(({ write, answer }) => answer?.kind === 'declined' || applies(write, answer)))

function reviewSet(f: Finishing, plan: PlanView): Partial<Fields['planReview']> | undefined {
  if (!wasTalkedAbout(f)) return undefined
  const decision = decisionIn(f)
  const nextReview = nextReviewOn(f, plan)
  const newEndDate = endDateIn(f)
  return {
    plan: plan.id,
    visit: f.draft.visit,
    on: f.on,
    participants: [...workersOf(f), 'resident'],
    ...textsIn(f),
    ...trustIn(f),
    ...howOftenIn(f),
    ...(decision ? { decision } : {}),
    ...(newEndDate ? { newEndDate } : {}),
    ...(nextReview ? { nextReview } : {}),
    ...crisisIn(f),
  }
}

function workersOf({ view, draft, me }: Finishing): readonly Id[] {
  const workers = view.visits.find((visit) => visit.id === draft.visit)?.workers ?? []
  return workers.includes(me) ? workers : [...workers, me]
}

/** «Ønsket ikke å uttale seg» is recorded as the resident's voice; what was skipped is left out. */
function textsIn(f: Finishing): Partial<Record<Of<'reviewText'>['field'], string>> {
  const told = saidIn(f, 'reviewText').flatMap(({ write, answer }) => {
    const words = answer?.kind === 'declined' ? (write.declined?.[f.language] ?? '') : wordsIn(answer)
    return words === '' ? [] : [[write.field, words] as const]
  })
  return Object.fromEntries(told)
}

function trustIn(f: Finishing): { readonly trust?: number } {
  const value = givenValue(givenIn(f, 'reviewTrust')[0]?.answer)
  return value?.is === 'number' ? { trust: value.number } : {}
}

function howOftenIn(f: Finishing): Pick<Partial<Fields['planReview']>, 'howOften'> {
  const howOften = HOW_OFTEN.find((code) => codesIn(givenIn(f, 'reviewHowOften')[0]?.answer).includes(code))
  return howOften ? { howOften } : {}
}

const decisionIn = (f: Finishing): ReviewDecision | undefined =>
  REVIEW_DECISIONS.find((code) => codesIn(givenIn(f, 'reviewDecision')[0]?.answer).includes(code))

/** Asked what she wants onwards, answered or not: then the plan is evaluated. Until then it stays due. */
const wasAskedOnward = (f: Finishing): boolean =>
  decisionIn(f) !== undefined || saidIn(f, 'reviewDecision').some(({ answer }) => answer?.kind === 'declined')

function endDateIn(f: Finishing): LocalDate | undefined {
  const value = givenValue(givenIn(f, 'reviewEndDate')[0]?.answer)
  return value?.is === 'text' && isLocalDate(value.text) ? value.text : undefined
}

const crisisIn = (f: Finishing): Pick<Partial<Fields['planReview']>, 'crisisPlan'> => {
  const parts = givenIn(f, 'reviewCrisis').map(({ write, answer }) => [write.part, wordsIn(answer)] as const)
  const told = Object.fromEntries(parts)
  return told.whatIf || told.whom ? { crisisPlan: { whatIf: told.whatIf ?? '', whom: told.whom ?? '' } } : {}
}

const OVER: readonly (ReviewDecision | undefined)[] = ['complete', 'end']
const MONTHS_BETWEEN = 3
/** As D7 counts it, so that the date said aloud is the date in the list (DOMAIN.md 3.3). */
function nextReviewOn(f: Finishing, plan: PlanView): LocalDate | undefined {
  if (!wasAskedOnward(f) || OVER.includes(decisionIn(f))) return undefined
  return addMonths(f.on, plan.reviewEveryMonths ?? MONTHS_BETWEEN)
}

function goalPatches(f: Finishing, review: Id): readonly Patch[] {
  const value = givenValue(givenIn(f, 'goalResult')[0]?.answer)
  if (value?.is !== 'scores') return []
  return f.walk.context.goals.flatMap((goal) => {
    const { goalResult, note, why, none } = value.scores[goal.id] ?? {}
    if (!goalResult || none) return []
    const words = [note?.trim(), why?.trim()].filter((one) => one).join('\n')
    const set = { review, goal: goal.id, result: goalResult, ...(words ? { note: words } : {}) }
    return [
      patch(f.view.lane, 'goalResult', f.newId(), set, { root: f.draft.contribution }),
      ...moved(f, 'goal', goal.id, { status: goalResult }),
    ]
  })
}

/** Did it help, shall it go on, and did we do our part: one record for each measure. A no to go on counts at once. */
function measurePatches(f: Finishing, review: Id): readonly Patch[] {
  const onward = givenOf(f, 'measureReview')
  const weDid = givenOf(f, 'weDid')
  const reviews = onward?.is === 'reviews' ? onward.reviews : {}
  const checks = weDid?.is === 'checks' ? weDid.checks : {}
  return (f.view.plan?.measures ?? []).flatMap(({ id }) => {
    const { note, ...told } = reviews[id] ?? {}
    const check = checks[id]
    const words = [note?.trim(), check?.note?.trim()].filter((one) => one).join('\n')
    if (told.helped === undefined && told.onward === undefined && !check) return []
    const set = { review, measure: id, ...told, ...(check ? { weDid: check.result } : {}), ...(words ? { note: words } : {}) }
    return [
      patch(f.view.lane, 'measureReview', f.newId(), set, { root: f.draft.contribution }),
      ...(told.onward === 'stop' ? moved(f, 'measure', id, { status: 'stopped' }) : []),
    ]
  })
}
const givenOf = (f: Finishing, kind: Onward) => givenValue(givenIn(f, kind)[0]?.answer)

function signaturePatches(f: Finishing, review: Id): readonly Patch[] {
  const [agreed] = givenIn(f, 'reviewAgreed')
  if (!agreed) return []
  const value = givenValue(agreed.answer)
  const drawn = value?.is === 'signed' && value.drawn ? { drawn: value.drawn } : {}
  const yes = { of: review, who: f.view.resident.name, role: 'resident', how: agreed.write.how, on: f.on, witness: f.me } as const
  return [patch(f.view.lane, 'signature', f.newId(), { ...yes, ...drawn }, { root: f.draft.contribution })]
}

const STATUS: Readonly<Record<ReviewDecision, PlanStatus | undefined>> = {
  renew: 'in_evaluation',
  change: 'in_evaluation',
  complete: 'completed',
  pause: 'paused',
  end: 'ended_by_resident',
  unsure: undefined,
}

function planPatches(f: Finishing, plan: PlanView): readonly Patch[] {
  if (!wasAskedOnward(f)) return []
  const decision = decisionIn(f)
  // Asked whether this is how she sees it: without her yes the plan does not end (DOMAIN.md 4.5, 6.11).
  const mayMove = !OVER.includes(decision) || givenIn(f, 'reviewAgreed').length > 0
  const status = decision && mayMove ? STATUS[decision] : undefined
  const next = nextReviewOn(f, plan)
  const review = next && { review: { everyMonths: plan.reviewEveryMonths ?? MONTHS_BETWEEN, next } }
  return moved(f, 'plan', plan.id, { lastReviewOn: f.on, ...review, ...(status ? { status } : {}) })
}

/** Registers a signature leaves open. What stands already is not written again: two who say the same make no question. */
function moved(f: Finishing, type: 'plan' | 'goal' | 'measure', rec: Id, set: Readonly<Record<Field, Json>>): readonly Patch[] {
  const row = f.rows.get(rec)
  if (row?.type !== type) return []
  const left = Object.entries(set).filter(([field, v]) => !stands(row, field, v))
  if (left.length === 0) return []
  return [{ lane: f.view.lane, rec, type, set: Object.fromEntries(left), seen: seenBy(f.me, row, f.seen[rec]) }]
}

/** The next version is the office's and the resident's to write; the wish for a new goal goes with it. */
function nextVersionTask(f: Finishing): readonly Patch[] {
  const [asked] = givenIn(f, 'reviewDecision')
  const decision = decisionIn(f)
  if (!asked || (decision !== 'renew' && decision !== 'change')) return []
  const wish = wordsIn(givenIn(f, 'reviewNewGoal')[0]?.answer)
  const title = [asked.write.nextVersion[f.language], ...(wish ? [`«${wish}»`] : [])].join(' ')
  const assignee = f.coordinator ?? f.view.group?.coordinator?.name
  return [patch(f.view.lane, 'task', f.newId(), { title, status: 'open', ...(assignee ? { assignee } : {}) })]
}
