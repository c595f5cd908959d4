// The photos of a visit, afterwards: on the phone and at the desk alike. Where one reads many visits they are folded away,
// and fetched from the office only when somebody asks to see them.

import { useState } from 'react'
import type { Id } from '#domain/ids.ts'
import { documentsOf } from '#domain/photo.ts'
import type { RecordRow } from '#domain/register.ts'
import { longDate } from '#texts/format.ts'
import { Section } from '../../parts/cards.tsx'
import { Photo } from '../../parts/photo.tsx'
import { WordButton } from '../../parts/words.tsx'
import { useLanguage, useSay } from '../../use-say.tsx'

interface VisitPhotosProps {
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly visit: Id
  readonly isFolded?: boolean
}
export function VisitPhotos({ rows, visit, isFolded = false }: VisitPhotosProps) {
  const [isOpen, setOpen] = useState(!isFolded)
  const say = useSay()
  const language = useLanguage()
  const taken = documentsOf(rows.values(), visit)
  if (taken.length === 0) return null
  if (!isOpen) return <WordButton onPress={() => setOpen(true)}>{say('photo.show', { n: taken.length })}</WordButton>
  return (
    <Section title={say('photo.ofVisit')}>
      <ul className="bf-photos">
        {taken.map(({ id, blob, title, deleteOn }, i) => (
          <Photo
            key={id}
            blob={blob}
            what={title || say('photo.number', { n: i + 1, of: taken.length })}
            sub={deleteOn && say('photo.deletedBy', { date: longDate(language, deleteOn) })}
          />
        ))}
      </ul>
    </Section>
  )
}
