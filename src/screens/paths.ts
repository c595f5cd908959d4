// Every path of the app. They hold random ids only, never names (DESIGN.md 8); a link works on phone and desk alike.

import { type Id, isId, type LaneId, laneOf, laneSubject } from '#domain/ids.ts'

const within = (lane: LaneId, what: string, to: readonly string[]): string => ['/residents', laneSubject(lane), what, ...to].join('/')

export const paths = {
  today: '/',
  residents: '/residents',
  resident: (lane: LaneId) => `/residents/${laneSubject(lane)}`,
  newResident: '/residents/new',
  /** The person, the household and the home; `part` and `of` open one thing for changing. */
  about: (lane: LaneId, ...to: readonly string[]) => within(lane, 'about', to),
  plan: (lane: LaneId, ...to: readonly string[]) => within(lane, 'plan', to),
  progress: (lane: LaneId, ...to: readonly string[]) => within(lane, 'progress', to),
  group: (lane: LaneId, ...to: readonly string[]) => within(lane, 'group', to),
  consents: (lane: LaneId, ...to: readonly string[]) => within(lane, 'consents', to),
  grants: (lane: LaneId, ...to: readonly string[]) => within(lane, 'grants', to),
  papers: (lane: LaneId, ...to: readonly string[]) => within(lane, 'papers', to),
  /** The short forms: contact, complaints, arrears, payment, budget, stays. */
  forms: (lane: LaneId, ...to: readonly string[]) => within(lane, 'forms', to),
  versions: (lane: LaneId) => `/residents/${laneSubject(lane)}/versions`,
  visit: (lane: LaneId, visit: Id) => `/residents/${laneSubject(lane)}/visits/${visit}`,
  step: (lane: LaneId, visit: Id, step: string) => `/residents/${laneSubject(lane)}/visits/${visit}/steps/${step}`,
  newVisit: (lane: LaneId) => within(lane, 'visits', ['new']),
  moveVisit: (lane: LaneId, visit: Id) => within(lane, 'visits', [visit, 'move']),
  /** How it went, in one tap. */
  door: (lane: LaneId, visit: Id) => `/residents/${laneSubject(lane)}/visits/${visit}/door`,
  /** The same question turned to the resident, with nothing of anybody else. */
  together: (lane: LaneId, visit: Id, step: string) => `/residents/${laneSubject(lane)}/visits/${visit}/together/${step}`,
  review: (lane: LaneId, visit: Id) => `/residents/${laneSubject(lane)}/visits/${visit}/review`,
  note: '/note',
  noteFor: (lane: LaneId) => `/note/${laneSubject(lane)}`,
  more: '/more',
  sending: '/more/sending',
  inbox: '/inbox',
} as const

/** The lane of a path's resident, or undefined when the link is wrong. */
export const laneOfParam = (param: string | undefined): LaneId | undefined => (isId(param) ? laneOf('case', param) : undefined)
export const idOfParam = (param: string | undefined): Id | undefined => (isId(param) ? param : undefined)
