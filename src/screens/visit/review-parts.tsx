// The three lists of «Se over»: what was agreed, what was written part by part, and what was not talked about.

import type { Agreement, Value } from '#domain/answers.ts'
import type { Block } from '#domain/guide.ts'
import { isAnswered, isGiven } from '#domain/visit-answers.ts'
import { storedValue } from '#domain/visit-stored.ts'
import { gaps, goalAnswer, type Screen, screenAnswer, screensOf, shownBlocks, type Walk } from '#domain/visit-walk.ts'
import { joined } from '#texts/format.ts'
import { List, ListRow, Section } from '../parts/cards.tsx'
import { RowLink, WrittenRow } from '../parts/visit-parts.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { agreementWords, answerLines, quoted, startWords, type WordsWith } from './answer-words.ts'
import { levelWords } from './answers/goal-score.tsx'
import { visitPath } from './keys.ts'
import { noteOf } from './passing.ts'
import { firstName, type OpenVisit } from './use-visit.ts'
import { useWords } from './use-words.ts'

interface Given {
  readonly open: OpenVisit
  readonly walk: Walk
}

/** Each line becomes a task; the next visit stands last. */
export function Agreed({ open, walk }: Given) {
  const say = useSay()
  const words = useWords(open)
  const rows = screensOf(walk).flatMap((screen) => agreedIn(screen, walk, words))
  if (rows.length === 0) return null
  return (
    <Section title={say('visit.agreed')}>
      <List>
        {rows.map(({ key, title, sub }) => (
          <ListRow
            key={`${key} ${title}`}
            title={title}
            sub={sub === '' ? undefined : sub}
            end={<Change open={open} to={key} what={title} />}
          />
        ))}
      </List>
    </Section>
  )
}

interface AgreedRow {
  readonly key: string
  readonly title: string
  readonly sub: string
}
function agreedIn({ key, step }: Screen, { answers }: Walk, words: WordsWith): readonly AgreedRow[] {
  const answer = answers[step.id]
  const value: Value | undefined = answer?.kind === 'given' && isGiven(answer) ? answer.value : undefined
  if (value?.is === 'agreements') return value.lines.flatMap((line) => (line.text.trim() === '' ? [] : agreedRow(key, line, words)))
  if (value?.is !== 'nextVisit') return []
  const when = value.start ? startWords(value.start, words) : words.say('visit.residentCalls', { name: words.nameOf('resident') })
  return [{ key, title: words.say('visit.nextVisit'), sub: when }]
}
const agreedRow = (key: string, { text, who, due }: Agreement, words: WordsWith): AgreedRow => ({
  key,
  title: text,
  sub: agreementWords({ who, ...(due ? { due } : {}) }, words),
})

function Change({ open, to, what }: { readonly open: OpenVisit; readonly to: string; readonly what: string }) {
  const say = useSay()
  return (
    <RowLink to={visitPath(open.lane, open.visit.id, to)} label={say('visit.changeNamed', { what })}>
      {say('visit.change')}
    </RowLink>
  )
}

/** Part by part, in the guide's order; what stands under «Dette ble dere enige om» is not said twice. */
export function Written({ open, walk }: Given) {
  const say = useSay()
  const parts = shownBlocks(walk).flatMap((block) => {
    const screens = screensOf(walk).filter((screen) => screen.block === block && isWritten(screen, walk))
    return screens.length === 0 ? [] : [{ block, screens }]
  })
  if (parts.length === 0) return null
  return (
    <Section title={say('visit.written')}>
      <div className="bf-parts">
        {parts.map(({ block, screens }) => (
          <WrittenPart key={block.id} open={open} walk={walk} block={block} screens={screens} />
        ))}
      </div>
    </Section>
  )
}

function isWritten(screen: Screen, walk: Walk): boolean {
  const answer = screenAnswer(screen, walk.answers)
  const isElsewhere = screen.step.type === 'agreements' || screen.step.type === 'nextVisit'
  return answer?.kind === 'declined' || (isAnswered(answer) && answer?.kind === 'given' && !isElsewhere)
}

function WrittenPart({ open, walk, block, screens }: Given & { readonly block: Block; readonly screens: readonly Screen[] }) {
  const words = useWords(open)
  return (
    <div className="bf-group">
      <h3 className="bf-h2 bf-h2--quiet">{open.around.read(block.title)}</h3>
      <List>
        {screens.map((screen) => {
          const question = screen.goal?.text ?? open.around.read(screen.step.text)
          const note = noteShown(screen, walk)
          return (
            <WrittenRow
              key={screen.key}
              question={question}
              lines={writtenLines(screen, walk, words)}
              note={note && quoted(note, words.say)}
              end={<Change open={open} to={screen.key} what={question} />}
            />
          )
        })}
      </List>
    </div>
  )
}

function writtenLines(screen: Screen, { answers }: Walk, words: WordsWith): readonly string[] {
  const answer = screenAnswer(screen, answers)
  if (answer?.kind === 'declined') return [words.say('visit.wasDeclined')]
  if (answer?.kind !== 'given') return []
  const goal = goalAnswer(screen, answers)
  const option = screen.step.results?.options.find(({ code }) => code === goal?.goalResult)
  const reached = option ? [words.read(option.text)] : []
  if (screen.goal && goal && goal.score === undefined) return reached
  if (!screen.goal || goal?.score === undefined) return answerLines(screen.step, storedValue(answer.value), words)
  const before = screen.goal.scores.at(-1)?.score ?? screen.goal.baseline
  const now = { score: goal.score, words: levelWords(words.say, goal.score) }
  const level =
    before === undefined || before === goal.score ? words.say('visit.goalAt', now) : words.say('visit.goalFromTo', { ...now, before })
  return [level, ...reached]
}

function noteShown(screen: Screen, { answers }: Walk): string | undefined {
  if (screen.goal) return [goalAnswer(screen, answers)?.note, goalAnswer(screen, answers)?.why].filter(Boolean).join(' ') || undefined
  const answer = answers[screen.step.id]
  return answer?.kind === 'given' && answer.note ? noteOf(screen, answer) : undefined
}

/** «Ikke med denne gangen»: it is fine, and stops nothing. The others write their own. */
export function NotThisTime({ open, walk }: Given) {
  const say = useSay()
  const language = useLanguage()
  const open_ = gaps(walk)
  const others = open.visit.workers.filter((id) => id !== open.casebook.me)
  const unfinished = others.filter((id) => !open.visit.contributions.some((part) => part.worker === id && part.finishedAt))
  const names = unfinished.flatMap((id) => open.people.get(id)?.name ?? []).map(firstName)
  if (open_.length === 0 && names.length === 0) return null
  return (
    <Section title={say('visit.notThisTime')}>
      <List>
        {open_.map(({ block, isWholeBlock, screens }) => (
          <ListRow
            key={block.id}
            title={open.around.read(block.title)}
            sub={isWholeBlock ? say('visit.notTalkedAbout') : say('visit.notAllTalkedAbout', { n: screens.length })}
            end={
              <RowLink
                to={visitPath(open.lane, open.visit.id, screens[0]?.key ?? 'overview')}
                label={say('visit.openNamed', { what: open.around.read(block.title) })}
              >
                {say('visit.open')}
              </RowLink>
            }
          />
        ))}
        {names.length === 0 ? null : (
          <ListRow title={say('visit.theyWrite', { names: joined(language, names), n: names.length })} sub={say('visit.noNeedToWait')} />
        )}
      </List>
    </Section>
  )
}
