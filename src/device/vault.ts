// The second door screens may import: signing in, making this browser a phone, the lock, and out again. Everything the
// lock screen needs is small; the casebooks and the database are fetched when they are opened.

import { type Id, type Instant, isId, isInstant, isLocalDate, type LocalDate } from '#domain/ids.ts'
import { keyFromBytes } from '#sealing/aes.ts'
import { openWordsSlot, unwrapSecret } from '#sealing/slots.ts'
import { transportKeys } from '#sealing/transport.ts'
import type { Casebook } from './casebook.ts'
import { deleteDatabase, hasBlobs, type OutboxItem, openOutbox, vaultNames, withWaiting } from './envelopes.ts'
import { deleteKeyFile, type KeyFile, readKeyFile, writeKeyFile } from './keyfile.ts'
import { type Json, postJson, reach } from './reach.ts'

/** The service worker's address, through the app's one Trusted Types policy. */
export { scriptUrl } from './script-url.ts'

export interface SignInButton {
  readonly account: string
  readonly password: string
  readonly name: string
  readonly place: 'field' | 'desk'
}
export interface OfficeInfo {
  readonly kind: 'office'
  readonly office: Id
  readonly name: string
  readonly isDemo: boolean
  /** Only in a demo: the day the office has chosen. */
  readonly today?: LocalDate
  /** Only in a demo: accounts offered as buttons. */
  readonly signIns: readonly SignInButton[]
  /** This browser was a phone of the office; what it last said of itself. */
  readonly lost?: LostPhone
}
export interface LostPhone {
  /** Not sent when it was last heard. */
  readonly left: number
  readonly seen?: Instant
}
export interface Ticket {
  readonly kind: 'ticket'
  readonly ticket: string
  readonly name: string
  readonly may: { readonly field: boolean; readonly desk: boolean }
}
export interface SignInRefusal {
  readonly kind: 'wrong' | 'tooMany' | 'unreachable'
}
/** `lost`: one half of what a phone has is gone. `vault`: the notes with it; `key`: what was saved is still sent. */
export type KeyState =
  | { readonly kind: 'none'; readonly lost?: 'vault' | 'key' }
  | { readonly kind: 'locked'; readonly demoWords?: string; readonly officeName?: string; readonly lang?: string }
export interface UnlockRefusal {
  readonly kind: 'wrongWords' | 'damaged'
}
export interface Enrolled {
  readonly kind: 'enrolled'
  readonly words: string
  /** What the browser said when asked to keep our storage. */
  readonly isPersistent: boolean
  readonly open: () => Promise<Casebook>
}
export interface EnrolRefusal {
  /** `refused`: the ticket is used up or too old, or this person may not: sign in again. */
  readonly kind: 'unreachable' | 'refused' | 'storageLost'
}
export interface DeskRefusal {
  /** `isPhone`: this browser is enrolled as a phone; the office opens in a private window. */
  readonly kind: 'unreachable' | 'refused' | 'isPhone'
}
export interface ForgetRefusal {
  readonly kind: 'unsent'
  readonly waiting: number
}

export async function officeInfo(): Promise<OfficeInfo | { readonly kind: 'unreachable' }> {
  const reached = await reach({ method: 'GET', path: '/v1/office' })
  return (reached.kind === 'answer' ? officeOf(reached.json) : undefined) ?? { kind: 'unreachable' }
}

function officeOf({ office, name, demo, today, signIns, lost }: Json): OfficeInfo | undefined {
  if (!isId(office) || typeof name !== 'string') return undefined
  return {
    kind: 'office',
    office,
    name,
    isDemo: demo === true,
    signIns: Array.isArray(signIns) ? signIns.filter(isButton) : [],
    ...(isLocalDate(today) ? { today } : {}),
    ...lostOf(lost),
  }
}

function lostOf(lost: unknown): { readonly lost?: LostPhone } {
  if (typeof lost !== 'object' || lost === null || !('left' in lost) || typeof lost.left !== 'number') return {}
  return { lost: { left: lost.left, ...('seen' in lost && isInstant(lost.seen) ? { seen: lost.seen } : {}) } }
}
const isButton = (value: unknown): value is SignInButton =>
  typeof value === 'object' &&
  value !== null &&
  ['account', 'password', 'name', 'place'].every((key) => Object.entries(value).some(([k, v]) => k === key && typeof v === 'string'))

export async function signIn(account: string, password: string): Promise<Ticket | SignInRefusal> {
  const reached = await postJson('/v1/signin', { account, password })
  if (reached.kind === 'refused') return { kind: reached.status === 429 ? 'tooMany' : 'wrong' }
  return (reached.kind === 'answer' ? ticketOf(reached.json) : undefined) ?? { kind: 'unreachable' }
}

function ticketOf({ ticket, name, may }: Json): Ticket | undefined {
  if (typeof ticket !== 'string' || typeof name !== 'string') return undefined
  const allows = (key: string): boolean =>
    typeof may === 'object' && may !== null && Object.entries(may).some(([k, v]) => k === key && v === true)
  return { kind: 'ticket', ticket, name, may: { field: allows('field'), desk: allows('desk') } }
}

/** Makes this browser the phone of whoever holds the ticket. The words are shown once; `open` needs no typing of them. */
export async function enrol(ticket: string, deviceName: string): Promise<Enrolled | EnrolRefusal> {
  const office = await officeInfo()
  if (office.kind === 'unreachable') return office
  const { enrolThis } = await import('./enrol.ts')
  return enrolThis(ticket, deviceName, office, openWith)
}

