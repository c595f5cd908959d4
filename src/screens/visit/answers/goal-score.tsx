// One goal, one screen: where it stood, the stairs, five sentences from 4 at the top to 0, the resident's own words.
// A fall of two asks why without blame; it is never red.

import type { GoalAnswer } from '#domain/answers.ts'
import { latestScore } from '#domain/case-view-plan.ts'
import { GOAL_RESULTS, type GoalResult } from '#domain/codes.ts'
import { asksWhy, goalAnswer, type Screen } from '#domain/visit-walk.ts'
import type { Say } from '#texts/say.ts'
import { LongText } from '../../parts/fields.tsx'
import { Stairs } from '../../parts/marks.tsx'
import { OneTile } from '../../parts/tiles.tsx'
import { Chips } from '../../parts/visit-parts.tsx'
import { useSay } from '../../use-say.tsx'
import type { Asked, When } from './asked.ts'
import { LEVELS } from './choices.tsx'

const levelOf = (score: number): 0 | 1 | 2 | 3 | 4 => LEVELS.find((level) => level <= score) ?? 0
/** «Går av og til» */
export const levelWords = (say: Say, score: number): string => say(`term.goalLevel.${levelOf(score)}`)

export function GoalHead({ screen, now, isMain }: { readonly screen: Screen; readonly now: number | undefined; readonly isMain: boolean }) {
  const say = useSay()
  const { goal } = screen
  if (!goal) return null
  const last = latestScore(goal)?.score ?? goal.baseline
  const shown = now ?? last
  return (
    <div className="bf-goalhead">
      <div>
        <p className="bf-meta">{say(isMain ? 'visit.goalLabel' : 'visit.subGoalLabel')}</p>
        <p className="bf-text bf-strong">{goal.text}</p>
        {last === undefined ? null : (
          <p className="bf-meta">{say('visit.goalLast', { score: last, words: levelWords(say, last).toLocaleLowerCase('nb') })}</p>
        )}
      </div>
      <Stairs
        {...(shown === undefined ? {} : { now: shown })}
        {...(goal.target === undefined ? {} : { wanted: goal.target })}
        spoken={stairsWords(say, shown, goal.target)}
      />
    </div>
  )
}

function stairsWords(say: Say, now: number | undefined, wanted: number | undefined): string {
  const stands = now === undefined ? say('visit.stairsUnknown') : say('visit.stairsNow', { score: now })
  return wanted === undefined ? stands : `${stands} ${say('visit.stairsWanted', { score: wanted })}`
}

export function GoalScore({ screen, question, value, onValue, around }: Asked) {
  const say = useSay()
  const { goal } = screen
  const scores = value?.is === 'scores' ? value.scores : {}
  const now = goal && scores[goal.id]
  if (!goal) return null
  const set = (next: GoalAnswer, when: When) => onValue({ is: 'scores', scores: { ...scores, [goal.id]: next } }, when)
  const { none: _passed, ...kept } = now ?? { by: 'resident' as const }
  return (
    <>
      <OneTile
        question={question}
        isQuestionHidden
        options={LEVELS.map((level) => ({ code: String(level), text: `${level} · ${levelWords(say, level)}` }))}
        chosen={now?.score === undefined ? undefined : String(now.score)}
        onChoose={(code) => set({ ...kept, score: Number(code) }, 'now')}
      />
      {screen.step.results ? (
        <IsReached results={screen.step.results} now={kept} read={around.read} onTell={(next) => set(next, 'now')} />
      ) : null}
    </>
  )
}

interface IsReachedProps {
  readonly results: NonNullable<Screen['step']['results']>
  readonly now: GoalAnswer
  readonly read: Asked['around']['read']
  readonly onTell: (next: GoalAnswer) => void
}
/** «Er målet nådd?», in the resident's eyes, when the plan is evaluated. */
function IsReached({ results, now, read, onTell }: IsReachedProps) {
  const { goalResult: _before, ...rest } = now
  const known = GOAL_RESULTS.flatMap((code) => results.options.filter((option) => option.code === code).map((option) => ({ code, option })))
  return (
    <Chips<GoalResult>
      label={read(results.text)}
      options={known.map(({ code, option }) => ({ code, text: read(option.text) }))}
      chosen={now.goalResult}
      onChoose={(next) => onTell(next ? { ...rest, goalResult: next } : rest)}
    />
  )
}

/** Beneath the two skip words: why it fell, and what the resident said. */
export function GoalWords({ screen, value, onValue, around }: Asked) {
  const say = useSay()
  const { goal, step } = screen
  const scores = value?.is === 'scores' ? value.scores : {}
  const now = goal && scores[goal.id]
  if (!goal || now?.none) return null
  const set = (next: Partial<GoalAnswer>) =>
    onValue({ is: 'scores', scores: { ...scores, [goal.id]: { by: 'resident', ...now, ...next } } }, 'soon')
  const isAskedWhy = value !== undefined && asksWhy(screen, { [step.id]: { kind: 'given', value } })
  return (
    <>
      {isAskedWhy && step.followUp ? (
        <LongText label={around.read(step.followUp.text)} rows={2} value={now?.why ?? ''} onChange={(why) => set({ why })} />
      ) : null}
      <LongText
        label={say('visit.inWordsOf', { name: around.residentName })}
        rows={2}
        value={now?.note ?? ''}
        onChange={(note) => set({ note })}
      />
    </>
  )
}

export const scoreNow = (screen: Screen, value: Asked['value']): number | undefined =>
  value && goalAnswer(screen, { [screen.step.id]: { kind: 'given', value } })?.score
