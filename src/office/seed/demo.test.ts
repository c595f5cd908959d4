// The demo against a small office in memory that judges and folds as the real one does: what the screens read, both
// appendices without loss, and a start on every weekday.

import { beforeAll, describe, expect, test } from 'vitest'
import { addDays, dayNumber, weekday } from '#domain/calendar.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import { type ArrangementView, readBudgets } from '#domain/case-view-money.ts'
import type { Role } from '#domain/codes.ts'
import { type Id, id, type LaneId, type LocalDate, laneKind, laneOf, laneSubject, localDate } from '#domain/ids.ts'
import { matterFacts, mergeMatters } from '#domain/matter.ts'
import { plannedTerms } from '#domain/payment-acts.ts'
import { checkPlan, stopsAgreeing } from '#domain/plan-check.ts'
import { nextVersion } from '#domain/plan-draft.ts'
import type { RecordRow } from '#domain/register.ts'
import { summarise } from '#domain/summary.ts'
import { idsFrom } from '#domain/visit-fixture.ts'
import { PLAN_LIMITS } from '#rules/plan-limits.ts'
import { type Entry, foldRecord } from '#sync/fold.ts'
import { judge } from '#sync/judge.ts'
import { Change, parse, SCHEMA } from '#sync/wire.ts'
import { TERM_LISTS, type TermList } from '#texts/terms.ts'
import type { SeedAccount, SeedOffice } from '../seed-port.ts'
import { workdaysAhead } from './days.ts'
import { seedDemo } from './demo.ts'
import { laneNamed } from './writer.ts'

const newId = (): Id => id(Buffer.from(crypto.getRandomValues(new Uint8Array(16))).toString('base64url'))

/** Judges, folds and freezes; the office lane is written by leaders, every other lane by those who have access. */
function memoryOffice(today: LocalDate, done: number[] = []) {
  const officeId = newId()
  const accounts = new Map<Id, SeedAccount>()
  const access = new Map<string, 'worker' | 'coordinator' | 'named'>()
  const journal: Entry[] = []
  const inLane = (lane: LaneId) => journal.filter((entry) => entry.change.lane === lane)

  const rowsOf = (lane: LaneId): ReadonlyMap<Id, RecordRow> => {
    const entries = inLane(lane)
    const recs = [...new Set(entries.map((entry) => entry.change.rec))]
    const folded = recs.flatMap((rec) => foldRecord(lane, rec, entries) ?? [])
    return new Map(folded.map((row) => [row.id, withFreeze(row, folded)]))
  }
  const roleIn = (user: Id, lane: LaneId, roles: readonly Role[]) =>
    laneKind(lane) === 'office' ? (roles.includes('leader') ? ('coordinator' as const) : undefined) : access.get(`${user} ${lane}`)

  const office: SeedOffice = {
    officeId,
    today,
    newId,
    done,
    mark: async (step) => void done.push(step),
    account: async (account) => {
      const user = [...accounts].find(([, known]) => known.account === account.account)?.[0] ?? newId()
      accounts.set(user, account)
      return user
    },
    grant: async (user, lane, role) => {
      expect(inLane(lane).length, 'a grant is for a lane that exists').toBeGreaterThan(0)
      access.set(`${user} ${lane}`, role)
    },
    append: async (seed, actor) => {
      const change = parse(Change, { ...seed, v: 1, schema: SCHEMA, tz: 'Europe/Oslo', skewMs: 0, app: 'test' })
      if (!change) throw new TypeError(`not a change: ${JSON.stringify(seed)}`)
      const roles = accounts.get(actor)?.roles ?? []
      const laneExists = inLane(change.lane).length > 0 || laneKind(change.lane) === 'office'
      const rows = laneExists ? [...rowsOf(change.lane).values()] : []
      const root = change.root ?? rows.find((row) => row.id === change.rec)?.root
      const verdict = judge(change, {
        writer: { user: actor, roles, laneRole: roleIn(actor, change.lane, roles) },
        laneExists,
        row: rows.find((row) => row.id === change.rec),
        rootRows: root ? rows.filter((row) => row.id === root || row.root === root) : [],
        sharing: rows,
        isApplied: (known) => inLane(change.lane).some((entry) => entry.change.id === known),
      })
      if (verdict.s !== 'applied') throw new TypeError(`${change.type} was held: ${verdict.why} ${JSON.stringify(change.set)}`)
      journal.push({ change, actor, seq: inLane(change.lane).length + 1 })
    },
  }
  return { office, accounts, access, journal, rowsOf, lanes: () => [...new Set(journal.map((entry) => entry.change.lane))] }
}
type Memory = ReturnType<typeof memoryOffice>

