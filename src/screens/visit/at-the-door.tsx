// At the door: how it went, in one tap (DOMAIN.md 2.9).

import { NotHere } from '../not-here.tsx'

export function AtTheDoor() {
  return <NotHere />
}
