// What is ahead: when the plan is to be evaluated and when it ends, each with the reason for its date.

import type { Deadline } from '#domain/deadline.ts'
import { inSentence, longDate } from '#texts/format.ts'
import type { Say } from '#texts/say.ts'
import { calendarOf, deadlineTitle, deadlineWhen, type Speech } from '../deadline-words.ts'
import { List, ListRow, Note, Section } from '../parts/cards.tsx'
import { CalendarIcon } from '../parts/icons.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import type { Given } from './given.ts'

export function Ahead({ given }: { readonly given: Given }) {
  const say = useSay()
  const language = useLanguage()
  const { deadlines } = given
  const { plan } = given.view
  const speech: Speech = { say, language, today: given.answer.today, calendar: calendarOf(given.answer.office) }
  if (plan === undefined) return null
  const status =
    plan.status === 'active' ? null : (
      <Note tone="calm">{say('progress.status', { status: inSentence(say(`term.planStatus.${plan.status}`)) })}</Note>
    )
  if (deadlines.length === 0) return status
  return (
    <Section title={say('progress.ahead')}>
      {status}
      <List>
        {deadlines.map((one) => (
          <ListRow
            key={one.rule}
            lead={<CalendarIcon aria-hidden fontSize="1.5rem" />}
            title={deadlineTitle(one, speech)}
            sub={
              <>
                {deadlineWhen(one, speech)}
                <br />
                {reason(one, given, speech)}
              </>
            }
          />
        ))}
      </List>
    </Section>
  )
}

function reason(
  { rule, counted, basisDate }: Deadline,
  { view }: Given,
  { say, language }: { say: Say; language: Speech['language'] },
): string {
  const date = longDate(language, basisDate)
  if (rule === 'D8') return say('progress.why.end', { date })
  return say(view.plan?.lastReviewOn === undefined ? 'progress.why.started' : 'progress.why.reviewed', { n: counted.amount, date })
}
