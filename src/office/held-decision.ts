// A person's word about a held change (DESIGN.md 3, Guards): release applies it on a coordinator's word, with the author
// still its author; addendum lays what came after a signature beside what was signed; close leaves it where it lies.
// Nothing is deleted, and every word is kept with who said it and why.

import type { Id, LaneId } from '#domain/ids.ts'
import { decisionsFor } from '#sync/custody.ts'
import { type Change, SCHEMA } from '#sync/wire.ts'
import type { HeldDecision } from '#sync/wire-doors.ts'
import type { Acted } from './access-change.ts'
import { addendumOf } from './addendum.ts'
import { type KeptRaw, lockKept, retryAwaiting } from './awaiting.ts'
import { isPoison, type Tx, transaction } from './db.ts'
import { rederiveMatter } from './derive.ts'
import { openKept } from './enrolment.ts'
import { isPossible, mayDecide } from './held.ts'
import { append } from './journal.ts'
import type { Office, Promised } from './office.ts'
import { latestOf, type Standing, say, type Verdict } from './verdict.ts'

interface Decided {
  readonly acted: Acted
  readonly promised: Promised
}
/** Where it was decided, and what, when anything was. */
interface Outcome {
  readonly acted: Acted
  readonly lane?: LaneId | undefined
  readonly verdict?: Verdict
  readonly author?: Id
}

export async function decideHeld(office: Office, by: Id, asked: HeldDecision): Promise<Decided> {
  const { acted, lane, verdict, author } = await attempt(office, by, asked)
  if (lane && verdict) office.moved(lane)
  if (lane && verdict?.s === 'applied') await rederiveMatter(office, lane)
  const woken = lane && verdict?.s === 'applied' ? await retryAwaiting(office, lane) : []
  const isNew = lane !== undefined && verdict?.seq === 1
  return {
    acted,
    promised: {
      custody: acted === 'done' || verdict ? [asked.id, ...woken] : [],
      access: isNew ? [by, ...(author ? [author] : [])].map((user) => ({ user, lane })) : [],
    },
  }
}

/** Words that trip our own code or the database are bad, and stay held. */
async function attempt(office: Office, by: Id, asked: HeldDecision): Promise<Outcome> {
  try {
    return await transaction(office.pool, (tx) => decide(office, tx, by, asked))
  } catch (error) {
    if (!isPoison(error)) throw error
    return transaction(office.pool, async (tx) => {
      const last = await latestOf(tx, asked.id)
      const verdict: Verdict = { s: 'held', why: 'bad' }
      await say(tx, asked.id, (last?.n ?? 0) + 1, verdict, last?.lane ?? undefined)
      return { acted: 'not-possible', lane: last?.lane ?? undefined, verdict }
    })
  }
}

async function decide(office: Office, tx: Tx, by: Id, asked: HeldDecision): Promise<Outcome> {
  const { id, how, reason } = asked
  const kept = await lockKept(tx, id)
  const last = await latestOf(tx, id)
  if (!kept || !last || !(await mayDecide(office, tx, by, id))) return { acted: 'not-found' }
  if (isSaidBefore(last, by, asked)) return { acted: 'done' }
  if (!isOpen(last, asked)) return { acted: 'not-possible' }
  const found = how === 'close' || !kept.raw ? undefined : await openKept(office, tx, kept.enrol, kept.raw.toString())
  if (!isPossible(how, found, kept.user)) return { acted: 'not-possible' }
  const verdict = found ? await apply(office, tx, asked, by, kept, { ...found, id }) : closed(last)
  const lane = found?.lane ?? last.lane ?? undefined
  await say(tx, id, last.n + 1, verdict, lane, { by, how, reason })
  const isDone = verdict.s !== 'held' || verdict.why === 'awaits'
  return { acted: isDone ? 'done' : 'not-possible', lane, verdict, author: kept.user }
}

const closed = ({ why }: Standing): Verdict => ({ s: 'closed', ...(why ? { why } : {}) })

/** The same person says the same again: its answer was lost on the way. */
const isSaidBefore = (last: Standing, by: Id, { how }: HeldDecision): boolean =>
  last.by === by && last.how === how && (last.state !== 'held' || last.why === 'awaits')

/** What was closed may still be let through. */
function isOpen({ state, why }: Standing, { how }: HeldDecision): boolean {
  if (state !== 'held' && (state !== 'closed' || how === 'close')) return false
  return why !== null && decisionsFor(why).includes(how)
}

/** The guards of signatures still hold: what they say stands as the new reason. */
async function apply(office: Office, tx: Tx, { how }: HeldDecision, by: Id, kept: KeptRaw, change: Change): Promise<Verdict> {
  const what = how === 'addendum' ? { ...(await addendumOf(tx, change)), schema: SCHEMA } : change
  return append(office, tx, { change: what, actor: kept.user, releasedBy: by, ...(kept.enrol ? { enrol: kept.enrol } : {}) })
}
