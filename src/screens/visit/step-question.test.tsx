import { render, screen as shown, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, beforeEach, expect, test, vi } from 'vitest'
import type { StepAnswer } from '#domain/answers.ts'
import type { Step } from '#domain/guide.ts'
import type { Patch } from '#domain/register.ts'
import { screensOf } from '#domain/visit-walk.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { StepQuestion } from './step-question.tsx'
import { useHeld } from './use-keeper.ts'
import { type OpenVisit, walkOf } from './use-visit.ts'
import { anId, anOpenVisit, GOAL, same, TASK, VISIT } from './visit-builders.ts'

beforeAll(() => loadAllWords('nb'))

const OPTIONS = [
  { code: 'a', text: same('Alfa') },
  { code: 'b', text: same('Beta') },
]

let recorded: Patch[] = []
let passedBy = 0
beforeEach(() => {
  recorded = []
  passedBy = 0
})

function Asked({ open }: { readonly open: OpenVisit }) {
  const { content } = useHeld(open.keeper)
  const screen = screensOf(walkOf(open, content))[0]
  const passed = () => {
    passedBy += 1
  }
  return screen ? <StepQuestion open={open} screen={screen} content={content} onPassed={passed} /> : null
}

async function ask(step: Partial<Step> & Pick<Step, 'type'>) {
  const open = anOpenVisit(step, { recorded })
  render(
    <Speaking>
      <SessionProvider session={{ casebook: open.casebook, isDemo: false }}>
        <MemoryRouter>
          <Asked open={open} />
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
  await shown.findByRole('heading', { name: 'Hva nå?' })
  const answer = (): StepAnswer | undefined => open.keeper.held().content.answers.s
  return { user: userEvent.setup(), answer, open }
}
const tap = (name: string | RegExp) => shown.getByRole('radio', { name })

test('the question takes the focus when the step opens', async () => {
  await ask({ type: 'yesno' })
  await vi.waitFor(() => expect(document.activeElement).toBe(shown.getByRole('heading', { name: 'Hva nå?' })), 60_000)
})

test('yes and no are codes, and a tap does not move on', async () => {
  const { user, answer } = await ask({ type: 'yesno' })
  await user.click(tap('Nei'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'code', code: 'no' } })
  expect(passedBy).toBe(0)
})

test('«Vet ikke» is an answer of its own', async () => {
  const { user, answer } = await ask({ type: 'yesnounsure' })
  await user.click(tap('Vet ikke'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'code', code: 'unsure' } })
})

test('one of several holds its code, and the note stays with it', async () => {
  const { user, answer } = await ask({ type: 'single', options: OPTIONS, hasNote: true })
  await user.type(shown.getByRole('textbox', { name: 'Hva ble sagt?' }), 'Sa det selv.')
  expect(answer()).toEqual({ kind: 'given', value: { is: 'text', text: 'Sa det selv.' } })
  await user.click(tap('Beta'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'code', code: 'b' }, note: 'Sa det selv.' })
})

test('several hold their codes; none left is not an answer', async () => {
  const { user, answer } = await ask({ type: 'multi', options: OPTIONS })
  await user.click(shown.getByRole('checkbox', { name: 'Alfa' }))
  await user.click(shown.getByRole('checkbox', { name: 'Beta' }))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'codes', codes: ['a', 'b'] } })
  await user.click(shown.getByRole('checkbox', { name: 'Alfa' }))
  await user.click(shown.getByRole('checkbox', { name: 'Beta' }))
  expect(answer()).toBeUndefined()
})

test('skipped, declined and empty are three different things', async () => {
  const { user, answer } = await ask({ type: 'text' })
  expect(answer()).toBeUndefined()
  await user.click(shown.getByRole('button', { name: 'Hopp over' }))
  expect(answer()).toEqual({ kind: 'skipped' })
  await user.click(shown.getByRole('button', { name: 'Vil ikke svare' }))
  expect(answer()).toEqual({ kind: 'declined' })
  expect(passedBy).toBe(2)
})

test('turning back after «Hopp over» brings the words back', async () => {
  const { user, answer } = await ask({ type: 'text' })
  await user.type(shown.getByRole('textbox'), 'Det går.')
  await user.click(shown.getByRole('button', { name: 'Hopp over' }))
  await user.click(shown.getByRole('button', { name: 'Hopp over' }))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'text', text: 'Det går.' } })
})

test('what only the worker answers cannot be declined; what is required cannot be passed by', async () => {
  await ask({ type: 'yesno', isWorkerOnly: true })
  expect(shown.queryByRole('button', { name: 'Vil ikke svare' })).toBeNull()
  expect(shown.getByRole('button', { name: 'Hopp over' })).toBeTruthy()
})

test('a required step has neither of the two words', async () => {
  await ask({ type: 'multi', options: OPTIONS, isRequired: true })
  expect(shown.queryByRole('button', { name: 'Hopp over' })).toBeNull()
})

