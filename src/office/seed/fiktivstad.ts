// Case 5: notice of a forced sale of a co-op flat. The bank gets the copy; refinancing and deferred instalments are looked
// into. Imperfect on purpose: shared costs were first written as the debt, and marked as an error.

import type { LaneId } from '#domain/ids.ts'
import type { Seed } from './cast.ts'
import { home, individualAssessment, notice } from './homes.ts'

export async function fiktivstad(seed: Seed): Promise<void> {
  const { days, write, ingrid, marit } = seed
  const { lane } = await home(seed, {
    name: 'fiktivstad',
    on: '2026-11-16',
    time: '13:00',
    workers: [marit],
    resident: {
      displayName: 'Demo Fiktivstad',
      birthYear: 1976,
      phone: '00000105', // invented
      clientStatus: 'passive',
      income: { mainIncome: 'wage', incomeDay: 15 }, // invented
    },
    household: { childrenKnown: 'unknown' },
    dwelling: { address: 'Eksempelveien 22', floor: '3', dwellingKind: 'flat' }, // invented
    tenancy: { tenureType: 'coop_share' },
  })
  const sale = await forcedSale(seed, lane)
  const desk = write(ingrid, lane, days.at('2026-11-19', '14:00'))
  await desk.add('evictionCase', { type: 'forced_sale', ground: 'other', stage: 'notified', inquiries: [sale], outcome: 'open' })
  await desk.add('grant', { code: 'startlan_refinansiering', status: 'considered', on: days.shift('2026-11-19') })
  await desk.add('grant', { code: 'avdragsutsettelse', status: 'applied', on: days.shift('2026-11-19') })
  await budget(seed, lane)
  const wrong = await desk.add('arrears', { period: 'Felleskostnader, oktober', amount: 520_000, basis: 'told_by_resident' })
  await write(ingrid, lane, days.at('2026-11-20', '09:20')).strike(
    'arrears',
    wrong,
    'Feilført. Felleskostnadene er betalt; det er lånet som ikke er det.',
  )
}

async function forcedSale(seed: Seed, linkedCase: LaneId) {
  const { days, write, ingrid, marit } = seed
  const { lane, inquiry } = await notice(seed, {
    name: 'fiktivstad',
    on: '2026-11-16',
    time: '10:30',
    workers: [marit],
    set: {
      kind: 'forced_sale_notice',
      sender: { role: 'court', name: 'Tingretten' },
      channel: 'digital_post', // invented
      noticeDate: days.shift('2026-11-13'), // invented
      personText: 'Demo Fiktivstad, Eksempelveien 22',
      childrenKnown: 'unknown',
      linkedCase,
    },
    also: { clientStatusAtReceipt: 'passive', retentionClass: 'client_file' },
    firstAssessment: 'Passiv sak fra før. Brev og tilbud om gjennomgang av lånet.', // invented
  })
  await write(ingrid, lane, days.at('2026-11-19', '09:50')).add('letter', {
    inquiry,
    template: 'L2',
    status: 'sent',
    sentDate: days.shift('2026-11-19'),
    copies: [{ to: 'claimant', claimant: 'Eksempelbanken', decided: 'yes', sentDate: days.shift('2026-11-19') }],
  })
  await write(ingrid, lane, days.at('2026-11-19', '13:40')).add('contactAttempt', {
    on: days.shift('2026-11-19'),
    direction: 'in',
    way: 'phone',
    result: 'reached',
    note: 'Ringte om lånet. Vi gikk gjennom inntekter og utgifter.', // invented
    inquiry,
  })
  await individualAssessment(seed, 'fiktivstad', '2026-11-17', 'Se på lånet sammen før brev går ut.')
  await write(ingrid, lane, days.at('2026-11-19', '13:45')).set('inquiry', inquiry, { status: 'in_contact' })
  return inquiry
}

/** 24 800 kr in and 27 100 kr out. The single lines are invented. */
async function budget({ days, write, ingrid }: Seed, lane: LaneId): Promise<void> {
  const desk = write(ingrid, lane, days.at('2026-11-19', '14:20'))
  const made = await desk.add('budget', { month: days.shift('2026-11-19').slice(0, 7), madeWith: 'resident' })
  const lines = [
    { kind: 'income', label: 'Lønn', amount: 2_480_000 },
    { kind: 'expense', label: 'Lån', amount: 1_250_000 },
    { kind: 'expense', label: 'Felleskostnader', amount: 520_000 },
    { kind: 'expense', label: 'Strøm', amount: 140_000 },
    { kind: 'expense', label: 'Mat', amount: 500_000 },
    { kind: 'expense', label: 'Annet', amount: 300_000 },
  ] as const
  for (const [order, line] of lines.entries()) await desk.add('budgetLine', { budget: made, source: 'told', ...line, order })
}
