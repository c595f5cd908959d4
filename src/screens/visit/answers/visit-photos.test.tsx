// The photos of a visit afterwards: shown to their last day and not a day longer.

import { render, screen as shown } from '@testing-library/react'
import { beforeAll, expect, test, vi } from 'vitest'
import type { Casebook } from '#device/casebook.ts'
import { localDate } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import { applied, LANE, VISIT } from '#domain/visit-fixture.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../../use-say.tsx'
import { SessionProvider } from '../../use-session.tsx'
import { anId } from '../visit-builders.ts'
import { VisitPhotos } from './visit-photos.tsx'

beforeAll(() => loadAllWords('nb'))

test('a photo is shown on its last day; the day after nothing is fetched, and it says that it is to go', async () => {
  const blob = vi.fn<Casebook['blob']>(async () => ({ ok: false, refusal: { kind: 'unreachable' } }))
  const file = { blob: anId('B'), type: 'image/jpeg', bytes: 9 }
  const set = { kind: 'photo', title: 'Bilde av et brev', file, visit: VISIT, deleteOn: localDate('2026-11-24') } as const
  const rows = applied(new Map(), [patch(LANE, 'document', anId('D'), set)])
  const on = (day: string) => (
    <Speaking>
      <SessionProvider session={{ casebook: { blob } as unknown as Casebook, isDemo: false }}>
        <VisitPhotos rows={rows} visit={VISIT} today={localDate(day)} />
      </SessionProvider>
    </Speaking>
  )
  const { unmount } = render(on('2026-11-24'))
  expect(await shown.findByRole('button', { name: 'Vis stort: Bilde av et brev' })).toBeTruthy()
  unmount()
  blob.mockClear()
  render(on('2026-11-25'))
  expect(await shown.findByText('Slettes: dagen er gått.')).toBeTruthy()
  expect(shown.queryByRole('button')).toBeNull()
  expect(blob).not.toHaveBeenCalled()
})
