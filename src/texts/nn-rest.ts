// Nynorsk: the same keys and arguments as bokmål, or it does not compile. The second part.

import type { SameAs } from './catalogue.ts'
import type { NbRest } from './nb-rest.ts'
import { desk } from './nn/desk.ts'
import { held } from './nn/held.ts'
import { note } from './nn/note.ts'
import { plan } from './nn/plan.ts'
import { resident } from './nn/resident.ts'
import { sending } from './nn/sending.ts'
import { termsOfCase } from './nn/terms-case.ts'
import { termsOfOffice } from './nn/terms-office.ts'
import { visit } from './nn/visit.ts'

export const nnRest: SameAs<NbRest> = {
  ...resident,
  ...visit,
  ...note,
  ...plan,
  ...sending,
  ...desk,
  ...held,
  ...termsOfCase,
  ...termsOfOffice,
}
