// Step 4: the eight invented cases of DOMAIN.md 6.3, one per remaining route. Each holds at least one imperfect record.

import { attrapp } from './attrapp.ts'
import type { Seed } from './cast.ts'
import { fiktivstad } from './fiktivstad.ts'
import { kulisse } from './kulisse.ts'
import { monster } from './monster.ts'
import { prove } from './prove.ts'
import { skisse } from './skisse.ts'
import { testine } from './testine.ts'
import { utkast } from './utkast.ts'

export async function others(seed: Seed): Promise<void> {
  await testine(seed)
  await prove(seed)
  await fiktivstad(seed)
  await monster(seed)
  await attrapp(seed)
  await skisse(seed)
  await kulisse(seed)
  await utkast(seed)
}
