import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Casebook, Draft, Recorded } from '#device/casebook.ts'
import { id, instant, laneId, localDate } from '#domain/ids.ts'
import { DraftKeeper } from './draft-keeper.ts'

const A = id('A'.repeat(22))
const FRAME = { id: A, lane: laneId(`case/${'C'.repeat(22)}`), rec: id('B'.repeat(22)), seen: {} }
const KEPT: Recorded = { ok: true, changes: [], undo: async () => false }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function aCasebook(answer: () => Promise<Recorded> = async () => KEPT) {
  const kept: Draft[] = []
  const casebook: Casebook = {
    kind: 'field',
    me: A,
    newId: () => A,
    now: () => instant('2026-11-24T10:31:00.000Z'),
    today: () => localDate('2026-11-24'),
    fingerprint: async (text) => text,
    watch: () => () => {},
    record: async () => KEPT,
    keepDraft: async (draft) => {
      kept.push(draft)
      return answer()
    },
    dropDraft: async () => {},
    holdDraft: (_id, changed) => {
      changed('mine')
      return () => {}
    },
    blob: async () => ({ ok: false, refusal: { kind: 'notFound' } }),
    sendNow: async () => 'done',
    close: () => {},
  }
  return { casebook, kept }
}
const keeperOf = (casebook: Casebook) =>
  new DraftKeeper<string>(casebook, FRAME, '', {
    toJson: (text) => text,
    fromJson: ({ content }) => (typeof content === 'string' ? content : undefined),
  })

test('a tap is kept at once, and says so only when the device has answered', async () => {
  const { casebook, kept } = aCasebook()
  const keeper = keeperOf(casebook)
  keeper.change('ja', 'now')
  expect(kept.map((draft) => draft.content)).toEqual(['ja'])
  expect(keeper.held().isKept).toBe(false)
  await keeper.flush()
  expect(keeper.held()).toMatchObject({ isKept: true, keptAt: '2026-11-24T10:31:00.000Z' })
})

test('somebody who never pauses is kept at most 300 ms after a keystroke', () => {
  const { casebook, kept } = aCasebook()
  const keeper = keeperOf(casebook)
  for (const text of ['d', 'de', 'det', 'det ', 'det v']) {
    keeper.change(text, 'soon')
    vi.advanceTimersByTime(80)
  }
  expect(kept).toHaveLength(1)
})

test('the place in the talk is kept when the page has come to rest, and nothing is drawn anew for it', async () => {
  const { casebook, kept } = aCasebook()
  const keeper = keeperOf(casebook)
  keeper.change('ja', 'now')
  await keeper.flush()
  let shown = 0
  keeper.subscribe(() => (shown += 1))
  keeper.place('ja, ved neste')
  expect([kept.length, shown, keeper.held().isKept]).toEqual([1, 0, true])
  await vi.runAllTimersAsync()
  expect([kept.at(-1)?.content, shown, keeper.held().content]).toEqual(['ja, ved neste', 0, 'ja, ved neste'])
  keeper.place('ja, ved siste')
  await keeper.flush()
  await vi.runAllTimersAsync()
  expect([kept.map(({ rev }) => rev), kept.at(-1)?.content]).toEqual([[1, 2, 3], 'ja, ved siste'])
})

test('where nothing is kept yet, the place is kept at once with the rest', async () => {
  const { casebook, kept } = aCasebook()
  const keeper = keeperOf(casebook)
  keeper.place('ved første')
  expect(kept.map(({ content }) => content)).toEqual(['ved første'])
})

test('a place the device would not keep is said, and tried again with the next word', async () => {
  let answer: Recorded = KEPT
  const { casebook, kept } = aCasebook(async () => answer)
  const keeper = keeperOf(casebook)
  keeper.change('ja', 'now')
  await keeper.flush()
  answer = { ok: false, refusal: { kind: 'storageFull' } }
  keeper.place('ved neste')
  await keeper.flush()
  expect(keeper.held().refusal).toBe('storageFull')
  answer = KEPT
  await keeper.flush()
  expect([kept.at(-1)?.content, keeper.held().refusal]).toEqual(['ved neste', undefined])
})

test('what is typed while the device writes is written next, with a higher rev', async () => {
  const answers: (() => void)[] = []
  const { casebook, kept } = aCasebook(() => new Promise((resolve) => answers.push(() => resolve(KEPT))))
  const keeper = keeperOf(casebook)
  keeper.change('en', 'now')
  keeper.change('en linje', 'soon')
  answers[0]?.()
  await vi.waitFor(() => expect(kept).toHaveLength(2), 60_000)
  expect(keeper.held().isKept).toBe(false)
  answers[1]?.()
  await keeper.flush()
  expect(kept.map(({ rev, content }) => [rev, content])).toEqual([
    [1, 'en'],
    [2, 'en linje'],
  ])
  expect(keeper.held().isKept).toBe(true)
})

