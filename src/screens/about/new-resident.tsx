// A new resident: the first record of a case of its own.

import { NotHere } from '../not-here.tsx'

export function NewResident() {
  return <NotHere />
}
