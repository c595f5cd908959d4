// The walls of the house hold: an import through a wall fails the same commands as `npm run check` (STYLE.md 1).
// Planted in a copy of the sources, never in the checkout, all at once.

import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
let copy = ''

const run = (tool: string, ...args: string[]): string => {
  const { stdout, stderr } = spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: copy, encoding: 'utf8' })
  expect(stdout + stderr, `${tool} ran`).toMatch(/planted/)
  return stdout + stderr
}
/** What the two commands of `npm run check` say of everything planted, each run once over all of it. */
let said = { tsc: '', biome: '' }

interface Planted {
  readonly room: string
  readonly wall: string
  readonly code: string
}
const PLANTED: readonly Planted[] = [
  {
    room: 'screens',
    wall: 'screens reach past the casebook to the database',
    code: "import * as wall from '#device/database.ts'\n\nexport const planted = wall\n",
  },
  { room: 'domain', wall: 'domain uses Dexie', code: "import { Dexie } from 'dexie'\n\nexport const planted = Dexie\n" },
  { room: 'device', wall: 'device touches the window', code: 'export const planted = window.innerWidth\n' },
  { room: 'office', wall: 'office uses React', code: "import { useState } from 'react'\n\nexport const planted = useState\n" },
  {
    room: 'sync',
    wall: 'sync reaches up to the device',
    code: "import type { Casebook } from '#device/casebook.ts'\n\nexport type Planted = Casebook\n",
  },
  { room: 'domain', wall: 'domain reads the clock', code: 'export const planted = () => new Date()\n' },
  { room: 'screens', wall: 'screens talk to the network', code: "export const planted = () => fetch('/v1/office')\n" },
]

const ROOMS = ['domain', 'sync', 'device', 'screens', 'office']
const plantedIn = (room: string, n: number): string => join('src', room, `planted-${n}.ts`)
const goodIn = (room: string): string => join('src', room, 'planted-good.ts')

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'bofast-walls-'))
  for (const name of ['src', 'package.json', 'tsconfig.base.json', 'tsconfig.json', 'biome.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  for (const [n, { room, code }] of PLANTED.entries()) writeFileSync(join(copy, plantedIn(room, n)), code)
  for (const room of ROOMS)
    writeFileSync(join(copy, goodIn(room)), "import type { Id } from '#domain/ids.ts'\n\nexport type Planted = Id\n")
  const files = [...PLANTED.map(({ room }, n) => plantedIn(room, n)), ...ROOMS.map(goodIn)]
  said = {
    tsc: run('typescript/bin/tsc', '-b', '--pretty', 'false', ...ROOMS.map((room) => `src/${room}`)),
    biome: run('@biomejs/biome/bin/biome', 'lint', '--vcs-enabled=false', '--reporter=github', ...files),
  }
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

const isStopped = (file: string): boolean => said.tsc.includes(`${file}(`) || said.biome.includes(file)

for (const [n, { room, wall }] of PLANTED.entries())
  test(`the check stops it when ${wall}`, () => expect(isStopped(plantedIn(room, n))).toBe(true))

for (const room of ROOMS) {
  test(`a file that keeps to ${room} passes`, () => {
    expect(said.tsc).not.toContain(goodIn(room))
    expect(room === 'domain' || !said.biome.includes(goodIn(room))).toBe(true)
  })
}
