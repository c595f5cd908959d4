// Step 5: what lies ahead. Four visits for Marit on the start date, and at least one on each of the next five workdays,
// beside the weekly Tuesday with Einar, whose hour (11 to 12) is kept free. Added to the source, all of it.

import type { VisitKind } from '#domain/codes.ts'
import type { LocalDate } from '#domain/ids.ts'
import type { Cast, Seed } from './cast.ts'
import { atTime, workdaysAhead } from './days.ts'
import { einarsTuesday } from './einar-visits.ts'
import { visitAhead } from './visits.ts'

interface Planned {
  readonly home: string
  readonly from: string
  readonly to: string
  readonly kind: VisitKind
  readonly why: string
  readonly who: readonly (keyof Cast)[]
}

const EINAR: Planned = {
  home: 'einar',
  from: '11:00',
  to: '12:00',
  kind: 'followup',

  why: 'Stolene til stua',
  who: ['marit', 'jon'],
}

const TODAY: readonly Planned[] = [
  { home: 'kulisse', from: '09:30', to: '10:15', kind: 'post_eviction', why: 'Hente tingene', who: ['marit'] },
  { home: 'testine', from: '13:00', to: '14:00', kind: 'arrears', why: 'Svare namsfogden', who: ['marit'] },
  { home: 'skisse', from: '14:45', to: '15:30', kind: 'followup', why: 'Bytte av bolig', who: ['marit', 'jon'] },
]

const NEXT_WORKDAYS: readonly (readonly Planned[])[] = [
  [
    {
      home: 'prove',
      from: '09:30',
      to: '10:00',
      kind: 'attempt_unannounced',

      why: 'Prøve på døren igjen',
      who: ['marit', 'jon'],
    },
    { home: 'fiktivstad', from: '13:00', to: '14:00', kind: 'arrears', why: 'Gå gjennom lånet', who: ['marit'] },
  ],
  [
    { home: 'kristiansand', from: '09:30', to: '10:15', kind: 'followup', why: 'Månedlig besøk', who: ['marit'] },
    { home: 'utkast', from: '13:30', to: '14:15', kind: 'followup', why: 'Høre hvordan det går', who: ['jon'] },
  ],
  [
    { home: 'testine', from: '09:00', to: '09:45', kind: 'followup', why: 'Avtalen med utleier', who: ['marit', 'jon'] },
    { home: 'kulisse', from: '13:00', to: '13:45', kind: 'post_eviction', why: 'Plan for egen leilighet', who: ['marit'] },
    { home: 'skisse', from: '14:30', to: '15:15', kind: 'followup', why: 'Søknad om bytte', who: ['jon'] },
  ],
  [{ home: 'skisse', from: '13:00', to: '13:45', kind: 'followup', why: 'Se på planen sammen', who: ['marit', 'jon'] }],
  [
    { home: 'fiktivstad', from: '09:30', to: '10:15', kind: 'followup', why: 'Svar fra banken', who: ['marit'] },
    { home: 'prove', from: '13:00', to: '13:30', kind: 'followup', why: 'Lese post sammen', who: ['marit', 'jon'] },
  ],
]

export async function week(seed: Seed): Promise<void> {
  const { today } = seed.days
  for (const planned of TODAY) await plan(seed, today, planned)
  // On a Tuesday the weekly visit is already there.
  if (einarsTuesday(seed.days) !== today) await plan(seed, today, EINAR)
  const ahead = workdaysAhead(today, NEXT_WORKDAYS.length)
  for (const [i, date] of ahead.entries()) for (const planned of NEXT_WORKDAYS[i] ?? []) await plan(seed, date, planned)
}

async function plan(seed: Seed, date: LocalDate, { home, from, to, who, ...planned }: Planned): Promise<void> {
  const workers = who.map((name) => seed[name])
  await visitAhead(seed, {
    ...planned,
    lane: seed.lane('case', home),
    start: atTime(date, from),
    endsAt: to,
    workers,
    by: workers[0] ?? seed.marit,
  })
}
