// `npm test`: the checks all at once, then vitest, then the browser; at the end what failed by name, and one plain
// line with the sum. With --long the full counts of DESIGN.md 12 run instead. Exit code 1 when anything failed.

import { spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

const root = join(import.meta.dirname, '..')
const reports = join(root, '.cache', 'reports')
const isLong = process.argv.includes('--long')
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice(7)

interface Tally {
  readonly passed: number
  readonly failed: number
  /** What failed, by name and first words: told again at the very end, where a long output is read. */
  readonly failures?: readonly string[]
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

/** What it says is told in one piece when it is over: others run beside it. */
async function check(name: string, [tool = '', ...args]: readonly string[]): Promise<Tally> {
  const child = spawn(process.execPath, [join(root, 'node_modules', tool), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece: Buffer) => said.push(piece))
  const status = await new Promise<number | null>((resolve) => child.once('close', resolve))
  process.stdout.write(`\n── ${name}\n${Buffer.concat(said)}`)
  return status === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1, failures: [name] }
}

function fromReport(file: string, isGood: boolean, read: (report: unknown) => Tally): Tally {
  try {
    const tally = read(JSON.parse(readFileSync(file, 'utf8')))
    return isGood || tally.failed > 0
      ? tally
      : { ...tally, failed: 1, failures: ['the runner itself: an error outside every test, told above'] }
  } catch {
    return { passed: 0, failed: 1, failures: ['the runner itself: it left no report'] }
  }
}

const at = (from: unknown, key: string): unknown => (typeof from === 'object' && from !== null ? Reflect.get(from, key) : undefined)
const textAt = (from: unknown, key: string): string => String(at(from, key) ?? '')
const listAt = (from: unknown, key: string): readonly unknown[] => {
  const found = at(from, key)
  return Array.isArray(found) ? found : []
}
const countIn = (report: unknown, ...path: readonly string[]): number => {
  const found = path.reduce(at, report)
  return typeof found === 'number' ? found : 0
}
const firstLines = (text: string): string => stripVTControlCharacters(text).split('\n').slice(0, 8).join('\n    ')

/** Of vitest's report: each test that failed, and each file that would not even load. */
const failedInVitest = (report: unknown): readonly string[] =>
  listAt(report, 'testResults').flatMap((file) => {
    const failed = listAt(file, 'assertionResults').filter((test) => at(test, 'status') === 'failed')
    const named = failed.map((test) => `${textAt(test, 'fullName')}\n    ${firstLines(listAt(test, 'failureMessages').join('\n'))}`)
    const all = named.length === 0 && at(file, 'status') === 'failed' ? [firstLines(textAt(file, 'message'))] : named
    return all.map((words) => `${relative(root, textAt(file, 'name'))} › ${words}`)
  })

/** Of the browser's report, suites within suites: each test that failed at least once. */
const failedInBrowser = (suite: unknown): readonly string[] => [
  ...listAt(suite, 'suites').flatMap(failedInBrowser),
  ...listAt(suite, 'specs').flatMap((spec) =>
    listAt(spec, 'tests')
      .flatMap((test) => listAt(test, 'results'))
      .filter((result) => !['passed', 'skipped'].includes(textAt(result, 'status')))
      .map((result) => `${textAt(spec, 'file')} › ${textAt(spec, 'title')}\n    ${firstLines(textAt(at(result, 'error'), 'message'))}`),
  ),
]

function vitest(): Tally {
  const file = join(reports, 'vitest.json')
  const isGood = run('vitest', ['vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`])
  return fromReport(file, isGood, (report) => ({
    passed: countIn(report, 'numPassedTests'),
    failed: countIn(report, 'numFailedTests'),
    failures: failedInVitest(report),
  }))
}

function playwright(): Tally {
  const file = join(reports, 'playwright.json')
  const isGood = run('browser', ['@playwright/test/cli.js', 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  return fromReport(file, isGood, (report) => ({
    passed: countIn(report, 'stats', 'expected'),
    failed: countIn(report, 'stats', 'unexpected') + countIn(report, 'stats', 'flaky'),
    failures: failedInBrowser(report),
  }))
}

const CHECKS: Readonly<Record<string, readonly [name: string, command: readonly string[]]>> = {
  types: ['tsc', ['typescript/bin/tsc', '-b']],
  lint: ['biome', ['@biomejs/biome/bin/biome', 'ci', '.']],
  unused: ['knip', ['knip/bin/knip.js']],
}
const RUNNERS: Readonly<Record<string, () => Tally>> = { vitest, playwright }
const isWanted = ([part]: readonly [string, unknown]): boolean => only === undefined || only.split(',').includes(part)

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const checks = Object.entries(CHECKS).filter(isWanted)
const tallies = await Promise.all(checks.map(([, [name, command]]) => check(name, command)))
for (const [part, runner] of Object.entries(RUNNERS).filter(isWanted)) {
  const tally = runner()
  tallies.push(tally)
  if (tally.failed > 0) process.stdout.write(`── ${part}: ${tally.failed} failed\n`)
}
for (const failure of tallies.flatMap(({ failures }) => failures ?? [])) process.stdout.write(`\n✗ ${failure}\n`)
const sum = (of: 'passed' | 'failed') => tallies.reduce((total, tally) => total + tally[of], 0)
process.stdout.write(`\n${sum('passed')} passed, ${sum('failed')} failed\n`)
process.exit(sum('failed') === 0 && sum('passed') > 0 ? 0 : 1)
