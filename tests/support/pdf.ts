// Reads back the tagged PDF Chromium prints: language, pages, the structure tree with its roles and table scopes, and the
// text of each element with its smallest size. Knows what Chromium writes and no more: plain objects, Flate streams,
// hexadecimal strings with a ToUnicode map.

import { inflateSync } from 'node:zlib'

export interface PdfElement {
  readonly role: string
  /** `Row` or `Column`, of a table heading. */
  readonly scope: string | undefined
  /** Of everything below it; without white space, since a line break in print is none in the text. */
  readonly text: string
  /** Smallest letter below it, in points; Infinity where there is none. */
  readonly smallest: number
  readonly children: readonly PdfElement[]
}
export interface Pdf {
  readonly lang: string | undefined
  /** What the file says of itself: title, author and the like. */
  readonly info: string
  readonly pages: readonly { readonly width: number; readonly height: number }[]
  readonly document: PdfElement
  /** Every element, in reading order. */
  readonly all: readonly PdfElement[]
  /** Text outside the structure, like page numbers. */
  readonly untagged: string
}

type Objects = ReadonlyMap<string, string>
interface Piece {
  readonly text: string
  readonly size: number
}
type Marked = Map<string, Piece[]>
const UNTAGGED = 'untagged'

export function readPdf(bytes: Uint8Array): Pdf {
  const raw = Buffer.from(bytes).toString('latin1')
  const objects: Objects = new Map(
    [...raw.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  )
  const catalog = find(objects, '/Type /Catalog')
  const pages = [...objects].filter(([, body]) => /\/Type \/Page\n/.test(body))
  const marked: Marked = new Map()
  for (const [id, body] of pages) readPage(objects, id, body, marked)
  const document = element(objects, reference(find(objects, '/Type /StructTreeRoot'), 'K'), marked)
  return {
    lang: /\/Lang \(([^)]*)\)/.exec(catalog)?.[1],
    info: [...raw.matchAll(/\/(?:Title|Author|Subject|Keywords) \(([^)]*)\)/g)].map(([, said]) => said).join(' '),
    pages: pages.map(([, body]) => {
      const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(body) ?? []
      return { width: Number(width), height: Number(height) }
    }),
    document,
    all: flat(document),
    untagged: textOf(marked.get(UNTAGGED) ?? []),
  }
}

const find = (objects: Objects, what: string): string => [...objects.values()].find((body) => body.includes(what)) ?? ''
const reference = (body: string, key: string): string => new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1] ?? ''
const flat = (one: PdfElement): readonly PdfElement[] => [one, ...one.children.flatMap(flat)]
const textOf = (pieces: readonly Piece[]): string =>
  pieces
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, '')

function element(objects: Objects, id: string, marked: Marked): PdfElement {
  const body = objects.get(id) ?? ''
  const kids = /\/K \[([^\]]*)\]/.exec(body)?.[1] ?? /\/K (\d+(?: 0 R)?)/.exec(body)?.[1] ?? ''
  const page = reference(body, 'Pg')
  const pieces: Piece[] = []
  const children: PdfElement[] = []
  for (const [, child, mark] of kids.matchAll(/(\d+) 0 R|(\d+)/g)) {
    if (child !== undefined) {
      const below = element(objects, child, marked)
      children.push(below)
      pieces.push({ text: below.text, size: below.smallest })
    } else pieces.push(...(marked.get(`${page}/${mark}`) ?? []))
  }
  return {
    role: /\/S \/(\w+)/.exec(body)?.[1] ?? '',
    scope: /\/Scope \/(\w+)/.exec(body)?.[1],
    text: textOf(pieces),
    smallest: Math.min(...pieces.filter(({ text }) => text.trim() !== '').map(({ size }) => size)),
    children,
  }
}

/** By its length: what is compressed may well end in a line break of its own. */
function stream(body: string): string {
  const start = body.indexOf('stream\n') + 'stream\n'.length
  const data = body.slice(start, start + Number(/\/Length (\d+)/.exec(body)?.[1] ?? 0))
  return body.includes('/FlateDecode') ? inflateSync(Buffer.from(data, 'latin1')).toString('latin1') : data
}

const WORDS =
  /\/(\w+) ([\d.]+) Tf|<([0-9A-Fa-f]*)> Tj|([\d.-]+) [\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+ [\d.-]+ cm|\/MCID (\d+) >>BDC|(BDC|EMC)\b|(?:^|\n)([qQ])(?=\n)/g

/** Follows font, scale and mark through the page, and writes down each piece of text under its mark. */
function readPage(objects: Objects, id: string, body: string, marked: Marked): void {
  const content = stream(objects.get(reference(body, 'Contents')) ?? '')
  const fonts = new Map([...body.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', font = '']) => [name, letters(objects, font)]))
  const scales: number[] = []
  const marks: string[] = []
  let [scale, size, font] = [1, 0, '']
  for (const [, name, points, hex, by, mark, edge, save] of content.matchAll(WORDS)) {
    if (name !== undefined) [font, size] = [name, Number(points)]
    else if (by !== undefined) scale *= Math.abs(Number(by))
    else if (mark !== undefined) marks.push(`${id}/${mark}`)
    else if (edge === 'BDC') marks.push(UNTAGGED)
    else if (edge === 'EMC') marks.pop()
    else if (save === 'q') scales.push(scale)
    else if (save === 'Q') scale = scales.pop() ?? 1
    else if (hex !== undefined) {
      const under = marks.at(-1) ?? UNTAGGED
      marked.set(under, [...(marked.get(under) ?? []), { text: decoded(hex, fonts.get(font)), size: size * scale }])
    }
  }
}

interface Letters {
  readonly byCode: ReadonlyMap<number, string>
  readonly digits: 2 | 4
}

function decoded(hex: string, font: Letters | undefined): string {
  if (!font) return ''
  const codes = hex.match(new RegExp(`.{${font.digits}}`, 'g')) ?? []
  return codes.map((code) => font.byCode.get(Number.parseInt(code, 16)) ?? '').join('')
}

function letters(objects: Objects, id: string): Letters {
  const font = objects.get(id) ?? ''
  const map = stream(objects.get(reference(font, 'ToUnicode')) ?? '')
  const byCode = new Map<number, string>()
  const number = (hex: string | undefined): number => Number.parseInt(hex ?? '', 16)
  for (const [, all = ''] of map.matchAll(/beginbfchar\n([\s\S]*?)endbfchar/g))
    for (const [, code, to = ''] of all.matchAll(/<(\w+)> <(\w+)>/g)) byCode.set(number(code), utf16(to))
  for (const [, all = ''] of map.matchAll(/beginbfrange\n([\s\S]*?)endbfrange/g))
    for (const [, from, until, to] of all.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let code = number(from); code <= number(until); code += 1)
        byCode.set(code, String.fromCharCode(number(to) + code - number(from)))
  return { byCode, digits: font.includes('/Subtype /Type3') ? 2 : 4 }
}

const utf16 = (hex: string): string => (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('')
