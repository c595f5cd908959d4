// The answers only an evaluation asks for: whether a goal is reached, whether a measure helped and shall go on, and how
// long the next plan shall last.

import { render, screen as shown } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import type { Step } from '#domain/guide.ts'
import { screensOf } from '#domain/visit-walk.ts'
import { G6_V1 } from '#guides/g6.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { StepQuestion } from './step-question.tsx'
import { useHeld } from './use-keeper.ts'
import { type OpenVisit, walkOf } from './use-visit.ts'
import { anId, anOpenVisit, GOAL } from './visit-builders.ts'

beforeAll(() => loadAllWords('nb'))

const stepOf = (id: string): Step => {
  const step = G6_V1.blocks.flatMap((block) => block.steps).find((one) => one.id === id)
  if (!step) throw new Error('no step')
  const { showIf: _always, ...shownAlways } = step
  return { ...shownAlways, id: 's' }
}
const MEASURE = anId('U')

function Asked({ open }: { readonly open: OpenVisit }) {
  const { content } = useHeld(open.keeper)
  const screen = screensOf(walkOf(open, content))[0]
  return screen ? <StepQuestion open={open} screen={screen} content={content} onPassed={() => {}} /> : null
}
async function ask(id: string) {
  const made = anOpenVisit(stepOf(id), { recorded: [] })
  const one = { id: MEASURE, text: 'Hjemmehjelp', servicesPart: 'Fast dag' }
  const context = { ...made.context, measures: [one], commitments: [one] } as unknown as OpenVisit['context']
  const open: OpenVisit = { ...made, context }
  render(
    <Speaking>
      <SessionProvider session={{ casebook: open.casebook, isDemo: false }}>
        <MemoryRouter>
          <Asked open={open} />
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
  await shown.findByRole('heading', { level: 2 })
  return { user: userEvent.setup(), answer: () => open.keeper.held().content.answers.s }
}
const button = (name: string | RegExp) => shown.getByRole('button', { name })

test('whether the goal is reached stands under the stairs, and each can be answered without the other', async () => {
  const { user, answer } = await ask('goals.reached')
  await user.click(button('Nådd'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'scores', scores: { [GOAL]: { by: 'resident', goalResult: 'reached' } } } })
  await user.click(shown.getByRole('radio', { name: '4 · Klarer selv' }))
  expect(answer()).toMatchObject({ value: { scores: { [GOAL]: { score: 4, goalResult: 'reached' } } } })
  await user.click(button('Nådd'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'scores', scores: { [GOAL]: { by: 'resident', score: 4 } } } })
})

test('a goal one would not answer about is declined, with or without a result', async () => {
  const { user, answer } = await ask('goals.reached')
  await user.click(button('Delvis'))
  await user.click(button('Vil ikke svare'))
  expect(answer()).toMatchObject({ value: { scores: { [GOAL]: { none: 'declined' } } } })
})

test('each measure has both answers, named for a screen reader, and words when it should be otherwise', async () => {
  const { user, answer } = await ask('help.helped')
  expect(shown.getByRole('group', { name: 'Hjalp dette? Hjemmehjelp' })).toBeTruthy()
  expect(shown.getByRole('group', { name: 'Skal det fortsette? Hjemmehjelp' })).toBeTruthy()
  await user.click(button('Ja'))
  expect(shown.queryByRole('textbox', { name: 'Hva bør være annerledes?' })).toBeNull()
  await user.click(button('Endre'))
  await user.type(shown.getByRole('textbox', { name: 'Hva bør være annerledes?' }), 'Annen dag')
  expect(answer()).toEqual({
    kind: 'given',
    value: { is: 'reviews', reviews: { [MEASURE]: { helped: 'yes', onward: 'change', note: 'Annen dag' } } },
  })
  await user.click(button('Delvis'))
  expect(answer()).toMatchObject({ value: { reviews: { [MEASURE]: { helped: 'partly', onward: 'change', note: 'Annen dag' } } } })
  await user.type(shown.getByRole('textbox', { name: 'Hva hjalp mest?' }), 'Praten')
  expect(answer()).toMatchObject({ value: { is: 'reviews' }, note: 'Praten' })
})

test('taking back the last of a measure’s answers leaves no answer behind', async () => {
  const { user, answer } = await ask('help.helped')
  await user.click(button('Stoppe'))
  await user.click(button('Stoppe'))
  expect(answer()).toBeUndefined()
})

test('our part is asked about in our own words', async () => {
  const { user, answer } = await ask('help.ourPart')
  expect(shown.getByRole('heading', { name: 'Fast dag', level: 3 })).toBeTruthy()
  await user.click(button('Delvis'))
  await user.type(shown.getByRole('textbox', { name: 'Hva manglet?' }), 'Ny person')
  expect(answer()).toMatchObject({ value: { is: 'checks', checks: { [MEASURE]: { result: 'partly', note: 'Ny person' } } } })
})

test('how long the next plan lasts is a tap, and thirteen months gets its sentence and stays as it was written', async () => {
  const { user, answer } = await ask('onward.endDate')
  await user.click(button('6 måneder'))
  expect(answer()).toEqual({ kind: 'given', value: { is: 'text', text: '2027-05-24' } })
  await user.click(button('Velg dato'))
  await user.clear(shown.getByLabelText('Dato'))
  await user.type(shown.getByLabelText('Dato'), '2027-12-24')
  expect(answer()).toEqual({ kind: 'given', value: { is: 'text', text: '2027-12-24' } })
  expect(shown.getByText(/^Velg en dag fra i morgen til 24\.\snovember\s2027\. En plan varer høyst 12 måneder\.$/)).toBeTruthy()
  await user.clear(shown.getByLabelText('Dato'))
  await user.type(shown.getByLabelText('Dato'), '2027-01-24')
  expect(shown.queryByText(/^Velg en dag/)).toBeNull()
})
