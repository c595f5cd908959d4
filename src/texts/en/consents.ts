// Words for consents.

import type { SameAs } from '../catalogue.ts'
import type { consents as nb } from '../nb/consents.ts'

export const consents: SameAs<typeof nb> = {}
