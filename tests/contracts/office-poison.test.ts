// T3 (DESIGN.md 12): two hundred kinds of bad envelope among two thousand good ones. All good ones settle, every bad one is
// seen by a person with a reason, and the office goes on as if nothing had been.

import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import { type Id, isId, type LaneId, laneOf } from '#domain/ids.ts'
import { encrypt } from '#sealing/aes.ts'
import { fromBase64, toBase64, toUtf8 } from '#sealing/bytes.ts'
import { Change, type DropResult, HELD_REASONS, parse } from '#sync/wire.ts'
import type { HeldChange } from '#sync/wire-doors.ts'
import { anOffice } from '../support/an-office.ts'
import { aChange, aDesk, aDraft, aId, aPhone, type Desk, type Phone } from '../support/caller.ts'

const at = anOffice()
let marit: Phone
let jon: Phone
let ingrid: Desk
const lanes: LaneId[] = []
/** A standing complaint, Jon's own case, and a change that is here already. */
let standing: Change
let jons: LaneId

beforeAll(async () => {
  marit = await aPhone(at.url, 'marit')
  jon = await aPhone(at.url, 'jon')
  ingrid = await aDesk(at.url)
  while (lanes.length < 20) lanes.push(laneOf('case', aId()))
  await marit.send(...lanes.map((lane) => aChange(lane, aId(), 'resident', { displayName: 'Test Testesen' })))
  standing = aChange(aLane(0), aId(), 'complaint', { text: 'Står' })
  await marit.send(standing)
  jons = laneOf('case', aId())
  await jon.send(aChange(jons, aId(), 'resident', { displayName: 'Jons Testesen' }))
})

const aLane = (n: number): LaneId => lanes[n % lanes.length] ?? laneOf('case', aId())
interface Envelope {
  readonly id: Id
  readonly enrol: Id
  readonly kid: number
  readonly iv: string
  readonly ct: string
}
type Loose = Record<string, unknown>
type Make = () => unknown
/** Name → how to make one. The name says what is wrong with it. */
type Kinds = Map<string, Make>

const aGood = (n = 0, more: Partial<Change> = {}): Change => aChange(aLane(n), aId(), 'complaint', { text: `God ${n}` }, more)
/** Odd, and as good as any: words no database likes, fields no form has, more than we know. */
const anOdd = (n: number): Change => ({
  ...aGood(n),
  set: {
    text: { v: 'a\u0000b \ud800 \u2028 𝄞', over: [aId()] },
    toString: { v: deep(7) as never, over: [] },
    valueOf: { v: null, over: [] },
  },
  tz: '\u0000',
  more: { later: ['x'] },
})
const sealed = async (change: object = aGood()): Promise<Envelope> => (await marit.seal(change as Change)) as Envelope
/** Any text, sealed as a change would be: length, text, padding. */
async function sealedText(text: string, id: Id = aId()): Promise<Envelope> {
  const bytes = toUtf8(text)
  const padded = new Uint8Array(Math.ceil((4 + bytes.length) / 256) * 256)
  new DataView(padded.buffer).setUint32(0, bytes.length)
  padded.set(bytes, 4)
  return sealedBytes(padded, id)
}
async function sealedBytes(padded: Uint8Array<ArrayBuffer>, id: Id = aId()): Promise<Envelope> {
  const { iv, ct } = await encrypt(marit.keys.seal, padded, toUtf8(`1|${marit.enrol}|${id}`))
  return { id, enrol: marit.enrol, kid: marit.kid, iv: toBase64(iv), ct: toBase64(ct) }
}
const flipped = (text: string, at: number): string => {
  const bytes = fromBase64(text)
  const i = at < 0 ? bytes.length + at : at
  bytes[i] = (bytes[i] ?? 0) ^ 1
  return toBase64(bytes)
}
const cut = (text: string, to: number): string => toBase64(fromBase64(text).slice(0, to))
const without = (value: object, key: string): Loose => Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
const deep = (levels: number): unknown => (levels === 0 ? 1 : [deep(levels - 1)])

const WRONG: Readonly<Record<string, unknown>> = {
  null: null,
  true: true,
  number: 7.5,
  negative: -1,
  'empty text': '',
  array: [],
  object: {},
  'long text': 'x'.repeat(3000),
  'no letter of base64': 'ø\u0000',
  'lone surrogate': '\ud800',
}

