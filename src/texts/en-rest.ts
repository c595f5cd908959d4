// English: the same keys and arguments as bokmål, or it does not compile. The second part.

import type { SameAs } from './catalogue.ts'
import { desk } from './en/desk.ts'
import { held } from './en/held.ts'
import { note } from './en/note.ts'
import { plan } from './en/plan.ts'
import { resident } from './en/resident.ts'
import { sending } from './en/sending.ts'
import { termsOfCase } from './en/terms-case.ts'
import { termsOfOffice } from './en/terms-office.ts'
import { visit } from './en/visit.ts'
import type { NbRest } from './nb-rest.ts'

export const enRest: SameAs<NbRest> = {
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
