import type { SameAs } from '../catalogue.ts'
import type { visit as nb } from '../nb/visit.ts'

export const visit: SameAs<typeof nb> = {}
