// «Les sammen»: one question turned to the resident, in her language, with nothing of anybody else (DOMAIN.md 4.1 rule 6).

import { NotHere } from '../not-here.tsx'

export function Together() {
  return <NotHere />
}
