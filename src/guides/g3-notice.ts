// G3, first half (DOMAIN.md 4.5, rows 3.1 to 3.8): the notice that came, what has happened as she sees it, and whether she
// wants to keep the home.

import type { Block } from '#domain/guide.ts'
import { CAUSE_OPTIONS } from './scales.ts'
import { NO, option, say, UNSURE, YES } from './words.ts'

export const NOTICE: Block = {
  id: 'notice',
  title: say('Beskjeden', 'Beskjeden', 'The notice'),
  steps: [
    {
      id: 'notice.read',
      type: 'single',
      text: say(
        'Har du fått brev om dette? Har du fått lest det?',
        'Har du fått brev om dette? Har du fått lese det?',
        'Have you had a letter about this? Have you been able to read it?',
      ),
      source: 'DOMAIN 4.5 G3 3.1; N 6.3',
      options: [
        option('read', say('Ja, lest', 'Ja, eg har lese det', 'Yes, read')),
        option('unread', say('Fått, ikke lest', 'Fått det, men ikkje lese det', 'Got it, not read')),
        option('not_got', say('Ikke fått', 'Ikkje fått', 'Not got it')),
      ],
      hasNote: true,
      writes: [{ kind: 'arrears', part: 'read', says: { read: 'yes', unread: 'no', not_got: 'no' } }],
      raises: [{ fact: 'evictionIsNear', when: ['read', 'unread', 'not_got'], concern: 'C-EVICT' }],
      hint: 'H12',
    },
    {
      id: 'notice.together',
      type: 'single',
      text: say('Skal vi lese det sammen?', 'Skal vi lese det saman?', 'Shall we read it together?'),
      source: 'DOMAIN 4.5 G3 3.1; N 6.3',
      showIf: [{ kind: 'answered', step: 'notice.read', is: ['unread'] }],
      options: [
        option('now', say('Ja, vi leste det nå', 'Ja, vi las det no', 'Yes, we read it now')),
        option('later', say('En annen gang', 'Ein annan gong', 'Another time')),
        option('self', say('Nei, jeg leser det selv', 'Nei, eg les det sjølv', 'No, I will read it myself')),
      ],
      writes: [
        {
          kind: 'task',
          to: 'me',
          when: ['later'],
          due: 'week',
          title: say('Les brevet sammen med beboeren.', 'Les brevet saman med bebuaren.', 'Read the letter with the resident.'),
        },
      ],
    },
    {
      id: 'notice.said',
      type: 'info',
      text: say(
        '«Vi har fått beskjed om {notice} fra {noticeFrom} {noticeDate}. Vi kan gi råd, veiledning og annen hjelp. Du bestemmer.»',
        '«Vi har fått beskjed om {notice} frå {noticeFrom} {noticeDate}. Vi kan gi råd, rettleiing og anna hjelp. Du bestemmer.»',
        '“We have been told of {notice} by {noticeFrom} on {noticeDate}. We can give advice, guidance and other help. You decide.”',
      ),
      source: 'DOMAIN 4.5 G3 3.2; O-2',
      showIf: [{ kind: 'fact', fact: 'hasNotice' }],
      options: [option('said', say('Jeg har sagt det', 'Eg har sagt det', 'I have said it'))],
      writes: [{ kind: 'set', type: 'visit', field: 'voluntaryInfoGiven', value: true, when: ['said'] }],
      hint: 'H10',
    },
  ],
}

