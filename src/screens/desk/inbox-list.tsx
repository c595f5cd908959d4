// The rows of the inbox, in groups, newest first. A row says who, what kind and when; health, children and the words of a
// concern are read by opening it.

import { Fragment } from 'react'
import { Link } from 'react-router'
import { inSentence, joined } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { termOf } from '#texts/terms.ts'
import { BellIcon, DoorIcon, DraftIcon, HeldIcon, VersionsIcon } from '../parts/icons.ts'
import { paths } from '../paths.ts'
import { nameOf } from '../people.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useDesk } from './desk-state.tsx'
import type { Inbox, InboxItem } from './inbox-items.ts'
import { dayWords } from './when.ts'

export interface InboxListProps {
  readonly inbox: Inbox
  readonly open: string | undefined
  readonly arrived: ReadonlySet<string>
}

export function InboxList({ inbox, open, arrived }: InboxListProps) {
  const say = useSay()
  const groups = [
    { title: say('inbox.concerns'), items: inbox.concerns },
    { title: say('inbox.versions'), items: inbox.versions },
    { title: say('inbox.held'), items: inbox.held },
    { title: say('inbox.visits'), items: inbox.visits },
    { title: say('inbox.unfinished'), items: inbox.unfinished },
  ]
  return groups
    .filter((group) => group.items.length > 0)
    .map((group) => (
      <Fragment key={group.title}>
        <h2 className="inbox-g num">{say('inbox.group', { title: group.title, n: group.items.length })}</h2>
        <ul className="plain-list">
          {group.items.map((item) => (
            <Row key={item.key} item={item} isOpen={item.key === open} isNew={arrived.has(item.key)} />
          ))}
        </ul>
      </Fragment>
    ))
}

function Row({ item, isOpen, isNew }: { readonly item: InboxItem; readonly isOpen: boolean; readonly isNew: boolean }) {
  const say = useSay()
  const language = useLanguage()
  const { people, answer } = useDesk()
  const day =
    item.kind === 'versions' || item.at === undefined || answer === undefined
      ? ''
      : dayWords({ say, language, today: answer.today }, item.at)
  const who = joined(language, writersOf(item, people))
  return (
    <li>
      <Link
        to={`${paths.inbox}?at=${item.key}`}
        aria-current={isOpen ? 'true' : undefined}
        data-row={item.key}
        data-new={isNew ? '' : undefined}
      >
        <Kind item={item} />
        <span className="row-text">
          <span className="t-name block">{item.name ?? say('held.office')}</span>
          <span className="sub block">{subOf(item, say)}</span>
        </span>
        <span className="sub r num">
          <span className="block">
            {isNew ? <span className="row-new">{say('inbox.new')} </span> : null}
            {day}
          </span>
          <span className="block">{who}</span>
        </span>
      </Link>
    </li>
  )
}

function writersOf(item: InboxItem, people: Parameters<typeof nameOf>[0]): readonly string[] {
  if (item.kind === 'visit') return item.unread.map((one) => nameOf(people, one.worker))
  return item.kind === 'held' || item.kind === 'unfinished' ? [nameOf(people, item.by)] : []
}

function Kind({ item }: { readonly item: InboxItem }) {
  const look = { 'aria-hidden': true, className: 'ic' } as const
  switch (item.kind) {
    case 'concern':
      return <BellIcon {...look} />
    case 'versions':
      return <VersionsIcon {...look} />
    case 'held':
      return item.isConcern ? <BellIcon {...look} /> : <HeldIcon {...look} />
    case 'visit':
      return <DoorIcon {...look} />
    case 'unfinished':
      return <DraftIcon {...look} />
  }
}

/** What may stand in a list: never the words of the note. */
const OPENLY: readonly string[] = [
  'arrears',
  'paymentArrangement',
  'tenancy',
  'visit',
  'task',
  'plan',
  'goal',
  'measure',
  'groupMember',
  'meeting',
  'evictionCase',
]
function subOf(item: InboxItem, say: Say): string {
  if (item.kind === 'concern') return say('inbox.openToRead')
  if (item.kind === 'held') return say(item.isConcern ? 'held.concernRow' : `held.short.${item.why}`)
  if (item.kind === 'unfinished') return say('unfinished.row')
  if (item.kind === 'visit') {
    const kind = termOf(say, 'visitKind', item.visit.kind)
    const how = termOf(say, 'visitStatus', item.visit.status)
    return [kind, how]
      .filter(Boolean)
      .map((word) => `${word}.`)
      .join(' ')
  }
  const [field] = item.fields
  const words = field !== undefined && OPENLY.includes(item.type) ? say('versions.field', { field: `${item.type}.${field}` }) : ''
  return words === '' ? say('inbox.openToRead') : words.slice(0, 1).toLocaleUpperCase() + inSentence(words).slice(1)
}
