// The reader of Innboks: opens one case lane for one row and shows what the row is about.

import { useRef } from 'react'
import type { Answer } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import type { VisitView } from '#domain/case-view-visits.ts'
import { termOf } from '#texts/terms.ts'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer } from '../use-session.tsx'
import { questionsOf } from '../versions/questions.ts'
import { namesOf } from '../versions/use-settling.ts'
import { fieldWords } from '../versions/value-words.ts'
import { useAcknowledge } from './acknowledge.ts'
import { ConcernReader } from './concern-reader.tsx'
import { useDesk } from './desk-state.tsx'
import { HeldReader } from './held-reader.tsx'
import type { ConcernItem, InboxItem, VersionsItem, VisitItem } from './inbox-items.ts'
import { ReaderTitle } from './reader-title.tsx'
import { SettleQuestion } from './settle-question.tsx'
import { UnfinishedReader } from './unfinished-reader.tsx'
import { isOnControl, useKeys } from './use-keys.ts'
import { useLogContext } from './use-log-context.ts'
import { visitTitle } from './visit-log.tsx'
import { VisitReader } from './visit-reader.tsx'

export function InboxReader({ item, onDone }: { readonly item: InboxItem; readonly onDone: () => void }) {
  if (item.kind === 'held') return <HeldReader item={item} onDone={onDone} />
  return item.kind === 'unfinished' ? <UnfinishedReader item={item} /> : <CaseReader item={item} onDone={onDone} />
}

type CaseItem = ConcernItem | VersionsItem | VisitItem

function CaseReader({ item, onDone }: { readonly item: CaseItem; readonly onDone: () => void }) {
  const say = useSay()
  const answer = useAnswer({ ask: 'resident', lane: item.lane })
  const view = answer && readCase(answer.rows)
  if (answer === undefined) return <p role="status">{say('desk.loading')}</p>
  if (view === undefined) return <p className="gone">{say('inbox.gone')}</p>
  const shared = { answer, view, onDone }
  if (item.kind === 'visit') return <OneVisit {...shared} item={item} />
  return item.kind === 'concern' ? <OneConcern {...shared} item={item} /> : <OneRecord {...shared} item={item} />
}

interface Reading<T extends CaseItem> {
  readonly item: T
  readonly answer: Answer
  readonly view: CaseView
  readonly onDone: () => void
}

function OneVisit({ item, answer, view, onDone }: Reading<VisitItem>) {
  const visit = view.visits.find((one) => one.id === item.id)
  return visit === undefined ? <Gone /> : <ReadVisit visit={visit} item={item} answer={answer} view={view} onDone={onDone} />
}

function ReadVisit({ visit, item, answer, view, onDone }: Reading<VisitItem> & { readonly visit: VisitView }) {
  const context = useLogContext(view, answer)
  const box = useRef<HTMLFormElement>(null)
  const { isBusy, refusal, acknowledge } = useAcknowledge(visit, answer.rows, item.name, `${paths.inbox}?at=${item.key}`)
  const read = () => void acknowledge().then((isDone) => isDone && onDone())
  useKeys({
    e: read,
    r: () => box.current?.querySelector('input')?.focus(),
    Enter: (event) => (isOnControl(event.target) && !isOwnRow(event.target, item) ? false : read()),
  })
  return (
    <>
      <ReaderTitle item={item} title={visitTitle(visit, context)} />
      <VisitReader visit={visit} context={context} doing={{ isBusy, refusal }} onRead={read} isTitled={false} replyBox={box} />
    </>
  )
}

/** Enter a second time on the row that is open reads it. */
const isOwnRow = (target: EventTarget | null, item: InboxItem): boolean => target instanceof HTMLElement && target.dataset.row === item.key

function OneConcern({ item, answer, view, onDone }: Reading<ConcernItem>) {
  const say = useSay()
  const context = useLogContext(view, answer)
  const concern = view.concerns.find((one) => one.id === item.id)
  if (concern === undefined) return <Gone />
  const visit = view.visits.find((one) => one.id === concern.visit)
  return (
    <>
      <ReaderTitle item={item} title={termOf(say, 'concernCode', concern.code) ?? say('concern.unknown')} />
      <ConcernReader
        lane={item.lane}
        concern={concern}
        visit={visit}
        rows={answer.rows}
        context={context}
        backTo={`${paths.inbox}?at=${item.key}`}
        onDone={onDone}
      />
    </>
  )
}

function OneRecord({ item, answer, view, onDone }: Reading<VersionsItem>) {
  const say = useSay()
  const language = useLanguage()
  const { people, me } = useDesk()
  const mine = questionsOf(view.twoVersions).filter((two) => two.rec === item.id)
  const [two] = mine
  const row = answer.rows.get(item.id)
  if (two === undefined || row === undefined) return <Gone />
  const names = namesOf(two, { people, me, say, language })
  const title = say('versions.ask', { names, what: fieldWords(say, two.type, two.field) })
  return (
    <>
      <ReaderTitle item={item} title={title} />
      <SettleQuestion
        key={two.field}
        two={two}
        row={row}
        people={people}
        resident={view.resident.name}
        today={answer.today}
        backTo={`${paths.inbox}?at=${item.key}`}
        onSettled={mine.length === 1 ? onDone : () => {}}
      />
    </>
  )
}

function Gone() {
  const say = useSay()
  return <p className="gone">{say('inbox.gone')}</p>
}
