// Rows of what waits, is sent or is held: what and for whom, how far it has come, why it is held, and when it was written.

import type { Answer, Waiting } from '#device/casebook.ts'
import { isLocalDate, laneKind } from '#domain/ids.ts'
import { clockOf, dateOfInstant, inSentence, shortDate } from '#texts/format.ts'
import { termOf } from '#texts/terms.ts'
import { List, ListRow, Section } from '../parts/cards.tsx'
import { SaveState } from '../parts/save-state.tsx'
import { ConcernNotSent } from '../parts/timeline.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { type SendingRow, sendingRows } from './sending-rows.ts'

export function SendingList({
  title,
  waiting,
  answer,
}: {
  readonly title: string
  readonly waiting: readonly Waiting[]
  readonly answer: Answer
}) {
  if (waiting.length === 0) return null
  return (
    <Section title={title}>
      <List>
        {sendingRows(waiting).map((row) => (
          <Row key={row.key} row={row} answer={answer} />
        ))}
      </List>
    </Section>
  )
}

function Row({ row, answer }: { readonly row: SendingRow; readonly answer: Answer }) {
  const say = useSay()
  const language = useLanguage()
  const whom =
    answer.summaries.find((home) => home.lane === row.lane)?.name ?? (laneKind(row.lane) === 'case' ? undefined : say('sending.office'))
  const [what, ...rest] = row.what.map(({ type, n }) => {
    const word = termOf(say, 'recordType', type) ?? type
    return n === 1 ? word : say('sending.count', { what: word, n })
  })
  const day = dateOfInstant(row.at)
  return (
    <ListRow
      title={whom === undefined ? what : say('sending.of', { what: what ?? '', name: whom })}
      sub={<RowState row={row} more={rest.map(inSentence).join(', ')} />}
      end={<span className="bf-meta bf-num">{day === answer.today || !isLocalDate(day) ? clockOf(row.at) : shortDate(language, day)}</span>}
    />
  )
}

function RowState({ row, more }: { readonly row: SendingRow; readonly more: string }) {
  const say = useSay()
  const why = WHYS.find((known) => known === row.why)
  return (
    <span className="bf-lines">
      {more === '' ? null : <span>{say('sending.with', { what: more })}</span>}
      {row.isConcern && (row.state === 'saved' || row.state === 'sent') ? (
        <ConcernNotSent isTried={row.state === 'sent'} />
      ) : (
        <SaveState saved={{ state: row.state }} />
      )}
      {why === undefined ? null : <span>{say(`sending.why.${why}`)}</span>}
    </span>
  )
}

/** Why the office looks at it first (DESIGN.md 3); a reason newer than this build stays unsaid. */
const WHYS = ['grant', 'field', 'signed', 'awaits', 'stale-sign', 'bad', 'later', 'clash', 'revoked'] as const
