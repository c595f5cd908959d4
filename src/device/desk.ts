// The office worker's casebook: asks the office, keeps nothing on disk (DESIGN.md 1, decision 9). A change is true when
// the office has answered for it; until then it is retried with the same ids, so that it can never count twice.

import { type Id, isLocalDate, type LaneId, type LocalDate } from '#domain/ids.ts'
import { rowsOf } from '#domain/records.ts'
import type { Patch, RecordRow } from '#domain/register.ts'
import { withMatters } from '#domain/summary.ts'
import { fingerprint } from '#sealing/bytes.ts'
import { patchToChange, type Stamp, signChange } from '#sync/change.ts'
import { type Entry, layer } from '#sync/fold.ts'
import { type Change, DropAnswer, parse } from '#sync/wire.ts'
import { DeskAnswer } from '#sync/wire-doors.ts'
import { BUILD } from './build.ts'
import type { Answer, Ask, BlobRead, Casebook, Draft, Recorded, RecordHow, Sending } from './casebook.ts'
import { nowAt, todayAt } from './clock.ts'
import { officeActs } from './desk-acts.ts'
import { isInquiry, isSummary } from './desk-lists.ts'
import { newId } from './ids.ts'
import { onComingBack, onMinute } from './outside.ts'
import { listen } from './pokes.ts'
import { call, isFromOffice, postJson, type Reached } from './reach.ts'
import { blobFrom } from './read-blob.ts'

interface Watched {
  readonly ask: Ask
  readonly show: (answer: Answer) => void
  /** Rises with each question, so that a late answer never covers a newer one. */
  asked: number
}
interface Desk {
  readonly user: Id
  readonly office: Id
  readonly watched: Set<Watched>
  readonly drafts: Map<Id, Draft>
  readonly held: Map<Id, Sending['held'][number]>
  readonly ends: AbortController
  readonly onSignedOut: () => void
  isReached: boolean
  people: Answer['office']
  today?: LocalDate
  updatedAt?: Answer['sending']['updatedAt']
}

export function openDeskCasebook(user: Id, office: Id, onSignedOut: () => void = () => undefined): Casebook {
  const desk: Desk = {
    user,
    office,
    watched: new Set(),
    drafts: new Map(),
    held: new Map(),
    ends: new AbortController(),
    onSignedOut,
    isReached: true,
    people: [],
  }
  const again = () => void askAgain(desk)
  const stops = [onComingBack(again), onMinute(again)]
  void listenForPokes(desk)
  return {
    kind: 'desk',
    me: user,
    newId,
    now: () => nowAt(Date.now(), desk.today),
    today: () => todayAt(Date.now(), desk.today),
    fingerprint,
    watch: (ask, show) => watch(desk, { ask, show, asked: 0 }),
    record: (patches, how = {}) => record(desk, patches, how),
    keepDraft: (draft) => keepDraft(desk, draft),
    holdDraft: (_id, changed) => {
      changed('mine')
      return () => undefined
    },
    dropDraft: async (id) => {
      desk.drafts.delete(id)
    },
    office: officeActs({
      ask: async (path, body) => heard(desk, await postJson(path, body, desk.office)),
      isSignedOut: () => desk.ends.signal.aborted,
      decided: (change) => desk.held.delete(change),
      moved: again,
    }),
    blob: (id) => readBlob(desk, id),
    sendNow: async () => ((await askAgain(desk)) ? 'done' : 'unreachable'),
    close: () => {
      for (const stop of stops) stop()
      signOut(desk)
      void postJson('/v1/desk/leave', {}, office)
    },
  }
}

function watch(desk: Desk, watched: Watched): () => void {
  desk.watched.add(watched)
  void tell(desk, watched)
  return () => desk.watched.delete(watched)
}

async function askAgain(desk: Desk): Promise<boolean> {
  const told = await Promise.all([...desk.watched].map((watched) => tell(desk, watched)))
  return told.every((isTold) => isTold)
}

/** Asks and shows; says whether the office answered. */
async function tell(desk: Desk, watched: Watched): Promise<boolean> {
  watched.asked += 1
  const { asked } = watched
  const answer = await question(desk, watched.ask)
  if (answer && desk.watched.has(watched) && watched.asked === asked) watched.show(answer)
  return answer !== undefined
}

async function question(desk: Desk, ask: Ask): Promise<Answer | undefined> {
  const reached = heard(desk, await postJson('/v1/desk/ask', ask, desk.office))
  if (reached.kind === 'refused' && reached.status === 404) return answerOf(desk, [], []) // not yours, or not there
  const said = reached.kind === 'answer' ? parse(DeskAnswer, reached.json) : undefined
  if (!said) return undefined
  if (isLocalDate(said.today)) desk.today = said.today
  desk.updatedAt = said.now
  desk.people = [...rowsOf(said.office, 'office'), ...rowsOf(said.office, 'user'), ...rowsOf(said.office, 'agency')]
  const { held, unfinished, access } = said
  return {
    ...answerOf(desk, said.summaries ?? [], said.rows ?? []),
    ...(held ? { held } : {}),
    ...(unfinished ? { unfinished } : {}),
    ...(access ? { access } : {}),
  }
}

