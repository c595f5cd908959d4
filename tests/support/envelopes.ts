// What must hold of a phone's store after anything: whoever lies in the outbox or on the shelf has its envelope, and no
// envelope lies there for nobody.

import { expect } from 'vitest'
import { stored } from './browser.ts'

export async function everyEnvelopeIsSomeones(): Promise<void> {
  for (const { name = '' } of await indexedDB.databases()) {
    if (!name.startsWith('v-')) continue
    const [outbox, shelf, envelopes] = await Promise.all(
      ['outbox', 'shelf', 'envelope'].map(async (store) => ((await stored(name, store)) as { id: string }[]).map(({ id }) => id)),
    )
    expect(envelopes?.sort()).toEqual([...(outbox ?? []), ...(shelf ?? [])].sort())
  }
}
