// The hash chain of a lane: any other history has another hash, and an erased body leaves it whole.

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { id } from '#domain/ids.ts'
import { CHAIN_START, digestOf, fromHex, nextHash, type Sha256, toHex, utf8 } from './chain.ts'

const sha256: Sha256 = async (bytes) => new Uint8Array(createHash('sha256').update(bytes).digest())
const one = id('A'.repeat(22))
const two = id('B'.repeat(22))

async function chain(bodies: readonly (readonly [typeof one, string])[]): Promise<string> {
  let hash = CHAIN_START
  for (const [i, [change, body]] of bodies.entries())
    hash = await nextHash(sha256, hash, i + 1, change, await digestOf(sha256, utf8('salt'), utf8(body)))
  return hash
}

test('order, content and ids all count', async () => {
  const hashes = await Promise.all([
    chain([
      [one, 'a'],
      [two, 'b'],
    ]),
    chain([
      [two, 'b'],
      [one, 'a'],
    ]),
    chain([
      [one, 'a'],
      [two, 'c'],
    ]),
    chain([
      [two, 'a'],
      [one, 'b'],
    ]),
    chain([[one, 'a']]),
  ])
  expect(new Set(hashes).size).toBe(hashes.length)
  expect(hashes[0]).toBe(
    await chain([
      [one, 'a'],
      [two, 'b'],
    ]),
  )
})

test('the digest is all the chain needs of a body', async () => {
  const digest = await digestOf(sha256, utf8('salt'), utf8('a'))
  expect(await nextHash(sha256, CHAIN_START, 1, one, digest)).toBe(await chain([[one, 'a']]))
})

test('text becomes the bytes of UTF-8, and hex goes both ways', () => {
  for (const text of ['abc', 'blåbærsyltetøy', '日本', '🏠']) expect(utf8(text)).toEqual(new Uint8Array(new TextEncoder().encode(text)))
  expect(fromHex(toHex(utf8('bærum')))).toEqual(utf8('bærum'))
})
