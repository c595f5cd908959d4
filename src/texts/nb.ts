// Bokmål, the source of keys. One file per place words are used; this one only joins them.

import { desk } from './nb/desk.ts'
import { note } from './nb/note.ts'
import { plan } from './nb/plan.ts'
import { resident } from './nb/resident.ts'
import { sending } from './nb/sending.ts'
import { shell } from './nb/shell.ts'
import { terms } from './nb/terms.ts'
import { today } from './nb/today.ts'
import { visit } from './nb/visit.ts'

export const nb = { ...shell, ...today, ...resident, ...visit, ...note, ...plan, ...sending, ...desk, ...terms }
export type Nb = typeof nb
