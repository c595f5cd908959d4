// Where in a visit one is, as the last part of the path and as the draft remembers it: a screen's key, `concern@<id>`,
// `review`, `overview` or `door`.

import { type Id, isId, type LaneId } from '#domain/ids.ts'
import { paths } from '../paths.ts'

const CONCERN = 'concern@'
export const concernKey = (concern: Id): string => `${CONCERN}${concern}`
export function concernOfKey(key: string): Id | undefined {
  const id = key.startsWith(CONCERN) ? key.slice(CONCERN.length) : ''
  return isId(id) ? id : undefined
}

export function visitPath(lane: LaneId, visit: Id, key: string): string {
  if (key === 'review') return paths.review(lane, visit)
  if (key === 'door') return paths.door(lane, visit)
  return key === 'overview' ? paths.visit(lane, visit) : paths.step(lane, visit, key)
}
