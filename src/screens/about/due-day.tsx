// The day the rent is due against the day the money comes, as a month in one line; and the one thing to do about it.

import type { CaseView } from '#domain/case-view.ts'
import { checkHome } from '#domain/home-check.ts'
import { askForNewDueDay, goesInPlan } from '#domain/home-due.ts'
import { cited } from '#texts/cited.ts'
import { OutlineButton } from '../parts/button.tsx'
import { Card, Note } from '../parts/cards.tsx'
import { useRecording } from '../use-recording.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { Known } from './part-row.tsx'
import { remarkText } from './words.ts'

export function DueDay({ known: { answer, view, values } }: { readonly known: Known }) {
  const say = useSay()
  const language = useLanguage()
  const { recordAsk, refusal } = useAsking(view)
  const remark = checkHome(['tenancy.rentDueDay'], values, answer.today).find(({ kind }) => kind === 'dueBeforeIncome')
  if (remark === undefined) return null
  const { n: due = 0, m: income = 0 } = remark
  return (
    <Card>
      <MonthLine due={due} income={income} />
      <p className="bf-small">{remarkText(say, remark)}</p>
      <p className="bf-meta">{cited(language, 'N 5.5')}</p>
      {isAsked(view, say('about.ask.dueDay')) ? (
        <Note tone="calm">{say('about.asked.already')}</Note>
      ) : (
        <OutlineButton onPress={recordAsk}>{say('about.ask.dueDay')}</OutlineButton>
      )}
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </Card>
  )
}

const isAsked = ({ tasks, plan }: CaseView, words: string): boolean =>
  tasks.some(({ title, status }) => title === words && status === 'open') || (plan?.measures.some(({ text }) => text === words) ?? false)

function useAsking({ lane, plan }: CaseView) {
  const say = useSay()
  const { me, newId } = useCasebook()
  const { record, refusal } = useRecording()
  const ask = () => {
    const made = askForNewDueDay({ lane, plan, me, newId, words: say('about.ask.dueDay') })
    return record([made], { text: say(goesInPlan(plan) ? 'about.asked.measure' : 'about.asked.task') })
  }
  return { recordAsk: () => void ask(), refusal }
}

const [WIDTH, HEIGHT, LAST] = [310, 44, 31]
const placeOf = (day: number): number => ((day - 0.5) / LAST) * WIDTH

function MonthLine({ due, income }: { readonly due: number; readonly income: number }) {
  const say = useSay()
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={say('about.month', { due, income })} className="bf-month">
      <line x1={0} x2={WIDTH} y1={22} y2={22} className="bf-month__line" />
      <Mark day={due} word={say('about.month.due')} y={12} />
      <Mark day={income} word={say('about.month.income')} y={40} isIncome />
    </svg>
  )
}

function Mark({
  day,
  word,
  y,
  isIncome = false,
}: {
  readonly day: number
  readonly word: string
  readonly y: number
  readonly isIncome?: boolean
}) {
  const x = placeOf(day)
  return (
    <>
      <circle cx={x} cy={22} r={5} className={isIncome ? 'bf-month__income' : 'bf-month__due'} />
      <text x={x} y={y} textAnchor={day < 6 ? 'start' : day > 26 ? 'end' : 'middle'} className="bf-month__word">
        {`${word} ${day}.`}
      </text>
    </>
  )
}
