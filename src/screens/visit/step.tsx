// One question on one screen (UX.md P5): small header, how far the visit has come, the question, the answers, the two
// words to pass it by, and what was said. Every tap is kept at once; «Neste» only moves.

import { useEffect } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import { asksReport } from '#domain/visit-safety.ts'
import { nextKey, placeInBlock, previousKey, progress, type Screen as StepOf, screensOf, type Walk } from '#domain/visit-walk.ts'
import { joined } from '#texts/format.ts'
import { Loading } from '../loading.tsx'
import { NotHere } from '../not-here.tsx'
import { MainButton, OutlineButton } from '../parts/button.tsx'
import { Note } from '../parts/cards.tsx'
import { Progress } from '../parts/marks.tsx'
import { SaveState } from '../parts/save-state.tsx'
import { Bar, Screen } from '../parts/shell.tsx'
import { WordButton, WordLink } from '../parts/words.tsx'
import { paths } from '../paths.ts'
import { useLanguage, useSay } from '../use-say.tsx'
import { useSession } from '../use-session.tsx'
import { ConcernStep } from './concern-step.tsx'
import { isForResident } from './for-resident.ts'
import { concernKey, concernOfKey, visitPath } from './keys.ts'
import { ReadOnly } from './read-only.tsx'
import { SAFETY, SafetyStep, safetyScreen } from './safety-step.tsx'
import { StepQuestion } from './step-question.tsx'
import { stopStep, useStopping } from './stopping.ts'
import { savedOf, useHeld } from './use-keeper.ts'
import { companions, type OpenVisit, useVisit, walkOf } from './use-visit.ts'

export function VisitStep() {
  const here = useVisit()
  const { step: key = '' } = useParams()
  if (here === 'loading') return <Loading />
  if (here === 'missing') return <NotHere />
  const { keeper } = here
  if (keeper === undefined) return <Navigate replace to={paths.visit(here.lane, here.visit.id)} />
  return <OpenStep open={{ ...here, keeper }} at={key} />
}

function OpenStep({ open, at }: { readonly open: OpenVisit; readonly at: string }) {
  const { content } = useHeld(open.keeper)
  const walk = walkOf(open, content)
  const screen = screensOf(walk).find((found) => found.key === at)
  const concern = content.concerns.find((held) => held.id === concernOfKey(at))
  const safety = at === SAFETY ? safetyScreen(walk) : undefined
  const { keeper } = open
  const isHere = screen !== undefined || concern !== undefined || safety !== undefined
  useEffect(() => {
    const now = keeper.held().content
    if (isHere && now.at !== at) keeper.place({ ...now, at })
  }, [keeper, at, isHere])
  if (concern) return <ConcernStep open={open} concern={concern} next={nextKey(walk, keyOfStep(open, concern.fromStep, content.answers))} />
  if (safety) return <SafetyStep open={open} screen={safety} />
  if (!screen) return <Navigate replace to={visitPath(open.lane, open.visit.id, nextKey(walk, at))} />
  return <StepScreen open={open} screen={screen} />
}

/** A concern may come from a step that is asked for each goal: then the last of its screens counts. */
function keyOfStep(open: OpenVisit, step: string, answers: Parameters<typeof walkOf>[1]['answers']): string {
  return (
    screensOf(walkOf(open, { answers }))
      .filter((screen) => screen.step.id === step)
      .at(-1)?.key ?? step
  )
}

