// What is typed about the group, a consent or a service is there again after «Skjul», until it is saved or thrown away.

import { screen as shown, waitFor } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { loadAllWords } from '#texts/say.ts'
import { anId } from '../visit/visit-builders.ts'
import { aRow, EINAR, GROUP, HEGE, showCase } from './group-builders.tsx'

beforeAll(() => loadAllWords('nb'))

const MEETING = anId('Q')
const AHEAD = anId('9')
const ROWS = [
  aRow('group', GROUP, { status: 'active', purpose: 'Bo trygt' }),
  aRow('groupMember', EINAR, { group: GROUP, name: 'Einar', roleCode: 'resident', order: 0 }),
  aRow('groupMember', HEGE, { group: GROUP, name: 'Hege', roleCode: 'home_help', order: 1 }),
  aRow('meeting', AHEAD, { group: GROUP, plannedAt: '2026-12-24T10:00', status: 'planned', kind: 'group', place: 'Kontoret' }),
  aRow('meeting', MEETING, { group: GROUP, plannedAt: '2026-11-24T10:00', status: 'held', kind: 'group', residentPresent: true }),
]
const field = (name: string | RegExp) => shown.findByRole<HTMLInputElement>('textbox', { name })

test.each([
  ['a new member', '/group/members/new', 'Har ansvar for'],
  ['a member', `/group/members/${HEGE}`, 'Har ansvar for'],
  ['a service', '/grants/new/bostotte', 'Kort merknad'],
  ['a decision', `/group/meetings/${MEETING}/edit`, 'Hva er bestemt?'],
  ['the purpose of a group', '/group/edit', 'Hva er gruppa til for?'],
  ['an item while the meeting goes on', `/group/meetings/${MEETING}/edit`, 'Sak'],
  ['an item for a meeting ahead', `/group/meetings/${AHEAD}`, 'Sak'],
  ['an item of a meeting that is being planned', '/group/meetings/new', 'Sak'],
])('%s half written is there again after a lock', async (_what, path, label) => {
  const { user, kept, lockAndOpen } = showCase(path, ROWS)
  await user.type(await field(label), 'handler fredag')
  await user.tab()
  await waitFor(() => expect(JSON.stringify([...kept.values()])).toContain('handler fredag'))
  lockAndOpen()
  expect((await field(label)).value).toContain('handler fredag')
})

test('what was being asked about is asked about again after a lock, though the address never says it', async () => {
  const { user, kept, lockAndOpen } = showCase('/consents/ask', ROWS)
  await user.click(await shown.findByRole('button', { name: /[Nn]økkel/ }))
  await user.click(await shown.findByRole('radio', { name: /^Nei/ }))
  await waitFor(() => expect(JSON.stringify([...kept.values()])).toContain('"no"'))
  lockAndOpen()
  expect((await shown.findByRole<HTMLInputElement>('radio', { name: /^Nei/ })).checked).toBe(true)
})

test('the topics chosen for a member stand there again after a lock', async () => {
  const { user, kept, lockAndOpen } = showCase(`/consents/ask/${HEGE}`, ROWS)
  await user.click(await shown.findByRole('checkbox', { name: 'Helse' }))
  await user.click(await shown.findByRole('radio', { name: /^Nei/ }))
  await waitFor(() => expect(JSON.stringify([...kept.values()])).toContain('"no"'))
  lockAndOpen()
  expect((await shown.findByRole<HTMLInputElement>('checkbox', { name: 'Helse' })).checked).toBe(true)
})

test('what is thrown away does not come back', async () => {
  const { user, kept } = showCase('/group/members/new', ROWS)
  await user.type(await field('Navn'), 'Kari')
  await user.tab()
  await waitFor(() => expect(kept.size).toBe(1))
  await user.click(await shown.findByRole('button', { name: 'Forkast' }))
  await shown.findByRole('heading', { name: 'Møter' })
  await user.click(shown.getByText('Legg til person'))
  expect((await field('Navn')).value).toBe('')
})

test('what a group is to be for is kept before there is one', async () => {
  const { user, kept, lockAndOpen } = showCase('/group', [])
  await user.type(await field('Hva er gruppa til for?'), 'Bo trygt')
  await user.tab()
  await waitFor(() => expect(JSON.stringify([...kept.values()])).toContain('Bo trygt'))
  lockAndOpen()
  expect((await field('Hva er gruppa til for?')).value).toBe('Bo trygt')
})

test('a meeting half moved is half moved after a lock', async () => {
  const { user, kept, recorded, lockAndOpen } = showCase(`/group/meetings/${AHEAD}`, ROWS)
  await user.click(await shown.findByRole('button', { name: 'Flytt møtet' }))
  await user.clear(await field('Sted'))
  await user.type(await field('Sted'), 'Biblioteket')
  await user.tab()
  await waitFor(() => expect(JSON.stringify([...kept.values()])).toContain('Biblioteket'))
  lockAndOpen()
  expect((await field('Sted')).value).toBe('Biblioteket')
  await user.click(shown.getByRole('button', { name: 'Lagre ny tid' }))
  await waitFor(() => expect(recorded.map(({ set }) => set)).toEqual([{ place: 'Biblioteket' }]))
  expect(shown.queryByRole('textbox', { name: 'Sted' })).toBeNull()
})
