// The same house with one thing wrong in it, each a small override of one function or one step. Every one of them was,
// or could have been, somebody's honest idea. The rules must catch each; where one does no harm, the reason is written.

import type { Entry } from '#sync/fold.ts'
import type { LaneAnswer } from '#sync/receive.ts'
import { type Glue, HEALTHY, type Parts, PRODUCT } from './parts.ts'

export interface Variant {
  readonly name: string
  readonly parts: Parts
}
const without = (...steps: readonly (keyof Glue)[]): Parts => ({
  ...HEALTHY,
  glue: { ...HEALTHY.glue, ...Object.fromEntries(steps.map((step) => [step, false])) },
})
const having = (some: Partial<typeof PRODUCT>): Parts => ({ ...HEALTHY, ...some })
const newest = (entries: readonly Entry[]): readonly Entry[] => {
  const byField = new Map<string, Entry>()
  for (const entry of entries)
    for (const field of Object.keys(entry.change.set ?? {})) {
      const there = byField.get(field)
      if (!there || there.change.at <= entry.change.at) byField.set(field, entry)
    }
  return entries.filter((entry) => entry.change.kind === 'sign' || [...byField.values()].includes(entry))
}
const settledBySeq: typeof PRODUCT.onLane = (answer, outbox, shelf, now) => {
  const known = outbox.filter((item) => item.lane === answer.lane && item.state === 'custody').map((item) => item.id)
  return PRODUCT.onLane({ ...answer, mine: [...answer.mine, ...known] }, outbox, shelf, now)
}
const noReset = <A extends LaneAnswer>(answer: A): A => ({ ...answer, mode: answer.mode === 'reset' ? 'snap' : answer.mode })

/** Skips what it cannot read, and goes on. */
const deaf: typeof PRODUCT.receiver = () => {
  const receive = PRODUCT.receiver()
  return (line) => (line ? receive(line) : undefined)
}

