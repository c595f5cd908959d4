// Step 2: «Einar», the collaboration plan of the circular's appendix 2, as DOMAIN.md 6.1 gives it. What the source does
// not say and a record needs is marked `invented`. The source ends without an outcome; so does this.

import type { Id } from '#domain/ids.ts'
import type { Seed } from './cast.ts'
import { einarsGroup, einarsPlan } from './einar-plan.ts'
import { einarsVisits } from './einar-visits.ts'

export async function einar(seed: Seed): Promise<void> {
  await einarsHome(seed)
  const plan = await einarsPlan(seed)
  await einarsGroup(seed)
  await einarsVisits(seed, plan)
}

async function einarsHome({ days, write, lane: laneOf, share, ingrid, marit, jon }: Seed): Promise<void> {
  const lane = laneOf('case', 'einar')
  const desk = write(ingrid, lane, days.at('2026-08-24', '10:15'))
  await desk.add('resident', {
    displayName: 'Einar',
    birthYear: 1958, // invented
    phone: '00000101', // invented
    clientStatus: 'active',
    addressProtection: 'none',
    income: { incomeDay: 20, mainIncome: 'disability' }, // the day is invented
    whatWorks: 'Faste tider og samme hjemmehjelp. Kaffe først, så prat.', // invented
    whatDoesNotWork: 'Uanmeldte besøk tidlig på dagen.', // invented
    safetyFlag: { level: 'two_workers', reason: 'Vi har avtalt å komme to.', reviewBy: days.shift('2027-03-01') }, // invented
    status: 'open',
  })
  await share(lane, [marit, jon])
  await desk.add('household', { name: 'Einar', childrenKnown: 'no', childrenCount: 0 })
  await desk.add('householdMember', { displayName: 'Einar', relation: 'self', livesHere: 'full' })
  await desk.add('housingPeriod', { kind: 'street', text: 'Mange år på gata' })
  await desk.add('housingPeriod', { kind: 'shared_house', text: 'Hybelhus' })
  await desk.add('housingPeriod', { kind: 'flat', text: 'Kommunal leilighet, tildelt på grunn av dårlig fysisk helse' })
  const dwelling = await desk.add('dwelling', { address: 'Eksempelveien 1', dwellingKind: 'flat', earmark: 'none' })
  await desk.add('tenancy', {
    dwelling,
    tenureType: 'municipal_owned',
    landlord: 'Demo kommune', // invented
    writtenLease: 'yes',
    paymentMethod: 'direct_by_social_service',
    status: 'active',
  })
  await troubleBefore({ desk, days })
}

/** Repeated complaints, breach of house rules and a very dirty flat. Dates and senders are invented. */
async function troubleBefore({ desk, days }: { desk: ReturnType<Seed['write']>; days: Seed['days'] }): Promise<Id> {
  await desk.add('complaint', {
    receivedAt: days.shift('2026-07-06'),
    about: 'hygiene_common_area',
    text: 'Urinering i oppgangen',
    fromRole: 'neighbour',
  })
  await desk.add('complaint', { receivedAt: days.shift('2026-07-20'), about: 'smell', fromRole: 'neighbour' })
  await desk.add('complaint', { receivedAt: days.shift('2026-08-10'), about: 'noise', fromRole: 'neighbour' })
  const evictionCase = await desk.add('evictionCase', {
    type: 'eviction_rental',
    ground: 'house_rules_breach',
    stage: 'default',
    causeCategory: ['substance', 'health'],
    inquiries: [],
    outcome: 'open',
  })
  return desk.add('addendum', { of: evictionCase, text: 'Kommunelege involvert; leiligheten ryddet og vasket ned.' })
}
