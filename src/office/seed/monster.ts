// Case 6: somebody who says no at the door, calls in later, and says no again. Nothing follows from it. Imperfect on
// purpose: we came one day late (28th due, 29th done), and one question was met with «vil ikke svare».

import type { Seed } from './cast.ts'
import { home, individualAssessment, notice } from './homes.ts'
import { visitBehind } from './visits.ts'

export async function monster(seed: Seed): Promise<void> {
  const { days, write, ingrid, marit, jon } = seed
  const workers = [marit, jon]
  const { lane } = await home(seed, {
    name: 'monster',
    on: '2026-10-29',
    time: '09:30',
    workers,
    resident: { displayName: 'Mønster Malvik-Test', birthYear: 1995, clientStatus: 'none' },
    household: { childrenKnown: 'no' }, // invented
    dwelling: { address: 'Prøvegata 9', dwellingKind: 'flat' }, // invented
    tenancy: { tenureType: 'private_rental', landlord: 'Utleier Demo', writtenLease: 'yes' }, // invented
  })
  const { lane: register, inquiry } = await notice(seed, {
    name: 'monster',
    on: '2026-10-19',
    time: '11:00',
    workers,
    set: {
      kind: 'arrears_notice',
      sender: { role: 'landlord', name: 'Utleier Demo' }, // invented
      channel: 'email_secure', // invented
      personText: 'Mønster Malvik-Test, Prøvegata 9',
      childrenKnown: 'no', // invented
    },
    also: { clientStatusAtReceipt: 'none', retentionClass: 'inquiry_register' },
    firstAssessment: 'Ikke klient hos oss. Brev med tilbud om hjelp.', // invented
  })
  const letter = write(ingrid, register, days.at('2026-10-21', '10:00'))
  await letter.add('letter', {
    inquiry,
    template: 'L3',
    status: 'sent',
    sentDate: days.shift('2026-10-21'),
    copies: [{ to: 'landlord', decided: 'no', reason: 'Utleier trenger ikke å vite noe.' }], // invented
  })
  await letter.set('inquiry', inquiry, { status: 'letter_sent' })
  await individualAssessment(seed, 'monster', '2026-10-29', 'Har ikke svart på brevet. Vi går på døren i dag.')
  await atTheDoor(seed)
  await write(marit, register, days.at('2026-10-29', '12:20')).add('contactAttempt', {
    on: days.shift('2026-10-29'),
    direction: 'out',
    way: 'door',
    result: 'refused',
    note: 'Vil ringe selv.',
    inquiry,
  })
  await write(ingrid, register, days.at('2026-11-06', '13:15')).add('contactAttempt', {
    on: days.shift('2026-11-06'),
    direction: 'in',
    way: 'phone',
    result: 'reached',
    note: 'Takk for tilbudet. Ønsker ikke plan nå.', // invented
    inquiry,
  })
  const closing = days.at('2026-11-06', '13:40')
  await write(ingrid, lane, closing).add('plan', { version: 1, status: 'declined', residentsWish: 'Jeg ordner det selv.' }) // the words are invented
  await write(ingrid, register, closing).set('inquiry', inquiry, { status: 'closed', linkedCase: lane }, { closeReason: 'help_declined' })
}

async function atTheDoor(seed: Seed): Promise<void> {
  const { marit, jon } = seed
  await visitBehind(seed, {
    lane: seed.lane('case', 'monster'),
    on: '2026-10-29',
    from: '12:00',
    to: '12:10',
    kind: 'arrears',
    guide: 'G3',
    why: 'Etter varsel om husleie',
    workers: [marit, jon],
    status: 'not_done',
    agreedHow: 'announced_by_letter',
    outcome: { code: 'declined_service' },
    also: { entryBasis: 'not_entered', voluntaryInfoGiven: true },
    parts: [
      {
        by: marit,
        note: 'Sa nei takk, og fikk nummeret. Det er helt greit.',
        answers: { 'no.4': { v: 'will_call_self' }, '3.3': { declined: true } },
      },
      { by: jon, note: 'Enig.' },
    ],
  })
}
