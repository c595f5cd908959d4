// Half-made work while it is being made: the screen's words are in memory at once, encrypted on the device at a tap, and
// at most 300 ms after a keystroke. One keeper for each draft, however many screens show it, so that an older copy can
// never be written over a newer one. What it says about itself is true: `isKept` only after the device has answered. While
// another tab has the same draft open, this one only reads, and follows what is written there.

import type { Casebook, Draft, RecordRefusal } from '#device/casebook.ts'
import type { Instant, Json } from '#domain/ids.ts'

export interface Held<T> {
  readonly content: T
  readonly isKept: boolean
  readonly keptAt?: Instant
  /** The device could not keep it; the words still stand on the screen. */
  readonly refusal?: RecordRefusal['kind']
  /** Open in another tab: nothing is written here. */
  readonly isElsewhere?: true
}

/** A draft without what moves. */
export type Frame = Omit<Draft, 'content' | 'at' | 'rev'>

const PAUSE_MS = 250
/** From one question to the next nobody shows it for a moment; that is not letting go. */
const LET_GO_MS = 500
/** So long nothing is written while nobody has said whose the draft is; a device that never says must not stop the words. */
const WHOSE_MS = 1000
const NO_ANSWER = { ok: false, refusal: { kind: 'storageLost' } } as const

/** Asked of the browser where it can say; else after the frames of a change of screens. */
const whenIdle = (run: () => void): void => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: PAUSE_MS })
  else setTimeout(run, PAUSE_MS)
}

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
  /** Placed, and not kept yet. */
  #hasMoved = false
  #isStopped = false
  #isElsewhere = false
  #letGo: (() => void) | undefined
  #whose: Promise<void> | undefined
  #leaving: ReturnType<typeof setTimeout> | undefined
  readonly #fromJson: (draft: Draft) => T | undefined

  /** `first` is the draft as it was kept, or the frame of a new one. */
  constructor(
    casebook: Casebook,
    first: Draft | Frame,
    content: T,
    { toJson, fromJson }: { readonly toJson: (content: T) => Json; readonly fromJson: (draft: Draft) => T | undefined },
  ) {
    this.#fromJson = fromJson
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
    this.#hold()
    return () => {
      this.#listeners.delete(onMove)
      if (this.#listeners.size === 0) this.#leaving ??= setTimeout(() => this.#release(), LET_GO_MS)
    }
  }

  change(content: T, when: 'now' | 'soon'): void {
    if (this.#isStopped || this.#isElsewhere) return
    this.#isTouched = true
    this.#show({ ...this.#held, content, isKept: false })
    if (when === 'now') void this.flush()
    // Not moved by the next keystroke: somebody who never pauses is kept as well.
    else this.#timer ??= setTimeout(() => void this.flush(), PAUSE_MS)
  }

  /** What no screen shows, such as the place in the talk: kept when the page has come to rest, and nobody is told. */
  place(content: T): void {
    if (this.#isStopped || this.#isElsewhere) return
    if (!this.#held.isKept) {
      this.change(content, 'now')
      return
    }
    this.#isTouched = true
    this.#hasMoved = true
    this.#held = { ...this.#held, content }
    whenIdle(() => void this.flush())
  }

  /** Resolves when everything changed so far is kept, or refused. What nobody has touched is not kept. */
  flush(): Promise<void> {
    this.#disarm()
    if (this.#isStopped || !this.#isTouched || (this.#isAllKept && this.#writing === undefined)) return Promise.resolve()
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined
    })
    return this.#writing
  }

  get #isAllKept(): boolean {
    return this.#held.isKept && !this.#hasMoved
  }

  /** Finished or thrown away, here or in another tab. */
  get isOver(): boolean {
    return this.#isStopped
  }

  /** As it would be kept now. */
  draft(): Draft {
    return { ...this.#frame, rev: this.#rev, content: this.#toJson(this.#held.content), at: this.#casebook.now() }
  }

  /** Nothing more is written: the draft was finished or thrown away. */
  stop(): void {
    this.#isStopped = true
    this.#disarm()
    this.#release()
  }

  #hold(): void {
    clearTimeout(this.#leaving)
    this.#leaving = undefined
    if (this.#letGo || this.#isStopped) return
    let stop: (() => void) | undefined
    let isSaid = false
    let say = (): void => undefined
    const free = this.#casebook.holdDraft(this.id, (who) => {
      isSaid = true
      this.#whose = undefined
      say()
      if (who === 'mine' && !this.#isElsewhere) return
      this.#isElsewhere = true
      stop?.()
      stop = this.#casebook.watch({ ask: 'sending' }, ({ drafts }) => this.#take(drafts))
      if (who === 'mine') {
        stop()
        this.#isElsewhere = false
      }
      this.#show(this.#held)
    })
    if (!isSaid)
      this.#whose = new Promise((resolve) => {
        say = resolve
        setTimeout(resolve, WHOSE_MS)
      })
    this.#letGo = () => {
      stop?.()
      free()
    }
  }

  #release(): void {
    clearTimeout(this.#leaving)
    this.#leaving = undefined
    this.#letGo?.()
    this.#letGo = undefined
  }

  /** What the other tab has kept. Gone there means finished or thrown away: nothing here may bring it back. */
  #take(drafts: readonly Draft[]): void {
    const draft = drafts.find((found) => found.id === this.id)
    if (!draft && this.#rev > 0) this.#isStopped = true
    const content = draft && draft.rev > this.#rev ? this.#fromJson(draft) : undefined
    if (!draft || content === undefined) return
    this.#rev = draft.rev
    this.#show({ content, isKept: true, keptAt: draft.at })
  }

  async #write(): Promise<void> {
    if (this.#whose) await this.#whose
    if (this.#isStopped || this.#isElsewhere) return
    this.#rev += 1
    this.#hasMoved = false
    const { content, isKept: wasKept } = this.#held
    const draft = this.draft()
    const kept = await this.#casebook.keepDraft(draft).catch(() => NO_ANSWER)
    const isLatest = this.#held.content === content
    if (!kept.ok) {
      this.#hasMoved = true
      this.#show({ ...this.#held, refusal: kept.refusal.kind })
    } else if (!wasKept || this.#held.refusal !== undefined) this.#show({ content: this.#held.content, isKept: isLatest, keptAt: draft.at })
    if (kept.ok && !isLatest && !this.#isStopped) await this.#write()
  }

  #show(held: Held<T>): void {
    const { isElsewhere: _before, ...rest } = held
    this.#held = this.#isElsewhere ? { ...rest, isElsewhere: true } : rest
    for (const listener of this.#listeners) listener()
  }

  #disarm(): void {
    clearTimeout(this.#timer)
    this.#timer = undefined
  }
}
