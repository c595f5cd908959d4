// What is sealed opens only with the right key, in the right place, unchanged.

import { expect, test } from 'vitest'
import { decrypt, encrypt, keyFromBytes, newKey } from './aes.ts'
import { fromBase64, fromUtf8, randomBytes, randomId, toBase64, toUtf8 } from './bytes.ts'
import { openChange, sealChange } from './envelope.ts'
import { isProven, prove } from './proof.ts'
import { makeWordsSlot, normalWords, openWordsSlot, unwrapSecret, wrapSecret } from './slots.ts'
import { newTransportKey, transportKeys } from './transport.ts'

const flipped = (text: string): string => {
  const bytes = fromBase64(text)
  bytes[0] = (bytes[0] ?? 0) ^ 1
  return toBase64(bytes)
}

test('sealed bytes open with the same key and additional data, and with nothing else', async () => {
  const [key, other] = [await newKey(), await keyFromBytes(randomBytes(32))]
  const sealed = await encrypt(key, toUtf8('blåbær'), toUtf8('her'))
  expect(fromUtf8((await decrypt(key, sealed, toUtf8('her'))) ?? toUtf8(''))).toBe('blåbær')
  expect(await decrypt(key, sealed, toUtf8('der'))).toBeUndefined()
  expect(await decrypt(other, sealed, toUtf8('her'))).toBeUndefined()
  const torn = new Uint8Array(sealed.ct)
  torn[0] = (torn[0] ?? 0) ^ 1
  expect(await decrypt(key, { iv: sealed.iv, ct: torn }, toUtf8('her'))).toBeUndefined()
})

test('an envelope opens to the same change, says little by its length, and is bound to id and enrolment', async () => {
  const { seal } = await transportKeys(newTransportKey())
  const change: { readonly id: string; readonly note: string } = { id: randomId(), note: 'Ærlig talt' }
  const envelope = await sealChange(seal, 'enrol', 1, change)
  expect(await openChange(seal, envelope)).toEqual(change)
  const longerText: typeof change = { ...change, note: 'Ærlig talt, og så litt til' }
  const longer = await sealChange(seal, 'enrol', 1, longerText)
  expect(longer.ct.length).toBe(envelope.ct.length)
  for (const broken of [
    { ...envelope, id: randomId() },
    { ...envelope, enrol: 'other' },
    { ...envelope, ct: flipped(envelope.ct) },
    { ...envelope, iv: '' },
    { ...envelope, ct: '%%%' },
  ])
    expect(await openChange(seal, broken)).toBeUndefined()
  const { seal: other } = await transportKeys(newTransportKey())
  expect(await openChange(other, envelope)).toBeUndefined()
})

test('the same change sealed twice looks different', async () => {
  const { seal } = await transportKeys(newTransportKey())
  const change = { id: randomId() }
  expect((await sealChange(seal, 'e', 1, change)).ct).not.toBe((await sealChange(seal, 'e', 1, change)).ct)
})

test('a proof holds for exactly what was proven', async () => {
  const raw = newTransportKey()
  const { proof } = await transportKeys(raw)
  const what = { method: 'POST', path: '/v1/sync', body: toUtf8('{}'), time: '2026-11-22T10:00:00.000Z', nonce: randomId() }
  const mac = await prove(proof, what)
  expect(await isProven((await transportKeys(raw)).proof, what, mac)).toBe(true)
  for (const other of [
    { ...what, method: 'GET' },
    { ...what, path: '/v1/pokes' },
    { ...what, body: toUtf8('{ }') },
    { ...what, time: '' },
    { ...what, nonce: '' },
  ])
    expect(await isProven(proof, other, mac)).toBe(false)
  expect(await isProven(proof, what, 'not base64 %')).toBe(false)
})

test('words open their slot in any spelling of case and space; too few rounds open nothing', async () => {
  const vaultKey = randomBytes(32)
  const slot = await makeWordsSlot('granstol solbenk fjordlykt', vaultKey)
  expect(await openWordsSlot(slot, ' Granstol, SOLBENK-fjordlykt')).toEqual(vaultKey)
  expect(await openWordsSlot(slot, 'granstol solbenk fjordlys')).toBeUndefined()
  expect(await openWordsSlot({ ...slot, rounds: 1 }, 'granstol solbenk fjordlykt')).toBeUndefined()
  expect(normalWords('En  To\tTre.')).toBe('en to tre')
})

test('one wrapped secret never passes for another', async () => {
  const [vaultKey, secret] = [randomBytes(32), randomBytes(32)]
  const wrapped = await wrapSecret(vaultKey, 'dek', secret)
  expect(await unwrapSecret(vaultKey, 'dek', wrapped)).toEqual(secret)
  expect(await unwrapSecret(vaultKey, 'transport', wrapped)).toBeUndefined()
  expect(await unwrapSecret(randomBytes(32), 'dek', wrapped)).toBeUndefined()
})
