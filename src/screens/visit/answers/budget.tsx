// What comes in and what goes out in a month, roughly: the guide's lines in order, and lines of one's own. A line left empty
// was not asked. What is left, or lacking, stands under them in words; it is never a mark against anybody.

import type { BudgetAnswer, Value } from '#domain/answers.ts'
import { BUDGET_KINDS, BUDGET_SOURCES, type BudgetKind, type BudgetSource } from '#domain/codes.ts'
import { balanceOf } from '#domain/visit-answers.ts'
import { Card } from '../../parts/cards.tsx'
import { ShortText } from '../../parts/fields.tsx'
import { Segments } from '../../parts/segments.tsx'
import { WordButton } from '../../parts/words.tsx'
import { useSay } from '../../use-say.tsx'
import { Amount } from './amount.tsx'
import type { Asked, When } from './asked.ts'
import { balanceWords } from './kind-words.ts'
import { useNewest } from './use-newest.ts'

export function BudgetAnswers({ screen, value, onValue, around }: Asked) {
  const say = useSay()
  const lines = value?.is === 'budget' ? value.lines : []
  const write = (next: readonly BudgetAnswer[], when: When) => onValue(next.length === 0 ? undefined : { is: 'budget', lines: next }, when)
  const swap = (old: BudgetAnswer | undefined, next: BudgetAnswer | undefined, when: When) => {
    const without = next ? lines.flatMap((line) => (line === old ? [next] : [line])) : lines.filter((line) => line !== old)
    write(old === undefined && next ? [...lines, next] : without, when)
  }
  const asked = screen.step.lines ?? []
  return (
    <div className="bf-group bf-group--wide">
      {BUDGET_KINDS.map((kind) => (
        <Card key={kind} className="bf-card--gap">
          <h3 className="bf-h2">{say(`term.budgetKind.${kind}`)}</h3>
          {asked
            .filter((one) => one.kind === kind)
            .map(({ code, text }) => {
              const line = lines.find((one) => one.kind === kind && one.code === code && one.label === undefined)
              return (
                <Line
                  key={code}
                  what={around.read(text)}
                  first={{ kind, code }}
                  line={line}
                  onLine={(next, when) => swap(line, next, when)}
                />
              )
            })}
          <OwnLines lines={lines} kind={kind} write={write} />
        </Card>
      ))}
      <Balance value={value} />
    </div>
  )
}

interface OwnLinesProps {
  readonly lines: readonly BudgetAnswer[]
  readonly kind: BudgetKind
  readonly write: (next: readonly BudgetAnswer[], when: When) => void
}
/** Known by having words of their own. */
function OwnLines({ lines, kind, write }: OwnLinesProps) {
  const say = useSay()
  const set = (i: number, next: BudgetAnswer | undefined, when: When) =>
    write(
      lines.flatMap((line, at) => (at === i ? (next ?? []) : [line])),
      when,
    )
  const own = lines.flatMap((line, i) => (line.kind === kind && line.label !== undefined ? [{ line, i, label: line.label }] : []))
  const list = useNewest(own.length, '.bf-inset:last-of-type input')
  return (
    <div className="bf-line" ref={list}>
      {own.map(({ line, i, label }) => {
        const what = label.trim() === '' ? say('answer.lineNoName') : label
        return (
          <div key={i} className="bf-inset">
            <ShortText label={say('answer.lineWhat')} value={label} onChange={(typed) => set(i, { ...line, label: typed }, 'soon')} />
            <Line
              what={what}
              first={{ kind, code: 'other', label }}
              line={line}
              onLine={(next, when) => set(i, next ?? { ...line, amount: 0 }, when)}
            />
            <WordButton onPress={() => set(i, undefined, 'now')} label={say('answer.removeLine', { what })}>
              {say('visit.removeAgreement')}
            </WordButton>
          </div>
        )
      })}
      {own.some(({ label }) => label.trim() === '') ? null : (
        <WordButton onPress={() => write([...lines, { kind, code: 'other', label: '', amount: 0, source: 'told' }], 'now')}>
          {say(`answer.add.${kind}`)}
        </WordButton>
      )}
    </div>
  )
}

interface LineProps {
  readonly what: string
  readonly first: Omit<BudgetAnswer, 'amount' | 'source'>
  readonly line: BudgetAnswer | undefined
  readonly onLine: (line: BudgetAnswer | undefined, when: When) => void
}
function Line({ what, first, line, onLine }: LineProps) {
  const say = useSay()
  const isNamed = first.label !== undefined
  const amount = isNamed && line?.amount === 0 ? undefined : line?.amount
  return (
    <div className="bf-budget-line">
      <Amount
        label={isNamed ? say('answer.inKroner', { what }) : what}
        amount={amount}
        onAmount={(ore) => onLine(ore === undefined ? undefined : { ...first, source: 'told', ...line, amount: ore }, 'soon')}
      />
      {line === undefined || amount === undefined ? null : (
        <Segments
          label={say('answer.source', { what })}
          isLabelHidden
          options={BUDGET_SOURCES.map((source) => ({ code: source, text: say(`term.budgetSource.${source}`) }))}
          chosen={line.source}
          onChoose={(code) => onLine({ ...line, source: sourceOf(code) ?? line.source }, 'now')}
        />
      )}
    </div>
  )
}
const sourceOf = (code: string | undefined): BudgetSource | undefined => BUDGET_SOURCES.find((source) => source === code)

function Balance({ value }: { readonly value: Value | undefined }) {
  const say = useSay()
  const isAsked = value?.is === 'budget' && value.lines.some((line) => line.amount > 0)
  return (
    <p className="bf-balance" role="status">
      {isAsked ? balanceWords(balanceOf(value), say) : say('answer.leftSoFar')}
    </p>
  )
}
