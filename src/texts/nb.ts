// Bokmål, the source of keys. Two parts: what I dag needs comes first, the rest with the
// first other screen. One file per place words are used; this one only joins them.

import { shell } from './nb/shell.ts'
import { termsOfToday } from './nb/terms-today.ts'
import { today } from './nb/today.ts'

export const nb = { ...shell, ...today, ...termsOfToday }
export type NbCore = typeof nb
