// A phone that was away for 90 days: 25 residents, two visits a week to each, a visit with three observations, on a
// network of 4 Mbit/s with the CPU slowed four times.

import { aChange, aId } from '../support/caller.ts'
import { visitSet } from './fill.ts'
import { inTab, median, type Options, type Row, spread } from './measure.ts'
import { aVisit } from './visits.ts'
import type { World } from './world.ts'

const RESIDENTS = 25
const WEEKS = 13
const NET = { offline: false, latency: 40, downloadThroughput: 500_000, uploadThroughput: 500_000 }
const NOTE = 'Snakket om husleien og om naboene. '

export async function catchUp(options: Options, world: World): Promise<readonly Row[]> {
  const took: number[] = []
  let changes = 0
  for (let i = 0; i < (options.isQuick ? 1 : 3); i++) {
    const once = await away(world, `away-${i}`, options.isQuick ? 2 : WEEKS)
    took.push(once.ms)
    changes = once.changes
  }
  const is = median(took) / 1000
  return [
    {
      what: 'Catch-up after 90 days away, 4 Mbit/s, CPU slowed 4×',
      ...{ ours: `${is.toFixed(1)} s`, target: '≤ 10 s', reached: is <= 10 },
      note: `${RESIDENTS} residents with 80 records each, ${changes} records new since; ${spread(took)}`,
    },
  ]
}

async function away({ fill, host }: World, account: string, weeks: number): Promise<{ ms: number; changes: number }> {
  const user = await fill.worker(account)
  const lanes = await fill.cases(user, { count: RESIDENTS * 80, each: 80, isOwnLanes: true })
  return inTab(host.origin, 'bofast', async ({ call, context, page }) => {
    await call('pull', account)
    await context.setOffline(true)
    const news = Array.from({ length: weeks * 2 }, (_, n) => n)
    for (const lane of lanes)
      await fill.more(
        lane,
        user,
        news.flatMap((n) => aVisitAndMore(lane, n)),
      )
    await context.setOffline(false)
    const slow = await context.newCDPSession(page)
    await slow.send('Network.enable')
    await slow.send('Network.emulateNetworkConditions', NET)
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 4 })
    return { ms: await call<number>('catchUp'), changes: lanes.length * news.length * 4 }
  })
}

function aVisitAndMore(lane: Parameters<typeof aChange>[0], n: number) {
  const visit = aId()
  const seen = { visit, area: 'economy', basis: 'seen', text: NOTE.repeat(6) }
  return [
    aChange(lane, visit, 'visit', visitSet(aVisit(lane.slice(5), 3_000 + n))),
    ...[1, 2, 3].map(() => aChange(lane, aId(), 'observation', seen)),
  ]
}
