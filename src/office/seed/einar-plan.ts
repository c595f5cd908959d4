// Einar's collaboration plan with its goals, measures and consents, and the responsibility group around him
// (DOMAIN.md 6.1). The condition has no legal basis, and the app is meant to say so.

import type { Topic } from '#domain/codes.ts'
import type { Id } from '#domain/ids.ts'
import type { Fields } from '#domain/records.ts'
import type { Seed } from './cast.ts'
import type { Writer } from './writer.ts'

export interface EinarsPlan {
  readonly plan: Id
  readonly goals: { readonly H1a: Id; readonly H2a: Id; readonly H2b: Id }
  readonly homeHelp: Id
}

export async function einarsPlan(seed: Seed): Promise<EinarsPlan> {
  const { days, write, lane, ingrid } = seed
  const desk = write(ingrid, lane('case', 'einar'), days.at('2026-09-01', '13:20'))
  const plan = await desk.add('plan', {
    version: 1,
    background:
      'Gjentatte klager fra naboer, brudd på husordensreglene og en svært tilgriset leilighet. Einar sto i fare for å miste leiligheten.',
    residentsWish: 'Jeg vil bli boende.', // invented wording of the source's goal
    expectationsOnResident: 'Jeg åpner når vi har avtalt det, og sier fra hvis det ikke passer.', // invented
    expectationsOnServices: 'Vi kommer to, til fast tid, og gjør det vi har sagt.', // invented
    period: { startDate: days.shift('2026-09-01'), endDate: days.shift('2027-03-01') },
    review: { everyMonths: 3, next: days.shift('2026-12-01') },
    frequency: { text: 'Hver tirsdag kl. 11', rule: { unit: 'week', every: 1, weekdays: ['TUE'], timeOfDay: '11:00' } },
    statedCondition: {
      text: 'For å få fortsette å bo i leiligheten må Einar ta imot booppfølger',
      setBy: 'Utleier/kommunen',
      legalBasis: '',
    },
    status: 'active',
  })
  const goals = await einarsGoals(desk, plan)
  const homeHelp = await einarsMeasures(seed, desk, plan, goals)
  await einarsConsents(seed, desk)
  await einarsYes(seed, desk, plan)
  return { plan, goals, homeHelp }
}

/** Said aloud and heard by Ingrid, over the words as they then stood. Who and how are invented. */
async function einarsYes({ days }: Seed, desk: Writer, plan: Id): Promise<void> {
  const same = { of: plan, how: 'oral_witnessed', on: days.shift('2026-09-01'), version: 1 } as const
  await desk.add('signature', { ...same, who: 'Einar', role: 'resident', witness: 'Ingrid' })
  await desk.add('signature', { ...same, who: 'Ingrid', role: 'worker' })
  await desk.sign('plan', plan)
}

interface Goals {
  readonly H1: Id
  readonly H2: Id
  readonly H1a: Id
  readonly H2a: Id
  readonly H2b: Id
}

/** Baselines and targets are invented. */
async function einarsGoals(desk: Writer, plan: Id): Promise<Goals> {
  const goal = (order: number, set: Partial<Fields['goal']>): Promise<Id> =>
    desk.add('goal', { plan, status: 'in_progress', order, ...set }, { root: plan })
  const H1 = await goal(1, {
    text: 'Opprettholde boforholdet / forhindre utkastelse',
    area: 'keep_home',
    horizon: 'long',
    baseline: 1,
    target: 4,
  })
  const H2 = await goal(2, {
    text: 'Bedre ivaretakelse av meg selv og egen helse',
    area: 'health_self_care',
    horizon: 'long',
    baseline: 1,
    target: 3,
  })
  const H1a = await goal(3, {
    parent: H1,
    text: 'Ta hensyn til naboer (for eksempel ikke urinere i oppgangen)',
    area: 'neighbours',
    horizon: 'short',
    baseline: 1,
    target: 4,
  })
  const H2a = await goal(4, { parent: H2, text: 'Bedre kosthold', area: 'food', horizon: 'short', baseline: 1, target: 3 })
  const H2b = await goal(5, { parent: H2, text: 'Bedre hygiene', area: 'hygiene', horizon: 'short', baseline: 1, target: 3 })
  return { H1, H2, H1a, H2a, H2b }
}