export const BROKEN: readonly Variant[] = [
  { name: 'ids come from a counter', parts: without('randomIds') },
  { name: 'the last writer wins', parts: having({ foldRecord: (lane, rec, entries) => PRODUCT.foldRecord(lane, rec, newest(entries)) }) },
  { name: 'over is taken when saving', parts: without('seenAtOpen') },
  {
    name: 'over does not reach behind own unsettled writes',
    parts: having({ patchToChange: (patch, stamp, _unsettled, finishes) => PRODUCT.patchToChange(patch, stamp, [], finishes) }),
  },
  { name: 'removed from the outbox at send', parts: without('keepAtSend') },
  { name: 'settled by sequence', parts: having({ onLane: settledBySeq }) },
  { name: 'settled by the acknowledgement', parts: without('settleByRow') },
  {
    name: 'settled without the row',
    parts: having({
      onKnown: (item, known, asked, now) =>
        PRODUCT.onKnown(
          item.state === 'sent' && known.s === 'applied' ? { ...item, state: 'custody' } : item,
          known,
          { states: new Map([[item.id, 'custody'], ...(item.state === 'sent' ? [] : asked.states)]), isWhole: true },
          now,
        ),
    }),
  },
  { name: 'no shelf', parts: without('shelf') },
  {
    name: 'no chain in the lanes',
    parts: having({ laneMode: (cursor, _here, view) => (cursor ? (cursor[2] === view ? 'delta' : 'snap') : 'snap') }),
  },
  {
    name: 'a reset offers nothing again',
    parts: having({
      onLane: (answer, outbox, shelf, now) => PRODUCT.onLane(noReset(answer), outbox, shelf, now),
      onReceipts: (line, outbox, shelf) =>
        PRODUCT.onReceipts(
          { ...line, mode: 'delta' },
          outbox,
          shelf.filter((item) => line.ids.includes(item.id)),
        ),
    }),
  },
  {
    name: 'no receipts',
    parts: having({
      receiptsMode: () => 'delta',
      onReceipts: () => ({ putOutbox: [], dropOutbox: [], putShelf: [], dropShelf: [] }),
      receiptsFit: () => true,
    }),
  },
  { name: 'no compare-and-set', parts: having({ fits: () => true }) },
  { name: 'absence means gone', parts: without('absenceIsNothing') },
  { name: 'poison blocks the queue', parts: without('poisonIsHeld') },
  { name: 'poison is dropped', parts: without('poisonIsKept') },
  { name: 'what is forbidden is dropped', parts: without('forbiddenIsHeld') },
  { name: 'drafts are dropped with the case', parts: without('draftsAreParked') },
  {
    name: 'one office-wide cursor',
    parts: { ...without('cursorPerLane'), laneMode: (cursor, _here, view) => (cursor && cursor[2] === view ? 'delta' : 'snap') },
  },
  { name: 'the cursor is written before the rows', parts: without('cursorWithRows') },
  { name: 'the ledger lies inside the database', parts: without('ledgerOutside') },
  { name: 'erased ids are forgotten when the restored database never saw them', parts: without('erasedUnknownToo') },
  { name: 'erasing a write forgets what it had replaced', parts: without('erasureKeepsOrder') },
  { name: 'an erasure does not move the lane', parts: without('erasureMoves') },
  {
    name: 'a signature without covers',
    parts: having({
      judge: (change, standing) =>
        change.kind === 'sign' && standing.row && standing.writer.laneRole ? { s: 'applied' } : PRODUCT.judge(change, standing),
    }),
  },
  {
    name: 'a signature that freezes nothing',
    parts: having({
      judge: (change, standing) =>
        PRODUCT.judge(change, {
          ...standing,
          row: standing.row && ({ ...standing.row, frozen: undefined } as never),
          rootRows: standing.rootRows.map(({ frozen: _frozen, ...row }) => row),
        }),
    }),
  },
  { name: 'own work leaves the view at the acknowledgement', parts: without('viewUntilSettled') },
  { name: 'a portal is trusted', parts: without('portalIsOffline') },
  { name: 'an idle draft is applied as a value', parts: without('draftIsNoValue') },
  {
    name: 'a change of view is ignored',
    parts: having({ laneMode: (cursor, here, view) => PRODUCT.laneMode(cursor && [cursor[0], cursor[1], view], here, view) }),
  },
  { name: 'gone is obeyed before the receipts', parts: without('goneAfterReceipts') },
  { name: 'a lane is given up before what is offered again has arrived', parts: having({ toGiveUp: (lanes) => lanes }) },
  { name: 'replaced after a send was tried', parts: having({ replaceable: (items) => items.map((item) => item.id) }) },
  { name: 'replaced though another change names it', parts: without('namedStays') },
  { name: 'an older revision of a parked draft wins', parts: without('newestParkedWins') },
  { name: 'a lane with an unreadable line passes for whole', parts: having({ receiver: deaf }) },
  {
    name: 'what the office knows is obeyed though the change has moved',
    parts: having({
      onKnown: (item, known, asked, now) => PRODUCT.onKnown(item, known, { ...asked, states: new Map([[item.id, item.state]]) }, now),
    }),
  },
  {
    name: 'a snapshot is laid over the old rows',
    parts: having({ applied: (answer, before) => PRODUCT.applied({ ...answer, mode: 'delta' }, before) }),
  },
  { name: 'a release changes the author', parts: without('releaseKeepsAuthor') },
  { name: 'the shelf is pruned by one backup', parts: without('twoBackups') },
  {
    name: 'the shelf is pruned by age alone',
    parts: having({
      offShelf: (shelf, _safe, now) =>
        PRODUCT.offShelf(
          shelf.map((item) => ({ ...item, rseq: 1 })),
          1,
          now,
        ),
    }),
  },
  { name: 'the same id from another person is the same change', parts: having({ firstLook: (there) => (there ? 'stored' : 'new') }) },
]

/** Need two or three rare things at once: looked for in the long run only. */
export const RARE: readonly Variant[] = [
  { name: 'the receipt log looks the same after a restore', parts: without('saltedReceipts') },
  { name: 'drafts parked once are not parked again with the case', parts: without('parkedAgain') },
  { name: 'an erasure leaves the draft of what it erases', parts: without('erasesDrafts') },
  { name: 'a restored office gives a view number twice', parts: without('freshViews') },
]

/** No rule can be broken by these, and why. */
export const HARMLESS: readonly (Variant & { readonly because: string })[] = [
  {
    name: 'an older revision of a parked draft is sent too',
    parts: having({ supersededParked: () => [] }),
    because: 'an older revision of a parked draft that is sent too changes nothing: the office keeps the highest, whatever the order',
  },
]
