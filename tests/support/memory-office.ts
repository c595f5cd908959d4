// A whole office in memory behind one fake network, for tests of the device: it opens envelopes with the real sealing,
// judges and folds with the real sync, and answers as the wire says. The network can be cut, delayed and replaced.

import type { LaneRole } from '#domain/codes.ts'
import { type Id, type Instant, id, instant, isLaneId, type LaneId } from '#domain/ids.ts'
import type { RecordRow } from '#domain/register.ts'
import { summarise } from '#domain/summary.ts'
import { fromBase64, randomId, sha256, toBase64, toUtf8 } from '#sealing/bytes.ts'
import { openChange } from '#sealing/envelope.ts'
import { isProven } from '#sealing/proof.ts'
import { type TransportKeys, transportKeys } from '#sealing/transport.ts'
import { type Entry, foldRecord } from '#sync/fold.ts'
import { judge } from '#sync/judge.ts'
import { Change, type DropResult, parse } from '#sync/wire.ts'
import { DeskChanges, DropRequest, EnrolRequest, SyncRequest } from '#sync/wire-doors.ts'

export interface Journal {
  readonly entries: Entry[]
  readonly access: Map<Id, LaneRole>
  view: number
  /** Another epoch is another chain: what a restored office has. */
  epoch: number
}
interface Enrolment {
  readonly user: Id
  readonly keys: TransportKeys
  /** The receipt log: ids in the order they came. Another epoch is another log. */
  readonly receipts: Id[]
  epoch: number
  safe: number | null
  /** What its reads are answered with, if not let in. */
  refusal?: { readonly status: number; readonly code: string }
}
type Verdict = {
  readonly s: DropResult['s']
  readonly why?: DropResult['why']
  readonly digest: string
  readonly change?: Change
}

export interface Call {
  readonly path: string
  readonly headers: Headers
  readonly body: string
}

export const newId = (): Id => id(randomId())

