// English: the same keys and arguments as bokmål, or it does not compile.

import type { SameAs } from './catalogue.ts'
import { desk } from './en/desk.ts'
import { note } from './en/note.ts'
import { plan } from './en/plan.ts'
import { resident } from './en/resident.ts'
import { sending } from './en/sending.ts'
import { shell } from './en/shell.ts'
import { terms } from './en/terms.ts'
import { today } from './en/today.ts'
import { visit } from './en/visit.ts'
import type { Nb } from './nb.ts'

export const en: SameAs<Nb> = { ...shell, ...today, ...resident, ...visit, ...note, ...plan, ...sending, ...desk, ...terms }
