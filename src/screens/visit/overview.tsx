// The parts of a visit under way: a talk does not follow the form, so any part is one tap away, and each says how far it
// has come. «Fortsett» leads to the question one stood on.

import { useEffect } from 'react'
import type { Block } from '#domain/guide.ts'
import { dateOf } from '#domain/ids.ts'
import { isAnswered } from '#domain/visit-answers.ts'
import { type BlockState, blockState, type Screen as StepOf, screenAnswer, screensOf, shownBlocks, type Walk } from '#domain/visit-walk.ts'
import { clock, joined, weekdayDate } from '#texts/format.ts'
import { MainLink } from '../parts/button.tsx'
import { LinkRow, List, ListRow, Note, Section } from '../parts/cards.tsx'
import { NoteIcon, ResidentsIcon } from '../parts/icons.ts'
import { Mark, type MarkKind } from '../parts/marks.tsx'
import { SaveState } from '../parts/save-state.tsx'
import { Bar, OfflineStrip, Screen } from '../parts/shell.tsx'
import { useTitleFocus } from '../parts/visit-parts.tsx'
import { WordButton } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { Agreements } from '../residents/agreements.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { visitPath } from './keys.ts'
import { ReadOnly } from './read-only.tsx'
import { stopStep, useStopping } from './stopping.ts'
import { savedOf, useHeld } from './use-keeper.ts'
import { planHolder, useChangeHolder } from './use-plan-holder.ts'
import { companions, type OpenVisit, walkOf } from './use-visit.ts'

export function Overview({ open }: { readonly open: OpenVisit }) {
  const say = useSay()
  const language = useLanguage()
  const held = useHeld(open.keeper)
  const walk = walkOf(open, held.content)
  const { visit, lane, answer } = open
  const names = companions(open)
  useStandHere(open)
  useTitleFocus('overview')
  return (
    <Screen
      header={{ title: say('visit.at', { name: open.around.residentName }), back: paths.resident(lane), ...whenOf(open, language, say) }}
      strip={<OfflineStrip isOnline={answer.sending.isOnline} />}
      bar={
        <Bar state={<SaveState saved={savedOf(held)} />}>
          <Continue open={open} walk={walk} />
        </Bar>
      }
    >
      <ReadOnly held={held}>{null}</ReadOnly>
      {names.length === 0 ? null : (
        <Note tone="calm" icon={<ResidentsIcon aria-hidden fontSize="1.375rem" />}>
          {say('visit.withYou', { names: joined(language, names) })}
          {visit.end ? ` ${say('visit.outBy', { time: clock(visit.end) })}` : null}
        </Note>
      )}
      <HoldsPlan open={open} />
      <Section title={say('visit.parts')} aside={say('visit.anyOrder')}>
        <List>
          {shownBlocks(walk).map((block) => (
            <BlockRow key={block.id} open={open} walk={walk} block={block} />
          ))}
          <LinkRow
            to={paths.review(lane, visit.id)}
            lead={<NoteIcon aria-hidden fontSize="1.5rem" />}
            title={say('visit.look')}
            sub={say('visit.lookHelp')}
          />
        </List>
      </Section>
      <MayStop open={open} walk={walk} />
      <Agreements view={open.view} rows={answer.rows} people={open.people} />
    </Screen>
  )
}

/** «Jon fører planen», with a word to change it. */
function HoldsPlan({ open }: { readonly open: OpenVisit }) {
  const say = useSay()
  const { change, refusal } = useChangeHolder(open)
  const holder = planHolder(open)
  if (holder === undefined) return null
  return (
    <>
      <List>
        <ListRow
          title={holder.isMe ? say('around.youHold') : say('around.holds', { name: holder.name })}
          sub={say('around.holdsHelp')}
          end={
            <WordButton onPress={change} label={say('around.changeHolder')}>
              {say('around.change')}
            </WordButton>
          }
        />
      </List>
      {refusal === undefined ? null : <Note tone="care">{say(`refusal.${refusal}`)}</Note>}
    </>
  )
}

/** The talk may end here: she wants to stop, or the rest is for another time. */
function MayStop({ open, walk }: { readonly open: OpenVisit; readonly walk: Walk }) {
  const say = useSay()
  const { stop, wait } = useStopping(open, 'overview')
  const { isElsewhere } = useHeld(open.keeper)
  const stopping = stopStep(walk)
  const waiting = shownBlocks(walk).find(
    (block) => block.canWait && blockState(walk, block).kind !== 'done' && blockState(walk, block).kind !== 'notTalkedAbout',
  )
  if (isElsewhere || (stopping === undefined && waiting === undefined)) return null
  return (
    <div className="bf-row">
      {stopping ? <WordButton onPress={() => stop(stopping)}>{say('around.stopLong')}</WordButton> : null}
      {waiting ? <WordButton onPress={() => wait(waiting.id)}>{say('around.restNextTimeDo')}</WordButton> : null}
    </div>
  )
}

function whenOf({ visit }: OpenVisit, language: ReturnType<typeof useLanguage>, say: ReturnType<typeof useSay>): { readonly sub?: string } {
  const { start } = visit
  return start ? { sub: say('visit.dayAt', { day: weekdayDate(language, dateOf(start)), time: clock(start) }) } : {}
}

/** After a lock one lands on the question that was open; looking at the parts does not forget it. */
function useStandHere({ keeper }: OpenVisit): void {
  useEffect(() => {
    const now = keeper.held().content
    if (now.at === 'review') keeper.change({ ...now, at: 'overview' }, 'now')
  }, [keeper])
}

/** The question one stood on, else the first one nobody has answered, else the look over. */
function Continue({ open, walk }: { readonly open: OpenVisit; readonly walk: Walk }) {
  const say = useSay()
  const { at } = open.keeper.held().content
  const screens = screensOf(walk)
  const stood = screens.find((screen) => screen.key === at)
  const next = stood ?? screens.find((screen) => isOpen(screen, walk))
  const isUntouched = Object.keys(walk.answers).length === 0
  if (!next) return <MainLink to={paths.review(open.lane, open.visit.id)}>{say('visit.look')}</MainLink>
  const to = visitPath(open.lane, open.visit.id, next.key)
  return (
    <MainLink to={to}>{isUntouched ? say('visit.begin') : say('visit.continue', { block: open.around.read(next.block.title) })}</MainLink>
  )
}

const isOpen = (screen: StepOf, { answers }: Walk): boolean => !isAnswered(screenAnswer(screen, answers))

function BlockRow({ open, walk, block }: { readonly open: OpenVisit; readonly walk: Walk; readonly block: Block }) {
  const say = useSay()
  const state = blockState(walk, block)
  const title = open.around.read(block.title)
  const screens = screensOf(walk).filter((screen) => screen.block === block)
  const to = screens.find((screen) => isOpen(screen, walk)) ?? screens[0]
  const words = blockWords(state, say)
  return (
    <LinkRow
      to={visitPath(open.lane, open.visit.id, to?.key ?? 'overview')}
      lead={<Mark is={MARKS[state.kind]} />}
      title={<span className="bf-strong">{title}</span>}
      sub={words}
      label={`${title}. ${words}`}
    />
  )
}

const MARKS: Readonly<Record<BlockState['kind'], MarkKind>> = { done: 'done', begun: 'now', notBegun: 'none', notTalkedAbout: 'skipped' }

function blockWords(state: BlockState, say: ReturnType<typeof useSay>): string {
  return state.kind === 'begun' ? say('visit.block.begun', { n: state.n, of: state.of }) : say(`visit.block.${state.kind}`)
}
