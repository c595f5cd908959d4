// Bokmål, the source of keys. The second part.

import { desk } from './nb/desk.ts'
import { held } from './nb/held.ts'
import { note } from './nb/note.ts'
import { plan } from './nb/plan.ts'
import { resident } from './nb/resident.ts'
import { sending } from './nb/sending.ts'
import { termsOfCase } from './nb/terms-case.ts'
import { termsOfOffice } from './nb/terms-office.ts'
import { visit } from './nb/visit.ts'

export const nbRest = { ...resident, ...visit, ...note, ...plan, ...sending, ...desk, ...held, ...termsOfCase, ...termsOfOffice }
export type NbRest = typeof nbRest
