// Step 1: the three people and the settings of the demo office. All phone numbers begin with four noughts and reach nobody.

import { laneOf } from '#domain/ids.ts'
import type { SeedOffice } from '../seed-port.ts'
import type { Cast, Seed } from './cast.ts'

/** Asked for at every start: an account that is there already is answered with its user. */
export async function demoAccounts(office: SeedOffice): Promise<Cast> {
  const marit = await office.account({
    account: 'marit',
    password: 'demo-marit',
    name: 'Marit',
    roles: ['followup_worker'],
    phone: '00000001',
    place: 'field',
  })
  const jon = await office.account({
    account: 'jon',
    password: 'demo-jon',
    name: 'Jon',
    roles: ['followup_worker'],
    phone: '00000002',
    place: 'field',
  })
  const ingrid = await office.account({
    account: 'ingrid',
    password: 'demo-ingrid',
    name: 'Ingrid',
    roles: ['case_worker', 'leader'], // leader: the office's own settings are hers to write
    phone: '00000003',
    place: 'desk',
  })
  return { marit, jon, ingrid }
}

export async function officeSettings({ office, ingrid, days, write }: Seed): Promise<void> {
  const lane = laneOf('office', office.officeId)
  const desk = write(ingrid, lane, days.at('2026-08-03', '09:00'))
  await desk.add(
    'office',
    {
      name: 'Demo kommune',
      municipality: 'Demo kommune',
      phone: '00000000',
      emergency: { police: '112', health: '113', fire: '110', childWelfare: '116111' },
    },
    { rec: office.officeId, also: { service: 'Sosialtjenesten i Nav' } },
  )
  for (const agency of AGENCIES) await desk.add('agency', agency)
}

const AGENCIES = [
  { name: 'Boligkontoret', kind: 'housing_office', phone: '00000021' },
  { name: 'Hjemmetjenesten', kind: 'home_help', phone: '00000022' },
  { name: 'Namsfogden', kind: 'namsfogd', phone: '00000023' },
  { name: 'Kommuneoverlegen', kind: 'chief_doctor', phone: '00000024' },
  { name: 'Avrusningen', kind: 'detox', phone: '00000025' },
  { name: 'Ruspoliklinikken', kind: 'addiction_clinic', phone: '00000027' },
  { name: 'Økonomisk rådgivning', kind: 'economic_adviser', phone: '00000028' },
  { name: 'Bomiljøtjenesten', kind: 'living_environment_service', phone: '00000029' },
  { name: 'Demobydelen', kind: 'district', phone: '00000041' },
  { name: 'Prøvebydelen', kind: 'district', phone: '00000042' },
  // The contact for neighbours in the housing co-op of case 8. Never on a phone together with the home.
  { name: 'Øve Øvesen', kind: 'neighbour_contact', phone: '00000026' },
] as const
