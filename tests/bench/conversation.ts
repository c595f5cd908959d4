// The rows that need a server: the first pull of everything, sending what was made offline, and what becomes of two
// edits of one record made offline on two devices.

import { aDesk } from '../support/caller.ts'
import { inTab, median, type Name, type Options, type Row, rotated, roundsOf, spread, type Tab, times } from './measure.ts'
import type { World } from './world.ts'

const PEERS = ['pouch', 'rxdb', 'bofast'] as const
type Peer = (typeof PEERS)[number]
/** Where each finds the 10,000 visits: a database, or an account of the office. */
const whoOf = (name: Peer): string => (name === 'bofast' ? 'once' : 'visits')
const none = (): Record<Peer, number[]> => ({ pouch: [], rxdb: [], bofast: [] })

export async function pulls(options: Options, world: World): Promise<readonly Row[]> {
  const { host, fill, count } = world
  await fill.cases(await fill.worker('five'), { count, each: 500, saves: 5, isOwnLanes: true })
  const writes: number[] = []
  const took = none()
  const five: number[] = []
  const runs: readonly (readonly [Name, string])[] = [
    ['dexie', ''],
    ...PEERS.map((name) => [name, whoOf(name)] as const),
    ['bofast', 'five'],
  ]
  for (let i = 0; i < roundsOf(options); i++) {
    for (const [name, who] of rotated(runs, i)) {
      const ms = await inTab(host.origin, name, ({ call }) => (name === 'dexie' ? call<number>('bulk', count) : call<number>('pull', who)))
      if (i === 0) continue
      if (name === 'dexie') writes.push(ms)
      else (who === 'five' ? five : took[name]).push(ms)
    }
    console.error(`  pulls: round ${i + 1}`)
  }
  const base = median(writes)
  const ratio = (ms: readonly number[]) => times(median(ms), base)
  const [is, again] = [median(took.bofast) / base, median(five) / median(took.bofast)]
  const note = `dexie's bulk write ${spread(writes)}, pouch ${spread(took.pouch)}, rxdb ${spread(took.rxdb)}, bofast ${spread(took.bofast)}`
  return [
    {
      what: `First pull of ${count} ÷ Dexie bulk write`,
      ...{ pouch: ratio(took.pouch), rx: ratio(took.rxdb), ours: ratio(took.bofast) },
      ...{ target: '≤ 2', reached: is <= 2, note },
    },
    {
      what: '  the same when every record was saved five times ÷ itself',
      ...{ ours: times(median(five), median(took.bofast)), target: '≤ 1.2', reached: again <= 1.2, note: `bofast ${spread(five)}` },
    },
  ]
}

export async function pushes(options: Options, { host }: World): Promise<readonly Row[]> {
  const count = options.isQuick ? 200 : 1_000
  const [took, settled] = [none(), [] as number[]]
  for (let i = 0; i < roundsOf(options); i++) {
    for (const name of rotated(PEERS, i)) {
      const made = await inTab(host.origin, name, (tab) => pushed(tab, whoOf(name), count, i * count))
      if (i === 0) continue
      took[name].push(made.pushed)
      if (name === 'bofast') settled.push(made.settled)
    }
    console.error(`  pushes: round ${i + 1}`)
  }
  const base = median(took.rxdb)
  const is = median(took.bofast) / base
  return [
    {
      what: `Push of ${count} changes made offline ÷ RxDB's`,
      ...{ pouch: times(median(took.pouch), base), rx: '1', ours: times(median(took.bofast), base), target: '≤ 0.5', reached: is <= 0.5 },
      note: `pouch ${spread(took.pouch)}, rxdb ${spread(took.rxdb)}, bofast in custody ${spread(took.bofast)}, settled ${spread(settled)}`,
    },
  ]
}

async function pushed({ call, context }: Tab, who: string, count: number, from: number) {
  await call('pull', who)
  await context.setOffline(true)
  await call('offline', count, from)
  const push = call<{ pushed: number; settled: number }>('push')
  await context.setOffline(false)
  return push
}

const WRITTEN = { a: { address: 'Vei 2, sett av A' }, b: { address: 'Vei 3, sett av B', accessNote: 'Kode 12 i porten' } }

/** Three values are written on two devices without net; the address on both. How many are left to be seen on each? */
export async function edits(_options: Options, world: World): Promise<readonly Row[]> {
  const seen: Record<Peer, readonly number[]> = { pouch: [], rxdb: [], bofast: [] }
  for (const name of PEERS) seen[name] = await twoDevices(world, name)
  const desk = await atDesk(world)
  const text = (name: Peer, more = '') => {
    const [a = 0, b = 0] = seen[name]
    return `${3 - Math.max(a, b)} gone / ${Math.min(a, b) === 3 ? 'all' : '0'} shown${more}`
  }
  const isAll = seen.bofast.every((shown) => shown === 3) && desk === 3
  return [
    {
      what: 'Field values gone from the record / both versions shown, two edits offline',
      ...{ pouch: text('pouch'), rx: text('rxdb'), ours: text('bofast', desk === 3 ? ', desk too' : ', NOT at the desk') },
      ...{ target: '0 lost, all shown', reached: isAll },
      note: `of 3 values written, an ordinary read shows on the two devices: pouch ${seen.pouch.join(' and ')}, rxdb ${seen.rxdb.join(' and ')}, bofast ${seen.bofast.join(' and ')}; at Bofast's desk ${desk}. PouchDB keeps the loser as a hidden revision.`,
    },
  ]
}

async function twoDevices({ host }: World, name: Peer): Promise<readonly number[]> {
  const who = (other: string) => (name === 'bofast' ? other : 'edits')
  return inTab(host.origin, name, (a) =>
    inTab(host.origin, name, async (b) => {
      await a.call('pull', who('once'))
      await a.call('share')
      await a.call('sync')
      await b.call('pull', who('marit'))
      await a.call('edit', WRITTEN.a)
      await b.call('edit', WRITTEN.b)
      for (const tab of [a, b, a, b]) await tab.call('sync')
      return [await shownIn(a), await shownIn(b)]
    }),
  )
}

async function shownIn({ call }: Tab): Promise<number> {
  const shown = await call<Record<string, string[]>>('shown')
  return written.filter(([field, value]) => shown[field]?.includes(value)).length
}
const written = Object.values(WRITTEN).flatMap((fields) => Object.entries(fields))

async function atDesk({ office, lanes }: World): Promise<number> {
  const answer = await (await aDesk(office.url)).ask({ ask: 'resident', lane: lanes[0] })
  return written.filter(([, value]) => answer.text.includes(value)).length
}
