// Nynorsk: the same keys and arguments as bokmål, or it does not compile. The second part.

import type { SameAs } from './catalogue.ts'
import type { NbRest } from './nb-rest.ts'
import { consents } from './nn/consents.ts'
import { desk } from './nn/desk.ts'
import { grants } from './nn/grants.ts'
import { groupEdit } from './nn/group-edit.ts'
import { held } from './nn/held.ts'
import { homeEdit } from './nn/home-edit.ts'
import { note } from './nn/note.ts'
import { paper } from './nn/paper.ts'
import { plan } from './nn/plan.ts'
import { planEdit } from './nn/plan-edit.ts'
import { progress } from './nn/progress.ts'
import { resident } from './nn/resident.ts'
import { sending } from './nn/sending.ts'
import { termsOfCase } from './nn/terms-case.ts'
import { termsOfOffice } from './nn/terms-office.ts'
import { termsOfPlan } from './nn/terms-plan.ts'
import { termsOfVisit } from './nn/terms-visit.ts'
import { visit } from './nn/visit.ts'
import { visitAnswer } from './nn/visit-answer.ts'
import { visitAround } from './nn/visit-around.ts'
import { visitBook } from './nn/visit-book.ts'
import { visitFill } from './nn/visit-fill.ts'
import { visitForms } from './nn/visit-forms.ts'

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
