import type { SameAs } from '../catalogue.ts'
import type { resident as nb } from '../nb/resident.ts'

export const resident: SameAs<typeof nb> = {}
