// «Feilført»: strike one's own part of a visit, and read what has been struck, with who and when. Never deleted.

import { useState } from 'react'
import { dateOf, type Id, type LocalDate, localDate } from '#domain/ids.ts'
import { agreedHere, STRUCK_WHY, type StruckView, type StruckWhy, strike } from '#domain/visit-struck.ts'
import type { Language } from '#texts/catalogue.ts'
import { clock, dateOfInstant, dayOfYear, inSentence, weekdayDate } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { Act, Acts } from '../parts/acts.tsx'
import { List, Note } from '../parts/cards.tsx'
import { TickRow } from '../parts/ticks.tsx'
import { WordButton } from '../parts/words.tsx'
import { nameOf, type Person } from '../people.ts'
import { useRecording } from '../use-recording.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import type { VisitHere } from './use-visit.ts'

/** A reason is one tap, and the tap strikes; ten seconds take it back. */
export function StrikeMine({ here }: { readonly here: VisitHere }) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const { record, refusal } = useRecording()
  const { casebook, answer, visit } = here
  const next = agreedHere(answer.rows, visit.id, casebook.me)
  const [kept, setKept] = useState<readonly Id[]>([])
  const press = (why: StruckWhy) => {
    const also = next.flatMap(({ id }) => (kept.includes(id) ? [] : [id]))
    const made = strike(answer.rows, visit.id, casebook.me, why, also)
    void record(made, { text: say('around.wrong.done') }).then((isDone) => setOpen(!isDone))
  }
  if (!isOpen)
    return (
      <div className="bf-row">
        <WordButton onPress={() => setOpen(true)}>{say('around.enteredWrongly')}</WordButton>
      </div>
    )
  return (
    <section className="bf-group">
      <h2 className="bf-h2">{say('around.wrong.title')}</h2>
      <p className="bf-text">{say('around.wrong.help')}</p>
      <AlsoCancel next={next} kept={kept} onKept={setKept} today={answer.today} />
      <Acts>
        {STRUCK_WHY.map((why) => (
          <Act key={why} onPress={() => press(why)}>
            {whyWords(why, say)}
          </Act>
        ))}
      </Acts>
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
      <div className="bf-row">
        <WordButton onPress={() => setOpen(false)}>{say('around.cancel')}</WordButton>
      </div>
    </section>
  )
}

interface AlsoProps {
  readonly next: ReturnType<typeof agreedHere>
  readonly kept: readonly Id[]
  readonly onKept: (kept: readonly Id[]) => void
  readonly today: LocalDate
}
/** What was agreed here stays in the book by itself; ticked, it is cancelled in the same tap. */
function AlsoCancel({ next, kept, onKept, today }: AlsoProps) {
  const say = useSay()
  const language = useLanguage()
  if (next.length === 0) return null
  return (
    <List>
      {next.map(({ id, start }) => {
        const isKept = kept.includes(id)
        const when = say('visit.dayAt', { day: weekdayDate(language, dateOf(start), today), time: clock(start) })
        const toggle = () => onKept(isKept ? kept.filter((one) => one !== id) : [...kept, id])
        return <TickRow key={id} isDone={!isKept} title={say('around.wrong.also', { when: inSentence(when) })} onToggle={toggle} />
      })}
    </List>
  )
}

const WHY = { wrong_person: 'around.wrong.person', mistake: 'around.wrong.mistake', never: 'around.wrong.never' } as const
function whyWords(why: string | undefined, say: Say): string {
  const known = STRUCK_WHY.find((code) => code === why)
  return known ? say(WHY[known]) : (why ?? '–')
}

interface StruckGiven {
  readonly struck: StruckView
  readonly people: ReadonlyMap<Id, Person>
  readonly say: Say
  readonly language: Language
  readonly today: LocalDate
}
/** «Besøk · Marit · tirsdag 24. november» struck through, and under it why, who and when. */
export function struckWords({ struck, people, say, language, today }: StruckGiven): { readonly title: string; readonly when: string } {
  const worker = struck.worker && nameOf(people, struck.worker)
  const day = struck.on && weekdayDate(language, struck.on, today)
  return {
    title: [say('around.wrong.visit'), worker, day].filter(Boolean).join(' · '),
    when: say('around.wrong.by', {
      why: whyWords(struck.why, say),
      name: nameOf(people, struck.by),
      day: dayOfYear(language, localDate(dateOfInstant(struck.at)), today),
    }),
  }
}
