// The office under many phones: a hundred first syncs at once, and a soak in which some phones send and fetch for minutes
// while its memory and the time of a push are watched.

import { execFileSync } from 'node:child_process'
import { request } from 'node:http'
import type { Id, LaneId } from '#domain/ids.ts'
import { aChange, aId, aPhone, type Phone } from '../support/caller.ts'
import type { Filler } from './fill.ts'
import { median, type Options, quantile, type Row, spread, times } from './measure.ts'
import type { World } from './world.ts'

export async function hundred(options: Options, { office, fill }: World): Promise<readonly Row[]> {
  const many = options.isQuick ? 20 : 100
  const lanes = await fill.cases(await fill.worker('thousand'), { count: 1_000, each: 100, isOwnLanes: true })
  const phones: Phone[] = []
  for (let i = 0; i < many; i++) phones.push(await phoneOf(office.url, fill, `of-many-${i}`, lanes))
  const one = phones[0]
  if (!one) return []
  const alone: number[] = []
  for (let i = 0; i < 12; i++) alone.push(await firstSync(office.url, one))
  const single = median(alone.slice(2))
  const rounds: number[][] = []
  for (let i = 0; i < 3; i++) rounds.push(await Promise.all(phones.map((phone) => firstSync(office.url, phone))))
  const is = median(rounds.map(median)) / single
  return [
    {
      what: `${many} first syncs at once, 1,000 records each: median ÷ a single one`,
      ...{ ours: `${is.toFixed(1)}×`, target: '≤ 8', reached: is <= 8 },
      note: `single ${spread(alone.slice(2))}; at once ${rounds.map((round) => `${spread(round)}, p95 ${Math.round(quantile(round, 0.95))}`).join(' | ')}`,
    },
  ]
}

/** A person of one's own for each phone: nobody has more than two. */
async function phoneOf(url: string, fill: Filler, account: string, lanes: readonly LaneId[]): Promise<Phone> {
  const user = await fill.worker(account)
  for (const lane of lanes) await fill.share(lane, user)
  return aPhone(url, account, '', 'demo-marit')
}

/** The whole answer read and thrown away: the phone's own work is not the office's. */
async function firstSync(url: string, phone: Phone): Promise<number> {
  const body = JSON.stringify({ lanes: {}, open: [], schema: 1 })
  const headers = { 'Content-Type': 'application/json', 'Accept-Encoding': 'gzip', ...(await phone.proof('POST', '/v1/sync', body)) }
  const from = performance.now()
  await new Promise<void>((resolve, reject) => {
    const asked = request(`${url}/v1/sync`, { method: 'POST', headers, agent: false }, (answer) => {
      if (answer.statusCode !== 200) answer.once('data', (said) => reject(new Error(`sync: ${answer.statusCode} ${said}`)))
      answer.resume()
      answer.on('end', resolve)
    })
    asked.on('error', reject)
    asked.end(body)
  })
  return performance.now() - from
}

const PHONES = 8
const EVERY_MS = 1_100 // a phone may drop 60 times a minute

interface Soak {
  readonly pushes: number[]
  readonly memory: number[]
}

export async function soak(options: Options, { office, fill }: World): Promise<readonly Row[]> {
  const minutes = process.env.BOFAST_LONG ? 30 : options.isQuick ? 0.25 : 2
  const user = await fill.worker('soak')
  const lanes = await fill.cases(user, { count: PHONES * 100, each: 100, isOwnLanes: true })
  const phones: Phone[] = []
  for (let i = 0; i < PHONES; i++) phones.push(await phoneOf(office.url, fill, `soaking-${i}`, lanes))
  const end = Date.now() + minutes * 60_000
  const seen: Soak = { pushes: [], memory: [] }
  const timer = setInterval(() => seen.memory.push(residentMiB(office.pid())), 1_000)
  await Promise.all(phones.map((phone, i) => working(phone, lanes[i % lanes.length] ?? lanes[0], end, seen.pushes)))
  clearInterval(timer)
  return [soakRow(minutes, seen)]
}

function soakRow(minutes: number, { pushes, memory }: Soak): Row {
  const part = (from: number, to: number) => median(memory.slice(Math.floor(memory.length * from), Math.floor(memory.length * to)))
  const [second, last] = [part(0.25, 0.5), part(0.75, 1)]
  const tail = quantile(pushes, 0.99) / median(pushes)
  return {
    what: `Office in a ${minutes}-min soak: memory last ÷ second quarter; p99 push ÷ median`,
    ours: `${times(last, second)} / ${tail.toFixed(1)}×`,
    ...{ target: 'flat (≤ 1.1) / < 20×', reached: last / second <= 1.1 && tail < 20 },
    note: `${PHONES} phones, ${pushes.length} pushes of 3 changes, each followed by a sync; push ${spread(pushes)}; resident memory ${Math.round(second)} → ${Math.round(last)} MiB`,
  }
}

/** Three changes to the same twenty records of one case, then a sync from where the phone stands. */
async function working(phone: Phone, lane: LaneId | undefined, end: number, pushes: number[]): Promise<void> {
  if (!lane) return
  const recs: readonly Id[] = Array.from({ length: 20 }, aId)
  let cursor = await place(phone, lane)
  for (let n = 0; Date.now() < end; n++) {
    const from = Date.now()
    const changes = [0, 1, 2].map((i) => {
      const rec = recs[(n * 3 + i) % recs.length] ?? aId()
      return aChange(lane, rec, 'task', { title: `Vi kjøper stoler sammen, ${n}`, status: 'open' })
    })
    const took = performance.now()
    await phone.send(...changes)
    pushes.push(performance.now() - took)
    cursor = (await place(phone, lane, cursor)) ?? cursor
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, EVERY_MS - (Date.now() - from))))
  }
}

async function place(phone: Phone, lane: LaneId, cursor?: readonly [number, string, number]) {
  const answer = (await phone.sync(cursor ? { [lane]: [...cursor] } : {})).lanes.get(lane)
  return answer ? ([answer.head, answer.hash, answer.view] as const) : cursor
}

const residentMiB = (pid: number | undefined): number =>
  pid === undefined ? 0 : Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024
