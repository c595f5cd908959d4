// A month's budget being filled in: the lines everybody is asked about, one's own beside them, and what is left while it is
// typed. A new month may take the lines of the last one with it.

import { useParams } from 'react-router'
import {
  type BudgetLineForm,
  type BudgetRefusal,
  copiedLines,
  emptyLine,
  type BudgetForm as Form,
  firstLines,
  lineKept,
  linesTyped,
  monthBeside,
  saveBudget,
  typedBalance,
} from '#domain/budget-acts.ts'
import type { BudgetView } from '#domain/case-view-money.ts'
import type { BudgetKind } from '#domain/codes.ts'
import { asList, asText } from '#domain/reading.ts'
import { seenOf } from '#domain/register.ts'
import { capital, inSentence, kroner } from '#texts/format.ts'
import { NotHere } from '../not-here.tsx'
import { Section } from '../parts/cards.tsx'
import { Choose } from '../parts/choose.tsx'
import { WordButton } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { formDraft } from '../use-form-draft.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { budgetsIn } from './budget.tsx'
import { BudgetLine } from './budget-line.tsx'
import { FormScreen, type OfForms } from './form-screen.tsx'
import { monthWords } from './front-lines.ts'
import { useSaving } from './use-saving.ts'

const useBudgetDraft = formDraft<Form>('budget', (said, first) => ({
  month: asText(said.month) ?? first.month,
  lines: said.lines === undefined ? first.lines : asList(said.lines).flatMap(lineKept),
}))

export function BudgetForm(given: OfForms) {
  const { of } = useParams()
  const budgets = budgetsIn(given)
  const one = budgets.find(({ id }) => id === of)
  return of !== undefined && one === undefined ? <NotHere /> : <Fields {...given} one={one} budgets={budgets} />
}

interface FieldsProps extends OfForms {
  readonly one: BudgetView | undefined
  readonly budgets: readonly BudgetView[]
}
function Fields(given: FieldsProps) {
  const { answer, view, one, budgets } = given
  const say = useSay()
  const language = useLanguage()
  const { held, change, setLine, form } = useWriting(given)
  const words = { language, today: answer.today }
  const last = one ? undefined : budgets.find(({ month }) => month < held.month)
  const problemAt = (place: number) => (form.problem && 'at' in form.problem && form.problem.at === place ? form.problem.kind : undefined)
  const months = monthsToChoose(answer.today.slice(0, 7), held.month)
  const isBare = form.problem?.kind === 'needsLine' || form.problem?.kind === 'needsMonth'
  return (
    <FormScreen
      answer={answer}
      view={view}
      title={say(one ? 'forms.budget' : 'forms.budget.new')}
      back={paths.forms(view.lane, 'budget')}
      form={form}
    >
      <Choose
        label={say('forms.budget.month')}
        none={say('forms.pick')}
        options={months.map((code) => ({ code, text: capital(monthWords(code, words)) }))}
        chosen={held.month}
        onChoose={(month) => change({ month })}
        {...(isBare && form.problem ? { error: say(`forms.refuse.${form.problem.kind}`) } : {})}
      />
      {last === undefined || held.lines.some(({ amount }) => amount !== '') ? null : (
        <div className="bf-row">
          <WordButton onPress={() => change({ lines: copiedLines(last) })}>
            {say('forms.budget.copy', { month: monthWords(last.month, words) })}
          </WordButton>
        </div>
      )}
      {KINDS.map((kind) => (
        <Section key={kind} title={say(`forms.budget.${kind}`)}>
          <div className="bf-fields">
            {held.lines.map((line, place) =>
              line.kind === kind ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other name while it is typed, and none is moved
                <BudgetLine key={place} line={line} problem={problemAt(place)} onChange={(part) => setLine(place, part)} />
              ) : null,
            )}
            <div className="bf-row">
              <WordButton onPress={() => change({ lines: [...held.lines, emptyLine(kind)] })}>
                {say(kind === 'income' ? 'forms.budget.addIn' : 'forms.budget.addOut')}
              </WordButton>
            </div>
          </div>
        </Section>
      ))}
      <Left lines={held.lines} />
    </FormScreen>
  )
}
const KINDS: readonly BudgetKind[] = ['income', 'expense']

function Left({ lines }: { readonly lines: readonly BudgetLineForm[] }) {
  const say = useSay()
  const { income, expense, balance } = typedBalance(lines)
  return (
    <div className="bf-lines" role="status">
      <p className="bf-text bf-strong bf-num">
        {`${say(balance < 0 ? 'forms.budget.missing' : 'forms.budget.left')}: ${kroner(Math.abs(balance))}`}
      </p>
      <p className="bf-small bf-subtle bf-num">{say('forms.budget.sums', { income: kroner(income), expense: kroner(expense) })}</p>
      <p className="bf-small bf-subtle">{say('forms.budget.empty')}</p>
    </div>
  )
}

/** Two months back and one ahead, and the one that was chosen. */
const monthsToChoose = (now: string, chosen: string): readonly string[] =>
  [...new Set([1, 0, -1, -2].map((by) => monthBeside(now, by)).concat(chosen))].sort().reverse()

function useWriting({ answer, view, one }: FieldsProps) {
  const say = useSay()
  const { newId } = useCasebook()
  const row = one && answer.rows.get(one.id)
  const draft = useBudgetDraft({
    lane: view.lane,
    of: one?.id ?? '',
    drafts: answer.drafts,
    first: one ? { month: one.month, lines: linesTyped(one) } : { month: answer.today.slice(0, 7), lines: firstLines() },
    ...(row ? { over: { rec: row.id, seen: seenOf(row) } } : {}),
  })
  const { held } = draft
  const form = useSaving<BudgetRefusal>({
    draft,
    back: paths.forms(view.lane, 'budget'),
    said: () => say('forms.saved', { what: inSentence(say('term.recordType.budget')) }),
    decide: () => saveBudget(held, { lane: view.lane, newId, rows: answer.rows, budget: one }),
  })
  const change = (part: Partial<Form>) => {
    form.touched()
    draft.change(part)
  }
  const setLine = (place: number, part: Partial<BudgetLineForm>) =>
    change({ lines: held.lines.map((line, at) => (at === place ? { ...line, ...part } : line)) })
  return { held, change, setLine, form }
}
