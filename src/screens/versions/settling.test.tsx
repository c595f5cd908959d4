// To versjoner as people meet it: which one counts meanwhile, three at once, and somebody writing again in between.

import { act, render, screen as shown } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter, Route, Routes } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import type { Answer } from '#device/casebook.ts'
import { effective } from '#domain/effective.ts'
import { id, instant, type Json, laneSubject } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import type { Head, Patch, RecordRow } from '#domain/register.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { aCasebook, anAnswer, anId, LANE } from '../visit/visit-builders.ts'
import { meanwhileOf } from './meanwhile.ts'
import { questionsOf } from './questions.ts'
import { Versions } from './versions.tsx'

beforeAll(() => loadAllWords('nb'))

const named = (n: number) => id(`settle${String(n).padStart(16, '0')}`)
const head = (n: number, v: Json): Head => ({
  by: named(n),
  actor: anId('MJI'[n] ?? 'M'),
  at: instant(`2026-11-24T09:0${n}:00Z`),
  v,
  over: [],
})
function aRow(type: RecordType, rec: RecordRow['id'], regs: Readonly<Record<string, readonly Json[]>>): RecordRow {
  return {
    lane: LANE,
    id: rec,
    type,
    seq: 1,
    regs: Object.fromEntries(Object.entries(regs).map(([field, all]) => [field, all.map((v, n) => head(n, v))])),
  }
}
const PEOPLE = ['Marit', 'Jon', 'Ingrid'].map((name, i) =>
  aRow('user', anId('MJI'[i] ?? 'M'), { name: [name], roles: [['followup_worker']] }),
)
const aCase = (regs: Readonly<Record<string, readonly Json[]>>): Answer => {
  const resident = aRow('resident', anId('R'), { displayName: ['Einar'], ...regs })
  return { ...anAnswer(), office: PEOPLE, rows: new Map([[resident.id, resident]]) }
}

function show(first: Answer) {
  const recorded: Patch[] = []
  let tell: (answer: Answer) => void = () => undefined
  const casebook = {
    ...aCasebook({ recorded }),
    watch: (_ask: unknown, showIt: (answer: Answer) => void) => {
      tell = showIt
      showIt(first)
      return () => undefined
    },
  }
  render(
    <Speaking>
      <SessionProvider session={{ casebook, isDemo: false }}>
        <MemoryRouter initialEntries={[`/residents/${laneSubject(LANE)}/versions`]}>
          <Routes>
            <Route path="/residents/:resident/versions" element={<Versions />} />
          </Routes>
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
  return { recorded, tell: (answer: Answer) => act(() => tell(answer)) }
}

const LEVELS = [{ level: 'none' }, { level: 'two_workers' }]

test('the one that counts until people have chosen is said, and choosing the weaker one is for the office', async () => {
  show(aCase({ safetyFlag: LEVELS }))
  expect(await shown.findByText('Til dere har valgt, gjelder den strengeste.')).toBeTruthy()
  const [weaker, stricter] = shown.getAllByRole('radio').map((radio) => radio.closest('.aksel-radio')?.textContent ?? '')
  expect(weaker).toContain('Kontoret avgjør om denne kan brukes')
  expect(weaker).not.toContain('Gjelder til dere har valgt')
  expect(stricter).toContain('Gjelder til dere har valgt')
})

test('three versions are three answers and one way to keep them all', async () => {
  const { recorded } = show(aCase({ whatWorks: ['Kaffe først', 'Ring dagen før', 'Kom alene'] }))
  expect(await shown.findAllByRole('radio')).toHaveLength(4)
  expect(shown.getByText(/Alle skrev før de så hverandres/)).toBeTruthy()
  await userEvent.click(shown.getByRole('radio', { name: /^Alle, som egne notater/ }))
  await userEvent.click(shown.getByRole('button', { name: 'Behold alle' }))
  expect(recorded.map((patch) => patch.set.whatWorks ?? patch.set.text)).toEqual([
    'Kaffe først',
    'Jon om hva som virker: Ring dagen før',
    'Ingrid om hva som virker: Kom alene',
  ])
  expect(recorded[0]?.seen).toEqual({ whatWorks: [named(0), named(1), named(2)] })
})

test('when somebody writes again after the choice, it is a new question and nothing is settled unseen', async () => {
  const { recorded, tell } = show(aCase({ phone: ['00000011', '00000022'] }))
  await userEvent.click(await shown.findByRole('radio', { name: /11/ }))
  expect(shown.getByRole('button', { name: /^Bruk/ })).toBeTruthy()
  tell(aCase({ phone: ['00000011', '00000022', '00000033'] }))
  expect(shown.queryByRole('button', { name: /^Bruk/ })).toBeNull()
  expect(shown.getByText('Noen har skrevet på nytt. Se igjen før du velger.')).toBeTruthy()
  expect(shown.getAllByRole('radio')).toHaveLength(3)
  expect(recorded).toEqual([])
})

test('a withdrawn consent asks nothing', () => {
  const consent = aRow('consent', named(9), { withdrawn: [{ on: '2026-11-24' }, null] })
  const two = { rec: consent.id, type: consent.type, field: 'withdrawn', versions: consent.regs.withdrawn ?? [] }
  expect(questionsOf([two])).toEqual([])
})

test('the words of what counts meanwhile are those of the value that counts', () => {
  const cases: readonly (readonly [RecordType, string, string, readonly [Json, Json]])[] = [
    ['household', 'childrenKnown', 'yes', ['no', 'yes']],
    ['concern', 'status', 'open', ['handled', 'open']],
    ['task', 'status', 'done', ['open', 'done']],
    ['inquiry', 'receivedDate', 'earliest', ['2026-11-24', '2026-11-20']],
    ['evictionCase', 'scheduledAt', 'earliest', ['2026-12-24T10:00', '2026-12-08T10:00']],
    ['resident', 'addressProtection', 'strictest', ['none', 'confidential']],
    ['resident', 'contactStop', 'strictest', [null, { since: '2026-11-20', scope: 'all_visits' }]],
  ]
  for (const [type, field, rule, values] of cases) {
    for (const order of [values, [values[1], values[0]] as const]) {
      const row = aRow(type, named(9), { [field]: order })
      expect(meanwhileOf(row, field)).toEqual({ rule, v: values[1] })
      expect(effective(row, field)).toEqual(values[1])
    }
  }
  expect(meanwhileOf(aRow('arrears', named(9), { amount: [1, 2] }), 'amount')).toBeUndefined()
})
