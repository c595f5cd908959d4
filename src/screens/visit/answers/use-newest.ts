// A new line takes the focus to its first field: whoever adds one is about to write in it.

import { type RefObject, useEffect, useRef } from 'react'

export function useNewest(count: number, field: string): RefObject<HTMLDivElement | null> {
  const list = useRef<HTMLDivElement>(null)
  const before = useRef(count)
  useEffect(() => {
    if (count > before.current) list.current?.querySelector<HTMLInputElement>(field)?.focus()
    before.current = count
  }, [count, field])
  return list
}
