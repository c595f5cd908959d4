// Step 3: the young man of the circular's appendix 1, as DOMAIN.md 6.2 gives it: a group formed before the release, a plan
// made together with him, and a flat he has now had for a year and a half. No name, year of birth or number is given.

import type { Id } from '#domain/ids.ts'
import { laneSubject } from '#domain/ids.ts'
import type { Fields } from '#domain/records.ts'
import type { Seed } from './cast.ts'
import type { Member } from './einar-plan.ts'
import { visitBehind } from './visits.ts'
import type { Writer } from './writer.ts'

export async function kristiansand(seed: Seed): Promise<void> {
  await request(seed)
  await person(seed)
  const nurse = await oppfolgingsplan(seed)
  await group(seed)
  await lastVisit(seed, nurse)
}

/** The prison doctor asked; responsible follow-up was demanded. Dates are invented. */
async function request({ days, write, lane: laneOf, share, ingrid, marit }: Seed): Promise<void> {
  const lane = laneOf('inquiry', 'kristiansand')
  const desk = write(ingrid, lane, days.at('2025-03-18', '09:30'))
  const inquiry = await desk.add(
    'inquiry',
    {
      kind: 'prison_or_hospital_release',
      sender: { role: 'gp', name: 'Fengselslegen' },
      channel: 'phone',
      receivedDate: days.shift('2025-03-18'),
      personText: 'Ung mann (K)',
      requestedFromUs: 'Bistand med søknad om kommunal bolig',
      childrenKnown: 'no',
      status: 'new',
    },
    { rec: laneSubject(lane), also: { clientStatusAtReceipt: 'active', retentionClass: 'client_file' } },
  )
  await share(lane, [marit])
  await desk.add(
    'assessment',
    {
      kind: 'first',
      on: days.shift('2025-03-18'),
      children: 'no',
      needsHelp: 'yes',
      conclusion: 'Kommunen krever en ansvarlig oppfølging rundt søkeren. Ansvarsgruppe settes ned.',
    },
    { also: { inquiry } },
  )
  await write(ingrid, lane, days.at('2025-05-20', '15:00')).set(
    'inquiry',
    inquiry,
    { status: 'closed', linkedCase: laneOf('case', 'kristiansand') },
    { closeReason: 'help_started' },
  )
}

async function person({ days, write, lane: laneOf, share, ingrid, marit }: Seed): Promise<void> {
  const lane = laneOf('case', 'kristiansand')
  const desk = write(ingrid, lane, days.at('2025-03-19', '10:00'))
  await desk.add('resident', {
    displayName: 'Ung mann (K)',
    clientStatus: 'active',
    addressProtection: 'none',
    income: { mainIncome: 'social_assistance' },
    status: 'open',
  })
  await share(lane, [marit])
  await desk.add('household', { name: 'Ung mann (K)', childrenKnown: 'no', childrenCount: 0 })
  await desk.add('householdMember', { displayName: 'Ung mann (K)', relation: 'self', livesHere: 'full' })
  await desk.add('housingPeriod', {
    kind: 'flat', // invented
    text: 'Kastet ut av tidligere bolig: husbråk, trakk til seg «gode venner», stort rusmisbruk',
  })
  await desk.add('housingPeriod', { kind: 'prison', text: 'Fengsel; soning ferdig, løslates når han kan flytte til bolig' })
  await desk.add('observation', {
    area: 'substance',
    basis: 'told_by_other',
    text: 'Rus/psykiatri og kriminalitet; i rus psykotisk og full av angst',
  })
  await desk.add('observation', { area: 'cleanliness', basis: 'told_by_other', text: 'Klarte i gode perioder å stelle boligen selv' })
  const dwelling = await desk.add('dwelling', {
    address: 'Eksempelveien 14', // invented
    dwellingKind: 'flat',
    rooms: 1,
    environmentNote: 'Uten naboer tett innpå, sentralt, uten kjente rusproblemer eller kriminalitet i nabolaget',
  })
  await desk.add('tenancy', {
    dwelling,
    tenureType: 'municipal_owned',
    landlord: 'Demo kommune', // invented
    writtenLease: 'yes', // invented
    startDate: days.shift('2025-05-20'),
    status: 'active',
  })
}

