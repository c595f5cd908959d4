// What stands further down a long screen: drawn in the next breath, so that what one looks at first does not wait for it.

import { type ReactNode, useDeferredValue } from 'react'

export function Later({ children }: { readonly children: ReactNode }) {
  return useDeferredValue(true, false) ? children : null
}
