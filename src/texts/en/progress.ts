// Words for progress and evaluation of a plan.

import type { SameAs } from '../catalogue.ts'
import type { progress as nb } from '../nb/progress.ts'

export const progress: SameAs<typeof nb> = {}
