// Upgrade (DESIGN.md 12, T7): what a phone of every released version has on disk opens in today's client, and today's
// office takes all of it: settled or held, and nothing lost.

import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { closeDatabases, openDatabases } from '#device/database.ts'
import { type KeyFile, readKeyFile } from '#device/keyfile.ts'
import { hashOf } from '#office/enrolment.ts'
import { migrate } from '#office/migrate.ts'
import { loadServerKey } from '#office/server-key.ts'
import { openWordsSlot, unwrapSecret } from '#sealing/slots.ts'
import type { Bytes } from '#sealing/types.ts'
import { CHAIN_START } from '#sync/chain.ts'
import { type PhoneOnDisk, restore } from '../fixtures/phone-on-disk.ts'
import { closeAll, freshBrowser, stored, unlocked, until, vaultOf } from '../support/browser.ts'
import { memoryOffice, offline } from '../support/memory-office.ts'
import { aDatabase, dataFolder, startOffice, type TestDatabase, type TestOffice } from '../support/office.ts'

interface Phone extends PhoneOnDisk {
  readonly release: string
  readonly words: string
  /** Cases as today's list must show them. */
  readonly names: readonly string[]
  readonly draft: string
}
const FOLDER = join(import.meta.dirname, '..', 'fixtures')
const PHONES: readonly Phone[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8')))

beforeEach(() => freshBrowser(memoryOffice()))
afterEach(closeAll)

const outboxOf = async () => (await stored(await vaultOf(), 'outbox')) as { id: string; state: string; draft?: { rev: number } }[]

test('there is a phone of the first release to open', () => expect(PHONES.map(({ release }) => release)).toContain('0.1.0'))

for (const phone of PHONES) {
  test(`a phone of ${phone.release} opens without network, with every word it had`, async () => {
    await restore(phone)
    globalThis.fetch = offline
    const casebook = await unlocked(phone.words)
    const { summaries, drafts, sending } = await until(casebook, { ask: 'today' })
    expect(summaries.map(({ name }) => name).sort()).toEqual([...phone.names])
    expect(drafts.map(({ id, rev, content }) => [id, rev, content])).toEqual([[phone.draft, 2, { note: 'halvveis' }]])
    expect(sending.waiting).toHaveLength((await outboxOf()).filter(({ draft }) => !draft).length)
    expect(sending.waiting.every(({ type }) => type !== '')).toBe(true)
    casebook.close()
    const again = await unlocked(phone.words)
    expect((await until(again, { ask: 'today' })).drafts).toHaveLength(1)
  })
}

test('a vault of the first version of its store gains what was added since, and keeps what it has', async () => {
  const [phone] = PHONES
  const [vault] = phone?.databases.filter(({ name }) => name.startsWith('v-')) ?? []
  if (!phone || !vault) throw new Error('no phone')
  const { shelf, ...others } = vault.stores
  const old = { ...shelf, indexes: shelf?.indexes.filter(({ name }) => name !== 'closed') ?? [], keyPath: 'id', items: shelf?.items ?? [] }
  await restore({ databases: [{ ...vault, version: 10, stores: { ...others, shelf: old } }] })
  const databases = openDatabases(vault.name.slice(2))
  expect(await databases.shelf.where('closed').equals(1).count()).toBe(0)
  expect(await databases.shelf.count()).toBe(shelf?.items.length)
  closeDatabases(databases)
})

let database: TestDatabase
let db: pg.Pool
beforeAll(async () => {
  database = await aDatabase()
  db = new pg.Pool({ connectionString: database.url, options: '-c search_path=bofast' })
})
afterAll(async () => {
  await db?.end()
  await database?.remove()
})

/** The transport key, as whoever knows the words gets at it. */
async function transportOf(words: string, file: KeyFile): Promise<Bytes> {
  const [slot] = file.slots
  const vaultKey = slot && (await openWordsSlot(slot, words))
  const key = vaultKey && (await unwrapSecret(vaultKey, 'transport', file.transport))
  if (!key) throw new Error('the words do not open it')
  return key
}

/** The office that phone was enrolled at, as its database would have it after as many upgrades. */
async function officeOf(phone: Phone, file: KeyFile, data: string): Promise<TestOffice> {
  await migrate(db)
  await db.query("insert into meta (key, value) values ('office', $1)", [JSON.stringify(file.office)])
  const office = await startOffice({ today: '2026-11-24', data, env: { DATABASE_URL: database.url } })
  await db.query(
    `insert into account (id, office, account, roles, kdf, salt, hash)
     select $1, office, 'fixture', '{followup_worker}', kdf, salt, hash from account where account = 'marit'`,
    [file.user],
  )
  const key = await loadServerKey(join(data, 'server-key.json'), false)
  const wrapped = await key.wrap(await transportOf(phone.words, file), `bofast/v1/enrolment/${file.enrol}`)
  await db.query(
    `insert into enrolment (id, office, user_id, name, kid, wrapped_iv, wrapped_ct, cookie_hash, rhash)
     values ($1, $2, $3, 'phone', $4, $5, $6, $7, $8)`,
    [file.enrol, file.office, file.user, key.kid, Buffer.from(wrapped.iv), Buffer.from(wrapped.ct), hashOf('lost'), CHAIN_START],
  )
  return office
}

/** A browser's fetch against the real office: its cookies, and addresses without a host. */
function browserFetch(url: string): typeof fetch {
  const { fetch } = globalThis
  const jar = new Map<string, string>()
  return async (path, init = {}) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...(init.headers as Record<string, string>), ...(cookie ? { Cookie: cookie } : {}) }
    const response = await fetch(`${url}${path}`, {
      method: init.method ?? 'GET',
      headers,
      body: init.body ?? null,
      signal: init.signal ?? null,
    })
    for (const line of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    return response
  }
}

