// A task that no visit made stands where people look, whoever it was given to, and is ticked off there.

import { screen as shown, waitFor, within } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { readCase } from '#domain/case-view.ts'
import { loadAllWords } from '#texts/say.ts'
import { DeskStateProvider } from '../desk/desk-state.tsx'
import { Todo as DeskTodo } from '../desk/resident-todo.tsx'
import { useLogContext } from '../desk/use-log-context.ts'
import { aRow, EINAR, GROUP, HEGE, INGRID, ME, showCase } from '../group/group-builders.tsx'
import { anId } from '../visit/visit-builders.ts'

beforeAll(() => loadAllWords('nb'))

const task = (letter: string, assignee: string | undefined, title: string) =>
  aRow('task', anId(letter), { title, status: 'open', due: '2026-11-24', ...(assignee === undefined ? {} : { assignee }) })
const TASKS = [
  task('1', ME, 'Si fra til Hege'),
  task('2', INGRID, 'Ring banken'),
  task('3', 'Ola Prøve', 'Skriv legen'),
  task('4', undefined, 'Be om ny forfallsdag'),
]

test('what somebody has to do stands on the resident page, mine and nobody here has, and is ticked off there', async () => {
  const { recorded, user } = showCase('', TASKS)
  const todo = (await shown.findByRole('heading', { name: 'Må gjøres' })).closest('section')
  if (!todo) throw new TypeError('a heading stands in its section')
  expect(within(todo).getAllByRole('checkbox').length).toBe(3)
  expect(within(todo).queryByText('Ring banken')).toBeNull()
  await user.click(within(todo).getByRole('checkbox', { name: /Si fra til Hege/ }))
  await waitFor(() => expect(recorded.map(({ rec, set }) => [rec, set])).toEqual([[anId('1'), { status: 'done', doneOn: '2026-11-24' }]]))
})

test('what was agreed at a visit stands under the visit, and not once more', async () => {
  showCase('', [aRow('task', anId('5'), { title: 'Kjøpe stoler', status: 'open', assignee: ME, visit: anId('V') })])
  expect((await shown.findAllByText('Kjøpe stoler')).length).toBe(1)
  expect(shown.queryByRole('heading', { name: 'Må gjøres' })).toBeNull()
})

test('a resident nobody has to do anything for has no such heading', async () => {
  showCase('')
  await shown.findByRole('heading', { name: 'Mer om Einar' })
  expect(shown.queryByRole('heading', { name: 'Må gjøres' })).toBeNull()
})

test('the desk shows every such task with whose it is, and ticks it off', async () => {
  const { recorded, user } = showCase('', TASKS, (answer) => {
    const view = readCase(answer.rows)
    if (!view) throw new TypeError('the rows make a case')
    const Inside = () => <DeskTodo view={view} answer={answer} context={useLogContext(view, answer)} />
    return (
      <DeskStateProvider>
        <Inside />
      </DeskStateProvider>
    )
  })
  expect(await shown.findByRole('checkbox', { name: /Marit: Si fra til Hege/ })).toBeTruthy()
  expect(shown.getAllByRole('checkbox').length).toBe(4)
  await user.click(shown.getByRole('checkbox', { name: /Ingrid: Ring banken/ }))
  await waitFor(() => expect(recorded.map(({ rec, set }) => [rec, set])).toEqual([[anId('2'), { status: 'done', doneOn: '2026-11-24' }]]))
})

test('what a withdrawn consent asks for is given to the coordinator of the group when she works here, also by name alone', async () => {
  const { recorded, user } = showCase('/consents', [
    aRow('group', GROUP, { status: 'active', coordinator: anId('K') }),
    aRow('groupMember', EINAR, { group: GROUP, name: 'Einar', roleCode: 'resident', order: 0 }),
    aRow('groupMember', anId('K'), { group: GROUP, name: 'Ingrid', roleCode: 'case_worker', order: 1 }),
    aRow('groupMember', HEGE, { group: GROUP, name: 'Hege', roleCode: 'home_help', order: 2 }),
    aRow('consent', anId('S'), {
      ...{ kind: 'share_with_member', about: HEGE, topics: ['plan'], text: 'Kan Hege vite?', how: 'paper' },
      given: { by: 'Einar', on: '2026-11-01', as: 'self' },
    }),
  ])
  await user.click(await shown.findByRole('button', { name: /^Trekk/ }))
  expect(await shown.findByText('Oppgaven er laget, med frist i dag.')).toBeTruthy()
  expect(recorded.filter(({ type }) => type === 'task').map(({ set }) => set.assignee)).toEqual([INGRID])
})
