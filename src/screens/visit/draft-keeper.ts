// Half-made work while it is being made: the screen's words are in memory at once, encrypted on the device at a tap, and
// at most 300 ms after a keystroke. One keeper for each draft, however many screens show it, so that an older copy can
// never be written over a newer one. What it says about itself is true: `isKept` only after the device has answered.

import type { Casebook, Draft, RecordRefusal } from '#device/casebook.ts'
import type { Instant, Json } from '#domain/ids.ts'

export interface Held<T> {
  readonly content: T
  readonly isKept: boolean
  readonly keptAt?: Instant
  /** The device could not keep it; the words still stand on the screen. */
  readonly refusal?: RecordRefusal['kind']
}

/** A draft without what moves. */
export type Frame = Omit<Draft, 'content' | 'at' | 'rev'>

const PAUSE_MS = 250
const NO_ANSWER = { ok: false, refusal: { kind: 'storageLost' } } as const

export class DraftKeeper<T> {
  readonly id: Draft['id']
  readonly #casebook: Casebook
  readonly #frame: Frame
  readonly #toJson: (content: T) => Json
  readonly #listeners = new Set<() => void>()
  #held: Held<T>
  #rev: number
  #timer: ReturnType<typeof setTimeout> | undefined
  #writing: Promise<void> | undefined
  #isTouched = false
  #isStopped = false

  /** `first` is the draft as it was kept, or the frame of a new one. */
  constructor(casebook: Casebook, first: Draft | Frame, content: T, toJson: (content: T) => Json) {
    this.id = first.id
    this.#casebook = casebook
    this.#frame = { id: first.id, lane: first.lane, rec: first.rec, seen: first.seen }
    this.#toJson = toJson
    this.#rev = 'rev' in first ? first.rev : 0
    this.#held = 'rev' in first ? { content, isKept: true, keptAt: first.at } : { content, isKept: false }
  }

  readonly held = (): Held<T> => this.#held

  readonly subscribe = (onMove: () => void): (() => void) => {
    this.#listeners.add(onMove)
    return () => this.#listeners.delete(onMove)
  }

  change(content: T, when: 'now' | 'soon'): void {
    if (this.#isStopped) return
    this.#isTouched = true
    this.#show({ ...this.#held, content, isKept: false })
    if (when === 'now') void this.flush()
    // Not moved by the next keystroke: somebody who never pauses is kept as well.
    else this.#timer ??= setTimeout(() => void this.flush(), PAUSE_MS)
  }

  /** Resolves when everything changed so far is kept, or refused. What nobody has touched is not kept. */
  flush(): Promise<void> {
    this.#disarm()
    if (this.#isStopped || !this.#isTouched || (this.#held.isKept && this.#writing === undefined)) return Promise.resolve()
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined
    })
    return this.#writing
  }

  /** As it would be kept now. */
  draft(): Draft {
    return { ...this.#frame, rev: this.#rev, content: this.#toJson(this.#held.content), at: this.#casebook.now() }
  }

  /** Nothing more is written: the draft was finished or thrown away. */
  stop(): void {
    this.#isStopped = true
    this.#disarm()
  }

  async #write(): Promise<void> {
    this.#rev += 1
    const { content } = this.#held
    const draft = this.draft()
    const kept = await this.#casebook.keepDraft(draft).catch(() => NO_ANSWER)
    const isLatest = this.#held.content === content
    if (kept.ok) this.#show({ content: this.#held.content, isKept: isLatest, keptAt: draft.at })
    else this.#show({ ...this.#held, refusal: kept.refusal.kind })
    if (kept.ok && !isLatest && !this.#isStopped) await this.#write()
  }

  #show(held: Held<T>): void {
    this.#held = held
    for (const listener of this.#listeners) listener()
  }

  #disarm(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
