// The visits to Einar (DOMAIN.md 6.1): one with a new table, one that got a new time, one with scores, and the one ahead.
// Marit and Jon each write their own part. Ingrid has read the two older ones.

import type { Id, LocalDate } from '#domain/ids.ts'
import type { Seed } from './cast.ts'
import { atTime, type Days } from './days.ts'
import type { EinarsPlan } from './einar-plan.ts'
import { visitAhead, visitBehind } from './visits.ts'

/** Tuesday 2026-11-24 in the source. When that Tuesday has passed it is the next. */
export const einarsTuesday = (days: Days): LocalDate => days.ahead('2026-11-24')

export async function einarsVisits(seed: Seed, plan: EinarsPlan): Promise<void> {
  await newTable(seed, plan)
  await newTime(seed)
  await scores(seed, plan)
  await tuesdayAhead(seed)
}

async function newTable(seed: Seed, { goals }: EinarsPlan): Promise<void> {
  const { days, marit, jon } = seed
  const on = '2026-11-03'
  const { visit, parts } = await visitBehind(seed, {
    lane: seed.lane('case', 'einar'),
    on,
    from: '11:00',
    to: '11:50',
    kind: 'followup',
    guide: 'G2',
    why: 'Ukentlig besøk',
    workers: [marit, jon],
    status: 'done',
    outcome: { code: 'home_full' },
    also: { entryBasis: 'invited', activities: ['furniture'], residentSawNotes: 'read_together', voluntaryInfoGiven: true },
    parts: [
      {
        by: marit,
        note: 'Kjøpte bord',
        answers: {
          'since.how': { v: 'Det går greit. Jeg savner et sted å spise.', basis: 'told_by_resident' }, // invented
          'rent.paid': { v: 'deducted' }, // invented
          'everyday.together': { v: ['furniture'] },
        },
        // Invented: the first scores, for something to compare with.
        leaves: async (pen, visit) => {
          await pen.add('goalScore', { goal: goals.H2a, on: days.shift(on), by: 'resident', score: 1, visit })
          await pen.add('goalScore', { goal: goals.H2b, on: days.shift(on), by: 'resident', score: 1, visit })
          await pen.add('goalScore', { goal: goals.H1a, on: days.shift(on), by: 'resident', score: 2, visit })
          await pen.add('observation', { visit, area: 'furniture', level: 3, basis: 'seen', text: 'Nytt bord på plass i stua.' })
        },
      },
      { by: jon, note: 'Bordet er satt sammen. Einar valgte det selv.' }, // invented
    ],
  })
  await readBy(seed, visit, parts, '2026-11-04')
}

async function newTime(seed: Seed): Promise<void> {
  const { days, marit, jon } = seed
  const lane = seed.lane('case', 'einar')
  const { visit, parts } = await visitBehind(seed, {
    lane,
    on: '2026-11-10',
    from: '11:00',
    to: '11:10',
    kind: 'followup',
    guide: 'G2',
    why: 'Ukentlig besøk',
    workers: [marit, jon],
    status: 'not_done',
    outcome: { code: 'intoxicated', note: 'Ny tid avtalt torsdag' },
    also: { entryBasis: 'not_entered' }, // invented
    parts: [
      { by: marit, note: 'Vi ble enige om ny tid torsdag.', answers: { 'start.outcome': { v: 'intoxicated' } } },
      { by: jon, note: 'Enig. Det var en rolig prat på døren.' }, // invented
    ],
  })
  const task = await seed.write(marit, lane, days.at('2026-11-10', '11:35')).add('task', {
    title: 'Ny tid torsdag',
    assignee: marit,
    due: days.shift('2026-11-12'),
    visit,
    status: 'open',
  })
  await seed.write(marit, lane, days.at('2026-11-12', '12:05')).set('task', task, { status: 'done', doneOn: days.shift('2026-11-12') })
  await readBy(seed, visit, parts, '2026-11-11')
}

