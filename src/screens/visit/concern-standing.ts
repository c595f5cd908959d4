// How far a concern has come, and which numbers to show with it.

import type { Answer } from '#device/casebook.ts'
import type { ConcernGuide } from '#domain/guide.ts'
import type { Id } from '#domain/ids.ts'
import { asText, part } from '#domain/reading.ts'
import type { RecordRow } from '#domain/register.ts'
import { phoneNumber } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import type { EmergencyNumber } from '../parts/emergency.tsx'
import { officeRow } from '../people.ts'

export type ConcernStanding = 'saved' | 'sent' | 'custody' | 'held' | 'settled'

/** The least of its changes: nothing reads as sent before the office has it (DESIGN.md 4). */
export function concernStanding({ rows, states }: Answer, concern: Id): ConcernStanding {
  const row = rows.get(concern)
  if (!row) return 'saved'
  const found = Object.values(row.regs).flatMap((heads) => heads.flatMap((head) => states.get(head.by) ?? []))
  const order = ['saved', 'sent', 'custody', 'held'] as const
  return order.find((state) => found.includes(state)) ?? 'settled'
}

type Who = ConcernGuide['call'][number]
const DEFAULTS: Readonly<Record<Who, string | undefined>> = { police: '112', health: '113', fire: '110', childWelfare: undefined }

/** From the office's settings; the three national numbers stand also where nobody has set them. */
export function emergencyNumbers(office: readonly RecordRow[], guide: ConcernGuide | undefined, say: Say): readonly EmergencyNumber[] {
  const row = officeRow(office)
  return (guide?.call ?? (['health', 'police'] as const)).flatMap((who, i) => {
    const phone = (row && asText(part(row, 'emergency', who))) ?? DEFAULTS[who]
    return phone ? [numberOf(who, phone, i === 0, say)] : []
  })
}

function numberOf(who: Who, phone: string, isFirst: boolean, say: Say): EmergencyNumber {
  const shown = phoneNumber(phone)
  const tone = isFirst ? 'call' : who === 'childWelfare' ? 'plain' : 'danger'
  if (who === 'childWelfare')
    return { code: who, phone, tone, title: say('visit.call.childWelfare'), hint: say('visit.call.allDay', { phone: shown }) }
  return { code: who, phone, tone, title: say('visit.call.number', { phone: shown }), hint: say(`visit.call.${who}`) }
}
