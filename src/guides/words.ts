// Small makers for guide data, so that a guide reads as its questions: three languages side by side, in one order.

import type { Block, Guide, GuideText, Option, Step } from '#domain/guide.ts'

/** Bokmål, nynorsk, English. */
export const say = (nb: string, nn: string, en: string): GuideText => ({ nb, nn, en })

export const option = (code: string, text: GuideText, hint?: GuideText): Option => ({ code, text, ...(hint ? { hint } : {}) })

export const YES = option('yes', say('Ja', 'Ja', 'Yes'))
export const NO = option('no', say('Nei', 'Nei', 'No'))
export const UNSURE = option('unsure', say('Vet ikke', 'Veit ikkje', 'Don’t know'))

/** A step of an earlier version that is the same in a new one. */
export function stepIn({ id: block, steps }: Pick<Block, 'id' | 'steps'>, id: string): Step {
  const step = steps.find((one) => one.id === id)
  if (!step) throw new TypeError(`no step ${id} in ${block}`)
  return step
}

/** A block of an earlier version, likewise. */
export function blockIn({ code, version, blocks }: Guide, id: string): Block {
  const block = blocks.find((one) => one.id === id)
  if (!block) throw new TypeError(`no block ${id} in ${code} ${version}`)
  return block
}
