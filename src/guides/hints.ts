// The hints of DOMAIN.md 4.6: one sentence of good practice each, with the place in the circulars it comes from. Shown
// beside the question, never in its way. `where` says which screen; a guide's step names a hint by its code.

import type { GuideText, Hint } from '#domain/guide.ts'
import { say } from './words.ts'

const hint = (code: string, where: string, source: string, text: GuideText): Hint => ({ code, where, source, text })

export const HINTS: readonly Hint[] = [
  hint(
    'H01',
    'first_visit',
    'N 4.6',
    say(
      'Tjenestene bygger på frivillighet. Sier beboeren nei, skal vi respektere det.',
      'Tenestene byggjer på at det er frivillig. Seier bebuaren nei, skal vi respektere det.',
      'The services are voluntary. If the resident says no, we respect it.',
    ),
  ),
  hint(
    'H02',
    'refusal',
    'N 4.6',
    say(
      'Ønsket om å beholde boligen er et godt sted å starte.',
      'Ønsket om å behalde bustaden er ein god stad å starte.',
      'The wish to keep the home is a good place to start.',
    ),
  ),
  hint(
    'H03',
    'door',
    'N 4.6',
    say(
      'Du har ikke lov til å låse deg inn uten at det er avtalt.',
      'Du har ikkje lov til å låse deg inn utan at det er avtalt.',
      'You may not let yourself in unless that is agreed.',
    ),
  ),
  hint(
    'H04',
    'cancelled',
    'N 4.6',
    say(
      'Vi må ikke komme tilbake når som helst, men tilby gjerne et nytt tidspunkt.',
      'Vi må ikkje kome att når som helst, men tilby gjerne eit nytt tidspunkt.',
      'We do not have to come back at any time, but do offer a new time.',
    ),
  ),
  hint(
    'H05',
    'plan',
    'N 5.4',
    say(
      'Lag planen enkel og konkret, med mål som er mulige å nå.',
      'Lag planen enkel og konkret, med mål som er moglege å nå.',
      'Keep the plan simple and concrete, with goals that can be reached.',
    ),
  ),
  hint(
    'H06',
    'plan',
    'N 5.4',
    say(
      'Skriv også hva beboeren kan forvente av oss.',
      'Skriv òg kva bebuaren kan vente seg av oss.',
      'Also write what the resident can expect of us.',
    ),
  ),
  hint(
    'H07',
    'plan',
    'N 5.4',
    say(
      'Planen er et tillegg til husleieavtalen, ikke en del av den.',
      'Planen er eit tillegg til husleigeavtalen, ikkje ein del av han.',
      'The plan is an addition to the lease, not a part of it.',
    ),
  ),
  hint(
    'H08',
    'plan_end',
    'N 5.4',
    say(
      'Nådde mål er en grunn til å fornye planen, ikke bare til å avslutte.',
      'Nådde mål er ein grunn til å fornye planen, ikkje berre til å avslutte.',
      'Goals reached are a reason to renew the plan, not only to end it.',
    ),
  ),
  hint(
    'H09',
    'frequency',
    'N 4.3 box',
    say(
      'Alt fra én gang i måneden til annenhver dag er vanlig. Tilpass.',
      'Alt frå éin gong i månaden til annankvar dag er vanleg. Tilpass.',
      'Anything from once a month to every second day is common. Adapt it.',
    ),
  ),
  hint(
    'H10',
    'arrears',
    'N 6',
    say(
      'Ubetalt husleie kan være et tegn på at noen trenger hjelp.',
      'Ubetalt husleige kan vere eit teikn på at nokon treng hjelp.',
      'Unpaid rent can be a sign that somebody needs help.',
    ),
  ),
  hint(
    'H11',
    'arrears',
    'N 6.2',
    say(
      'Snakk med beboeren før tiltak settes i verk. Årsaken avgjør hva som hjelper.',
      'Snakk med bebuaren før tiltak blir sette i verk. Årsaka avgjer kva som hjelper.',
      'Talk with the resident before anything is set in motion. The reason decides what helps.',
    ),
  ),
  hint(
    'H12',
    'arrears',
    'N 6.3',
    say('Er brevet åpnet, lest og forstått?', 'Er brevet opna, lese og forstått?', 'Has the letter been opened, read and understood?'),
  ),
  hint(
    'H13',
    'economy',
    'N 5.5',
    say(
      'Forfall like etter at pengene kommer, forebygger restanser.',
      'Forfall like etter at pengane kjem, førebyggjer restansar.',
      'A due date just after the money comes in prevents arrears.',
    ),
  ),
  hint(
    'H14',
    'economy',
    'N 5.5 box',
    say(
      'Trekk i ytelse krever skriftlig samtykke. Beboeren kan stoppe det.',
      'Trekk i yting krev skriftleg samtykke. Bebuaren kan stoppe det.',
      'A deduction from a benefit needs written consent. The resident can stop it.',
    ),
  ),
  hint(
    'H15',
    'economy',
    'N 3.7',
    say(
      'Direkte betaling til utleier: drøft det først med beboeren.',
      'Direkte betaling til utleigar: drøft det først med bebuaren.',
      'Direct payment to the landlord: discuss it with the resident first.',
    ),
  ),
  hint(
    'H16',
    'sublet',
    'N 2.2',
    say(
      'Ved framleie kan det være utleier som ikke har betalt.',
      'Ved framleige kan det vere utleigaren som ikkje har betalt.',
      'With a sublet, it may be the landlord who has not paid.',
    ),
  ),
  hint(
    'H17',
    'complaint',
    'N 6',
    say(
      'Klager fra naboer kan bety at noen trenger omsorg eller behandling.',
      'Klager frå naboar kan bety at nokon treng omsorg eller behandling.',
      'Complaints from neighbours may mean that somebody needs care or treatment.',
    ),
  ),
  hint(
    'H18',
    'complaint',
    'N 6.3',
    say(
      'Noen ganger er det nok å banke på og høre hvordan det står til.',
      'Nokre gonger er det nok å banke på og høyre korleis det står til.',
      'Sometimes it is enough to knock and ask how things are.',
    ),
  ),
  hint(
    'H19',
    'complaint',
    'N 5.6 box',
    say(
      'Si aldri til naboen hvem som bor der eller om vi hjelper.',
      'Sei aldri til naboen kven som bur der eller om vi hjelper.',
      'Never tell the neighbour who lives there or whether we help.',
    ),
  ),
  hint(
    'H20',
    'letter',
    'O-2',
    say(
      'Brevet er likt for alle. Ikke skriv om sosialsak, helse eller barn.',
      'Brevet er likt for alle. Ikkje skriv om sosialsak, helse eller barn.',
      'The letter is the same for everybody. Do not write about social cases, health or children.',
    ),
  ),
  hint(
    'H21',
    'copy_l1',
    'O-2',
    say('Kopi til namsfogden skal sendes.', 'Kopi til namsfuten skal sendast.', 'A copy must be sent to the enforcement officer.'),
  ),
  hint(
    'H22',
    'copy_l3',
    'O-2',
    say(
      'Kopi til utleier: bruk skjønn. Hva trenger utleier å vite?',
      'Kopi til utleigar: bruk skjønn. Kva treng utleigaren å vite?',
      'Copy to the landlord: use your judgement. What does the landlord need to know?',
    ),
  ),
  hint(
    'H23',
    'not_reached',
    'O-3',
    say(
      'Barn, høy alder eller tegn på behov for hjelp? Da skal saken vurderes særskilt.',
      'Barn, høg alder eller teikn på behov for hjelp? Då skal saka vurderast særskilt.',
      'Children, old age or signs of a need for help? Then the case must be assessed specially.',
    ),
  ),
  hint(
    'H24',
    'children_no_contact',
    'O-3',
    say(
      'Vurder om barnevernet skal ha melding. Skriv hva du vurderte, også hvis svaret er nei.',
      'Vurder om barnevernet skal ha melding. Skriv kva du vurderte, òg om svaret er nei.',
      'Consider whether child welfare services should be told. Write what you considered, also if the answer is no.',
    ),
  ),
  hint(
    'H25',
    'capacity',
    'O-4',
    say(
      'Beskriv det du ser og hører. Ikke sett diagnose.',
      'Skildre det du ser og høyrer. Ikkje set diagnose.',
      'Describe what you see and hear. Do not diagnose.',
    ),
  ),
  hint(
    'H26',
    'executed',
    'O-4',
    say(
      'Gå gjennom hva vi visste og gjorde. Skriv kort: sende videre? egne tiltak?',
      'Gå gjennom kva vi visste og gjorde. Skriv kort: sende vidare? eigne tiltak?',
      'Go through what we knew and did. Write briefly: send it on? measures of our own?',
    ),
  ),
  hint(
    'H27',
    'no_client',
    'O-5',
    say(
      'Ikke opprett klientsak bare fordi det kom et varsel. Bruk henvendelsesregisteret.',
      'Ikkje opprett klientsak berre fordi det kom eit varsel. Bruk registeret over førespurnader.',
      'Do not open a client case just because a notice came. Use the register of inquiries.',
    ),
  ),
  hint(
    'H28',
    'averted',
    'O-6',
    say(
      'Nye restanser forebygges best nå: samtaler, kontroll av husleie, økonomisk råd, booppfølging.',
      'Nye restansar blir best førebygde no: samtalar, kontroll av husleige, økonomisk råd, buoppfølging.',
      'New arrears are best prevented now: talks, checking the rent, money advice, housing follow-up.',
    ),
  ),
  hint(
    'H29',
    'move_in',
    'N 5.5',
    say(
      'Muntlig informasjon virker bedre enn bare skriftlig.',
      'Munnleg informasjon verkar betre enn berre skriftleg.',
      'Spoken information works better than written alone.',
    ),
  ),
  hint(
    'H30',
    'services',
    'N 4.5',
    say('Hjelpen følger personen, ikke boligen.', 'Hjelpa følgjer personen, ikkje bustaden.', 'The help follows the person, not the home.'),
  ),
  hint(
    'H31',
    'group',
    'N App.1',
    say(
      'Beboeren er medlem av sin egen ansvarsgruppe.',
      'Bebuaren er medlem av si eiga ansvarsgruppe.',
      'The resident is a member of their own responsibility group.',
    ),
  ),
  hint(
    'H32',
    'home_help',
    'N App.2',
    say(
      'Fast dag og fast person er ofte det som gjør at det virker.',
      'Fast dag og fast person er ofte det som gjer at det verkar.',
      'A fixed day and a fixed person are often what makes it work.',
    ),
  ),
]

export const hintOf = (code: string): Hint | undefined => HINTS.find((known) => known.code === code)
