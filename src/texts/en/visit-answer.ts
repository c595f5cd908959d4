// Words of the answers of a guided visit: people, budget, photo, signature.

import type { SameAs } from '../catalogue.ts'
import type { visitAnswer as nb } from '../nb/visit-answer.ts'

export const visitAnswer: SameAs<typeof nb> = {
  'answer.title': 'Answer',
}