const answerOf = (desk: Desk, summaries: readonly unknown[], rows: readonly RecordRow[]): Answer => ({
  today: todayAt(Date.now(), desk.today),
  office: desk.people,
  states: new Map([...desk.held.values()].map((held) => [held.change, held.state])),
  drafts: [...desk.drafts.values()],
  summaries: withMatters(summaries.filter(isSummary), summaries.filter(isInquiry)),
  inquiries: summaries.filter(isInquiry),
  rows: new Map(rows.map((row) => [row.id, row])),
  sending: sendingOf(desk),
})

const sendingOf = (desk: Desk): Sending => ({
  isOnline: desk.isReached,
  waiting: [],
  closed: [],
  draftsWaiting: 0,
  atOffice: [],
  held: [...desk.held.values()],
  isSyncing: false,
  canSendWhileLocked: false,
  ...(desk.updatedAt ? { updatedAt: desk.updatedAt } : {}),
})

/** Notes what the answer says about the network and the session. */
function heard(desk: Desk, reached: Reached): Reached {
  desk.isReached = reached.kind !== 'unreachable'
  if (reached.kind === 'refused' && reached.status === 401 && !desk.ends.signal.aborted) {
    signOut(desk)
    desk.onSignedOut()
  }
  return reached
}

function signOut(desk: Desk): void {
  desk.ends.abort()
  desk.watched.clear()
  desk.drafts.clear()
  desk.held.clear()
}

async function readBlob(desk: Desk, id: Id): Promise<BlobRead> {
  const read = await blobFrom(await call({ method: 'GET', path: `/v1/blob/${id}` }), desk.office)
  if (!read.ok && read.refusal.kind === 'signedOut') heard(desk, { kind: 'refused', status: 401, code: 'signed-out' })
  return read
}

async function keepDraft(desk: Desk, draft: Draft): Promise<Recorded> {
  const known = desk.drafts.get(draft.id)
  if (!known || known.rev < draft.rev) desk.drafts.set(draft.id, draft)
  return { ok: true, changes: [], undo: () => Promise.resolve(false) }
}

async function record(desk: Desk, patches: readonly Patch[], how: RecordHow): Promise<Recorded> {
  if (desk.ends.signal.aborted) return { ok: false, refusal: { kind: 'signedOut' } }
  const changes = patches.map((patch) => patchToChange(patch, stampOf(desk), [], how.finishes))
  if (how.sign) {
    const signed = await signature(desk, how.sign, changes)
    if (!signed) return refusal(desk)
    changes.push(signed)
  }
  if (!(await deliver(desk, changes))) return refusal(desk)
  if (how.finishes) desk.drafts.delete(how.finishes)
  void askAgain(desk)
  return { ok: true, changes: changes.map((change) => change.id), undo: () => Promise.resolve(false) }
}

const refusal = (desk: Desk): Recorded => ({
  ok: false,
  refusal: { kind: desk.ends.signal.aborted ? 'signedOut' : 'unreachable' },
})

const stampOf = (desk: Desk): Stamp => ({
  newId,
  at: nowAt(Date.now(), desk.today),
  tz: new Intl.DateTimeFormat().resolvedOptions().timeZone,
  skewMs: null,
  app: BUILD,
})

/** Covers the root as the office has it now, with these changes on top. */
async function signature(desk: Desk, sign: { readonly lane: LaneId; readonly root: Id }, changes: readonly Change[]) {
  const now = await question(desk, { ask: 'resident', lane: sign.lane })
  if (!now) return undefined
  const entries: Entry[] = changes.filter(({ lane }) => lane === sign.lane).map((change) => ({ change, actor: desk.user, seq: 0 }))
  const view = layer(now.rows, entries)
  const root = view.get(sign.root)
  const covered = [...view.values()].filter((row) => row.id === sign.root || row.root === sign.root)
  return root && signChange(sign.lane, root, covered, stampOf(desk))
}

const TRIES = 3
const BETWEEN_MS = 700

/** The same ids each time: an answer that was lost on the way is found again, not made twice. */
async function deliver(desk: Desk, changes: readonly Change[]): Promise<boolean> {
  for (let tries = 0; tries < TRIES && !desk.ends.signal.aborted; tries++) {
    if (tries > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_MS * tries))
    const reached = heard(desk, await postJson('/v1/desk/changes', { changes }, desk.office))
    const answer = reached.kind === 'answer' ? parse(DropAnswer, reached.json) : undefined
    if (answer) return noteHeld(desk, changes, answer.results)
    if (reached.kind === 'refused' && reached.status !== 429) return false
  }
  return false
}

/** At the office means applied or held: what is held is seen by its author, with the reason. */
function noteHeld(desk: Desk, changes: readonly Change[], results: DropAnswer['results']): boolean {
  const byId = new Map(results.map((result) => [result.id, result]))
  for (const { id, lane, rec, type, at } of changes) {
    const result = byId.get(id)
    if (result?.s === 'held')
      desk.held.set(id, { change: id, lane, rec, type, state: 'held', at, ...(result.why ? { why: result.why } : {}) })
  }
  return changes.every(({ id }) => byId.has(id))
}

async function listenForPokes(desk: Desk): Promise<void> {
  const connect = async (signal: AbortSignal) => {
    const response = await call({ method: 'GET', path: '/v1/pokes', signal })
    return response && isFromOffice(response, desk.office) ? response : undefined
  }
  await listen({ connect, signal: desk.ends.signal, onPoke: () => void askAgain(desk) })
}
