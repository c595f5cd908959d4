// Each goal: its words, where it stands in words, the drawing with its twin in a table, and a new rating in two taps. Those
// who rated the same day stand apart.

import { useState } from 'react'
import type { ScoreView } from '#domain/case-view-plan.ts'
import type { LocalDate } from '#domain/ids.ts'
import type { GoalProgress } from '#domain/progress.ts'
import { addScore } from '#domain/progress-acts.ts'
import type { Say } from '#texts/say.ts'
import { Card, Note, Section } from '../parts/cards.tsx'
import { Later } from '../parts/later.tsx'
import { type ChartMark, type ChartSeries, ScoreChart } from '../parts/score-chart.tsx'
import { Chips } from '../parts/visit-parts.tsx'
import { WordButton } from '../parts/words.tsx'
import { useDay } from '../use-day.ts'
import { useRecording } from '../use-recording.ts'
import { useSay } from '../use-say.tsx'
import { useCasebook } from '../use-session.tsx'
import { allLevels, authorName, firstName, type Given, isRunning, levelWords } from './given.ts'

export function GoalsOverTime({ given }: { readonly given: Given }) {
  const say = useSay()
  const now = given.progress.goals.filter(({ isNow }) => isNow)
  const earlier = given.progress.goals.filter(({ isNow, scores }) => !isNow && scores.length > 0)
  return (
    <>
      {[
        { title: say('progress.goals'), goals: now },
        { title: say('progress.earlierGoals'), goals: earlier },
      ].map(({ title, goals }) =>
        goals.length === 0 ? null : (
          <Section key={title} title={title}>
            {goals.map((goal) => (
              <Goal key={goal.id} goal={goal} given={given} />
            ))}
          </Section>
        ),
      )}
    </>
  )
}

type OneGoal = { readonly goal: GoalProgress; readonly given: Given }

function Goal({ goal, given }: OneGoal) {
  const say = useSay()
  const [isTable, setTable] = useState(false)
  const [isRating, setRating] = useState(false)
  const isRatable = goal.isNow && !goal.isMain && isRunning(given)
  return (
    <Card className={`bf-card--gap bf-card--later${goal.scores.length === 0 ? '' : ' bf-card--tall'}`}>
      <h3 className="bf-text bf-strong">{goal.text}</h3>
      <Stands goal={goal} given={given} />
      {goal.scores.length === 0 ? null : <Drawn goal={goal} given={given} />}
      {goal.scores.length === 0 ? null : (
        <Later>
          <Table goal={goal} given={given} isShown={isTable} />
        </Later>
      )}
      <div className="bf-row bf-row--acts">
        {goal.scores.length === 0 ? null : (
          <Turn goal={goal.text} words={say(isTable ? 'progress.hideTable' : 'progress.showTable')} isOn={isTable} onTurn={setTable} />
        )}
        {isRatable ? <Turn goal={goal.text} words={say('progress.addScore')} isOn={isRating} onTurn={setRating} /> : null}
      </div>
      {isRating ? <NewScore goal={goal} given={given} onDone={() => setRating(false)} /> : null}
    </Card>
  )
}

interface TurnProps {
  readonly goal: string
  readonly words: string
  readonly isOn: boolean
  readonly onTurn: (isOn: boolean) => void
}
function Turn({ goal, words, isOn, onTurn }: TurnProps) {
  const say = useSay()
  return (
    <WordButton label={say('progress.of', { words, what: goal })} onPress={() => onTurn(!isOn)}>
      {words}
    </WordButton>
  )
}

