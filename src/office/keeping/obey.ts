// The database is made to agree with the ledger: at every start with what it has not heard of, after a restore with all
// of it. What was erased stays erased, also when it is offered again; revoked stays revoked; ended grants stay ended;
// protection stays raised; and a phone enrolled since the backup can prove itself again.

import { type Id, type LaneId, laneKind } from '#domain/ids.ts'
import { CHAIN_START } from '#sync/chain.ts'
import { type Pool, type Tx, transaction } from '../db.ts'
import type { Office } from '../office.ts'
import { carryOut } from './erasure.ts'
import type { LedgerEntry, Of } from './ledger.ts'

const REASON = 'ledger'

/** Resolves to how many entries changed something. */
export async function obeyLedger(office: Office, entries: readonly LedgerEntry[], isRestored: boolean): Promise<number> {
  const last = lastOfEach(entries)
  let count = 0
  for (const entry of last) if (entry.what === 'enrol') count += await enrolAgain(office, entry)
  for (const entry of last) count += await obey(office, entry, isRestored)
  return count
}

/** Of protection only what was said last counts; the same of a renewed cookie. */
function lastOfEach(entries: readonly LedgerEntry[]): readonly LedgerEntry[] {
  const protection = new Map<string, LedgerEntry>()
  for (const entry of entries) {
    if (entry.what === 'protect') protection.set(entry.lane, entry)
    if (entry.what === 'enrol') protection.set(entry.enrol, entry)
  }
  return [...entries.filter(({ what }) => what !== 'protect' && what !== 'enrol'), ...protection.values()]
}

async function obey(office: Office, entry: LedgerEntry, isRestored: boolean): Promise<number> {
  const { pool } = office
  const count = async (sql: string, values: readonly unknown[]): Promise<number> => (await pool.query(sql, [...values])).rowCount ?? 0
  switch (entry.what) {
    case 'open':
    case 'enrol':
      return 0
    case 'erase':
      return eraseAgain(office, entry, isRestored)
    case 'disable':
      return count('update account set disabled_at = now() where id = $1 and disabled_at is null', [entry.user])
    case 'revoke':
      return count('update enrolment set revoked_at = now(), revoked_by = $2, revoked_why = $3 where id = $1 and revoked_at is null', [
        ...[entry.enrol, entry.by, REASON],
      ])
    case 'supersede':
      return count('update enrolment set superseded_by = $2 where id = $1 and superseded_by is null', [entry.enrol, entry.by])
    case 'end':
      return count(
        'update access set ended_at = now(), ended_why = $4 where user_id = $1 and lane = $2 and view = $3 and ended_at is null',
        [entry.user, entry.lane, entry.view, REASON],
      )
    case 'protect':
      return isRestored && entry.on ? protect(pool, entry.lane) : 0
  }
}

/** An account that is gone too cannot get its phone back; its person enrols anew. */
async function enrolAgain({ id: office, pool }: Office, entry: Of<'enrol'>): Promise<number> {
  const bytes = [entry.iv, entry.ct, entry.cookie].map((text) => Buffer.from(text, 'base64'))
  const { rowCount } = await pool.query(
    `insert into enrolment (id, office, user_id, name, kind, kid, wrapped_iv, wrapped_ct, cookie_hash, rhash)
     select $1, $2, a.id, '', $4, $5, $6, $7, $8, $9 from account a where a.id = $3 on conflict do nothing`,
    [entry.enrol, office, entry.user, entry.kind, entry.kid, ...bytes, CHAIN_START],
  )
  return rowCount ?? 0
}

async function protect(pool: Pool, lane: LaneId): Promise<number> {
  const floor = await pool.query(
    `insert into protection_floor (lane) select $1 where not exists (select 1 from summary where lane = $1 and is_shielded)
     on conflict do nothing`,
    [lane],
  )
  await pool.query('update summary set is_shielded = false where lane = $1 and not is_shielded', [lane]) // the trigger raises it
  return floor.rowCount ?? 0
}

async function eraseAgain(office: Office, entry: Of<'erase'>, isRestored: boolean): Promise<number> {
  const known = await office.pool.query('select 1 from erasure where entry = $1', [entry.entry])
  if (known.rowCount === 1 && !isRestored) return 0
  await transaction(office.pool, async (tx) => {
    if (entry.ids === null) await closedLane(tx, office.id, entry.lane)
    await tombstones(tx, office.id, entry)
    await carryOut(office, tx, entry, REASON)
  })
  return 1
}

/** A case that the backup does not know is there, empty and closed, so that nobody's phone makes it anew. */
const closedLane = (tx: Tx, office: Id, lane: LaneId): Promise<unknown> =>
  tx.query('insert into lane (id, office, kind, head_hash) values ($1, $2, $3, $4) on conflict do nothing', [
    ...[lane, office, laneKind(lane), CHAIN_START],
  ])

/** Ids that the backup does not know are known as erased. */
async function tombstones(tx: Tx, office: Id, { owners, lane, by }: Of<'erase'>): Promise<void> {
  const [ids, users, enrols] = [owners.map(([id]) => id), owners.map(([, user]) => user), owners.map(([, , enrol]) => enrol)]
  const made = await tx.query<{ id: Id }>(
    `insert into custody (id, office, enrol, user_id, digest) select w.id, $1, w.enrol, w.user_id, ''::bytea
     from unnest($2::text[], $3::text[], $4::text[]) as w (id, user_id, enrol) on conflict do nothing returning id`,
    [office, ids, users, enrols],
  )
  await tx.query(`insert into verdict (id, n, state, lane, by) select id, 1, 'erased', $2, $3 from unnest($1::text[]) as w (id)`, [
    ...[made.rows.map(({ id }) => id), lane, by],
  ])
}
