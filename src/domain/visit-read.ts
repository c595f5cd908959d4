// Small things done with what others wrote: read it, tick off a task, settle two versions. One patch each.

import type { Id, Json, LocalDate } from './ids.ts'
import { ref } from './reading.ts'
import { patch } from './records.ts'
import { type Field, headsOf, isVoid, madeBy, type Patch, type RecordRow, type Seen } from './register.ts'
import { seenBy } from './visit-start.ts'

/** «Les og kvitter». Undefined when there is nothing to acknowledge: one's own, or read before. */
export function markRead(contribution: RecordRow, rows: ReadonlyMap<Id, RecordRow>, me: Id, newId: () => Id): Patch | undefined {
  const author = ref(contribution, 'worker') ?? madeBy(contribution)?.actor
  const isRead = [...rows.values()].some(
    (row) => row.type === 'readReceipt' && !isVoid(row) && ref(row, 'of') === contribution.id && madeBy(row)?.actor === me,
  )
  if (author === me || isRead) return undefined
  const visit = ref(contribution, 'visit')
  return patch(contribution.lane, 'readReceipt', newId(), { of: contribution.id, ...(visit ? { visit } : {}) })
}

/** «Angre» after the receipt was sent: nothing is deleted, so it is marked void by the one who wrote it. */
export const takeBackRead = (receipt: Patch, written: Id): Patch =>
  patch(receipt.lane, 'readReceipt', receipt.rec, { void: { reason: 'undone' } }, { seen: { void: [written] } })

export const doneTask = (task: RecordRow, me: Id, today: LocalDate, seen?: Seen): Patch =>
  patch(task.lane, 'task', task.id, { status: 'done', doneOn: today }, { seen: seenBy(me, task, seen) })

/** One value over all heads of the register: the only way two versions become one (DESIGN.md 3). */
export function resolveVersions(row: RecordRow, field: Field, value: Json): Patch {
  const seen = { [field]: headsOf(row, field).map((head) => head.by) }
  return { lane: row.lane, rec: row.id, type: row.type, set: { [field]: value }, seen, ...(row.root ? { root: row.root } : {}) }
}
