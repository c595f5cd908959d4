// What may become a photo here, how it is cut, and what becomes of it on the device.

import { expect, test } from 'vitest'
import type { Id, LaneId } from '#domain/ids.ts'
import {
  type BlobAnswer,
  type BlobItem,
  blobTypeOf,
  CHUNK_BYTES,
  carriesMetadata,
  chunkBytes,
  chunkCount,
  nextPiece,
  onBlobAnswer,
  onTrying,
} from './blob.ts'

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((char) => char.charCodeAt(0)) : part)))
const segment = (marker: number, content: string | readonly number[]): number[] => {
  const body = [...bytes(content)]
  return [0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255, ...body]
}

const SOI = [0xff, 0xd8]
const EOI = [0xff, 0xd9]
const JFIF = segment(0xe0, [...bytes('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0])
const TABLES = [...segment(0xdb, new Array(65).fill(1)), ...segment(0xc0, [8, 0, 16, 0, 16, 1, 1, 17, 0]), ...segment(0xc4, [0, 0, 0])]
const SCAN = [...segment(0xda, [1, 1, 0, 0, 63, 0]), 1, 2, 0xff, 0, 3, 0xff, 0xd0, 4, 5]
const jpeg = (...extra: readonly (readonly number[])[]): Uint8Array => bytes(SOI, JFIF, extra.flat(), TABLES, SCAN, EOI)

const chunk = (kind: string, content: string | readonly number[] = []): number[] => {
  const body = [...bytes(content)]
  return [0, 0, body.length >> 8, body.length & 255, ...bytes(kind), ...body, 0, 0, 0, 0]
}
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const png = (...extra: readonly (readonly number[])[]): Uint8Array =>
  bytes(PNG, chunk('IHDR', new Array(13).fill(1)), extra.flat(), chunk('IDAT', [1, 2, 3]), chunk('IEND'))

test('a file is what its bytes say, and nothing else than pictures and PDF letters is let in', () => {
  expect(blobTypeOf(jpeg())).toBe('image/jpeg')
  expect(blobTypeOf(png())).toBe('image/png')
  expect(blobTypeOf(bytes('%PDF-1.7\n'))).toBe('application/pdf')
  const others = [
    '',
    '<svg xmlns=',
    '<!doctype html>',
    'GIF89a',
    'PK\x03\x04',
    'RIFF0000WEBP',
    '\0\0\0\x20ftypheic',
    ' %PDF-1.7',
    'MZ',
    '%PDF',
  ]
  for (const other of others) expect(blobTypeOf(bytes(other))).toBeUndefined()
  expect(blobTypeOf(bytes([0xff, 0xd8]))).toBeUndefined()
})

test('a picture made anew on the phone carries nothing but the picture', () => {
  expect(carriesMetadata(jpeg())).toBe(false)
  expect(carriesMetadata(jpeg(segment(0xe2, 'ICC_PROFILE\0\x01\x01abc')))).toBe(false)
  expect(carriesMetadata(jpeg(segment(0xee, 'Adobe\0d\0\0\0\0\x01')))).toBe(false)
  expect(carriesMetadata(bytes(SOI, JFIF, TABLES, SCAN, TABLES, SCAN, EOI))).toBe(false) // progressive: several scans
  expect(carriesMetadata(bytes(SOI, JFIF, [0xff], TABLES, SCAN, EOI))).toBe(false) // a fill byte before a mark
  expect(carriesMetadata(png())).toBe(false)
  expect(carriesMetadata(png(chunk('sRGB', [0]), chunk('pHYs', new Array(9).fill(0))))).toBe(false)
  expect(carriesMetadata(bytes('%PDF-1.7\n'))).toBe(false)
})

test('a picture that still says where, when or with what it was taken is told from one that does not', () => {
  const carrying: readonly number[][] = [
    segment(0xe1, 'Exif\0\0MM\0*\0\0\0\x08'),
    segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>'),
    segment(0xed, 'Photoshop 3.0\x008BIM'),
    segment(0xe2, 'MPF\0MM\0*'),
    segment(0xe0, 'JFXX\0\x10thumb'),
    segment(0xe0, `JFIF\0${'thumbnail here'}`),
    segment(0xee, `Adobe\0d\0\0\0\0\x01${'and more'}`),
    segment(0xe5, 'Samsung'),
    segment(0xfe, 'Taken in Storgata 1'),
  ]
  for (const one of carrying) expect(carriesMetadata(jpeg(one))).toBe(true)
  for (const kind of ['eXIf', 'tEXt', 'zTXt', 'iTXt', 'tIME', 'caNv', 'vpAg'])
    expect(carriesMetadata(png(chunk(kind, 'GPS 59.9, 10.7')))).toBe(true)
})

test('metadata is found wherever it hides: between scans, after the end, in a cut or twisted file', () => {
  const exif = segment(0xe1, 'Exif\0\0MM')
  expect(carriesMetadata(bytes(SOI, JFIF, TABLES, SCAN, exif, SCAN, EOI))).toBe(true)
  expect(carriesMetadata(bytes(SOI, exif, TABLES, SCAN, EOI))).toBe(true)
  expect(carriesMetadata(bytes([...jpeg()], exif))).toBe(true)
  expect(carriesMetadata(bytes([...jpeg()], [...jpeg(exif)]))).toBe(true)
  expect(carriesMetadata(bytes([...jpeg()], '\0\0\0\x18ftypmp42'))).toBe(true)
  expect(carriesMetadata(bytes([...png()], 'GPS'))).toBe(true)
  for (let length = 3; length < jpeg().length; length++) expect(carriesMetadata(jpeg().slice(0, length))).toBe(true)
  for (let length = 8; length < png().length; length++) expect(carriesMetadata(png().slice(0, length))).toBe(true)
  expect(carriesMetadata(bytes(SOI, [0xff, 0xe0, 0, 0], JFIF, EOI))).toBe(true)
  expect(carriesMetadata(bytes(SOI, [0xff, 0xdb, 0, 0, 0xff, 0xdb, 0, 1], EOI))).toBe(true)
})

test('no random bytes make the guard fail or run for ever', () => {
  let seed = 7
  const random = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return seed % 256
  }
  for (let i = 0; i < 2_000; i++) {
    const tail = Array.from({ length: random() }, random)
    expect(typeof carriesMetadata(bytes(SOI, [0xff, random()], tail))).toBe('boolean')
    expect(typeof carriesMetadata(bytes(PNG, tail))).toBe('boolean')
  }
})

test('a photo is cut into full pieces and one rest', () => {
  for (const size of [1, CHUNK_BYTES - 1, CHUNK_BYTES, CHUNK_BYTES + 1, 3_000_000]) {
    const sizes = Array.from({ length: chunkCount(size) }, (_, n) => chunkBytes(size, n))
    expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(size)
    expect(sizes.slice(0, -1).every((one) => one === CHUNK_BYTES)).toBe(true)
    expect(sizes.at(-1)).toBeGreaterThan(0)
  }
})

test('the manifest goes first, then whatever the office does not have', () => {
  expect(nextPiece([], 3)).toBe('m')
  expect(nextPiece([0, 1, 2], 3)).toBe('m')
  expect(nextPiece(['m', 2, 0], 3)).toBe(1)
  expect(nextPiece(['m', 0, 1, 2], 3)).toBeUndefined()
})

const NOW = 1_800_000_000_000
const DAY = 86_400_000
const item: BlobItem = {
  id: 'blob' as Id,
  enrol: 'enrol' as Id,
  office: 'office' as Id,
  lane: 'case/x' as LaneId,
  rec: 'rec' as Id,
  count: 2,
  bytes: 100,
  savedAt: NOW,
  state: 'saved',
  tries: 3,
  nextAt: NOW,
}
const said: BlobAnswer = { ok: true, have: [], whole: false }

test('a whole photo stays on the shelf until two backups hold it and two weeks have passed', () => {
  const whole = onBlobAnswer(item, { ...said, whole: true, safe: true }, NOW)
  expect(whole).toMatchObject({ state: 'whole', wholeAt: NOW, nextAt: NOW + DAY, tries: 0 })
  if (!whole) throw new Error('gone')
  expect(onBlobAnswer(whole, { ...said, whole: true, safe: true }, NOW + 13 * DAY)).toMatchObject({ state: 'whole', wholeAt: NOW })
  expect(onBlobAnswer(whole, { ...said, whole: true }, NOW + 99 * DAY)).toMatchObject({ state: 'whole', wholeAt: NOW })
  expect(onBlobAnswer(whole, { ...said, whole: true, safe: true }, NOW + 15 * DAY)).toBeUndefined()
})

test('an office that does not know a whole photo any more gets it anew, and its fortnight begins again', () => {
  const lost = onBlobAnswer({ ...item, state: 'whole', wholeAt: NOW }, { ...said, have: ['m'] }, NOW + 20 * DAY)
  expect(lost).toMatchObject({ state: 'saved', tries: 0, nextAt: NOW + 20 * DAY })
  expect(lost).not.toHaveProperty('wholeAt')
})

test('held waits a day between questions, erased leaves at once, and a try waits longer each time', () => {
  expect(onBlobAnswer(item, { ...said, held: 'bad' }, NOW)).toMatchObject({ state: 'held', nextAt: NOW + DAY })
  expect(onBlobAnswer({ ...item, state: 'whole', wholeAt: NOW }, { ...said, erased: true }, NOW)).toBeUndefined()
  const waits = [0, 1, 2, 3, 20].map((tries) => onTrying({ ...item, tries }, NOW, 0.5).nextAt - NOW)
  expect(waits).toEqual([...waits].sort((a, b) => a - b))
  expect(waits.at(-1)).toBeLessThanOrEqual(15 * 60_000)
})
