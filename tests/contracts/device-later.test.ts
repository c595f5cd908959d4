// What the phone fetches only after I dag stands may be missing, after a new build or on a poor line: nothing that was
// saved depends on it.

import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { openDatabases } from '#device/database.ts'
import type { KeyFile } from '#device/keyfile.ts'
import { laterRounds } from '#device/later-rounds.ts'
import { emptyRoom, type News, type OpenKeys } from '#device/room.ts'
import type { Rounds } from '#device/rounds.ts'
import { freshBrowser } from '../support/browser.ts'
import { memoryOffice } from '../support/memory-office.ts'

const SRC = join(import.meta.dirname, '..', '..', 'src')
const IMPORT = /^(?:import|export)\s(?!type\s)[^'"]*?from '([^']+)'|^import '([^']+)'/gm

/** Everything of ours that stands in memory as soon as this module does. */
function atOnce(path: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(path)) return found
  found.add(path)
  for (const [, from, bare] of readFileSync(path, 'utf8').matchAll(IMPORT)) {
    const to = from ?? bare ?? ''
    if (to.startsWith('#') && to.endsWith('.ts')) atOnce(join(SRC, to.slice(1)), found)
    if (to.startsWith('.') && to.endsWith('.ts')) atOnce(join(dirname(path), to), found)
  }
  return found
}

test('all it takes to save a note or a draft is there with the keys, and sending and fetching are not', () => {
  const there = atOnce(join(SRC, 'device', 'local.ts'))
  const has = (path: string) => there.has(join(SRC, path))
  expect(['device/record.ts', 'device/drafts.ts', 'device/storage.ts', 'sync/change.ts', 'sealing/envelope.ts'].map(has)).toEqual(
    Array(5).fill(true),
  )
  expect(['device/rounds.ts', 'device/inbox.ts', 'device/send.ts', 'device/desk.ts'].map(has)).toEqual(Array(4).fill(false))
})

function aRoom() {
  const heard: News['kind'][] = []
  const room = emptyRoom({} as OpenKeys, {} as KeyFile, openDatabases('later'), (news) => void heard.push(news.kind))
  return { room, heard }
}

function someRounds() {
  const asked: string[] = []
  const rounds: Rounds = {
    go: async (how) => {
      asked.push(how?.isUrgent ? 'urgent' : 'go')
      return 'done'
    },
    soon: (ms) => void asked.push(`soon ${ms}`),
    stop: () => void asked.push('stop'),
  }
  return { rounds, asked }
}

beforeEach(() => freshBrowser(memoryOffice()))
afterEach(() => void vi.useRealTimers())

test('a phone that cannot fetch its sending says that the office is not reached, and tries again until it can', async () => {
  vi.useFakeTimers()
  const { room, heard } = aRoom()
  const { rounds, asked } = someRounds()
  let tries = 0
  const later = laterRounds(room, async () => {
    tries += 1
    if (tries < 3) throw new TypeError('Failed to fetch dynamically imported module')
    return rounds
  })
  expect(await later.go({ isUrgent: true })).toBe('unreachable')
  expect(room.flags.isReached).toBe(false)
  expect(heard).toEqual(['flags'])
  later.soon(0) // a save in between is no second clock
  await vi.advanceTimersByTimeAsync(10_000)
  expect([tries, asked]).toEqual([3, ['urgent']])
  later.soon(50)
  await vi.advanceTimersByTimeAsync(0)
  expect(asked).toEqual(['urgent', 'soon 50'])
  later.stop()
})

test('the first round follows what is drawn, once; and a locked phone fetches nothing more', async () => {
  vi.useFakeTimers()
  const { room } = aRoom()
  const { rounds, asked } = someRounds()
  const later = laterRounds(room, async () => rounds)
  later.begin()
  later.begin()
  await vi.advanceTimersByTimeAsync(5_000)
  expect(asked).toEqual(['urgent'])
  later.stop()
  expect(asked).toEqual(['urgent', 'stop'])

  const closed = aRoom()
  let tries = 0
  const gone = laterRounds(closed.room, async () => {
    tries += 1
    throw new TypeError('gone')
  })
  await gone.go()
  closed.room.flags.isOpen = false
  gone.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(tries).toBe(1)
})
