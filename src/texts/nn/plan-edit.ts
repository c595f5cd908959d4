// Words for making, agreeing and ending a plan.

import type { SameAs } from '../catalogue.ts'
import type { planEdit as nb } from '../nb/plan-edit.ts'

export const planEdit: SameAs<typeof nb> = {}
