// How long, in words: «2 timer», «3 dagar». Apart from format.ts, since only a few screens need it.

import { formatDistanceStrict } from 'date-fns/formatDistanceStrict'
import { enGB } from 'date-fns/locale/en-GB'
import { nb } from 'date-fns/locale/nb'
import { nn } from 'date-fns/locale/nn'
import type { Instant } from '#domain/ids.ts'
import type { Language } from './catalogue.ts'

const LOCALES = { nb, nn, en: enGB }

export const howLong = (language: Language, from: Instant, to: Instant): string =>
  formatDistanceStrict(from, to, { locale: LOCALES[language] }).replaceAll(' ', '\u00a0')
