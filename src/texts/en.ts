// English: the same keys and arguments as bokmål, or it does not compile. Two parts: what I dag needs comes first, the rest with the
// first other screen. One file per place words are used; this one only joins them.

import type { SameAs } from './catalogue.ts'
import { shell } from './en/shell.ts'
import { termsOfToday } from './en/terms-today.ts'
import { today } from './en/today.ts'
import type { NbCore } from './nb.ts'

export const en: SameAs<NbCore> = { ...shell, ...today, ...termsOfToday }
