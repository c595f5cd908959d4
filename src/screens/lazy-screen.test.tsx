// A screen that could not be fetched at once: tried again by itself, and again when somebody asks.

import { act, fireEvent, render, screen as shown } from '@testing-library/react'
import { Suspense } from 'react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Broken } from './door/broken.tsx'
import { lazyScreen } from './lazy-screen.ts'

beforeEach(() => {
  vi.useFakeTimers()
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

function failing(times: number) {
  const load = vi.fn(async () => {
    if (load.mock.calls.length <= times) throw new TypeError('Failed to fetch dynamically imported module')
    return ({ name }: { readonly name: string }) => <p>Skjermen til {name}</p>
  })
  const Screen = lazyScreen(load)
  render(
    <Broken>
      <Suspense fallback="Henter">
        <Screen name="Prøve" />
      </Suspense>
    </Broken>,
  )
  return load
}
const wait = () => act(() => vi.advanceTimersByTimeAsync(60_000))
const press = () => fireEvent.click(shown.getByRole('button', { name: 'Åpne på nytt' }))

test('a screen that fails to load twice comes at the third try, and nobody is told', async () => {
  const load = failing(2)
  await wait()
  expect(shown.getByText('Skjermen til Prøve')).toBeTruthy()
  expect(load).toHaveBeenCalledTimes(3)
})

test('a screen that would not come at all is tried again where it stands when somebody asks', async () => {
  const load = failing(5)
  await wait()
  expect(load).toHaveBeenCalledTimes(4)
  press()
  await wait()
  expect(shown.getByText('Skjermen til Prøve')).toBeTruthy()
  expect(shown.queryByRole('button')).toBeNull()
})
