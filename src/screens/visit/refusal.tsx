// «Det er helt greit»: a no, respected at once (DOMAIN.md 4.3). What was answered and the one question about children,
// age and understanding stand here; neither must be answered, and «Ferdig» is the second tap.

import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import type { Outcome } from '#domain/codes.ts'
import type { Step } from '#domain/guide.ts'
import { mustHave, type Screen as StepOf, screensOf, type Walk } from '#domain/visit-walk.ts'
import { MainButton, OutlineButton } from '../parts/button.tsx'
import { Note, Strength } from '../parts/cards.tsx'
import { ChatIcon } from '../parts/icons.ts'
import { SaveState } from '../parts/save-state.tsx'
import { Bar, Screen } from '../parts/shell.tsx'
import { useTitleFocus } from '../parts/visit-parts.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import { AnswerInput } from './answer-input.tsx'
import { concernKey, visitPath } from './keys.ts'
import { withValue } from './passing.ts'
import { ReadOnly } from './read-only.tsx'
import { useAnswering } from './use-answering.ts'
import { useFinish } from './use-finish.ts'
import { savedOf, useHeld } from './use-keeper.ts'
import { type OpenVisit, walkOf } from './use-visit.ts'

interface RefusalProps {
  readonly open: OpenVisit
  readonly outcome: Outcome
}
export function Refusal({ open, outcome }: RefusalProps) {
  const say = useSay()
  const held = useHeld(open.keeper)
  const walk = walkOf(open, held.content)
  const name = open.around.residentName
  const asked = screensOf(walk).filter(({ step }) => isAnswerToUs(step) || isSpecial(step))
  useTitleFocus('refusal')
  useStand(open)
  return (
    <Screen
      header={{ title: say('around.allRight'), sub: say(outcome === 'declined_entry' ? 'around.notLetIn' : 'around.wantsNone', { name }) }}
      bar={<RefusalBar open={open} walk={walk} />}
    >
      <Strength icon={<ChatIcon aria-hidden fontSize="1.5rem" />} label={say('visit.youCanSay')}>
        {say('around.refusalSay')}
      </Strength>
      <ReadOnly held={held}>
        {asked.map((screen) => (
          <Asking key={screen.key} open={open} screen={screen} />
        ))}
      </ReadOnly>
      <Note tone="calm">{say('around.noIsAnswer')}</Note>
      <MoreToAsk open={open} walk={walk} />
    </Screen>
  )
}

const isAnswerToUs = (step: Step): boolean =>
  step.type === 'single' && step.writes.some(({ kind }) => kind === 'refusal') && step.isWorkerOnly === true
const isSpecial = (step: Step): boolean => step.writes.some((write) => write.kind === 'assessment' && write.assessment === 'special')

/** After a lock one stands here again. */
function useStand({ keeper }: OpenVisit): void {
  useEffect(() => {
    const now = keeper.held().content
    if (now.at !== 'door') keeper.place({ ...now, at: 'door' })
  }, [keeper])
}

function Asking({ open, screen }: { readonly open: OpenVisit; readonly screen: StepOf }) {
  const say = useSay()
  const { answer, refusal } = useAnswering(open)
  const held = useHeld(open.keeper).content.answers[screen.step.id]
  const question = open.around.read(screen.step.text)
  return (
    <section className="bf-group">
      <h2 className="bf-question">{question}</h2>
      <AnswerInput
        screen={screen}
        question={question}
        value={held?.kind === 'given' ? held.value : undefined}
        onValue={(value, when) => answer(screen, withValue(screen, held, value), when)}
        around={open.around}
      />
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </section>
  )
}

/** The prompts of the guide, one at a time, for when she wants to hear more. */
function MoreToAsk({ open, walk }: { readonly open: OpenVisit; readonly walk: Walk }) {
  const say = useSay()
  const block = screensOf(walk).find(({ step }) => isAnswerToUs(step))?.block
  const first = screensOf(walk).find((screen) => screen.block === block)
  if (block === undefined || first === undefined) return null
  return (
    <div className="bf-row">
      <WordLink to={visitPath(open.lane, open.visit.id, first.key)}>{say('around.moreToAsk')}</WordLink>
    </div>
  )
}

function RefusalBar({ open, walk }: { readonly open: OpenVisit; readonly walk: Walk }) {
  const say = useSay()
  const navigate = useNavigate()
  const held = useHeld(open.keeper)
  const { finish, refusal, isBusy } = useFinish(open)
  const { lane, visit } = open
  const press = () => {
    const to = firstMissing(walk, held.content.concerns)
    if (to) void navigate(visitPath(lane, visit.id, to))
    else void finish()
  }
  return (
    <Bar state={refusal === undefined ? <SaveState saved={savedOf(held)} /> : say(`refusal.${refusal}`)}>
      <OutlineButton onPress={() => void navigate(paths.visit(lane, visit.id))}>{say('around.toVisit')}</OutlineButton>
      {held.isElsewhere ? null : (
        <MainButton isBusy={isBusy} onPress={press}>
          {say('visit.finish')}
        </MainButton>
      )}
    </Bar>
  )
}

/** A concern that was raised here is dealt with before Ferdig; anything else stands in «Se over». */
function firstMissing(walk: Walk, concerns: Parameters<typeof mustHave>[1]): string | undefined {
  const first = mustHave(walk, concerns)[0]
  if (first === undefined) return undefined
  return 'concern' in first && first.concern ? concernKey(first.concern) : 'review'
}
