// One question on a page of its own, with the keeper behind it, for the tests of the answers. What is recorded becomes rows
// again, as it does on a phone.

import { render, screen as shown } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useState } from 'react'
import { MemoryRouter } from 'react-router'
import type { Casebook } from '#device/casebook.ts'
import type { StepAnswer } from '#domain/answers.ts'
import { readCase } from '#domain/case-view.ts'
import type { Step } from '#domain/guide.ts'
import type { Patch } from '#domain/register.ts'
import { applied, idsFrom } from '#domain/visit-fixture.ts'
import { screensOf } from '#domain/visit-walk.ts'
import { Speaking } from '../../use-say.tsx'
import { SessionProvider } from '../../use-session.tsx'
import { StepQuestion } from '../step-question.tsx'
import { useHeld } from '../use-keeper.ts'
import { type OpenVisit, walkOf } from '../use-visit.ts'
import { anOpenVisit } from '../visit-builders.ts'

interface Shown {
  readonly open: OpenVisit
  readonly casebook: Casebook
}

function Question({ open, casebook }: Shown) {
  const { content } = useHeld(open.keeper)
  const [rows, setRows] = useState(open.answer.rows)
  const view = readCase(rows) ?? open.view
  const now: OpenVisit = { ...open, view, casebook, around: { ...open.around, view, rows } }
  const [recording] = useState<Casebook>(() => ({
    ...casebook,
    record: async (patches, how) => {
      const recorded = await casebook.record(patches, how)
      if (recorded.ok) setRows((before) => applied(before, patches, casebook.me))
      return recorded
    },
  }))
  const screen = screensOf(walkOf(now, content))[0]
  return (
    <SessionProvider session={{ casebook: recording, isDemo: false }}>
      <MemoryRouter>
        {screen ? <StepQuestion open={now} screen={screen} content={content} onPassed={() => undefined} /> : null}
      </MemoryRouter>
    </SessionProvider>
  )
}

export async function askAbout(step: Partial<Step> & Pick<Step, 'type'>, more: Partial<Casebook> = {}) {
  const recorded: Patch[] = []
  const open = anOpenVisit(step, { recorded })
  const casebook = { ...open.casebook, newId: idsFrom(7000), ...more }
  render(
    <Speaking>
      <Question open={open} casebook={casebook} />
    </Speaking>,
  )
  await shown.findByRole('heading', { name: 'Hva nå?' })
  const answer = (): StepAnswer | undefined => open.keeper.held().content.answers.s
  return { user: userEvent.setup(), answer, recorded, open }
}
