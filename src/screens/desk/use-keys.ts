// Single keys of the desk. They never act while somebody writes in a field, with Ctrl or Alt held, or behind a dialog.

import { useEffect, useLayoutEffect, useRef } from 'react'

/** What a key does; «g i» is g and then i. Return false to leave the key to the browser. */
export type Keys = Readonly<Record<string, (event: KeyboardEvent) => unknown>>

export function useKeys(keys: Keys): void {
  const latest = useRef(keys)
  useEffect(() => {
    latest.current = keys
  })
  // Before the first paint, so that a key pressed as soon as the screen shows is heard.
  useLayoutEffect(() => {
    let before = ''
    const press = (event: KeyboardEvent) => {
      const name = event.ctrlKey || event.metaKey ? `Ctrl ${event.key.toLowerCase()}` : event.key
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
      const isQuiet = isPlain && isBusy(event.target)
      const act = isQuiet ? undefined : (latest.current[`${before} ${name}`] ?? latest.current[name])
      before = isPlain && !isQuiet ? name : ''
      // Holding a key down must not read through the whole inbox.
      if (event.repeat && name !== 'j' && name !== 'k') return
      if (act && !event.defaultPrevented && act(event) !== false) event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

/** Where letters are text; a radio takes none. */
const FIELDS = 'input:not([type="radio"], [type="checkbox"]), textarea, select, [contenteditable]'

const isBusy = (target: EventTarget | null): boolean =>
  document.querySelector('dialog[open]') !== null || (target instanceof Element && target.closest(FIELDS) !== null)

/** Enter belongs to the link or button it stands on. */
export const isOnControl = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('a, button, summary') !== null