/** What is no envelope, or one whose fields are of the wrong sort. */
function shapes(kinds: Kinds): void {
  for (const [name, value] of Object.entries(WRONG)) kinds.set(`envelope is ${name}`, () => value)
  for (const field of ['id', 'enrol', 'kid', 'iv', 'ct']) {
    kinds.set(`envelope without ${field}`, async () => without(await sealed(), field))
    for (const [name, value] of Object.entries(WRONG))
      kinds.set(`envelope with ${field} = ${name}`, async () => ({ ...(await sealed()), [field]: value }))
  }
  kinds.set('envelope within an envelope', async () => ({ envelope: await sealed() }))
  kinds.set('envelope in a list', async () => [await sealed()])
  kinds.set('envelope of another device', async () => ({ ...(await sealed()), enrol: jon.enrol }))
  kinds.set('envelope of no device', async () => ({ ...(await sealed()), enrol: aId() }))
  kinds.set('envelope with another id', async () => ({ ...(await sealed()), id: aId() }))
  kinds.set('envelope whose fields are inherited names only', () => JSON.parse('{"__proto__":{"id":1},"constructor":{},"toString":1}'))
  kinds.set('envelope with a number too large for its id', () => ({ id: 1e300, enrol: 1e300 }))
}

/** Bytes that were damaged on the way, or sealed by somebody else. */
function damage(kinds: Kinds): void {
  const change = (name: string, how: (env: Envelope) => object) =>
    kinds.set(name, async () => ({ ...(await sealed()), ...how(await sealed()) }))
  const own = (name: string, how: (env: Envelope) => object) =>
    kinds.set(name, async () => {
      const env = await sealed()
      return { ...env, ...how(env) }
    })
  for (const length of [1, 8, 11, 13, 16, 64]) own(`iv of ${length} bytes`, () => ({ iv: toBase64(new Uint8Array(length)) }))
  for (const at of [0, 1, 5, 11]) own(`iv with bit ${at} flipped`, ({ iv }) => ({ iv: flipped(iv, at) }))
  for (const at of [0, 1, 3, 4, 100, -1, -16, -17]) own(`ct with a bit flipped at ${at}`, ({ ct }) => ({ ct: flipped(ct, at) }))
  for (const to of [0, 1, 15, 16, 17, 32, 200]) own(`ct cut to ${to} bytes`, ({ ct }) => ({ ct: cut(ct, to) }))
  own('ct without its last byte', ({ ct }) => ({ ct: cut(ct, -1) }))
  own('ct twice', ({ ct }) => ({ ct: toBase64(new Uint8Array([...fromBase64(ct), ...fromBase64(ct)])) }))
  own('iv and ct changed about', ({ iv, ct }) => ({ iv: ct, ct: iv }))
  change('ct of another change', ({ ct }) => ({ ct }))
  change('iv of another change', ({ iv }) => ({ iv }))
  kinds.set('sealed by another person', async () => ({ ...((await jon.seal(aGood())) as object), enrol: marit.enrol }))
}

/** Opens, and is no change. */
function contents(kinds: Kinds): void {
  const texts = ['', 'x', '{', '{"id":', 'null', 'true', '7', '"x"', '[]', '[{}]', '{}', '\u0000', '<html></html>', 'undefined', '{"id":1}']
  for (const text of texts) kinds.set(`inside: ${JSON.stringify(text)}`, () => sealedText(text))
  kinds.set('inside: not UTF-8', () => sealedBytes(new Uint8Array(256).fill(0xff)))
  kinds.set('inside: a length beyond its end', () => sealedBytes(new Uint8Array([0, 0, 255, 255, ...new Array(252).fill(0)])))
  kinds.set('inside: nothing at all', () => sealedBytes(new Uint8Array(0)))
  kinds.set('inside: a change of another id', async () => {
    const id = aId()
    return sealedText(JSON.stringify(aGood()), id)
  })
  kinds.set('inside: two thousand levels', () => sealedText(`${'['.repeat(2000)}${']'.repeat(2000)}`))
  kinds.set('inside: a hundred thousand levels', () => sealedText(`${'['.repeat(100_000)}${']'.repeat(100_000)}`))
}

