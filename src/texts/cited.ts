// Where a rule stands, in words a person can look up: «N 4.3 box» is the national circular, «O-2» Oslo's own, whose
// headings have no numbers (DOMAIN.md, «How to cite»). What has no words here is shown as it is written.

import type { Language } from './catalogue.ts'

const CIRCULAR: Readonly<Record<Language, string>> = { nb: 'Rundskriv U-10/2002', nn: 'Rundskriv U-10/2002', en: 'Circular U-10/2002' }
const BOX: Readonly<Record<Language, string>> = { nb: 'tekstboks', nn: 'tekstboks', en: 'text box' }
const APPENDIX: Readonly<Record<Language, string>> = { nb: 'vedlegg', nn: 'vedlegg', en: 'appendix' }
const OSLO: Readonly<Record<Language, string>> = {
  nb: 'Rundskriv fra Oslo kommune',
  nn: 'Rundskriv frå Oslo kommune',
  en: 'Circular of Oslo',
}
/** Headings are quoted as they stand. */
const HEADINGS = [
  'innledningen',
  '«Henvendelsen blir mottatt»',
  '«Videre saksbehandling»',
  '«Barn, høy alder eller andre særskilte forhold»',
  '«Varsler om gjennomført utkastelse eller manglende prosessevne»',
  '«Oppbevaring og dokumentasjon»',
  '«Oppfølging etter hjelp»',
]

export function cited(language: Language, source: string): string {
  const [, appendix, section, box] = /^N (?:App\.(\d)|([\d.]+)( box)?)$/.exec(source) ?? []
  if (appendix !== undefined) return `${CIRCULAR[language]}, ${APPENDIX[language]} ${appendix}`
  if (section !== undefined) return `${CIRCULAR[language]}, ${section}${box === undefined ? '' : `, ${BOX[language]}`}`
  const heading = HEADINGS[Number(/^O-(\d)$/.exec(source)?.[1])]
  return heading === undefined ? source : `${OSLO[language]}, ${heading}`
}
