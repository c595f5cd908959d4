// Ctrl K: find a resident by name or address among what this person has access to. Nothing of it is kept or put in a link.

import { useState } from 'react'
import { Link, useNavigate } from 'react-router'
import type { CaseSummary } from '#domain/summary.ts'
import { byName } from '#texts/format.ts'
import { DeskDialog } from '../parts/desk-dialog.tsx'
import { ShortText } from '../parts/fields.tsx'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import { useAnswer } from '../use-session.tsx'

const MOST = 8

export function Finder({ onClose }: { readonly onClose: () => void }) {
  const say = useSay()
  const navigate = useNavigate()
  const [wanted, setWanted] = useState('')
  const found = findIn(useAnswer({ ask: 'residents' })?.summaries ?? [], wanted)
  const openFirst = () => {
    const first = found[0]
    if (first === undefined) return
    void navigate(paths.resident(first.lane))
    onClose()
  }
  return (
    <DeskDialog title={say('desk.search')} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          openFirst()
        }}
      >
        <ShortText label={say('desk.searchLabel')} value={wanted} onChange={setWanted} />
      </form>
      <p className="sub gap-top" role="status">
        {wanted.trim() === '' ? '' : found.length === 0 ? say('desk.searchNone') : say('desk.searchFound', { n: found.length })}
      </p>
      <ul className="finds">
        {found.map((one) => (
          <li key={one.lane}>
            <Link to={paths.resident(one.lane)} onClick={onClose}>
              <b>{one.name}</b> <span className="sub">{one.address}</span>
            </Link>
          </li>
        ))}
      </ul>
    </DeskDialog>
  )
}

/** Every word of the search must begin a word of the name or the address. */
export function findIn(summaries: readonly CaseSummary[], wanted: string): readonly CaseSummary[] {
  const words = wordsOf(wanted)
  const isFound = (one: CaseSummary) => {
    const has = wordsOf(`${one.name} ${one.address ?? ''}`)
    return words.every((word) => has.some((mine) => mine.startsWith(word)))
  }
  return summaries
    .filter(isFound)
    .sort((a, b) => startsWith(b, words[0]) - startsWith(a, words[0]) || byName(a.name, b.name))
    .slice(0, MOST)
}

/** A name that begins with what was typed comes first. */
const startsWith = (one: CaseSummary, word: string | undefined): number =>
  Number(word !== undefined && wordsOf(one.name)[0]?.startsWith(word))

const wordsOf = (text: string): readonly string[] =>
  text
    .toLocaleLowerCase('nb')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
