import type { SameAs } from '../catalogue.ts'
import type { terms as nb } from '../nb/terms.ts'
import { termsOfCase } from './terms-case.ts'
import { termsOfOffice } from './terms-office.ts'

export const terms: SameAs<typeof nb> = { ...termsOfCase, ...termsOfOffice }
