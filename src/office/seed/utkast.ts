// Case 10: a family that moved in, got a due date that fits the income, and has finished its plan after nine months.
// Imperfect on purpose: the review in July was called off, and one question was skipped.

import type { Id, LaneId } from '#domain/ids.ts'
import type { Fields } from '#domain/records.ts'
import type { Seed } from './cast.ts'
import { home } from './homes.ts'
import { visitBehind } from './visits.ts'

export async function utkast(seed: Seed): Promise<void> {
  const { days, write, ingrid, marit, jon } = seed
  const { lane, tenancy } = await home(seed, {
    name: 'utkast',
    on: '2026-01-12',
    time: '10:00',
    workers: [marit, jon],
    resident: {
      displayName: 'Utkast Testfamilien',
      phone: '00000110', // invented
      clientStatus: 'active', // invented
      language: { code: 'so', interpreterNeeded: true },
      income: { incomeDay: 20 }, // invented: the reason for the new due date
      whatWorks: 'Tolk på telefon. Vis fram tingene mens dere forklarer.', // invented
    },
    household: { childrenKnown: 'yes', childrenCount: 1, childrenBirthYears: [2025] }, // year invented
    members: [
      { displayName: 'Mor', relation: 'self', livesHere: 'full' },
      { displayName: 'Far', relation: 'spouse', livesHere: 'full' },
      { displayName: 'Barn', relation: 'child', birthYear: 2025, livesHere: 'full' },
    ],
    dwelling: { address: 'Prøvegata 15', floor: '4', dwellingKind: 'flat' }, // invented
    tenancy: {
      tenureType: 'municipal_hired_in',
      landlord: 'Demo kommune', // invented
      writtenLease: 'yes', // invented
      startDate: days.shift('2026-01-15'),
      rentDueDay: 1,
      paymentMethod: 'avtalegiro', // invented
    },
  })
  const later = write(ingrid, lane, days.at('2026-02-10', '11:00'))
  await later.set('tenancy', tenancy, { rentDueDay: 22 })
  await later.add('grant', { code: 'bostotte', status: 'granted', on: days.shift('2026-02-10') })
  await later.add('grant', { code: 'fleksibel_forfall', status: 'granted', on: days.shift('2026-02-10') })
  await later.add('consent', {
    kind: 'interpreter',
    text: 'Vi vil ha tolk når vi møtes.',
    how: 'oral_witnessed',
    given: { by: 'Utkast Testfamilien', on: days.shift('2026-01-16') },
  })
  await moveIn(seed, lane)
  await twoPlans(seed, lane)
}

async function moveIn(seed: Seed, lane: LaneId): Promise<void> {
  await visitBehind(seed, {
    lane,
    on: '2026-01-16',
    from: '10:00',
    to: '11:20',
    kind: 'move_in',
    guide: 'G5',
    why: 'Innflytting',
    workers: [seed.marit, seed.jon],
    status: 'done',
    outcome: { code: 'home_full' },
    also: { entryBasis: 'invited', othersPresent: ['resident', 'children', 'others'], voluntaryInfoGiven: true },
    parts: [
      {
        by: seed.marit,
        note: 'Vi gikk gjennom strøm, søppel og husordensregler sammen med tolk.',
        answers: { '5.1': { v: 'At barnet får eget rom.', basis: 'told_by_resident' }, '5.4': { skipped: true }, '5.13': { v: 'later' } },
      },
      { by: seed.jon, note: 'Røykvarsleren er prøvd.' },
    ],
  })
}

async function twoPlans(seed: Seed, lane: LaneId): Promise<void> {
  const { days, write, ingrid } = seed
  const first = await planVersion(seed, lane, 1, '2026-01-16', '2026-07-16')
  await review(seed, lane, first, '2026-04-16', 'renew')
  await write(ingrid, lane, days.at('2026-04-16', '14:00')).set('plan', first.plan, {
    status: 'renewed',
    lastReviewOn: days.shift('2026-04-16'),
  })
  const second = await planVersion(seed, lane, 2, '2026-04-16', '2026-10-16', first)
  await visitBehind(seed, {
    lane,
    on: '2026-07-16',
    from: '10:00',
    to: '11:00',
    kind: 'plan_review',
    guide: 'G6',
    why: 'Se på planen sammen',
    workers: [seed.marit],
    status: 'cancelled',
    outcome: { code: 'cancelled_by_resident', note: 'På ferie.' },
    parts: [],
  })
  await review(seed, lane, second, '2026-10-15', 'complete')
  await write(ingrid, lane, days.at('2026-10-15', '14:00')).set('plan', second.plan, {
    status: 'completed',
    lastReviewOn: days.shift('2026-10-15'),
  })
}