export async function keyState(): Promise<KeyState> {
  const file = await readKeyFile()
  const vaults = await vaultNames()
  if (!file) return { kind: 'none', ...(vaults.length > 0 ? { lost: 'key' } : {}) }
  if ('databases' in indexedDB && !vaults.includes(`v-${file.db}`)) return { kind: 'none', lost: 'vault' }
  return {
    kind: 'locked',
    ...(file.demo ? { demoWords: file.demo.words } : {}),
    ...(file.officeName ? { officeName: file.officeName } : {}),
    ...(file.lang ? { lang: file.lang } : {}),
  }
}

/** The language of the lock screen: the only choice kept in clear. */
export async function rememberLang(lang: string): Promise<void> {
  const file = await readKeyFile()
  if (file && file.lang !== lang) await writeKeyFile({ ...file, lang })
}

/** `onBlocked`: another tab with an older build holds the store; unlocking goes on when it is closed. */
export async function unlock(words: string, onBlocked?: () => void): Promise<Casebook | UnlockRefusal> {
  const file = await readKeyFile()
  if (!file) return { kind: 'damaged' }
  for (const slot of file.slots) {
    const vaultKey = slot.kind === 'words' ? await openWordsSlot(slot, words) : undefined
    if (vaultKey) return openWith(vaultKey, file, onBlocked)
  }
  return { kind: 'wrongWords' }
}

async function openWith(vaultKey: Uint8Array<ArrayBuffer>, file: KeyFile, onBlocked?: () => void): Promise<Casebook | UnlockRefusal> {
  const dek = await unwrapSecret(vaultKey, 'dek', file.dek)
  const transport = await unwrapSecret(vaultKey, 'transport', file.transport)
  if (!dek || !transport) return { kind: 'damaged' }
  const keys = { dek: await keyFromBytes(dek), ...(await transportKeys(transport)) }
  const { openLocal } = await import('./local.ts')
  return openLocal(keys, file, onBlocked)
}

/** `onSignedOut`: the session ended (time, or elsewhere); every watcher stays as it was and the screen must leave. */
export async function openDesk(ticket: string, onSignedOut?: () => void): Promise<Casebook | DeskRefusal> {
  const reached = await postJson('/v1/desk/session', { ticket })
  if (reached.kind === 'unreachable') return { kind: 'unreachable' }
  if (reached.kind === 'refused') return { kind: reached.code === 'enrolled-browser' ? 'isPhone' : 'refused' }
  const { user, office } = reached.json
  if (!isId(user) || !isId(office)) return { kind: 'unreachable' }
  const { openDeskCasebook } = await import('./desk.ts')
  return openDeskCasebook(user, office, onSignedOut)
}

/** A desk that was reloaded: the office says whose session the cookie still holds open. Undefined: sign in. */
export async function resumeDesk(onSignedOut?: () => void): Promise<{ readonly casebook: Casebook; readonly isDemo: boolean } | undefined> {
  const reached = await reach({ method: 'GET', path: '/v1/office' })
  const office = reached.kind === 'answer' ? officeOf(reached.json) : undefined
  if (reached.kind !== 'answer' || !office || !isId(reached.json.user)) return undefined
  const { openDeskCasebook } = await import('./desk.ts')
  return { casebook: openDeskCasebook(reached.json.user, office.office, onSignedOut), isDemo: office.isDemo }
}

/** Ends whatever session this browser's cookie holds open. No session is as good as an ended one. */
export async function leaveDesk(): Promise<'left' | 'unreachable'> {
  return (await postJson('/v1/desk/leave', {})).kind === 'unreachable' ? 'unreachable' : 'left'
}

/** Readable while locked: «3 venter på nett». Records, as people count them, in every vault of this browser. */
export const waitingCount = (): Promise<number> => countWaiting(({ draft }) => !draft)

async function countWaiting(counts: (item: OutboxItem) => boolean): Promise<number> {
  let waiting = 0
  for (const name of await namesHere()) {
    const db = await openOutbox(name)
    if (!db) continue
    const photos = (await hasBlobs(db)) ? await (await import('./blob-queue.ts')).unsentBlobs(db) : []
    waiting += await withWaiting(db, 'readonly', (items) => new Set([...items.filter(counts), ...photos].map(({ rec }) => rec)).size)
    db.close()
  }
  return waiting
}

/** Sends while locked, where the browser has no background sync (iPhone): the lock screen calls it when it comes back. */
export async function sendWhileLocked(): Promise<'done' | 'unreachable'> {
  if ((await countWaiting(() => true)) === 0) return 'done'
  const { sendAll } = await import('./send.ts')
  if ((await sendAll({ isUrgent: true })).outcome === 'unreachable') return 'unreachable'
  await (await import('./send-blobs.ts')).sendAllBlobs({ isUrgent: true })
  return 'done'
}

/** While the words are typed: what opens the casebook. */
export const fetchAhead = (): Promise<unknown> => import('./local.ts')

/** Signs this device out: databases and key file are deleted, but never unsent notes unless `isForced`. Close first. */
export async function forget(isForced = false): Promise<{ readonly kind: 'forgotten' } | ForgetRefusal> {
  const waiting = await countWaiting(() => true)
  if (waiting > 0 && !isForced) return { kind: 'unsent', waiting }
  for (const name of await namesHere()) {
    await deleteDatabase(name)
    await deleteDatabase(name.replace('v-', 'd-'))
  }
  await deleteKeyFile()
  return { kind: 'forgotten' }
}

/** Where the browser does not list its databases, the key file names the one that counts. */
async function namesHere(): Promise<readonly string[]> {
  const file = await readKeyFile()
  const names = await vaultNames()
  const own = file ? `v-${file.db}` : undefined
  return own && !names.includes(own) ? [...names, own] : names
}
