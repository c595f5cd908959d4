// A field to sign in with a finger, and the signature shown again. Never the only way: whoever cannot or will not draw has
// said it aloud, or signs on paper, and that counts as much.

import { type PointerEvent, useState } from 'react'
import { useSay } from '../use-say.tsx'
import './answers.css'
import { isDrawn, PAD, type Point, pathOf, type Stroke, strokesOf, written } from './stroke.ts'
import { WordButton } from './words.tsx'

const BOX = `0 0 ${PAD.width} ${PAD.height}`

interface DrawingPadProps {
  /** Whose signature. */
  readonly name: string
  readonly drawn: string | undefined
  readonly onDrawn: (drawn: string | undefined) => void
}
export function DrawingPad({ name, drawn, onDrawn }: DrawingPadProps) {
  const say = useSay()
  const pen = usePen(drawn, onDrawn)
  return (
    <div className="bf-pad">
      <p className="bf-chipgroup__label">{say('answer.padHelp')}</p>
      <svg className="bf-pad__field" viewBox={BOX} role="img" aria-label={say('answer.pad', { name })} {...pen.handlers}>
        <path className="bf-pad__line" d={`M30 ${PAD.height - 40}H${PAD.width - 30}`} />
        <path className="bf-pad__ink" d={pen.path} />
      </svg>
      <div className="bf-row bf-row--apart">
        <p className="bf-meta" role="status">
          {pen.path === '' ? '' : say('answer.padFilled', { name })}
        </p>
        {pen.path === '' ? null : <WordButton onPress={() => onDrawn(undefined)}>{say('answer.padClear')}</WordButton>}
      </div>
    </div>
  )
}

/** What is being drawn stands on the screen at once, and is told when the finger leaves. */
function usePen(drawn: string | undefined, onDrawn: DrawingPadProps['onDrawn']) {
  const [now, setNow] = useState<Stroke>()
  const start = (event: PointerEvent<SVGSVGElement>) => {
    if (!event.isPrimary || event.button !== 0) return
    event.preventDefault()
    event.currentTarget.setPointerCapture?.(event.pointerId)
    setNow([pointOf(event)])
  }
  const move = (event: PointerEvent<SVGSVGElement>) => {
    if (!now || !event.isPrimary) return
    const point = pointOf(event)
    const last = now.at(-1)
    if (last?.x !== point.x || last.y !== point.y) setNow([...now, point])
  }
  const end = () => {
    if (!now) return
    setNow(undefined)
    onDrawn(pathOf([...strokesOf(drawn), now]))
  }
  // Made simpler when the finger leaves: that takes too long for every move.
  const path = (isDrawn(drawn) ? drawn : '') + (now ? written(now) : '')
  return { path, handlers: { onPointerDown: start, onPointerMove: move, onPointerUp: end, onPointerCancel: end } }
}

function pointOf({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  const within = (share: number, most: number): number => Math.min(most, Math.max(0, Math.round(share * most)))
  return { x: within((clientX - left) / (width || PAD.width), PAD.width), y: within((clientY - top) / (height || PAD.height), PAD.height) }
}

/** A signature that stands; nothing where there is none, or where it is not one of ours. */
export function DrawnSignature({ drawn, name }: { readonly drawn: string | undefined; readonly name: string }) {
  const say = useSay()
  if (!isDrawn(drawn)) return null
  return (
    <svg className="bf-drawn" viewBox={BOX} role="img" aria-label={say('answer.drawn', { name })}>
      <path className="bf-pad__ink" d={drawn} />
    </svg>
  )
}
