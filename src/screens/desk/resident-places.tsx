// The way from the resident at the desk to what phone and desk share: the same places, in the same order.

import { Link } from 'react-router'
import type { LaneId } from '#domain/ids.ts'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'

const PLACES = ['newVisit', 'about', 'forms', 'plan', 'progress', 'group', 'consents', 'grants', 'papers'] as const

export function Places({ lane, name }: { readonly lane: LaneId; readonly name: string }) {
  const say = useSay()
  return (
    <nav className="places" aria-label={say('resident.more', { name })}>
      {PLACES.map((place) => (
        <Link key={place} to={paths[place](lane)}>
          {say(`resident.to.${place}`)}
        </Link>
      ))}
    </nav>
  )
}
