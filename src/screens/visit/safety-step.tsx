// «Bare for deg og lederen din»: after it did not feel safe, what happened and whether the leader knows. It is the
// worker's own, never part of the case, and nobody is told by itself.

import { useNavigate } from 'react-router'
import type { StepAnswer } from '#domain/answers.ts'
import { codesIn } from '#domain/visit-answers.ts'
import { asksReport, LEADER_TOLD } from '#domain/visit-safety.ts'
import { nextKey, type Screen as StepOf, screensOf, type Walk } from '#domain/visit-walk.ts'
import { MainButton, OutlineButton } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { LongText } from '../parts/fields.tsx'
import { SaveState } from '../parts/save-state.tsx'
import { Bar, Screen } from '../parts/shell.tsx'
import { Chips, useTitleFocus } from '../parts/visit-parts.tsx'
import { useSay } from '../use-say.tsx'
import { concernKey, visitPath } from './keys.ts'
import { withNote } from './passing.ts'
import { ReadOnly } from './read-only.tsx'
import { savedOf, useHeld } from './use-keeper.ts'
import { type OpenVisit, walkOf } from './use-visit.ts'

export const SAFETY = 'safety'

/** The question of B-SAFE when its answer calls for a report. */
export const safetyScreen = (walk: Walk): StepOf | undefined => screensOf(walk).find(({ step }) => asksReport(step, walk.answers[step.id]))

export function SafetyStep({ open, screen }: { readonly open: OpenVisit; readonly screen: StepOf }) {
  const say = useSay()
  const held = useHeld(open.keeper)
  const navigate = useNavigate()
  const { lane, visit, keeper } = open
  const walk = walkOf(open, held.content)
  const go = (key: string) => void navigate(visitPath(lane, visit.id, key))
  const set = (step: string, answer: StepAnswer | undefined, when: 'now' | 'soon') => {
    const { content } = keeper.held()
    const { [step]: _before, ...others } = content.answers
    keeper.change({ ...content, answers: answer ? { ...others, [step]: answer } : others }, when)
  }
  const own = held.content.answers[screen.step.id]
  const goOn = () => {
    const asked = held.content.concerns.find(({ fromStep, action }) => fromStep === screen.step.id && action === undefined)
    go(asked ? concernKey(asked.id) : nextKey(walk, screen.key))
  }
  useTitleFocus(SAFETY)
  return (
    <Screen
      header={{ title: say('around.safety.title'), sub: say('around.safety.notInCase', { name: open.around.residentName }) }}
      bar={
        <Bar state={<SaveState saved={savedOf(held)} />}>
          <OutlineButton onPress={() => go(screen.key)}>{say('shell.back')}</OutlineButton>
          <MainButton onPress={goOn}>{say('visit.goOn')}</MainButton>
        </Bar>
      }
    >
      <ReadOnly held={held}>
        <LongText
          label={say('around.safety.what')}
          value={own?.kind === 'given' ? (own.note ?? '') : ''}
          onChange={(text) => set(screen.step.id, withNote(screen, own, text), 'soon')}
        />
        <LeaderTold told={held.content.answers[LEADER_TOLD]} onTold={(told) => set(LEADER_TOLD, told, 'now')} />
      </ReadOnly>
      {makesTwo(screen, own) ? <Note tone="calm">{say('around.safety.twoNow')}</Note> : null}
    </Screen>
  )
}

const makesTwo = ({ step }: StepOf, answer: StepAnswer | undefined): boolean =>
  step.writes.some((write) => write.kind === 'twoWorkers' && codesIn(answer).some((code) => write.when?.includes(code)))

const HOW = ['phone', 'inPerson', 'message'] as const

interface LeaderToldProps {
  readonly told: StepAnswer | undefined
  readonly onTold: (told: StepAnswer | undefined) => void
}
function LeaderTold({ told, onTold }: LeaderToldProps) {
  const say = useSay()
  const [code] = codesIn(told)
  const chosen = code === 'yes' || code === 'no' ? code : undefined
  const answer = (is: 'yes' | 'no', note?: string): StepAnswer => ({
    kind: 'given',
    value: { is: 'code', code: is },
    ...(note ? { note } : {}),
  })
  return (
    <>
      <Chips<'yes' | 'no'>
        label={say('around.safety.told')}
        options={[
          { code: 'yes', text: say('around.safety.toldYes') },
          { code: 'no', text: say('around.safety.toldNo') },
        ]}
        chosen={chosen}
        onChoose={(is) => onTold(is && answer(is))}
      />
      {chosen === 'yes' ? (
        <Chips<string>
          label={say('around.safety.how')}
          options={HOW.map((how) => ({ code: say(`around.safety.how.${how}`), text: say(`around.safety.how.${how}`) }))}
          chosen={told?.kind === 'given' ? told.note : undefined}
          onChoose={(how) => onTold(answer('yes', how))}
        />
      ) : (
        <Note tone="care">{say('around.safety.callToday')}</Note>
      )}
    </>
  )
}
