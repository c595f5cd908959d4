// How it goes: the goals over time, what was promised and kept, and evaluations.

import { NotHere } from '../not-here.tsx'

export function Progress() {
  return <NotHere />
}
