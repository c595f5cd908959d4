// Runs on any Node 18 or newer: makes the checkout ready (packages, the app's build, a browser), then leaves the work
// to the pinned Node in node_modules/.bin. Plain JavaScript, since an old Node cannot read TypeScript.
import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const at = (...parts) => join(root, ...parts)
const wanted = new Set(process.argv.slice(2))
const isWindows = process.platform === 'win32'

function run(command, args) {
  execFileSync(command, args, { cwd: root, stdio: 'inherit', shell: isWindows })
}

function npm(args) {
  const cli = process.env.npm_execpath
  if (cli) run(process.execPath, [cli, ...args])
  else run('npm', args)
}

function newest(place) {
  const found = statSync(place)
  if (!found.isDirectory()) return found.mtimeMs
  return readdirSync(place).reduce((latest, name) => Math.max(latest, newest(join(place, name))), 0)
}

function installPackages() {
  const key = createHash('sha256')
    .update(readFileSync(at('package-lock.json')) + process.platform + process.arch)
    .digest('hex')
  const stamp = at('node_modules', '.setup-stamp')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return
  console.log('Installing packages …')
  npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'])
  writeFileSync(stamp, key)
}

/** Some npm versions install the pinned Node without a link to it. */
function linkPinnedNode() {
  const name = `node-${isWindows ? 'win' : process.platform}-${process.arch}`
  const binary = at('node_modules', name, 'bin', 'node')
  const link = at('node_modules', '.bin', 'node')
  if (isWindows || existsSync(link) || !existsSync(binary)) return
  mkdirSync(at('node_modules', '.bin'), { recursive: true })
  symlinkSync(`../${name}/bin/node`, link)
}

/** The pinned binary is for glibc; where it cannot run, the caller's own Node must be new enough. */
function chooseNode() {
  const pinned = at('node_modules', '.bin', isWindows ? 'node.cmd' : 'node')
  if (existsSync(pinned)) {
    if (spawnSync(pinned, ['-v'], { shell: isWindows }).status === 0) return pinned
    for (const name of ['node', 'node.cmd', 'node.ps1']) rmSync(at('node_modules', '.bin', name), { force: true })
  }
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  console.error(`Node ${process.versions.node} is too old here and no pinned Node fits this machine: install Node 24 or newer.`)
  return process.exit(1)
}

function build(node) {
  const made = at('dist', 'service-worker.js')
  const built = existsSync(made) ? statSync(made).mtimeMs : 0
  const sources = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'].map((name) => newest(at(name)))
  if (Math.max(...sources) <= built) return
  console.log('Building the app …')
  run(node, [at('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'])
}

installPackages()
linkPinnedNode()
const node = chooseNode()
if (wanted.has('--build')) build(node)
if (wanted.has('--browser')) run(node, [at('scripts', 'browser.ts'), '--install'])
