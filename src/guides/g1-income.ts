// G1, money (DOMAIN.md 4.5, rows 1.6 to 1.8): what she lives on, when it comes, and when and how the rent is paid.

import type { Step } from '#domain/guide.ts'
import { NO, option, say, YES } from './words.ts'

const INCOME = 'money.income'
const INCOME_DAY = 'money.incomeDay'
const DUE_DAY = 'money.dueDay'

const PAYMENT_OPTIONS = [
  option('invoice', say('Faktura', 'Faktura', 'Invoice')),
  option('avtalegiro', say('Avtalegiro', 'Avtalegiro', 'Direct debit')),
  option('benefit_deduction', say('Trekk i ytelsen', 'Trekk i ytinga', 'Deducted from the benefit')),
  option('direct_by_social_service', say('NAV betaler', 'NAV betaler', 'NAV pays')),
  option('guardian_pays', say('Vergen betaler', 'Verja betaler', 'The guardian pays')),
  option('cash', say('Kontant', 'Kontant', 'Cash')),
  option('other', say('Annet', 'Anna', 'Something else')),
]

export const INCOME_STEPS: readonly Step[] = [
  {
    id: INCOME,
    type: 'single',
    text: say('Hva lever du av?', 'Kva lever du av?', 'What do you live on?'),
    source: 'DOMAIN 4.5 G1 1.6; N 5.5',
    options: [
      option('wage', say('Lønn', 'Løn', 'Wages')),
      option('disability', say('Uføretrygd', 'Uføretrygd', 'Disability benefit')),
      option('aap', say('Arbeidsavklaringspenger', 'Arbeidsavklaringspengar', 'Work assessment allowance')),
      option('unemployment', say('Dagpenger', 'Dagpengar', 'Unemployment benefit')),
      option('pension', say('Pensjon', 'Pensjon', 'Pension')),
      option('social_assistance', say('Sosialhjelp', 'Sosialhjelp', 'Social assistance')),
      option('qualification', say('Kvalifiseringsstønad', 'Kvalifiseringsstønad', 'Qualification benefit')),
      option('student', say('Lån og stipend', 'Lån og stipend', 'Student loan and grant')),
      option('none', say('Ingen inntekt', 'Inga inntekt', 'No income')),
      option('other', say('Annet', 'Anna', 'Something else')),
    ],
    writes: [{ kind: 'income', part: 'mainIncome' }],
  },
  {
    id: INCOME_DAY,
    type: 'day',
    text: say('Hvilken dag kommer pengene?', 'Kva dag kjem pengane?', 'Which day does the money come?'),
    source: 'DOMAIN 4.5 G1 1.6; N 5.5',
    showIf: [{ kind: 'answeredNot', step: INCOME, is: ['none'] }],
    writes: [{ kind: 'income', part: 'incomeDay' }],
  },
  {
    id: DUE_DAY,
    type: 'day',
    text: say('Hvilken dag forfaller husleien?', 'Kva dag forfell husleiga?', 'Which day is the rent due?'),
    source: 'DOMAIN 4.5 G1 1.7; N 5.5',
    writes: [{ kind: 'set', type: 'tenancy', field: 'rentDueDay' }],
    hint: 'H13',
  },
  {
    id: 'money.newDueDay',
    type: 'taskOffer',
    text: say('Skal vi be om ny forfallsdato?', 'Skal vi be om ny forfallsdato?', 'Shall we ask for a new due day?'),
    help: say('Husleien forfaller før pengene kommer.', 'Husleiga forfell før pengane kjem.', 'The rent is due before the money comes.'),
    source: 'DOMAIN 4.5 G1 1.7; N 5.5',
    showIf: [
      { kind: 'answeredNot', step: INCOME, is: ['none'] },
      { kind: 'less', step: DUE_DAY, than: INCOME_DAY },
    ],
    options: [YES, NO],
    writes: [
      { kind: 'offeredTask', when: ['yes'], title: say('Be om ny forfallsdato.', 'Be om ny forfallsdato.', 'Ask for a new due day.') },
      { kind: 'grant', code: 'fleksibel_forfall', status: 'offered', when: ['yes'] },
      { kind: 'grant', code: 'fleksibel_forfall', status: 'declined_by_resident', when: ['no'] },
    ],
    hint: 'H13',
  },
  {
    id: 'money.payment',
    type: 'single',
    text: say('Hvordan betaler du husleien?', 'Korleis betaler du husleiga?', 'How do you pay the rent?'),
    source: 'DOMAIN 4.5 G1 1.8; N 5.5',
    options: PAYMENT_OPTIONS,
    writes: [{ kind: 'set', type: 'tenancy', field: 'paymentMethod' }],
  },
  {
    id: 'money.avtalegiro',
    type: 'taskOffer',
    text: say('Skal vi ordne avtalegiro?', 'Skal vi ordne avtalegiro?', 'Shall we set up direct debit?'),
    help: say('Da går husleien av seg selv.', 'Då går husleiga av seg sjølv.', 'Then the rent pays itself.'),
    source: 'DOMAIN 4.5 G1 1.8; N 5.5',
    showIf: [{ kind: 'answered', step: 'money.payment', is: ['invoice'] }],
    options: [YES, NO],
    writes: [
      {
        kind: 'offeredTask',
        when: ['yes'],
        title: say('Ordne avtalegiro for husleien.', 'Ordne avtalegiro for husleiga.', 'Set up direct debit for the rent.'),
      },
      { kind: 'grant', code: 'avtalegiro', status: 'offered', when: ['yes'] },
      { kind: 'grant', code: 'avtalegiro', status: 'declined_by_resident', when: ['no'] },
    ],
    hint: 'H13',
  },
]
