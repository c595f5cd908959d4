// «Bytte fra Ingrid til Marit?»: one coordinator, so choosing another is said before it is done.

import type { MemberView } from '#domain/case-view-group.ts'
import { Act, Acts } from '../parts/acts.tsx'
import { useSay } from '../use-say.tsx'

interface Swapping {
  readonly from: MemberView
  readonly to: MemberView
  readonly onYes: () => void
  readonly onNo: () => void
}

export function Swap({ from, to, onYes, onNo }: Swapping) {
  const say = useSay()
  return (
    <fieldset className="bf-group bf-plainset">
      <legend className="bf-question">{say('group.swap', { from: from.name, to: to.name })}</legend>
      <Acts>
        <Act onPress={onYes}>{say('group.swapYes', { to: to.name })}</Act>
        <Act onPress={onNo}>{say('group.swapNo', { from: from.name })}</Act>
      </Acts>
    </fieldset>
  )
}
