// The question of a step with everything under it, in the order of the look book: question, answers, the two words to
// pass it by, how one knows it, what was said, and the concern it raised.

import type { StepAnswer } from '#domain/answers.ts'
import { BASES, type Basis } from '#domain/codes.ts'
import { givenValue } from '#domain/visit-answers.ts'
import { asksFollowUp, type Screen } from '#domain/visit-walk.ts'
import { hintOf } from '#guides/hints.ts'
import type { Say } from '#texts/say.ts'
import { Note } from '../parts/cards.tsx'
import { LongText } from '../parts/fields.tsx'
import { Chips, Folded, Question, SkipRow } from '../parts/visit-parts.tsx'
import { WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useSay } from '../use-say.tsx'
import { AnswerInput } from './answer-input.tsx'
import type { Asked } from './answers/asked.ts'
import { GoalHead, GoalWords, scoreNow } from './answers/goal-score.tsx'
import { concernKey } from './keys.ts'
import { laidAside, layAside, noteOf, type Passed, passed, passedAs, reopened, withNote, withValue } from './passing.ts'
import { type Answering, useAnswering } from './use-answering.ts'
import { changesPlan, planHolder } from './use-plan-holder.ts'
import type { OpenVisit } from './use-visit.ts'
import type { OpenDraft } from './visit-content.ts'

interface StepQuestionProps {
  readonly open: OpenVisit
  readonly screen: Screen
  readonly content: OpenDraft
  /** Passed by: the talk goes on with the next question. */
  readonly onPassed: () => void
}

export function StepQuestion({ open, screen, content, onPassed }: StepQuestionProps) {
  const say = useSay()
  const answering = useAnswering(open)
  const { step } = screen
  const { read } = open.around
  const answer = content.answers[step.id]
  const as = passedAs(screen, content.answers)
  const question = read(step.text)
  const asked: Asked = {
    screen,
    question,
    value: as ? undefined : givenValue(answer),
    onValue: (value, when) => answering.answer(screen, withValue(screen, answer ?? laidAside(open.keeper, screen), value), when),
    onDeclined: () => answering.answer(screen, passed(screen, open.keeper.held().content.answers, 'declined'), 'now'),
    around: open.around,
  }
  return (
    <>
      {screen.goal ? <GoalHead screen={screen} now={scoreNow(screen, asked.value)} isMain={isMainGoal(open, screen)} /> : null}
      <div className="bf-group">
        <Question
          of={screen.key}
          help={helpOf(open, screen, say)}
          {...(step.type === 'info' ? { said: step.isWorkerOnly ? say('visit.forYou') : say('visit.youCanSay') } : {})}
        >
          {question}
        </Question>
        <AnswerInput {...asked} />
      </div>
      {isPassable(screen) ? <Passing open={open} screen={screen} content={content} answering={answering} onPassed={onPassed} /> : null}
      {step.asksBasis && as === undefined && answer ? <HowKnown screen={screen} answer={answer} answering={answering} /> : null}
      {screen.goal && as === undefined ? <GoalWords {...asked} /> : null}
      {!screen.goal && as === undefined ? <WhatWasSaid open={open} screen={screen} answer={answer} answering={answering} /> : null}
      {step.hint === undefined ? null : <GoodToKnow code={step.hint} read={read} />}
      <AgreeFirst open={open} screen={screen} />
      <Raised open={open} screen={screen} content={content} />
      {answering.refusal === undefined ? null : <Note tone="care">{say(`refusal.${answering.refusal}`)}</Note>}
    </>
  )
}

const helpOf = ({ around }: OpenVisit, { step, goal }: Screen, say: Say): string | undefined =>
  goal ? say('visit.ownAnswer', { name: around.residentName }) : step.help && around.read(step.help)

const isMainGoal = ({ view }: OpenVisit, { goal }: Screen): boolean => view.plan?.mainGoals.some(({ id }) => id === goal?.id) ?? false

const isPassable = ({ step }: Screen): boolean => !step.isRequired && (step.type !== 'info' || step.options !== undefined)

