// The office's guards, decided in lane order (DESIGN.md 3): apply, or hold for a person; there is no rejection.
// Pure: the office hands in what it found under the lane's lock.

import { mayCreateLane, mayWriteField, type Writer } from '#domain/access.ts'
import { type Copy, isCovered, namedByCopy } from '#domain/consent-wall.ts'
import { agreedFields, staysOpen } from '#domain/frozen.ts'
import type { Id } from '#domain/ids.ts'
import { decidedIn, isAnsweredIn } from '#domain/presence-wall.ts'
import { type Field, headsOf, type RecordRow } from '#domain/register.ts'
import { type Change, type HeldReason, SCHEMA } from './wire.ts'

export interface Standing {
  readonly writer: Writer
  readonly laneExists: boolean
  /** The record as folded now; undefined when this change is its first. */
  readonly row: RecordRow | undefined
  /** Every record of the change's root, folded now; for a signature and for what it freezes. */
  readonly rootRows: readonly RecordRow[]
  /** Does the journal of this lane hold a change with this id? */
  readonly isApplied: (id: Id) => boolean
  /** For a copy given to a member: every consent, the member and what was shown; for a decision its meeting (`sharingOf`). */
  readonly sharing?: readonly RecordRow[]
  /** A coordinator has let it through: the guards of access and field are lifted, all others hold. */
  readonly isReleased?: boolean
}

export type Judgement = { readonly s: 'applied' } | { readonly s: 'held'; readonly why: HeldReason }

const held = (why: HeldReason): Judgement => ({ s: 'held', why })

export function judge(change: Change, standing: Standing): Judgement {
  if (change.schema > SCHEMA) return held('later')
  const writer = withLane(change, standing)
  if (!writer) return held('grant')
  if (change.kind === 'sign') return judgeSign(change, standing)
  if (change.kind !== 'set' || !change.set) return held('bad')
  if (standing.row && standing.row.type !== change.type) return held('bad')
  if (!standing.isReleased && isFieldClosed(writer, change, standing.row)) return held('field')
  if (isFrozen(change, standing)) return held('signed')
  if (isTooEarly(change, standing)) return held('awaits')
  return standing.isReleased || isCovered(copyIn(change), standing.sharing ?? []) ? { s: 'applied' } : held('consent')
}

/** What a change says was given to whom; nothing, unless it is a copy. */
const copyIn = ({ type, set = {} }: Change): Copy =>
  type === 'copyGiven'
    ? { kind: set.kind?.v, member: set.member?.v, items: set.items?.v, on: set.on?.v }
    : { kind: undefined, member: undefined, items: undefined, on: undefined }

/** Beside every consent of the lane, what the office must have at hand to judge this change; undefined = nothing. */
export function sharingOf(change: Change): readonly Id[] | undefined {
  const copy = copyIn(change)
  const meeting = decidedIn(change)
  if (copy.member === undefined || copy.member === null) return meeting === undefined ? undefined : [meeting]
  return namedByCopy(copy)
}

/** A decision about the resident waits until it is answered whether he was there; then it goes in by itself. */
function isTooEarly(change: Change, { row, sharing = [] }: Standing): boolean {
  const meeting = decidedIn(change)
  return meeting !== undefined && !isAnsweredIn(row?.id === meeting ? row : sharing.find(({ id }) => id === meeting))
}

const isFieldClosed = (writer: Writer, { type, set = {} }: Change, row: RecordRow | undefined): boolean =>
  Object.entries(set).some(([field, write]) => !mayWriteField(writer, type, field, write.v, row))

/** Access, or the right to make this lane (its author then gets access). */
function withLane(change: Change, standing: Standing): Writer | undefined {
  if (standing.isReleased) return { ...standing.writer, laneRole: 'coordinator' }
  if (standing.writer.laneRole) return standing.writer
  return !standing.laneExists && mayCreateLane(standing.writer.roles, change.lane)
    ? { ...standing.writer, laneRole: 'coordinator' }
    : undefined
}

/** Agreed words are frozen once signed; what stays open is a table (domain/frozen.ts). */
function isFrozen(change: Change, standing: Standing): boolean {
  const frozen = standing.row?.frozen ?? standing.rootRows.find((row) => row.id === change.root)?.frozen
  return frozen !== undefined && Object.keys(change.set ?? {}).some((field) => !staysOpen(change.type, field))
}

function judgeSign(change: Change, standing: Standing): Judgement {
  const covers = change.covers ?? {}
  const named = Object.values(covers).flatMap((fields) => Object.values(fields).flat())
  if (named.length === 0 || !standing.row) return held(named.length === 0 ? 'bad' : 'awaits')
  if (named.some((id) => !standing.isApplied(id))) return held('awaits')
  return coversAll(covers, standing.rootRows) ? { s: 'applied' } : held('stale-sign')
}

/** Exactly the standing heads of every agreed register of every record of the root, no more and no less. */
function coversAll(covers: Readonly<Record<string, Readonly<Record<Field, readonly Id[]>>>>, rows: readonly RecordRow[]): boolean {
  if (Object.keys(covers).length !== rows.length) return false
  return rows.every((row) => {
    const fields = covers[row.id]
    const agreed = agreedFields(row.type, row.regs)
    if (!fields || Object.keys(fields).length !== agreed.length) return false
    return agreed.every((field) =>
      sameIds(
        fields[field] ?? [],
        headsOf(row, field).map((head) => head.by),
      ),
    )
  })
}

const sameIds = (a: readonly Id[], b: readonly Id[]): boolean => a.length === b.length && [...a].sort().join() === [...b].sort().join()
