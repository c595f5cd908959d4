// The walls of the house hold: an import through a wall fails the same commands as `npm run check` (STYLE.md 1).
// Planted in a copy of the sources, never in the checkout.

import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
let copy = ''

const run = (tool: string, ...args: string[]): number =>
  spawnSync(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: copy, encoding: 'utf8' }).status ?? 1
const compiles = (room: string): boolean => run('typescript/bin/tsc', '-b', `src/${room}`) === 0
const lints = (file: string): boolean => run('@biomejs/biome/bin/biome', 'lint', '--vcs-enabled=false', file) === 0

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'bofast-walls-'))
  for (const name of ['src', 'package.json', 'tsconfig.base.json', 'tsconfig.json', 'biome.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true })
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rmSync(copy, { recursive: true, force: true }))

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

for (const { room, wall, code } of PLANTED) {
  test(`the check stops it when ${wall}`, () => {
    const file = join('src', room, 'planted.ts')
    writeFileSync(join(copy, file), code)
    try {
      expect(compiles(room) && lints(file)).toBe(false)
    } finally {
      rmSync(join(copy, file))
    }
  })
}

for (const room of ['domain', 'sync', 'device', 'screens', 'office']) {
  test(`a file that keeps to ${room} passes`, () => {
    const file = join('src', room, 'planted.ts')
    writeFileSync(join(copy, file), "import type { Id } from '#domain/ids.ts'\n\nexport type Planted = Id\n")
    expect(compiles(room)).toBe(true)
    expect(room === 'domain' || lints(file)).toBe(true)
    rmSync(join(copy, file))
  })
}
