// Pictures as a phone's camera makes them: real JPEGs that say where they were taken, in which words, and how the phone was
// held. And what a JPEG's own bytes say of its size.

import type { Browser } from '@playwright/test'

/** In the picture's own words about itself: must be nowhere afterwards. */
export const EXIF_CANARY = 'Kanarifugl7Q hjemme hos beboeren'

/** A JPEG of this size, noisy so that it weighs something, held sideways, with a place in it. */
export async function aCameraPicture(browser: Browser, width: number, height: number): Promise<Buffer> {
  const page = await browser.newPage()
  const base64 = await page.evaluate(
    async ([w, h]) => {
      const canvas = document.createElement('canvas')
      canvas.width = w
      canvas.height = h
      const pen = canvas.getContext('2d')
      for (let i = 0; pen && i < 400; i++) {
        pen.fillStyle = `hsl(${(i * 47) % 360} 70% 50%)`
        pen.fillRect((i * 997) % w, (i * 613) % h, w / 9, h / 9)
      }
      const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
      const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0))
      return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''))
    },
    [width, height] as const,
  )
  await page.close()
  const plain = Buffer.from(base64, 'base64')
  return Buffer.concat([plain.subarray(0, 2), exif(), plain.subarray(2)])
}

/** Big-endian TIFF: words about the picture, turned a quarter, and a place. */
function exif(): Buffer {
  const words = Buffer.from(`${EXIF_CANARY}\0`, 'ascii')
  const entry = (tag: number, type: number, count: number, value: Buffer): Buffer => {
    const made = Buffer.alloc(12)
    made.writeUInt16BE(tag, 0)
    made.writeUInt16BE(type, 2)
    made.writeUInt32BE(count, 4)
    value.copy(made, 8)
    return made
  }
  const long = (n: number): Buffer => Buffer.from([n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255])
  const ifd = (entries: readonly Buffer[]): Buffer =>
    Buffer.concat([Buffer.from([0, entries.length]), ...entries, Buffer.from([0, 0, 0, 0])])
  const wordsAt = 8 + 2 + 3 * 12 + 4
  const gpsAt = wordsAt + words.length
  const first = ifd([
    entry(0x010e, 2, words.length, long(wordsAt)),
    entry(0x0112, 3, 1, Buffer.from([0, 6, 0, 0])),
    entry(0x8825, 4, 1, long(gpsAt)),
  ])
  const place = ifd([entry(0x0001, 2, 2, Buffer.from('N\0')), entry(0x0003, 2, 2, Buffer.from('E\0'))])
  const body = Buffer.concat([Buffer.from('Exif\0\0'), Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, 8]), first, words, place])
  return Buffer.concat([Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255]), body])
}

/** From its start-of-frame; undefined when it is no JPEG. */
export function sizeOfJpeg(bytes: Buffer): { readonly width: number; readonly height: number } | undefined {
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xc2) return { height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) }
    if (bytes[at] !== 0xff || marker === 0xda) return undefined
  }
  return undefined
}
