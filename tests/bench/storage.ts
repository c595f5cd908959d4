// Bytes on disk after everything made on this device was sent: the browser's own IndexedDB folder of each store, closed,
// opened once more (so that it can tidy) and closed again. What ours keeps on the shelf is counted.

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { aFolder, bytesIn, inTab, NAMES, type Name, type Options, type Row, times } from './measure.ts'
import type { World } from './world.ts'

export async function storage(options: Options, world: World): Promise<readonly Row[]> {
  const count = options.isQuick ? 500 : 4_000
  await world.fill.worker('keeper')
  const bytes: Record<Name, number> = { dexie: 0, pouch: 0, rxdb: 0, bofast: 0 }
  for (const name of NAMES) {
    bytes[name] = await bytesOf(world, name, count)
    console.error(`  storage: ${name} ${Math.round(bytes[name] / 1024)} KiB`)
  }
  const is = bytes.bofast / bytes.dexie
  const ratio = (name: Name) => times(bytes[name], bytes.dexie)
  return [
    {
      what: 'Storage ÷ Dexie, after sending, the shelf counted',
      ...{ pouch: ratio('pouch'), rx: ratio('rxdb'), ours: ratio('bofast'), target: '≤ 2.5', reached: is <= 2.5 },
      note: `${count} visits made on this device and sent; ${NAMES.map((name) => `${name} ${Math.round(bytes[name] / 1024)} KiB`).join(', ')}; of ours 512 KiB are the ballast, and every change still lies on the shelf`,
    },
  ]
}

async function bytesOf({ host }: World, name: Name, count: number): Promise<number> {
  const folder = aFolder()
  const store = join(folder, 'Default', 'IndexedDB')
  try {
    await inTab(
      host.origin,
      name,
      async ({ call, context }) => {
        if (name === 'dexie') return call('bulk', count)
        await call('pull', name === 'bofast' ? 'keeper' : 'edits')
        await context.setOffline(true)
        await call('offline', count, 0, 300) // residents nobody else has
        await context.setOffline(false)
        return call('push')
      },
      folder,
    )
    await inTab(host.origin, name, async () => undefined, folder)
    return bytesIn(store)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
