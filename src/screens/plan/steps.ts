// The steps of the plan wizard (DOMAIN.md 4.5): one question a screen, in the order one talks about them.

import type { Id, LaneId } from '#domain/ids.ts'
import { isId } from '#domain/ids.ts'
import { paths } from '../paths.ts'

export const STEPS = ['wish', 'first', 'measures', 'expect', 'long', 'meet', 'review', 'who', 'check'] as const
export type Step = (typeof STEPS)[number]
export const PARTS = ['what', 'who', 'does', 'often', 'until'] as const
export type Part = (typeof PARTS)[number]

export type Place =
  | { readonly step: Step }
  | { readonly step: 'measures'; readonly measure: Id; readonly part: Part }
  | { readonly step: 'kind' }

/** `measures`, `kind`, or `<measure>.<part>`. */
export function placeOf(at: string): Place {
  const [measure, part] = at.split('.')
  const known = PARTS.find((one) => one === part)
  if (known && isId(measure)) return { step: 'measures', measure, part: known }
  if (at === 'kind') return { step: 'kind' }
  return { step: STEPS.find((step) => step === at) ?? 'wish' }
}

export const stepPath = (lane: LaneId, at: string): string => paths.plan(lane, 'edit', at)
export const partOf = (measure: Id, part: Part): string => `${measure}.${part}`

/** Where «Neste» leads; undefined at the end. */
export function nextOf(at: string): string | undefined {
  const place = placeOf(at)
  if ('measure' in place) {
    const next = PARTS[PARTS.indexOf(place.part) + 1]
    return next ? partOf(place.measure, next) : 'measures'
  }
  if (place.step === 'kind') return 'measures'
  return STEPS[STEPS.indexOf(place.step) + 1]
}
export function backOf(at: string): string | undefined {
  const place = placeOf(at)
  if ('measure' in place) {
    const before = PARTS[PARTS.indexOf(place.part) - 1]
    return before ? partOf(place.measure, before) : 'measures'
  }
  if (place.step === 'kind') return 'measures'
  return STEPS[STEPS.indexOf(place.step) - 1]
}
