// How the yes was said, who said it, and who heard it. The worker signs as well.

import { useState } from 'react'
import type { AgreedHow } from '#domain/codes.ts'
import { participates } from '#domain/plan-check.ts'
import { Note, Section } from '../parts/cards.tsx'
import { DrawingPad } from '../parts/drawing.tsx'
import { ShortText } from '../parts/fields.tsx'
import { REFUSED, useFirstError } from '../parts/first-error.ts'
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
  const [drawn, setDrawn] = useState<string>()
  const [as, setAs] = useState<'resident' | 'guardian'>('resident')
  const heard = nameOf(peopleOf(answer.office), me)
  const [names, setNames] = useState({ resident: resident.name, guardian: resident.guardian?.name ?? '', witness: heard })
  const yes: Yes = { who: names[as].trim(), as, how, witness: names.witness.trim(), drawn }
  const lacks = { who: yes.who === '', witness: how === 'oral_witnessed' && yes.witness === '' }
  const [asked, setAsked] = useState<object>()
  useFirstError(asked)
  /** True when nothing is missing; else what is missing is said at its field. */
  const check = (): boolean => {
    const isReady = !lacks.who && !lacks.witness
    setAsked(isReady ? undefined : {})
    return isReady
  }
  return { yes, lacks, isChecked: asked !== undefined, check, names, setHow, setAs, setNames, setDrawn }
}

interface FormProps extends OfPlan {
  readonly filled: ReturnType<typeof useYes>
  readonly refusal: ReturnType<typeof useAgree>['refusal']
}
export function AgreeForm({ view, answer, filled, refusal }: FormProps) {
  const say = useSay()
  const { yes, names, setHow, setAs, setNames, setDrawn } = filled
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
        <Name of="who" filled={filled} value={names[yes.as]} onChange={(name) => setNames({ ...names, [yes.as]: name })} />
        {yes.how === 'signature_on_screen' ? <DrawingPad name={names[yes.as]} drawn={yes.drawn} onDrawn={setDrawn} /> : null}
        <Name of="witness" filled={filled} value={names.witness} onChange={(witness) => setNames({ ...names, witness })} />
      </Section>
      <Refused refusal={refusal} />
    </>
  )
}

const NAMED = { who: 'planEdit.agreesName', witness: 'planEdit.witness' } as const
interface NameProps extends Pick<FormProps, 'filled'> {
  readonly of: keyof typeof NAMED
  readonly value: string
  readonly onChange: (typed: string) => void
}
function Name({ of, filled, value, onChange }: NameProps) {
  const say = useSay()
  const isMissing = filled.isChecked && filled.lacks[of]
  return (
    <div {...(isMissing ? REFUSED : {})}>
      <ShortText label={say(NAMED[of])} value={value} onChange={onChange} {...(isMissing ? { error: say('planEdit.nameMissing') } : {})} />
    </div>
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
