// Instruments and services: what was offered, applied for, granted or declined.

import { NotHere } from '../not-here.tsx'

export function Grants() {
  return <NotHere />
}
