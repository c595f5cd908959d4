// A visit is put in the book, or moved: what kind, when, who goes and how it came about. Phone and desk share it. What was
// refused stands at its field, and one that stands close by is shown before a second is made.

import { useParams } from 'react-router'
import type { Answer } from '#device/casebook.ts'
import { addDays } from '#domain/calendar.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import type { VisitView } from '#domain/case-view-visits.ts'
import { AGREED_VISIT, VISIT_KINDS } from '#domain/codes.ts'
import { dateOf, isLocalDate, timeOf } from '#domain/ids.ts'
import { seenOf } from '#domain/register.ts'
import { type BookingForm, type BookingRefusal, bookVisit, moveVisit, workersIn } from '#domain/visit-book.ts'
import { isContactStoppedFor } from '#domain/visit-known.ts'
import { weekdayDate } from '#texts/format.ts'
import { AskedText, AskedTiles, FormScreen, type OfForms } from '../forms/form-screen.tsx'
import { useSaving, wordsDraft } from '../forms/use-saving.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { Note } from '../parts/cards.tsx'
import { ShortText } from '../parts/fields.tsx'
import { REFUSED } from '../parts/first-error.ts'
import { Chips, ManyChips } from '../parts/visit-parts.tsx'
import { WordButton, WordLink } from '../parts/words.tsx'
import { idOfParam, laneOfParam, paths } from '../paths.ts'
import { peopleOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer, useCasebook } from '../use-session.tsx'
import { matterIn } from '../visit/surroundings.ts'

const useBookingDraft = wordsDraft<BookingForm>('visitBook')
/** Not begun by a plan: somebody stood at the door, or it is a «raskt notat». */
const KINDS = VISIT_KINDS.filter((kind) => kind !== 'attempt_unannounced')
const USUAL_TIME = '10:00'

export function BookVisit() {
  const { resident, visit } = useParams()
  const lane = laneOfParam(resident)
  const answer = useAnswer(lane ? { ask: 'resident', lane } : { ask: 'today' })
  if (!lane) return <NotHere />
  if (!answer) return <Loading />
  const view = readCase(answer.rows)
  const moving = view?.visits.find(({ id }) => id === idOfParam(visit))
  if (!view || (visit !== undefined && moving?.status !== 'planned')) return <NotHere />
  return <Booking answer={answer} view={view} moving={moving} />
}

interface BookingProps extends OfForms {
  readonly moving: VisitView | undefined
}
function Booking({ answer, view, moving }: BookingProps) {
  const say = useSay()
  const { held, change, form } = useBooking({ answer, view, moving })
  const problem = (...kinds: readonly BookingRefusal['kind'][]) =>
    form.problem && kinds.includes(form.problem.kind) ? say(`book.refuse.${form.problem.kind}`) : undefined
  const isPast = isLocalDate(held.date) && held.date < answer.today
  return (
    <FormScreen
      answer={answer}
      view={view}
      title={say(moving ? 'book.move' : 'book.title')}
      back={moving ? paths.visit(view.lane, moving.id) : paths.resident(view.lane)}
      form={form}
    >
      {moving ? null : (
        <AskedTiles
          label={say('book.kind')}
          options={KINDS.map((code) => ({ code, text: say(`term.visitKind.${code}`) }))}
          value={held.kind}
          problem={problem('needsKind')}
          onChange={(kind) => change({ kind })}
        />
      )}
      <When answer={answer} held={held} change={change} problem={problem} />
      {form.problem?.kind === 'notHome' ? <NotHome onElsewhere={() => change({ elsewhere: 'yes' })} /> : null}
      {isPast ? <Note tone="calm">{say('book.past')}</Note> : null}
      {form.problem?.kind === 'closeBy' ? <CloseBy view={view} visit={form.problem.visit} onApart={(apart) => change({ apart })} /> : null}
      {moving ? null : <WhoAndHow answer={answer} held={held} change={change} problem={problem} />}
    </FormScreen>
  )
}

type Change = (set: Partial<BookingForm>) => void
interface FieldsProps {
  readonly answer: Answer
  readonly held: BookingForm
  readonly change: Change
  readonly problem: (...kinds: readonly BookingRefusal['kind'][]) => string | undefined
}

