// English: the same keys and arguments as bokmål, or it does not compile. The second part.

import type { SameAs } from './catalogue.ts'
import { consents } from './en/consents.ts'
import { desk } from './en/desk.ts'
import { grants } from './en/grants.ts'
import { groupEdit } from './en/group-edit.ts'
import { held } from './en/held.ts'
import { homeEdit } from './en/home-edit.ts'
import { note } from './en/note.ts'
import { paper } from './en/paper.ts'
import { plan } from './en/plan.ts'
import { planEdit } from './en/plan-edit.ts'
import { progress } from './en/progress.ts'
import { resident } from './en/resident.ts'
import { sending } from './en/sending.ts'
import { termsOfCase } from './en/terms-case.ts'
import { termsOfOffice } from './en/terms-office.ts'
import { termsOfPlan } from './en/terms-plan.ts'
import { termsOfVisit } from './en/terms-visit.ts'
import { visit } from './en/visit.ts'
import { visitAnswer } from './en/visit-answer.ts'
import { visitAround } from './en/visit-around.ts'
import { visitBook } from './en/visit-book.ts'
import { visitFill } from './en/visit-fill.ts'
import { visitForms } from './en/visit-forms.ts'
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
  ...termsOfPlan,
  ...planEdit,
  ...progress,
  ...homeEdit,
  ...consents,
  ...groupEdit,
  ...paper,
  ...grants,
  ...termsOfVisit,
  ...visitAnswer,
  ...visitAround,
  ...visitFill,
  ...visitForms,
  ...visitBook,
}
