// Another tab with an older build has not let go of the store: said after three seconds, and gone when it has.

import { device } from '#texts/device.ts'
import { useUi } from '../ui-store.ts'

export function Blocked() {
  return (
    <p className="bf-note bf-note--care bf-note--bare" role="alert">
      <span>{device[useUi((ui) => ui.language)].blocked}</span>
    </p>
  )
}
