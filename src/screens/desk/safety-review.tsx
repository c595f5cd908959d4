// «Gjennomgått», under what is said of safety: for those who coordinate, while two are to come (DOMAIN.md 4.4, C-STAFF).

import type { Answer } from '#device/casebook.ts'
import type { CaseView } from '#domain/case-view.ts'
import { type Reviewed, reviewSafety } from '#domain/safety-review.ts'
import { needsTwo } from '#domain/visit-allowed.ts'
import { canLoosen } from '../about/use-page.ts'
import { DeskButton } from '../parts/desk-button.tsx'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { useDesk } from './desk-state.tsx'

const REVIEWED = ['kept', 'caution', 'none'] as const satisfies readonly Reviewed[]

export function SafetyReview({ view, answer }: { readonly view: CaseView; readonly answer: Answer }) {
  const say = useSay()
  const { me } = useDesk()
  const { record, isBusy, refusal } = useRecording()
  const row = answer.rows.get(view.resident.id)
  if (!row || !needsTwo(view) || !canLoosen(answer, me)) return null
  const press = (reviewed: Reviewed) =>
    void record(reviewSafety(row, reviewed, me, answer.today), { text: say('office.reviewed'), before: answer.rows })
  return (
    <details className="gap">
      <summary>{say('office.review')}</summary>
      <div className="row gap">
        {REVIEWED.map((reviewed) => (
          <DeskButton key={reviewed} isBusy={isBusy} onPress={() => press(reviewed)}>
            {say(`office.review.${reviewed}`)}
          </DeskButton>
        ))}
      </div>
      {refusal === undefined ? null : <p className="sub">{say(`refusal.${refusal}`)}</p>}
    </details>
  )
}
