// G4, visit after a complaint from a neighbour, version 1 (DOMAIN.md 4.5, rows 4.0 to 4.10). What, never who; the
// resident's own side; and a complaint may be a sign that somebody needs care (N 6).

import type { Block, Guide } from '#domain/guide.ts'
import { localDate } from '#domain/ids.ts'
import { AFTER_2, childBlock, END_STEPS_2, REFUSAL, START_2, whileItGoesOn2 } from './blocks-2.ts'
import { NO, option, say, YES } from './words.ts'

const COMPLAINT: Block = {
  id: 'complaint',
  title: say('Det noen har merket', 'Det nokon har merka', 'What somebody noticed'),
  showIf: whileItGoesOn2,
  steps: [
    {
      id: 'complaint.reminder',
      type: 'info',
      text: say(
        'Ikke si hvem som har klaget. Si hva, ikke hvem.',
        'Ikkje sei kven som har klaga. Sei kva, ikkje kven.',
        'Do not say who complained. Say what, not who.',
      ),
      source: 'DOMAIN 4.5 G4 4.0; N 5.6 box',
      isWorkerOnly: true,
      writes: [],
      hint: 'H19',
    },
    {
      id: 'complaint.how',
      type: 'text',
      text: say(
        '«Vi stikker innom for å høre hvordan det står til.» Hvordan har du det?',
        '«Vi stikk innom for å høyre korleis det står til.» Korleis har du det?',
        '“We are dropping by to hear how things are.” How are you?',
      ),
      source: 'DOMAIN 4.5 G4 4.1; N 6.3',
      writes: [{ kind: 'observe', area: 'mood', basis: 'told_by_resident' }],
      hint: 'H18',
    },
    {
      id: 'complaint.knows',
      type: 'single',
      text: say(
        '«Noen har vært plaget av {complaintAbout}, {complaintWhen}. Kjenner du deg igjen?»',
        '«Nokon har vore plaga av {complaintAbout}, {complaintWhen}. Kjenner du deg att?»',
        '“Somebody has been bothered by {complaintAbout}, {complaintWhen}. Does that sound like here?”',
      ),
      source: 'DOMAIN 4.5 G4 4.2; N 6.3',
      showIf: [{ kind: 'fact', fact: 'hasComplaint' }],
      options: [
        YES,
        option('partly', say('Delvis', 'Delvis', 'Partly')),
        option(
          'no',
          say('Nei', 'Nei', 'No'),
          say('Da skriver vi at du er uenig.', 'Då skriv vi at du er ueinig.', 'Then we write that you disagree.'),
        ),
      ],
      writes: [{ kind: 'complaint', part: 'recognised' }],
      hint: 'H17',
    },
    {
      id: 'complaint.side',
      type: 'text',
      text: say('Hva skjedde, fra din side?', 'Kva hende, frå di side?', 'What happened, from your side?'),
      source: 'DOMAIN 4.5 G4 4.3; N 6.3',
      writes: [
        { kind: 'observe', area: 'neighbours', basis: 'told_by_resident' },
        { kind: 'complaint', part: 'residentsSide' },
      ],
    },
    {
      id: 'complaint.by',
      type: 'single',
      text: say(
        'Var det du, eller var det andre som var her?',
        'Var det du, eller var det andre som var her?',
        'Was it you, or others who were here?',
      ),
      source: 'DOMAIN 4.5 G4 4.4; N App.1',
      options: [
        option('resident', say('Det var meg', 'Det var meg', 'It was me')),
        option('others', say('Det var andre', 'Det var andre', 'It was others')),
      ],
      hasNote: true,
      writes: [{ kind: 'complaint', part: 'by' }],
    },
    {
      id: 'complaint.sayNo',
      type: 'single',
      text: say(
        'Klarer du å si nei til folk som vil inn?',
        'Klarer du å seie nei til folk som vil inn?',
        'Can you say no to people who want to come in?',
      ),
      source: 'DOMAIN 4.5 G4 4.5; N App.1',
      showIf: [{ kind: 'answered', step: 'complaint.by', is: ['others'] }],
      options: [YES, option('sometimes', say('Av og til', 'Av og til', 'Now and then')), NO],
      hasNote: true,
      writes: [{ kind: 'observe', area: 'visitors', basis: 'told_by_resident', levels: { yes: 4, sometimes: 2, no: 1 } }],
      raises: [{ when: ['no'], concern: 'C-EXPLOIT' }],
    },
  ],
}

