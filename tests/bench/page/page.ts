// Runs in the browser: one save through the real casebook (decide, seal, strict transaction, outbox) against the same
// records put with plain Dexie, in turns on one machine. The network is off: nothing is sent.

import { Dexie } from 'dexie'
import { openLocal } from '#device/local.ts'
import { id, laneOf, localDate } from '#domain/ids.ts'
import { patch } from '#domain/records.ts'
import { newKey } from '#sealing/aes.ts'
import { randomId } from '#sealing/bytes.ts'
import { newTransportKey, transportKeys } from '#sealing/transport.ts'

const NOTE = 'Snakket om husleien og om naboene. Faste tider virker best. '.repeat(15)

async function saves(count: number): Promise<{ ours: number[]; dexie: number[]; strict: number[] }> {
  const empty = { iv: '', ct: '' }
  const file = {
    v: 1,
    office: id(randomId()),
    user: id(randomId()),
    enrol: id(randomId()),
    kid: 1,
    db: randomId(),
    slots: [],
    dek: empty,
    transport: empty,
  } as const
  const casebook = await openLocal({ dek: await newKey(), ...(await transportKeys(newTransportKey())) }, file)
  const plain = new Dexie('plain')
  plain.version(1).stores({ visit: 'id, resident' })
  const strict = new Dexie('plain-strict', { chromeTransactionDurability: 'strict' })
  strict.version(1).stores({ visit: 'id, resident' })
  const lane = laneOf('case', casebook.newId())
  const took: { ours: number[]; dexie: number[]; strict: number[] } = { ours: [], dexie: [], strict: [] }
  for (let i = 0; i < count; i++) {
    const rec = casebook.newId()
    took.ours.push(
      await timed(() => casebook.record([patch(lane, 'observation', rec, { text: NOTE, area: 'economy', basis: 'seen', visit: rec })])),
    )
    const row = { id: rec, resident: lane, text: NOTE, area: 'economy', basis: 'seen', visit: rec, on: localDate('2026-11-24') }
    took.dexie.push(await timed(() => plain.table('visit').put(row)))
    took.strict.push(await timed(() => strict.table('visit').put(row)))
  }
  casebook.close()
  return took
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

Reflect.set(globalThis, 'saves', saves)
