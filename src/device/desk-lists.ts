// Is what the office sent for a list what our lists can show?

import type { CaseSummary, InquirySummary } from '#domain/summary.ts'

/** The office makes them with the same function as the device does; a list must only bear what is missing. */
export const isSummary = (value: unknown): value is CaseSummary =>
  typeof value === 'object' &&
  value !== null &&
  'lane' in value &&
  'resident' in value &&
  'name' in value &&
  'visits' in value &&
  Array.isArray(value.visits)

export const isInquiry = (value: unknown): value is InquirySummary =>
  typeof value === 'object' && value !== null && 'lane' in value && 'facts' in value && !('resident' in value)
