import { render, screen as shown, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { ReactNode } from 'react'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import type { Acted, Answer, Casebook, HeldChange } from '#device/casebook.ts'
import { type CaseView, readCase } from '#domain/case-view.ts'
import type { RecordRow } from '#domain/register.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { aCasebook } from '../visit/visit-builders.ts'
import { DeskStateProvider, useDesk } from './desk-state.tsx'
import { aHeld, anAccess, anOfficeAnswer, aRow, INGRID, JON, MARIT, named, written } from './held-builders.ts'
import { Inbox } from './inbox.tsx'
import { useLogContext } from './use-log-context.ts'
import { WhoFollowsUp } from './who-follows-up.tsx'

beforeAll(() => loadAllWords('nb'))
/** What jsdom has not got. */
beforeAll(() => {
  Element.prototype.scrollIntoView = () => undefined
  HTMLDialogElement.prototype.showModal = function show(this: HTMLDialogElement) {
    this.open = true
  }
  HTMLDialogElement.prototype.close = function close(this: HTMLDialogElement) {
    this.open = false
  }
})

interface Office {
  readonly decided: string[]
  readonly moved: unknown[]
  readonly answer?: (n: number) => Acted
}

function show(inside: ReactNode, office: Office, held: readonly HeldChange[], rows: readonly RecordRow[] = [], at = '') {
  const answer = anOfficeAnswer(rows, { held, unfinished: [] })
  const casebook: Casebook = {
    ...aCasebook({ recorded: [] }, answer),
    kind: 'desk',
    me: INGRID,
    office: {
      decide: async (change, how, reason) => {
        office.decided.push(`${change} ${how} ${reason}`)
        return office.answer?.(office.decided.length) ?? { ok: true }
      },
      setAccess: async (_lane, how) => {
        office.moved.push(how)
        return { ok: true }
      },
      erase: async () => ({ ok: true }),
    },
  }
  render(
    <Speaking>
      <SessionProvider session={{ casebook, isDemo: false }}>
        <MemoryRouter initialEntries={[`/inbox${at}`]}>
          <DeskStateProvider>{inside}</DeskStateProvider>
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
}
const anOffice = (answer?: Office['answer']): Office => ({ decided: [], moved: [], ...(answer ? { answer } : {}) })
const TASK = named(600)
const inbox = <Inbox onHelp={() => undefined} />
const open = (change: HeldChange) => `?at=${change.id}.3`
const aTask = (n: number, more: Partial<HeldChange> = {}) => aHeld(n, { rec: TASK, set: written({ title: 'Ring utleieren' }), ...more })

test('what was written stands beside what the case says now, with who, why and no plumbing', async () => {
  const change = aTask(1, { set: written({ title: 'Ring utleieren', status: 'done', order: 3 }) })
  show(inbox, anOffice(), [change], [aRow('task', TASK, { title: 'Skriv til utleieren', status: 'done' })], open(change))
  expect(await shown.findByRole('heading', { name: 'Avtale fra Marit' })).toBeTruthy()
  expect(shown.getByText('Marit hadde ikke tilgang til saken da dette kom fram.')).toBeTruthy()
  expect(await shown.findByText('Ring utleieren')).toBeTruthy()
  expect(shown.getByText('Står i saken nå: Skriv til utleieren')).toBeTruthy()
  expect(shown.getAllByText(/^Står i saken nå/)).toHaveLength(1)
  expect(shown.queryByText('3')).toBeNull()
})

test('nothing is decided without a choice and one line of why; then each part is, in order, and the list moves on', async () => {
  const office = anOffice()
  const [first, second] = [aTask(1), aTask(2)]
  show(inbox, office, [second, first], [], open(first))
  const user = userEvent.setup()
  await user.click(await shown.findByRole('button', { name: 'Gjør det' }))
  expect(shown.getByRole('alert').textContent).toBe('Velg hva som skal skje.')
  await user.click(shown.getByRole('radio', { name: /^Ta inn/ }))
  await user.click(shown.getByRole('button', { name: 'Ta inn i saken' }))
  expect(shown.getByRole('alert').textContent).toBe('Skriv kort hvorfor.')
  expect(office.decided).toEqual([])
  await user.type(shown.getByRole('textbox'), 'Marit var der før saken ble flyttet')
  await user.click(shown.getByRole('button', { name: 'Ta inn i saken' }))
  const why = 'Marit var der før saken ble flyttet'
  expect(office.decided).toEqual([`${first.id} release ${why}`, `${second.id} release ${why}`])
})

test('a number chooses, the cursor stands in the reason, and Enter there decides', async () => {
  const office = anOffice()
  const change = aTask(1, { why: 'signed', may: ['addendum', 'close'] })
  show(inbox, office, [change], [], open(change))
  await shown.findByRole('radio', { name: /^Ta inn som tillegg/ })
  expect(shown.getAllByRole('radio')).toHaveLength(2)
  await userEvent.keyboard('1')
  expect(document.activeElement).toBe(shown.getByRole('textbox'))
  await userEvent.keyboard('Hørt av to{Enter}')
  expect(office.decided).toEqual([`${change.id} addendum Hørt av to`])
})

test('when the office says no to one part the rest is left, the reason stays, and it says that nothing else happened', async () => {
  const office = anOffice((n) => (n === 1 ? { ok: true } : { ok: false, refusal: { kind: 'notAllowed' } }))
  const all = [aTask(1), aTask(2), aTask(3)]
  show(inbox, office, all, [], open(aTask(1)))
  await userEvent.click(await shown.findByRole('radio', { name: /^La ligge/ }))
  await userEvent.type(shown.getByRole('textbox'), 'Dobbelt')
  await userEvent.click(shown.getByRole('button', { name: 'La ligge utenfor saken' }))
  expect(await shown.findByText(/^Det gikk ikke\./)).toBeTruthy()
  expect(office.decided).toHaveLength(2)
  expect(shown.getByDisplayValue('Dobbelt')).toBeTruthy()
})

test('what cannot be opened is said honestly, with whom to call', async () => {
  const { lane: _, rec: __, type: ___, set: ____, ...sealed } = aHeld(1, { why: 'bad', may: ['close'] })
  show(inbox, anOffice(), [sealed], [], open(sealed))
  expect(await shown.findByRole('heading', { name: 'Kunne ikke åpnes. Ring Marit.' })).toBeTruthy()
  expect(shown.getByRole('button', { name: 'Ring Marit' })).toBeTruthy()
  expect(within(shown.getByRole('radiogroup')).getAllByRole('radio')).toHaveLength(1)
})

test('a held concern says that it is one, and asks to be followed up now', async () => {
  const change = aHeld(1, { type: 'concern', set: written({ code: 'C-CHILD', urgency: 'today' }) })
  show(inbox, anOffice(), [change], [], open(change))
  expect(await shown.findByRole('heading', { name: 'Bekymring for barn fra Marit' })).toBeTruthy()
  expect(shown.getByText(/^En bekymring\. Følg den opp nå/)).toBeTruthy()
  expect(shown.getByRole('heading', { name: 'Bekymringer 1' })).toBeTruthy()
})

function Who() {
  const answer = useDesk().answer
  const view = answer && readCase(answer.rows)
  return answer && view ? <WhoOf answer={answer} view={view} /> : null
}
function WhoOf({ answer, view }: { readonly answer: Answer; readonly view: CaseView }) {
  const access = [anAccess(INGRID, 'coordinator'), anAccess(MARIT, 'worker')]
  return <WhoFollowsUp view={view} access={access} context={useLogContext(view, answer)} />
}

test('a case is moved from Marit to Jon in one step, with what happens in plain words and a reason', async () => {
  const office = anOffice()
  show(<Who />, office, [])
  expect(await shown.findByText(/^Følger opp siden 3\.\smars\s2026$/)).toBeTruthy()
  await userEvent.click(shown.getByRole('button', { name: 'Gi eller flytt saken' }))
  await userEvent.click(shown.getByRole('radio', { name: 'Flytte saken fra en til en annen' }))
  await userEvent.click(shown.getByRole('radio', { name: 'Marit' }))
  await userEvent.click(shown.getByRole('radio', { name: 'Jon' }))
  expect(shown.getByText(/^Marit mister saken på telefonen ved neste kontakt\. Det Marit ikke har sendt, kommer hit/)).toBeTruthy()
  expect(shown.getByText(/^Jon får saken ved neste kontakt/)).toBeTruthy()
  await userEvent.click(shown.getByRole('button', { name: 'Flytt saken fra Marit til Jon' }))
  expect(office.moved).toEqual([])
  await userEvent.type(shown.getByRole('textbox'), 'Marit går i permisjon')
  await userEvent.click(shown.getByRole('button', { name: 'Flytt saken fra Marit til Jon' }))
  expect(office.moved).toEqual([{ give: [{ user: JON, role: 'worker' }], take: [MARIT], reason: 'Marit går i permisjon' }])
})

test('a decision that came too early says what it waits for', async () => {
  const change = aHeld(1, { type: 'decision', why: 'awaits', may: ['close'], set: written({ meeting: 'm', text: 'Ringe banken' }) })
  show(inbox, anOffice(), [change], [], open(change))
  expect(await shown.findByText(/^Det er ikke svart på om beboeren var med/)).toBeTruthy()
})
