// Words of the short forms: contact, complaints, arrears, payment, budget, stays.

import type { SameAs } from '../catalogue.ts'
import type { visitForms as nb } from '../nb/visit-forms.ts'

export const visitForms: SameAs<typeof nb> = {
  'forms.title': 'Money and contact',
}
