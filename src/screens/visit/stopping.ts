// A talk that ends before the guide does. «Stopp»: she wants to stop, so the calm words follow and what was said stays
// (DOMAIN.md 4.3). «Ta resten neste gang»: what may wait is not part of this time, and only the end is left.

import { useNavigate } from 'react-router'
import type { StepAnswer } from '#domain/answers.ts'
import type { Step } from '#domain/guide.ts'
import { type Answers, allHold, codesIn, isAnswered } from '#domain/visit-answers.ts'
import { screenAnswer, screensOf, shownBlocks, skipBlock, type Walk } from '#domain/visit-walk.ts'
import { useUi } from '../ui-store.ts'
import { useSay } from '../use-say.tsx'
import { visitPath } from './keys.ts'
import { type OpenVisit, walkOf } from './use-visit.ts'

const STOPPED: StepAnswer = { kind: 'given', value: { is: 'code', code: 'yes' } }

const byButton = ({ guide }: Walk): Step | undefined => guide.blocks.flatMap((block) => block.steps).find((step) => step.isByButton)

/** Offered while a talk goes on, in guides that know what follows. */
export function stopStep(walk: Walk): Step | undefined {
  const step = byButton(walk)
  if (!step || codesIn(walk.answers[step.id]).includes('yes')) return undefined
  return allHold(step.showIf, walk.answers, walk.context.facts) ? step : undefined
}

/** May the talk end before this block, or before one that follows? `undefined`: the end of the guide is no nearer. */
export function waitFrom(walk: Walk, block: string): { readonly answers: Answers; readonly to: string } | undefined {
  const shown = shownBlocks(walk)
  const rest = shown.slice(shown.findIndex(({ id }) => id === block))
  const waiting = rest.filter(({ canWait }) => canWait)
  const last = waiting.at(-1)
  const closing = last && rest[rest.indexOf(last) + 1]
  const to = closing && screensOf(walk).find((screen) => screen.block === closing)?.key
  if (rest[0]?.canWait !== true || !to) return undefined
  return { to, answers: waiting.reduce<Answers>((answers, one) => skipBlock({ ...walk, answers }, one), walk.answers) }
}

export function useStopping(open: OpenVisit, from: string) {
  const say = useSay()
  const navigate = useNavigate()
  const offerUndo = useUi((ui) => ui.offerUndo)
  const { keeper, lane, visit } = open
  const set = (answers: Answers, to: string, text: string) => {
    const before = keeper.held().content.answers
    keeper.change({ ...keeper.held().content, answers }, 'now')
    const undo = async () => {
      const now = keeper.held().content
      keeper.change({ ...now, answers: takenBack(now.answers, before, answers) }, 'now')
      return true
    }
    offerUndo({ text, undo, backTo: visitPath(lane, visit.id, from) })
    void navigate(visitPath(lane, visit.id, to))
  }
  return {
    stop: (step: Step) => {
      const answers = { ...keeper.held().content.answers, [step.id]: STOPPED }
      set(answers, firstOpenAfter(walkOf(open, { answers }), step.id), say('around.stopped'))
    },
    wait: (block: string) => {
      const waited = waitFrom(walkOf(open, keeper.held().content), block)
      if (waited) set(waited.answers, waited.to, say('around.restNextTime'))
    },
  }
}

/** The calm words: what was said before the stop lies between, and is not asked again. */
function firstOpenAfter(walk: Walk, step: string): string {
  const screens = screensOf(walk)
  const after = screens.slice(screens.findIndex(({ key }) => key === step) + 1)
  return after.find((screen) => !isAnswered(screenAnswer(screen, walk.answers)) && screen.goal === undefined)?.key ?? 'review'
}

/** Only what the tap itself changed; what was answered since then stays. */
function takenBack(now: Answers, before: Answers, set: Answers): Answers {
  const changed = Object.keys(set).filter((step) => set[step] !== before[step] && now[step] === set[step])
  const kept = Object.entries(now).filter(([step]) => !changed.includes(step))
  const restored = changed.flatMap((step): readonly (readonly [string, StepAnswer])[] => {
    const stood = before[step]
    return stood ? [[step, stood]] : []
  })
  return Object.fromEntries([...kept, ...restored])
}