async function scores(seed: Seed, { goals, homeHelp }: EinarsPlan): Promise<void> {
  const { days, write, marit, jon } = seed
  const on = '2026-11-17'
  const lane = seed.lane('case', 'einar')
  const { visit } = await visitBehind(seed, {
    lane,
    on,
    from: '11:00',
    to: '11:50',
    kind: 'followup',
    guide: 'G2',
    why: 'Ukentlig besøk',
    workers: [marit, jon],
    status: 'done',
    outcome: { code: 'home_full' },
    also: { entryBasis: 'invited', activities: ['tidy'], residentSawNotes: 'read_together', voluntaryInfoGiven: true }, // invented
    parts: [
      {
        by: marit,
        note: 'Fast tid virker. Foreslår å handle sammen neste gang.', // invented
        answers: {
          'since.how': { v: 'Det er bedre når det er Hege som kommer. Da vet jeg hva som skjer.', basis: 'told_by_resident' }, // invented
          'rent.paid': { v: 'deducted' }, // invented
          'rent.post': { skipped: true }, // invented
        },
        leaves: async (pen, visit) => {
          await pen.add('goalScore', { goal: goals.H2a, on: days.shift(on), by: 'resident', score: 2, visit })
          await pen.add('goalScore', { goal: goals.H2b, on: days.shift(on), by: 'resident', score: 2, visit })
          await pen.add('goalScore', { goal: goals.H1a, on: days.shift(on), by: 'resident', score: 3, visit })
          // The rest is invented.
          await pen.add('measureLog', { measure: homeHelp, on: days.shift(on), done: 'partly', note: 'To av tre avtaler holdt.', visit })
          await pen.add('observation', {
            visit,
            area: 'cleanliness',
            level: 2,
            basis: 'seen',
            text: 'Stua er ryddet. Bordet er i bruk. Kjøkkenet trenger hjelp.',
          })
          await pen.add('observation', {
            visit,
            area: 'own_wish',
            basis: 'told_by_resident',
            text: '«Det er bedre når det er Hege som kommer. Da vet jeg hva som skjer.»',
          })
          await pen.add('observation', {
            visit,
            area: 'house_rules',
            level: 3,
            basis: 'told_by_other',
            text: 'Hjemmehjelpen: to av tre avtaler holdt denne måneden.',
          })
        },
      },
      {
        by: jon,
        note: 'Enig. Tar med handleliste.', // invented
        leaves: (pen, visit) =>
          pen.add('observation', { visit, area: 'neighbours', level: 3, basis: 'assessment', text: 'Roligere i oppgangen enn før.' }),
      },
    ],
  })
  const pen = write(marit, lane, days.at(on, '12:30'))
  const helper = await pen.add('task', {
    title: 'Einar tar imot hjemmehjelpen torsdag',
    assignee: 'resident',
    due: days.shift('2026-11-19'),
    visit,
    status: 'open',
  })
  await pen.add('task', { title: 'Vi kjøper stoler sammen', assignee: marit, due: days.shift('2026-11-27'), visit, status: 'open' })
  await write(marit, lane, days.at('2026-11-19', '13:10')).set('task', helper, { status: 'done', doneOn: days.shift('2026-11-19') })
}

async function readBy({ days, write, lane, ingrid }: Seed, visit: Id, parts: readonly Id[], on: string): Promise<void> {
  const desk = write(ingrid, lane('case', 'einar'), days.at(on, '08:02'))
  for (const part of parts) await desk.add('readReceipt', { of: part, visit })
}

async function tuesdayAhead(seed: Seed): Promise<void> {
  const { marit, jon, days } = seed
  const on = einarsTuesday(days)
  await visitAhead(seed, {
    lane: seed.lane('case', 'einar'),
    start: atTime(on, '11:00'),
    endsAt: '12:00',
    kind: 'followup',
    why: 'Ukentlig besøk',
    workers: [marit, jon],
    by: marit,
  })
}
