// The person, the household and the home: what is known, and changing it.

import { NotHere } from '../not-here.tsx'

export function About() {
  return <NotHere />
}