/** A change with one thing wrong in it; only what does not parse counts here. */
function fields(kinds: Kinds): void {
  const add = (name: string, how: () => Loose) => {
    if (parse(Change, how()) === undefined) kinds.set(`change ${name}`, () => sealed(how()))
  }
  for (const field of ['v', 'schema', 'lane', 'rec', 'type', 'kind', 'at', 'tz', 'skewMs', 'app']) {
    add(`without ${field}`, () => without(aGood(), field))
    for (const [name, value] of Object.entries(WRONG)) add(`with ${field} = ${name}`, () => ({ ...aGood(), [field]: value }))
  }
  for (const field of ['root', 'finishes', 'draft', 'rev', 'covers', 'set'])
    for (const [name, value] of Object.entries(WRONG)) add(`with ${field} = ${name}`, () => ({ ...aGood(), [field]: value }))
  const write = (field: string, v: unknown, over: unknown = []) => ({ ...aGood(), set: { [field]: { v, over } } })
  add('of wire version 2', () => ({ ...aGood(), v: 2 }))
  add('of an unknown type', () => ({ ...aGood(), type: 'hologram' }))
  add('of an unknown kind', () => ({ ...aGood(), kind: 'erase' }))
  add('in a lane of no kind', () => ({ ...aGood(), lane: `cases/${aId()}` }))
  add('in a lane with a path', () => ({ ...aGood(), lane: `case/../${aId()}` }))
  add('in a lane with a null character', () => ({ ...aGood(), lane: `case/${aId().slice(1)}\u0000` }))
  add('with a value nine levels deep', () => write('text', deep(9)))
  add('with a field of 65 letters', () => write('f'.repeat(65), 1))
  for (const field of ['', ' ', '0', '__proto__x', 'a b', 'a\u0000', 'ø', '$', 'a/b'])
    add(`with a field named ${JSON.stringify(field)}`, () => write(field, 1))
  add('over what is no id', () => write('text', 'x', ['x']))
  add('over 201 ids', () => write('text', 'x', Array.from({ length: 201 }, aId)))
  add('over an object', () => write('text', 'x', {}))
  add('whose write has no value', () => ({ ...aGood(), set: { text: { over: [] } } }))
  add('covering what is no record', () => ({ ...aGood(), kind: 'sign', covers: { x: {} } }))
  add('at a day without a time', () => ({ ...aGood(), at: '2026-11-22' }))
}

/** A change as it should be, that may not be applied. */
function guarded(kinds: Kinds): void {
  const { set: _set, ...bare } = standing
  const sign = (more: object) => ({ ...bare, id: aId(), kind: 'sign', root: standing.rec, ...more })
  const by = (name: string, how: () => object) => kinds.set(name, () => sealed(how()))
  for (const schema of [2, 99, 2 ** 31, 1e300]) by(`of schema ${schema}`, () => aGood(0, { schema }))
  by('of schema 2, of a kind to come', () => ({ ...aGood(), schema: 2, kind: 'novelty', type: 'hologram', set: 7 }))
  by('in Jon’s case', () => ({ ...aGood(), lane: jons }))
  by('in Jon’s own lane', () => aChange(laneOf('user', jon.user), aId(), 'safetyReport', { what: 'x' }))
  by('in the own lane of nobody', () => aChange(laneOf('user', aId()), aId(), 'safetyReport', { what: 'x' }))
  by('in the office’s settings', () => aChange(laneOf('office', marit.office), aId(), 'office', { name: 'Min' }))
  by('in another office', () => aChange(laneOf('office', aId()), aId(), 'office', { name: 'Min' }))
  by('of another type than its record', () => ({ ...aGood(), lane: standing.lane, rec: standing.rec, type: 'budget' }))
  by('without writes', () => without({ ...aGood(), kind: 'set' }, 'set'))
  by('a letter by one who may write none', () => aChange(aLane(0), aId(), 'letter', { template: 'L1' }))
  by('a signature without covers', () => sign({}))
  by('a signature over nothing', () => sign({ covers: {} }))
  by('a signature over a record without fields', () => sign({ covers: { [standing.rec]: {} } }))
  by('a signature of another root', () => sign({ root: aId(), covers: { [standing.rec]: { text: [standing.id] } } }))
  by('a signature without a root', () => without(sign({ covers: { [standing.rec]: { text: [standing.id] } } }), 'root'))
  by('a signature over what never came', () => sign({ covers: { [standing.rec]: { text: [aId()] } } }))
  by('a signature over another’s words', () => sign({ covers: { [standing.rec]: { text: [standing.id], more: [standing.id] } } }))
  const draft = () => aDraft(aLane(0), aId(), 1, 'x')
  for (const field of ['draft', 'rev']) by(`a draft without ${field}`, () => without(draft(), field))
  by('a draft of a revision no number holds', () => ({ ...draft(), rev: 1e300 }))
  by('a draft with a third part', () => ({ ...draft(), set: { ...draft().set, more: { v: 1, over: [] } } }))
  by('a draft without what was seen', () => ({ ...draft(), set: { content: { v: 'x', over: [] } } }))
  by('a draft that covers', () => ({ ...draft(), covers: {} }))
  by('a draft too long to park', () => aDraft(aLane(0), aId(), 1, 'x'.repeat(270_000)))
  by('known, with other words', () => ({ ...aGood(), id: standing.id }))
  kinds.set('known, the same words sealed again', () => sealed(standing))
  kinds.set('known, and no envelope', () => ({ id: standing.id }))
}

