// «Står det samme besøket to ganger?»: asked where two stand within two hours, made on two phones; answered once.

import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import type { VisitView } from '#domain/case-view-visits.ts'
import { dateOf } from '#domain/ids.ts'
import { mayBeSame, sayWhether } from '#domain/visit-book.ts'
import { clock, weekdayDate } from '#texts/format.ts'
import { OutlineButton } from '../parts/button.tsx'
import { Card, Note } from '../parts/cards.tsx'
import { useRecording } from '../use-recording.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'

interface SameVisitProps {
  readonly visit: VisitView
  readonly view: CaseView
  readonly answer: Answer
}
export function SameVisit({ visit, view, answer }: SameVisitProps) {
  const say = useSay()
  const language = useLanguage()
  const { me } = useCasebook()
  const { record, isBusy, refusal } = useRecording()
  const other = mayBeSame(visit, view)
  if (other?.start === undefined) return null
  const at = say('visit.dayAt', { day: weekdayDate(language, dateOf(other.start)), time: clock(other.start) })
  const press = (isSame: boolean) =>
    void record(sayWhether(isSame, [visit, other], answer.rows, me), {
      text: say(isSame ? 'book.saidSame' : 'book.saidTwo'),
      before: answer.rows,
    })
  return (
    <Card className="bf-card--gap">
      <p className="bf-text bf-strong">{say('book.same')}</p>
      <p className="bf-text">{say('book.sameAt', { at })}</p>
      <div className="bf-row">
        <OutlineButton isBusy={isBusy} onPress={() => press(true)}>
          {say('book.isSame')}
        </OutlineButton>
        <OutlineButton isBusy={isBusy} onPress={() => press(false)}>
          {say('book.isTwo')}
        </OutlineButton>
      </div>
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </Card>
  )
}
