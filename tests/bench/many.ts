// 100,000 encrypted rows on one device: from unlock to one record of one case, and from unlock to a list filtered by name.
// 250 cases with 400 records each.

import { startHost } from './host.ts'
import { inTab, median, type Options, type Row, spread } from './measure.ts'

const OPENINGS = 5

export async function many(options: Options): Promise<readonly Row[]> {
  const count = options.isQuick ? 10_000 : 100_000
  const host = await startHost()
  try {
    return await inTab(host.origin, 'bofast', async ({ call, again }) => {
      await call('fill', count, 400)
      console.error(`  many: ${count} rows are in`)
      const [record, list]: [number[], number[]] = [[], []]
      for (let i = 0; i < OPENINGS; i++) {
        await again()
        record.push(await call<number>('openRecord'))
        await again()
        list.push(await call<number>('filterList'))
      }
      const [opened, filtered] = [median(record), median(list)]
      return [
        {
          what: `${count} rows encrypted: open a record / filter a list`,
          ours: `${(opened / 1000).toFixed(2)} s / ${(filtered / 1000).toFixed(2)} s`,
          ...{ target: '≤ 2 s / ≤ 3 s', reached: opened <= 2000 && filtered <= 3000 },
          note: `from unlock: record ${spread(record)}, list ${spread(list)}`,
        },
      ]
    })
  } finally {
    host.close()
  }
}
