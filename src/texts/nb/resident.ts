// Words of the list of residents and of one resident.

const COUNTS = ['ingen', 'ett', 'to', 'tre', 'fire', 'fem', 'seks', 'sju', 'åtte', 'ni', 'ti']
const count = (n: number): string => COUNTS[n] ?? String(n)
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1)

export const resident = {
  'residents.title': 'Beboere',
  'residents.search': 'Søk på navn eller adresse',
  'residents.none': 'Her kommer beboerne du følger opp, når kontoret har gitt deg noen.',
  'residents.noneFound': ({ words }: { words: string }) => `Fant ingen som heter eller bor «${words}».`,
  'residents.visit': ({ day, time }: { day: string; time: string }) => `besøk ${day} kl.\u00a0${time}`,
  'residents.today': 'i\u00a0dag',
  'resident.works': 'Dette virker',
  'resident.worksNot': ({ what }: { what: string }) => `Virker ikke: ${what}`,
  'resident.askWorks': 'Spør hva som virker.',
  'resident.writeWorks': 'Skriv et notat',
  'resident.noKey': 'Ingen nøkkelavtale.',
  'resident.contactStop': ({ what, since }: { what: string; since: string | undefined }) =>
    `${what}${since === undefined ? '' : `, sagt ${since}`}. Lederen kan løfte det.`,
  'resident.nextDeadline': 'Neste frist',
  'resident.agreed': 'Avtalt sist',
  'resident.by': ({ date }: { date: string }) => `innen ${date}`,
  'resident.ticked': 'Avtalen er gjort.',
  'resident.opened': 'Avtalen er åpnet igjen.',
  'resident.notTicked': 'Ikke lagret. Prøv igjen.',
  'resident.plan': 'Samarbeidsplanen',
  'resident.planOpen': 'Åpne planen',
  'resident.quote': ({ words }: { words: string }) => `«${words}»`,
  'resident.goals': ({ main, sub }: { main: number; sub: number }) =>
    sub === 0 ? `${capital(count(main))} mål` : `${capital(count(main))} mål, ${count(sub)} delmål`,
  'resident.until': ({ date }: { date: string }) => `til ${date}`,
  'resident.callGroup': 'Ring noen i gruppa',
  'resident.wholeGroup': 'Hele gruppa',
  'resident.smsNamed': ({ name }: { name: string }) => `Send SMS til ${name}`,
  'resident.happened': 'Det som har skjedd',
  'resident.earlier': 'Vis det som var før',
  'resident.concern': ({ what }: { what: string }) => (/^bekymring/i.test(what) ? capital(what) : `Bekymring: ${what}`),
  'resident.unknownConcern': 'Se på kontoret',
  'resident.complaint': ({ about }: { about: string }) => (about === '' ? 'Naboklage' : `Naboklage: ${about}`),
  'resident.planStarted': 'Samarbeidsplanen begynte',
  'resident.planReviewed': 'Planen ble evaluert',
  'resident.twoVersions': 'To versjoner',
  'resident.twoVersionsHelp': 'Dere skrev ulikt. Hva stemmer?',
  'resident.notHeld': 'ikke gjennomført',
  'resident.start': 'Start besøk',
  'resident.continue': 'Fortsett besøket',
  'resident.note': 'Raskt notat',
}
