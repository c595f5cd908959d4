// What can be printed and handed over.

import { NotHere } from '../not-here.tsx'

export function Papers() {
  return <NotHere />
}
