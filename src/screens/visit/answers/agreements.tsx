// «Hva ble vi enige om?»: up to three lines, each with who and when; «Ferdig» makes a task of each.

import { useState } from 'react'
import type { Agreement } from '#domain/answers.ts'
import { OutlineButton } from '../../parts/button.tsx'
import { Card } from '../../parts/cards.tsx'
import { ShortText } from '../../parts/fields.tsx'
import { Chips } from '../../parts/visit-parts.tsx'
import { WordButton } from '../../parts/words.tsx'
import { useSay } from '../../use-say.tsx'
import type { Around, Asked, When } from './asked.ts'
import { QuickDate } from './entries.tsx'

const MOST = 3
const EMPTY: Agreement = { text: '', who: '' }

export function Agreements({ value, onValue, around }: Asked) {
  const say = useSay()
  const lines = value?.is === 'agreements' && value.lines.length > 0 ? value.lines : [EMPTY]
  const write = (next: readonly Agreement[], when: When) =>
    onValue(next.every(isEmpty) && next.length < 2 ? undefined : { is: 'agreements', lines: next }, when)
  return (
    <div className="bf-group bf-group--wide">
      {lines.map((line, i) => (
        <Line
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no identity but its place
          key={i}
          n={i + 1}
          line={line}
          around={around}
          onLine={(next, when) =>
            write(
              lines.map((old, at) => (at === i ? next : old)),
              when,
            )
          }
          onRemove={
            lines.length > 1
              ? () =>
                  write(
                    lines.filter((_, at) => at !== i),
                    'now',
                  )
              : undefined
          }
        />
      ))}
      {lines.length < MOST && lines.every((line) => line.text.trim() !== '') ? (
        <OutlineButton onPress={() => write([...lines, EMPTY], 'now')}>{say('visit.addAgreement')}</OutlineButton>
      ) : null}
    </div>
  )
}

const isEmpty = (line: Agreement): boolean => line.text === '' && line.who === '' && line.due === undefined

interface LineProps {
  readonly n: number
  readonly line: Agreement
  readonly around: Around
  readonly onLine: (line: Agreement, when: When) => void
  readonly onRemove: (() => void) | undefined
}
function Line({ n, line, around, onLine, onRemove }: LineProps) {
  const say = useSay()
  const { due: _due, ...undated } = line
  return (
    <Card className="bf-card--gap">
      <ShortText label={say('visit.agreement', { n })} value={line.text} onChange={(text) => onLine({ ...line, text }, 'soon')} />
      {line.text.trim() === '' ? null : (
        <>
          <Who who={line.who} around={around} onWho={(who, when) => onLine({ ...line, who }, when)} />
          <QuickDate
            label={say('visit.byWhen')}
            today={around.today}
            date={line.due}
            onDate={(due) => onLine(due ? { ...line, due } : undated, 'now')}
          />
        </>
      )}
      {onRemove === undefined ? null : (
        <WordButton onPress={onRemove} label={say('visit.removeAgreementN', { n })}>
          {say('visit.removeAgreement')}
        </WordButton>
      )}
    </Card>
  )
}

const SOMEBODY_ELSE = 'else'
interface WhoProps {
  readonly label?: string
  readonly who: string
  readonly around: Around
  readonly onWho: (who: string, when: When) => void
}
export function Who({ label, who, around, onWho }: WhoProps) {
  const say = useSay()
  const isKnown = around.takers.some((taker) => taker.code === who)
  const [isElse, setElse] = useState(who !== '' && !isKnown)
  const choose = (code: string | undefined) => {
    setElse(code === SOMEBODY_ELSE)
    onWho(code === undefined || code === SOMEBODY_ELSE ? '' : code, 'now')
  }
  return (
    <>
      <Chips
        label={label ?? say('visit.who')}
        options={[...around.takers, { code: SOMEBODY_ELSE, text: say('visit.somebodyElse') }]}
        chosen={isElse ? SOMEBODY_ELSE : isKnown ? who : undefined}
        onChoose={choose}
      />
      {isElse ? <ShortText label={say('visit.whoElse')} value={isKnown ? '' : who} onChange={(text) => onWho(text, 'soon')} /> : null}
    </>
  )
}