function When({ answer: { today }, held, change, problem }: FieldsProps) {
  const say = useSay()
  const language = useLanguage()
  const days = { today, tomorrow: addDays(today, 1), week: addDays(today, 7) }
  const known = Object.entries(days).find(([, day]) => day === held.date)?.[0]
  const quick = [
    { code: 'today', text: say('book.today') },
    { code: 'tomorrow', text: say('visit.tomorrow') },
    { code: 'week', text: say('visit.inAWeek') },
  ] as const
  const late = problem('needsTime', 'endBeforeStart')
  return (
    <>
      <Chips
        label={say('book.when')}
        options={quick}
        chosen={quick.find(({ code }) => code === known)?.code}
        onChoose={(code) => change({ date: code ? days[code] : '' })}
      />
      <AskedText
        kind="date"
        label={say('visit.date')}
        {...(isLocalDate(held.date) ? { help: weekdayDate(language, held.date) } : {})}
        value={held.date}
        problem={problem('needsDay', 'tooFarAhead')}
        onChange={(date) => change({ date })}
      />
      <div className="bf-when" {...(late === undefined ? {} : REFUSED)}>
        <ShortText kind="time" label={say('book.from')} value={held.from} onChange={(from) => change({ from })} />
        <ShortText kind="time" label={say('book.to')} help={say('book.toHelp')} value={held.to} onChange={(to) => change({ to })} />
      </div>
      {late === undefined ? null : <Note tone="care">{late}</Note>}
    </>
  )
}

function WhoAndHow({ answer, held, change, problem }: FieldsProps) {
  const say = useSay()
  const { me } = useCasebook()
  const people = [...peopleOf(answer.office).values()].filter(({ id, roles }) => id === me || roles.includes('followup_worker'))
  const workers = workersIn(held)
  const toggle = (id: (typeof workers)[number]) => {
    const next = workers.includes(id) ? workers.filter((one) => one !== id) : [...workers, id]
    change({ workers: next.join(' ') })
  }
  const wrong = problem('needsWorker', 'needsTwo', 'contactStop')
  return (
    <>
      <div className="bf-group" {...(wrong === undefined ? {} : REFUSED)}>
        <ManyChips
          label={say('book.who')}
          options={people.map(({ id, name }) => ({ code: id, text: id === me ? say('book.me') : (name.split(' ')[0] ?? name) }))}
          chosen={workers}
          onToggle={toggle}
        />
        {wrong === undefined ? null : <Note tone="care">{wrong}</Note>}
      </div>
      <Chips
        label={say('book.how')}
        options={AGREED_VISIT.map((code) => ({ code, text: say(`term.agreedVisit.${code}`) }))}
        chosen={AGREED_VISIT.find((code) => code === held.agreedHow)}
        onChoose={(code) => change({ agreedHow: code ?? '' })}
      />
      <AskedText
        label={say('book.why')}
        help={say('book.whyHelp')}
        value={held.why}
        problem={undefined}
        onChange={(why) => change({ why })}
      />
    </>
  )
}

interface CloseByProps {
  readonly view: CaseView
  readonly visit: VisitView['id']
  readonly onApart: (visit: VisitView['id']) => void
}
function CloseBy({ view, visit, onApart }: CloseByProps) {
  const say = useSay()
  return (
    <div className="bf-group" role="alert">
      <Note tone="care">{say('book.refuse.closeBy')}</Note>
      <div className="bf-row">
        <WordLink to={paths.visit(view.lane, visit)}>{say('book.see')}</WordLink>
        <WordButton onPress={() => onApart(visit)}>{say('book.apart')}</WordButton>
      </div>
    </div>
  )
}

/** Asked, never silently let through: somebody has said why nobody is to go home to her. */
function NotHome({ onElsewhere }: { readonly onElsewhere: () => void }) {
  const say = useSay()
  return (
    <div className="bf-group" role="alert" {...REFUSED}>
      <Note tone="care">{say('book.refuse.notHome')}</Note>
      <div className="bf-row">
        <WordButton onPress={onElsewhere}>{say('book.elsewhere')}</WordButton>
      </div>
    </div>
  )
}

function useBooking({ answer, view, moving }: BookingProps) {
  const say = useSay()
  const { me, newId, kind } = useCasebook()
  const row = moving && answer.rows.get(moving.id)
  const { today } = answer
  const isContactStopped = isContactStoppedFor(view.resident, matterIn(answer, view))
  const draft = useBookingDraft({
    lane: view.lane,
    of: moving?.id ?? '',
    drafts: answer.drafts,
    first: typed(moving, kind === 'field' ? me : ''),
    ...(row ? { over: { rec: row.id, seen: seenOf(row) } } : {}),
  })
  const { held, seen } = draft
  const form = useSaving<BookingRefusal>({
    draft,
    decide: () => (row ? moveVisit(row, held, { today, me, seen }) : bookVisit(held, { view, isContactStopped, today, newId })),
    said: () => say(row ? 'book.moved' : 'book.saved'),
    back: moving ? paths.visit(view.lane, moving.id) : paths.resident(view.lane),
  })
  const change: Change = (set) => {
    form.touched()
    draft.change(set)
  }
  return { held, change, form }
}

const typed = (moving: VisitView | undefined, workers: string): BookingForm => ({
  kind: moving?.kind ?? '',
  date: moving?.start ? dateOf(moving.start) : '',
  from: moving?.start ? timeOf(moving.start) : USUAL_TIME,
  to: moving?.end ? timeOf(moving.end) : '',
  workers: moving?.workers.join(' ') ?? workers,
  agreedHow: '',
  why: '',
  apart: '',
  elsewhere: '',
})
