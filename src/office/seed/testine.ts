// Case 3: a petition copy from the namsfogd, a family with two children, and a way out in sight. Imperfect on purpose:
// Marit and Jon wrote different amounts while both were offline, and both stand.

import { addMonths } from '#domain/calendar.ts'
import { type Id, type LaneId, localDate } from '#domain/ids.ts'
import type { Seed } from './cast.ts'
import { home, individualAssessment, notice } from './homes.ts'
import { visitBehind } from './visits.ts'

export async function testine(seed: Seed): Promise<void> {
  const { marit, jon } = seed
  const { lane, tenancy } = await home(seed, {
    name: 'testine',
    on: '2026-11-20',
    time: '09:05',
    workers: [marit, jon],
    resident: {
      displayName: 'Testine Eksempelsen',
      birthYear: 1989,
      phone: '00000103', // invented
      clientStatus: 'none',
      income: { incomeDay: 12, mainIncome: 'wage' },
    },
    household: { childrenKnown: 'yes', childrenCount: 2, childrenBirthYears: [2017, 2020] },
    members: [
      { displayName: 'Testine Eksempelsen', relation: 'self', birthYear: 1989, livesHere: 'full' },
      { displayName: 'Eldste barn', relation: 'child', birthYear: 2017, livesHere: 'full' },
      { displayName: 'Yngste barn', relation: 'child', birthYear: 2020, livesHere: 'full' },
    ],
    dwelling: { address: 'Prøvegata 12', floor: '2', dwellingKind: 'flat' }, // invented
    tenancy: {
      tenureType: 'private_rental',
      landlord: 'Utleier Demo', // invented
      writtenLease: 'yes',
      evictionClause: 'yes',
      rentMonthly: 1_300_000,
      rentDueDay: 1,
      paymentMethod: 'invoice',
    },
  })
  const petition = await petitionCopy(seed, lane)
  await atHome(seed, lane)
  await wayOut(seed, lane, tenancy, petition)
}

async function petitionCopy(seed: Seed, linkedCase: LaneId): Promise<Id> {
  const { days, write, ingrid, marit, jon } = seed
  const { lane, inquiry } = await notice(seed, {
    name: 'testine',
    on: '2026-11-19',
    time: '09:10',
    workers: [marit, jon],
    set: {
      kind: 'petition_copy',
      sender: { role: 'namsfogd', name: 'Namsfogden' },
      channel: 'digital_post', // invented
      noticeDate: days.shift('2026-11-17'),
      personText: 'Testine Eksempelsen, Prøvegata 12',
      amount: { due: 2_600_000, months: 2 },
      childrenKnown: 'yes',
    },
    also: { clientStatusAtReceipt: 'none', retentionClass: 'inquiry_register' },
    firstAssessment: 'To barn bor i boligen. Brev i dag, og vi ringer hvis hun ikke tar kontakt.', // invented
  })
  await write(ingrid, lane, days.at('2026-11-19', '10:40')).add('letter', {
    inquiry,
    template: 'L1',
    status: 'sent',
    sentDate: days.shift('2026-11-19'),
    copies: [{ to: 'namsfogd', decided: 'yes', sentDate: days.shift('2026-11-19') }],
  })
  await write(ingrid, lane, days.at('2026-11-19', '10:42')).set('inquiry', inquiry, { status: 'letter_sent' })
  const call = write(ingrid, lane, days.at('2026-11-20', '08:55'))
  await call.add('contactAttempt', {
    on: days.shift('2026-11-20'),
    direction: 'in',
    way: 'phone',
    result: 'reached',
    note: 'Ringte etter å ha lest brevet. Vil gjerne ha besøk i dag.', // invented
    inquiry,
  })
  await call.set('inquiry', inquiry, { status: 'in_contact', linkedCase })
  await individualAssessment(seed, 'testine', '2026-11-20', 'Besøk i dag. Avtale med utleier og fast trekk er mulige veier ut.')
  return inquiry
}