async function einarsMeasures({ days, marit, jon, ingrid }: Seed, desk: Writer, plan: Id, goals: Goals): Promise<Id> {
  const { H1, H2, H2a, H2b } = goals
  const always = { plan, period: { startDate: days.shift('2026-09-01'), endDate: days.shift('2027-03-01') }, status: 'active' } as const
  const measure = (set: Partial<Fields['measure']>): Promise<Id> => desk.add('measure', { ...always, ...set }, { root: plan })
  const homeHelp = await measure({
    order: 1,
    kind: 'home_help',
    text: 'Ta imot hjemmehjelp én gang i uken',
    responsible: ['resident', 'Hege Demo'], // invented
    residentsPart: 'Være noenlunde edru når hjemmehjelpen kommer; være hjemme til fast tid',
    servicesPart: 'Fast hjemmehjelp over tid, fast tidspunkt',
    frequency: { unit: 'week', every: 1, weekdays: ['THU'], timeOfDay: '10:00', fixedTime: true, fixedPerson: true }, // day and hour invented
    goals: [H1, H2a],
    requiresConsent: false,
  })
  await measure({
    order: 2,
    kind: 'detox',
    text: 'Benytte avrusning for å ivareta egen helse',
    responsible: ['resident', 'Akutt- og avrusningsinstitusjon'],
    goals: [H2],
    requiresConsent: false,
  })
  await measure({
    order: 3,
    kind: 'visit',
    text: 'Booppfølging fra to booppfølgere, én gang i uken: botrening, innkjøp av møbler og inventar, stell av leilighet',
    responsible: [marit, jon],
    frequency: { unit: 'week', every: 1 },
    goals: [H1, H2a, H2b],
    requiresConsent: false,
  })
  await measure({
    order: 4,
    kind: 'control_economy',
    text: 'Forvaltning av økonomi / uføretrygd',
    responsible: [ingrid],
    goals: [H1], // invented
    requiresConsent: true,
  })
  return homeHelp
}

/** Invented, save that managing his money asks for one. */
async function einarsConsents({ days }: Seed, desk: Writer): Promise<void> {
  const given = { by: 'Einar', on: days.shift('2026-09-01') }
  await desk.add('consent', {
    kind: 'participate',
    text: 'Jeg vil være med på planen. Jeg kan si stopp når jeg vil.',
    how: 'oral_witnessed',
    given,
  })
  await desk.add('consent', {
    kind: 'control_economy',
    text: 'Kommunen kan forvalte uføretrygden min og betale husleien. Jeg kan trekke dette tilbake.',
    how: 'paper',
    given,
  })
}

/** Names, numbers and who may know what are invented. */
export async function einarsGroup({ days, write, lane, ingrid }: Seed): Promise<void> {
  const desk = write(ingrid, lane('case', 'einar'), days.at('2026-09-02', '09:40'))
  const group = await desk.add('group', {
    purpose: 'Samordne hjelpen rundt Einar',
    status: 'active',
    period: { startDate: days.shift('2026-09-01') },
  })
  const given = { by: 'Einar', on: days.shift('2026-09-01') }
  for (const [order, { says, isCoordinator, ...member }] of MEMBERS.entries()) {
    const about = await desk.add('groupMember', { group, order: order + 1, period: { from: days.shift('2026-09-01') }, ...member })
    if (isCoordinator) await desk.set('group', group, { coordinator: about })
    if (says)
      await desk.add('consent', {
        kind: 'share_with_member',
        about,
        how: 'oral_witnessed',
        text: says.text,
        topics: says.topics,
        given: says.isAnswered ? given : null,
      })
  }
  await desk.add('meeting', {
    group,
    plannedAt: days.atTime('2026-12-03', '13:00'),
    place: 'Kontoret, møterom 2',
    kind: 'group',
    status: 'planned',
  })
}

export interface Member extends Partial<Fields['groupMember']> {
  readonly isCoordinator?: true
  /** What the resident was asked about telling this one. */
  readonly says?: { readonly text: string; readonly topics: readonly Topic[]; readonly isAnswered: boolean }
}
const MEMBERS: readonly Member[] = [
  { name: 'Einar', roleCode: 'resident', phone: '00000101', responsibility: 'Med i alle møter' },
  { name: 'Marit', roleCode: 'followup_worker', phone: '00000001', responsibility: 'Booppfølging, fast avtale en gang i uken' },
  { name: 'Jon', roleCode: 'followup_worker', phone: '00000002', responsibility: 'Booppfølging, fast avtale en gang i uken' },
  {
    name: 'Ingrid',
    roleCode: 'case_worker',
    phone: '00000003',
    isCoordinator: true,
    responsibility: 'Koordinere tiltak, ansvarsgruppemøter, forvaltning av økonomi/uføretrygd',
  },
  {
    name: 'Hege Demo',
    roleCode: 'home_help',
    agency: 'Hjemmetjenesten',
    phone: '00000031',
    responsibility: 'Fast hjemmehjelp',
    says: {
      text: 'Hege i hjemmehjelpen kan vite om avtalene og målene mine.',
      topics: ['plan', 'appointments'],
      isAnswered: true,
    },
  },
  {
    name: 'Ola Prøve',
    roleCode: 'gp',
    phone: '00000032',
    responsibility: 'Fast lege',
    says: { text: 'Fastlegen kan vite om helsen min. Ikke om økonomien.', topics: ['health'], isAnswered: true },
  },
  {
    name: 'Avrusningen',
    roleCode: 'detox',
    agency: 'Akutt- og avrusningsinstitusjon',
    phone: '00000025',
    says: { text: 'Avrusningen kan få vite om planen.', topics: ['plan'], isAnswered: false },
  },
]