function Passing({ open, screen, content, answering, onPassed }: StepQuestionProps & { readonly answering: Answering }) {
  const say = useSay()
  const chosen = passedAs(screen, content.answers)
  const { keeper } = open
  const press = (as: Passed) => {
    const { answers } = keeper.held().content
    if (as === chosen) return answering.answer(screen, reopened(screen, answers, laidAside(keeper, screen)), 'now')
    layAside(keeper, screen, answers[screen.step.id])
    answering.answer(screen, passed(screen, answers, as), 'now')
    onPassed()
  }
  const words = screen.step.isWorkerOnly ? (['skipped'] as const) : (['skipped', 'declined'] as const)
  return <SkipRow words={words.map((as) => ({ word: say(`visit.${as}`), isChosen: as === chosen, onPress: () => press(as) }))} />
}

interface UnderProps {
  readonly screen: Screen
  readonly answer: StepAnswer | undefined
  readonly answering: Answering
}

/** Seen, told or assessed: a note without its source weighs nothing (DOMAIN.md 2.10). */
function HowKnown({ screen, answer, answering }: UnderProps) {
  const say = useSay()
  if (answer?.kind !== 'given') return null
  const { basis: chosen, ...rest } = answer
  return (
    <Chips<Basis>
      label={say('visit.howKnown')}
      options={BASES.map((basis) => ({ code: basis, text: say(`term.basis.${basis}`) }))}
      chosen={chosen}
      onChoose={(basis) => answering.answer(screen, basis ? { ...rest, basis } : rest, 'now')}
    />
  )
}

/** «Hva ble sagt?», or the step's own second question. */
function WhatWasSaid({ open, screen, answer, answering }: UnderProps & { readonly open: OpenVisit }) {
  const say = useSay()
  const { step } = screen
  const isList = step.type === 'measureCheck' || step.type === 'measureReview'
  const followUp = !isList && asksFollowUp(step, answer) ? step.followUp : undefined
  const note = noteOf(screen, answer)
  if (!step.hasNote && !followUp && note === '') return null
  const name = open.around.residentName
  const own = followUp?.text ?? step.noteText
  const label = own ? open.around.read(own) : step.isWorkerOnly ? say('visit.noteOwn') : say('visit.note')
  return (
    <LongText
      label={label}
      {...(own || step.isWorkerOnly ? {} : { help: say('visit.noteHelp', { name }) })}
      value={note}
      onChange={(text) => answering.answer(screen, withNote(screen, answer, text), 'soon')}
    />
  )
}

/** One sentence of good practice with its source, folded so that it never stands in the way of the question. */
function GoodToKnow({ code, read }: { readonly code: string; readonly read: OpenVisit['around']['read'] }) {
  const say = useSay()
  const hint = hintOf(code)
  if (!hint) return null
  return (
    <Folded title={say('visit.goodToKnow')}>
      {read(hint.text)} <span className="bf-meta">{say('visit.source', { source: hint.source })}</span>
    </Folded>
  )
}

/** Two are here, and the other holds the plan: both may write, and neither is replaced unseen. */
function AgreeFirst({ open, screen }: Pick<StepQuestionProps, 'open' | 'screen'>) {
  const say = useSay()
  const holder = changesPlan(screen) ? planHolder(open) : undefined
  if (holder === undefined || holder.isMe) return null
  return <Note tone="calm">{say('around.agreeFirst', { name: holder.name })}</Note>
}

/** Said at once where it was raised; «Neste» leads to it. */
function Raised({ open, screen, content }: Pick<StepQuestionProps, 'open' | 'screen' | 'content'>) {
  const say = useSay()
  const raised = content.concerns.filter((concern) => concern.fromStep === screen.step.id)
  if (raised.length === 0) return null
  return (
    <div className="bf-group">
      <Note tone={raised.every((concern) => concern.action) ? 'calm' : 'care'}>{say('visit.concernSaved')}</Note>
      {raised.map((concern) => (
        <WordLink key={concern.id} to={paths.step(open.lane, open.visit.id, concernKey(concern.id))}>
          {concern.action ? say('visit.seeConcern') : say('visit.whatDidYouDo')}
        </WordLink>
      ))}
    </div>
  )
}
