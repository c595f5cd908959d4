// Words for instruments and services.

import type { SameAs } from '../catalogue.ts'
import type { grants as nb } from '../nb/grants.ts'

export const grants: SameAs<typeof nb> = {
  'grants.title': 'Hjelp som finst',
  'grants.none': 'Her kjem hjelpa de har snakka om.',
  'grants.has': 'Har no',
  'grants.onTheWay': 'På veg',
  'grants.over': 'Før',
  'grants.add': 'Legg til',
  'grants.instruments': 'Pengar og bustad',
  'grants.services': 'Tenester',
  'grants.person': 'Hjelpa følgjer personen, ikkje bustaden.',
  'grants.status': 'Kor langt er de komne?',
  'grants.on': 'Dato',
  'grants.discussedOn': 'Når snakka de om det?',
  'grants.reason': 'Kvifor blei det avslått?',
  'grants.note': 'Kort merknad',
  'grants.discard': 'Forkast',
  'grants.save': 'Lagre',
  'grants.needsDecision': 'Krev vedtak på kontoret.',
  'grants.askConsent': 'Spør om samtykke',
  'grants.refuse.needsConsent': 'Dette krev samtykke, og det er ikkje gitt.',
  'grants.refuse.needsTalk': 'Snakk med bebuaren først, og skriv når.',
  'grants.refuse.needsReason': 'Skriv kort kvifor det blei avslått.',
  'grants.refuse.notNext': 'Nokon andre har endra dette. Sjå på det på nytt.',
  'grants.refuse.pick': 'Vel kor langt de er komne.',
  'grants.saved': ({ what, status }) => `${what}: ${status}`,
  'grants.source': ({ section, date }) => `Kjelde: ${section}. Sist kontrollert ${date}.`,
  'grants.unchecked': ({ section, date }) => `Kjelde: ${section}. Ikkje kontrollert sidan ${date}.`,
}
