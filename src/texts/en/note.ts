// Words of the quick note in the doorway.

import type { SameAs } from '../catalogue.ts'
import type { note as nb } from '../nb/note.ts'

export const note: SameAs<typeof nb> = {
  'note.title': 'Quick note',
  'note.who': 'Who is it about?',
  'note.others': 'Others',
  'note.why.running': ({ name }) => `You have a visit under way with ${name}.`,
  'note.why.now': ({ name, time }) => `${name} is on the list now, at\u00a0${time}.`,
  'note.why.next': ({ name, time }) => `${name} is next on the list, at\u00a0${time}.`,
  'note.why.last': ({ name, time }) => `${name} was last on the list, at\u00a0${time}.`,
  'note.why.draft': ({ name }) => `You have begun a note about ${name}.`,
  'note.what': 'What happened?',
  'note.oneTap': 'One tap saves',
  'note.not_home': 'Not at home',
  'note.no_answer': 'Did not open',
  'note.home_at_door': 'Talked at the door',
  'note.cancelled_by_resident': 'Agreed a new time',
  'note.newTime': 'Agreed a new time',
  'note.concern': 'Concern',
  'note.another': 'Something else',
  'note.when': 'When then?',
  'note.askedFor': 'The resident asked for it',
  'note.agree': ({ when }) => `Save ${when}`,
  'note.aboutWhat': 'What is it about?',
  'note.write': 'Would you like to write anything?',
  'note.writeMore': 'Anything to add?',
  'note.writeHelp': 'Keep it short. What you saw and heard.',
  'note.save': 'Save the note',
  'note.done': 'Done',
  'note.tapToo': 'Also tap what happened. Then both are saved.',
  'note.tapOrWrite': 'Tap what happened. Then it is saved.',
  'note.savedAs': ({ what }) => `Saved: ${what}.`,
  'note.savedFor': ({ name }) => `Saved for ${name}`,
  'note.mustAnswer': 'Must be answered before the note is done.',
  'note.answerFirst': 'Answer what you did. Then the note is done.',
}