test('money is kroner on the screen and øre in the answer', async () => {
  const { user, answer } = await ask({ type: 'money' })
  await user.type(shown.getByRole('textbox'), '18 400,50')
  expect(answer()).toEqual({ kind: 'given', value: { is: 'number', number: 1_840_050 } })
})

test('a number is stepped with the thumb', async () => {
  const { user, answer } = await ask({ type: 'number' })
  await user.click(shown.getByRole('button', { name: 'Én mer' }))
  await user.click(shown.getByRole('button', { name: 'Én mer' }))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'number', number: 2 } })
})

test('a date has three quick choices', async () => {
  const { user, answer } = await ask({ type: 'date' })
  await user.click(shown.getByRole('button', { name: 'Om en uke' }))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'text', text: '2026-12-01' } })
})

test('a scale holds its number', async () => {
  const { user, answer } = await ask({
    type: 'scale5',
    options: ['4', '3', '2', '1', '0'].map((code) => ({ code, text: same(`Nivå ${code}`) })),
  })
  await user.click(tap('Nivå 1'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'number', number: 1 } })
})

test('a goal that fell by two is asked why, and passed by alone', async () => {
  const { user, answer } = await ask({ type: 'goalScore', followUp: { when: ['drop'], text: same('Hva skjedde?') } })
  await user.click(tap(/^2/))
  await user.type(shown.getByRole('textbox', { name: 'Hva skjedde?' }), 'Syk')
  expect(answer()).toEqual({ kind: 'given', value: { is: 'scores', scores: { [GOAL]: { by: 'resident', score: 2, why: 'Syk' } } } })
  await user.click(shown.getByRole('button', { name: 'Vil ikke svare' }))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'scores', scores: { [GOAL]: { by: 'resident', none: 'declined' } } } })
})

test('each agreement has its own answer, and «nei» asks what came in the way', async () => {
  const { user, answer } = await ask({
    type: 'measureCheck',
    writes: [{ kind: 'taskStatus' }],
    followUp: { when: ['no'], text: same('Hva kom i veien?') },
  })
  await user.click(shown.getByRole('button', { name: 'Nei' }))
  await user.type(shown.getByRole('textbox', { name: 'Hva kom i veien?' }), 'Regn')
  expect(answer()).toEqual({ kind: 'given', value: { is: 'checks', checks: { [TASK]: { result: 'no', note: 'Regn' } } } })
})

test('an agreement has words, who and when', async () => {
  const { user, answer } = await ask({ type: 'agreements' })
  await user.type(shown.getByRole('textbox', { name: 'Avtale 1' }), 'Kjøpe stoler')
  await user.click(shown.getByRole('button', { name: 'Einar' }))
  await user.click(shown.getByRole('button', { name: 'I morgen' }))
  const lines = [{ text: 'Kjøpe stoler', who: 'resident', due: '2026-11-25' }]
  expect(answer()).toEqual({ kind: 'given', value: { is: 'agreements', lines } })
})

test('the next visit is the same time in a week, or the resident gets in touch', async () => {
  const { user, answer } = await ask({ type: 'nextVisit' })
  await user.click(tap(/Om en uke/))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'nextVisit', start: '2026-12-01T11:00' } })
  await user.click(tap('Einar tar kontakt'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'nextVisit', residentCalls: true } })
})

test('an area is chosen before its level is', async () => {
  const { user, answer } = await ask({
    type: 'areas',
    levels: [3, 2, 1, 0].map((level) => ({ code: String(level), text: same(`Nivå ${level}`) })),
  })
  await user.click(shown.getByRole('button', { name: 'Brannsikkerhet' }))
  await user.click(shown.getByRole('button', { name: 'Nivå 1' }))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'areas', areas: { fire_safety: { level: 1 } } } })
})

test('a concern is saved at the tap, once, and stands in the draft', async () => {
  const { user, open } = await ask({ type: 'yesno', raises: [{ when: ['yes'], concern: 'C-CHILD' }] })
  await user.click(tap('Ja'))
  await user.click(tap('Nei'))
  await user.click(tap('Ja'))
  expect(recorded.map(({ type, set }) => [type, set.code])).toEqual([['concern', 'C-CHILD']])
  await waitFor(() => expect(open.keeper.held().content.concerns).toEqual([{ id: anId('N'), code: 'C-CHILD', fromStep: 's' }]))
})

test('how it went is saved at the tap', async () => {
  const { user } = await ask({
    type: 'single',
    isRequired: true,
    options: [{ code: 'not_home', text: same('Ikke hjemme') }],
    writes: [{ kind: 'outcome' }],
  })
  await user.click(tap('Ikke hjemme'))
  expect(recorded.map(({ rec, set }) => [rec, set])).toEqual([[VISIT, { outcome: { code: 'not_home' } }]])
})
