// What every screen that is fetched needs: its words with it, and what may follow it fetched ahead.

import { loadAllWords } from '#texts/say.ts'
import { useUi } from './ui-store.ts'

/** A screen's words come with it. */
export async function spoken<M>(screen: Promise<M>): Promise<M> {
  await loadAllWords(useUi.getState().language)
  return screen
}

/** Ahead of need, and never in the way. What cannot be fetched now is fetched when it is needed. */
export function whenIdle(fetchCode: () => Promise<unknown>): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(() => void fetchCode().catch(() => undefined))
}
