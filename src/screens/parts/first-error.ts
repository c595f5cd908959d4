// A form that was refused takes the reader to what is missing: the field that says so stands in the middle of the screen
// with the focus, however far down «Lagre» was pressed (UX.md 4).

import { useEffect } from 'react'

/** Marks the field, or the group of answers, that says what is wrong. */
export const REFUSED = { 'data-refused': '' } as const
const INPUTS = 'input:checked, input, textarea, select'

/** `refusal`: a new one each time it is pressed; undefined when nothing is in the way. */
export function useFirstError(refusal: unknown): void {
  useEffect(() => {
    if (refusal === undefined) return
    const at = document.querySelector<HTMLElement>('[data-refused]')
    const field = at?.querySelector<HTMLElement>(INPUTS)
    field?.focus({ preventScroll: true })
    at?.scrollIntoView?.({ block: 'center' })
  }, [refusal])
}