const withFreeze = (row: RecordRow, all: readonly RecordRow[]): RecordRow => {
  const frozen = row.frozen ?? all.find((other) => other.id === row.root)?.frozen
  return frozen ? { ...row, frozen } : row
}

async function seeded(today: string): Promise<Memory> {
  const memory = memoryOffice(localDate(today))
  await seedDemo(memory.office)
  return memory
}

const HOMES = ['einar', 'kristiansand', 'testine', 'prove', 'fiktivstad', 'monster', 'skisse', 'kulisse', 'utkast']
const caseOf = (memory: Memory, home: string): CaseView => {
  const view = readCase(memory.rowsOf(laneNamed(memory.office, 'case', home)))
  if (!view) throw new Error(`no case for ${home}`)
  return view
}
const userNamed = (memory: Memory, name: string): Id => [...memory.accounts].find(([, account]) => account.name === name)?.[0] as Id
const plain = (memory: Memory, home: string, kind: 'case' | 'inquiry' = 'case') =>
  [...memory.rowsOf(laneNamed(memory.office, kind, home)).values()].map((row) => ({
    record: row.type as string,
    ...Object.fromEntries(
      Object.entries(row.regs).map(([field, heads]) => [field, heads.length === 1 ? heads[0]?.v : heads.map((head) => head.v)]),
    ),
  })) as readonly Record<string, unknown>[]
const ofType = (memory: Memory, home: string, type: string, kind: 'case' | 'inquiry' = 'case') =>
  plain(memory, home, kind).filter((row) => row.record === type)

