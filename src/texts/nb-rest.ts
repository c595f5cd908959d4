// Bokmål, the source of keys. The second part.

import { consents } from './nb/consents.ts'
import { desk } from './nb/desk.ts'
import { grants } from './nb/grants.ts'
import { groupEdit } from './nb/group-edit.ts'
import { held } from './nb/held.ts'
import { homeEdit } from './nb/home-edit.ts'
import { note } from './nb/note.ts'
import { paper } from './nb/paper.ts'
import { plan } from './nb/plan.ts'
import { planEdit } from './nb/plan-edit.ts'
import { progress } from './nb/progress.ts'
import { resident } from './nb/resident.ts'
import { sending } from './nb/sending.ts'
import { termsOfCase } from './nb/terms-case.ts'
import { termsOfOffice } from './nb/terms-office.ts'
import { termsOfPlan } from './nb/terms-plan.ts'
import { termsOfVisit } from './nb/terms-visit.ts'
import { visit } from './nb/visit.ts'
import { visitAnswer } from './nb/visit-answer.ts'
import { visitAround } from './nb/visit-around.ts'
import { visitBook } from './nb/visit-book.ts'
import { visitFill } from './nb/visit-fill.ts'
import { visitForms } from './nb/visit-forms.ts'

export const nbRest = {
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
export type NbRest = typeof nbRest