function allKinds(): readonly (readonly [string, Make])[] {
  const kinds: Kinds = new Map()
  for (const some of [shapes, damage, contents, guarded, fields]) some(kinds)
  return [...kinds]
}

/** Of the office's own process: resident memory in megabytes. */
function memoryOf(data: string): number {
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name)))
    try {
      if (!readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`BOFAST_DATA=${data}`)) continue
      if (!readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('office.ts')) continue
      return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
    } catch {
      // a process that has just ended
    }
  throw new Error('no such office')
}

test('two hundred kinds of bad envelope among two thousand good ones: the good settle, the bad are seen, nothing breaks', async () => {
  const kinds = allKinds()
  expect(kinds.length).toBeGreaterThanOrEqual(200)
  const bad = await Promise.all(kinds.map(async ([name, make]) => ({ name, env: await make() })))
  const goods = Array.from({ length: 2000 }, (_, n) => (n % 40 === 0 ? anOdd(n) : aGood(n)))
  // The number of the key is for the office to know: it takes the device's own key whatever it says.
  const good = await Promise.all(goods.map(async (change, n) => ({ ...(await sealed(change)), ...(n % 100 === 1 ? { kid: n } : {}) })))
  const parts = 32
  const results = new Map<string, DropResult>()
  let before = 0
  for (let part = 0; part < parts; part += 1) {
    const mine = <T>(all: readonly T[]): T[] => all.filter((_, i) => i % parts === part)
    const [someGood, someBad] = [mine(good), mine(bad)]
    // A bad one before, between and behind the good ones.
    const mixed = someGood.flatMap((env, i) => [...(someBad[i] ? [someBad[i]] : []), { name: '', env }])
    const answer = await marit.drop(mixed.map(({ env }) => env))
    expect([answer.status, answer.json.ok]).toEqual([200, true])
    const said = answer.json.results as DropResult[]
    expect(said).toHaveLength(mixed.length)
    mixed.forEach(({ name, env }, i) => {
      const result = said[i]
      if (name && result) results.set(name, result)
      else expect(result).toMatchObject({ id: (env as Envelope).id, s: 'applied' })
    })
    if (part === 3) before = memoryOf(at.office.data)
  }
  const wrong = [...results].filter(([, { s, why }]) => s !== 'held' || why === undefined || !HELD_REASONS.includes(why))
  expect(wrong).toEqual([])
  expect(results.size).toBe(kinds.length)
  await settle(goods)
  await areSeen(results)
  await goesOn(bad, results)
  expect(memoryOf(at.office.data) - before).toBeLessThan(200)
  expect(at.office.printed()).not.toContain('"code":"internal"')
}, 600_000)

async function settle(goods: readonly Change[]): Promise<void> {
  const { rowCount } = await at.db.query('select 1 from change where id = any($1)', [goods.map(({ id }) => id)])
  expect(rowCount).toBe(2000)
  const heard = await marit.sync()
  const mine = new Set([...heard.lanes.values()].flatMap((lane) => lane.mine))
  expect(goods.filter(({ id }) => !mine.has(id))).toEqual([])
}

/** Each with its reason, to the leader: nobody coordinates these cases. */
async function areSeen(results: ReadonlyMap<string, DropResult>): Promise<void> {
  const held = (await ingrid.ask({ ask: 'held' })).json.held as HeldChange[]
  const reasons = new Map(held.map(({ id, why }) => [id, why]))
  const clashes = await at.db.query<{ id: Id; claims: Id }>('select id, claims from custody where claims is not null')
  const lies = new Map<Id, readonly Id[]>()
  for (const { id, claims } of clashes.rows) lies.set(claims, [...(lies.get(claims) ?? []), id])
  for (const [name, { id, why }] of results) {
    expect(isId(id)).toBe(true)
    const at = why === 'clash' ? (lies.get(id) ?? []) : [id]
    expect([name, at.length > 0 && at.every((one) => reasons.get(one) === why)]).toEqual([name, true])
  }
}

/** The same again gives the same answers, and nothing lies there twice. */
async function goesOn(
  bad: readonly { readonly name: string; readonly env: unknown }[],
  results: ReadonlyMap<string, DropResult>,
): Promise<void> {
  const count = async () => (await at.db.query('select count(*)::int as count from custody')).rows[0].count
  const before = await count()
  for (let i = 0; i < bad.length; i += 90) {
    const some = bad.slice(i, i + 90)
    const answer = await marit.drop(some.map(({ env }) => env))
    expect((answer.json.results as DropResult[]).map(({ id, s, why }) => [id, s, why])).toEqual(
      some.map(({ name }) => [results.get(name)?.id, 'held', results.get(name)?.why]),
    )
  }
  expect(await count()).toBe(before)
}
