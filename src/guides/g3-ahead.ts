// G3, last part (DOMAIN.md 4.5, rows 3.11 to 3.18): the landlord, what would help, and what the worker saw.

import type { Block } from '#domain/guide.ts'
import { NO, option, say, UNSURE, YES } from './words.ts'

export const AHEAD: Block = {
  id: 'ahead',
  title: say('Veien videre', 'Vegen vidare', 'The way on'),
  steps: [
    {
      id: 'ahead.landlord',
      type: 'single',
      text: say(
        'Skal vi snakke med utleier sammen, nå eller i morgen?',
        'Skal vi snakke med utleigaren saman, no eller i morgon?',
        'Shall we talk to the landlord together, now or tomorrow?',
      ),
      source: 'DOMAIN 4.5 G3 3.11; N 4.3 box',
      options: [
        option('now', say('Ja, nå', 'Ja, no', 'Yes, now')),
        option('tomorrow', say('Ja, i morgen', 'Ja, i morgon', 'Yes, tomorrow')),
        option(
          'no',
          say('Nei', 'Nei', 'No'),
          say('Da får utleier ikke vite noe.', 'Då får utleigaren ikkje vite noko.', 'Then the landlord is told nothing.'),
        ),
      ],
      hasNote: true,
      writes: [
        {
          kind: 'consent',
          consent: 'share_with_member',
          answer: 'given',
          when: ['now', 'tomorrow'],
          scope: say('Utleier: husleie og betaling', 'Utleigar: husleige og betaling', 'The landlord: rent and payment'),
        },
        {
          kind: 'task',
          to: 'me',
          due: 'today',
          when: ['now'],
          title: say(
            'Snakk med utleier sammen med beboeren.',
            'Snakk med utleigaren saman med bebuaren.',
            'Talk to the landlord with the resident.',
          ),
        },
        {
          kind: 'task',
          to: 'me',
          due: 'tomorrow',
          when: ['tomorrow'],
          title: say(
            'Snakk med utleier sammen med beboeren.',
            'Snakk med utleigaren saman med bebuaren.',
            'Talk to the landlord with the resident.',
          ),
        },
      ],
    },
    {
      id: 'ahead.help',
      type: 'each',
      text: say(
        'Hva kan hjelpe så det ikke skjer igjen?',
        'Kva kan hjelpe så det ikkje skjer att?',
        'What can help so that it does not happen again?',
      ),
      source: 'DOMAIN 4.5 G3 3.12; O-6; N 5.5; N 3.7; N 6.3',
      items: [
        option('avtalegiro', say('Avtalegiro', 'Avtalegiro', 'Automatic payment')),
        option('due_day', say('Ny forfallsdato', 'Ny forfallsdato', 'A new due day')),
        option('deduction', say('Trekk i ytelsen', 'Trekk i ytinga', 'Deducted from the benefit')),
        option('direct', say('Betales rett til utleier', 'Betalt rett til utleigaren', 'Paid straight to the landlord')),
        option('talks', say('Faste samtaler', 'Faste samtalar', 'Regular talks')),
        option('adviser', say('Økonomisk rådgivning', 'Økonomisk rådgiving', 'Money advice')),
        option('followup', say('Booppfølging', 'Buoppfølging', 'Housing follow-up')),
        option('guardian', say('Verge', 'Verje', 'A guardian')),
        option('exchange', say('Bytte bolig', 'Byte bustad', 'Another home')),
      ],
      options: [YES, option('think', say('Vil tenke', 'Vil tenkje', 'Will think')), NO],
      writes: [
        {
          kind: 'grants',
          codes: {
            avtalegiro: 'avtalegiro',
            due_day: 'fleksibel_forfall',
            deduction: 'trekk_i_ytelse',
            direct: 'direkte_betaling',
            talks: 'regelmessige_samtaler',
            adviser: 'okonomisk_radgivning',
            followup: 'booppfolging',
            guardian: 'verge',
            exchange: 'bolig_bytte',
          },
          statuses: { yes: 'offered', think: 'considered', no: 'declined_by_resident' },
        },
      ],
      hint: 'H15',
    },
    {
      id: 'ahead.deduction',
      type: 'signature',
      text: say('Trekk i ytelsen', 'Trekk i ytinga', 'Deduction from the benefit'),
      signs: say(
        '«Det er frivillig. Du kan si stopp når du vil.»',
        '«Det er frivillig. Du kan seie stopp når du vil.»',
        '“It is voluntary. You can say stop whenever you want.”',
      ),
      source: 'DOMAIN 4.5 G3 3.13; N 5.5 box',
      showIf: [{ kind: 'eachHas', step: 'ahead.help', is: ['yes'], items: ['deduction'] }],
      writes: [
        {
          kind: 'consent',
          consent: 'direct_deduction',
          answer: 'given',
          scope: say('Husleien trekkes i ytelsen', 'Husleiga blir trekt i ytinga', 'The rent is deducted from the benefit'),
        },
      ],
      hint: 'H14',
    },
    {
      id: 'ahead.adults',
      type: 'people',
      text: say(
        'Hvilke andre voksne bor her, og vet de om dette?',
        'Kva andre vaksne bur her, og veit dei om dette?',
        'Which other adults live here, and do they know about this?',
      ),
      help: say(
        'Namsfogden må gi beskjed til alle voksne som bor her.',
        'Namsfuten må gi beskjed til alle vaksne som bur her.',
        'The enforcement officer must tell every adult who lives here.',
      ),
      source: 'DOMAIN 4.5 G3 3.14; N 6.7',
      people: {
        relations: [
          option('spouse', say('Ektefelle', 'Ektefelle', 'Spouse')),
          option('cohabitant', say('Samboer', 'Sambuar', 'Partner')),
          option('child', say('Voksent barn', 'Vakse barn', 'Grown child')),
          option('parent', say('Forelder', 'Forelder', 'Parent')),
          option('sibling', say('Søsken', 'Sysken', 'Sibling')),
          option('tenant', say('Leier her', 'Leiger her', 'Rents here')),
          option('other', say('Annen', 'Annan', 'Other')),
        ],
      },
      writes: [{ kind: 'members' }],
    },
    {
      id: 'ahead.namsfogd',
      type: 'taskOffer',
      text: say(
        'Vil du ha hjelp til å skrive til namsfogden?',
        'Vil du ha hjelp til å skrive til namsfuten?',
        'Would you like help to write to the enforcement officer?',
      ),
      source: 'DOMAIN 4.5 G3 3.17; N 6.5; N 6.8',
      showIf: [{ kind: 'fact', fact: 'hasPetition' }],
      options: [YES, NO],
      writes: [
        {
          kind: 'offeredTask',
          when: ['yes'],
          title: say(
            'Skriv til namsfogden sammen med beboeren i dag.',
            'Skriv til namsfuten saman med bebuaren i dag.',
            'Write to the enforcement officer with the resident today.',
          ),
        },
      ],
    },
    {
      id: 'ahead.place',
      type: 'single',
      text: say(
        'Hvis det går galt: Har du et sted å være?',
        'Om det går gale: Har du ein stad å vere?',
        'If it goes wrong: do you have somewhere to be?',
      ),
      source: 'DOMAIN 4.5 G3 3.18; N 2.5.2',
      options: [YES, UNSURE, NO],
      hasNote: true,
      writes: [
        {
          kind: 'task',
          to: 'coordinator',
          due: 'week',
          when: ['no'],
          title: say(
            'Lag en plan for hvor beboeren kan bo hvis boligen går tapt.',
            'Lag ein plan for kvar bebuaren kan bu om bustaden går tapt.',
            'Make a plan for where the resident can live if the home is lost.',
          ),
        },
      ],
    },
  ],
}

export const UNDERSTANDS: Block = {
  id: 'understands',
  title: say('Det du så', 'Det du såg', 'What you saw'),
  steps: [
    {
      id: 'understands.all',
      type: 'single',
      text: say(
        'Forstår personen hva som kan skje, og når?',
        'Forstår personen kva som kan skje, og når?',
        'Does the person understand what can happen, and when?',
      ),
      help: say('Til deg som er på besøk.', 'Til deg som er på besøk.', 'For you who are visiting.'),
      source: 'DOMAIN 4.5 G3 3.16; O-4',
      isWorkerOnly: true,
      hasNote: true,
      options: [YES, option('unsure', say('Usikker', 'Usikker', 'Not sure')), NO],
      writes: [{ kind: 'observe', area: 'health', basis: 'assessment' }],
      raises: [{ when: ['unsure', 'no'], concern: 'C-CAPACITY' }],
      hint: 'H25',
    },
  ],
}
