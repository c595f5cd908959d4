// What else there is: by what it helps with, and a search over names and hints where the list is long. What is searched for
// stands in no address and is kept nowhere.

import { useState } from 'react'
import type { CatalogueEntry } from '#domain/grants.ts'
import type { LaneId } from '#domain/ids.ts'
import { CATALOGUE_THEMES } from '#rules/catalogue.ts'
import type { Language } from '#texts/catalogue.ts'
import { LinkRow, List, Section } from '../parts/cards.tsx'
import { ShortText } from '../parts/fields.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'

interface Entries {
  readonly entries: readonly CatalogueEntry[]
  readonly lane: LaneId
}
/** More than fit on one screen. */
const LONG = 8

export function FreeToUse({ entries, lane }: Entries) {
  const say = useSay()
  const language = useLanguage()
  const [wanted, setWanted] = useState('')
  const found = searchIn(entries, wanted, language)
  const isSearching = wanted.trim() !== ''
  const shown = isSearching ? (found.length === 0 ? say('grants.notFound') : say('grants.found', { n: found.length })) : ''
  return (
    <>
      {entries.length > LONG ? <ShortText label={say('grants.search')} value={wanted} onChange={setWanted} /> : null}
      <p className={found.length === 0 ? 'bf-small' : 'bf-visually-hidden'} role="status">
        {shown}
      </p>
      {isSearching ? (
        <Part title={say('grants.hits')} entries={found} lane={lane} />
      ) : (
        CATALOGUE_THEMES.map(({ theme, codes }) => (
          <Part key={theme} title={say(`grants.theme.${theme}`)} entries={entriesOf(codes, entries)} lane={lane} />
        ))
      )}
    </>
  )
}

/** In the order of the theme. */
const entriesOf = (codes: readonly string[], entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] =>
  codes.flatMap((code) => entries.filter((one) => one.code === code))

function Part({ title, entries, lane }: Entries & { readonly title: string }) {
  const say = useSay()
  const language = useLanguage()
  if (entries.length === 0) return null
  return (
    <Section title={title} aside={say('grants.add')}>
      <List>
        {entries.map(({ code, label }) => (
          <LinkRow key={code} to={paths.grants(lane, 'new', code)} title={label[language]} />
        ))}
      </List>
    </Section>
  )
}

/** Every word that is searched for stands somewhere in the name or the hint; those with it in the name first. */
function searchIn(entries: readonly CatalogueEntry[], wanted: string, language: Language): readonly CatalogueEntry[] {
  const words = wanted.trim().toLowerCase().split(/\s+/)
  const has = (text: string): boolean => words.every((word) => text.toLowerCase().includes(word))
  const named = entries.filter(({ label }) => has(label[language]))
  return [...named, ...entries.filter((one) => !named.includes(one) && has(`${one.label[language]} ${one.hint?.[language] ?? ''}`))]
}
