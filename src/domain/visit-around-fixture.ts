// What lies around a visit in tests: the matter of the rows, its deadlines by two made-up rules, and words one can read.

import type { DeadlinePack } from './deadline-rules.ts'
import { deadlinesOf } from './deadlines.ts'
import { type Id, localDate } from './ids.ts'
import { matterFacts } from './matter.ts'
import type { RecordRow } from './register.ts'
import type { FillWords, Surroundings } from './visit-known.ts'

export const WORDS: FillWords = {
  notice: (kind) => `<${kind}>`,
  sender: ({ kind, role, name }) => name ?? role ?? `?${kind}`,
  complaint: (about) => `<${about ?? '-'}>`,
  complaintDay: (on) => on ?? 'i det siste',
  day: (on) => on,
  money: (ore) => `${ore / 100} kr`,
  noPhone: 'spør meg',
}
const rule = <C extends string, P>(code: C, params: P) => ({
  code,
  version: `${code}-1`,
  title: { nb: code, nn: code },
  kind: 'deadline' as const,
  params,
  source: { title: 't', section: 's', url: null },
  legalStatus: 'design' as const,
  validFrom: localDate('2000-01-01'),
  validTo: null,
  verifiedOn: localDate('2026-01-01'),
  verifiedBy: 'x',
  reviewBy: localDate('2027-01-01'),
  supersedes: null,
  note: '',
})
const PACK: DeadlinePack = {
  pack: 'nasjonal',
  rules: {
    D4: [rule('D4', { weeks: 2 })],
    D5: [rule('D5', { weeks: 2, windowFromDays: 28, windowToDays: 42 })],
    D10: [rule('D10', { days: 14 })],
  },
}

export function around(rows: ReadonlyMap<Id, RecordRow>, more: Partial<Surroundings> = {}): Surroundings {
  const matter = more.matter ?? matterFacts([...rows.values()])
  const calendar = { saturdayIsWorkday: false, closedDays: [] }
  return {
    rows,
    matter,
    deadlines: deadlinesOf({ matter, calendar, packs: [PACK] }),
    contact: { name: 'Marit', phone: '22 22 22 22' },
    words: WORDS,
    ...more,
  }
}
