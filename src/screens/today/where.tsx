// Where the running visit stands: «Målene · 2 av 3», and a bar for each block. Apart from the card, since it needs the
// guide, which I dag does not otherwise carry.

import { readCase } from '#domain/case-view.ts'
import { visitContext } from '#domain/visit-context.ts'
import { placeInBlock, progress, screensOf, type Walk } from '#domain/visit-walk.ts'
import { guideOf } from '#guides/registry.ts'
import { Progress } from '../parts/marks.tsx'
import { useLanguage, useSay } from '../use-say.tsx'
import { useAnswer } from '../use-session.tsx'
import { visitContent } from '../visit/visit-content.ts'
import type { Running } from './day-plan.ts'

export function Where({ running, withWhom }: { readonly running: Running; readonly withWhom: string }) {
  const say = useSay()
  const language = useLanguage()
  const walk = useWalk(running)
  if (walk === undefined) return <p className="bf-small">{withWhom}</p>
  const place = placeInBlock(walk, running.at)
  const block = screensOf(walk).find((screen) => screen.key === running.at)?.block
  const blocks = progress(walk, running.at)
  const at = blocks.findIndex((one) => one.isCurrent) + 1
  const parts = blocks.map(({ part, isCurrent }) =>
    part === 1 ? ({ is: 'done' } as const) : isCurrent || part > 0 ? ({ is: 'now', filled: part } as const) : ({ is: 'rest' } as const),
  )
  return (
    <>
      <p className="bf-small">
        {block && place ? `${say('today.place', { block: block.title[language], ...place })} ${withWhom}` : withWhom}
      </p>
      <Progress parts={parts} spoken={say('today.part', { n: at, of: blocks.length })} />
    </>
  )
}

function useWalk({ home, visit, draft }: Running): Walk | undefined {
  const answer = useAnswer({ ask: 'resident', lane: home.lane })
  const view = answer && readCase(answer.rows)
  const content = visitContent(draft)
  const guide = content && guideOf(content.guide.code, content.guide.version)
  if (!answer || !view || !content || !guide) return undefined
  return { guide, answers: content.answers, context: visitContext(view, visit.id, answer.today) }
}
