// Where one run of the tests keeps its filled offices (templates.ts); called by the config of vitest and of Playwright,
// whose workers inherit the name. Gone when the run ends.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export function makeTemplatesFolder(): void {
  if (process.env.BOFAST_TEMPLATES) return
  const folder = mkdtempSync(join(tmpdir(), 'bofast-templates-'))
  chmodSync(folder, 0o711) // the database's own user passes through it when the tests run as root
  process.env.BOFAST_TEMPLATES = folder
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
}
