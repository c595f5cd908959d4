// `npm test`: the checks, then vitest, then the browser, one after the other; at the end one plain line with the sum.
// With --long the full counts of DESIGN.md 12 run instead. Exit code 1 when anything failed.

import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const reports = join(root, '.cache', 'reports')
const isLong = process.argv.includes('--long')
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice(7)

interface Tally {
  passed: number
  failed: number
}

function run(name: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): boolean {
  process.stdout.write(`\n── ${name}\n`)
  const { status } = spawnSync(process.execPath, [join(root, 'node_modules', args[0] ?? ''), ...args.slice(1)], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env, ...(isLong ? { BOFAST_LONG: '1' } : {}) },
  })
  return status === 0
}

const asCheck = (isGood: boolean): Tally => (isGood ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 })

function fromReport(file: string, isGood: boolean, read: (report: unknown) => Tally): Tally {
  try {
    const tally = read(JSON.parse(readFileSync(file, 'utf8')))
    return isGood || tally.failed > 0 ? tally : { ...tally, failed: 1 }
  } catch {
    return { passed: 0, failed: 1 } // no report: the runner itself failed
  }
}

const countIn = (report: unknown, ...path: readonly string[]): number => {
  let at: unknown = report
  for (const key of path) at = typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined
  return typeof at === 'number' ? at : 0
}

function vitest(): Tally {
  const file = join(reports, 'vitest.json')
  const isGood = run('vitest', ['vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  return fromReport(file, isGood, (report) => ({ passed: countIn(report, 'numPassedTests'), failed: countIn(report, 'numFailedTests') }))
}

function playwright(): Tally {
  const file = join(reports, 'playwright.json')
  const isGood = run('browser', ['@playwright/test/cli.js', 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  return fromReport(file, isGood, (report) => ({
    passed: countIn(report, 'stats', 'expected'),
    failed: countIn(report, 'stats', 'unexpected') + countIn(report, 'stats', 'flaky'),
  }))
}

const PARTS: Readonly<Record<string, () => Tally>> = {
  types: () => asCheck(run('tsc', ['typescript/bin/tsc', '-b'])),
  lint: () => asCheck(run('biome', ['@biomejs/biome/bin/biome', 'ci', '.'])),
  unused: () => asCheck(run('knip', ['knip/bin/knip.js'])),
  vitest,
  playwright,
}

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const sum: Tally = { passed: 0, failed: 0 }
for (const [name, part] of Object.entries(PARTS)) {
  if (only !== undefined && !only.split(',').includes(name)) continue
  const tally = part()
  sum.passed += tally.passed
  sum.failed += tally.failed
  if (tally.failed > 0) process.stdout.write(`── ${name}: ${tally.failed} failed\n`)
}
process.stdout.write(`\n${sum.passed} passed, ${sum.failed} failed\n`)
process.exit(sum.failed === 0 && sum.passed > 0 ? 0 : 1)
