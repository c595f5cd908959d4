// Nynorsk: the same keys and arguments as bokmål, or it does not compile. Two parts: what I dag needs comes first, the rest with the
// first other screen. One file per place words are used; this one only joins them.

import type { SameAs } from './catalogue.ts'
import type { NbCore } from './nb.ts'
import { shell } from './nn/shell.ts'
import { termsOfToday } from './nn/terms-today.ts'
import { today } from './nn/today.ts'

export const nn: SameAs<NbCore> = { ...shell, ...today, ...termsOfToday }
