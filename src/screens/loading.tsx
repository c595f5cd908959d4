// Before the first answer is there.

import { useSay } from './use-say.tsx'

/** While the first answer is on its way: nothing flashes, a screen reader hears that it loads. */
export function Loading() {
  const say = useSay()
  return (
    <div className="bf-shell">
      <p className="bf-main bf-subtle" role="status">
        {say('shell.loading')}
      </p>
    </div>
  )
}
