// A phone and a desk as the office's contract tests want them: the real sealing and the real wire, without a browser
// and without a store.

import { type Id, type Instant, id, instant, type Json, type LaneId } from '#domain/ids.ts'
import type { RecordType } from '#domain/records.ts'
import type { RecordRow } from '#domain/register.ts'
import { randomId, toBase64, toUtf8 } from '#sealing/bytes.ts'
import { sealChange } from '#sealing/envelope.ts'
import { prove } from '#sealing/proof.ts'
import { newTransportKey, type TransportKeys, transportKeys } from '#sealing/transport.ts'
import type { Change, Cursor, DropResult, SyncLine } from '#sync/wire.ts'

export const aId = (): Id => id(randomId())
export const nowInstant = (): Instant => instant(new Date().toISOString())

export const aChange = (lane: LaneId, rec: Id, type: RecordType, set: Record<string, Json>, more: Partial<Change> = {}): Change => ({
  id: aId(),
  v: 1,
  schema: 1,
  lane,
  rec,
  type,
  kind: 'set',
  set: Object.fromEntries(Object.entries(set).map(([field, v]) => [field, { v, over: [] }])),
  at: nowInstant(),
  tz: 'Europe/Oslo',
  skewMs: 0,
  app: 'test',
  ...more,
})

/** A draft to be parked; without words it is discarded. */
export const aDraft = (lane: LaneId, draft: Id, rev: number, words?: Json, more: Partial<Change> = {}): Change => {
  const set = words === undefined ? {} : { set: { content: { v: words, over: [] }, seen: { v: {}, over: [] } } }
  const { set: _none, ...bare } = aChange(lane, aId(), 'contribution', {})
  return { ...bare, kind: 'draft', draft, rev, ...set, ...more }
}

/** Replaces the given heads in one field. */
export const anEdit = (row: RecordRow, field: string, v: Json, over?: readonly Id[]): Change =>
  aChange(row.lane, row.id, row.type, {}, { set: { [field]: { v, over: [...(over ?? (row.regs[field] ?? []).map((head) => head.by))] } } })

export interface Answer {
  readonly status: number
  readonly json: Record<string, unknown>
  readonly text: string
  readonly headers: Headers
}

export async function call(url: string, path: string, init: RequestInit = {}): Promise<Answer> {
  const response = await fetch(url + path, init)
  const text = await response.text()
  let json: Record<string, unknown> = {}
  try {
    json = JSON.parse(text)
  } catch {
    // not JSON: the caller looks at the text
  }
  return { status: response.status, json, text, headers: response.headers }
}

export const post = (url: string, path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  call(url, path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } })

