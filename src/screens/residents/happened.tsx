// «Det som har skjedd», newest first: visits and what came of them, concerns, contact, complaints, notices and the plan.
// One's own records say how far they have come. Who a complaint came from is never said here.

import { useState } from 'react'
import type { Answer, States } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import type { TimelineItem } from '#domain/case-view-timeline.ts'
import { CHANGE_STATES, type ChangeState, OUTCOMES_HELD } from '#domain/codes.ts'
import { type Id, isLocalDate } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { readStruck } from '#domain/visit-struck.ts'
import { dateOfInstant, inSentence, joined, weekdayDate } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { termOf } from '#texts/terms.ts'
import { concernActionWords } from '../concern-words.ts'
import { moneyWords } from '../forms/happened-words.ts'
import { Section } from '../parts/cards.tsx'
import { SaveState } from '../parts/save-state.tsx'
import { ConcernNotSent, Timeline, TimelineEntry } from '../parts/timeline.tsx'
import { WordButton } from '../parts/words.tsx'
import { nameOf, type Person } from '../people.ts'
import { type SavedGiven, savedOf } from '../today/saved-of.ts'
import { dotted } from '../today/visit-card.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { struckWords } from '../visit/struck.tsx'

interface Given {
  readonly saved: SavedGiven
  readonly rows: ReadonlyMap<Id, RecordRow>
  readonly say: Say
}
type Shown = Exclude<TimelineItem, { readonly kind: 'read' }>

const FIRST = 6

export function Happened({
  view,
  answer,
  people,
}: {
  readonly view: CaseView
  readonly answer: Answer
  readonly people: ReadonlyMap<Id, Person>
}) {
  const say = useSay()
  const language = useLanguage()
  const { me } = useCasebook()
  const [isAll, setAll] = useState(false)
  const items = view.timeline.filter((item): item is Shown => item.kind !== 'read' && !isAhead(item))
  if (items.length === 0 && readStruck(answer.rows).length === 0) return null
  const given: Given = { say, rows: answer.rows, saved: { states: answer.states, me, people, language, today: answer.today } }
  return (
    <Section title={say('resident.happened')}>
      <Timeline>
        {(isAll ? items : items.slice(0, FIRST)).map((item) => (
          <Entry key={`${item.kind}/${item.id}`} item={item} given={given} />
        ))}
      </Timeline>
      <Struck given={given} />
      {isAll || items.length <= FIRST ? null : <WordButton onPress={() => setAll(true)}>{say('resident.earlier')}</WordButton>}
    </Section>
  )
}

/** «Feilført»: it happened to be written, so it is never left out. */
function Struck({ given: { rows, say, saved } }: { readonly given: Given }) {
  return readStruck(rows).map((struck) => {
    const { title, when } = struckWords({ struck, people: saved.people, say, language: saved.language, today: saved.today })
    return (
      <div key={struck.id} className="bf-lines">
        <s className="bf-text bf-subtle">{title}</s>
        <span className="bf-meta">{when}</span>
      </div>
    )
  })
}

function Entry({ item, given }: { readonly item: Shown; readonly given: Given }) {
  const { title, more, notes = [] } = entryWords(item, given)
  const { language, today } = given.saved
  const day = item.on ?? (item.at === undefined ? undefined : dateOfInstant(item.at))
  const when = dotted(isLocalDate(day) ? weekdayDate(language, day) : undefined, more)
  return (
    <TimelineEntry
      title={title}
      when={when}
      notes={notes}
      state={<EntryState item={item} given={given} />}
      {...(day === today ? { is: 'today' as const } : {})}
    />
  )
}

/** A plan that is not agreed has not begun, whatever date it hopes for. */
const isAhead = (item: TimelineItem): boolean => item.kind === 'planStarted' && ['draft', 'offered', 'declined'].includes(item.plan.status)

interface EntryWords {
  readonly title: string
  readonly more?: string | undefined
  readonly notes?: readonly string[]
}

