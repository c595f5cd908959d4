// One measure, a question at a time: what, who, what each side does, how often, and until when. Two taps take it out again.

import type { MeasureDraft } from '#domain/plan-draft.ts'
import { LongText } from '../parts/fields.tsx'
import { ManyChips, Question } from '../parts/visit-parts.tsx'
import { WordButton } from '../parts/words.tsx'
import { useSay } from '../use-say.tsx'
import { type Editing, Hint, type OfMeasure } from './editing.tsx'
import { FrequencyEditor } from './frequency-editor.tsx'
import { MeasureUntil } from './measure-until.tsx'
import { MeasureWho } from './measure-who.tsx'
import type { Part } from './steps.ts'

export function MeasurePart({
  editing,
  measure,
  part,
}: {
  readonly editing: Editing
  readonly measure: MeasureDraft
  readonly part: Part
}) {
  const set: OfMeasure['set'] = (changed, when) =>
    editing.edit((now) => ({ ...now, measures: now.measures.map((one) => (one.id === measure.id ? { ...one, ...changed } : one)) }), when)
  const given = { editing, measure, set }
  switch (part) {
    case 'what':
      return <What {...given} />
    case 'who':
      return <MeasureWho {...given} />
    case 'does':
      return <Does {...given} />
    case 'often':
      return <Often {...given} />
    case 'until':
      return <MeasureUntil {...given} />
  }
}

function What({ editing: { plan, edit, go }, measure, set }: OfMeasure) {
  const say = useSay()
  const remove = () => {
    edit((now) => ({ ...now, measures: now.measures.filter(({ id }) => id !== measure.id) }), 'now')
    go('measures')
  }
  const toggle = (goal: (typeof measure.goals)[number]) =>
    set({ goals: measure.goals.includes(goal) ? measure.goals.filter((id) => id !== goal) : [...measure.goals, goal] }, 'now')
  return (
    <>
      <Question of={`${measure.id}.what`}>{say('planEdit.what', { kind: say(`term.measureKind.${measure.kind}`) })}</Question>
      <LongText
        label={say('planEdit.whatField')}
        help={say('planEdit.whatHelp')}
        value={measure.text}
        rows={2}
        onChange={(text) => set({ text }, 'soon')}
      />
      {plan.goals.length > 1 ? (
        <ManyChips
          label={say('planEdit.forGoals')}
          options={plan.goals.filter(({ text }) => text !== '').map(({ id, text }) => ({ code: id, text }))}
          chosen={measure.goals}
          onToggle={toggle}
        />
      ) : null}
      <WordButton onPress={remove}>{say('planEdit.removeThis')}</WordButton>
    </>
  )
}

function Does({ editing: { view }, measure, set }: OfMeasure) {
  const say = useSay()
  return (
    <>
      <Question of={`${measure.id}.does`} help={measure.text}>
        {say('planEdit.does')}
      </Question>
      <LongText
        label={say('planEdit.youDo', { name: view.resident.name })}
        value={measure.residentsPart}
        rows={2}
        onChange={(residentsPart) => set({ residentsPart }, 'soon')}
      />
      <LongText
        label={say('planEdit.weDo')}
        value={measure.servicesPart}
        rows={2}
        onChange={(servicesPart) => set({ servicesPart }, 'soon')}
      />
    </>
  )
}

function Often({ measure, set }: OfMeasure) {
  const say = useSay()
  return (
    <>
      <Question of={`${measure.id}.often`} help={measure.text}>
        {say('planEdit.often')}
      </Question>
      <FrequencyEditor frequency={measure.frequency} onChange={(frequency, when) => set({ frequency }, when)} hasFixed />
      <Hint source="N App.2">{say('planEdit.h32')}</Hint>
    </>
  )
}
