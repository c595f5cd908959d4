import type { SameAs } from '../catalogue.ts'
import type { note as nb } from '../nb/note.ts'

export const note: SameAs<typeof nb> = {}