/** Where it stands, as each of the two last said. The level always in words. */
function Stands({ goal, given }: OneGoal) {
  const say = useSay()
  const day = useDay()
  const lines = (['resident', 'worker'] as const).flatMap((by) => {
    const last = goal.scores.filter((score) => score.by === by).at(-1)
    if (!last) return []
    const date = last.on === undefined ? '' : day(last.on)
    return [say('progress.now', { level: levelWords(say, last.score), who: whoOf(last, given), date }).trim()]
  })
  return (
    <div className="bf-lines">
      {lines.length === 0 ? (
        <p className="bf-small">
          {goal.baseline === undefined ? say('progress.notScored') : say('progress.began', { level: levelWords(say, goal.baseline) })}
        </p>
      ) : null}
      {lines.map((line) => (
        <p key={line} className="bf-small">
          {line}
        </p>
      ))}
      <p className="bf-meta">
        {[
          say(`term.goalStatus.${goal.status}`),
          goal.baseline === undefined || lines.length === 0 ? '' : say('progress.began', { level: levelWords(say, goal.baseline) }),
          goal.target === undefined ? '' : say('progress.wanted', { level: levelWords(say, goal.target) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}

/** Whose rating it is: the resident's own, or the worker's who made it. */
const whoOf = (score: ScoreView, given: Given): string =>
  score.by === 'resident' ? firstName(given.view.resident.name) : authorName(given, score.author)

function Drawn({ goal, given }: OneGoal) {
  const say = useSay()
  const day = useDay()
  const dated = goal.scores.flatMap(({ id, on, score, by }) => (on === undefined ? [] : [{ id, on, score, by }]))
  const [first, last] = [dated[0], dated.at(-1)]
  if (!first || !last) return null
  const names = { resident: firstName(given.view.resident.name), worker: say('progress.workers') }
  const series = (['resident', 'worker'] as const).flatMap((is): readonly ChartSeries[] => {
    const points = dated.filter(({ by }) => by === is)
    return points.length === 0 ? [] : [{ is, name: names[is], points }]
  })
  const [from, to] = [levelWords(say, first.score), levelWords(say, last.score)]
  return (
    <ScoreChart
      series={series}
      levels={allLevels(say)}
      marks={marksOf(goal, say)}
      spoken={say('progress.chart', { goal: goal.text, times: dated.length, from, to })}
      from={first.on === last.on ? '' : day(first.on)}
      to={day(last.on)}
    />
  )
}

/** Said in words above the drawing, so that nothing is known from a line alone. */
const marksOf = ({ baseline, target }: GoalProgress, say: Say): readonly ChartMark[] => [
  ...(baseline === undefined ? [] : [{ is: 'began' as const, name: say('progress.beganMark'), level: baseline }]),
  ...(target === undefined ? [] : [{ is: 'wanted' as const, name: say('progress.wantedMark'), level: target }]),
]

/** The drawing's twin: always there for a screen reader, for the eyes when asked for. Newest first. */
function Table({ goal, given, isShown }: OneGoal & { readonly isShown: boolean }) {
  const say = useSay()
  const hasWords = goal.scores.some(({ note }) => note !== undefined)
  return (
    <div className={isShown ? undefined : 'bf-visually-hidden'}>
      <table className="bf-scores">
        <caption>{goal.text}</caption>
        <thead>
          <tr>
            <th scope="col">{say('progress.date')}</th>
            <th scope="col">{say('progress.level')}</th>
            <th scope="col">{say('progress.whose')}</th>
            {hasWords ? <th scope="col">{say('progress.words')}</th> : null}
          </tr>
        </thead>
        <tbody>
          {[...goal.scores].reverse().map((score) => (
            <tr key={score.id}>
              <th scope="row">{score.on === undefined ? '–' : shortYear(score.on)}</th>
              <td>{levelWords(say, score.score)}</td>
              <td>{whoAndWriter(score, given, say)}</td>
              {hasWords ? <td>{score.note ?? ''}</td> : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** «17.11.2026»: narrow enough for a column. */
const shortYear = (on: LocalDate): string => `${on.slice(8)}.${on.slice(5, 7)}.${on.slice(0, 4)}`

/** «Einar, skrevet av Jon»: two who heard different things on the same day are told apart. */
function whoAndWriter(score: ScoreView, given: Given, say: ReturnType<typeof useSay>): string {
  const who = whoOf(score, given)
  return score.by === 'resident' && score.author !== undefined
    ? say('progress.wroteBy', { who, writer: authorName(given, score.author) })
    : who
}

/** Two taps: «Ny vurdering», and the level. Whose it is stands ready as the resident's. */
function NewScore({ goal, given, onDone }: OneGoal & { readonly onDone: () => void }) {
  const say = useSay()
  const casebook = useCasebook()
  const { record, refusal } = useRecording()
  const [by, setBy] = useState<'resident' | 'worker'>('resident')
  const save = async (score: number) => {
    const adding = { lane: given.view.lane, rec: casebook.newId(), on: casebook.today() }
    const isSaved = await record([addScore(adding, goal.id, by, score)], {
      text: say('progress.scoreSaved', { level: levelWords(say, score) }),
    })
    if (isSaved) onDone()
  }
  return (
    <div className="bf-group bf-group--wide">
      <Chips
        label={say('progress.whoRates')}
        chosen={by}
        onChoose={(next) => setBy(next ?? by)}
        options={[
          { code: 'resident', text: firstName(given.view.resident.name) },
          { code: 'worker', text: say('progress.me') },
        ]}
      />
      <Chips
        label={say('progress.of', { words: say('progress.level'), what: goal.text })}
        isLabelHidden
        chosen={undefined}
        onChoose={(code) => void (code === undefined ? undefined : save(Number(code)))}
        options={[4, 3, 2, 1, 0].map((level) => ({ code: String(level), text: levelWords(say, level) }))}
      />
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </div>
  )
}
