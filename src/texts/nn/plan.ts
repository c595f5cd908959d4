import type { Frequency } from '#domain/frequency.ts'
import type { SameAs } from '../catalogue.ts'
import type { plan as nb } from '../nb/plan.ts'

const COUNTS = ['', 'éin gong', 'to gonger', 'tre gonger', 'fire gonger', 'fem gonger']
const UNIT: Readonly<Record<Frequency['unit'], readonly [every: string, other: string, within: string]>> = {
  day: ['kvar dag', 'annankvar dag', 'om dagen'],
  week: ['kvar veke', 'annakvar veke', 'i veka'],
  month: ['kvar månad', 'annankvar månad', 'i månaden'],
}
const NTH: Readonly<Record<Frequency['unit'], string>> = { day: 'dag', week: 'veke', month: 'månad' }

export const plan: SameAs<typeof nb> = {
  'plan.title': 'Samarbeids\u00adplan',
  'plan.sub': ({ name, date }) => (date === undefined ? name : `${name} · til ${date}`),
  'plan.none': 'Her kjem planen når de har laga ein saman.',
  'plan.wish': 'Kva er viktig for deg',
  'plan.wishOpen': 'Spør kva som er viktig.',
  'plan.background': 'Bakgrunn',
  'plan.iDo': 'Det eg gjer',
  'plan.weDo': 'Det kommunen gjer',
  'plan.goals': 'Måla',
  'plan.stairs': 'Fylt: no. Stipla: ønskt.',
  'plan.mainGoal': 'Hovudmål',
  'plan.level': ({ now, wanted }) =>
    [now === undefined ? 'Ikkje vurdert' : `No ${now} av 4`, wanted === undefined ? '' : `Ønskt ${wanted}`].filter(Boolean).join('. '),
  'plan.notScored': 'Ikkje snakka om enno',
  'plan.told': ({ level, who, date }) => `${level} · ${who} ${date}`,
  'plan.measures': 'Kven gjer kva',
  'plan.until': 'Til',
  'plan.report': 'Varsling',
  'plan.reportTo': ({ on, to }) => (on === '' ? to : `${on}: ${to}`),
  'plan.consentNeeded': 'Krev samtykke, som kan trekkjast.',
  'plan.services': 'Kommunen',
  'plan.responsible': 'Ansvarleg',
  'plan.status': 'Status',
  'plan.every': ({ unit, every, times, days, time }) => {
    const [one, other, within] = UNIT[unit]
    const often = every === 1 ? one : every === 2 ? other : `kvar ${every}.\u00a0${NTH[unit]}`
    const which =
      days === ''
        ? times > 1 && every === 1
          ? `${COUNTS[times] ?? `${times} gonger`} ${within}`
          : often
        : every === 1
          ? days
          : `${days}, ${often}`
    return time === '' ? which : `${which} kl.\u00a0${time}`
  },
  'plan.noBasis': 'Vilkår utan heimel.',
  'plan.noBasisHelp': ({ text }) => `Det står: «${text}». Avklar med leiar.`,
  'plan.condition': 'Vilkår',
  'plan.onward': 'Vegen vidare',
  'plan.review': ({ date }) => `Blir evaluert ${date}`,
  'plan.ends': ({ date }) => `Varer til ${date}`,
  'plan.meet': ({ often }) => `Vi møtest: ${often}`,
  'plan.version': ({ n, how }) => (how === '' ? `Versjon ${n}` : `Versjon ${n}, ${how}`),
  'plan.consents': 'Samtykke',
  'plan.consentsHelp': 'Kan trekkjast når som helst',
  'plan.readTogether': 'Les saman',
  'plan.readDone': 'Ferdig med å lese',
  'plan.print': 'Skriv ut',
  'group.title': 'Ansvars\u00adgruppa',
  'group.sub': ({ name, purpose }) => (purpose === undefined ? name : `${name} · ${purpose}`),
  'group.none': 'Her kjem dei som hjelper, når gruppa er laga.',
  'group.nextMeeting': 'Neste møte',
  'group.meetingAt': ({ date, time }) => `${date} kl.\u00a0${time}`,
  'group.members': 'Med i gruppa',
  'group.mayKnow': ({ what }) => `Kan vite: ${what}`,
  'group.mayKnowNothing.unanswered': ({ name }) => `Får ikkje vite noko. ${name} har ikkje svara.`,
  'group.mayKnowNothing.refused': ({ name }) => `Får ikkje vite noko. ${name} har sagt nei.`,
  'group.mayKnowNothing.withdrawn': ({ name }) => `Får ikkje vite noko. ${name} har trekt samtykket.`,
  'group.mayKnowNothing.given': () => 'Får ikkje vite noko. Samtykket har gått ut.',
  'group.minutes': ({ name }) => `Referat går berre til dei ${name} har sagt ja til.`,
  'group.sms': ({ name }) => `Hei, det er ${name}. Ring meg gjerne.`,
}
