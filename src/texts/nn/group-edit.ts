// Words for the responsibility group, its meetings and minutes.

import type { SameAs } from '../catalogue.ts'
import type { groupEdit as nb } from '../nb/group-edit.ts'

export const groupEdit: SameAs<typeof nb> = {}
