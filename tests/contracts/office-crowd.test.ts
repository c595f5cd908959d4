// A crowd of first syncs: what is packed once is the same for everybody, unpacks to exactly the lines that were read, is
// never older than what was asked for, and is forgotten with the last of the crowd.

import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { laneOf } from '#domain/ids.ts'
import { crowd, type LaneRows } from '#office/crowd.ts'
import { gzipOf, type Piece, pieceOf, plainOf } from '#office/packed.ts'
import { aId } from '../support/caller.ts'

async function* each(pieces: readonly Piece[]) {
  yield* pieces
}
async function bytesOf(of: AsyncGenerator<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = []
  for await (const bytes of of) all.push(bytes)
  return Buffer.concat(all)
}

test('pieces packed on their own make one answer that unpacks to their words, in whatever order they are put', async () => {
  const texts = ['', 'ø', 'kort\n', '{"a":"Æ"}\n'.repeat(20_000), '\u0000\ud83d\ude00', 'x'.repeat(2_048), 'y'.repeat(70_000)]
  const pieces = await Promise.all(texts.map(pieceOf))
  for (const order of [[0, 1, 2, 3, 4, 5, 6], [3, 3, 6, 5, 2, 0, 3], [0], []]) {
    const chosen = order.flatMap((n) => pieces[n] ?? [])
    const plain = order.map((n) => texts[n]).join('')
    expect(gunzipSync(await bytesOf(gzipOf(each(chosen)))).toString()).toBe(plain)
    expect((await bytesOf(plainOf(each(chosen)))).toString()).toBe(plain)
  }
})

const lane = laneOf('case', aId())
const reader = (rows: LaneRows) => {
  const read = async () => {
    read.times += 1
    return rows
  }
  read.times = 0
  return read
}
const here = { lane, hash: 'a', after: 0 }

test('a crowd reads a lane once, another place in it for itself, and forgets it with the last one', async () => {
  const { join, rowsOf } = crowd(1_000_000, 60_000)
  const read = reader({ hash: 'a', rows: 'rad' })
  const [first, second] = [join(), join()]
  const [one, other] = await Promise.all([rowsOf(here, read), rowsOf(here, read)])
  expect([one?.plain.toString(), other, read.times]).toEqual(['rad\n', one, 1])
  await rowsOf({ ...here, after: 1 }, read)
  await rowsOf({ ...here, lane: laneOf('case', aId()) }, read)
  expect(read.times).toBe(3)
  first()
  first()
  await rowsOf(here, read)
  expect(read.times).toBe(3)
  second()
  const third = join()
  await rowsOf(here, read)
  expect(read.times).toBe(4)
  third()
})

test('a lane that moved meanwhile, and one that could not be read, are kept for nobody', async () => {
  const { join, rowsOf } = crowd(1_000_000, 60_000)
  join()
  const moved = reader({ hash: 'b', rows: 'ny' })
  expect([await rowsOf(here, moved), await rowsOf(here, moved), moved.times]).toEqual([undefined, undefined, 2])
  await expect(rowsOf(here, () => Promise.reject(new Error('away')))).rejects.toThrow('away')
  expect((await rowsOf(here, reader({ hash: 'a', rows: null })))?.plain.length).toBe(0)
})

test('no more is kept than the crowd may hold', async () => {
  const { join, rowsOf } = crowd(10_000, 60_000)
  join()
  const large = reader({ hash: 'a', rows: 'x'.repeat(20_000) })
  await rowsOf(here, large)
  await rowsOf(here, large)
  expect(large.times).toBe(2)
})
