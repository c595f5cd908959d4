import type { SameAs } from '../catalogue.ts'
import type { sending as nb } from '../nb/sending.ts'

export const sending: SameAs<typeof nb> = {}
