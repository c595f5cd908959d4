// The ledger: what must stay so whatever happens to the database — erasures, revocations, ended grants, raised
// protection, and enrolments with their wrapped keys, so that a phone of yesterday can still prove itself to a database
// of last week. Ids and codes only. Append-only lines, each on disk before it is acted upon, chained by hash; one file
// for each life of the office (DESIGN.md 6).

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { type Id, isId, isLaneId, type LaneId } from '#domain/ids.ts'
import { Fault } from '../fault.ts'
import { newId } from '../new-id.ts'
import { now } from '../office.ts'
import { makeFolder } from '../postgres-binaries.ts'
import { syncFolder } from './frames.ts'

const id = v.custom<Id>(isId)
const lane = v.custom<LaneId>(isLaneId)
const text = v.string()
const Entry = v.variant('what', [
  v.object({ what: v.literal('open'), office: id, after: v.array(text) }),
  /** ids null: the whole lane. `owners`: [id, user, enrolment] of each change that was known. */
  v.object({
    what: v.literal('erase'),
    entry: id,
    lane,
    by: id,
    ids: v.nullable(v.array(id)),
    owners: v.array(v.tuple([id, id, v.nullable(id)])),
    /** [draft, user] of the half-written words that go with it; an early entry names none. */
    drafts: v.exactOptional(v.array(v.tuple([id, id]))),
  }),
  v.object({ what: v.literal('revoke'), enrol: id, by: v.nullable(id) }),
  v.object({ what: v.literal('disable'), user: id }),
  v.object({ what: v.literal('supersede'), enrol: id, by: id }),
  v.object({ what: v.literal('end'), user: id, lane, view: v.number() }),
  v.object({ what: v.literal('protect'), lane, on: v.boolean() }),
  v.object({ what: v.literal('enrol'), enrol: id, user: id, kind: text, kid: v.number(), iv: text, ct: text, cookie: text }),
])
export type LedgerEntry = v.InferOutput<typeof Entry>
export type Of<W extends LedgerEntry['what']> = Extract<LedgerEntry, { what: W }>

export interface Ledger {
  /** On disk when it resolves; what stands there already in the same words is not written twice. */
  readonly write: (entries: readonly LedgerEntry[]) => Promise<void>
  readonly close: () => Promise<void>
}

interface Line {
  readonly at: string
  readonly entry: LedgerEntry
  readonly hash: string
}
interface LedgerFile {
  readonly name: string
  readonly lines: readonly Line[]
  readonly isWhole: boolean
}

const hashOf = (previous: string, body: string): string => createHash('sha256').update(previous).update(body).digest('hex')
const START = '0'.repeat(64)

/** What is written first is found again first: names begin with the time. */
const namesIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.ledger'))
        .sort()
    : []

const filesIn = (folder: string): readonly LedgerFile[] => namesIn(folder).map((name) => readLedgerFile(folder, name))

function readLedgerFile(folder: string, name: string): LedgerFile {
  const texts = readFileSync(join(folder, name), 'utf8').split('\n')
  const lines: Line[] = []
  let previous = START
  for (const [i, line] of texts.entries()) {
    if (line === '' && i === texts.length - 1) continue
    const read = lineFrom(line, previous)
    // A last line without its end was never acted upon.
    if (!read) return { name, lines, isWhole: i === texts.length - 1 }
    lines.push(read)
    previous = read.hash
  }
  return { name, lines, isWhole: true }
}

function lineFrom(text: string, previous: string): Line | undefined {
  const [hash, body] = [text.slice(0, 64), text.slice(65)]
  if (hashOf(previous, body) !== hash) return undefined
  try {
    const { at, entry } = JSON.parse(body)
    const parsed = v.safeParse(Entry, entry)
    return parsed.success ? { at: String(at), entry: parsed.output, hash } : undefined
  } catch {
    return undefined
  }
}

const officeOf = ({ lines }: LedgerFile): Id | undefined => {
  const first = lines[0]?.entry
  return first?.what === 'open' ? first.office : undefined
}

/** Everything that stands for this office, in the order of time. Throws a Fault when a line was changed or a file is missing. */
export function readLedger(folder: string, office: Id): readonly LedgerEntry[] {
  const files = filesIn(folder)
  const ends = new Set(files.map(({ lines }) => lines.at(-1)?.hash))
  for (const { name, lines, isWhole } of files) {
    const isFollowed = lines.every(({ entry }) => entry.what !== 'open' || entry.after.every((hash) => ends.has(hash)))
    if (!isWhole || !isFollowed) throw new Fault(`The ledger ${join(folder, name)} is not as it was written; restore it from a copy.`)
  }
  const lines = files.filter((file) => officeOf(file) === office).flatMap((file) => file.lines)
  return lines.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0)).map(({ entry }) => entry)
}

/** A new file that names the ends of those before it: none can be taken away unseen. Made when there is something to write. */
export async function openLedger(folder: string, office: Id): Promise<Ledger> {
  makeFolder(folder)
  const before = filesIn(folder)
  const known = new Map<string, string>()
  for (const { entry } of before.filter((file) => officeOf(file) === office).flatMap(({ lines }) => lines))
    known.set(subjectOf(entry), JSON.stringify(entry))
  let pen: Pen | undefined
  const writeNow = async (entries: readonly LedgerEntry[]): Promise<void> => {
    const fresh = entries.filter((entry) => known.get(subjectOf(entry)) !== JSON.stringify(entry))
    if (fresh.length === 0) return
    pen ??= await begin(folder, { what: 'open', office, after: before.flatMap(({ lines }) => lines.at(-1)?.hash ?? []) })
    await pen.append(fresh)
    for (const entry of fresh) known.set(subjectOf(entry), JSON.stringify(entry))
  }
  let last: Promise<void> = Promise.resolve()
  return {
    write: (entries) => {
      last = last.catch(() => undefined).then(() => writeNow(entries))
      return last
    },
    close: async () => {
      await last.catch(() => undefined)
      await pen?.close()
    },
  }
}

interface Pen {
  readonly append: (entries: readonly LedgerEntry[]) => Promise<void>
  readonly close: () => Promise<void>
}

async function begin(folder: string, first: LedgerEntry): Promise<Pen> {
  const file = await open(join(folder, `${now().replaceAll(/[:.]/g, '-')}-${newId()}.ledger`), 'ax', 0o600)
  let previous = START
  const append = async (entries: readonly LedgerEntry[]): Promise<void> => {
    let lines = ''
    for (const entry of entries) {
      const body = JSON.stringify({ at: now(), entry })
      previous = hashOf(previous, body)
      lines += `${previous} ${body}\n`
    }
    await file.appendFile(lines)
    await file.sync()
  }
  await append([first])
  await syncFolder(folder)
  return { append, close: () => file.close() }
}

/** What an entry is about: a later one about the same replaces it. */
function subjectOf(entry: LedgerEntry): string {
  switch (entry.what) {
    case 'open':
      return 'open'
    case 'erase':
      return `erase ${entry.entry}`
    case 'end':
      return `end ${entry.user} ${entry.lane} ${entry.view}`
    case 'disable':
      return `disable ${entry.user}`
    case 'protect':
      return `protect ${entry.lane}`
    case 'revoke':
    case 'supersede':
    case 'enrol':
      return `${entry.what} ${entry.enrol}`
  }
}
