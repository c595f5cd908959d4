// The few words of the lock screen, in all three languages at once, so that it loads nothing else. Neutral: nothing here
// says what the app is for.

import type { Language } from './catalogue.ts'

const nb = {
  locked: 'Låst.',
  waiting: ({ n }: { n: number }) => `${n} venter på nett.`,
  sendsLocked: 'De sendes selv om det er låst.',
  sendsOpen: 'Åpne for å sende.',
  unlock: 'Lås opp',
  unlocking: 'Låser opp …',
  words: 'Seks ord',
  fillDemo: 'Fyll inn demo-ordene',
  wrongWords: 'Ordene stemmer ikke. Se etter skrivefeil, og prøv igjen.',
  damaged: 'Nøkkelen på telefonen kan ikke leses. Logg inn på nytt. Det du har lagret, blir sendt.',
  signInAgain: 'Logg inn på nytt',
  demoOffice: 'Demo',
  somethingWrong: 'Noe gikk galt her. Ingenting er borte.',
  reload: 'Åpne på nytt',
}
type Lock = { readonly [K in keyof typeof nb]: (typeof nb)[K] extends (args: infer A) => string ? (args: A) => string : string }

const nn: Lock = {
  locked: 'Låst.',
  waiting: ({ n }) => `${n} ventar på nett.`,
  sendsLocked: 'Dei blir sende sjølv om det er låst.',
  sendsOpen: 'Opne for å sende.',
  unlock: 'Lås opp',
  unlocking: 'Låser opp …',
  words: 'Seks ord',
  fillDemo: 'Fyll inn demo-orda',
  wrongWords: 'Orda stemmer ikkje. Sjå etter skrivefeil, og prøv igjen.',
  damaged: 'Nøkkelen på telefonen kan ikkje lesast. Logg inn på nytt. Det du har lagra, blir sendt.',
  signInAgain: 'Logg inn på nytt',
  demoOffice: 'Demo',
  somethingWrong: 'Noko gjekk gale her. Ingenting er borte.',
  reload: 'Opne på nytt',
}

const en: Lock = {
  locked: 'Locked.',
  waiting: ({ n }) => `${n} waiting for a network.`,
  sendsLocked: 'They are sent even while it is locked.',
  sendsOpen: 'Open to send.',
  unlock: 'Unlock',
  unlocking: 'Unlocking …',
  words: 'Six words',
  fillDemo: 'Fill in the demo words',
  wrongWords: 'The words are not right. Look for typing errors and try again.',
  damaged: 'The key on the phone cannot be read. Sign in again. What you have saved will be sent.',
  signInAgain: 'Sign in again',
  demoOffice: 'Demo',
  somethingWrong: 'Something went wrong here. Nothing is lost.',
  reload: 'Open again',
}

export const lock: Readonly<Record<Language, Lock>> = { nb, nn, en }
