// A fresh browser for a device test: its own empty IndexedDB, and the memory office as its network.

import { IDBFactory, IDBKeyRange } from 'fake-indexeddb'
import type { Answer, Ask, Casebook } from '#device/casebook.ts'
import { enrol, signIn, unlock } from '#device/vault.ts'
import { type Id, type LaneId, laneOf } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import type { Patch, Seen } from '#domain/register.ts'
import type { Change } from '#sync/wire.ts'
import { type MemoryOffice, newId } from './memory-office.ts'

export function freshBrowser(office: MemoryOffice): void {
  Object.assign(globalThis, { indexedDB: new IDBFactory(), IDBKeyRange, fetch: office.fetch })
}

/** Each of them must be closed at the end, or its timers go on. */
export const opened: Casebook[] = []
export function closeAll(): void {
  for (const casebook of opened.splice(0)) casebook.close()
}

export async function enrolled(office: MemoryOffice, account = 'siv'): Promise<{ casebook: Casebook; words: string; user: Id }> {
  const ticket = await signIn(account, 'demo')
  if (ticket.kind !== 'ticket') throw new Error(ticket.kind)
  const made = await enrol(ticket.ticket, 'Prøvetelefon')
  if (made.kind !== 'enrolled') throw new Error(made.kind)
  const casebook = await made.open()
  opened.push(casebook)
  await casebook.sendNow()
  return { casebook, words: made.words, user: office.userId(account) }
}

export async function unlocked(words: string): Promise<Casebook> {
  const casebook = await unlock(words)
  if (!('watch' in casebook)) throw new Error(casebook.kind)
  opened.push(casebook)
  return casebook
}

/** The first answer that fits. */
export function until(casebook: Casebook, ask: Ask, fits: (answer: Answer) => boolean = () => true): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no such answer to ${ask.ask}`)), 60_000)
    let stop = (): void => undefined
    stop = casebook.watch(ask, (answer) => {
      if (!fits(answer)) return
      clearTimeout(timer)
      queueMicrotask(() => stop())
      resolve(answer)
    })
  })
}

export const aCase = (): { lane: LaneId; resident: Id } => {
  const resident = newId()
  return { lane: laneOf('case', resident), resident }
}
export const naming = (lane: LaneId, rec: Id, displayName: string, seen?: Seen): Patch =>
  patch(lane, 'resident', rec, { displayName }, seen ? { seen } : {})

export const changeOf = (what: Patch, more: Partial<Change> = {}): Change => ({
  id: newId(),
  v: 1,
  schema: 1,
  lane: what.lane,
  rec: what.rec,
  type: what.type,
  kind: 'set',
  set: Object.fromEntries(Object.entries(what.set).map(([field, v]) => [field, { v, over: [...(what.seen?.[field] ?? [])] }])),
  at: '2026-11-22T10:00:00.000Z' as Change['at'],
  tz: 'Europe/Oslo',
  skewMs: null,
  app: 'test',
  ...more,
})

export const valuesOf = (answer: Answer, rec: Id, field: string): unknown[] =>
  (answer.rows.get(rec)?.regs[field] ?? []).map((head) => head.v).sort()

/** The name of the one vault of this browser. */
export async function vaultOf(): Promise<string> {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? '')
  const [name] = names.filter((one) => one.startsWith('v-'))
  if (!name) throw new Error('no vault')
  return name
}

/** Everything in one store, as it lies there. */
export function stored(name: string, store: string): Promise<unknown[]> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onerror = () => reject(request.error)
    request.onsuccess = () => {
      const all = request.result.transaction(store).objectStore(store).getAll()
      all.onsuccess = () => {
        request.result.close()
        resolve(all.result)
      }
    }
  })
}
