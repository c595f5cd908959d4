// Case 4: an arrears notice about an old man who was no client and was not reached. Special assessment, unopened post,
// the chief doctor, the namsfogd, and an eviction put off. Imperfect on purpose: the first received date was wrong, and
// was put right with a reason.

import type { Id, LaneId } from '#domain/ids.ts'
import type { Seed } from './cast.ts'
import { home, individualAssessment, notice } from './homes.ts'
import { visitBehind } from './visits.ts'

export async function prove(seed: Seed): Promise<void> {
  const { marit, jon } = seed
  const arrears = await arrearsNotice(seed)
  const { lane } = await home(seed, {
    name: 'prove',
    on: '2026-11-12',
    time: '09:00',
    workers: [marit, jon],
    resident: { displayName: 'Prøve Prøvesen', birthYear: 1941, clientStatus: 'none' },
    household: { childrenKnown: 'no', childrenCount: 0 },
    dwelling: { address: 'Prøvegata 3', floor: '1', dwellingKind: 'flat' }, // invented
    tenancy: { tenureType: 'private_rental', landlord: 'Forvalter Demo', writtenLease: 'unknown' }, // invented
  })
  await seed.write(seed.ingrid, arrears.lane, seed.days.at('2026-11-12', '09:05')).set('inquiry', arrears.inquiry, {
    linkedCase: lane,
    status: 'special_assessment',
  })
  await individualAssessment(seed, 'prove', '2026-11-12', 'Ikke nådd på brev og telefon. Vi går på døren i dag.')
  await atTheDoor(seed, lane)
  await assessments(seed, lane)
  const capacity = await fromNamsfogd(seed, lane)
  await seed.write(seed.ingrid, lane, seed.days.at('2026-11-18', '14:30')).add(
    'evictionCase',
    {
      type: 'eviction_rental',
      ground: 'unknown', // invented
      stage: 'postponed',
      inquiries: [arrears.inquiry, capacity],
      outcome: 'open',
    },
    { also: { why: 'capacity', householdWithChildren: 'no' } },
  )
}

async function arrearsNotice(seed: Seed): Promise<{ lane: LaneId; inquiry: Id }> {
  const { days, write, ingrid, marit, jon } = seed
  const { lane, inquiry } = await notice(seed, {
    name: 'prove',
    on: '2026-11-02',
    time: '08:40',
    workers: [marit, jon],
    set: {
      kind: 'arrears_notice',
      sender: { role: 'landlord_agent', name: 'Forvalter Demo' },
      channel: 'letter', // invented
      noticeDate: days.shift('2026-10-28'),
      personText: 'Prøve Prøvesen, Prøvegata 3',
      childrenKnown: 'no',
    },
    also: { clientStatusAtReceipt: 'none', retentionClass: 'inquiry_register' },
    firstAssessment: 'Ikke klient hos oss. Født 1941: høy alder vurderes hvis vi ikke får kontakt.', // invented
  })
  const corrected = write(ingrid, lane, days.at('2026-11-03', '10:10'))
  await corrected.set('inquiry', inquiry, { receivedDate: days.shift('2026-10-30') })
  await corrected.add('addendum', {
    of: inquiry,
    text: `Mottatt-datoen er rettet til ${days.say('2026-10-30')} Brevet lå i postmottaket over helgen.`,
  })
  const letter = write(ingrid, lane, days.at('2026-11-04', '11:15'))
  await letter.add('letter', {
    inquiry,
    template: 'L3',
    status: 'sent',
    sentDate: days.shift('2026-11-04'),
    copies: [{ to: 'landlord', decided: 'no', reason: 'Ikke nødvendig ennå' }],
  })
  await letter.set('inquiry', inquiry, { status: 'letter_sent' })
  await write(ingrid, lane, days.at('2026-11-11', '10:20')).add('contactAttempt', {
    on: days.shift('2026-11-11'),
    direction: 'out',
    way: 'phone',
    result: 'no_answer',
    inquiry,
  })
  await write(marit, lane, days.at('2026-11-12', '13:35')).add('contactAttempt', {
    on: days.shift('2026-11-12'),
    direction: 'out',
    way: 'door',
    result: 'no_answer',
    note: 'Post hoper seg opp',
    inquiry,
  })
  return { lane, inquiry }
}

async function atTheDoor(seed: Seed, lane: LaneId): Promise<void> {
  const { ingrid, marit, jon, days, write } = seed
  const { visit } = await visitBehind(seed, {
    lane,
    on: '2026-11-12',
    from: '13:15',
    to: '13:25',
    kind: 'attempt_unannounced',
    guide: 'G3',
    why: 'Ikke svar på brev og telefon',
    workers: [marit, jon],
    status: 'not_done',
    agreedHow: 'unannounced',
    outcome: { code: 'no_answer' },
    also: { entryBasis: 'not_entered' },
    parts: [
      {
        by: marit,
        note: 'La igjen en nøytral lapp i lukket konvolutt.',
        leaves: (pen, visit) =>
          pen.add('observation', { visit, area: 'post', level: 1, basis: 'seen', text: 'Posten hoper seg opp i postkassen.' }),
      },
      { by: jon, note: 'Lys inne. Ingen lyder.' },
    ],
  })
  const concern = await write(marit, lane, days.at('2026-11-12', '13:40')).add('concern', {
    code: 'C-CAPACITY',
    visit,
    basis: 'assessment',
    urgency: 'today',
    raisedFrom: 'post',
    action: { taken: 'told_leader', on: days.shift('2026-11-12'), note: 'Ingrid tar det videre til kommuneoverlegen.' },
    status: 'handled',
  })
  await write(ingrid, lane, days.at('2026-11-12', '14:30')).add('readReceipt', { of: concern, visit })
}

async function assessments({ days, write, ingrid }: Seed, lane: LaneId): Promise<void> {
  await write(ingrid, lane, days.at('2026-11-12', '15:00')).add('assessment', {
    kind: 'special',
    on: days.shift('2026-11-12'),
    highAge: 'yes',
    needsHelp: 'yes',
    children: 'no',
    conclusion: 'Høy alder, uåpnet post og ingen kontakt. Saken følges opp videre.', // invented
  })
  await write(ingrid, lane, days.at('2026-11-13', '09:15')).add(
    'assessment',
    { kind: 'capacity', on: days.shift('2026-11-13'), conclusion: 'Sendt kommuneoverlegen for vurdering.' },
    { also: { assignedTo: 'chief_doctor' } },
  )
}

async function fromNamsfogd(seed: Seed, linkedCase: LaneId): Promise<Id> {
  const { days, write, ingrid, marit, jon } = seed
  const { lane, inquiry } = await notice(seed, {
    name: 'prove-capacity',
    on: '2026-11-18',
    time: '11:30',
    workers: [marit, jon],
    set: {
      kind: 'namsfogd_capacity',
      sender: { role: 'namsfogd', name: 'Namsfogden' },
      channel: 'phone',
      personText: 'Prøve Prøvesen, Prøvegata 3',
      childrenKnown: 'no',
      linkedCase,
    },
    also: { matter: seed.lane('inquiry', 'prove'), clientStatusAtReceipt: 'none', retentionClass: 'inquiry_register' },
    firstAssessment: 'Utkastelsen er utsatt. Namsfogden venter på svar fra oss.', // invented
  })
  await write(ingrid, lane, days.at('2026-11-18', '14:20')).add('letter', { inquiry, template: 'L6', status: 'draft', copies: [] })
  return inquiry
}
