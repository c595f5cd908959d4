// Which of several versions counts until people have chosen, and by which rule (DOMAIN.md 2.22). The value is the domain's
// own; here only the rule's name, for its words. Money and everything without a rule: nobody may choose by itself.

import { effective } from '#domain/effective.ts'
import type { Json } from '#domain/ids.ts'
import type { Field, RecordRow } from '#domain/register.ts'

export type Rule = 'strictest' | 'yes' | 'open' | 'done' | 'earliest'

const RULES: Readonly<Record<string, Rule>> = {
  'resident.contactStop': 'strictest',
  'resident.addressProtection': 'strictest',
  'resident.safetyFlag': 'strictest',
  'household.childrenKnown': 'yes',
  'inquiry.childrenKnown': 'yes',
  'evictionCase.householdWithChildren': 'yes',
  'concern.status': 'open',
  'task.status': 'done',
  'inquiry.receivedDate': 'earliest',
  'inquiry.scheduledAt': 'earliest',
  'evictionCase.scheduledAt': 'earliest',
}

export function meanwhileOf(row: RecordRow, field: Field): { readonly rule: Rule; readonly v: Json } | undefined {
  const rule = RULES[`${row.type}.${field}`]
  const v = effective(row, field)
  return rule === undefined || v === undefined ? undefined : { rule, v }
}
