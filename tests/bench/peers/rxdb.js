// RxDB with its Dexie storage in a browser's page, with the indexes both reads want, and its own replication against the
// bench's endpoint (rx-endpoint.ts): batches of 500 down and 100 up. Conflicts are left to RxDB's default handler.

import { createRxDatabase } from 'rxdb/plugins/core'
import { replicateRxCollection } from 'rxdb/plugins/replication'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'
import { offer, online, savesOf, timed } from '../candidate.ts'
import { laterVisits, PER_RESIDENT, residentOf, singles, visits } from '../visits.ts'

const text = (maxLength) => ({ type: 'string', maxLength })
const SCHEMA = {
  version: 0,
  primaryKey: 'id',
  type: 'object',
  properties: {
    id: text(40),
    resident: text(40),
    start: text(20),
    kind: text(40),
    status: text(40),
    workers: { type: 'array', items: { type: 'string' } },
    outcome: { type: 'object' },
    address: { type: 'string' },
    accessNote: { type: 'string' },
  },
  required: ['id', 'resident', 'start'],
  indexes: ['start', ['resident', 'start']],
}
const RESIDENT = residentOf(3)

async function opened() {
  const db = await createRxDatabase({ name: 'plain', storage: getRxStorageDexie(), multiInstance: false })
  const { visit } = await db.addCollections({ visit: { schema: SCHEMA } })
  return { db, visit }
}

async function bulk(count) {
  const all = visits(count)
  const { db, visit } = await opened()
  const took = await timed(() => visit.bulkInsert([...all]))
  await db.close()
  return took
}

const open20 = () =>
  timed(async () => {
    const { visit } = await opened()
    const first = await visit.find({ selector: { start: { $gte: '2026-11-24' } }, sort: [{ start: 'asc' }], limit: 20 }).exec()
    if (first.length !== 20) throw new Error('not 20 visits')
  })

async function read500() {
  const { visit } = await opened()
  const read = async () => {
    const query = { selector: { resident: RESIDENT }, sort: [{ resident: 'asc' }, { start: 'asc' }] }
    const all = await visit.find(query).exec()
    if (all.length < PER_RESIDENT) throw new Error('not 500 visits')
  }
  return { cold: await timed(read), warm: await timed(read) }
}

async function saves(count) {
  const { visit } = await opened()
  return savesOf(singles(count), (one) => visit.insert(one))
}

const open = {}
const ask = async (path, body) => {
  const init = body ? { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) } : {}
  return (await fetch(`/rx/${open.who}/${path}`, init)).json()
}

async function replicate() {
  const replication = replicateRxCollection({
    collection: open.visit,
    replicationIdentifier: 'bench',
    live: false,
    pull: { batchSize: 500, handler: (after, size) => ask(`pull?after=${after?.n ?? 0}&size=${size}`) },
    push: { batchSize: 100, handler: (rows) => ask('push', rows) },
  })
  await replication.awaitInitialReplication()
  await replication.cancel()
}

async function pull(who) {
  open.who = who
  return timed(async () => {
    Object.assign(open, await opened())
    await replicate()
  })
}

async function offline(count, from, first) {
  const all = laterVisits(count, from, first)
  for (let i = 0; i < all.length; i += 100) await open.visit.bulkInsert(all.slice(i, i + 100))
}

async function push() {
  await online()
  const pushed = await timed(replicate)
  return { pushed, settled: pushed }
}

async function edit(fields) {
  const doc = await open.visit.findOne('shared').exec()
  if (doc) await doc.incrementalPatch(fields)
  else await open.visit.insert({ id: 'shared', resident: RESIDENT, start: '', ...fields })
}
async function shown() {
  const doc = await open.visit.findOne('shared').exec()
  const { address, accessNote } = doc.toJSON()
  return { ...(address ? { address: [address] } : {}), ...(accessNote ? { accessNote: [accessNote] } : {}) }
}

offer({ bulk, open20, read500, saves, pull, offline, push, share: () => edit({ address: 'Felles vei 1' }), edit, sync: replicate, shown })
