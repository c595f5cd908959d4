// How the yes was said, who said it, and who heard it. The worker signs as well.

import { useState } from 'react'
import type { AgreedHow } from '#domain/codes.ts'
import { participates } from '#domain/plan-check.ts'
import { Note, Section } from '../parts/cards.tsx'
import { ShortText } from '../parts/fields.tsx'
import { OneTile } from '../parts/tiles.tsx'
import { nameOf, peopleOf } from '../people.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import type { OfPlan } from './editing.tsx'
import { useProblemWords } from './problems.tsx'
import type { useAgree, Yes } from './use-agree.ts'

/** On paper before on the screen: what one can keep in a drawer. */
const HOW = ['oral_witnessed', 'paper', 'signature_on_screen'] as const

/** What is filled in, kept by the page: the button stands in its bar. */
export function useYes({ view, answer }: OfPlan) {
  const { me } = useCasebook()
  const { resident } = view
  const [how, setHow] = useState<AgreedHow>('oral_witnessed')
  const [as, setAs] = useState<'resident' | 'guardian'>('resident')
  const heard = nameOf(peopleOf(answer.office), me)
  const [names, setNames] = useState({ resident: resident.name, guardian: resident.guardian?.name ?? '', witness: heard })
  const yes: Yes = { who: names[as].trim(), as, how, witness: names.witness.trim() }
  const isReady = yes.who !== '' && (how !== 'oral_witnessed' || yes.witness !== '')
  return { yes, isReady, names, setHow, setAs, setNames }
}

interface FormProps extends OfPlan {
  readonly filled: ReturnType<typeof useYes>
  readonly refusal: ReturnType<typeof useAgree>['refusal']
}
export function AgreeForm({ view, answer, filled, refusal }: FormProps) {
  const say = useSay()
  const { yes, names, setHow, setAs, setNames } = filled
  return (
    <>
      <Section title={say('planEdit.howAgreed')}>
        {participates(view.consents, answer.today) ? null : <p className="bf-text">{say('planEdit.participate')}</p>}
        <OneTile
          question={say('planEdit.howAgreed')}
          isQuestionHidden
          options={HOW.map((code) => ({ code, text: say(`planEdit.yes.${code}`) }))}
          chosen={yes.how}
          onChoose={(code) => setHow(HOW.find((one) => one === code) ?? yes.how)}
        />
        {view.resident.guardian ? (
          <OneTile
            question={say('planEdit.whoAgrees')}
            options={(['resident', 'guardian'] as const).map((code) => ({ code, text: say(`term.groupRole.${code}`) }))}
            chosen={yes.as}
            onChoose={(code) => setAs(code === 'guardian' ? 'guardian' : 'resident')}
          />
        ) : null}
        <ShortText label={say('planEdit.agreesName')} value={names[yes.as]} onChange={(name) => setNames({ ...names, [yes.as]: name })} />
        <ShortText label={say('planEdit.witness')} value={names.witness} onChange={(witness) => setNames({ ...names, witness })} />
      </Section>
      <Refused refusal={refusal} />
    </>
  )
}

function Refused({ refusal }: { readonly refusal: ReturnType<typeof useAgree>['refusal'] }) {
  const say = useSay()
  const words = useProblemWords()
  if (refusal === undefined) return null
  if (typeof refusal === 'string') return <Note tone="care">{say(`refusal.${refusal}`)}</Note>
  if (refusal.kind === 'notNow')
    return <Note tone="care">{say('planEdit.notNow', { status: say(`term.planStatus.${refusal.status}`) })}</Note>
  return refusal.problems.map((problem) => (
    <Note key={problem.kind} tone="care">
      {words(problem)}
    </Note>
  ))
}
