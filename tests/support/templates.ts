// Folders that take long to fill, filled once in a run and copied for everybody: an office with its demo, a database.
// Whoever needs one first makes it; the others wait for it.

import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

const PATIENCE_MS = 180_000
const LOOK_MS = 50

/** Fills `folder` with a copy; `make` fills the first one and leaves nothing running on it. False outside a run of the tests. */
export async function fillFromTemplate(folder: string, name: string, make: (into: string) => Promise<void>): Promise<boolean> {
  const { BOFAST_TEMPLATES: templates } = process.env
  if (!templates) return false
  const ready = join(templates, name)
  if (!existsSync(ready)) await (isFirst(ready) ? makeThere(ready, make) : madeByAnother(ready))
  // Only `cp` keeps whose each file is: a database run for root belongs to another user.
  if (process.platform === 'win32') cpSync(ready, folder, { recursive: true })
  else execFileSync('cp', ['-a', `${ready}/.`, folder])
  return true
}

const making = (ready: string): string => `${ready}.making`

function isFirst(ready: string): boolean {
  try {
    mkdirSync(making(ready))
    return true
  } catch {
    return false
  }
}

async function makeThere(ready: string, make: (into: string) => Promise<void>): Promise<void> {
  chmodSync(making(ready), 0o711)
  try {
    await make(making(ready))
    renameSync(making(ready), ready)
  } catch (error) {
    rmSync(making(ready), { recursive: true, force: true }) // the next one tries, and says it too
    throw error
  }
}

async function madeByAnother(ready: string): Promise<void> {
  const end = Date.now() + PATIENCE_MS
  while (!existsSync(ready)) {
    if (!existsSync(making(ready)) && !existsSync(ready)) throw new Error(`${ready} could not be made`)
    if (Date.now() > end) throw new Error(`${ready} was never finished`)
    await pause(LOOK_MS)
  }
}