export const HAPPENED: Block = {
  id: 'happened',
  title: say('Det som har skjedd', 'Det som har skjedd', 'What has happened'),
  steps: [
    {
      id: 'happened.what',
      type: 'text',
      text: say('Hva har skjedd, slik du ser det?', 'Kva har skjedd, slik du ser det?', 'What has happened, as you see it?'),
      help: say('Med beboerens egne ord.', 'Med bebuaren sine eigne ord.', 'In the resident’s own words.'),
      source: 'DOMAIN 4.5 G3 3.3; N 6.2',
      writes: [{ kind: 'observe', area: 'economy', basis: 'told_by_resident' }],
      hint: 'H11',
    },
    {
      id: 'owes.amount',
      type: 'money',
      text: say('Hva skylder du, så vidt du vet?', 'Kva skuldar du, så vidt du veit?', 'What do you owe, as far as you know?'),
      source: 'DOMAIN 4.5 G3 3.4; N 6.7',
      hasNote: true,
      writes: [{ kind: 'arrears', part: 'amount' }],
    },
    {
      id: 'owes.agrees',
      type: 'yesnounsure',
      text: say('Stemmer det med {amount}?', 'Stemmer det med {amount}?', 'Does that match {amount}?'),
      source: 'DOMAIN 4.5 G3 3.4; N 6.7',
      showIf: [{ kind: 'fact', fact: 'hasAmountDue' }],
      options: [YES, NO, UNSURE],
      hasNote: true,
      writes: [{ kind: 'arrears', part: 'agrees', says: { yes: 'yes', no: 'no', unsure: 'unknown' } }],
    },
    {
      id: 'owes.objection',
      type: 'info',
      text: say(
        '«Er du uenig, kan du si fra. Trygg frist er {safeDate}. Siste frist er {legalDate}.»',
        '«Er du ueinig, kan du seie frå. Trygg frist er {safeDate}. Siste frist er {legalDate}.»',
        '“If you disagree, you can say so. The safe deadline is {safeDate}. The last deadline is {legalDate}.”',
      ),
      source: 'DOMAIN 4.5 G3 3.4; N 6.7; DOMAIN 3.3 D4',
      showIf: [
        { kind: 'answered', step: 'owes.agrees', is: ['no', 'unsure'] },
        { kind: 'fact', fact: 'hasObjectionDate' },
      ],
      writes: [],
    },
    {
      id: 'owes.sayIt',
      type: 'taskOffer',
      text: say(
        'Vil du ha hjelp til å si fra at beløpet er feil?',
        'Vil du ha hjelp til å seie frå at beløpet er feil?',
        'Would you like help to say that the amount is wrong?',
      ),
      source: 'DOMAIN 4.5 G3 3.4; N 6.7',
      showIf: [{ kind: 'answered', step: 'owes.agrees', is: ['no'] }],
      options: [YES, NO],
      writes: [
        {
          kind: 'offeredTask',
          when: ['yes'],
          title: say(
            'Si fra skriftlig at beløpet er feil.',
            'Sei frå skriftleg at beløpet er feil.',
            'Say in writing that the amount is wrong.',
          ),
        },
      ],
    },
    {
      id: 'sublet.paid',
      type: 'single',
      text: say(
        'Har du selv betalt til den du leier av?',
        'Har du sjølv betalt til den du leiger av?',
        'Have you paid the one you rent from?',
      ),
      source: 'DOMAIN 4.5 G3 3.5; N 2.2',
      showIf: [{ kind: 'fact', fact: 'isSublet' }],
      options: [YES, NO, UNSURE],
      hasNote: true,
      writes: [{ kind: 'causes', cause: 'landlord_default', when: ['yes'] }],
      hint: 'H16',
    },
    {
      id: 'happened.causes',
      type: 'multi',
      text: say('Hva tror du er grunnen?', 'Kva trur du er grunnen?', 'What do you think is the reason?'),
      help: say('Flere svar er lov.', 'Fleire svar er lov.', 'More than one answer is fine.'),
      source: 'DOMAIN 4.5 G3 3.6; N 1.2',
      options: CAUSE_OPTIONS,
      hasNote: true,
      writes: [{ kind: 'causes' }],
      hint: 'H11',
    },
    {
      id: 'happened.before',
      type: 'single',
      text: say(
        'Er dette første gang, eller har det skjedd før?',
        'Er dette første gong, eller har det skjedd før?',
        'Is this the first time, or has it happened before?',
      ),
      source: 'DOMAIN 4.5 G3 3.7; N 3.7',
      options: [
        option('first', say('Første gang', 'Første gong', 'The first time')),
        option(
          'before',
          say('Det har skjedd før', 'Det har skjedd før', 'It has happened before'),
          say(
            'Snakk om husleia kan betales direkte til utleier.',
            'Snakk om husleiga kan betalast direkte til utleigaren.',
            'Talk about paying the rent straight to the landlord.',
          ),
        ),
        UNSURE,
      ],
      writes: [{ kind: 'observe', area: 'economy', basis: 'told_by_resident' }],
      hasNote: true,
      hint: 'H15',
    },
    {
      id: 'keep.home',
      type: 'single',
      text: say('Vil du beholde boligen?', 'Vil du behalde bustaden?', 'Do you want to keep the home?'),
      help: say('Alle svar er greie.', 'Alle svar er greie.', 'Every answer is fine.'),
      source: 'DOMAIN 4.5 G3 3.8; N 4.6',
      options: [YES, option('unsure', say('Usikker', 'Usikker', 'Not sure')), NO],
      hasNote: true,
      writes: [
        {
          kind: 'goalWish',
          when: ['yes'],
          text: say('Jeg vil beholde boligen min.', 'Eg vil behalde bustaden min.', 'I want to keep my home.'),
        },
        {
          kind: 'goalWish',
          when: ['no'],
          text: say('Jeg vil finne et annet sted å bo.', 'Eg vil finne ein annan stad å bu.', 'I want to find another place to live.'),
        },
      ],
      hint: 'H02',
    },
    {
      id: 'keep.where',
      type: 'text',
      text: say('Hva slags sted ønsker du deg?', 'Kva slags stad ønskjer du deg?', 'What kind of place would you like?'),
      help: say('Det haster ikke å bestemme.', 'Det hastar ikkje å bestemme.', 'There is no rush to decide.'),
      source: 'DOMAIN 4.5 G3 3.8; N 4.6',
      showIf: [{ kind: 'answered', step: 'keep.home', is: ['no', 'unsure'] }],
      writes: [{ kind: 'observe', area: 'own_wish', basis: 'told_by_resident' }],
    },
  ],
}
