// Which backups there are and how far they keep the phones safe. A backup counts when it was read back and found whole:
// then a small file beside it says so. What a device may take off its shelf is what the second newest such backup holds,
// so that two hold it (DESIGN.md 4 and 6).

import { existsSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { type Id, type Instant, isId, isInstant } from '#domain/ids.ts'
import type { Queryable } from '../db.ts'
import type { Dumped } from './dump.ts'
import { syncFolder } from './frames.ts'

const Mark = v.object({
  at: v.custom<Instant>(isInstant),
  epoch: v.custom<Id>(isId),
  changes: v.number(),
  rseq: v.record(v.custom<Id>(isId), v.number()),
})
export interface Verified extends v.InferOutput<typeof Mark> {
  readonly path: string
}

const SUFFIX = '.bofast'
const markOf = (path: string): string => `${path}.verified.json`
export const backupName = (at: string, file: Id): string => `${at.replaceAll(/[:.]/g, '-')}-${file}${SUFFIX}`

/** Newest first. */
export const backupsIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(SUFFIX))
        .sort()
        .reverse()
        .map((name) => join(folder, name))
    : []

/** Newest first; one whose file is gone no longer counts. */
export const verifiedIn = (folder: string): readonly Verified[] =>
  backupsIn(folder)
    .flatMap((path) => {
      const mark = readMark(path)
      return mark ? [{ path, ...mark }] : []
    })
    .sort((a, b) => (a.at < b.at ? 1 : -1))

function readMark(path: string): v.InferOutput<typeof Mark> | undefined {
  try {
    const parsed = v.safeParse(Mark, JSON.parse(readFileSync(markOf(path), 'utf8')))
    return parsed.success ? parsed.output : undefined
  } catch {
    return undefined
  }
}

/** Call it only when the backup was read back and found whole. */
export async function markVerified(folder: string, { path, head, at, counts }: Dumped): Promise<void> {
  const unfinished = `${markOf(path)}.new`
  const handle = await open(unfinished, 'w', 0o600)
  await handle.writeFile(JSON.stringify({ at, epoch: head.epoch, changes: counts.changes, rseq: counts.rseq }))
  await handle.sync()
  await handle.close()
  renameSync(unfinished, markOf(path))
  await syncFolder(folder)
}

/** Each enrolment's mark goes to where the second newest backup of this life of the database holds it. */
export async function moveSafe(db: Queryable, folder: string, epoch: Id): Promise<void> {
  const second = verifiedIn(folder).filter((backup) => backup.epoch === epoch)[1]
  if (!second) return
  await db.query(
    `insert into safe_mark (enrol, rseq) select e.id, w.rseq from unnest($1::text[], $2::bigint[]) as w (id, rseq)
     join enrolment e on e.id = w.id where w.rseq > 0
     on conflict (enrol) do update set rseq = greatest(safe_mark.rseq, excluded.rseq)`,
    [Object.keys(second.rseq), Object.values(second.rseq)],
  )
}

const KEPT_DAYS = 35
const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000)

/** Older than 35 days goes, and with it what was erased since; the two newest verified always stay. */
export function rotate(folder: string): void {
  const stay = new Set(
    verifiedIn(folder)
      .slice(0, 2)
      .map(({ path }) => path),
  )
  for (const path of backupsIn(folder)) {
    if (stay.has(path) || statSync(path).mtime > daysAgo(KEPT_DAYS)) continue
    rmSync(path)
    rmSync(markOf(path), { force: true })
  }
  for (const name of readdirSync(folder)) {
    const path = join(folder, name) // what a killed backup left behind
    if (name.endsWith(`${SUFFIX}.new`) && statSync(path).mtime < daysAgo(1)) rmSync(path)
  }
}

/** Before this the recovery log is needed by no backup that stays; undefined: it is needed from its beginning. */
export function logNeededFrom(folder: string): Date | undefined {
  const second = verifiedIn(folder)[1]
  if (!second) return undefined
  const [needed, oldest] = [new Date(second.at), daysAgo(KEPT_DAYS)]
  return needed < oldest ? needed : oldest
}
