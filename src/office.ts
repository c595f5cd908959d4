// Front door 3: the office server. Node runs it as it is: node src/office.ts [--demo-fresh]
// [backup [--to=<folder>] | restore [--from=<file>] [--replace] [--without-log] | check]

import { dirname } from 'node:path'
import { readConfig } from '#office/config.ts'
import { hasVisitAhead } from '#office/demo-start.ts'
import { codeOf, Fault } from '#office/fault.ts'
import { runCommand } from '#office/keeping/commands.ts'
import { log } from '#office/log.ts'
import { type DemoSignIn, readMeta } from '#office/meta.ts'
import type { Office } from '#office/office.ts'
import { type Running, refillDemo, startOffice } from '#office/start.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2), dirname(import.meta.dirname))
  if (config.isDemoFresh) {
    await refillDemo(config)
    return say('The demo is filled anew, with dates from today. Start the office with: npm start')
  }
  if (config.command.do !== 'serve') {
    process.exitCode = (await runCommand(config, say)) ? 0 : 1
    return
  }
  const starting = startOffice(config)
  stopOnSignal(starting)
  const running = await starting
  await welcome(running)
}

async function welcome({ office, port }: Running): Promise<void> {
  say(['', `Bofast runs at http://localhost:${port}`, ...(office.isDemo ? await demoLines(office) : [])].join('\n'))
}

async function demoLines(office: Office): Promise<readonly string[]> {
  const signIns = (await readMeta<DemoSignIn[]>(office.pool, 'demo-sign-ins')) ?? []
  return [
    'This is a demo: the people are invented, second factor and approval are off. Sign in as:',
    ...signIns.map(
      ({ name, account, password, place }) => `  ${place === 'field' ? 'phone' : 'desk '}  ${account} / ${password}  (${name})`,
    ),
    'A browser is either a phone or a desk: use a private window for the other one.',
    ...((await hasVisitAhead(office))
      ? []
      : ['No planned visit lies ahead of today any more. Fill the demo anew with: npm run demo:fresh']),
  ]
}

let isStopping = false

/**
 * The first signal drains and stops, also one that comes while the office is still starting; a second one does not wait.
 * The database is stopped last, or adopted at the next start.
 */
function stopOnSignal(starting: Promise<Running>): void {
  const stop = async (): Promise<void> => {
    if (isStopping) process.exit(1)
    isStopping = true
    log('stopping')
    await (await starting).stop()
    log('stopped')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => void stop().catch(() => process.exit(1)))
}

main().then(undefined, (error: unknown) => {
  if (isStopping) return
  process.stderr.write(
    error instanceof Fault ? `${error.message}\n` : `The office could not start (${codeOf(error) ?? 'internal fault'}).\n`,
  )
  process.exit(1)
})
