import type { SameAs } from '../catalogue.ts'
import type { plan as nb } from '../nb/plan.ts'

export const plan: SameAs<typeof nb> = {}
