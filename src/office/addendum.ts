// What was written after a signature, laid beside what was signed (DESIGN.md 3: corrections are addenda). It carries the
// id of the change it stands for, so that this settles on its author's phone like any other.

import type { Id, Json } from '#domain/ids.ts'
import type { Change } from '#sync/wire.ts'
import type { Tx } from './db.ts'
import { newId } from './new-id.ts'

export async function addendumOf(tx: Tx, held: Change): Promise<Change> {
  const { id, v, schema, lane, at, tz, skewMs, app } = held
  const set = { of: { v: await signedRoot(tx, held), over: [] }, text: { v: wordsOf(held.set ?? {}), over: [] } }
  return { id, v, schema, lane, rec: newId(), type: 'addendum', kind: 'set', set, at, tz, skewMs, app }
}

/** What the signature froze: the screens show an addendum with it. */
async function signedRoot(tx: Tx, { lane, rec, root }: Change): Promise<Id> {
  if (root) return root
  const { rows } = await tx.query<{ root: Id | null }>('select root from record where lane = $1 and id = $2', [lane, rec])
  return rows[0]?.root ?? rec
}

/** The words as they were written, a line each; what is no text is named by its register. */
function wordsOf(set: NonNullable<Change['set']>): string {
  const lines = Object.entries(set).flatMap(([field, { v }]) => textsIn(v) ?? [`${field}: ${JSON.stringify(v)}`])
  return lines.join('\n')
}

/** A text; or an answer with what was said and noted (a StoredAnswer). Undefined: nothing a person would read as words. */
function textsIn(v: Json): readonly string[] | undefined {
  if (typeof v === 'string') return [v]
  if (typeof v !== 'object' || v === null || !('v' in v) || typeof v.v !== 'string') return undefined
  return typeof v.note === 'string' ? [v.v, v.note] : [v.v]
}