describe('the demo office on the Sunday it was written for', () => {
  let memory: Memory
  beforeAll(async () => {
    memory = await seeded('2026-11-22')
  })

  test('three people can sign in, two in the field and one at the desk', () => {
    const people = [...memory.accounts.values()].map(({ account, place, phone, password }) => ({ account, place, phone, password }))
    expect(people).toEqual([
      { account: 'marit', place: 'field', phone: '00000001', password: 'demo-marit' },
      { account: 'jon', place: 'field', phone: '00000002', password: 'demo-jon' },
      { account: 'ingrid', place: 'desk', phone: '00000003', password: 'demo-ingrid' },
    ])
    const [settings] = [...memory.rowsOf(laneOf('office', memory.office.officeId)).values()]
    expect(settings?.regs.emergency?.[0]?.v).toEqual({ police: '112', health: '113', fire: '110', childWelfare: '116111' })
  })

  test('every case is read as a summary and as a view, with no value of a shape the screens do not know', () => {
    for (const home of HOMES) {
      const rows = memory.rowsOf(laneNamed(memory.office, 'case', home))
      expect(summarise(rows.values())?.name, home).toBe(caseOf(memory, home).resident.name)
      expect(caseOf(memory, home).visits.length, home).toBeGreaterThan(0)
    }
    expect(memory.lanes().filter((lane) => laneKind(lane) === 'case')).toHaveLength(HOMES.length)
  })

  test('Ingrid coordinates every case; Marit follows all nine and Jon most of them', () => {
    const mine = (name: string, role: string) =>
      [...memory.access].filter(([key, held]) => key.startsWith(`${userNamed(memory, name)} case/`) && held === role).length
    expect(mine('Ingrid', 'coordinator')).toBe(9)
    expect(mine('Marit', 'worker')).toBe(9)
    expect(mine('Jon', 'worker')).toBe(7)
    for (const { change } of memory.journal) {
      const workers = (change.set?.workers?.v ?? []) as readonly Id[]
      for (const worker of workers) expect(memory.access.get(`${worker} ${change.lane}`)).toBe('worker')
    }
  })

  test('Einar: the person and the home are there as in the circular', () => {
    const { resident, home, household, history } = caseOf(memory, 'einar')
    expect(resident).toMatchObject({ name: 'Einar', birthYear: 1958, clientStatus: 'active', addressProtection: 'none', status: 'open' })
    expect(resident).toMatchObject({ income: { day: 20, main: 'disability' }, safety: { level: 'two_workers' } })
    expect(resident.whatWorks).toBe('Faste tider og samme hjemmehjelp. Kaffe først, så prat.')
    expect(resident.whatDoesNotWork).toBe('Uanmeldte besøk tidlig på dagen.')
    expect(household).toMatchObject({ childrenCount: 0, members: [{ name: 'Einar', relation: 'self', livesHere: 'full' }] })
    expect(history.housing.map((period) => period.text)).toEqual([
      'Mange år på gata',
      'Hybelhus',
      'Kommunal leilighet, tildelt på grunn av dårlig fysisk helse',
    ])
    expect(home).toMatchObject({
      address: 'Eksempelveien 1',
      kind: 'flat',
      tenure: 'municipal_owned',
      paymentMethod: 'direct_by_social_service',
    })
    expect(ofType(memory, 'einar', 'tenancy')).toMatchObject([{ writtenLease: 'yes', status: 'active' }])
    expect(ofType(memory, 'einar', 'complaint').map((complaint) => complaint.about)).toEqual(['hygiene_common_area', 'smell', 'noise'])
    expect(ofType(memory, 'einar', 'evictionCase')).toMatchObject([
      { type: 'eviction_rental', ground: 'house_rules_breach', stage: 'default', causeCategory: ['substance', 'health'], outcome: 'open' },
    ])
    expect(ofType(memory, 'einar', 'addendum')).toMatchObject([{ text: 'Kommunelege involvert; leiligheten ryddet og vasket ned.' }])
  })

  test('Einar: the plan, its goals and its measures are there without loss', () => {
    const { plan, consents } = caseOf(memory, 'einar')
    expect(plan).toMatchObject({
      version: 1,
      status: 'active',
      startDate: '2026-09-01',
      endDate: '2027-03-01',
      reviewEveryMonths: 3,
      nextReview: '2026-12-01',
      residentsWish: 'Jeg vil bli boende.',
      frequency: { rule: { unit: 'week', every: 1, weekdays: ['TUE'], timeOfDay: '11:00' } },
      statedCondition: {
        text: 'For å få fortsette å bo i leiligheten må Einar ta imot booppfølger',
        setBy: 'Utleier/kommunen',
        legalBasis: undefined,
      },
      mainGoals: [
        {
          text: 'Opprettholde boforholdet / forhindre utkastelse',
          area: 'keep_home',
          horizon: 'long',
          subGoals: [{ text: 'Ta hensyn til naboer (for eksempel ikke urinere i oppgangen)', area: 'neighbours' }],
        },
        {
          text: 'Bedre ivaretakelse av meg selv og egen helse',
          area: 'health_self_care',
          horizon: 'long',
          subGoals: [
            { text: 'Bedre kosthold', area: 'food' },
            { text: 'Bedre hygiene', area: 'hygiene' },
          ],
        },
      ],
      measures: [
        {
          kind: 'home_help',
          text: 'Ta imot hjemmehjelp én gang i uken',
          residentsPart: 'Være noenlunde edru når hjemmehjelpen kommer; være hjemme til fast tid',
          servicesPart: 'Fast hjemmehjelp over tid, fast tidspunkt',
          frequency: { unit: 'week', every: 1, fixedTime: true, fixedPerson: true },
        },
        { kind: 'detox', text: 'Benytte avrusning for å ivareta egen helse', responsible: ['resident', 'Akutt- og avrusningsinstitusjon'] },
        { kind: 'visit', responsible: [userNamed(memory, 'Marit'), userNamed(memory, 'Jon')], frequency: { unit: 'week', every: 1 } },
        {
          kind: 'control_economy',
          text: 'Forvaltning av økonomi / uføretrygd',
          responsible: [userNamed(memory, 'Ingrid')],
          requiresConsent: true,
        },
      ],
    })
    const [h1, h2] = plan?.mainGoals ?? []
    const [h2a, h2b] = h2?.subGoals ?? []
    expect(plan?.measures.map((measure) => measure.goals)).toEqual([[h1?.id, h2a?.id], [h2?.id], [h1?.id, h2a?.id, h2b?.id], [h1?.id]])
    for (const goal of [h1, h2, h2a, h2b]) expect(goal?.baseline).toBeLessThan(goal?.target ?? 0)
    expect(plan?.signatures).toMatchObject([
      { who: 'Einar', role: 'resident', how: 'oral_witnessed', witness: 'Ingrid' },
      { who: 'Ingrid', role: 'worker' },
    ])
    expect(plan?.isSigned).toBe(true)
    const change = plan && nextVersion(plan, 'change', memory.office.today, idsFrom(1))
    const known = { today: memory.office.today, consents, plans: plan ? [plan] : [], hasTalked: false, limits: PLAN_LIMITS }
    expect(change && stopsAgreeing(checkPlan(change, known)).map(({ kind }) => kind)).toEqual([])
    const signed = [...memory.rowsOf(laneNamed(memory.office, 'case', 'einar')).values()].filter(({ root }) => root === plan?.id)
    expect(signed.map(({ type }) => type).sort()).toEqual([...Array(5).fill('goal'), ...Array(4).fill('measure'), 'plan'])
    expect(consents.map(({ kind, state }) => `${kind} ${state}`)).toContain('control_economy given')
    expect(consents.map(({ state }) => state)).toContain('unanswered')
  })

  test('Einar: the group has seven members, with him in it and Ingrid coordinating', () => {
    const { group } = caseOf(memory, 'einar')
    expect(group?.purpose).toBe('Samordne hjelpen rundt Einar')
    expect(group?.members.map((member) => member.role)).toEqual([
      'resident',
      'followup_worker',
      'followup_worker',
      'case_worker',
      'home_help',
      'gp',
      'detox',
    ])
    expect(group?.coordinator).toMatchObject({
      name: 'Ingrid',
      responsibility: 'Koordinere tiltak, ansvarsgruppemøter, forvaltning av økonomi/uføretrygd',
    })
  })

  test('Einar: three visits behind with a part from each worker, and the Tuesday ahead', () => {
    const { visits, agreedLast, plan } = caseOf(memory, 'einar')
    const behind = visits.filter((visit) => visit.status !== 'planned').reverse()
    expect(behind.map((visit) => [visit.start, visit.outcome, visit.outcomeNote])).toEqual([
      ['2026-11-03T11:00', 'home_full', undefined],
      ['2026-11-10T11:00', 'intoxicated', 'Ny tid avtalt torsdag'],
      ['2026-11-17T11:00', 'home_full', undefined],
    ])
    const both = [userNamed(memory, 'Marit'), userNamed(memory, 'Jon')]
    for (const visit of behind) {
      expect(visit.contributions.map((part) => part.worker).sort()).toEqual([...both].sort())
      expect(visit.contributions.every((part) => part.isSigned)).toBe(true)
    }
    expect(behind[0]?.guide?.code).toBe('G2')
    expect(behind[0]?.contributions.map((part) => part.note)).toContain('Kjøpte bord')
    const scored = Object.fromEntries((behind[2]?.goalScores ?? []).map((score) => [score.goal, score.score]))
    const [h1, h2] = plan?.mainGoals ?? []
    expect([h2?.subGoals[0], h2?.subGoals[1], h1?.subGoals[0]].map((goal) => scored[goal?.id ?? ''])).toEqual([2, 2, 3])
    expect(behind.map((visit) => visit.contributions.every((part) => part.readBy.length === 1))).toEqual([true, true, false])
    expect(agreedLast).toMatchObject({
      on: '2026-11-17',
      tasks: [
        { title: 'Einar tar imot hjemmehjelpen torsdag', status: 'done' },
        { title: 'Vi kjøper stoler sammen', status: 'open', due: '2026-11-27' },
      ],
    })
    expect(visits.filter((visit) => visit.status === 'planned').map((visit) => [visit.start, visit.workers])).toContainEqual([
      '2026-11-24T11:00',
      both,
    ])
  })

  test('the young man from Kristiansand is there without loss', () => {
    const { resident, home, household, history, group, plan, complaints, consents } = caseOf(memory, 'kristiansand')
    expect(resident).toMatchObject({ name: 'Ung mann (K)', clientStatus: 'active', income: { main: 'social_assistance' }, status: 'open' })
    expect(resident.birthYear).toBeUndefined()
    expect(household).toMatchObject({ childrenCount: 0, members: [{ relation: 'self' }] })
    expect(history.housing.map((period) => period.text)).toEqual([
      'Kastet ut av tidligere bolig: husbråk, trakk til seg «gode venner», stort rusmisbruk',
      'Fengsel; soning ferdig, løslates når han kan flytte til bolig',
    ])
    expect(ofType(memory, 'kristiansand', 'inquiry', 'inquiry')).toMatchObject([
      {
        kind: 'prison_or_hospital_release',
        sender: { role: 'gp', name: 'Fengselslegen' },
        channel: 'phone',
        requestedFromUs: 'Bistand med søknad om kommunal bolig',
        linkedCase: laneNamed(memory.office, 'case', 'kristiansand'),
      },
    ])
    expect(ofType(memory, 'kristiansand', 'observation').filter((seen) => seen.basis === 'told_by_other')).toMatchObject([
      { area: 'substance', text: 'Rus/psykiatri og kriminalitet; i rus psykotisk og full av angst' },
      { area: 'cleanliness', text: 'Klarte i gode perioder å stelle boligen selv' },
    ])
    expect(group?.status).toBe('active')
    expect(group?.members.map((member) => member.role)).toEqual([
      'resident',
      'housing_office',
      'police',
      'gp',
      'psych_nurse',
      'social_curator',
    ])
    expect(group?.members.map((member) => member.name)).toContain('Søker selv')
    expect(ofType(memory, 'kristiansand', 'group')[0]?.period).toMatchObject({ startDate: '2025-04-08' })
    expect(plan?.measures).toMatchObject([
      { kind: 'visit', text: 'Hjemmebesøk av psykiatrisk sykepleier én gang per uke', frequency: { unit: 'week', every: 1 } },
      {
        kind: 'blood_test',
        frequency: { unit: 'week', every: 1, times: 2 },
        reportClause: { on: 'absence', to: 'police', when: 'immediately' },
        requiresConsent: true,
        status: 'planned',
      },
      { kind: 'addiction_clinic', text: 'Jevnlige samtaler på ruspoliklinikken' },
      { kind: 'support_contact', text: 'Støttekontakt som tar ham med på positive rusfrie tiltak sammen med andre unge' },
      { kind: 'other', text: 'Klarer kost og renhold selv hvis rusfri', responsible: ['resident'] },
    ])
    expect(plan?.mainGoals).toContainEqual(
      expect.objectContaining({ area: 'work_activity', status: 'in_progress', text: 'Arbeidstrening' }),
    )
    expect(
      consents
        .filter((consent) => consent.state === 'unanswered')
        .map((consent) => consent.kind)
        .sort(),
    ).toEqual(['measure_report_clause', 'share_with_member'])
    expect(home).toMatchObject({ kind: 'flat', rooms: 1, tenure: 'municipal_owned', startDate: '2025-05-20' })
    expect(home.environmentNote).toBe('Uten naboer tett innpå, sentralt, uten kjente rusproblemer eller kriminalitet i nabolaget')
    expect(complaints).toEqual([])
  })

  test('Testine: two amounts from two workers stand side by side, and the dates of the petition are known', () => {
    const { twoVersions, visits, arrangements } = caseOf(memory, 'testine')
    expect(twoVersions).toMatchObject([{ type: 'arrears', field: 'amount', versions: [{ v: 2_600_000 }, { v: 3_900_000 }] }])
    expect(visits.find((visit) => visit.status === 'done')).toMatchObject({
      start: '2026-11-20T12:00',
      outcome: 'home_full',
      guide: { code: 'G3' },
    })
    expect(ofType(memory, 'testine', 'letter', 'inquiry')).toMatchObject([
      { template: 'L1', sentDate: '2026-11-19', copies: [{ to: 'namsfogd', sentDate: '2026-11-19' }] },
    ])
    expect(arrangements).toMatchObject([{ status: 'proposed', total: 2_600_000, perTerm: 433_400, terms: 6, last: 433_000 }])
    expect(plannedTerms(arrangements[0] as ArrangementView, localDate('2026-11-22'))).toMatchObject({ value: { length: 6 } })
    const { evictionCases, inquiries, children } = matterOf(memory, 'testine')
    expect(children).toBe('yes')
    expect(inquiries).toMatchObject([{ kind: 'petition_copy', noticeDate: '2026-11-17', receivedDate: '2026-11-19' }])
    expect(evictionCases).toMatchObject([{ stage: 'petitioned', inquiries: [inquiries[0]?.id], firstNamsfogdNotice: '2026-11-17' }])
  })

  test('the other homes keep the facts of their routes and something that is not perfect', () => {
    const received = ofType(memory, 'prove', 'inquiry', 'inquiry')[0]
    expect(received).toMatchObject({ receivedDate: '2026-10-30', status: 'special_assessment' })
    expect(ofType(memory, 'prove', 'addendum', 'inquiry')[0]?.text).toContain('rettet til 30.10.')
    expect(ofType(memory, 'prove', 'assessment').map((made) => made.kind)).toEqual(['special', 'capacity'])
    expect(ofType(memory, 'prove', 'evictionCase')).toMatchObject([{ stage: 'postponed', why: 'capacity' }])
    expect(ofType(memory, 'prove-capacity', 'letter', 'inquiry')).toMatchObject([{ template: 'L6', status: 'draft' }])

    const [budget] = readBudgets([...memory.rowsOf(laneNamed(memory.office, 'case', 'fiktivstad')).values()])
    expect(budget?.sums).toEqual({ income: 2_480_000, expense: 2_710_000, balance: -230_000 })
    expect(ofType(memory, 'fiktivstad', 'arrears')).toHaveLength(1)
    const spent = ofType(memory, 'fiktivstad', 'budgetLine').filter((line) => line.kind === 'expense')
    expect(spent.reduce((sum, line) => sum + Number(line.amount), 0)).toBe(2_710_000)
    expect(caseOf(memory, 'fiktivstad').arrears).toEqual([])

    const refused = caseOf(memory, 'monster').visits[0]
    expect(refused).toMatchObject({ outcome: 'declined_service', status: 'not_done', start: '2026-10-29T12:00' })
    expect(Object.values(refused?.contributions.flatMap((part) => Object.values(part.answers)) ?? [])).toContainEqual({ declined: true })
    expect(caseOf(memory, 'monster').resident.contactStop).toBeUndefined()
    expect(ofType(memory, 'monster', 'inquiry', 'inquiry')).toMatchObject([{ status: 'closed', closeReason: 'help_declined' }])

    expect(ofType(memory, 'attrapp', 'transfer', 'inquiry')).toMatchObject([
      { sentAt: '2026-11-17', receivedConfirmedAt: '2026-11-18', deadlineHandedOver: '2026-11-20', deviceCopiesRevoked: true },
    ])
    expect(ofType(memory, 'attrapp', 'inquiry', 'inquiry')[0]).not.toHaveProperty('linkedCase')

    const skisse = caseOf(memory, 'skisse')
    expect(skisse.complaints.map((complaint) => complaint.receivedAt)).toEqual(['2026-11-14', '2026-11-05', '2026-10-26'])
    expect(skisse.concerns).toMatchObject([{ code: 'C-EXPLOIT', status: 'open' }])
    expect(skisse.visits.find((visit) => visit.status === 'done')?.contributions).toHaveLength(1)

    const kulisse = caseOf(memory, 'kulisse')
    expect(kulisse.concerns).toMatchObject([{ code: 'C-HOMELESS', status: 'handled' }])
    expect(ofType(memory, 'kulisse', 'evictionCase')).toMatchObject([
      { stage: 'executed', executedAt: '2026-11-18', belongingsSafe: '2026-12-02' },
    ])
    expect(ofType(memory, 'kulisse', 'contactAttempt', 'inquiry').every((attempt) => attempt.result === 'no_answer')).toBe(true)

    const utkast = caseOf(memory, 'utkast')
    const [second, first] = utkast.plans
    expect(second).toMatchObject({ version: 2, status: 'completed', previous: first?.id, why: 'renewal' })
    expect(first).toMatchObject({ version: 1, status: 'renewed', previous: undefined })
    expect(second?.mainGoals[0]?.lineage).toEqual([second?.mainGoals[0]?.id, first?.mainGoals[0]?.id])
    expect(second?.mainGoals[0]?.subGoals.map(({ lineage }) => lineage.length)).toEqual([2, 2])
    expect(utkast.plan).toMatchObject({ version: 2, status: 'completed' })
    expect(utkast.home.rentDueDay).toBe(22)
    expect(utkast.resident.language).toEqual({ code: 'so', interpreterNeeded: true })
  })

  test('a later write names what it replaces, and only the two amounts do not', () => {
    const loose = HOMES.flatMap((home) => caseOf(memory, home).twoVersions)
    expect(loose.map(({ type, field }) => `${type}.${field}`)).toEqual(['arrears.amount'])
    const dueDays = memory.journal.flatMap(({ change }) => (change.set?.rentDueDay ? [change.set.rentDueDay] : []))
    expect(dueDays.filter((write) => write.over.length === 1)).toMatchObject([{ v: 22 }])
  })

  test('every code has a word', () => {
    const rows = memory.lanes().flatMap((lane) => [...memory.rowsOf(lane).values()])
    for (const row of rows)
      for (const [field, heads] of Object.entries(row.regs)) {
        const list = CODES[`${row.type}.${field}`]
        const known: readonly string[] = list ? TERM_LISTS[list] : []
        if (list) for (const { v } of heads) expect(known, `${row.type}.${field}`).toContain(v)
      }
  })

  test('no national id, no number that could reach anybody, and no visit names health as its reason', () => {
    const texts = memory.journal.flatMap(({ change }) => textsIn(change.set ?? {})).filter((text) => !/^[A-Za-z0-9_-]{22}$/.test(text))
    for (const text of texts) expect(text.replace(/[\s.]/g, '')).not.toMatch(/\d{9,}/)
    for (const text of texts.filter((found) => /\d{6,}/.test(found) && !found.startsWith('case/') && !found.startsWith('inquiry/')))
      expect(text).toMatch(/^(0000 ?\d{4}|116111)$/)
    const phones = memory.journal.flatMap(({ change }) => (typeof change.set?.phone?.v === 'string' ? [change.set.phone.v] : []))
    expect(phones.length).toBeGreaterThan(10)
    for (const phone of phones) expect(phone).toMatch(/^0000 ?\d{4}$/)
    const whys = memory.journal.flatMap(({ change }) => (typeof change.set?.why?.v === 'string' ? [change.set.why.v] : []))
    for (const why of whys) expect(why).not.toMatch(/rus|syk|lege|helse|psyk/i)
  })
})

