// PouchDB in a browser's page, used the way that suits it best: ids that sort by resident and start, so that both reads
// are ranges of the primary index, and large batches in replication.

import PouchDB from 'pouchdb'
import { offer, online, savesOf, timed } from '../candidate.ts'
import { laterVisits, PER_RESIDENT, residentOf, singles, visits } from '../visits.ts'

const RESIDENT = residentOf(3)
const BATCH = { batch_size: 1000, batches_limit: 2 }
/** What lies ahead first, by start; then the rest by resident. */
const keyOf = ({ id, resident, start, status }) => (status === 'planned' ? `0|${start}|${resident}|${id}` : `1|${resident}|${start}|${id}`)
const docOf = (visit) => ({ _id: keyOf(visit), ...visit })
const opened = () => new PouchDB('plain', { auto_compaction: true })
const remote = (who) => new PouchDB(`${location.origin}/db/${who}`)

async function bulk(count) {
  const docs = visits(count).map(docOf)
  const db = opened()
  await db.info()
  const took = await timed(() => db.bulkDocs(docs))
  await db.close()
  return took
}

const open20 = () =>
  timed(async () => {
    const { rows } = await opened().allDocs({ startkey: '0|2026-11-24', limit: 20, include_docs: true })
    if (rows.length !== 20) throw new Error('not 20 visits')
  })

async function read500() {
  const db = opened()
  await db.info()
  const read = async () => {
    const { rows } = await db.allDocs({ startkey: `1|${RESIDENT}|`, endkey: `1|${RESIDENT}|\uffff`, include_docs: true })
    if (rows.length < PER_RESIDENT * 0.95) throw new Error('not 500 visits')
  }
  return { cold: await timed(read), warm: await timed(read) }
}

async function saves(count) {
  const db = opened()
  await db.info()
  return savesOf(singles(count), (one) => db.put(docOf(one)))
}

const open = {}
async function pull(who) {
  open.remote = remote(who)
  return timed(async () => {
    open.db = opened()
    await open.db.replicate.from(open.remote, BATCH)
  })
}

async function offline(count, from, first) {
  const docs = laterVisits(count, from, first).map(docOf)
  for (let i = 0; i < docs.length; i += 100) await open.db.bulkDocs(docs.slice(i, i + 100))
}

async function push() {
  await online()
  const pushed = await timed(() => open.db.replicate.to(open.remote, BATCH))
  return { pushed, settled: pushed }
}

const SHARED = 'shared'
async function edit(fields) {
  const doc = await open.db.get(SHARED).catch(() => ({ _id: SHARED }))
  await open.db.put({ ...doc, ...fields })
}
const sync = () => open.db.sync(open.remote, BATCH)
async function shown() {
  const { _id, _rev, ...fields } = await open.db.get(SHARED)
  return Object.fromEntries(Object.entries(fields).map(([field, value]) => [field, [value]]))
}

offer({ bulk, open20, read500, saves, pull, offline, push, share: () => edit({ address: 'Felles vei 1' }), edit, sync, shown })