export function memoryOffice() {
  const office = newId()
  const lanes = new Map<LaneId, Journal>()
  const enrolments = new Map<Id, Enrolment>()
  const verdicts = new Map<Id, Verdict>()
  const users = new Map<string, Id>()
  const tickets = new Map<string, Id>()
  const calls: Call[] = []
  const nonces = new Set<string>()
  const pokers = new Set<ReadableStreamDefaultController<Uint8Array>>()
  const network: {
    /** What the device meets instead of the office, before anything reaches it. */
    instead: (() => Promise<Response>) | undefined
    /** The office does its work, but its answer to these paths is lost on the way. */
    losesAnswerTo: string | undefined
    /** Changes the lines of a sync answer. */
    tamper: (lines: string[]) => string[]
    /** Runs before a sync is answered. */
    beforeSync: () => Promise<void>
  } = { instead: undefined, losesAnswerTo: undefined, tamper: (lines) => lines, beforeSync: async () => undefined }
  const state = {
    today: undefined as string | undefined,
    skewMs: 0,
    isDemo: true,
    signIns: [] as object[],
    deskUser: undefined as Id | undefined,
    resets: new Set<LaneId>(),
    /** What is said besides in answer to a drop. */
    dropWord: {} as { stop?: true; gone?: readonly LaneId[] },
  }

  const now = (): Instant => instant(new Date(Date.now() + state.skewMs).toISOString())
  const userId = (account: string): Id => {
    const known = users.get(account) ?? newId()
    users.set(account, known)
    return known
  }
  const journal = (lane: LaneId): Journal | undefined => lanes.get(lane)
  const rowsOf = (lane: LaneId): RecordRow[] => {
    const entries = lanes.get(lane)?.entries ?? []
    const recs = [...new Set(entries.map((entry) => entry.change.rec))]
    return recs.flatMap((rec) => foldRecord(lane, rec, entries) ?? [])
  }
  const hashOf = (book: { readonly epoch: number }, seq: number): string => `${book.epoch}${seq}`.padStart(64, '0')

  function give(lane: LaneId, user: Id, role: LaneRole = 'worker'): Journal {
    const book = lanes.get(lane) ?? { entries: [], access: new Map(), view: 1, epoch: 1 }
    lanes.set(lane, book)
    book.access.set(user, role)
    return book
  }

  function append(change: Change, actor: Id): { readonly s: 'applied' | 'held'; readonly why?: DropResult['why'] } {
    const book = lanes.get(change.lane)
    const rows = rowsOf(change.lane)
    const judged = judge(change, {
      writer: { user: actor, roles: ['followup_worker'], laneRole: book?.access.get(actor) },
      laneExists: book !== undefined,
      row: rows.find((row) => row.id === change.rec),
      rootRows: rows.filter((row) => change.root !== undefined && (row.id === change.root || row.root === change.root)),
      sharing: rows,
      isApplied: (one) => book?.entries.some((entry) => entry.change.id === one) ?? false,
    })
    if (judged.s === 'held') return judged
    const into = book ?? give(change.lane, actor, 'coordinator')
    into.entries.push({ change, actor, seq: into.entries.length + 1 })
    for (const poker of pokers)
      poker.enqueue(new TextEncoder().encode(`data: ${JSON.stringify({ lanes: [{ l: change.lane, head: into.entries.length }] })}\n\n`))
    return judged
  }

  /** A change somebody else made. */
  function write(actor: Id, change: Change): void {
    const parsed = parse(Change, change)
    if (!parsed) throw new Error('not a change')
    verdicts.set(change.id, { ...append(parsed, actor), digest: '', change: parsed })
  }

  /** A person at the office lets a held change through. */
  function release(change: Id): void {
    const held = verdicts.get(change)
    const book = held?.change && lanes.get(held.change.lane)
    if (!held?.change || !book) throw new Error('nothing held')
    book.entries.push({ change: held.change, actor: newId(), seq: book.entries.length + 1 })
    verdicts.set(change, { ...held, s: 'applied' })
  }

  /** A person at the office decides that a held change stays as it lies. */
  function keepClosed(change: Id): void {
    const held = verdicts.get(change)
    if (!held) throw new Error('nothing held')
    verdicts.set(change, { ...held, s: 'closed' })
  }

  /** What an erasure leaves: the id, and a lane without the change. */
  function erase(change: Id): void {
    const there = verdicts.get(change)
    if (!there) throw new Error('nothing to erase')
    verdicts.set(change, { s: 'erased', digest: there.digest })
    for (const book of lanes.values()) {
      const at = book.entries.findIndex((entry) => entry.change.id === change)
      const entry = book.entries[at]
      if (entry) book.entries.splice(at, 1, { ...entry, change: { ...entry.change, set: {} } })
      if (entry) book.view += 1
    }
  }

  const json = (status: number, value: object): Response =>
    new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json', 'Bofast-Office': office } })
  const failure = (status: number, code: string, more: object = {}): Response => json(status, { ok: false, code, ...more })

  async function drop(enrol: Id, body: string): Promise<Response> {
    const enrolment = enrolments.get(enrol)
    const request = parse(DropRequest, JSON.parse(body))
    if (!enrolment || !request) return failure(400, 'bad')
    const results: DropResult[] = []
    for (const envelope of request.envs) {
      const digest = toBase64(await sha256(toUtf8(JSON.stringify([envelope.enrol, envelope.iv, envelope.ct]))))
      const known = verdicts.get(envelope.id)
      if (known && known.digest !== digest) throw new Error('clash: one id with two contents')
      if (!known) {
        const change = parse(Change, await openChange(enrolment.keys.seal, envelope))
        verdicts.set(envelope.id, { ...judged(change, envelope.id, enrolment.user), digest, ...(change ? { change } : {}) })
      }
      const isParked = verdicts.get(envelope.id)?.s === 'parked'
      if (!isParked && !enrolment.receipts.includes(envelope.id)) enrolment.receipts.push(envelope.id)
      results.push({ ...resultOf(enrolment, envelope.id), s: verdicts.get(envelope.id)?.s ?? 'held' })
    }
    return json(200, { ok: true, results, ...state.dropWord })
  }

  function judged(change: Change | undefined, id: Id, user: Id): { readonly s: DropResult['s']; readonly why?: DropResult['why'] } {
    if (!change || change.id !== id) return { s: 'held', why: 'bad' }
    return change.kind === 'draft' ? { s: 'parked' } : append(change, user)
  }

  function resultOf({ receipts }: Enrolment, one: Id) {
    const verdict = verdicts.get(one)
    const rseq = receipts.indexOf(one) + 1
    return {
      ...{ id: one, s: verdict?.s ?? ('unknown' as const) },
      ...(verdict?.why && verdict.s !== 'applied' ? { why: verdict.why } : {}),
      ...(rseq > 0 ? { rseq } : {}),
    }
  }

  function receiptsLine(enrolment: Enrolment, [from, hash]: readonly [number, string]): object {
    const isOurs = from === 0 || hash === hashOf(enrolment, from)
    const [start, head] = [isOurs ? from : 0, enrolment.receipts.length]
    const mode = isOurs ? 'delta' : 'reset'
    return { k: 'receipts', mode, from: start, head, hash: hashOf(enrolment, head), ids: enrolment.receipts.slice(start) }
  }

  async function proven(call: Call, method: string): Promise<Enrolment | undefined> {
    const enrolment = enrolments.get(id(call.headers.get('Bofast-Enrol') ?? ''))
    const time = call.headers.get('Bofast-Time') ?? ''
    const nonce = call.headers.get('Bofast-Nonce') ?? ''
    if (!enrolment || nonces.has(nonce) || Math.abs(Date.parse(time) - Date.parse(now())) > 60_000) return undefined
    nonces.add(nonce)
    const what = { method, path: call.path, body: toUtf8(call.body), time, nonce }
    return (await isProven(enrolment.keys.proof, what, call.headers.get('Bofast-Proof') ?? '')) ? enrolment : undefined
  }

  async function sync(call: Call): Promise<Response> {
    const enrolment = await proven(call, 'POST')
    if (!enrolment) return failure(401, 'proof', { now: now() })
    const request = parse(SyncRequest, JSON.parse(call.body))
    if (!request) return failure(400, 'bad')
    await network.beforeSync()
    if (enrolment.refusal) return failure(enrolment.refusal.status, enrolment.refusal.code, { now: now() })
    const mine = [...lanes].filter(([, book]) => book.access.has(enrolment.user))
    const lines: object[] = [receiptsLine(enrolment, request.receipts ?? [0, ''])]
    for (const [lane, book] of mine) {
      const [from = 0, hash = '', view = 0] = request.lanes[lane] ?? []
      const head = book.entries.length
      if (from === head && (from === 0 || hash === hashOf(book, from)) && view === book.view) continue
      const isOurs = from === 0 || hash === hashOf(book, from)
      const mode = !isOurs ? 'reset' : from > 0 && view === book.view ? 'delta' : 'snap'
      const applied = new Set(book.entries.filter((entry) => entry.actor === enrolment.user).map((entry) => entry.change.id))
      lines.push({
        k: 'lane',
        l: lane,
        mode,
        from,
        head,
        hash: hashOf(book, head),
        view: book.view,
        mine: request.open.filter((one) => applied.has(one)),
      })
      for (const row of rowsOf(lane)) if (mode !== 'delta' || row.seq > from) lines.push({ k: 'row', row })
      lines.push({ k: 'end', l: lane })
    }
    const gone = Object.keys(request.lanes).filter((lane) => isLaneId(lane) && !lanes.get(lane)?.access.has(enrolment.user))
    if (gone.length > 0) lines.push({ k: 'gone', lanes: gone })
    const known = request.open.map((one) => resultOf(enrolment, one))
    const erased = enrolment.receipts.filter((one) => verdicts.get(one)?.s === 'erased')
    const done = { k: 'done', known, erased, safe: enrolment.safe, now: now(), ...(state.today ? { today: state.today } : {}) }
    const start = { k: 'start', lanes: mine.length, rows: lines.length }
    const text = network.tamper([start, ...lines, done].map((line) => JSON.stringify(line)))
    return new Response(`${text.join('\n')}\n`, { headers: { 'Content-Type': 'application/x-ndjson', 'Bofast-Office': office } })
  }

  function deskAsk(body: string): Response {
    const user = state.deskUser
    if (!user) return failure(401, 'session')
    const { ask, lane } = JSON.parse(body) as { ask: string; lane?: LaneId }
    const own = [...lanes.keys()].filter((lane) => lanes.get(lane)?.access.has(user))
    const officeRows = own.filter((lane) => lane.startsWith('office/')).flatMap(rowsOf)
    const access = lane && [...(lanes.get(lane)?.access ?? [])].map(([user, role]) => ({ user, role, since: now() }))
    const more = lane
      ? { rows: own.includes(lane) ? rowsOf(lane) : [], access }
      : ask === 'held'
        ? { held: heldList(), unfinished: [] }
        : { summaries: own.flatMap((lane) => summarise(rowsOf(lane)) ?? []) }
    if (lane && !own.includes(lane)) return failure(404, 'not-found')
    return json(200, { ok: true, office: officeRows, now: now(), ...more, ...(state.today ? { today: state.today } : {}) })
  }

  function deskChanges(body: string): Response {
    const user = state.deskUser
    if (!user) return failure(401, 'session')
    const request = parse(DeskChanges, JSON.parse(body))
    if (!request) return failure(400, 'bad')
    const results = request.changes.map((change) => {
      const known = verdicts.get(change.id)
      if (!known) verdicts.set(change.id, { ...append(change, user), digest: '', change })
      const { s, why } = verdicts.get(change.id) ?? { s: 'held' as const }
      return { id: change.id, s, ...(why ? { why } : {}) }
    })
    return json(200, { ok: true, results })
  }

  const heldList = (): object[] =>
    [...verdicts].flatMap(([one, { s, why, change }]) =>
      s === 'held' && change
        ? [{ id: one, by: newId(), why, at: change.at, lane: change.lane, rec: change.rec, type: change.type, may: ['release', 'close'] }]
        : [],
    )

  /** The desk's decisions: 404 for what is not there, 409 for what is no longer possible. */
  function deskAct(path: string, body: string): Response {
    if (!state.deskUser) return failure(401, 'session')
    const asked = JSON.parse(body) as { id: Id; how: string; lane: LaneId; reason: string }
    if (!asked.reason) return failure(400, 'bad-shape')
    if (path === '/v1/desk/held') {
      const there = verdicts.get(asked.id)
      if (!there) return failure(404, 'not-found')
      if (there.s !== 'held') return failure(409, 'not-possible')
      if (asked.how === 'release') release(asked.id)
      else keepClosed(asked.id)
    }
    if (path === '/v1/desk/access') {
      const { give: given, take } = JSON.parse(body) as { give: { user: Id; role: LaneRole }[]; take: Id[] }
      if (!lanes.has(asked.lane)) return failure(404, 'not-found')
      for (const { user, role } of given) give(asked.lane, user, role)
      for (const user of take) lanes.get(asked.lane)?.access.delete(user)
    }
    if (path === '/v1/desk/erase') {
      const { ids } = JSON.parse(body) as { ids?: Id[] }
      if (!ids) return failure(403, 'not-allowed')
      for (const one of ids) erase(one)
    }
    return json(200, { ok: true })
  }

  async function enrolling(body: string): Promise<Response> {
    const request = parse(EnrolRequest, JSON.parse(body))
    const user = request && tickets.get(request.ticket)
    if (!request || !user) return failure(401, 'ticket')
    tickets.delete(request.ticket)
    const enrol = newId()
    enrolments.set(enrol, { user, keys: await transportKeys(fromBase64(request.key)), receipts: [], epoch: 1, safe: null })
    return json(200, { ok: true, enrol, user, office, kid: 1 })
  }

  function signIn(body: string): Response {
    const { account, password } = JSON.parse(body) as { account: string; password: string }
    if (password === 'slow') return failure(429, 'tooMany')
    if (password !== 'demo') return failure(401, 'wrong')
    const ticket = randomId()
    tickets.set(ticket, userId(account))
    return json(200, { ok: true, ticket, name: account, may: { field: true, desk: true } })
  }

  function pokes(signal: AbortSignal | null | undefined): Response {
    const stream = new ReadableStream<Uint8Array>({
      start: (controller) => {
        pokers.add(controller)
        signal?.addEventListener('abort', () => {
          pokers.delete(controller)
          controller.error(new DOMException('aborted', 'AbortError'))
        })
      },
    })
    return new Response(stream, { headers: { 'Content-Type': 'text/event-stream', 'Bofast-Office': office } })
  }

  async function route(call: Call, method: string, signal: AbortSignal | null | undefined): Promise<Response> {
    const { path, body } = call
    if (path === '/v1/office')
      return json(200, {
        ok: true,
        office,
        name: 'Prøvekontoret',
        demo: state.isDemo,
        signIns: state.signIns,
        ...(state.deskUser ? { user: state.deskUser } : {}),
        ...(state.today ? { today: state.today } : {}),
      })
    if (path === '/v1/signin') return signIn(body)
    if (path === '/v1/enrolments') return enrolling(body)
    if (path.startsWith('/v1/drop/')) return drop(id(path.slice('/v1/drop/'.length)), body)
    if (path === '/v1/sync') return sync(call)
    if (path === '/v1/desk/session') {
      const user = tickets.get((JSON.parse(body) as { ticket: string }).ticket)
      if (!user) return failure(401, 'ticket')
      state.deskUser = user
      return json(200, { ok: true, user, office })
    }
    if (path === '/v1/desk/ask') return deskAsk(body)
    if (path === '/v1/desk/changes') return deskChanges(body)
    if (['/v1/desk/held', '/v1/desk/access', '/v1/desk/erase'].includes(path)) return deskAct(path, body)
    if (path === '/v1/desk/leave') return json(200, { ok: true })
    if (path === '/v1/pokes')
      return call.headers.has('Bofast-Enrol') && !(await proven(call, method)) ? failure(401, 'proof', { now: now() }) : pokes(signal)
    return failure(404, 'notFound')
  }

  const fetch = async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    const call: Call = { path: String(input), headers: new Headers(init.headers), body: typeof init.body === 'string' ? init.body : '' }
    if (network.instead) return network.instead()
    calls.push(call)
    const response = await route(call, init.method ?? 'GET', init.signal)
    if (network.losesAnswerTo && call.path.startsWith(network.losesAnswerTo)) throw new TypeError('connection reset')
    return response
  }

  return {
    id: office,
    lanes,
    network,
    state,
    calls,
    verdicts,
    enrolments,
    fetch,
    give,
    write,
    release,
    keepClosed,
    erase,
    journal,
    rowsOf,
    userId,
    pokers,
  }
}
export type MemoryOffice = ReturnType<typeof memoryOffice>

export const offline = (): Promise<Response> => Promise.reject(new TypeError('no network'))
export const portal = (): Promise<Response> =>
  Promise.resolve(new Response('<html>Velkommen til gratis nett</html>', { status: 200, headers: { 'Content-Type': 'text/html' } }))
