// Words nobody may ever see on a screen that is turned to the resident: what workers noted, what others told, concerns,
// why one takes care, a colleague's part of a visit, who complained, what a complaint says, and the name of another
// resident. Put into the demo by Jon's phone and Ingrid's desk before Marit's phone fetches it.

import { expect } from '@playwright/test'
import type { Id, Json, LaneId } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { aChange, aDesk, aId, anEdit, aPhone } from '../support/caller.ts'

export const MARK = 'MERKE'
const OTHER = 'Prøve Prøvesen'
const DAY = '2026-11-20'

export async function putMarkers(url: string): Promise<void> {
  const desk = await aDesk(url)
  const done = new Set<LaneId>()
  // Each of them has homes the other has not.
  for (const account of ['jon', 'marit']) {
    const phone = await aPhone(url, account)
    const { rows } = await phone.sync()
    const residents = rows.filter(({ type, lane }) => type === 'resident' && !done.has(lane))
    for (const resident of residents) {
      done.add(resident.lane)
      const sent = await phone.send(...marked(resident, phone.user))
      expect(sent.map(({ s }) => s)).toEqual(sent.map(() => 'applied'))
    }
    for (const { lane, id, type } of rows)
      if (type === 'complaint') {
        const told = await desk.send(aChange(lane, aId(), 'reporter', { complaint: id, name: `${MARK}-melder`, phone: '00000119' }))
        expect(told.status).toBe(200)
      }
  }
  expect(done.size).toBe(9)
}

const nameOf = (row: RecordRow): Json | undefined => row.regs.displayName?.[0]?.v

function marked(resident: RecordRow, worker: Id) {
  const { lane } = resident
  const visit = aId()
  const add = (type: Parameters<typeof aChange>[2], set: Record<string, Json>) => aChange(lane, aId(), type, set)
  const level = levelOf(resident)
  return [
    ...(nameOf(resident) === OTHER ? [anEdit(resident, 'displayName', `${MARK}-beboer`)] : []),
    anEdit(resident, 'safetyFlag', { level, reason: `${MARK}-sikkerhet`, reviewBy: '2027-03-01' }),
    aChange(lane, visit, 'visit', {
      kind: 'followup',
      planned: { start: `${DAY}T12:00` },
      workers: [worker],
      status: 'done',
      outcome: { code: 'home_full', note: `${MARK}-utfall` },
      why: `${MARK}-hvorfor`,
    }),
    add('contribution', { visit, worker, finishedAt: `${DAY}T12:30:00.000Z`, note: `${MARK}-bidrag` }),
    add('observation', { visit, area: 'substance', level: 1, basis: 'told_by_other', text: `${MARK}-fortalt` }),
    add('observation', { visit, area: 'mood', level: 1, basis: 'assessment', text: `${MARK}-vurdert` }),
    add('concern', { code: 'C-CHILD', visit, basis: 'assessment', urgency: 'today', raisedFrom: 'note', status: 'open' }),
    add('contactAttempt', { on: DAY, way: 'phone', direction: 'in', result: 'reached', note: `${MARK}-kontakt` }),
    add('relative', { name: `${MARK}-slekt`, relation: 'sibling' }),
    add('complaint', { receivedAt: DAY, about: 'smell', fromRole: 'neighbour', text: `${MARK}-klage`, status: 'handled' }),
  ]
}

function levelOf(resident: RecordRow): string {
  const flag = resident.regs.safetyFlag?.[0]?.v
  return typeof flag === 'object' && flag !== null && 'level' in flag && typeof flag.level === 'string' ? flag.level : 'caution'
}
