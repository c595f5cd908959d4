// The words of every code list: what the codes in the records are called on screen. A code without words does not compile.

import type { TermKey } from '../terms.ts'
import { termsOfCase } from './terms-case.ts'
import { termsOfOffice } from './terms-office.ts'

export const terms = { ...termsOfCase, ...termsOfOffice } satisfies Readonly<Record<TermKey, string>>
