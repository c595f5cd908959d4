import { render, screen as shown, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { MemoryRouter } from 'react-router'
import { beforeAll, expect, test } from 'vitest'
import type { Casebook, Sending, Waiting } from '#device/casebook.ts'
import { instant } from '#domain/ids.ts'
import { loadAllWords } from '#texts/say.ts'
import { Speaking } from '../use-say.tsx'
import { SessionProvider } from '../use-session.tsx'
import { aCasebook, anAnswer, anId, LANE } from '../visit/visit-builders.ts'
import { SendingScreen } from './sending.tsx'

beforeAll(() => loadAllWords('nb'))

const waits = (rec: string, type: string, more: Partial<Waiting> = {}): Waiting => ({
  change: anId(rec),
  lane: LANE,
  rec: anId(rec),
  type,
  state: 'saved',
  at: instant('2026-11-24T08:58:00.000Z'),
  ...more,
})
const held = (rec: string, why: string): Waiting => waits(rec, 'observation', { state: 'held', why })

function show(sending: Partial<Sending>, casebook: Partial<Casebook> = {}) {
  const before = anAnswer()
  const answer = { ...before, sending: { ...before.sending, ...sending } }
  const opened = { ...aCasebook({ recorded: [] }, answer), ...casebook }
  render(
    <Speaking>
      <SessionProvider session={{ casebook: opened, isDemo: false }}>
        <MemoryRouter>
          <SendingScreen />
        </MemoryRouter>
      </SessionProvider>
    </Speaking>,
  )
}
const section = async (title: string) => {
  const found = (await shown.findByRole('heading', { name: title })).closest('section')
  if (!found) throw new TypeError(title)
  return within(found)
}

test('a concern that is not sent stands before everything else, and never reads as sent', async () => {
  show({ isOnline: false, waiting: [waits('v', 'visit'), waits('k', 'concern', { state: 'sent' })] })
  await shown.findByRole('heading', { name: 'Bekymring som ikke er mottatt' })
  expect(shown.getAllByRole('heading', { level: 2 }).map((one) => one.textContent)).toEqual([
    'Bekymring som ikke er mottatt',
    'Venter',
    'På denne telefonen',
  ])
  const concern = await section('Bekymring som ikke er mottatt')
  expect(concern.getByText('Prøvd sendt – ikke bekreftet ennå')).toBeTruthy()
  expect(concern.queryByText('Sendt')).toBeNull()
})

test('what waits is counted by record, with the time of the oldest', async () => {
  show({ isOnline: false, waiting: [waits('v', 'visit'), waits('v', 'visit'), waits('t', 'task')] })
  expect(await shown.findByText('2 venter på nett')).toBeTruthy()
  expect(shown.getByText(/Eldste kl\.\s09\.58/)).toBeTruthy()
})

test('the oldest that has waited more than a day asks for a place with network', async () => {
  show({ isOnline: false, waiting: [waits('v', 'visit', { at: instant('2026-11-22T08:00:00.000Z') })] })
  expect(await shown.findByText(/^Det eldste har ventet 2\sdager\./)).toBeTruthy()
})

test('each reason for looking at it first is said in words, and a signature leads to what must be read again', async () => {
  const reasons = ['grant', 'field', 'signed', 'awaits', 'bad', 'later', 'clash', 'revoked']
  show({ held: [...reasons.map((why, i) => held('abdefghi'[i] ?? 'a', why)), waits('s', 'plan', { state: 'held', why: 'stale-sign' })] })
  const list = await section('Til vurdering på kontoret')
  expect(list.getAllByRole('listitem')).toHaveLength(9)
  expect(list.getByText('Dette må kontoret bestemme. De ser på det du skrev.')).toBeTruthy()
  expect(list.getByText('Noe ble endret før underskriften kom fram.')).toBeTruthy()
})

test('what the office put aside says what it was, and that no words are deleted', async () => {
  show({ closed: [waits('o', 'observation', { why: 'grant' })] })
  const list = await section('Lagt til side av kontoret')
  expect(list.getByText(/Observasjon/)).toBeTruthy()
  expect(list.getByText('Lest på kontoret, ikke tatt inn i saken')).toBeTruthy()
  expect(list.getByText(/Ordene dine er ikke slettet\./)).toBeTruthy()
})

test('a phone the office has blocked is told so, and never that it has no network', async () => {
  show({ isOnline: false, refused: 'device', waiting: [waits('v', 'visit')] })
  expect(await shown.findByText(/^Kontoret har sperret denne telefonen\./)).toBeTruthy()
  expect(shown.queryByText(/uten nett/)).toBeNull()
})

test('drafts that are on this phone only are counted, and room and promise are said', async () => {
  show({
    draftsWaiting: 2,
    usedBytes: 4_100_000,
    budgetBytes: 200_000_000,
    isPersistent: false,
    isNearlyFull: true,
    canSendWhileLocked: false,
  })
  expect(await shown.findByText('2 utkast er bare på telefonen')).toBeTruthy()
  expect(shown.getByText(/Bruker 4,1\sMB av 200\sMB/)).toBeTruthy()
  expect(shown.getByText(/Det er lite plass igjen/)).toBeTruthy()
  expect(shown.getByText(/Denne telefonen sender ikke mens appen er lukket/)).toBeTruthy()
  expect(shown.getByText(/Nettleseren kan rydde det bort/)).toBeTruthy()
})

test('sending now tells how far it has come, and does not say sent while something waits', async () => {
  let finish: () => void = () => undefined
  show(
    { waiting: [waits('v', 'visit')] },
    {
      sendNow: (progress) => {
        progress?.({ lanes: 2, of: 9 })
        return new Promise((resolve) => {
          finish = () => resolve('done')
        })
      },
    },
  )
  await userEvent.click(await shown.findByRole('button', { name: 'Send nå' }))
  expect(await shown.findByText(/Henter 2\sav\s9 …/)).toBeTruthy()
  finish()
  expect(await shown.findByText('Oppdatert. 1 venter fortsatt.')).toBeTruthy()
})
