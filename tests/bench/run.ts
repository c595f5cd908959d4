// `npm run bench`: the figures of DESIGN.md 11 that concern this step, printed as ratios and sizes from one run on one
// machine. It prints and never judges: machines are noisy.

import { coldStart } from './cold-start.ts'
import { saving } from './saving.ts'
import { sizes } from './sizes.ts'

const PARTS = { sizes, saving, coldStart }
const only = process.argv.find((arg) => arg.startsWith('--only='))?.slice(7)
for (const [name, part] of Object.entries(PARTS)) {
  if (only !== undefined && only !== name) continue
  for (const line of await part()) console.log(line)
}
