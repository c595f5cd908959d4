// A drawn signature as the record holds it: an SVG path of whole points in a box of 600 × 200, made simpler until it is
// small enough to travel with the words. Nothing of how fast or how hard somebody wrote is kept.

export interface Point {
  readonly x: number
  readonly y: number
}
export type Stroke = readonly Point[]

export const PAD = { width: 600, height: 200 } as const
export const DRAWN_MOST = 4096
/** How far, in points, the line may be from the hand: the least that is small enough. */
const LOOSER = [1, 1.5, 2, 3, 4.5, 7, 11, 16] as const

export function pathOf(strokes: readonly Stroke[]): string {
  const drawn = strokes.filter((stroke) => stroke.length > 0)
  for (const tolerance of LOOSER) {
    const path = drawn.map((stroke) => written(simpler(stroke, tolerance))).join('')
    if (path.length <= DRAWN_MOST) return path
  }
  // More than a name: what was written first stands.
  return drawn.reduce((path, stroke) => {
    const more = path + written(simpler(stroke, PAD.width))
    return more.length <= DRAWN_MOST ? more : path
  }, '')
}

/** As it was drawn, point by point. */
export const written = (stroke: Stroke): string => {
  const [first, ...rest] = stroke
  if (!first) return ''
  return `M${first.x} ${first.y}${(rest.length > 0 ? rest : [first]).map(({ x, y }) => `L${x} ${y}`).join('')}`
}

/** Ramer, Douglas and Peucker: points nearer than this to the straight line between two kept ones are left out. */
function simpler(stroke: Stroke, tolerance: number): Stroke {
  const [first, last] = [stroke[0], stroke.at(-1)]
  if (!first || !last || stroke.length < 3) return stroke
  let [far, at] = [0, 0]
  stroke.forEach((point, i) => {
    const off = offLine(point, first, last)
    if (off > far) [far, at] = [off, i]
  })
  if (far <= tolerance) return [first, last]
  return [...simpler(stroke.slice(0, at + 1), tolerance), ...simpler(stroke.slice(at), tolerance).slice(1)]
}

function offLine({ x, y }: Point, a: Point, b: Point): number {
  const [dx, dy] = [b.x - a.x, b.y - a.y]
  const length = Math.hypot(dx, dy)
  return length === 0 ? Math.hypot(x - a.x, y - a.y) : Math.abs(dy * x - dx * y + b.x * a.y - b.y * a.x) / length
}

const PATH = /^(?:M\d{1,3} \d{1,3}(?:L\d{1,3} \d{1,3})+)+$/
/** Only what we write ourselves is ever drawn back. */
export const isDrawn = (path: string | undefined): path is string => path !== undefined && path.length <= DRAWN_MOST && PATH.test(path)

export function strokesOf(path: string | undefined): readonly Stroke[] {
  if (!isDrawn(path)) return []
  return path
    .slice(1)
    .split('M')
    .map((stroke) =>
      stroke.split('L').map((point) => {
        const [x = 0, y = 0] = point.split(' ').map(Number)
        return { x, y }
      }),
    )
}
