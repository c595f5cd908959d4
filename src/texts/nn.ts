// Nynorsk: the same keys and arguments as bokmål, or it does not compile.

import type { SameAs } from './catalogue.ts'
import type { Nb } from './nb.ts'
import { desk } from './nn/desk.ts'
import { note } from './nn/note.ts'
import { plan } from './nn/plan.ts'
import { resident } from './nn/resident.ts'
import { sending } from './nn/sending.ts'
import { shell } from './nn/shell.ts'
import { terms } from './nn/terms.ts'
import { today } from './nn/today.ts'
import { visit } from './nn/visit.ts'

export const nn: SameAs<Nb> = { ...shell, ...today, ...resident, ...visit, ...note, ...plan, ...sending, ...desk, ...terms }
