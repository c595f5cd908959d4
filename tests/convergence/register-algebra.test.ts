// Ten thousand random histories of one record, written by several devices that see different things at different times,
// through the product's own change, judge and fold. The seed is printed; give SEED to run one again.

import { expect, test } from 'vitest'
import { type Id, id, instant, laneId } from '#domain/ids.ts'
import type { RecordRow, Seen } from '#domain/register.ts'
import { seenOf } from '#domain/register.ts'
import { overFor, patchToChange, type Stamp } from '#sync/change.ts'
import { type Entry, foldRecord, layer } from '#sync/fold.ts'

const HISTORIES = Number(process.env.HISTORIES ?? 10_000)
const SEED = Number(process.env.SEED ?? 20261122)
const FIELDS = ['displayName', 'phone'] as const
const lane = laneId('case/AAAAAAAAAAAAAAAAAAAAAA')
const rec = id('BBBBBBBBBBBBBBBBBBBBBB')

/** A small seeded generator (mulberry32): the same seed is the same history on every machine. */
function chances(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

interface Device {
  readonly user: Id
  /** The office's row as last pulled, and how far. */
  row: RecordRow | undefined
  pulled: number
  pending: Entry[]
  sent: Entry[]
  /** An editor left open: what it showed when it opened. */
  editor: { readonly seen: Seen; readonly field: string; readonly shown: readonly Id[] } | undefined
}
/** What a person had on the screen when writing, for the oracle: everything that was in its shown heads' past. */
interface Fact {
  readonly entry: Entry
  readonly field: string
  readonly shown: readonly Id[]
}

function history(seed: number) {
  const chance = chances(seed)
  const below = (n: number): number => Math.floor(chance() * n)
  let made = 0
  const stamp = (): Stamp => ({
    newId: () => id(`${(made++).toString(36)}`.padStart(22, 'x')),
    at: instant(`2026-11-${String(1 + below(28)).padStart(2, '0')}T10:00:00Z`), // clocks are wrong, and must not matter
    tz: 'Europe/Oslo',
    skewMs: null,
    app: 'test',
  })
  const journal: Entry[] = []
  const facts: Fact[] = []
  const devices: Device[] = Array.from({ length: 2 + below(3) }, (_, i) => ({
    user: id(`u${i}`.padStart(22, 'y')),
    row: undefined,
    pulled: 0,
    pending: [],
    sent: [],
    editor: undefined,
  }))

  const view = (device: Device): RecordRow | undefined => layer(new Map(device.row ? [[rec, device.row]] : []), device.pending).get(rec)

  function open(device: Device): void {
    const row = view(device)
    const field = FIELDS[below(FIELDS.length)] ?? 'phone'
    device.editor = { seen: seenOf(row), field, shown: (row?.regs[field] ?? []).map((head) => head.by) }
  }
  function save(device: Device): void {
    if (!device.editor) return
    const { seen, field, shown } = device.editor
    const unsettled = device.pending.map((entry) => entry.change)
    const change = patchToChange({ lane, rec, type: 'resident', set: { [field]: `v${made}` }, seen }, stamp(), unsettled)
    const entry: Entry = { change, actor: device.user, seq: 0 }
    device.pending.push(entry)
    facts.push({ entry, field, shown })
    if (chance() < 0.7) device.editor = undefined
  }
  /** Arrives once, in the order of sending mostly, twice sometimes. */
  function send(device: Device): void {
    const waiting = device.pending.filter((entry) => !journal.some((there) => there.change.id === entry.change.id))
    const some = waiting.slice(0, below(waiting.length + 1))
    for (const entry of chance() < 0.2 ? some.reverse() : some) journal.push({ ...entry, seq: journal.length + 1 })
  }
  function pull(device: Device): void {
    device.row = foldRecord(lane, rec, journal)
    device.pulled = journal.length
    device.pending = device.pending.filter((entry) => !journal.some((there) => there.change.id === entry.change.id))
  }

  const acts = [open, open, save, save, send, pull]
  for (let step = 0; step < 30; step++) {
    const device = devices[below(devices.length)]
    if (device) acts[below(acts.length)]?.(device)
  }
  for (const device of devices)
    while (device.pending.some((entry) => !journal.some((there) => there.change.id === entry.change.id))) send(device)
  for (const device of devices) pull(device)
  return { journal, facts, devices, chance }
}

/** Fisher and Yates, with doubles thrown in. */
function shuffled<T>(all: readonly T[], chance: () => number): T[] {
  const mixed = [...all, ...all.filter(() => chance() < 0.2)]
  for (let i = mixed.length - 1; i > 0; i--) {
    const j = Math.floor(chance() * (i + 1))
    const [a, b] = [mixed[i], mixed[j]]
    if (a !== undefined && b !== undefined) [mixed[i], mixed[j]] = [b, a]
  }
  return mixed
}

test(`${HISTORIES} histories: every device and every order agree, and nothing unseen is replaced`, { timeout: 240_000 }, () => {
  process.stdout.write(`register algebra: SEED=${SEED}\n`)
  for (let n = 0; n < HISTORIES; n++) {
    const { journal, facts, devices, chance } = history(SEED + n)
    const standing = foldRecord(lane, rec, journal)
    const where = `SEED=${SEED + n} HISTORIES=1`
    if (JSON.stringify(foldRecord(lane, rec, shuffled(journal, chance))?.regs) !== JSON.stringify(standing?.regs))
      throw new Error(`order matters: ${where}`)
    for (const device of devices)
      if (JSON.stringify(device.row?.regs) !== JSON.stringify(standing?.regs)) throw new Error(`devices differ: ${where}`)
    for (const fault of unseenReplaced(facts)) throw new Error(`${fault}: ${where}`)
    for (const fault of lost(facts, standing)) throw new Error(`${fault}: ${where}`)
  }
})

/** A write may name only what its editor showed, or what those (by the same hand) had replaced before. */
function* unseenReplaced(facts: readonly Fact[]): Generator<string> {
  const byId = new Map(facts.map((fact) => [fact.entry.change.id, fact]))
  for (const fact of facts) {
    const allowed = new Set<Id>()
    const walk = (ids: readonly Id[]): void => {
      for (const one of ids) {
        if (allowed.has(one)) continue
        allowed.add(one)
        walk(byId.get(one)?.shown ?? [])
      }
    }
    walk(fact.shown)
    const over = fact.entry.change.set?.[fact.field]?.over ?? []
    if (over.some((one) => !allowed.has(one))) yield 'a write replaced what its writer had not seen'
    if (fact.shown.some((one) => !over.includes(one))) yield 'a write did not replace what its writer saw'
  }
}

/** What nobody replaced stands; what stands was replaced by nobody. */
function* lost(facts: readonly Fact[], standing: RecordRow | undefined): Generator<string> {
  for (const field of FIELDS) {
    const writes = facts.filter((fact) => fact.field === field)
    const replaced = new Set(writes.flatMap((fact) => fact.entry.change.set?.[field]?.over ?? []))
    const expected = writes
      .map((fact) => fact.entry.change.id)
      .filter((one) => !replaced.has(one))
      .sort()
    const found = (standing?.regs[field] ?? []).map((head) => head.by).sort()
    if (JSON.stringify(expected) !== JSON.stringify(found)) yield 'a value was lost or came back'
  }
}

test('over reaches behind an own unsettled write, but not behind a settled one', () => {
  const [a, b] = [id('aaaaaaaaaaaaaaaaaaaaaa'), id('bbbbbbbbbbbbbbbbbbbbbb')]
  expect(overFor('phone', [a], [])).toEqual([a])
  expect(overFor('phone', [a, b], [])).toEqual([a, b])
})
