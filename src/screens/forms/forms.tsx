// The short forms about one home: contact attempts, complaints, arrears, payment arrangements, budget and stays.

import { NotHere } from '../not-here.tsx'

export function Forms() {
  return <NotHere />
}
