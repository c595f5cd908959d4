// Words for what is printed and handed over.

import type { SameAs } from '../catalogue.ts'
import type { paper as nb } from '../nb/paper.ts'

export const paper: SameAs<typeof nb> = {}
