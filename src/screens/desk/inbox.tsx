// O3, Innboks, the desk's home: what came in and nobody here has read. List to the left, reader to the right; zero can be
// reached. Which row is open stands in the address as a random id. New rows come by themselves.

import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { isLocalDate } from '#domain/ids.ts'
import { dateOfInstant, weekdayDate } from '#texts/format.ts'
import { DeskHead, KeyHints, Pane } from '../parts/desk-frame.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useDesk } from './desk-state.tsx'
import { afterThis, type InboxItem, type Inbox as InboxView, toDo } from './inbox-items.ts'
import { InboxList } from './inbox-list.tsx'
import { InboxReader } from './inbox-reader.tsx'
import { useArrivals } from './use-arrivals.ts'
import { isOnControl, useKeys } from './use-keys.ts'

export const inboxAt = (item: InboxItem | undefined): string => (item === undefined ? paths.inbox : `${paths.inbox}?at=${item.key}`)

export function Inbox({ onHelp }: { readonly onHelp: () => void }) {
  const say = useSay()
  const { inbox, isHeldKnown } = useDesk()
  const arrivals = useArrivals(inbox, isHeldKnown)
  if (inbox === undefined)
    return (
      <>
        <DeskHead title={say('inbox.title')} />
        <p className="body sub" role="status">
          {say('desk.loading')}
        </p>
      </>
    )
  return (
    <>
      <DeskHead title={say('inbox.title')} sub={<Summary inbox={inbox} />} />
      <p className="sr" role="status">
        {arrivals.spoken}
      </p>
      <Panes inbox={inbox} arrived={arrivals.ids} onHelp={onHelp} />
    </>
  )
}

function Panes({
  inbox,
  arrived,
  onHelp,
}: {
  readonly inbox: InboxView
  readonly arrived: ReadonlySet<string>
  readonly onHelp: () => void
}) {
  const say = useSay()
  const navigate = useNavigate()
  const at = useSearchParams()[0].get('at')
  const open = useOpened(inbox, at)
  const goOn = () => void navigate(open === undefined ? paths.inbox : inboxAt(afterThis(inbox, open.key)), { replace: true })
  useListKeys(open?.key)
  return (
    <>
      <div className="panes inbox">
        <Pane label={say('inbox.list')} className="inbox-list">
          {inbox.all.length === 0 ? <Nothing /> : <InboxList inbox={inbox} open={open?.key} arrived={arrived} />}
        </Pane>
        <Pane label={say('inbox.reader')}>
          <div className="reader">
            {open === undefined ? (
              <NothingOpen isEmpty={inbox.all.length === 0} isGone={at !== null} />
            ) : (
              <InboxReader key={open.key} item={open} onDone={goOn} />
            )}
          </div>
        </Pane>
      </div>
      <KeyHints
        onAll={onHelp}
        hints={[
          { keys: ['j', 'k'], does: say('key.move') },
          { keys: ['Enter'], does: say('key.openRead') },
          ...(open?.kind === 'versions' ? [{ keys: ['1', '2', '3'], does: say('key.choose') }] : []),
          ...(open?.kind === 'held' ? [{ keys: ['1', '2'], does: say('key.decide') }] : []),
          ...(open?.kind === 'visit' ? [{ keys: ['e'], does: say('key.doneNext') }] : []),
          ...(open?.kind === 'held' || open?.kind === 'unfinished' ? [] : [{ keys: ['u'], does: say('key.undo') }]),
        ]}
      />
    </>
  )
}

/** The row of the address; what has just been read stays open until one goes on. */
function useOpened(inbox: InboxView, at: string | null): InboxItem | undefined {
  const [last, setLast] = useState<InboxItem>()
  const found = inbox.all.find((item) => item.key === at)
  if (found !== undefined && found !== last) setLast(found)
  return found ?? (last?.key === at ? last : undefined)
}

/** j and k move the mark, never open; Enter on the mark opens, as on any link. */
function useListKeys(open: string | undefined): void {
  const move = (by: 1 | -1) => () => {
    const rows = [...document.querySelectorAll<HTMLAnchorElement>('[data-row]')]
    const here = rows.findIndex((row) => row.contains(document.activeElement))
    const from = here >= 0 ? here : rows.findIndex((row) => row.dataset.row === open)
    const next = rows[from < 0 ? 0 : Math.min(Math.max(from + by, 0), rows.length - 1)]
    next?.focus()
    return true
  }
  const navigate = useNavigate()
  useKeys({
    j: move(1),
    k: move(-1),
    Enter: (event) => {
      if (open !== undefined || isOnControl(event.target)) return false
      return move(1)()
    },
    Escape: () => {
      if (open === undefined) return false
      void navigate(paths.inbox)
      return true
    },
  })
}

function Summary({ inbox }: { readonly inbox: InboxView }) {
  const say = useSay()
  const language = useLanguage()
  const oldest = inbox.all.flatMap((item) => (item.kind === 'versions' || item.kind === 'unfinished' ? [] : (item.at ?? []))).sort()[0]
  const day = oldest === undefined ? undefined : dateOfInstant(oldest)
  const [n, left] = [toDo(inbox), inbox.unfinished.length]
  return [
    n === 0 ? say('inbox.empty') : say('inbox.count', { n }),
    ...(n > 0 && day && isLocalDate(day) ? [say('inbox.oldest', { day: weekdayDate(language, day) })] : []),
    ...(left === 0 ? [] : [say('inbox.unfinishedCount', { n: left })]),
  ].join(' ')
}

function Nothing() {
  const say = useSay()
  return (
    <div className="inbox-none">
      <p>{say('inbox.emptyHelp')}</p>
    </div>
  )
}

function NothingOpen({ isEmpty, isGone }: { readonly isEmpty: boolean; readonly isGone: boolean }) {
  const say = useSay()
  if (isEmpty) return null
  return (
    <div className="gone">
      <p>{say(isGone ? 'inbox.gone' : 'inbox.choose')}</p>
      <p className="sub gap">{say('inbox.chooseHelp')}</p>
    </div>
  )
}
