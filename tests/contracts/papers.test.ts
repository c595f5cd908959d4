// What stands on each paper, made from the demo's homes.

import { beforeAll, describe, expect, test } from 'vitest'
import { HANDED_HOW } from '#domain/codes.ts'
import type { Json } from '#domain/ids.ts'
import { localDate } from '#domain/ids.ts'
import type { Block, Paper } from '#domain/paper.ts'
import { agreementPaper } from '#domain/paper-agreement.ts'
import { consentPaper } from '#domain/paper-consent.ts'
import type { PaperGiven } from '#domain/paper-given.ts'
import { copiesOf, giveCopy, papersOf } from '#domain/paper-list.ts'
import { invitationPaper, minutesPaper, type Receiver, receiversOf, shownIn } from '#domain/paper-meeting.ts'
import { planPaper } from '#domain/paper-plan.ts'
import { patch, type RecordType, rowsOf } from '#domain/records.ts'
import { seenOf } from '#domain/register.ts'
import { applied } from '#domain/visit-fixture.ts'
import { lineWords, plainText } from '#screens/papers/paper-words.ts'
import { LANGUAGES, type Language } from '#texts/catalogue.ts'
import { loadAllWords, sayIn } from '#texts/say.ts'
import { caseIn, type Demo, demoRows, type Rows } from '../support/demo-rows.ts'
import { newId } from '../support/memory-office.ts'
import { everyPaper, givenIn, there, withMeeting } from '../support/papers.ts'

let demo: Demo
beforeAll(async () => {
  demo = await demoRows()
  for (const language of LANGUAGES) await loadAllWords(language)
})

const given = (rows: Rows): PaperGiven => givenIn(demo, rows)
const speech = (language: Language) => ({ say: sayIn(language), language })
const words = (paper: Paper | undefined, language: Language = 'nb'): string => {
  if (!paper) throw new Error('no such paper')
  return plainText(paper, [], speech(language)).replaceAll('\u00a0', ' ')
}
const headings = (paper: Paper | undefined) => paper?.sections.flatMap(({ heading }) => heading ?? [])
const blocks = (paper: Paper | undefined, kind: Block['block']) =>
  paper?.sections.flatMap((one) => one.blocks).filter(({ block }) => block === kind) ?? []
const rowNamed = (rows: Rows, type: RecordType, field: string, value: Json) =>
  there([...rows.values()].find((row) => row.type === type && row.regs[field]?.[0]?.v === value))
const member = (rows: Rows, name: string): Receiver => there(caseIn(rows).group?.members.find((one) => one.name === name))

describe('the collaboration plan', () => {
  test('stands in the order of the circular: agreed, measures, main goals, sub-goals, the group', () => {
    const order = ['agreed', 'measures', 'mainGoals', 'subGoals', 'group']
    expect(headings(planPaper(given(demo.home('einar'))))).toEqual(order)
    const young = there(headings(planPaper(given(demo.home('kristiansand')))))
    expect(young).toEqual(order.filter((one) => one !== 'subGoals' || young.includes('subGoals')))
  })

  test('holds every measure, goal and member of Einar, how to reach them, the next dates, and that it is no lease', () => {
    const text = words(planPaper(given(demo.home('einar'))))
    for (const part of [
      'Samarbeidsplan for Einar',
      '«Jeg vil bli boende.»',
      'Ta imot hjemmehjelp',
      'Einar: Være noenlunde edru',
      'Torsdager kl. 10.00',
      'Benytte avrusning',
      'Forvaltning av økonomi',
      'Einar har sagt ja.',
      '1. Opprettholde boforholdet',
      '- Bedre kosthold',
      'Ingrid, saksbehandler: koordinator, 00 00 00 03',
      'Ola Prøve, fastlege: ring Ingrid',
      'Marit og Jon kommer tirsdag 24. november 2026 kl. 11.00.',
      'Vi ser på planen sammen tirsdag 1. desember 2026.',
      'Planen er ikke en husleieavtale.',
    ])
      expect(text).toContain(part)
  })

  test('says of the young man from Kristiansand that the police are told only if he has said yes', () => {
    const text = words(planPaper(given(demo.home('kristiansand'))))
    expect(text).toContain('Utvidede blodprøver')
    expect(text).toContain('Fravær: vi sier fra til politi. Bare hvis du har sagt ja.')
    expect(text).toContain('To ganger i uka')
  })

  test('has lines to sign on until the resident has agreed, and then says how she did', () => {
    const [einar, young] = [planPaper(given(demo.home('einar'))), planPaper(given(demo.home('kristiansand')))]
    expect(blocks(einar, 'sign')).toEqual([])
    expect(words(einar)).toContain('Einar: muntlig enig')
    const unsigned = [...demo.home('kristiansand')].filter(([, row]) => row.type !== 'signature')
    expect(blocks(planPaper(given(new Map(unsigned))), 'sign')).toHaveLength(1)
    expect(young).toBeDefined()
  })

  test('shows both where two versions stand', () => {
    const rows = demo.home('einar')
    const { lane, plan } = caseIn(rows)
    const two = applied(rows, [patch(lane, 'plan', there(plan).id, { residentsWish: 'Jeg vil ha ro.' })])
    const text = words(planPaper(given(two)))
    expect(text).toContain('Jeg vil bli boende.')
    expect(text).toContain('Jeg vil ha ro.')
  })

  test('prints a condition only with the law it stands on', () => {
    const rows = demo.home('einar')
    const { lane, plan } = caseIn(rows)
    const row = there(rows.get(there(plan).id))
    expect(words(planPaper(given(rows)))).not.toContain('må Einar ta imot')
    const statedCondition = { text: 'Einar tar imot hjemmehjelp', setBy: 'Kommunen', legalBasis: 'sosialtjenesteloven § 20' }
    const lawful = applied(rows, [patch(lane, 'plan', row.id, { statedCondition }, { seen: seenOf(row) })])
    expect(words(planPaper(given(lawful)))).toContain('Einar tar imot hjemmehjelp (sosialtjenesteloven § 20)')
  })
})

