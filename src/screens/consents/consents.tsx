// Consents: asked, answered and withdrawn.

import { NotHere } from '../not-here.tsx'

export function Consents() {
  return <NotHere />
}