/** The follow-up plan of 2025, and version 2 of it that holds now. That it was renewed once is invented. */
async function oppfolgingsplan({ days, write, lane, ingrid }: Seed): Promise<Id> {
  const at = lane('case', 'kristiansand')
  const first = write(ingrid, at, days.at('2025-05-15', '12:00'))
  const words: Partial<Fields['plan']> = {
    background: 'Oppfølgingsplan, laget sammen med søkeren før løslatelsen.',
    residentsWish: 'Jeg vil ha et sted å bo i ro.', // invented
    expectationsOnResident: 'Kost og renhold klarer jeg selv når jeg er rusfri.',
    expectationsOnServices: 'Vi holder avtalene og gir den hjelpen som er lovet.', // invented
    frequency: { text: 'Én gang i uken', rule: { unit: 'week', every: 1 } },
  }
  const before = await first.add('plan', {
    ...words,
    version: 1,
    period: { startDate: days.shift('2025-05-20'), endDate: days.shift('2026-05-20') },
    review: { everyMonths: 3, next: days.shift('2026-05-20') },
    status: 'active',
  })
  const now = write(ingrid, at, days.at('2026-05-20', '12:00'))
  await now.set('plan', before, { status: 'renewed', lastReviewOn: days.shift('2026-05-20') })
  const plan = await now.add('plan', {
    ...words,
    version: 2,
    previous: before,
    why: 'renewal',
    period: { startDate: days.shift('2026-05-20'), endDate: days.shift('2027-05-19') },
    review: { everyMonths: 3, next: days.shift('2026-12-08') },
    lastReviewOn: days.shift('2026-09-08'), // invented
    status: 'active',
  })
  const home = await now.add(
    'goal',
    { plan, text: 'Beholde boligen', area: 'keep_home', horizon: 'long', status: 'in_progress', order: 1 },
    { root: plan },
  ) // invented
  const work = await now.add(
    'goal',
    {
      plan,
      text: 'Arbeidstrening',
      area: 'work_activity',
      horizon: 'long',
      status: 'in_progress',
      baseline: 2, // invented
      target: 4, // invented
      order: 2,
    },
    { root: plan },
  )
  return planMeasures(now, plan, home, work, { startDate: days.shift('2025-05-20') })
}

async function planMeasures(desk: Writer, plan: Id, home: Id, work: Id, period: Fields['measure']['period']): Promise<Id> {
  const always = { plan, goals: [home], period, status: 'active', requiresConsent: false } as const
  const measure = (set: Partial<Fields['measure']>): Promise<Id> => desk.add('measure', { ...always, ...set }, { root: plan })
  const nurse = await measure({
    order: 1,
    kind: 'visit',
    text: 'Hjemmebesøk av psykiatrisk sykepleier én gang per uke',
    responsible: ['Psykiatrisk sykepleier'],
    frequency: { unit: 'week', every: 1 },
  })
  // Word to the police about absence asks for a consent of its own, and it is not given: the legal side is not clear.
  const bloodTest = await measure({
    order: 2,
    kind: 'blood_test',
    text: 'Utvidede blodprøver hos egen lege to ganger per uke',
    responsible: ['resident', 'Primærlege'],
    frequency: { unit: 'week', every: 1, times: 2 },
    reportClause: { on: 'absence', to: 'police', when: 'immediately' },
    requiresConsent: true,
    status: 'planned',
  })
  await desk.add('consent', {
    kind: 'measure_report_clause',
    about: bloodTest,
    text: 'Hvis jeg ikke møter til blodprøve, kan legen si fra til politiet med en gang. Jeg kan trekke dette tilbake.',
    how: 'paper',
    given: null,
  })
  await measure({
    order: 3,
    kind: 'addiction_clinic',
    text: 'Jevnlige samtaler på ruspoliklinikken',
    responsible: ['resident', 'Ruspoliklinikken'],
  })
  await measure({
    goals: [home, work],
    order: 4,
    kind: 'support_contact',
    text: 'Støttekontakt som tar ham med på positive rusfrie tiltak sammen med andre unge',
    responsible: ['Støttekontakt'],
  })
  await measure({
    order: 5,
    kind: 'other',
    text: 'Klarer kost og renhold selv hvis rusfri',
    responsible: ['resident'],
  })
  return nurse
}

