import type { SameAs } from '../catalogue.ts'
import type { desk as nb } from '../nb/desk.ts'

export const desk: SameAs<typeof nb> = {}
