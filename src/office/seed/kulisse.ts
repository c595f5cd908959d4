// Case 9: told the day before, evicted the day after; a temporary place to sleep, belongings to fetch, and a plan for a
// home of his own. Imperfect on purpose: he was never reached before the eviction.

import type { Id, LaneId } from '#domain/ids.ts'
import type { Seed } from './cast.ts'
import { home, notice } from './homes.ts'
import { visitBehind } from './visits.ts'

export async function kulisse(seed: Seed): Promise<void> {
  const { days, write, ingrid, marit, jon } = seed
  const { lane } = await home(seed, {
    name: 'kulisse',
    on: '2026-11-17',
    time: '13:20',
    workers: [marit, jon],
    resident: { displayName: 'Kulisse Karlsen-Prøve', birthYear: 1968, clientStatus: 'active', phone: '00000109' }, // number invented
    household: { childrenKnown: 'no' }, // invented
    // Where he stays now; the home he lost stands in the housing history.
    dwelling: { address: 'Eksempelveien 30', dwellingKind: 'temporary_unit' }, // address invented
    tenancy: { tenureType: 'temporary_stay', writtenLease: 'no', startDate: days.shift('2026-11-18') },
  })
  await write(ingrid, lane, days.at('2026-11-18', '15:30')).add('housingPeriod', {
    kind: 'flat',
    text: 'Leide leilighet. Måtte flytte etter utkastelse.', // invented
    to: days.shift('2026-11-18'),
  })
  const before = await dayBefore(seed, lane)
  const after = await carriedOut(seed, lane, before)
  await sameDay(seed, lane)
  await afterwards(seed, lane, [before, after])
}

async function dayBefore(seed: Seed, linkedCase: LaneId): Promise<Id> {
  const { days, write, ingrid, marit, jon } = seed
  const { lane, inquiry } = await notice(seed, {
    name: 'kulisse',
    on: '2026-11-17',
    time: '12:50',
    workers: [marit, jon],
    set: {
      kind: 'eviction_tomorrow_phone',
      sender: { role: 'municipal_landlord', name: 'Boligbygg' },
      channel: 'phone',
      personText: 'Kulisse Karlsen-Prøve',
      childrenKnown: 'no', // invented
      scheduledAt: days.atTime('2026-11-18', '10:00'), // the hour is invented
      linkedCase,
    },
    also: { clientStatusAtReceipt: 'active', retentionClass: 'client_file' },
    firstAssessment: 'Vi prøver å nå ham i dag, og er til stede i morgen.', // invented
  })
  // Never reached before the eviction.
  const missed = { on: days.shift('2026-11-17'), direction: 'out', result: 'no_answer', inquiry } as const
  await write(ingrid, lane, days.at('2026-11-17', '13:30')).add('contactAttempt', { ...missed, way: 'phone' })
  await write(marit, lane, days.at('2026-11-17', '15:50')).add('contactAttempt', { ...missed, way: 'door' })
  await write(ingrid, lane, days.at('2026-11-17', '15:55')).set('inquiry', inquiry, { status: 'not_reached' })
  return inquiry
}

async function carriedOut(seed: Seed, linkedCase: LaneId, first: Id): Promise<Id> {
  const { days, marit, jon } = seed
  const { inquiry } = await notice(seed, {
    name: 'kulisse-done',
    on: '2026-11-18',
    time: '11:40',
    workers: [marit, jon],
    set: {
      kind: 'eviction_done',
      sender: { role: 'municipal_landlord', name: 'Boligbygg' }, // invented
      channel: 'phone', // invented
      personText: 'Kulisse Karlsen-Prøve',
      childrenKnown: 'no', // invented
      executedAt: days.shift('2026-11-18'),
      linkedCase,
    },
    also: { matter: `inquiry/${first}`, clientStatusAtReceipt: 'active', retentionClass: 'client_file' },
  })
  return inquiry
}

async function sameDay(seed: Seed, lane: LaneId): Promise<void> {
  const { days, write, ingrid, marit, jon } = seed
  const on = '2026-11-18'
  const { visit } = await visitBehind(seed, {
    lane,
    on,
    from: '12:15',
    to: '12:35',
    kind: 'post_eviction',
    guide: 'G7',
    why: 'Etter utkastelsen',
    workers: [marit, jon],
    status: 'done',
    agreedHow: 'unannounced',
    outcome: { code: 'home_at_door' },
    also: { entryBasis: 'not_entered', voluntaryInfoGiven: true },
    parts: [
      {
        by: marit,
        note: 'Vi traff ham utenfor. Han ville gjerne ha et sted å sove.',
        answers: { '7.2': { v: 'outdoors', basis: 'told_by_resident' }, '7.4': { v: 'not_fetched' } },
        leaves: (pen, visit) =>
          pen.add('observation', { visit, area: 'own_wish', basis: 'told_by_resident', text: '«Jeg vil ha en dør jeg kan låse.»' }),
      },
      { by: jon, note: 'Tingene står hos namsfogden. Vi tilbød henting.' },
    ],
  })
  const concern = await write(marit, lane, days.at(on, '12:25')).add('concern', {
    code: 'C-HOMELESS',
    visit,
    basis: 'told_by_resident',
    urgency: 'now',
    raisedFrom: '7.2',
    status: 'open',
  })
  await write(marit, lane, days.at(on, '13:10')).set('concern', concern, {
    action: { taken: 'told_leader', on: days.shift(on), note: 'Midlertidig bolig fra i kveld.' },
    status: 'handled',
  })
  await write(ingrid, lane, days.at(on, '13:40')).add('readReceipt', { of: concern, visit })
  await write(jon, lane, days.at(on, '13:15')).add('task', {
    title: 'Hente tingene sammen',
    assignee: jon,
    due: days.shift('2026-12-02'),
    visit,
    status: 'open',
  })
}

async function afterwards({ days, write, ingrid }: Seed, lane: LaneId, inquiries: readonly Id[]): Promise<void> {
  const desk = write(ingrid, lane, days.at('2026-11-18', '15:20'))
  await desk.add(
    'evictionCase',
    { type: 'eviction_rental', ground: 'unknown', stage: 'executed', inquiries, executedAt: days.shift('2026-11-18'), outcome: 'executed' },
    { also: { belongingsSafe: days.shift('2026-12-02') } },
  )
  await desk.add('stay', { kind: 'temporary_unit', from: days.shift('2026-11-18'), place: 'Eksempelveien 30' })
  await desk.add(
    'assessment',
    {
      kind: 'post_eviction',
      on: days.shift('2026-11-18'),
      conclusion: 'Meldes videre til boligkontoret. Vi følger opp selv med midlertidig bolig og plan for en egen leilighet.', // invented
    },
    { also: { conclusionForward: 'yes', conclusionOwnMeasures: 'yes' } },
  )
  // Step 2: from the temporary place to a flat of his own. The words are invented.
  const plan = await desk.add('plan', {
    version: 1,
    residentsWish: 'Jeg vil ha en dør jeg kan låse.',
    period: { startDate: days.shift('2026-11-23'), endDate: days.shift('2027-05-22') },
    review: { everyMonths: 3, next: days.shift('2027-02-22') },
    frequency: { text: 'To ganger i uken', rule: { unit: 'week', every: 1, times: 2 } },
    status: 'draft',
  })
  await desk.add('goal', { plan, text: 'Fast leilighet', area: 'own_home', horizon: 'long', status: 'open', order: 1 }, { root: plan })
}
