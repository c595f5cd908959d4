// A piece of a photo opens only as that piece of that photo from that device.

import { expect, test } from 'vitest'
import { OVERHEAD_BYTES, openManifest, openPiece, sealManifest, sealPiece } from './blob.ts'
import { fromUtf8, toUtf8 } from './bytes.ts'
import { newTransportKey, transportKeys } from './transport.ts'

const place = { enrol: 'phone', blob: 'photo', n: 2, count: 5 }

test('a piece opens in its own place and in no other, and adds 28 bytes', async () => {
  const { blob } = await transportKeys(newTransportKey())
  const sealed = await sealPiece(blob, place, toUtf8('blåbær'))
  expect(sealed.length).toBe(toUtf8('blåbær').length + OVERHEAD_BYTES)
  expect(fromUtf8((await openPiece(blob, place, sealed)) ?? toUtf8(''))).toBe('blåbær')
  for (const other of [{ enrol: 'x' }, { blob: 'x' }, { n: 3 }, { n: 'm' as const }, { count: 6 }])
    expect(await openPiece(blob, { ...place, ...other }, sealed)).toBeUndefined()
  for (let at = 0; at < sealed.length; at++) {
    const torn = new Uint8Array(sealed)
    torn[at] = (torn[at] ?? 0) ^ 1
    expect(await openPiece(blob, place, torn)).toBeUndefined()
  }
  for (const length of [0, 11, 27, 28]) expect(await openPiece(blob, place, sealed.slice(0, length))).toBeUndefined()
})

test('the key for blobs is not the key for changes, and is another for each transport key', async () => {
  const raw = newTransportKey()
  const { blob, seal } = await transportKeys(raw)
  const { blob: other } = await transportKeys(newTransportKey())
  const sealed = await sealPiece(blob, place, toUtf8('blåbær'))
  expect(await openPiece(seal, place, sealed)).toBeUndefined()
  expect(await openPiece(other, place, sealed)).toBeUndefined()
  expect(await openPiece((await transportKeys(raw)).blob, place, sealed)).toEqual(toUtf8('blåbær'))
  expect(await sealPiece(blob, place, toUtf8('blåbær'))).not.toEqual(sealed)
})

test('a manifest reads back, says little by its length, and what is no JSON is none', async () => {
  const { blob } = await transportKeys(newTransportKey())
  const [short, long] = [{ type: 'image/png' }, { type: 'application/pdf', lane: 'inquiry/0123456789012345678901' }]
  const sealed = await sealManifest(blob, place, long)
  expect(await openManifest(blob, place, sealed)).toEqual(long)
  expect((await sealManifest(blob, place, short)).length).toBe(sealed.length)
  expect(await openManifest(blob, { ...place, count: 4 }, sealed)).toBeUndefined()
  expect(await openManifest(blob, place, await sealPiece(blob, { ...place, n: 'm' }, toUtf8('{')))).toBeUndefined()
})
