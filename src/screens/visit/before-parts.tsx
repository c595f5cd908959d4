// The sections of «Før besøket»: what must come up, who comes along, how long, and what is known of children.

import { useState } from 'react'
import { addDays } from '#domain/calendar.ts'
import type { Deadline } from '#domain/deadline.ts'
import { nearest } from '#domain/deadlines.ts'
import type { LocalDate, LocalDateTime } from '#domain/ids.ts'
import { clock, joined } from '#texts/format.ts'
import { answerDeadlines, calendarOf, deadlineLine, deadlineTitle, deadlineWhen, evictionAhead } from '../deadline-words.ts'
import { List, ListRow, Note, Section } from '../parts/cards.tsx'
import { CalendarIcon, ClockIcon, ResidentsIcon } from '../parts/icons.ts'
import { ManyChips } from '../parts/visit-parts.tsx'
import { WordButton, WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import type { Person } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { companions, firstName, type VisitHere } from './use-visit.ts'
import { useWorkers } from './use-workers.ts'

interface Given {
  readonly here: VisitHere
}

const NEAR_DAYS = 30
const MOST = 5
/** What is late or due within a month; else the one that comes next. */
function nearOnes(deadlines: readonly Deadline[], today: LocalDate): readonly Deadline[] {
  const until = addDays(today, NEAR_DAYS)
  const found: Deadline[] = []
  for (;;) {
    const next = nearest(
      deadlines.filter((one) => !found.includes(one)),
      today,
    )
    if (next === undefined || found.length === MOST || (found.length > 0 && next.dueOn > until)) return found
    found.push(next)
  }
}

/** What the talk has to reach today, whatever else comes up. */
export function MustComeUp({ here }: Given) {
  const say = useSay()
  const language = useLanguage()
  const { answer } = here
  const speech = { say, language, today: answer.today, calendar: calendarOf(answer.office) }
  const deadlines = answerDeadlines(answer, speech.calendar)
  const eviction = evictionAhead(deadlines, answer.today)
  const others = deadlines.filter((deadline) => deadline !== eviction)
  const near = nearOnes(others, answer.today)
  if (eviction === undefined && near.length === 0) return null
  return (
    <Section title={say('visit.mustComeUp')}>
      {eviction === undefined ? null : <Note tone="risk">{deadlineLine(eviction, speech)}</Note>}
      {near.length === 0 ? null : (
        <List>
          {near.map((deadline) => (
            <ListRow
              key={`${deadline.rule} ${deadline.basis}`}
              lead={<CalendarIcon aria-hidden fontSize="1.5rem" />}
              title={deadlineTitle(deadline, speech)}
              sub={deadlineWhen(deadline, speech)}
            />
          ))}
        </List>
      )}
    </Section>
  )
}

interface WhoProps extends Given {
  /** Two are to come, and nobody is chosen yet. */
  readonly isAsking: boolean
  readonly onAnother: () => void
}
export function WhoAndHowLong({ here, isAsking, onAnother }: WhoProps) {
  const say = useSay()
  const [isOpen, setOpen] = useState(false)
  const isChosenHere = isOpen || isAsking
  return (
    <Section title={say('visit.whoAndHowLong')}>
      <List>
        <WhoComes here={here} onChange={isChosenHere ? undefined : () => setOpen(true)} />
        <HowLong here={here} />
        <Children here={here} />
      </List>
      {isChosenHere ? <ChooseWho here={here} onAnother={isAsking ? onAnother : undefined} /> : null}
    </Section>
  )
}

function WhoComes({ here, onChange }: Given & { readonly onChange: (() => void) | undefined }) {
  const say = useSay()
  const language = useLanguage()
  const names = companions(here)
  const isMine = here.visit.workers.includes(here.casebook.me)
  const title =
    names.length === 0 ? say('visit.youAlone') : say(isMine ? 'visit.comeAlong' : 'visit.goesThere', { names: joined(language, names) })
  const sub = names.length === 0 ? undefined : say(isMine ? 'visit.writeApart' : 'visit.youJoin')
  const change = onChange && (
    <WordButton onPress={onChange} label={say('visit.changeNamed', { what: title })}>
      {say('visit.change')}
    </WordButton>
  )
  return <ListRow lead={<ResidentsIcon aria-hidden fontSize="1.5rem" />} title={title} sub={sub} end={change} />
}

function ChooseWho({ here, onAnother }: Given & { readonly onAnother: (() => void) | undefined }) {
  const say = useSay()
  const { toAdd, toTakeOut, add, takeOut, refusal } = useWorkers(here)
  const all: readonly Person[] = [...toTakeOut, ...toAdd]
  const toggle = (code: string) => {
    const person = all.find(({ id }) => id === code)
    if (code === ANOTHER) onAnother?.()
    else if (person) (toTakeOut.includes(person) ? takeOut : add)(person)
  }
  const options = [
    ...all.map(({ id, name }) => ({ code: String(id), text: firstName(name) })),
    ...(onAnother ? [{ code: ANOTHER, text: say('around.somebodyElseAlong') }] : []),
  ]
  return (
    <>
      <ManyChips label={say('around.whoIsAlong')} options={options} chosen={toTakeOut.map(({ id }) => String(id))} onToggle={toggle} />
      {companions(here).length > 0 && toTakeOut.length === 0 ? <p className="bf-meta">{say('around.coordinatorTakesOut')}</p> : null}
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </>
  )
}
const ANOTHER = 'another'

function HowLong({ here: { visit, lane } }: Given) {
  const say = useSay()
  const until = visit.end
  const range = (start: LocalDateTime, end: LocalDateTime) => say('visit.range', { from: clock(start), to: clock(end) })
  const title = visit.start && until ? range(visit.start, until) : say('visit.noEnd')
  const move = visit.status === 'planned' ? <WordLink to={paths.moveVisit(lane, visit.id)}>{say('book.move')}</WordLink> : undefined
  return <ListRow lead={<ClockIcon aria-hidden fontSize="1.5rem" />} title={title} end={move} />
}

/** Known or not known: a child is never found out about at the door (DOMAIN.md 4.2). */
function Children({ here: { view } }: Given) {
  const say = useSay()
  const { childrenKnown, childrenCount } = view.household
  const n = childrenCount ?? 0
  const title =
    childrenKnown === 'yes' || n > 0
      ? n > 0
        ? say('around.childrenHere', { n })
        : say('around.childrenSome')
      : say(childrenKnown === 'no' ? 'around.childrenNone' : 'around.childrenUnknown')
  return <ListRow lead={<ResidentsIcon aria-hidden fontSize="1.5rem" />} title={title} />
}
