// The heading of what is open in Innboks, with the way to the home it is about. It takes focus when a row is opened, so
// that a screen reader reads on from here.

import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import type { InboxItem } from './inbox-items.ts'

export function ReaderTitle({ item, title }: { readonly item: InboxItem; readonly title: string }) {
  const say = useSay()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    heading.current?.focus({ preventScroll: true })
    heading.current?.scrollIntoView({ block: 'start' })
  }, [])
  const { lane, name } = item
  return (
    <>
      <p className="sub">{lane === undefined || name === undefined ? say('held.office') : <Link to={paths.resident(lane)}>{name}</Link>}</p>
      <h2 className="reader-h" tabIndex={-1} ref={heading}>
        {title}
      </h2>
    </>
  )
}
