// Case 8: three complaints in thirty days, and a home that others have moved into. A living environment service, an
// exchange of dwelling, a plan on offer. Imperfect on purpose: Jon's part of the visit has not come in, one complaint
// was noted twice, and one observation is put right by a later one.

import type { LaneId } from '#domain/ids.ts'
import type { Seed } from './cast.ts'
import { home } from './homes.ts'
import { visitBehind } from './visits.ts'

export async function skisse(seed: Seed): Promise<void> {
  const { marit, jon } = seed
  const { lane } = await home(seed, {
    name: 'skisse',
    on: '2026-10-26',
    time: '12:10',
    workers: [marit, jon],
    resident: {
      displayName: 'Skisse Sandkasse',
      birthYear: 1979,
      phone: '00000108', // invented
      clientStatus: 'active',
      whatWorks: 'Ring på to ganger, og si hvem dere er.', // invented
    },
    household: { childrenKnown: 'no' }, // invented
    dwelling: {
      ...{ address: 'Eksempelveien 9', floor: '1', dwellingKind: 'flat' }, // invented
      neighbourContact: { name: 'Øve Øvesen', area: 'Borettslaget' },
    },
    tenancy: { tenureType: 'municipal_owned', landlord: 'Demo kommune', writtenLease: 'yes' }, // lease invented
    tenancyAlso: { inCoop: true },
  })
  await complaints(seed, lane)
  await afterComplaints(seed, lane)
  await planOffered(seed, lane)
}

async function complaints({ days, write, ingrid }: Seed, lane: LaneId): Promise<void> {
  const noted = (on: string) => write(ingrid, lane, days.at(on, '12:30'))
  await noted('2026-10-26').add('complaint', {
    receivedAt: days.shift('2026-10-26'),
    about: 'noise',
    fromRole: 'anonymous',
    text: 'Høy musikk etter klokka 23.', // invented
    handledHow: 'knocked',
    status: 'handled',
  })
  await noted('2026-11-05').add('complaint', { receivedAt: days.shift('2026-11-05'), about: 'visitors', fromRole: 'anonymous' }) // from whom is invented
  const board = await noted('2026-11-14').add('complaint', { receivedAt: days.shift('2026-11-14'), about: 'noise', fromRole: 'board' })
  // At the desk only, and only for whoever coordinates. The name and the number are invented.
  await noted('2026-11-14').add('reporter', { complaint: board, name: 'Styreleder Demo', phone: '00000118' })
  const twice = await noted('2026-11-16').add('complaint', { receivedAt: days.shift('2026-11-14'), about: 'noise', fromRole: 'board' })
  await write(ingrid, lane, days.at('2026-11-16', '15:10')).strike('complaint', twice, 'Samme klage, notert to ganger.')
}

async function afterComplaints(seed: Seed, lane: LaneId): Promise<void> {
  const { days, write, ingrid, marit, jon } = seed
  const on = '2026-11-16'
  const { visit } = await visitBehind(seed, {
    lane,
    on,
    from: '14:00',
    to: '14:50',
    kind: 'neighbour_complaint',
    guide: 'G4',
    why: 'Høre hvordan det står til',
    workers: [marit, jon],
    status: 'done',
    outcome: { code: 'home_full' },
    also: { entryBasis: 'invited', othersPresent: ['resident', 'friends'], voluntaryInfoGiven: true },
    parts: [
      {
        by: marit,
        note: 'Det er ikke Skisse selv som bråker. Ønsker å bytte til et roligere sted.',
        answers: { '4.2': { v: 'partly' }, '4.4': { v: 'others' }, '4.5': { v: 'no' }, '4.9': { v: 'yes' } },
        leaves: async (pen, visit) => {
          const first = await pen.add('observation', { visit, area: 'visitors', level: 1, basis: 'seen', text: 'Fire andre i stua.' })
          const later = await pen.add('observation', {
            visit,
            area: 'visitors',
            level: 1,
            basis: 'seen',
            text: 'Tre andre i stua. En gikk igjen.',
          })
          await pen.set('observation', first, { correctedBy: later })
          await pen.add('observation', {
            visit,
            area: 'own_wish',
            basis: 'told_by_resident',
            text: '«Jeg får ikke sagt nei når de ringer på.»',
          })
        },
      },
    ],
  })
  const later = write(marit, lane, days.at(on, '15:20'))
  await later.add('concern', {
    code: 'C-EXPLOIT',
    visit,
    basis: 'assessment',
    urgency: 'this_week',
    raisedFrom: '4.5',
    action: { taken: 'talked_with_resident', on: days.shift(on) },
    status: 'open',
  })
  await later.add('task', { title: 'Søke om å bytte bolig', assignee: ingrid, due: days.shift('2026-11-30'), visit, status: 'open' })
}

async function planOffered({ days, write, ingrid }: Seed, lane: LaneId): Promise<void> {
  const desk = write(ingrid, lane, days.at('2026-11-18', '10:30'))
  // The plan round the goal is invented.
  const plan = await desk.add('plan', {
    version: 1,
    residentsWish: 'Jeg vil ha ro rundt meg.',
    expectationsOnServices: 'Vi hjelper med å bytte bolig, og bomiljøtjenesten kommer innom.',
    period: { startDate: days.shift('2026-11-23'), endDate: days.shift('2027-05-22') },
    review: { everyMonths: 3, next: days.shift('2027-02-22') },
    frequency: { text: 'Hver uke', rule: { unit: 'week', every: 1 } },
    status: 'offered',
  })
  const goal = await desk.add(
    'goal',
    { plan, text: 'Bytte til et roligere sted', area: 'move', horizon: 'long', status: 'open', order: 1 },
    { root: plan },
  )
  await desk.add(
    'measure',
    {
      plan,
      goals: [goal],
      order: 1,
      kind: 'other',
      text: 'Bomiljøtjenesten kommer innom',
      responsible: ['Bomiljøtjenesten'],
      period: { startDate: days.shift('2026-11-23') },
      requiresConsent: false,
      status: 'planned',
    },
    { root: plan },
  )
  await desk.add('grant', { code: 'bolig_bytte', status: 'considered', on: days.shift('2026-11-18') })
}
