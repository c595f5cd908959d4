import type { Frequency } from '#domain/frequency.ts'
import type { SameAs } from '../catalogue.ts'
import type { plan as nb } from '../nb/plan.ts'

const COUNTS = ['', 'once', 'twice', 'three times', 'four times', 'five times']
const UNIT: Readonly<Record<Frequency['unit'], string>> = { day: 'day', week: 'week', month: 'month' }

export const plan: SameAs<typeof nb> = {
  'plan.title': 'Collabora\u00adtion plan',
  'plan.sub': ({ name, date }) => (date === undefined ? name : `${name} · until ${date}`),
  'plan.none': 'The plan stands here when you have made one together.',
  'plan.wish': 'What matters to you',
  'plan.wishOpen': 'Ask what matters.',
  'plan.background': 'Background',
  'plan.iDo': 'What I do',
  'plan.weDo': 'What the municipality does',
  'plan.goals': 'The goals',
  'plan.stairs': 'Filled: now. Dashed: wanted.',
  'plan.mainGoal': 'Main goal',
  'plan.level': ({ now, wanted }) =>
    [now === undefined ? 'Not scored' : `Now ${now} of 4`, wanted === undefined ? '' : `Wanted ${wanted}`].filter(Boolean).join('. '),
  'plan.notScored': 'Not talked about yet',
  'plan.told': ({ level, who, date }) => `${level} · ${who} ${date}`,
  'plan.measures': 'Who does what',
  'plan.until': 'Until',
  'plan.report': 'Report',
  'plan.reportTo': ({ on, to }) => (on === '' ? to : `${on}: ${to}`),
  'plan.consentNeeded': 'Needs consent, which can be withdrawn.',
  'plan.services': 'The municipality',
  'plan.responsible': 'Responsible',
  'plan.status': 'Status',
  'plan.every': ({ unit, every, times, days, time }) => {
    const one = UNIT[unit]
    const often = every === 1 ? `every ${one}` : every === 2 ? `every second ${one}` : `every ${every}\u00a0${one}s`
    const which =
      days === ''
        ? times > 1 && every === 1
          ? `${COUNTS[times] ?? `${times} times`} a ${one}`
          : often
        : every === 1
          ? days
          : `${days}, ${often}`
    return time === '' ? which : `${which} at\u00a0${time}`
  },
  'plan.noBasis': 'Condition without legal basis.',
  'plan.noBasisHelp': ({ text }) => `It says: “${text}”. Clear it with the leader.`,
  'plan.condition': 'Condition',
  'plan.onward': 'The way on',
  'plan.review': ({ date }) => `Reviewed ${date}`,
  'plan.ends': ({ date }) => `Lasts until ${date}`,
  'plan.meet': ({ often }) => `We meet: ${often}`,
  'plan.version': ({ n, how }) => (how === '' ? `Version ${n}` : `Version ${n}, ${how}`),
  'plan.consents': 'Consents',
  'plan.consentsHelp': 'Can be withdrawn at any time',
  'plan.readTogether': 'Read together',
  'plan.readDone': 'Done reading',
  'plan.print': 'Print',
  'group.title': 'Responsi\u00adbility group',
  'group.sub': ({ name, purpose }) => (purpose === undefined ? name : `${name} · ${purpose}`),
  'group.none': 'Those who help stand here when the group is made.',
  'group.nextMeeting': 'Next meeting',
  'group.meetingAt': ({ date, time }) => `${date} at\u00a0${time}`,
  'group.members': 'In the group',
  'group.mayKnow': ({ what }) => `May know: ${what}`,
  'group.mayKnowNothing.unanswered': ({ name }) => `May know nothing. ${name} has not answered.`,
  'group.mayKnowNothing.refused': ({ name }) => `May know nothing. ${name} has said no.`,
  'group.mayKnowNothing.withdrawn': ({ name }) => `May know nothing. ${name} has withdrawn the consent.`,
  'group.mayKnowNothing.given': () => 'May know nothing. The consent has run out.',
  'group.minutes': ({ name }) => `Minutes go only to those ${name} has said yes to.`,
  'group.sms': ({ name }) => `Hello, this is ${name}. Please call me.`,
}