function StepScreen({ open, screen }: { readonly open: OpenVisit; readonly screen: StepOf }) {
  const say = useSay()
  const held = useHeld(open.keeper)
  const navigate = useNavigate()
  const walk = walkOf(open, held.content)
  const { lane, visit } = open
  const go = (key: string) => void navigate(visitPath(lane, visit.id, key))
  const next = () => {
    if (asksReport(screen.step, held.content.answers[screen.step.id])) return go(SAFETY)
    const asked = held.content.concerns.find((concern) => concern.fromStep === screen.step.id && concern.action === undefined)
    go(asked ? concernKey(asked.id) : nextKey(walk, screen.key))
  }
  return (
    <Screen
      header={{ title: open.around.residentName, isSmall: true, ...useWith(open) }}
      bar={
        <Bar state={<SaveState saved={savedOf(held)} />}>
          <OutlineButton onPress={() => go(previousKey(walk, screen.key) ?? 'overview')}>{say('shell.back')}</OutlineButton>
          <MainButton onPress={next}>{say('visit.next')}</MainButton>
        </Bar>
      }
    >
      <StepHead open={open} screen={screen} walk={walk} />
      <ReadOnly held={held}>
        <StepQuestion
          key={screen.key}
          open={open}
          screen={screen}
          content={held.content}
          onPassed={() => go(nextKey(walkOf(open, open.keeper.held().content), screen.key))}
        />
      </ReadOnly>
      <TryFlight open={open} screen={screen} walk={walk} />
      <MayWait open={open} screen={screen} />
      {held.refusal === undefined ? null : <Note tone="care">{say(`refusal.${held.refusal}`)}</Note>}
    </Screen>
  )
}

/** «Besøk sammen med Jon» */
function useWith(open: OpenVisit): { readonly sub: string } {
  const say = useSay()
  const language = useLanguage()
  const names = companions(open)
  return { sub: names.length === 0 ? say('visit.alone') : say('visit.together', { names: joined(language, names) }) }
}

function StepHead({ open, screen, walk }: { readonly open: OpenVisit; readonly screen: StepOf; readonly walk: Walk }) {
  const say = useSay()
  const blocks = progress(walk, screen.key)
  const place = placeInBlock(walk, screen.key)
  const parts = blocks.map(({ part, isCurrent }) =>
    part === 1 ? ({ is: 'done' } as const) : isCurrent || part > 0 ? ({ is: 'now', filled: part } as const) : ({ is: 'rest' } as const),
  )
  const at = blocks.findIndex((block) => block.isCurrent) + 1
  const title = open.around.read(screen.block.title)
  return (
    <div className="bf-stephead">
      <Progress parts={parts} spoken={say('visit.partOf', { n: at, of: blocks.length })} />
      <span className="bf-meta">{place && place.of > 1 ? say('visit.placeInBlock', { block: title, ...place }) : title}</span>
      <StepWords open={open} screen={screen} walk={walk} />
    </div>
  )
}

/** Quiet words: turn the screen to her, stop, or go anywhere. */
function StepWords({ open, screen, walk }: { readonly open: OpenVisit; readonly screen: StepOf; readonly walk: Walk }) {
  const say = useSay()
  const { stop } = useStopping(open, screen.key)
  const { lane, visit } = open
  const stopping = stopStep(walk)
  return (
    <div className="bf-row bf-stepwords">
      <WordLink to={paths.visit(lane, visit.id)}>{say('visit.allParts')}</WordLink>
      {isForResident(screen) ? <WordLink to={paths.together(lane, visit.id, screen.key)}>{say('around.readTogether')}</WordLink> : null}
      {stopping && !open.keeper.held().isElsewhere ? <WordButton onPress={() => stop(stopping)}>{say('around.stop')}</WordButton> : null}
    </div>
  )
}

/** In the demo, at the first words one writes: that nothing is lost without coverage is best seen by oneself (UX.md 5). */
function TryFlight({ open, screen, walk }: { readonly open: OpenVisit; readonly screen: StepOf; readonly walk: Walk }) {
  const say = useSay()
  const { isDemo } = useSession()
  const first = screensOf(walk).find(({ step }) => step.type === 'text')
  if (!isDemo || screen.key !== first?.key || !open.answer.sending.isOnline || open.casebook.kind !== 'field') return null
  return <p className="bf-bubble bf-bubble--plain">{say('around.tryFlight')}</p>
}

/** «Ta resten neste gang», where the guide says that the talk may end. */
function MayWait({ open, screen }: { readonly open: OpenVisit; readonly screen: StepOf }) {
  const say = useSay()
  const { wait } = useStopping(open, screen.key)
  if (!screen.block.canWait || open.keeper.held().isElsewhere) return null
  return (
    <div className="bf-row">
      <WordButton onPress={() => wait(screen.block.id)}>{say('around.restNextTimeDo')}</WordButton>
    </div>
  )
}