const CODES: Readonly<Record<string, TermList>> = {
  'resident.clientStatus': 'clientStatus',
  'resident.addressProtection': 'addressProtection',
  'resident.status': 'residentStatus',
  'tenancy.tenureType': 'tenureType',
  'tenancy.paymentMethod': 'paymentMethod',
  'plan.status': 'planStatus',
  'goal.area': 'goalArea',
  'goal.status': 'goalStatus',
  'measure.kind': 'measureKind',
  'measure.status': 'measureStatus',
  'measureLog.done': 'measureResult',
  'groupMember.roleCode': 'groupRole',
  'meeting.kind': 'meetingKind',
  'meeting.status': 'meetingStatus',
  'consent.kind': 'consentKind',
  'consent.how': 'signedHow',
  'signature.how': 'signedHow',
  'visit.kind': 'visitKind',
  'visit.status': 'visitStatus',
  'observation.area': 'area',
  'observation.basis': 'basis',
  'concern.code': 'concernCode',
  'contactAttempt.way': 'contactWay',
  'contactAttempt.result': 'contactResult',
  'contactAttempt.direction': 'contactDirection',
  'task.status': 'taskStatus',
  'inquiry.kind': 'inquiryKind',
  'inquiry.status': 'inquiryStatus',
  'inquiry.channel': 'channel',
  'inquiry.closeReason': 'closeReason',
  'evictionCase.type': 'evictionType',
  'evictionCase.stage': 'evictionStage',
  'letter.template': 'letterTemplate',
  'complaint.about': 'complaintAbout',
  'complaint.fromRole': 'complaintFrom',
  'assessment.kind': 'assessmentKind',
  'transfer.reason': 'transferReason',
  'stay.kind': 'stayKind',
}