/** Formed before the release, and still at work. */
async function group({ days, write, lane, ingrid }: Seed): Promise<void> {
  const desk = write(ingrid, lane('case', 'kristiansand'), days.at('2025-04-08', '14:00'))
  const made = await desk.add('group', {
    purpose: 'Forberede løslatelse, bolig og oppfølging sammen med ham',
    status: 'active',
    period: { startDate: days.shift('2025-04-08') },
  })
  const given = { by: 'Søker selv', on: days.shift('2025-04-08') }
  for (const [order, { says, isCoordinator, ...member }] of MEMBERS.entries()) {
    const about = await desk.add('groupMember', { group: made, order: order + 1, period: { from: days.shift('2025-04-08') }, ...member })
    if (isCoordinator) await desk.set('group', made, { coordinator: about })
    if (says)
      await desk.add('consent', {
        kind: 'share_with_member',
        about,
        how: 'paper',
        text: says.text,
        topics: says.topics,
        given: says.isAnswered ? given : null,
      })
  }
}

/** Numbers, the coordinator and who may know what are invented. */
const MEMBERS: readonly Member[] = [
  { name: 'Søker selv', roleCode: 'resident', responsibility: 'Med i alle møter' },
  {
    name: 'Boligkontoret',
    roleCode: 'housing_office',
    phone: '00000021',
    says: { text: 'Boligkontoret kan vite om boligen.', topics: ['home'], isAnswered: true },
  },
  {
    name: 'Politibetjent fra bydelen',
    roleCode: 'police',
    phone: '00000033',
    says: { text: 'Politibetjenten i gruppa kan få vite om avtalene mine.', topics: ['appointments'], isAnswered: false },
  },
  {
    name: 'Primærlege',
    roleCode: 'gp',
    phone: '00000034',
    says: { text: 'Legen min kan vite om helsen min.', topics: ['health'], isAnswered: true },
  },
  {
    name: 'Psykiatrisk sykepleier',
    roleCode: 'psych_nurse',
    phone: '00000035',
    says: {
      text: 'Sykepleieren kan vite om helsen, avtalene og målene mine.',
      topics: ['plan', 'appointments', 'health'],
      isAnswered: true,
    },
  },
  {
    name: 'Sosialkurator',
    roleCode: 'social_curator',
    phone: '00000036',
    isCoordinator: true,
    says: { text: 'Sosialkuratoren kan vite om boligen, økonomien og målene mine.', topics: ['plan', 'home', 'economy'], isAnswered: true },
  },
]

/** Invented: a visit, so that there is a last time to speak of. */
async function lastVisit(seed: Seed, nurse: Id): Promise<void> {
  const { days, marit, lane } = seed
  const on = '2026-11-12'
  const { visit } = await visitBehind(seed, {
    lane: lane('case', 'kristiansand'),
    on,
    from: '13:00',
    to: '13:40',
    kind: 'followup',
    guide: 'G2',
    why: 'Månedlig besøk',
    workers: [marit],
    status: 'done',
    outcome: { code: 'home_full' },
    also: { entryBasis: 'invited', residentSawNotes: 'offered' },
    parts: [
      {
        by: marit,
        note: 'Han trives i arbeidstreningen og ordner leiligheten selv.',
        answers: { 'since.how': { v: 'Det går fint på jobben.', basis: 'told_by_resident' }, 'everyday.neighbours': { v: 4 } },
        leaves: async (pen, visit) => {
          await pen.add('measureLog', { measure: nurse, on: days.shift(on), done: 'yes', visit })
          await pen.add('observation', {
            visit,
            area: 'activity',
            level: 3,
            basis: 'told_by_resident',
            text: 'Arbeidstrening tre dager i uken.',
          })
        },
      },
    ],
  })
  await seed.write(marit, lane('case', 'kristiansand'), days.at(on, '14:10')).add('task', {
    title: 'Avklare med jurist om legen kan si fra til politiet',
    assignee: seed.ingrid,
    due: days.shift('2026-12-04'),
    visit,
    status: 'open',
  })
}