function entryWords(item: Shown, given: Given): EntryWords {
  const { say } = given
  switch (item.kind) {
    case 'visit':
      return visitWords(item.visit, given)
    case 'concern':
      return {
        title: say('resident.concern', {
          what: inSentence(termOf(say, 'concernCode', item.concern.code) ?? say('resident.unknownConcern')),
        }),
        more: concernActionWords(say, given.saved.language, item.concern.code, item.concern.action?.taken),
      }
    case 'contactAttempt':
      return {
        title: dotted(termOf(say, 'contactResult', item.attempt.result) ?? say('term.recordType.contactAttempt')),
        more: dotted(
          termOf(say, 'contactWay', item.attempt.way),
          item.attempt.direction === 'in' ? say('term.contactDirection.in') : undefined,
        ),
        notes: item.attempt.note === undefined ? [] : [item.attempt.note],
      }
    case 'complaint':
      return { title: say('resident.complaint', { about: inSentence(termOf(say, 'complaintAbout', item.complaint.about) ?? '') }) }
    case 'inquiry':
      return {
        title: termOf(say, 'inquiryKind', item.inquiry.kind) ?? say('term.recordType.inquiry'),
        more: termOf(say, 'senderRole', item.inquiry.senderRole),
      }
    case 'arrears':
    case 'arrearsPaid':
    case 'arrangement':
    case 'stay':
      return moneyWords(item, say)
    case 'planStarted':
      return { title: say('resident.planStarted') }
    case 'planReviewed':
      return { title: say('resident.planReviewed') }
    case 'planEnded':
      return { title: say('resident.planEnded'), more: item.plan.endReason }
  }
}

/** The words of the day before the code; a visit that was not held is never a failure (DOMAIN.md 0.4). */
function visitWords(visit: Extract<Shown, { kind: 'visit' }>['visit'], { say, saved: { people, language } }: Given): EntryWords {
  const workers = joined(
    language,
    visit.workers.map((worker) => nameOf(people, worker)),
  )
  const { outcome, outcomeNote } = visit
  const how =
    outcome === undefined
      ? dotted(say('term.recordType.visit'), inSentence(say(`term.visitStatus.${visit.status}`)))
      : say(`term.outcome.${outcome}`)
  const wasHeld = outcome === undefined || OUTCOMES_HELD.includes(outcome)
  const notes = visit.contributions.flatMap(({ note, worker }) =>
    note === undefined ? [] : [visit.workers.length > 1 ? `${nameOf(people, worker)}: ${note}` : note],
  )
  return { title: outcomeNote ?? how, more: dotted(workers, wasHeld ? undefined : say('resident.notHeld')), notes }
}

function EntryState({ item, given: { saved, rows } }: { readonly item: Shown; readonly given: Given }) {
  if (item.kind === 'visit') {
    const state = savedOf(item.visit, saved)
    if (item.visit.twoOutcomes) return <SaveState saved={{ state: 'twoVersions' }} />
    return state === undefined ? null : <SaveState saved={state} />
  }
  const madeByMe =
    (item.kind === 'concern' ? item.concern.made : item.kind === 'contactAttempt' ? item.attempt.made : undefined)?.by === saved.me
  const row = rows.get(item.id)
  if (!madeByMe || row === undefined) return null
  const state = rowState(row, saved.states)
  const isUnsure = state === 'saved' || state === 'draft' || state === 'sent'
  return item.kind === 'concern' && isUnsure ? <ConcernNotSent isTried={state === 'sent'} /> : <SaveState saved={{ state }} />
}

/** As far as the change that lags behind. */
function rowState(row: RecordRow, states: States): ChangeState {
  const open = Object.values(row.regs).flatMap((heads) => heads.flatMap((head) => states.get(head.by) ?? []))
  return CHANGE_STATES.find((state) => open.includes(state)) ?? 'settled'
}