async function atHome(seed: Seed, lane: LaneId): Promise<void> {
  const { days, write, marit, jon } = seed
  const on = '2026-11-20'
  const { visit } = await visitBehind(seed, {
    lane,
    on,
    from: '12:00',
    to: '13:00',
    kind: 'arrears',
    guide: 'G3',
    why: 'Etter brev fra namsfogden',
    workers: [marit, jon],
    status: 'done',
    agreedHow: 'at_residents_request',
    outcome: { code: 'home_full' },
    also: { entryBasis: 'invited', othersPresent: ['resident', 'children'], voluntaryInfoGiven: true, residentSawNotes: 'read_together' },
    parts: [
      {
        by: marit,
        note: 'Begjæringen gjelder to måneder. Hun vil bli boende.',
        answers: {
          '3.1': { v: 'read' },
          '3.3': { v: 'Fikk mindre vakter i høst og kom bakpå.', basis: 'told_by_resident' },
          '3.8': { v: 'yes' },
          '3.13': { v: 'yes' },
        },
        leaves: (pen, visit) => pen.add('observation', { visit, area: 'economy', basis: 'seen', text: 'Står i begjæringen: 26 000 kr.' }),
      },
      {
        by: jon,
        note: 'Hun tror det er tre måneder, med den som nettopp forfalt.',
        answers: { '3.4': { v: 3_900_000, basis: 'told_by_resident' } },
        leaves: async (pen, visit) => {
          await pen.add('observation', { visit, area: 'economy', basis: 'told_by_resident', text: 'Testine sa selv: 39 000 kr.' })
          await pen.add('observation', { visit, area: 'children', level: 4, basis: 'seen', text: 'Barna har det de trenger.' })
        },
      },
    ],
  })
  const arrears = await write(marit, lane, days.at(on, '12:41')).add('arrears', {
    period: 'To måneder',
    amount: 2_600_000,
    basis: 'seen',
    what: 'rent',
    source: 'notice',
    reminderUnderstood: 'yes',
    visit,
  })
  await write(jon, lane, days.at(on, '12:55')).unseen('arrears', arrears, { amount: 3_900_000 })
  await write(marit, lane, days.at(on, '13:20')).add('task', {
    title: 'Ringe utleier sammen om avtalen',
    assignee: marit,
    due: days.shift('2026-11-27'),
    visit,
    status: 'open',
  })
}

async function wayOut({ days, write, ingrid }: Seed, lane: LaneId, tenancy: Id, petition: Id): Promise<void> {
  const desk = write(ingrid, lane, days.at('2026-11-20', '14:05'))
  await desk.add(
    'evictionCase',
    {
      type: 'eviction_rental',
      ground: 'arrears_clause', // invented
      stage: 'petitioned',
      causeCategory: ['money'], // invented
      inquiries: [petition],
      amount: 2_600_000,
      outcome: 'open',
    },
    {
      also: {
        tenancy,
        householdWithChildren: 'yes',
        copyDate: days.shift('2026-11-17'),
        firstNamsfogdNotice: days.shift('2026-11-17'),
        expectedEnd: 'averted',
      },
    },
  )
  await desk.add('consent', {
    kind: 'direct_deduction',
    text: 'Husleien kan trekkes fast og betales rett til utleier. Jeg kan si stopp når jeg vil.',
    how: 'signature_on_screen',
    given: { by: 'Testine Eksempelsen', on: days.shift('2026-11-20') },
  })
  const due = localDate(`${days.shift('2026-12-15').slice(0, 7)}-15`)
  await desk.add('paymentArrangement', {
    creditor: 'Utleier Demo',
    total: 2_600_000,
    perTerm: 433_400,
    terms: 6,
    last: 433_000,
    payNow: 0,
    dueDay: 15,
    firstDate: due,
    lastDate: addMonths(due, 5),
    negotiatedBy: ingrid,
    agreedByResident: { on: days.shift('2026-11-20') },
    status: 'proposed',
  })
}
