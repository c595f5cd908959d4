// Small makers for guide data, so that a guide reads as its questions: three languages side by side, in one order.

import type { GuideText, Option } from '#domain/guide.ts'

/** Bokmål, nynorsk, English. */
export const say = (nb: string, nn: string, en: string): GuideText => ({ nb, nn, en })

export const option = (code: string, text: GuideText, hint?: GuideText): Option => ({ code, text, ...(hint ? { hint } : {}) })

export const YES = option('yes', say('Ja', 'Ja', 'Yes'))
export const NO = option('no', say('Nei', 'Nei', 'No'))
export const UNSURE = option('unsure', say('Vet ikke', 'Veit ikkje', 'Don’t know'))