const HELP: Block = {
  id: 'calm',
  title: say('Ro i huset', 'Ro i huset', 'Calm in the house'),
  showIf: whileItGoesOn2,
  steps: [
    {
      id: 'calm.own',
      type: 'text',
      text: say(
        'Er det noe som plager deg her i huset?',
        'Er det noko som plagar deg her i huset?',
        'Does anything in the house bother you?',
      ),
      source: 'DOMAIN 4.5 G4 4.6; N 5.6',
      writes: [{ kind: 'counterComplaint' }],
    },
    {
      id: 'calm.help',
      type: 'multi',
      text: say('Trenger du hjelp til noe av dette?', 'Treng du hjelp til noko av dette?', 'Do you need help with any of this?'),
      source: 'DOMAIN 4.5 G4 4.7; N 4.2',
      options: [
        { ...option('none', say('Nei', 'Nei', 'No')), isAlone: true },
        option('tidy', say('Rydde', 'Rydde', 'Tidying')),
        option('waste', say('Søppel', 'Søppel', 'Rubbish')),
        option('quiet', say('Ro om natta', 'Ro om natta', 'Quiet at night')),
        option('visits', say('Besøk', 'Besøk', 'Visitors')),
        option('stairs', say('Trappevask', 'Trappevask', 'Washing the stairs')),
        option('animals', say('Dyr', 'Dyr', 'Animals')),
      ],
      hasNote: true,
      writes: [
        {
          kind: 'taskEach',
          to: 'coordinator',
          due: 'week',
          when: ['tidy', 'waste', 'quiet', 'visits', 'stairs', 'animals'],
          title: say('Finn hjelp til: {what}', 'Finn hjelp til: {what}', 'Find help with: {what}'),
        },
      ],
    },
    {
      id: 'calm.talk',
      type: 'single',
      text: say(
        'Vil du at vi tar en prat med styret eller naboen, sammen med deg?',
        'Vil du at vi tek ein prat med styret eller naboen, saman med deg?',
        'Would you like us to talk to the board or the neighbour, together with you?',
      ),
      source: 'DOMAIN 4.5 G4 4.8; N 5.6 box',
      options: [YES, option('think', say('Vil tenke', 'Vil tenkje', 'Will think')), NO],
      hasNote: true,
      writes: [
        {
          kind: 'consent',
          consent: 'share_with_member',
          answer: 'given',
          when: ['yes'],
          scope: say('Styret eller naboen: denne klagen', 'Styret eller naboen: denne klaga', 'The board or the neighbour: this complaint'),
        },
        {
          kind: 'task',
          to: 'me',
          due: 'week',
          when: ['yes'],
          title: say(
            'Snakk med styret eller naboen sammen med beboeren.',
            'Snakk med styret eller naboen saman med bebuaren.',
            'Talk to the board or the neighbour with the resident.',
          ),
        },
        { kind: 'grant', code: 'bomiljotjeneste', status: 'offered', when: ['yes'] },
      ],
    },
    {
      id: 'calm.exchange',
      type: 'single',
      text: say('Har du lyst til å bytte bolig?', 'Har du lyst til å byte bustad?', 'Would you like another home?'),
      source: 'DOMAIN 4.5 G4 4.9; N 6.3',
      options: [NO, option('maybe', say('Kanskje', 'Kanskje', 'Maybe')), YES],
      hasNote: true,
      writes: [
        { kind: 'goalWish', when: ['yes'], text: say('Jeg vil bytte bolig.', 'Eg vil byte bustad.', 'I want another home.') },
        { kind: 'grant', code: 'bolig_bytte', status: 'considered', when: ['maybe'] },
        { kind: 'grant', code: 'bolig_bytte', status: 'offered', when: ['yes'] },
      ],
    },
    {
      id: 'calm.mapping',
      type: 'taskOffer',
      text: say(
        'Det har kommet {complaintCount} klager. Vil du at vi setter av tid til å snakke om hvordan du bor?',
        'Det har kome {complaintCount} klager. Vil du at vi set av tid til å snakke om korleis du bur?',
        'There have been {complaintCount} complaints. Would you like us to take time to talk about how you live?',
      ),
      source: 'DOMAIN 4.5 G4 4.10; N 6.3',
      showIf: [{ kind: 'fact', fact: 'hasManyComplaints' }],
      options: [YES, NO],
      writes: [
        {
          kind: 'offeredTask',
          when: ['yes'],
          title: say('Avtal et kartleggingsbesøk.', 'Avtal eit kartleggingsbesøk.', 'Agree on a mapping visit.'),
        },
      ],
    },
  ],
}

export const G4_V1: Guide = {
  code: 'G4',
  version: 1,
  validFrom: localDate('2026-01-01'),
  title: say('Besøk etter naboklage', 'Besøk etter naboklage', 'Visit after a neighbour’s complaint'),
  purpose: say(
    'Høre hvordan det står til, få beboerens side, og finne det som gir ro.',
    'Høyre korleis det står til, få bebuaren si side, og finne det som gir ro.',
    'Hear how things are, get the resident’s side, and find what brings calm.',
  ),
  visitKinds: ['neighbour_complaint'],
  blocks: [
    START_2,
    AFTER_2,
    COMPLAINT,
    HELP,
    childBlock(false),
    REFUSAL,
    { id: 'end', title: say('Avslutning', 'Avslutning', 'Closing'), steps: END_STEPS_2 },
  ],
}
