// Words of the collaboration plan and the responsibility group.

import type { Frequency } from '#domain/frequency.ts'

const COUNTS = ['', 'én gang', 'to ganger', 'tre ganger', 'fire ganger', 'fem ganger']
const UNIT: Readonly<Record<Frequency['unit'], readonly [one: string, within: string]>> = {
  day: ['dag', 'om dagen'],
  week: ['uke', 'i uka'],
  month: ['måned', 'i måneden'],
}

export const plan = {
  'plan.title': 'Samarbeids\u00adplan',
  'plan.sub': ({ name, date }: { name: string; date: string | undefined }) => (date === undefined ? name : `${name} · til ${date}`),
  'plan.none': 'Her kommer planen når dere har laget en sammen.',
  'plan.wish': 'Hva er viktig for deg',
  'plan.wishOpen': 'Spør hva som er viktig.',
  'plan.background': 'Bakgrunn',
  'plan.iDo': 'Det jeg gjør',
  'plan.weDo': 'Det kommunen gjør',
  'plan.goals': 'Målene',
  'plan.stairs': 'Fylt: nå. Stiplet: ønsket.',
  'plan.mainGoal': 'Hovedmål',
  'plan.level': ({ now, wanted }: { now: number | undefined; wanted: number | undefined }) =>
    [now === undefined ? 'Ikke vurdert' : `Nå ${now} av 4`, wanted === undefined ? '' : `Ønsket ${wanted}`].filter(Boolean).join('. '),
  'plan.notScored': 'Ikke snakket om ennå',
  'plan.told': ({ level, who, date }: { level: string; who: string; date: string }) => `${level} · ${who} ${date}`,
  'plan.measures': 'Hvem gjør hva',
  'plan.until': 'Til',
  'plan.report': 'Varsling',
  'plan.reportTo': ({ on, to }: { on: string; to: string }) => (on === '' ? to : `${on}: ${to}`),
  'plan.consentNeeded': 'Krever samtykke, som kan trekkes.',
  'plan.services': 'Kommunen',
  'plan.responsible': 'Ansvarlig',
  'plan.status': 'Status',
  'plan.every': ({
    unit,
    every,
    times,
    days,
    time,
  }: {
    unit: Frequency['unit']
    every: number
    times: number
    days: string
    time: string
  }) => {
    const [one, within] = UNIT[unit]
    const often = every === 1 ? `hver ${one}` : every === 2 ? `annenhver ${one}` : `hver ${every}.\u00a0${one}`
    const which =
      days === ''
        ? times > 1 && every === 1
          ? `${COUNTS[times] ?? `${times} ganger`} ${within}`
          : often
        : every === 1
          ? days
          : `${days}, ${often}`
    return time === '' ? which : `${which} kl.\u00a0${time}`
  },
  'plan.noBasis': 'Vilkår uten hjemmel.',
  'plan.noBasisHelp': ({ text }: { text: string }) => `Det står: «${text}». Avklar med leder.`,
  'plan.condition': 'Vilkår',
  'plan.onward': 'Veien videre',
  'plan.review': ({ date }: { date: string }) => `Evalueres ${date}`,
  'plan.ends': ({ date }: { date: string }) => `Varer til ${date}`,
  'plan.meet': ({ often }: { often: string }) => `Vi møtes: ${often}`,
  'plan.version': ({ n, how }: { n: number; how: string }) => (how === '' ? `Versjon ${n}` : `Versjon ${n}, ${how}`),
  'plan.consents': 'Samtykker',
  'plan.consentsHelp': 'Kan trekkes når som helst',
  'plan.readTogether': 'Les sammen',
  'plan.readDone': 'Ferdig med å lese',
  'plan.print': 'Skriv ut',
  'group.title': 'Ansvars\u00adgruppa',
  'group.sub': ({ name, purpose }: { name: string; purpose: string | undefined }) =>
    purpose === undefined ? name : `${name} · ${purpose}`,
  'group.none': 'Her kommer de som hjelper, når gruppa er laget.',
  'group.nextMeeting': 'Neste møte',
  'group.meetingAt': ({ date, time }: { date: string; time: string }) => `${date} kl.\u00a0${time}`,
  'group.members': 'Med i gruppa',
  'group.mayKnow': ({ what }: { what: string }) => `Kan vite: ${what}`,
  'group.mayKnowNothing.unanswered': ({ name }: { name: string }) => `Får ikke vite noe. ${name} har ikke svart.`,
  'group.mayKnowNothing.refused': ({ name }: { name: string }) => `Får ikke vite noe. ${name} har sagt nei.`,
  'group.mayKnowNothing.withdrawn': ({ name }: { name: string }) => `Får ikke vite noe. ${name} har trukket samtykket.`,
  'group.mayKnowNothing.given': (_: { name: string }) => 'Får ikke vite noe. Samtykket har gått ut.',
  'group.minutes': ({ name }: { name: string }) => `Referater går bare til dem ${name} har sagt ja til.`,
  'group.sms': ({ name }: { name: string }) => `Hei, det er ${name}. Ring meg gjerne.`,
}
