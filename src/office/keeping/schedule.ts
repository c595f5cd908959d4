// When the office makes a backup by itself: nightly, and after so many changes (DESIGN.md 6). A failure is written down
// and tried again at the next look; it never stops the office.

import { statSync } from 'node:fs'
import { codeOf } from '../fault.ts'
import { log } from '../log.ts'
import { backupsIn } from './safe.ts'

export interface Schedule {
  /** So many changes were kept; counts towards the next backup. */
  readonly count: (changes: number) => void
  /** No further one; resolves when a running one has ended. */
  readonly stop: () => Promise<void>
}

const LOOK_MS = 10 * 60_000
const NIGHT_HOUR = 2

export function startSchedule(folder: string, every: number, backUp: () => Promise<unknown>): Schedule {
  let since = 0
  let running: Promise<void> | undefined
  let isStopped = false
  const begin = (): void => {
    if (running || isStopped) return
    since = 0
    running = backUp()
      .then(
        () => log('backup-verified'),
        (error: unknown) => log('backup-failed', { cause: codeOf(error) ?? 'BACKUP' }),
      )
      .finally(() => {
        running = undefined
      })
  }
  const look = setInterval(() => {
    if (lastIn(folder) < lastNight()) begin()
  }, LOOK_MS).unref()
  return {
    count: (changes) => {
      since += changes
      if (since >= every) begin()
    },
    stop: async () => {
      isStopped = true
      clearInterval(look)
      await running
    },
  }
}

const lastIn = (folder: string): number => {
  const newest = backupsIn(folder)[0]
  return newest ? statSync(newest).mtimeMs : 0
}

/** The last time it was two in the night here. An office that is switched off then makes it up in the morning. */
function lastNight(): number {
  const night = new Date()
  if (night.getHours() < NIGHT_HOUR) night.setDate(night.getDate() - 1)
  return night.setHours(NIGHT_HOUR, 0, 0, 0)
}
