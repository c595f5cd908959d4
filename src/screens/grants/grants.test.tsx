// What help there is, found by what it helps with or by a word of it.

import { screen as shown } from '@testing-library/react'
import { beforeAll, expect, test } from 'vitest'
import { CATALOGUE } from '#rules/catalogue.ts'
import { loadAllWords } from '#texts/say.ts'
import { aRow, showCase } from '../group/group-builders.tsx'
import { anId } from '../visit/visit-builders.ts'

beforeAll(() => loadAllWords('nb'))

const names = () =>
  shown.getAllByRole('link').flatMap((link) => (link.getAttribute('href')?.includes('/grants/') ? (link.textContent ?? '') : []))
const search = () => shown.findByRole('textbox', { name: 'Søk i hjelpen' })

test('everything nobody has talked about yet stands under what it helps with, once', async () => {
  showCase('/grants', [aRow('grant', anId('U'), { code: 'bostotte', status: 'granted' })])
  expect(await shown.findByRole('heading', { name: 'Penger til å bo' })).toBeTruthy()
  expect(shown.getByRole('heading', { name: 'Helse og rus' })).toBeTruthy()
  for (const { label } of CATALOGUE) expect(names().filter((name) => name.startsWith(label.nb)).length, label.nb).toBeGreaterThan(0)
  expect(names().filter((name) => name.startsWith('Statlig bostøtte'))).toHaveLength(1)
})

test('a word finds what it is in, the name before the hint, and says how many', async () => {
  const { user } = showCase('/grants')
  await user.type(await search(), 'husleie')
  expect(shown.getByRole('heading', { name: 'Treff' })).toBeTruthy()
  expect(shown.queryByRole('heading', { name: 'Helse og rus' })).toBeNull()
  expect(names()[0]).toContain('Husleie')
  expect(names()).toContain('Supplerende økonomisk stønad')
  expect(shown.getByRole('status').textContent).toBe(`${names().length} treff`)
  await user.clear(await search())
  await user.type(await search(), 'romferge')
  expect(shown.getByText('Ingen treff. Prøv et annet ord.')).toBeTruthy()
  await user.clear(await search())
  expect(shown.getByRole('heading', { name: 'Helse og rus' })).toBeTruthy()
})
