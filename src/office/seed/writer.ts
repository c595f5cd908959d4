// One person's pen in one lane at one moment. It turns typed registers into changes with fresh random ids, and remembers
// what stands, so that a later write names what it replaces (`over`) and a signature covers what was shown.

import { createHash } from 'node:crypto'
import { agreedFields } from '#domain/frozen.ts'
import { type Id, type Instant, id, instant, type Json, type LaneId, type LaneKind, laneOf } from '#domain/ids.ts'
import { type Fields, type KnownType, patch, type RecordType } from '#domain/records.ts'
import type { Field } from '#domain/register.ts'
import type { SeedOffice } from '../seed-port.ts'

type Registers<T extends KnownType> = Partial<Fields[T] & { void: { reason: string } }>
export type Plain = Readonly<Record<Field, Json>>

interface More {
  /** Registers of DOMAIN.md 2 that no screen types yet. */
  readonly also?: Plain
  /** A record whose id is already known, like the notice of its own lane. */
  readonly rec?: Id
  /** The record is a root of its own: a contribution to a visit. */
  readonly isRoot?: boolean
  /** The plan a goal or measure belongs to: signed with it. */
  readonly root?: Id
}

export interface Writer {
  readonly add: <T extends KnownType>(type: T, set: Registers<T>, more?: More) => Promise<Id>
  /** Replaces what stands. */
  readonly set: <T extends KnownType>(type: T, rec: Id, set: Registers<T>, also?: Plain) => Promise<void>
  /** Written without having seen what stands, as when two were offline: both are kept. */
  readonly unseen: <T extends KnownType>(type: T, rec: Id, set: Registers<T>) => Promise<void>
  /** A record of a type that holds plain registers. */
  readonly plain: (type: RecordType, set: Plain, rec?: Id) => Promise<Id>
  /** «Feilført», by somebody who has seen all of it. */
  readonly strike: (type: RecordType, rec: Id, reason: string) => Promise<void>
  readonly sign: (type: RecordType, root: Id) => Promise<void>
}

/** `root`: what is written belongs to this contribution and is signed with it. */
export type Pens = (actor: Id, lane: LaneId, at: Instant, root?: Id) => Writer

interface Standing {
  readonly type: RecordType
  readonly root: Id | undefined
  readonly heads: Map<Field, readonly Id[]>
}

export function pens(office: SeedOffice): Pens {
  const standing = new Map<Id, Standing>()
  const moment = moments()
  return (actor, lane, at, root) => {
    const put = async (type: RecordType, rec: Id, values: Plain, seesAll: boolean, of = root): Promise<Id> => {
      const known: Standing = standing.get(rec) ?? { type, root: of, heads: new Map() }
      standing.set(rec, known)
      const change = office.newId()
      const set: Record<Field, { v: Json; over: Id[] }> = {}
      for (const [field, v] of Object.entries(values)) {
        const before = known.heads.get(field) ?? []
        set[field] = { v, over: seesAll ? [...before] : [] }
        known.heads.set(field, seesAll ? [change] : [...before, change])
      }
      const rooted = known.root ? { root: known.root } : {}
      await office.append({ id: change, lane, rec, type, kind: 'set', set, at: moment(at), ...rooted }, actor)
      return rec
    }
    return {
      add: (type, set, more = {}) => {
        const rec = more.rec ?? office.newId()
        return put(type, rec, { ...patch(lane, type, rec, set).set, ...more.also }, true, more.isRoot ? rec : (more.root ?? root))
      },
      set: async (type, rec, set, also = {}) => void (await put(type, rec, { ...patch(lane, type, rec, set).set, ...also }, true)),
      unseen: async (type, rec, set) => void (await put(type, rec, patch(lane, type, rec, set).set, false)),
      plain: (type, set, rec = office.newId()) => put(type, rec, set, true),
      strike: async (type, rec, reason) => {
        const over = [...(standing.get(rec)?.heads.values() ?? [])].flat()
        const set = { void: { v: { reason }, over } }
        await office.append({ id: office.newId(), lane, rec, type, kind: 'set', set, at: moment(at) }, actor)
      },
      sign: async (type, rec) => {
        const covers = coversOf(rec, standing)
        await office.append({ id: office.newId(), lane, rec, type, root: rec, kind: 'sign', covers, at: moment(at) }, actor)
      },
    }
  }
}

/** Record, agreed register, and the heads that stand: for the whole root, as it was shown. */
function coversOf(root: Id, standing: ReadonlyMap<Id, Standing>) {
  const shown = [...standing].filter(([rec, record]) => rec === root || record.root === root)
  return Object.fromEntries(
    shown.map(([rec, { type, heads }]) => [
      rec,
      Object.fromEntries([...heads].filter(([field]) => isAgreed(type, field)).map(([field, ids]): [Field, Id[]] => [field, [...ids]])),
    ]),
  )
}
const isAgreed = (type: RecordType, field: Field): boolean => agreedFields(type, { [field]: [] }).includes(field)

/** Things written in the same minute keep their order by the milliseconds. */
function moments(): (at: Instant) => Instant {
  const used = new Map<Instant, number>()
  return (at) => {
    const n = used.get(at) ?? 0
    used.set(at, n + 1)
    return instant(at.replace(/\.000Z$/, `.${String(n).padStart(3, '0')}Z`))
  }
}

/** The lane of a demo home: told by the random id of the office and the name, so that a later step finds it again. */
export const laneNamed = (office: SeedOffice, kind: LaneKind, name: string): LaneId =>
  laneOf(kind, id(createHash('sha256').update(`${office.officeId}/${kind}/${name}`).digest().subarray(0, 16).toString('base64url')))