const native = globalThis.fetch
for (const phone of PHONES)
  test(`everything a phone of ${phone.release} had not sent ends at today's office: settled or held, none lost`, async () => {
    await restore(phone)
    const file = await readKeyFile()
    if (!file) throw new Error('no key file')
    const data = dataFolder()
    const before = await outboxOf()
    const shelf = (await stored(await vaultOf(), 'shelf')) as { id: string }[]
    globalThis.fetch = native
    const office = await officeOf(phone, file, data)
    globalThis.fetch = browserFetch(office.url)
    try {
      const casebook = await unlocked(phone.words)
      await vi.waitFor(
        async () => {
          expect(await casebook.sendNow()).toBe('done')
          expect((await outboxOf()).filter(({ state }) => state !== 'held')).toEqual([])
        },
        { timeout: 60_000, interval: 500 },
      )
      const ids = [...before.filter(({ draft }) => !draft), ...shelf].map(({ id }) => id)
      const { rows } = await db.query<{ id: string; state: string }>(
        'select distinct on (id) id, state from verdict where id = any($1) order by id, n desc',
        [ids],
      )
      expect(rows.map(({ id }) => id).sort()).toEqual(ids.sort())
      expect(rows.every(({ state }) => state === 'applied' || state === 'held')).toBe(true)
      expect(rows.filter(({ state }) => state === 'applied').length).toBeGreaterThan(ids.length / 2)
      const parked = await db.query<{ rev: string; body: string }>('select rev, body from parked where draft = $1', [phone.draft])
      expect(parked.rows[0]?.body).toContain('halv')
      const { summaries, drafts } = await until(casebook, { ask: 'today' })
      expect(summaries.map(({ name }) => name)).toEqual(expect.arrayContaining([...phone.names]))
      expect(drafts.map(({ id }) => id)).toEqual([phone.draft])
    } finally {
      closeAll()
      await office.remove()
      rmSync(data, { recursive: true, force: true })
      globalThis.fetch = native
    }
  })
