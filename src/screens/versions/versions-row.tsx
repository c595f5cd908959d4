// The way to settle what two wrote differently: one row, wherever two versions stand.

import type { LaneId } from '#domain/ids.ts'
import { LinkRow } from '../parts/cards.tsx'
import { VersionsIcon } from '../parts/icons.ts'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'

/** `title`: what the two say; else «To versjoner». */
export function VersionsRow({ lane, title }: { readonly lane: LaneId; readonly title?: string }) {
  const say = useSay()
  return (
    <LinkRow
      to={paths.versions(lane)}
      lead={<VersionsIcon aria-hidden fontSize="1.5rem" />}
      title={title ?? say('resident.twoVersions')}
      sub={say('resident.twoVersionsHelp')}
    />
  )
}
