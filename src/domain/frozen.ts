// What a signature freezes: the agreed registers of its whole root (DESIGN.md 3, «Signatures»). A signed plan can still be
// paused, renewed and withdrawn from, and the status of a goal or measure moves; the agreed words do not. Everything a
// worker signs of her own visit is agreed. Marking a record void stays open, since nothing is deleted by it.

import type { RecordType } from './records.ts'
import type { Field, Registers } from './register.ts'

/** Registers that stay open under a signature. Of every other type: none but `void`. */
const OPEN: Readonly<Partial<Record<RecordType, readonly Field[]>>> = {
  plan: ['status', 'endReason', 'review', 'lastReviewOn'],
  goal: ['status'],
  measure: ['status', 'withoutTalk'],
}

/** May this register still be written once its root is signed? */
export const staysOpen = (type: RecordType, field: Field): boolean => field === 'void' || (OPEN[type] ?? []).includes(field)

/** What a signature covers of a record. A contribution also says whether it was struck, as it was shown. */
export const agreedFields = (type: RecordType, regs: Registers): readonly Field[] =>
  Object.keys(regs).filter((field) => !(OPEN[type] ?? []).includes(field))