describe('the other papers', () => {
  test('a consent says whose words, how and when, and that it can be taken back', () => {
    const rows = demo.home('einar')
    const text = words(consentPaper(given(rows), rowNamed(rows, 'consent', 'kind', 'control_economy').id))
    expect(text).toContain('Kommunen kan forvalte uføretrygden min')
    expect(text).toContain('Einar: på papir, 1. september 2026.')
    expect(text).toContain('Du kan ta det tilbake når du vil.')
  })

  test('a consent that is taken back says so, and does not read as a yes', () => {
    const rows = demo.home('einar')
    const row = rowNamed(rows, 'consent', 'kind', 'control_economy')
    const after = applied(rows, [patch(row.lane, 'consent', row.id, { withdrawn: { on: localDate('2026-11-23') } })])
    expect(words(consentPaper(given(after), row.id))).toContain('Tatt tilbake 23. november 2026. Det gjelder ikke lenger.')
    expect(words(planPaper(given(after)))).toContain('Bare hvis Einar sier ja.')
  })

  test('a payment agreement counts every instalment, and what a visit left stands with whom and when', () => {
    const rows = demo.home('testine')
    const arrangement = there(rowsOf(rows.values(), 'paymentArrangement')[0])
    const paper = agreementPaper(given(rows), arrangement.id)
    expect(words(paper)).toContain('Til sammen: 26 000 kr')
    expect(blocks(paper, 'table')[0]).toMatchObject({ rows: { length: 6 } })
    const einar = given(demo.home('einar'))
    const visit = there(papersOf(einar.view, einar.rows).find(({ kind }) => kind === 'agreement'))
    expect(words(agreementPaper(einar, visit.of))).toContain('Vi kjøper stoler sammen – Marit – Fredag 27. november')
  })

  test('an invitation speaks to the resident with the whole agenda, to a member with the titles she may know', () => {
    const { rows, meeting } = withMeeting(demo.home('einar'))
    const from = given(rows)
    const mine = words(invitationPaper(from, meeting, 'resident'))
    expect(mine).toContain('Du og Ingrid inviterer til møte i ansvarsgruppa.')
    expect(mine).toContain('2. gjelden')
    expect(mine).toContain('Du bestemmer hvem som skal være med, og kan ta med en du stoler på.')
    const doctors = words(invitationPaper(from, meeting, member(rows, 'Ola Prøve')))
    expect(doctors).toContain('1. tannlegen')
    expect(doctors).not.toMatch(/gjelden|noe annet|Snakket om|Du bestemmer/)
  })

  test('minutes are whole to the resident, cut to a member, and none to somebody she has not said yes to', () => {
    const { rows, meeting } = withMeeting(demo.home('einar'))
    const from = given(rows)
    const whole = words(minutesPaper(from, meeting, 'resident'))
    for (const part of ['Alle fikk si sitt.', 'tannlegen', 'gjelden', 'noe annet', 'Ringe banken']) expect(whole).toContain(part)
    const cut = words(minutesPaper(from, meeting, member(rows, 'Ola Prøve')))
    expect(cut).toContain('Snakket om tannlegen')
    expect(cut).not.toMatch(/gjelden|noe annet|Ringe banken|Alle fikk/)
    expect(shownIn(from, meeting, member(rows, 'Ola Prøve'))).toHaveLength(1)
    expect(minutesPaper(from, meeting, member(rows, 'Avrusningen'))).toBeUndefined()
    expect(invitationPaper(from, meeting, member(rows, 'Avrusningen'))).toBeUndefined()
    expect(receiversOf(from, 'minutes', meeting).map(({ name }) => name)).not.toContain('Avrusningen')
  })

  test('a copy is noted with whom, when and how; never to nobody, never for tomorrow', () => {
    const rows = demo.home('einar')
    const from = given(rows)
    const paper = there(planPaper(from))
    const copy = { lane: from.view.lane, id: newId(), to: 'Einar', on: demo.today, today: demo.today, how: HANDED_HOW[0] }
    const made = giveCopy(paper, copy)
    expect(made.ok && copiesOf(applied(rows, [made.value]), paper)).toMatchObject([{ to: 'Einar', on: demo.today, how: 'handed_over' }])
    expect(giveCopy(paper, { ...copy, to: ' ' })).toMatchObject({ refusal: { kind: 'noReceiver' } })
    expect(giveCopy(paper, { ...copy, on: localDate('2026-11-25') })).toMatchObject({ refusal: { kind: 'notYet' } })
  })

  test('every paper has words in every language, and none of them is empty', () => {
    const { rows } = withMeeting(demo.home('einar'))
    for (const paper of everyPaper(demo, rows))
      for (const language of LANGUAGES) {
        const lines = paper.sections.flatMap(({ blocks: all }) =>
          all.flatMap((one) => (one.block === 'lines' ? one.lines : one.block === 'list' ? one.items : [])),
        )
        expect(lines.map((line) => lineWords(line, speech(language)))).not.toContain('')
        expect(words(paper, language)).not.toMatch(/undefined|\[object|term\.|paper\./)
      }
  })
})