const textsIn = (v: unknown): string[] =>
  typeof v === 'string' ? [v] : typeof v === 'object' && v !== null ? Object.values(v).flatMap((inner) => textsIn(inner)) : []

const matterOf = (memory: Memory, home: string) =>
  mergeMatters([
    matterFacts([...memory.rowsOf(laneNamed(memory.office, 'case', home)).values()]),
    matterFacts([...memory.rowsOf(laneNamed(memory.office, 'inquiry', home)).values()]),
  ])

const STARTS = [
  '2026-11-22',
  '2026-11-23',
  '2026-11-24',
  '2026-11-25',
  '2026-11-26',
  '2026-11-27',
  '2026-11-28',
  '2027-05-12',
  '2028-02-29',
]

describe.each(STARTS)('a demo that starts on %s', (start) => {
  const today = localDate(start)
  let memory: Memory
  beforeAll(async () => {
    memory = await seeded(start)
  })
  const planned = () =>
    HOMES.flatMap((home) => caseOf(memory, home).visits.map((visit) => ({ ...visit, home }))).filter((visit) => visit.status === 'planned')
  const onDay = (day: LocalDate) =>
    planned().filter((visit) => visit.start?.startsWith(day) && visit.workers.includes(userNamed(memory, 'Marit')))

  test('everything has moved by whole weeks, and nothing has been written in the future', () => {
    const base = addDays(today, -(weekday(today) % 7))
    const first = caseOf(memory, 'einar').visits.at(-1)?.start?.slice(0, 10) ?? ''
    expect(dayNumber(base) - dayNumber(localDate(first))).toBe(dayNumber(localDate('2026-11-22')) - dayNumber(localDate('2026-11-03')))
    expect(weekday(localDate(first))).toBe(2)
    for (const { change } of memory.journal) expect(change.at.slice(0, 10) < start, change.at).toBe(true)
  })

  test('no planned visit lies before today, and no two of one worker overlap', () => {
    for (const visit of planned()) expect((visit.start ?? '') >= start).toBe(true)
    for (const name of ['Marit', 'Jon']) {
      const mine = planned()
        .filter((visit) => visit.workers.includes(userNamed(memory, name)))
        .sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1))
      for (const [i, visit] of mine.entries()) if (i > 0) expect((mine[i - 1]?.end ?? '') <= (visit.start ?? '')).toBe(true)
    }
  })

  test('Marit has four visits today to four homes, with Jon at Einar and one to Testine', () => {
    const visits = onDay(today)
    expect(visits).toHaveLength(4)
    expect(new Set(visits.map((visit) => visit.home)).size).toBe(4)
    expect(visits.map((visit) => visit.home)).toEqual(expect.arrayContaining(['einar', 'testine']))
    expect(visits.find((visit) => visit.home === 'einar')?.workers).toEqual([userNamed(memory, 'Marit'), userNamed(memory, 'Jon')])
    for (const visit of visits) expect(visit.why).toBeTruthy()
  })

  test('each of the next workdays has one to four visits', () => {
    for (const day of workdaysAhead(today, 5)) {
      expect(onDay(day).length, day).toBeGreaterThanOrEqual(1)
      expect(onDay(day).length, day).toBeLessThanOrEqual(4)
    }
  })
})

test('a step is taken once: a full demo asks for nothing, and a new step finds the homes that are there', async () => {
  const memory = await seeded('2026-11-22')
  const written = memory.journal.length
  expect(memory.office.done).toEqual([1, 2, 3, 4, 5])
  await seedDemo(memory.office)
  expect(memory.journal).toHaveLength(written)
  const lanes = memory.lanes().length
  await seedDemo({ ...memory.office, done: [1, 2, 3, 4], mark: async (step) => expect(step).toBe(5) })
  expect(memory.lanes()).toHaveLength(lanes)
  expect(laneSubject(laneNamed(memory.office, 'case', 'einar'))).toHaveLength(22)
})
