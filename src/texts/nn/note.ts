// Words of the quick note in the doorway.

import type { SameAs } from '../catalogue.ts'
import type { note as nb } from '../nb/note.ts'

export const note: SameAs<typeof nb> = {
  'note.title': 'Raskt notat',
  'note.who': 'Kven gjeld det?',
  'note.others': 'Andre',
  'note.why.running': ({ name }) => `Du er i gang hos ${name}.`,
  'note.why.now': ({ name, time }) => `${name} står på lista no, kl.\u00a0${time}.`,
  'note.why.next': ({ name, time }) => `${name} er neste på lista, kl.\u00a0${time}.`,
  'note.why.last': ({ name, time }) => `${name} stod sist på lista, kl.\u00a0${time}.`,
  'note.why.draft': ({ name }) => `Du er i gang med eit notat om ${name}.`,
  'note.what': 'Kva skjedde?',
  'note.oneTap': 'Eitt trykk lagrar',
  'note.not_home': 'Ikkje heime',
  'note.no_answer': 'Opna ikkje',
  'note.home_at_door': 'Snakka i døra',
  'note.cancelled_by_resident': 'Avtalt ny tid',
  'note.newTime': 'Avtalt ny tid',
  'note.concern': 'Uro',
  'note.another': 'Noko anna',
  'note.when': 'Når då?',
  'note.askedFor': 'Bebuaren bad om det sjølv',
  'note.agree': ({ when }) => `Lagre ${when}`,
  'note.aboutWhat': 'Kva gjeld det?',
  'note.write': 'Vil du skrive noko?',
  'note.writeMore': 'Vil du skrive noko meir?',
  'note.writeHelp': 'Kort. Det du såg og høyrde.',
  'note.save': 'Lagre notatet',
  'note.done': 'Ferdig',
  'note.tapToo': 'Trykk òg på det som skjedde. Då blir begge delar lagra.',
  'note.tapOrWrite': 'Trykk på det som skjedde. Då er det lagra.',
  'note.savedAs': ({ what }) => `Lagra: ${what}.`,
  'note.savedFor': ({ name }) => `Lagra hos ${name}`,
  'note.mustAnswer': 'Må svarast på før notatet er ferdig.',
  'note.answerFirst': 'Svar på kva du gjorde. Då er notatet ferdig.',
}