test('a full phone is said in words, the text stays, and the next keystroke tries again', async () => {
  let isFull = true
  const { casebook } = aCasebook(async () => (isFull ? { ok: false, refusal: { kind: 'storageFull' } } : KEPT))
  const keeper = keeperOf(casebook)
  keeper.change('viktig', 'now')
  await keeper.flush()
  expect(keeper.held()).toMatchObject({ content: 'viktig', isKept: false, refusal: 'storageFull' })
  isFull = false
  keeper.change('viktig!', 'now')
  await keeper.flush()
  expect(keeper.held()).toEqual({ content: 'viktig!', isKept: true, keptAt: '2026-11-24T10:31:00.000Z' })
})

test('a draft that is finished is never written again', () => {
  const { casebook, kept } = aCasebook()
  const keeper = keeperOf(casebook)
  keeper.change('snart', 'soon')
  keeper.stop()
  keeper.change('for sent', 'now')
  vi.advanceTimersByTime(1000)
  expect(kept).toEqual([])
})

function aSecondTab(drafts: Draft[]) {
  const { casebook, kept } = aCasebook()
  const tab: { say: (who: 'mine' | 'elsewhere') => void; tell: () => void } = { say: () => {}, tell: () => {} }
  const second: Casebook = {
    ...casebook,
    holdDraft: (_id, changed) => {
      tab.say = changed
      changed('elsewhere')
      return () => {}
    },
    watch: (_ask, show) => {
      tab.tell = () => show({ drafts } as unknown as Parameters<typeof show>[0])
      tab.tell()
      return () => {
        tab.tell = () => {}
      }
    },
  }
  const keeper = new DraftKeeper<string>(second, { ...FRAME, rev: 1, content: 'en', at: casebook.now() }, 'en', {
    toJson: (text) => text,
    fromJson: ({ content }) => String(content),
  })
  return { keeper, kept, tab }
}
const aDraft = (rev: number, content: string): Draft => ({ ...FRAME, rev, content, at: instant('2026-11-24T10:32:00.000Z') })

test('the second tab writes nothing, shows what the first writes, and goes on from there when it takes over', async () => {
  const drafts = [aDraft(1, 'en')]
  const { keeper, kept, tab } = aSecondTab(drafts)
  keeper.subscribe(() => {})
  expect(keeper.held().isElsewhere).toBe(true)
  keeper.change('fra den andre fanen', 'now')
  await keeper.flush()
  expect(kept).toEqual([])
  drafts[0] = aDraft(5, 'fem')
  tab.tell()
  expect(keeper.held().content).toBe('fem')
  drafts[0] = aDraft(6, 'seks')
  tab.say('mine')
  expect(keeper.held()).toMatchObject({ content: 'seks', isKept: true })
  expect(keeper.held().isElsewhere).toBeUndefined()
  keeper.change('sju', 'now')
  expect(kept.map(({ rev, content }) => [rev, content])).toEqual([[7, 'sju']])
})

test('a draft that the other tab finished is over here too, and is never brought back', async () => {
  const drafts = [aDraft(1, 'en')]
  const { keeper, kept, tab } = aSecondTab(drafts)
  keeper.subscribe(() => {})
  drafts.length = 0
  tab.say('mine')
  expect(keeper.isOver).toBe(true)
  keeper.change('gjenganger', 'now')
  await keeper.flush()
  expect(kept).toEqual([])
})

test('before anybody has said whose a draft is nothing is written, and what was typed is kept as soon as it is ours', async () => {
  const { casebook, kept } = aCasebook()
  const said: ((who: 'mine' | 'elsewhere') => void)[] = []
  const asking: Casebook = {
    ...casebook,
    holdDraft: (_id, changed) => {
      said.push(changed)
      return () => {}
    },
  }
  const [mine, theirs] = [keeperOf(asking), keeperOf(asking)]
  for (const keeper of [mine, theirs]) {
    keeper.subscribe(() => {})
    keeper.change('tidlig', 'now')
  }
  expect(kept).toEqual([])
  said[0]?.('mine')
  said[1]?.('elsewhere')
  await Promise.all([mine.flush(), theirs.flush()])
  expect(kept.map(({ content }) => content)).toEqual(['tidlig'])
})
