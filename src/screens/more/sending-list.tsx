// Rows of what waits, is sent, is held or was put aside: what and for whom, how far it has come, why it is held, and when
// it was written.

import type { Answer, Waiting } from '#device/casebook.ts'
import { isLocalDate, laneKind } from '#domain/ids.ts'
import { clockOf, dateOfInstant, inSentence, shortDate } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { List, ListRow, Section } from '../parts/cards.tsx'
import { SaveState } from '../parts/save-state.tsx'
import { ConcernNotSent } from '../parts/timeline.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { type SendingRow, sendingRows } from './sending-rows.ts'

interface ListProps {
  readonly title: string
  readonly waiting: readonly Waiting[]
  readonly answer: Answer
  /** Somebody at the office decided to leave these: said instead of how far they have come. */
  readonly isClosed?: boolean
}

export function SendingList({ title, waiting, answer, isClosed = false }: ListProps) {
  const say = useSay()
  if (waiting.length === 0) return null
  return (
    <Section title={title}>
      <List>
        {sendingRows(waiting).map((row) => (
          <Row key={row.key} row={row} answer={answer} isClosed={isClosed} />
        ))}
      </List>
      {isClosed ? <p className="bf-small bf-subtle">{say('sending.closedHelp')}</p> : null}
    </Section>
  )
}

interface RowProps {
  readonly row: SendingRow
  readonly answer: Answer
  readonly isClosed: boolean
}

function Row({ row, answer, isClosed }: RowProps) {
  const say = useSay()
  const whom =
    answer.summaries.find((home) => home.lane === row.lane)?.name ??
    (laneKind(row.lane) === 'case' ? say('sending.notMine') : say('sending.office'))
  const [what, ...rest] = row.what.map(({ type, n }) => {
    const word = termOf(say, 'recordType', type) ?? say('sending.unnamed')
    return n === 1 ? word : say('sending.count', { what: word, n })
  })
  return (
    <ListRow
      title={say('sending.of', { what: what ?? '', name: whom })}
      sub={<RowState row={row} answer={answer} more={rest.map(inSentence).join(', ')} isClosed={isClosed} />}
      end={<When row={row} answer={answer} />}
    />
  )
}

function When({ row, answer }: Pick<RowProps, 'row' | 'answer'>) {
  const language = useLanguage()
  const day = dateOfInstant(row.at)
  return <span className="bf-meta bf-num">{day === answer.today || !isLocalDate(day) ? clockOf(row.at) : shortDate(language, day)}</span>
}

function RowState({ row, answer, more, isClosed }: RowProps & { readonly more: string }) {
  const say = useSay()
  const why = WHYS.find((known) => known === row.why)
  return (
    <span className="bf-lines">
      {more === '' ? null : <span>{say('sending.with', { what: more })}</span>}
      {isClosed ? <span>{say('sending.closed')}</span> : <HowFar row={row} />}
      {why === undefined || isClosed ? null : <span>{say(`sending.why.${why}`)}</span>}
      {why === 'stale-sign' ? <ReadAgain row={row} answer={answer} /> : null}
    </span>
  )
}

function HowFar({ row }: { readonly row: SendingRow }) {
  return row.isConcern && (row.state === 'saved' || row.state === 'sent') ? (
    <ConcernNotSent isTried={row.state === 'sent'} />
  ) : (
    <SaveState saved={{ state: row.state }} />
  )
}

/** «Les på nytt og signer»: leads to the thing, while its home is here. */
function ReadAgain({ row, answer }: Pick<RowProps, 'row' | 'answer'>) {
  const say = useSay()
  const home = answer.summaries.find((one) => one.lane === row.lane)
  if (home === undefined) return null
  const visit = home.visits.find((one) => one.contributions.some((part) => part.id === row.rec))
  const isPlan = row.what.some(({ type }) => type === 'plan')
  const to = visit ? paths.visit(home.lane, visit.id) : isPlan ? paths.plan(home.lane) : paths.resident(home.lane)
  return <WordLink to={to}>{say('sending.readAgain')}</WordLink>
}

/** Why the office looks at it first (DESIGN.md 3); a reason newer than this build stays unsaid. */
const WHYS = ['grant', 'field', 'signed', 'awaits', 'stale-sign', 'bad', 'later', 'clash', 'revoked', 'too-large'] as const
