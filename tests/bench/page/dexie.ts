// Plain Dexie, in a browser's page: the measure of all the others. No encryption, no sync, durability as it comes.

import { Dexie } from 'dexie'
import { offer, savesOf, timed } from '../candidate.ts'
import { PER_RESIDENT, residentOf, singles, type Visit, visits } from '../visits.ts'

const RESIDENT = residentOf(3)
const AHEAD = '2026-11-24'

function opened(durability: 'default' | 'strict' = 'default') {
  const db = new Dexie(durability === 'strict' ? 'plain-strict' : 'plain', { chromeTransactionDurability: durability })
  db.version(1).stores({ visit: 'id, [resident+start], start' })
  return { db, visit: db.table<Visit, string>('visit') }
}

async function bulk(count: number): Promise<number> {
  const all = visits(count)
  const { db, visit } = opened()
  await db.open()
  const took = await timed(() => visit.bulkPut([...all]))
  db.close()
  return took
}

function open20(): Promise<number> {
  return timed(async () => {
    const { visit } = opened()
    const first = await visit.where('start').aboveOrEqual(AHEAD).limit(20).toArray()
    if (first.length !== 20) throw new Error('not 20 visits')
  })
}

async function read500() {
  const { db, visit } = opened()
  await db.open()
  const read = async () => {
    const all = await visit.where('[resident+start]').between([RESIDENT, ''], [RESIDENT, '\uffff']).toArray()
    if (all.length < PER_RESIDENT) throw new Error('not 500 visits')
  }
  return { cold: await timed(read), warm: await timed(read) }
}

function saves(count: number, durability: 'default' | 'strict' = 'default'): Promise<readonly number[]> {
  const { visit } = opened(durability)
  return savesOf(singles(count), (one) => visit.put(one))
}

offer({ bulk, open20, read500, saves, strictSaves: (count: number) => saves(count, 'strict') })
