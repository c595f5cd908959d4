// Until when, and what the measure asks for by itself: word to others when it does not happen, a consent of its own, and the
// talk before the economy is managed (N 6.2). Without them it stays planned.

import { GROUP_ROLES } from '#domain/codes.ts'
import { isLocalDate } from '#domain/ids.ts'
import { consentsAsked, hasTalked } from '#domain/plan-consents.ts'
import { PLAN_LIMITS } from '#rules/plan-limits.ts'
import { Note } from '../parts/cards.tsx'
import { Choose } from '../parts/choose.tsx'
import { LongText, ShortText } from '../parts/fields.tsx'
import { Chips, Question } from '../parts/visit-parts.tsx'
import { useSay } from '../use-say.tsx'
import { Hint, type OfMeasure } from './editing.tsx'

export function MeasureUntil({ editing, measure, set }: OfMeasure) {
  const say = useSay()
  const asked = consentsAsked(measure)
  const isOwn = measure.endDate !== undefined || measure.startDate !== undefined
  const { startDate, endDate } = editing.plan
  return (
    <>
      <Question of={`${measure.id}.until`} help={measure.text}>
        {say('planEdit.until')}
      </Question>
      <Chips
        label={say('planEdit.until')}
        isLabelHidden
        options={[
          { code: 'plan', text: say('planEdit.asPlan') },
          { code: 'own', text: say('planEdit.ownDays') },
        ]}
        chosen={isOwn ? 'own' : 'plan'}
        onChoose={(code) => set(code === 'own' ? { startDate, endDate } : { startDate: undefined, endDate: undefined }, 'now')}
      />
      {isOwn ? <OwnDays measure={measure} set={set} /> : null}
      <Report measure={measure} set={set} />
      {asked.length === 0 ? null : (
        <Note tone="calm">{say('planEdit.asksConsent', { what: asked.map((kind) => say(`term.consentKind.${kind}`)).join(', ') })}</Note>
      )}
      {measure.kind === 'control_economy' ? <Talk editing={editing} measure={measure} set={set} /> : null}
    </>
  )
}

function OwnDays({ measure, set }: Pick<OfMeasure, 'measure' | 'set'>) {
  const say = useSay()
  const dateOf = (text: string) => (isLocalDate(text) ? text : undefined)
  return (
    <>
      <ShortText
        kind="date"
        label={say('planEdit.from')}
        value={measure.startDate ?? ''}
        onChange={(text) => set({ startDate: dateOf(text) }, 'now')}
      />
      <ShortText
        kind="date"
        label={say('planEdit.to')}
        value={measure.endDate ?? ''}
        onChange={(text) => set({ endDate: dateOf(text) }, 'now')}
      />
    </>
  )
}

/** N App.1 had one; today it is shown as needing legal advice (DOMAIN.md 0, conflicts). */
function Report({ measure, set }: Pick<OfMeasure, 'measure' | 'set'>) {
  const say = useSay()
  const to = measure.reportClause?.to ?? ''
  return (
    <>
      <Choose
        label={say('planEdit.report')}
        help={say('planEdit.reportHelp')}
        none={say('planEdit.reportNone')}
        options={GROUP_ROLES.filter((role) => role !== 'resident').map((code) => ({ code, text: say(`term.groupRole.${code}`) }))}
        chosen={to}
        onChoose={(code) => set({ reportClause: code === '' ? undefined : { on: 'absence', to: code, when: 'immediately' } }, 'now')}
      />
      {to === '' ? null : <Note tone="care">{say('planEdit.reportLegal')}</Note>}
    </>
  )
}

function Talk({ editing: { view, answer }, measure, set }: OfMeasure) {
  const say = useSay()
  if (hasTalked(view, answer.today, PLAN_LIMITS.talkDays)) return null
  return (
    <>
      <Hint source="N 6.2">{say('planEdit.h11')}</Hint>
      <LongText
        label={say('planEdit.withoutTalk')}
        value={measure.withoutTalk}
        rows={2}
        onChange={(withoutTalk) => set({ withoutTalk }, 'soon')}
      />
    </>
  )
}
