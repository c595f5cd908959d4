// Words for instruments and services.

import type { SameAs } from '../catalogue.ts'
import type { grants as nb } from '../nb/grants.ts'

export const grants: SameAs<typeof nb> = {
  'grants.title': 'Help there is',
  'grants.none': 'What you have talked about will be here.',
  'grants.has': 'Has now',
  'grants.onTheWay': 'On the way',
  'grants.over': 'Before',
  'grants.add': 'Add',
  'grants.instruments': 'Money and housing',
  'grants.services': 'Services',
  'grants.person': 'The help follows the person, not the home.',
  'grants.status': 'How far have you come?',
  'grants.on': 'Date',
  'grants.discussedOn': 'When did you talk about it?',
  'grants.reason': 'Why was it refused?',
  'grants.note': 'Short note',
  'grants.discard': 'Discard',
  'grants.save': 'Save',
  'grants.needsDecision': 'Needs a decision at the office.',
  'grants.askConsent': 'Ask for consent',
  'grants.refuse.needsConsent': 'This needs consent, and it is not given.',
  'grants.refuse.needsTalk': 'Talk with the resident first, and write when.',
  'grants.refuse.needsReason': 'Write briefly why it was refused.',
  'grants.refuse.notNext': 'Somebody else has changed this. Look again.',
  'grants.refuse.pick': 'Choose how far you have come.',
  'grants.saved': ({ what, status }) => `${what}: ${status}`,
  'grants.source': ({ section, date }) => `Source: ${section}. Last checked ${date}.`,
  'grants.unchecked': ({ section, date }) => `Source: ${section}. Not checked since ${date}.`,
}