interface Version {
  readonly plan: Id
  readonly goals: readonly Id[]
}
const GOALS = [
  { text: 'Vi beholder boligen', area: 'keep_home', horizon: 'long' },
  { text: 'Husleien betales hver måned', area: 'pay_rent', horizon: 'short' },
  { text: 'Vi kjenner husordensreglene', area: 'house_rules', horizon: 'short' },
] as const

/** The wish and the two sub-goals are invented. */
async function planVersion(seed: Seed, lane: LaneId, version: number, from: string, to: string, before?: Version): Promise<Version> {
  const { days, write, ingrid } = seed
  const isDone = version === 2
  const desk = write(ingrid, lane, days.at(from, '13:00'))
  const plan = await desk.add('plan', {
    version,
    ...(before ? { previous: before.plan, why: 'renewal' as const } : {}),
    residentsWish: 'Vi vil bli boende og ha det trygt.',
    period: { startDate: days.shift(from), endDate: days.shift(to) },
    review: { everyMonths: 3, next: days.shift(isDone ? '2026-07-16' : '2026-04-16') },
    frequency: { text: 'Hver 14. dag', rule: { unit: 'week', every: 2 } },
    status: 'active',
  })
  const status = isDone ? 'reached' : 'in_progress'
  const goals: Id[] = []
  for (const [i, goal] of GOALS.entries()) {
    const [main] = goals
    const cameFrom = before?.goals[i]
    const tied = { ...(main ? { parent: main } : {}), ...(cameFrom ? { cameFrom } : {}) }
    goals.push(await desk.add('goal', { plan, ...tied, ...goal, status, order: i + 1 }, { root: plan }))
  }
  return { plan, goals }
}

/** What was said and how each goal stood is invented; that both were evaluated, and how they were decided, is not. */
const SAID = {
  renew: {
    note: 'Planen virker. Vi fortsetter.',
    voice: 'Det er godt at noen forklarer.',
    goals: { score: 2, result: 'partly' },
    more: { whatHelped: 'Tolk på telefon.', trust: 4, newEndDate: '2026-10-16', nextReview: '2026-07-16' },
  },
  complete: {
    note: 'Målene er nådd. Takk for samarbeidet.',
    voice: 'Nå klarer vi dette selv.',
    goals: { score: 4, result: 'reached' },
    more: {
      whatHelped: 'Forfall etter at pengene kommer.',
      trust: 5,
      crisisPlan: { whatIf: 'Ringe før husleia forfaller.', whom: 'Marit' },
    },
  },
} as const

async function review(seed: Seed, lane: LaneId, { plan, goals }: Version, on: string, decision: 'renew' | 'complete'): Promise<void> {
  const { days, marit, jon } = seed
  const said = SAID[decision]
  const more: Partial<Fields['planReview']> =
    'newEndDate' in said.more
      ? { ...said.more, newEndDate: days.shift(said.more.newEndDate), nextReview: days.shift(said.more.nextReview) }
      : said.more
  await visitBehind(seed, {
    lane,
    on,
    from: '10:00',
    to: '11:00',
    kind: 'plan_review',
    guide: 'G6',
    why: 'Se på planen sammen',
    workers: [marit, jon],
    status: 'done',
    outcome: { code: 'home_full' },
    also: { entryBasis: 'invited', othersPresent: ['resident', 'children', 'others'], residentSawNotes: 'read_together' },
    parts: [
      {
        by: marit,
        note: said.note,
        answers: { 'then.content': { v: said.voice }, 'onward.decision': { v: decision } },
        leaves: async (pen, visit) => {
          const about = { plan, visit, on: days.shift(on), participants: [marit, jon, 'resident'] }
          const made = await pen.add('planReview', { ...about, decision, residentsVoice: said.voice, ...more })
          for (const goal of goals.slice(1)) {
            await pen.add('goalScore', { goal, on: days.shift(on), by: 'resident', score: said.goals.score, visit })
            await pen.add('goalResult', { review: made, goal, result: said.goals.result })
          }
        },
      },
      { by: jon, note: 'Enig.' },
    ],
  })
}
