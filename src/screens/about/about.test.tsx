// The pages about a resident as people meet them: what cannot be meant is said and nothing is saved, a protection is made
// weaker by nobody who may not, and what is said before somebody rings stands before the buttons.

import { cleanup, render, screen as shown, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import type { Answer, Casebook, Draft, LaneAccess } from '#device/casebook.ts'
import { type Id, id, instant, type Json, laneSubject } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { aCasebook, anAnswer, anId, LANE } from '../visit/visit-builders.ts'
import { About } from './about.tsx'

beforeAll(() => loadAllWords('nb'))

const ME = anId('M')
let made = 0
function aRow(
  type: RecordType,
  rec: Id,
  set: Readonly<Record<string, Json | readonly [Json, Json]>>,
  two: readonly string[] = [],
): RecordRow {
  const head = (v: Json) => {
    made += 1
    return {
      by: id(`about${String(made).padStart(17, '0')}`),
      actor: made % 2 ? ME : anId('J'),
      at: instant(`2026-11-2${made % 10}T09:00:00Z`),
      v,
      over: [],
    }
  }
  const regs = Object.fromEntries(
    Object.entries(set).map(([field, v]) => [field, two.includes(field) && Array.isArray(v) ? v.map(head) : [head(v)]]),
  )
  return { lane: LANE, id: rec, type, seq: 1, regs }
}
const MARIT = aRow('user', ME, { name: 'Marit', roles: ['followup_worker'] })
const INGRID = aRow('user', ME, { name: 'Ingrid', roles: ['case_worker'] })

const DISTRICT = aRow('agency', anId('8'), { name: 'Demobydelen', kind: 'district' })

interface Shown {
  readonly path?: string
  readonly resident?: Readonly<Record<string, Json>>
  readonly others?: readonly RecordRow[]
  readonly kind?: Casebook['kind']
  readonly who?: RecordRow
  readonly access?: readonly LaneAccess[]
}
function show({ path = '', resident = {}, others = [], kind = 'field', who = MARIT, access }: Shown) {
  const recorded: Patch[] = []
  const kept: Draft[] = []
  const rows = [aRow('resident', anId('R'), { displayName: 'Einar', ...resident }), ...others]
  const answer: Answer = {
    ...anAnswer(),
    office: [who, DISTRICT],
    rows: new Map(rows.map((row) => [row.id, row])),
    ...(access ? { access } : {}),
  }
  const plain = aCasebook({ recorded }, answer)
  const keepDraft: Casebook['keepDraft'] = (draft) => {
    kept.push(draft)
    return plain.keepDraft(draft)
  }
  let n = 0
  const newId = () => {
    n += 1
    return id(`new${String(n).padStart(19, '0')}`)
  }
  const base = `/residents/${laneSubject(LANE)}/about`
  render(
    <Speaking>
      <SessionProvider session={{ casebook: { ...plain, kind, keepDraft, newId }, isDemo: true }}>
        <MemoryRouter initialEntries={[path === '' ? base : `${base}/${path}`]}>
          <Routes>
            <Route path="/residents/:resident/about/*" element={<About />} />
            <Route path="/residents/:resident" element={<p>tilbake</p>} />
          </Routes>
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
  return { recorded, kept, user: userEvent.setup() }
}
const phone = () => shown.findByRole<HTMLInputElement>('textbox', { name: 'Telefon' })
const save = () => shown.findByRole('button', { name: 'Lagre' })

test('a phone number that cannot be one is said at its field, nothing is saved, and the words stay', async () => {
  const { recorded, user } = show({ path: 'contact' })
  await user.type(await phone(), '22 22')
  await user.click(await save())
  expect(await shown.findByText('Et norsk nummer har åtte sifre. Utenlandske begynner med + og landkode.')).toBeTruthy()
  expect((await phone()).value).toBe('22 22')
  expect(recorded).toEqual([])
  await user.type(await phone(), ' 22 22')
  await user.click(await save())
  await waitFor(() => expect(recorded.map(({ set }) => set)).toEqual([{ phone: '22222222' }]))
  expect(await shown.findByRole('heading', { name: 'Om Einar' })).toBeTruthy()
  expect(document.activeElement?.getAttribute('href')).toBe(`/residents/${laneSubject(LANE)}/about/contact`)
})

test('a page that is refused takes the reader to the field that says why, and never says that it is saved', async () => {
  const { recorded, user } = show({ path: 'rent' })
  const rent = await shown.findByRole<HTMLInputElement>('textbox', { name: 'Husleie per måned' })
  await user.type(rent, 'abc')
  const button = await save()
  button.focus()
  expect(await shown.findByText('Utkast')).toBeTruthy()
  await user.click(button)
  await waitFor(() => expect(document.activeElement).toBe(rent))
  expect(shown.queryByText(/^Lagret på telefonen/)).toBeNull()
  expect(recorded).toEqual([])
})

test('an answer that is missing among tiles takes the focus to the tiles', async () => {
  const { user } = show({ path: 'moveOut', others: [tenancy(840_000)] })
  await user.click(await save())
  await waitFor(() => expect(document.activeElement?.closest('[data-refused]')?.textContent).toContain('Velg hvorfor det tar slutt.'))
})

test('what is typed is kept as a draft with what stood there, and nothing is kept before something is typed', async () => {
  const { kept, user } = show({ path: 'strengths', resident: { whatWorks: 'Kaffe først.' } })
  const field = await shown.findByLabelText('Hva virker')
  await user.click(field)
  await user.tab()
  expect(kept).toEqual([])
  await user.type(field, ' Så prat.')
  await waitFor(() => expect(JSON.stringify(kept.at(-1)?.content)).toContain('Kaffe først. Så prat.'))
})

const FLAGGED = { safetyFlag: { level: 'two_workers', reason: 'Avtalt', reviewBy: '2027-03-01' } }
test('a worker is not offered to weaken a safety remark, and is told who can; a coordinator is', async () => {
  show({ path: 'safety', resident: FLAGGED })
  expect((await shown.findAllByRole('radio')).map((radio) => radio.closest('.aksel-radio')?.textContent)).toEqual([
    'Kom to',
    'Ikke alene, ikke hjemme',
  ])
  expect(shown.getByText('Bare den som koordinerer saken, kan gjøre dette svakere.')).toBeTruthy()
})

test('a coordinator may weaken it', async () => {
  const coordinates = [{ user: ME, role: 'coordinator', since: instant('2026-11-01T09:00:00Z') }] as const
  show({ path: 'safety', resident: FLAGGED, kind: 'desk', who: INGRID, access: coordinates })
  expect(await shown.findAllByRole('radio')).toHaveLength(4)
  expect(shown.queryByText(/kan gjøre dette svakere/)).toBeNull()
})

test('safe contact is read before the buttons that ring and write', async () => {
  show({ resident: { phone: '00000101', safeContactNote: 'Ikke legg igjen beskjed.' } })
  const note = await shown.findByText('Ikke legg igjen beskjed.')
  const ring = shown.getByRole('button', { name: /^Ring/ })
  expect(note.compareDocumentPosition(ring) & Node.DOCUMENT_POSITION_FOLLOWING).toBeTruthy()
})

test('nobody is rung who wants no contact, and a relative not before the resident has said yes', async () => {
  const relative = aRow('relative', anId('S'), { name: 'Søster Prøve', relation: 'søster', phone: '00000140', mayContact: true })
  show({ resident: { phone: '00000101', contactStop: { since: '2026-11-01', scope: 'all_visits' } }, others: [relative] })
  expect(await shown.findByText('Ta ikke kontakt. Beboeren har ikke sagt ja.')).toBeTruthy()
  expect(shown.queryByRole('button', { name: /^Ring/ })).toBeNull()
})

const dwelling = aRow('dwelling', anId('D'), { address: 'Eksempelveien 1' })
const tenancy = (rent: Json) =>
  aRow('tenancy', anId('T'), { dwelling: anId('D'), tenureType: 'private_rental', rentMonthly: rent, status: 'active' }, ['rentMonthly'])

test('a protected address stands on no phone, and stands at the desk', async () => {
  show({ resident: { addressProtection: 'confidential' }, others: [dwelling] })
  expect(await shown.findByText('Adressen er sperret og vises bare på kontoret.')).toBeTruthy()
  expect(shown.queryByText('Eksempelveien 1')).toBeNull()
})

test('at the desk a protected address can be read and changed', async () => {
  show({ resident: { addressProtection: 'confidential' }, others: [dwelling], kind: 'desk', who: INGRID })
  expect(await shown.findByText('Eksempelveien 1')).toBeTruthy()
})

test('two who wrote the rent differently are both shown where it stands, none is chosen, and one tap leads to settling it', async () => {
  show({ others: [dwelling, tenancy([840_000, 860_000])] })
  const link = await shown.findByRole('link', { name: /^Husleia: (8.400.kr eller 8.600.kr|8.600.kr eller 8.400.kr)/ })
  expect(link.getAttribute('href')).toBe(`/residents/${laneSubject(LANE)}/versions`)
})

test('the national identity number is shown masked at the desk of one who coordinates, and nowhere else', async () => {
  const identity = aRow('identity', anId('X'), { nationalId: '01410000000' })
  const { user } = show({ others: [identity], kind: 'desk', who: INGRID })
  expect(await shown.findByText('014100 *****')).toBeTruthy()
  expect(document.body.textContent).not.toContain('00000')
  await user.click(shown.getByRole('button', { name: 'Vis: Fødselsnummer' }))
  expect(await shown.findByText('014100 00000')).toBeTruthy()
  await user.click(shown.getByRole('button', { name: 'Endre: Fødselsnummer' }))
  await user.clear(shown.getByLabelText('Fødselsnummer'))
  await user.type(shown.getByLabelText('Fødselsnummer'), '12345678901')
  await user.click(shown.getByRole('button', { name: 'Lagre' }))
  expect(await shown.findByText('Tallene stemmer ikke. Se over fødselsnummeret.')).toBeTruthy()
})

test('a phone shows nothing of a national identity number, even if it had one', async () => {
  show({ others: [aRow('identity', anId('X'), { nationalId: '01410000000' })], who: INGRID })
  expect(await shown.findByRole('heading', { name: 'Om Einar' })).toBeTruthy()
  expect(shown.queryByText('Fødselsnummer')).toBeNull()
})

test('the district is one tap on the list of the office or words of one’s own, and stands with the address', async () => {
  const dwelling = aRow('dwelling', anId('D'), { address: 'Eksempelveien 3' })
  const { recorded, user } = show({ path: 'address', others: [dwelling] })
  await user.click(await shown.findByRole('button', { name: 'Demobydelen' }))
  expect(shown.getByRole<HTMLInputElement>('textbox', { name: 'Bydel' }).value).toBe('Demobydelen')
  await user.click(await save())
  await waitFor(() => expect(recorded.map(({ type, set }) => [type, set])).toEqual([['dwelling', { district: 'Demobydelen' }]]))
})

test('whom neighbours may ring is written with name, number and area, read with the home, and hidden with the address', async () => {
  const dwelling = aRow('dwelling', anId('D'), { address: 'Eksempelveien 3', neighbourContact: { name: 'Øve', area: 'Blokk A' } })
  const { recorded, user } = show({ path: 'neighbour', others: [dwelling] })
  await user.type(await phone(), '22 22 22 22')
  await user.click(await save())
  await waitFor(() =>
    expect(recorded.map(({ set }) => set)).toEqual([{ neighbourContact: { name: 'Øve', area: 'Blokk A', phone: '22222222' } }]),
  )
  cleanup()
  show({ others: [dwelling] })
  expect(await shown.findByText('Hvilket område: Blokk A')).toBeTruthy()
  cleanup()
  show({ others: [dwelling], resident: { addressProtection: 'confidential' } })
  expect(await shown.findByText('Øremerking')).toBeTruthy()
  expect(shown.queryByText(/Blokk A/)).toBeNull()
})
