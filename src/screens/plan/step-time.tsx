// How long we try this (always with an end, N 5.4), how often we meet, and when we look at the plan again.

import { addMonths } from '#domain/calendar.ts'
import { isLocalDate, type LocalDate } from '#domain/ids.ts'
import { longDate } from '#texts/format.ts'
import { Note } from '../parts/cards.tsx'
import { ShortText } from '../parts/fields.tsx'
import { OneTile } from '../parts/tiles.tsx'
import { Question } from '../parts/visit-parts.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { type Editing, Hint } from './editing.tsx'
import { FrequencyEditor } from './frequency-editor.tsx'
import { useProblems } from './problems.tsx'

const LENGTHS = [3, 6, 12] as const
const OWN = 'own'
const dateOf = (text: string): LocalDate | undefined => (isLocalDate(text) ? text : undefined)

export function StepLong({ editing }: { readonly editing: Editing }) {
  const say = useSay()
  const language = useLanguage()
  const { plan, edit, answer } = editing
  const start = plan.startDate ?? answer.today
  const length = LENGTHS.find((months) => addMonths(start, months) === plan.endDate)
  const choose = (code: string) => {
    if (code !== OWN) edit((now) => ({ ...now, startDate: start, endDate: addMonths(start, Number(code)) }), 'now')
  }
  const move = (text: string) =>
    edit(
      (now) => ({
        ...now,
        startDate: dateOf(text),
        ...(length && dateOf(text) ? { endDate: addMonths(dateOf(text) ?? start, length) } : {}),
      }),
      'now',
    )
  return (
    <>
      <Question of="long" help={say('planEdit.longHelp')}>
        {say('planEdit.long')}
      </Question>
      <OneTile
        question={say('planEdit.long')}
        isQuestionHidden
        options={LENGTHS.map((months) => ({
          code: String(months),
          text: say('planEdit.months', { n: months }),
          hint: say('planEdit.untilDay', { day: longDate(language, addMonths(start, months)) }),
        }))}
        chosen={length === undefined ? undefined : String(length)}
        onChoose={choose}
      />
      <ShortText kind="date" label={say('planEdit.from')} value={plan.startDate ?? ''} onChange={move} />
      <ShortText
        kind="date"
        label={say('planEdit.to')}
        value={plan.endDate ?? ''}
        onChange={(text) => edit((now) => ({ ...now, endDate: dateOf(text) }), 'now')}
      />
      <Said editing={editing} kinds={['endBeforeStart', 'planTooLong', 'measureOutside', 'measureEndBeforeStart']} />
      <Hint source="N 5.4">{say('planEdit.h08')}</Hint>
    </>
  )
}

export function StepMeet({ editing: { plan, edit } }: { readonly editing: Editing }) {
  const say = useSay()
  return (
    <>
      <Question of="meet">{say('planEdit.meet')}</Question>
      <FrequencyEditor
        frequency={plan.often}
        // The words somebody wrote for another rhythm are not true any more.
        onChange={(often, when) => edit((now) => ({ ...now, often, oftenText: '' }), when)}
      />
      <Hint source="N 4.3">{say('planEdit.h09')}</Hint>
    </>
  )
}

const REVIEWS = [1, 2, 3, 6] as const
export function StepReview({ editing }: { readonly editing: Editing }) {
  const say = useSay()
  const language = useLanguage()
  const { plan, edit, answer } = editing
  const start = plan.startDate && plan.startDate > answer.today ? plan.startDate : answer.today
  const choose = (code: string) =>
    edit((now) => ({ ...now, reviewEveryMonths: Number(code), nextReview: addMonths(start, Number(code)) }), 'now')
  return (
    <>
      <Question of="review" help={say('planEdit.reviewHelp')}>
        {say('planEdit.review')}
      </Question>
      <OneTile
        question={say('planEdit.review')}
        isQuestionHidden
        options={REVIEWS.map((months) => ({
          code: String(months),
          text: say('planEdit.everyMonths', { n: months }),
          hint: say('planEdit.firstTime', { day: longDate(language, addMonths(start, months)) }),
        }))}
        chosen={plan.reviewEveryMonths === undefined ? undefined : String(plan.reviewEveryMonths)}
        onChoose={choose}
      />
      <ShortText
        kind="date"
        label={say('planEdit.nextReview')}
        value={plan.nextReview ?? ''}
        onChange={(text) => edit((now) => ({ ...now, nextReview: dateOf(text) }), 'now')}
      />
      <Said editing={editing} kinds={['reviewOutside']} />
    </>
  )
}

/** What is wrong with these days, where they are chosen. */
function Said({ editing, kinds }: { readonly editing: Editing; readonly kinds: readonly string[] }) {
  const { problems, words } = useProblems(editing.view, editing.answer, editing.plan)
  return problems
    .filter(({ kind }) => kinds.includes(kind))
    .map((problem) => (
      <Note key={`${problem.kind} ${problem.of?.id}`} tone="care">
        {words(problem)}
      </Note>
    ))
}