export async function ticketFor(url: string, account: string, password = `demo-${account}`): Promise<string> {
  const answer = await post(url, '/v1/signin', { account, password })
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${answer.text}`)
  return String(answer.json.ticket)
}

interface Synced {
  readonly lines: readonly SyncLine[]
  readonly lanes: ReadonlyMap<LaneId, Extract<SyncLine, { k: 'lane' }>>
  readonly rows: readonly RecordRow[]
  readonly gone: readonly LaneId[]
  readonly done: Extract<SyncLine, { k: 'done' }> | undefined
  readonly receipts: Extract<SyncLine, { k: 'receipts' }> | undefined
  readonly parked: readonly Extract<SyncLine, { k: 'parked' }>[]
}

export interface Phone {
  readonly enrol: Id
  readonly user: Id
  readonly office: Id
  readonly kid: number
  readonly keys: TransportKeys
  readonly cookie: string
  /** Says that this browser is a phone, and which. */
  readonly marker: string
  readonly seal: (change: Change) => Promise<unknown>
  readonly drop: (envs: readonly unknown[]) => Promise<Answer>
  readonly send: (...changes: readonly Change[]) => Promise<readonly DropResult[]>
  readonly sync: (lanes?: Readonly<Record<string, Cursor>>, open?: readonly Id[], receipts?: readonly [number, string]) => Promise<Synced>
  readonly proof: (method: string, path: string, body?: string) => Promise<Record<string, string>>
}

/** `browser`: the cookie of the phone that was in this browser before. */
export async function aPhone(url: string, account: string, browser = '', password = `demo-${account}`): Promise<Phone> {
  const raw = newTransportKey()
  const asked = { ticket: await ticketFor(url, account, password), key: toBase64(raw), name: 'Prøvetelefon' }
  const made = await post(url, '/v1/enrolments', asked, browser ? { Cookie: browser } : {})
  if (made.status !== 200) throw new Error(`enrolment: ${made.status} ${made.text}`)
  const enrol = id(String(made.json.enrol))
  const kid = Number(made.json.kid)
  const keys = await transportKeys(raw)
  const [cookie, marker] = [cookieOf(made, 'bofast-drop'), cookieOf(made, 'bofast-phone')]
  const seal = (change: Change) => sealChange(keys.seal, enrol, kid, change)
  const drop = (envs: readonly unknown[]) => post(url, `/v1/drop/${enrol}`, { envs, left: 0, oldest: null }, { Cookie: cookie })
  const proof = (method: string, path: string, body = '') => proofOf(keys, enrol, method, path, body)
  return {
    ...{ enrol, user: id(String(made.json.user)), office: id(String(made.json.office)), kid, keys, cookie, marker, seal, drop, proof },
    send: async (...changes) => {
      const answer = await drop(await Promise.all(changes.map(seal)))
      if (answer.status !== 200) throw new Error(`drop: ${answer.status} ${answer.text}`)
      return answer.json.results as DropResult[]
    },
    sync: async (lanes = {}, open = [], receipts) => {
      const body = JSON.stringify({ lanes, open, schema: 1, ...(receipts ? { receipts } : {}) })
      const headers = { 'Content-Type': 'application/json', ...(await proof('POST', '/v1/sync', body)) }
      const answer = await call(url, '/v1/sync', { method: 'POST', body, headers })
      if (answer.status !== 200) throw new Error(`sync: ${answer.status} ${answer.text}`)
      return synced(answer.text)
    },
  }
}

export const cookieOf = (answer: Answer, name: string): string =>
  answer.headers
    .getSetCookie()
    .find((line) => line.startsWith(`${name}=`))
    ?.split(';')[0] ?? ''

async function proofOf(keys: TransportKeys, enrol: Id, method: string, path: string, body: string): Promise<Record<string, string>> {
  const [time, nonce] = [nowInstant(), randomId()]
  const mac = await prove(keys.proof, { method, path, body: toUtf8(body), time, nonce })
  return { 'Bofast-Enrol': enrol, 'Bofast-Time': time, 'Bofast-Nonce': nonce, 'Bofast-Proof': mac }
}

function synced(text: string): Synced {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as SyncLine)
  const of = <K extends SyncLine['k']>(k: K) => lines.filter((line): line is Extract<SyncLine, { k: K }> => line.k === k)
  return {
    lines,
    lanes: new Map(of('lane').map((line) => [line.l, line])),
    rows: of('row').map((line) => line.row),
    gone: of('gone').flatMap((line) => line.lanes),
    done: of('done')[0],
    receipts: of('receipts')[0],
    parked: of('parked'),
  }
}

export interface Desk {
  readonly user: Id
  readonly ask: (ask: unknown) => Promise<Answer>
  readonly send: (...changes: readonly unknown[]) => Promise<Answer>
  /** POST /v1/desk/{what}. */
  readonly act: (what: 'held' | 'access' | 'revoke' | 'erase', body: unknown) => Promise<Answer>
  readonly headers: Record<string, string>
}

export async function aDesk(url: string, account = 'ingrid', password = `demo-${account}`): Promise<Desk> {
  const own = { Origin: url, 'Sec-Fetch-Site': 'same-origin' }
  const made = await post(url, '/v1/desk/session', { ticket: await ticketFor(url, account, password) }, own)
  if (made.status !== 200) throw new Error(`desk: ${made.status} ${made.text}`)
  const headers = { ...own, Cookie: made.headers.getSetCookie()[0]?.split(';')[0] ?? '' }
  return {
    user: id(String(made.json.user)),
    headers,
    ask: (ask) => post(url, '/v1/desk/ask', ask, headers),
    send: (...changes) => post(url, '/v1/desk/changes', { changes }, headers),
    act: (what, body) => post(url, `/v1/desk/${what}`, body, headers),
  }
}
