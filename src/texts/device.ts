// Words about the phone's own storage, in all three languages at once: rare, so each is fetched when it is needed, also
// before unlock.

import { type Language, plural } from './catalogue.ts'

const nb = {
  blocked: 'Bofast er åpen i en annen fane. Lukk den for å fortsette.',
  nearlyFull: 'Lite plass igjen på telefonen. Det du skrev, er lagret. Slett bilder eller annet du ikke trenger.',
  close: 'Lukk',
  wiped: 'Denne telefonen er tømt av nettleseren. Logg inn på nytt, så henter vi det som er på kontoret.',
  wipedSeen: ({ date, time }: { date: string; time: string }) => `Kontoret fikk sist noe ${date} kl.\u00a0${time}.`,
  wipedLeft: ({ n }: { n: number }) => `${n} ting var ikke sendt da, og kan være borte.`,
  wipedNothingLeft: 'Alt var sendt da.',
  startOver: 'Den som brukte telefonen før, må logge inn på nytt etterpå. Det som er lagret, blir sendt likevel.',
  keyGone: 'Nøkkelen på denne telefonen er borte. Logg inn på nytt. Det du har lagret her, blir sendt.',
}
type Device = { readonly [K in keyof typeof nb]: (typeof nb)[K] extends (args: infer A) => string ? (args: A) => string : string }

const nn: Device = {
  blocked: 'Bofast er open i ei anna fane. Lukk ho for å halde fram.',
  nearlyFull: 'Lite plass att på telefonen. Det du skreiv, er lagra. Slett bilete eller anna du ikkje treng.',
  close: 'Lukk',
  wiped: 'Denne telefonen er tømd av nettlesaren. Logg inn på nytt, så hentar vi det som er på kontoret.',
  wipedSeen: ({ date, time }) => `Kontoret fekk sist noko ${date} kl.\u00a0${time}.`,
  wipedLeft: ({ n }) => `${n} ting var ikkje sende då, og kan vere borte.`,
  wipedNothingLeft: 'Alt var sendt då.',
  startOver: 'Den som brukte telefonen før, må logge inn på nytt etterpå. Det som er lagra, blir sendt likevel.',
  keyGone: 'Nøkkelen på denne telefonen er borte. Logg inn på nytt. Det du har lagra her, blir sendt.',
}

const en: Device = {
  blocked: 'Bofast is open in another tab. Close it to go on.',
  nearlyFull: 'Little room is left on the phone. What you wrote is saved. Delete pictures or other things you do not need.',
  close: 'Close',
  wiped: 'The browser has emptied this phone. Sign in again, and we fetch what is at the office.',
  wipedSeen: ({ date, time }) => `The office last got something on ${date} at ${time}.`,
  wipedLeft: ({ n }) => `${n} ${plural('en', n, 'thing was', 'things were')} not sent then and may be gone.`,
  wipedNothingLeft: 'Everything was sent then.',
  startOver: 'Whoever used the phone before must sign in again afterwards. What is saved is sent all the same.',
  keyGone: 'The key on this phone is gone. Sign in again. What you have saved here will be sent.',
}

export const device: Readonly<Record<Language, Device>> = { nb, nn, en }
