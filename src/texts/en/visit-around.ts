// Words of everything around the questions: before, at the door, reading together, afterwards.

import type { SameAs } from '../catalogue.ts'
import type { visitAround as nb } from '../nb/visit-around.ts'

export const visitAround: SameAs<typeof nb> = {
  'around.atTheDoor': 'At the door',
}
