// Six phones of three workers, each with its own cases and a shelf of what it has sent, as the restore drill needs them:
// they remember every sealed envelope and every place in a lane, and offer their shelf again when the office says reset.

import type pg from 'pg'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import type { Cursor, DropResult } from '#sync/wire.ts'
import { anAccount } from './accounts.ts'
import { aChange, aId, aPhone, type Phone } from './caller.ts'

interface Sent {
  readonly id: Id
  readonly lane: LaneId
  readonly envelope: unknown
}
export interface Member {
  readonly phone: Phone
  readonly lane: LaneId
  readonly rec: Id
  readonly shelf: Sent[]
  cursors: Record<string, Cursor>
  receipts: readonly [number, string]
}

const BATCH = 50

export async function aCrew(url: string, db: pg.Pool): Promise<readonly Member[]> {
  const crew: Member[] = []
  for (const name of ['arne', 'berit', 'carl']) {
    await anAccount(db, name, ['followup_worker'])
    for (let i = 0; i < 2; i += 1) {
      const phone = await aPhone(url, name)
      crew.push({ phone, lane: laneOf('case', aId()), rec: aId(), shelf: [], cursors: {}, receipts: [0, '0'.repeat(64)] })
    }
  }
  return crew
}

/** Writes and delivers so many changes, in drops of 50; every one must be applied. */
export async function write(member: Member, count: number): Promise<void> {
  const { phone, lane, rec, shelf } = member
  const sent: Sent[] = []
  for (let i = 0; i < count; i += 1) {
    const isFirst = shelf.length + i === 0
    const change = isFirst
      ? aChange(lane, rec, 'resident', { displayName: 'Øvelse Testesen' })
      : aChange(lane, aId(), 'complaint', { text: `Notat \u0000 ${shelf.length + i}` })
    sent.push({ id: change.id, lane, envelope: await phone.seal(change) })
  }
  for (const result of await offer(member, sent))
    if (result.s !== 'applied') throw new Error(`${result.id} was ${result.s} (${result.why ?? ''})`)
  shelf.push(...sent)
}

export async function offer({ phone }: Member, sent: readonly Sent[]): Promise<readonly DropResult[]> {
  const results: DropResult[] = []
  for (let i = 0; i < sent.length; i += BATCH) {
    const answer = await phone.drop(sent.slice(i, i + BATCH).map(({ envelope }) => envelope))
    if (answer.status !== 200) throw new Error(`drop: ${answer.status} ${answer.text}`)
    results.push(...(answer.json.results as DropResult[]))
  }
  return results
}

/** One sync; remembers where it came to. Resolves to whether the office said that its log is not the one it knew. */
export async function sync(member: Member): Promise<boolean> {
  const { phone } = member
  const read = await phone.sync(member.cursors, [], member.receipts)
  const isReset = read.receipts?.mode === 'reset' || [...read.lanes.values()].some((lane) => lane.mode === 'reset')
  member.cursors = Object.fromEntries([
    ...Object.entries(member.cursors),
    ...[...read.lanes.values()].map((lane) => [lane.l, [lane.head, lane.hash, lane.view]]),
  ])
  if (read.receipts) member.receipts = [read.receipts.head, read.receipts.hash]
  return isReset
}
