// Front door 3: the office server. Node runs it as it is: node src/office.ts [--demo-fresh]

import { dirname } from 'node:path'
import { readConfig } from '#office/config.ts'
import { hasVisitAhead } from '#office/demo-start.ts'
import { codeOf, Fault } from '#office/fault.ts'
import { log } from '#office/log.ts'
import { type DemoSignIn, readMeta } from '#office/meta.ts'
import { type Running, startOffice } from '#office/start.ts'

const say = (line: string): void => {
  process.stdout.write(`${line}\n`)
}

async function main(): Promise<void> {
  const config = readConfig(process.env, process.argv.slice(2), dirname(import.meta.dirname))
  const running = await startOffice(config)
  if (config.isDemoFresh) {
    await running.stop()
    return say('The demo is filled anew, with dates from today. Start the office with: npm start')
  }
  await welcome(running)
  stopOnSignal(running)
}

async function welcome({ office, port }: Running): Promise<void> {
  say(`\nBofast runs at http://localhost:${port}`)
  if (!office.isDemo) return
  say('This is a demo: the people are invented, second factor and approval are off. Sign in as:')
  for (const { name, account, password, place } of (await readMeta<DemoSignIn[]>(office.pool, 'demo-sign-ins')) ?? [])
    say(`  ${place === 'field' ? 'phone' : 'desk '}  ${account} / ${password}  (${name})`)
  say('A browser is either a phone or a desk: use a private window for the other one.')
  if (!(await hasVisitAhead(office))) say('No planned visit lies ahead of today any more. Fill the demo anew with: npm run demo:fresh')
}

/** The first signal drains and stops; a second one does not wait. The database is stopped last, or adopted at the next start. */
function stopOnSignal(running: Running): void {
  let isStopping = false
  const stop = (): void => {
    if (isStopping) process.exit(1)
    isStopping = true
    log('stopping')
    running.stop().then(
      () => {
        log('stopped')
        process.exit(0)
      },
      () => process.exit(1),
    )
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

main().then(undefined, (error: unknown) => {
  process.stderr.write(
    error instanceof Fault ? `${error.message}\n` : `The office could not start (${codeOf(error) ?? 'internal fault'}).\n`,
  )
  process.exit(1)
})
