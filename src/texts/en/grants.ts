// Words for instruments and services.

import type { SameAs } from '../catalogue.ts'
import type { grants as nb } from '../nb/grants.ts'

export const grants: SameAs<typeof nb> = {}
