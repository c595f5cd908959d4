// An editor whose draft is open in another tab: it can be read, and says in one sentence what to do to write here.

import type { ReactNode } from 'react'
import { Note } from '../parts/cards.tsx'
import { useSay } from '../use-say.tsx'
import type { Held } from './draft-keeper.ts'

export function ReadOnly({ held, children }: { readonly held: Pick<Held<unknown>, 'isElsewhere'>; readonly children: ReactNode }) {
  const say = useSay()
  if (!held.isElsewhere) return children
  return (
    <>
      <Note tone="care">{say('visit.openElsewhere')}</Note>
      <fieldset disabled className="bf-readonly">
        {children}
      </fieldset>
    </>
  )
}
