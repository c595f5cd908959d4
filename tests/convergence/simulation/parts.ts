// What the simulation is put together of: the product's own functions, and the steps of glue around them that a broken
// variant may leave out. A variant overrides a function or a step; nothing else of the simulation changes.

import { inPlaceOf } from '#device/sessions.ts'
import * as change from '#sync/change.ts'
import * as custody from '#sync/custody.ts'
import * as fold from '#sync/fold.ts'
import * as judge from '#sync/judge.ts'
import * as plan from '#sync/lane-plan.ts'
import * as outbox from '#sync/outbox.ts'
import * as receive from '#sync/receive.ts'
import * as stores from '#sync/stores.ts'

export const PRODUCT = {
  patchToChange: change.patchToChange,
  signChange: change.signChange,
  restsOn: change.restsOn,
  inPlaceOf,
  firstLook: custody.firstLook,
  decisionsFor: custody.decisionsFor,
  foldRecord: fold.foldRecord,
  replacedBy: fold.replacedBy,
  layer: fold.layer,
  judge: judge.judge,
  laneMode: plan.laneMode,
  receiptsMode: plan.receiptsMode,
  nextState: outbox.nextState,
  receiver: receive.receiver,
  fits: receive.fits,
  receiptsFit: receive.receiptsFit,
  applied: receive.applied,
  onAnswer: stores.onAnswer,
  onLane: stores.onLane,
  onReceipts: stores.onReceipts,
  onKnown: stores.onKnown,
  offShelf: stores.offShelf,
  toGiveUp: outbox.toGiveUp,
  replaceable: outbox.replaceable,
  supersededParked: stores.supersededParked,
}

/** Glue: what device and office do around those functions. Each is on in the product; a variant turns one off. */
export const GLUE = {
  /** Ids are random, and never from a counter. */
  randomIds: true,
  /** `over` from what was shown when the editor opened. */
  seenAtOpen: true,
  /** An item stays in the outbox when its request leaves. */
  keepAtSend: true,
  /** An acknowledgement settles nothing. */
  settleByRow: true,
  shelf: true,
  /** What another change or a signature names is neither replaced nor taken back. */
  namedStays: true,
  /** Cursor and rows of a lane in one transaction. */
  cursorWithRows: true,
  /** A lane that is not mentioned is still here. */
  absenceIsNothing: true,
  /** One cursor for each lane. */
  cursorPerLane: true,
  /** Content that trips the office is held alone, and the rest of the batch goes on. */
  poisonIsHeld: true,
  poisonIsKept: true,
  /** What its author may not write is held. */
  forbiddenIsHeld: true,
  /** Drafts of a case taken away are parked before they go. */
  draftsAreParked: true,
  /** Then also those the office once had: a restored one may have lost them. */
  parkedAgain: true,
  /** The register of erasures survives the loss of the database. */
  ledgerOutside: true,
  /** Own work stays in view until its row comes back. */
  viewUntilSettled: true,
  /** Only the office's own answer counts. */
  portalIsOffline: true,
  /** A parked draft is no change. */
  draftIsNoValue: true,
  /** An erasure appends to the lane, so that every device hears of it. */
  erasureMoves: true,
  /** The receipt log is read before any lane is given up. */
  goneAfterReceipts: true,
  /** The highest revision of a parked draft stands. */
  newestParkedWins: true,
  /** What is released keeps its author. */
  releaseKeepsAuthor: true,
  /** `safe` = what two verified backups hold. */
  twoBackups: true,
  /** What replaces an erased value does not bring back what that had replaced. */
  erasureKeepsOrder: true,
  /** The receipt log of a restored office is another one, also when the same things arrive in the same order. */
  saltedReceipts: true,
  /** A restored office gives no view number a second time. */
  freshViews: true,
  /** The drafts that erased changes had finished are erased too. */
  erasesDrafts: true,
  /** Erased ids the restored database never saw are erased all the same. */
  erasedUnknownToo: true,
}
export type Glue = { -readonly [K in keyof typeof GLUE]: boolean }
export type Parts = typeof PRODUCT & { readonly glue: Glue }

export const HEALTHY: Parts = { ...PRODUCT, glue: GLUE }
