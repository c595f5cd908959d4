// The photos of a visit, afterwards: on the phone and at the desk alike. Where one reads many visits they are folded away,
// and fetched from the office only when somebody asks to see them.

import { useState } from 'react'
import type { Id, LocalDate } from '#domain/ids.ts'
import { documentsOf, isPastDay } from '#domain/photo.ts'
import type { RecordRow } from '#domain/register.ts'
import { longDate } from '#texts/format.ts'
import { Section } from '../../parts/cards.tsx'
import { Photo, PhotoPastDay } from '../../parts/photo.tsx'
import { WordButton } from '../../parts/words.tsx'
import { useLanguage, useSay } from '../../use-say.tsx'

interface VisitPhotosProps {
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly visit: Id
  readonly today: LocalDate
  readonly isFolded?: boolean
}
export function VisitPhotos({ rows, visit, today, isFolded = false }: VisitPhotosProps) {
  const [isOpen, setOpen] = useState(!isFolded)
  const say = useSay()
  const language = useLanguage()
  const taken = documentsOf(rows.values(), visit)
  if (taken.length === 0) return null
  if (!isOpen) return <WordButton onPress={() => setOpen(true)}>{say('photo.show', { n: taken.length })}</WordButton>
  return (
    <Section title={say('photo.ofVisit')}>
      <ul className="bf-photos">
        {taken.map((one, i) => {
          const what = one.title || say('photo.number', { n: i + 1, of: taken.length })
          if (isPastDay(one, today)) return <PhotoPastDay key={one.id} what={what} />
          const sub = one.deleteOn && say('photo.deletedBy', { date: longDate(language, one.deleteOn) })
          return <Photo key={one.id} blob={one.blob} what={what} sub={sub} />
        })}
      </ul>
    </Section>
  )
}
