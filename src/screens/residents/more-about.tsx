// The way to everything else about one resident, the same places on phone and desk.

import type { CaseView } from '#domain/case-view.ts'
import { LinkRow, List, Section } from '../parts/cards.tsx'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'

const PLACES = ['newVisit', 'about', 'forms', 'progress', 'group', 'consents', 'grants', 'papers'] as const

export function MoreAbout({ view: { lane, plan, resident } }: { readonly view: CaseView }) {
  const say = useSay()
  return (
    <Section title={say('resident.more', { name: resident.name })}>
      <List>
        {PLACES.filter((place) => place !== 'progress' || plan !== undefined).map((place) => (
          <LinkRow key={place} to={paths[place](lane)} title={say(`resident.to.${place}`)} />
        ))}
      </List>
    </Section>
  )
}
