// G5, the lease and the rent (DOMAIN.md 4.5, items 5.9 to 5.13, 5.15 and 5.16): what is written in the records has its own
// question; the rest is gone through aloud.

import type { Block, Step } from '#domain/guide.ts'
import { MONEY } from './g1-money.ts'
import { LEASE_TOLD } from './g5-checks.ts'
import { NO, option, say, stepIn, UNSURE, YES } from './words.ts'

const asIn = (id: string, source: string): Step => ({ ...stepIn(MONEY, id), source })

export const LEASE: Block = {
  id: 'lease',
  title: say('Avtalen', 'Avtalen', 'The agreement'),
  steps: [
    LEASE_TOLD,
    {
      id: 'lease.written',
      type: 'yesnounsure',
      text: say('Finnes det en skriftlig kontrakt?', 'Finst det ein skriftleg kontrakt?', 'Is there a written contract?'),
      source: 'DOMAIN 4.5 G5 5.10; N 2.2',
      options: [YES, NO, UNSURE],
      writes: [
        { kind: 'set', type: 'tenancy', field: 'writtenLease', value: 'yes', when: ['yes'] },
        { kind: 'set', type: 'tenancy', field: 'writtenLease', value: 'no', when: ['no'] },
        { kind: 'set', type: 'tenancy', field: 'writtenLease', value: 'unknown', when: ['unsure'] },
        {
          kind: 'task',
          to: 'coordinator',
          due: 'week',
          when: ['no', 'unsure'],
          title: say('Skaff skriftlig leiekontrakt.', 'Skaff skriftleg leigekontrakt.', 'Get a written lease.'),
        },
      ],
    },
    {
      id: 'lease.ground',
      type: 'single',
      text: say(
        'Er opplysningen om § 11-1 eller § 11-2 gitt skriftlig?',
        'Er opplysninga om § 11-1 eller § 11-2 gitt skriftleg?',
        'Has the information about section 11-1 or 11-2 been given in writing?',
      ),
      help: say(
        'Gjelder boliger for vanskeligstilte og gjennomgangsboliger.',
        'Gjeld bustader for vanskelegstilte og gjennomgangsbustader.',
        'For homes for people in need and transitional homes.',
      ),
      source: 'DOMAIN 4.5 G5 5.11; N 2.3.2',
      isWorkerOnly: true,
      options: [
        option('given', say('Ja, gitt nå', 'Ja, gitt no', 'Yes, given now')),
        option('later', say('Gjør senere', 'Gjer seinare', 'Do later')),
        option('not_relevant', say('Ikke aktuelt', 'Ikkje aktuelt', 'Not relevant')),
      ],
      writes: [
        { kind: 'set', type: 'tenancy', field: 'earmarkInfoGivenOn', isDay: true, when: ['given'] },
        {
          kind: 'task',
          to: 'coordinator',
          due: 'week',
          when: ['later'],
          title: say(
            'Gi opplysningen om § 11-1 eller § 11-2 skriftlig.',
            'Gi opplysninga om § 11-1 eller § 11-2 skriftleg.',
            'Give the information about section 11-1 or 11-2 in writing.',
          ),
        },
      ],
    },
  ],
}

export const RENT: Block = {
  id: 'rent',
  title: say('Husleien', 'Husleiga', 'The rent'),
  steps: [
    asIn('money.dueDay', 'DOMAIN 4.5 G5 5.12; N 5.5'),
    asIn('money.payment', 'DOMAIN 4.5 G5 5.12; N 5.5'),
    asIn('money.avtalegiro', 'DOMAIN 4.5 G5 5.12; N 5.5'),
    asIn('money.bostotte', 'DOMAIN 4.5 G5 5.13; N 3.2'),
    asIn('money.apply', 'DOMAIN 4.5 G5 5.13; N 3.2'),
    {
      id: 'rent.callFirst',
      type: 'info',
      text: say(
        '«Hvis du en måned ikke får betalt: ring {contactName} før forfall.»',
        '«Om du ein månad ikkje får betalt: ring {contactName} før forfall.»',
        '“If you cannot pay one month: ring {contactName} before it is due.”',
      ),
      source: 'DOMAIN 4.5 G5 5.15; N 5.5',
      options: [option('said', say('Jeg har sagt det', 'Eg har sagt det', 'I have said it'))],
      writes: [],
    },
    {
      id: 'rent.notify',
      type: 'single',
      text: say(
        'Er det greit at utleier sier fra til oss hvis husleien ikke blir betalt?',
        'Er det greitt at utleigaren seier frå til oss om husleiga ikkje blir betalt?',
        'Is it all right that the landlord tells us if the rent is not paid?',
      ),
      help: say(
        'Da kan vi hjelpe tidlig. Du kan si nei.',
        'Då kan vi hjelpe tidleg. Du kan seie nei.',
        'Then we can help early. You may say no.',
      ),
      source: 'DOMAIN 4.5 G5 5.16; N 6.1',
      options: [YES, option('later', say('Vil tenke', 'Vil tenkje', 'Will think')), NO],
      writes: [
        { kind: 'set', type: 'tenancy', field: 'informedOfNotifyRoutines', isDay: true },
        { kind: 'consent', consent: 'arrears_notification', answer: 'given', when: ['yes'] },
        { kind: 'consent', consent: 'arrears_notification', answer: 'refused', when: ['no'] },
      ],
    },
  ],
}
