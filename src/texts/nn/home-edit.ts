// Words for changing what is known of a person, a household and a home.

import type { SameAs } from '../catalogue.ts'
import type { homeEdit as nb } from '../nb/home-edit.ts'

export const homeEdit: SameAs<typeof nb> = {}
