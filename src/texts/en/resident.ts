import { plural, type SameAs } from '../catalogue.ts'
import type { resident as nb } from '../nb/resident.ts'

const COUNTS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const count = (n: number): string => COUNTS[n] ?? String(n)
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

export const resident: SameAs<typeof nb> = {
  'residents.title': 'Residents',
  'residents.search': 'Search for a name or an address',
  'residents.none': 'The residents you follow up stand here when the office has given you some.',
  'residents.noneFound': ({ words }) => `Found nobody who is called or lives at “${words}”.`,
  'residents.visit': ({ day, time }) => `visit ${day} at\u00a0${time}`,
  'residents.today': 'today',
  'resident.works': 'This works',
  'resident.worksNot': ({ what }) => `Does not work: ${what}`,
  'resident.askWorks': 'Ask what works.',
  'resident.writeWorks': 'Write a note',
  'resident.noKey': 'No key agreement.',
  'resident.contactStop': ({ what, since }) => `${what}${since === undefined ? '' : `, said ${since}`}. The leader can lift it.`,
  'resident.nextDeadline': 'Next deadline',
  'resident.agreed': 'Agreed last time',
  'resident.todo': 'To be done',
  'resident.todoDone': 'The task is done.',
  'resident.todoOpened': 'The task is open again.',
  'resident.by': ({ date }) => `by ${date}`,
  'resident.ticked': 'The agreement is done.',
  'resident.opened': 'The agreement is open again.',
  'resident.notTicked': 'Not saved. Try again.',
  'resident.plan': 'The collaboration plan',
  'resident.planOpen': 'Open the plan',
  'resident.quote': ({ words }) => `“${words}”`,
  'resident.goals': ({ main, sub }) =>
    sub === 0
      ? `${capital(count(main))} ${plural('en', main, 'goal', 'goals')}`
      : `${capital(count(main))} ${plural('en', main, 'goal', 'goals')}, ${count(sub)} ${plural('en', sub, 'sub-goal', 'sub-goals')}`,
  'resident.until': ({ date }) => `until ${date}`,
  'resident.callGroup': 'Call somebody in the group',
  'resident.wholeGroup': 'The whole group',
  'resident.smsNamed': ({ name }) => `Send a text message to ${name}`,
  'resident.happened': 'What has happened',
  'resident.earlier': 'Show what was before',
  'resident.concern': ({ what }) => (/^concern/i.test(what) ? capital(what) : `Concern: ${what}`),
  'resident.unknownConcern': 'See at the office',
  'resident.complaint': ({ about }) => (about === '' ? 'Neighbour complaint' : `Neighbour complaint: ${about}`),
  'resident.planStarted': 'The collaboration plan began',
  'resident.planEnded': 'The collaboration plan ended',
  'resident.planReviewed': 'The plan was reviewed',
  'resident.twoVersions': 'Two versions',
  'resident.twoVersionsHelp': 'You wrote differently. Which is right?',
  'resident.notHeld': 'not carried out',
  'resident.start': 'Start the visit',
  'resident.continue': 'Continue the visit',
  'resident.note': 'Quick note',
  'resident.more': ({ name }) => `More about ${name}`,
  'resident.to.about': 'Person and home',
  'resident.to.forms': 'Money and contact',
  'resident.to.progress': 'How it goes',
  'resident.to.consents': 'Consents',
  'resident.to.grants': 'Help there is',
  'resident.to.papers': 'Papers',
  'resident.to.plan': 'Collaboration plan',
  'resident.to.group': 'Responsibility group',
}
