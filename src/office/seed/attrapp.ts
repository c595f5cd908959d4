// Case 7: the address belongs to another district, so the notice is forwarded there and receipt confirmed the next day.
// The deadline goes on running. There is no case lane: only the notice, and only the office sees it.

import type { Seed } from './cast.ts'
import { notice } from './homes.ts'

export async function attrapp(seed: Seed): Promise<void> {
  const { days, write, ingrid } = seed
  const { lane, inquiry } = await notice(seed, {
    name: 'attrapp',
    on: '2026-11-17',
    time: '09:45',
    workers: [],
    set: {
      kind: 'arrears_notice',
      sender: { role: 'landlord' }, // invented; the name was not on the notice, and is left open
      channel: 'letter', // invented
      personText: 'Attrapp Andersen-Demo, Prøvegata 7',
      childrenKnown: 'unknown', // invented
    },
    also: { clientStatusAtReceipt: 'passive', retentionClass: 'inquiry_register' },
    firstAssessment: 'Passiv sak i en annen bydel. Sendes videre i dag.', // invented
  })
  const transfer = await write(ingrid, lane, days.at('2026-11-17', '13:30')).plain('transfer', {
    inquiry,
    toDistrict: 'Prøvebydelen', // invented
    reason: 'passive_elsewhere_address',
    sentAt: days.shift('2026-11-17'),
    how: 'secure_mail', // invented
    deadlineHandedOver: days.shift('2026-11-20'),
  })
  await write(ingrid, lane, days.at('2026-11-17', '13:35')).set('inquiry', inquiry, { status: 'forwarded' })
  const confirmed = write(ingrid, lane, days.at('2026-11-18', '10:05'))
  await confirmed.plain('transfer', { receivedConfirmedAt: days.shift('2026-11-18'), deviceCopiesRevoked: true }, transfer)
  await confirmed.set('inquiry', inquiry, { status: 'closed' }, { closeReason: 'transferred' })
}
