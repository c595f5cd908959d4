// What a lost phone gives away: nothing that was written on it.

import { afterEach, beforeEach, expect, test } from 'vitest'
import { deleteDatabase } from '#device/envelopes.ts'
import { deleteKeyFile, readKeyFile, writeKeyFile } from '#device/keyfile.ts'
import { enrol, forget, keyState, officeInfo, openDesk, sendWhileLocked, signIn, unlock, waitingCount } from '#device/vault.ts'
import { instant } from '#domain/ids.ts'
import { aCase, changeOf, closeAll, enrolled, freshBrowser, naming, stored, until, vaultOf } from '../support/browser.ts'
import { type MemoryOffice, memoryOffice, newId, offline } from '../support/memory-office.ts'

let office: MemoryOffice
beforeEach(() => {
  office = memoryOffice()
  freshBrowser(office)
})
afterEach(closeAll)

const CANARY = 'Kanarifugl i oppgangen'

/** Text of everything readable in a stored value: strings, and bytes read as text. */
function readable(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1')
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, inner]) => `${key} ${readable(inner)}`)
      .join(' ')
  return String(value)
}

async function everything(): Promise<string> {
  const found: string[] = []
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open(name)
      request.onsuccess = () => resolve(request.result)
    })
    const stores = [...db.objectStoreNames]
    db.close()
    for (const store of stores) found.push(...(await stored(name, store)).map(readable))
  }
  return found.join('\n')
}

test('nothing that was written, received or half-written can be read in any store', async () => {
  const { casebook, user } = await enrolled(office)
  const [theirs, mine] = [aCase(), aCase()]
  office.give(theirs.lane, user)
  office.write(user, changeOf(naming(theirs.lane, theirs.resident, `${CANARY} 1`)))
  await casebook.record([naming(mine.lane, mine.resident, `${CANARY} 2`)])
  await casebook.sendNow()
  office.network.instead = offline
  await casebook.record([naming(mine.lane, mine.resident, `${CANARY} 3`)])
  await casebook.keepDraft({
    id: newId(),
    lane: mine.lane,
    rec: newId(),
    rev: 1,
    seen: {},
    content: `${CANARY} 4`,
    at: instant('2026-11-22T10:00:00Z'),
  })
  expect((await until(casebook, { ask: 'today' })).summaries.some(({ name }) => name.startsWith(CANARY))).toBe(true)
  const all = await everything()
  expect(all.length).toBeGreaterThan(1_000)
  for (const secret of ['Kanarifugl', 'oppgangen', Buffer.from(CANARY).toString('base64').slice(0, 16)]) expect(all).not.toContain(secret)
})

test('wrong words open nothing; the right ones do, in any case and spacing', async () => {
  const { casebook, words } = await enrolled(office)
  casebook.close()
  expect(await unlock('granstol granstol granstol granstol granstol granstol')).toEqual({ kind: 'wrongWords' })
  const again = await unlock(` ${words.toUpperCase().replaceAll(' ', '  ')} `)
  expect(again.kind).toBe('field')
  if ('close' in again) again.close()
})

test('a key file of another device does not open with these words, and a torn one opens nothing', async () => {
  const { casebook, words } = await enrolled(office)
  casebook.close()
  const file = await readKeyFile()
  if (!file) throw new Error('no key file')
  await writeKeyFile({ ...file, dek: file.transport })
  expect(await unlock(words)).toEqual({ kind: 'damaged' })
  await writeKeyFile({ ...file, slots: file.slots.map((slot) => ({ ...slot, rounds: 1000 })) })
  expect(await unlock(words)).toEqual({ kind: 'wrongWords' })
})

test('a demo office fills the words in; a real one never keeps them', async () => {
  const demo = await enrolled(office)
  demo.casebook.close()
  expect(await keyState()).toMatchObject({ kind: 'locked', demoWords: demo.words })
  office = memoryOffice()
  office.state.isDemo = false
  freshBrowser(office)
  const real = await enrolled(office)
  expect(real.words.split(' ')).toHaveLength(6)
  const state = await keyState()
  expect(state.kind).toBe('locked')
  expect(state).not.toHaveProperty('demoWords')
  expect(JSON.stringify(await readKeyFile())).not.toContain(real.words.split(' ')[0])
})

test('signing the device out waits for unsent notes, unless it is forced', async () => {
  const { casebook } = await enrolled(office)
  office.network.instead = offline
  const { lane, resident } = aCase()
  await casebook.record([naming(lane, resident, 'Kari')])
  casebook.close()
  expect(await forget()).toEqual({ kind: 'unsent', waiting: 1 })
  expect((await keyState()).kind).toBe('locked')
  expect(await forget(true)).toEqual({ kind: 'forgotten' })
  expect((await keyState()).kind).toBe('none')
  expect((await indexedDB.databases()).filter(({ name }) => /^[vd]-/.test(name ?? ''))).toEqual([])
})

test('whoever forgot the words enrols anew, and the old unsent notes still leave', async () => {
  const first = await enrolled(office)
  office.network.instead = offline
  const { lane, resident } = aCase()
  await first.casebook.record([naming(lane, resident, 'Kari')])
  first.casebook.close()
  office.network.instead = undefined
  const second = await enrolled(office)
  expect(await waitingCount()).toBe(1)
  const { sendWhileLocked } = await import('#device/vault.ts')
  expect(await sendWhileLocked()).toBe('done')
  await second.casebook.sendNow()
  expect((await until(second.casebook, { ask: 'today' })).summaries.map(({ name }) => name)).toEqual(['Kari'])
})

test('signing in says what kind of no it was', async () => {
  expect(await signIn('siv', 'feil')).toEqual({ kind: 'wrong' })
  expect(await signIn('siv', 'slow')).toEqual({ kind: 'tooMany' })
  expect(await enrol('used up', 'Telefon')).toEqual({ kind: 'refused' })
  office.network.instead = offline
  expect(await signIn('siv', 'demo')).toEqual({ kind: 'unreachable' })
  expect(await enrol('any', 'Telefon')).toEqual({ kind: 'unreachable' })
  expect(await openDesk('any')).toEqual({ kind: 'unreachable' })
  expect(await keyState()).toEqual({ kind: 'none' })
})

test('a phone whose notes the browser has cleared says so and lets nobody unlock an empty one', async () => {
  const { casebook } = await enrolled(office)
  casebook.close()
  await deleteDatabase(await vaultOf())
  expect(await keyState()).toEqual({ kind: 'none', lost: 'vault' })
  const { casebook: again } = await enrolled(office)
  expect(again.kind).toBe('field')
  again.close()
  expect((await keyState()).kind).toBe('locked')
})

test('a phone whose key is gone says so, and what was saved there is still sent', async () => {
  const { casebook } = await enrolled(office)
  office.network.instead = offline
  const { lane, resident } = aCase()
  await casebook.record([naming(lane, resident, 'Kari')])
  casebook.close()
  await deleteKeyFile()
  expect(await keyState()).toEqual({ kind: 'none', lost: 'key' })
  office.network.instead = undefined
  expect(await sendWhileLocked()).toBe('done')
  expect(office.rowsOf(lane)).toHaveLength(1)
})

test('what the office last heard of a phone that was emptied is told as numbers', async () => {
  const { fetch } = globalThis
  const seen = '2026-11-20T08:00:00.000Z'
  globalThis.fetch = async (...args) => {
    const response = await fetch(...args)
    return new Response(JSON.stringify({ ...(await response.json()), lost: { left: 2, oldest: seen, seen } }), response)
  }
  expect(await officeInfo()).toMatchObject({ kind: 'office', lost: { left: 2, seen } })
})
