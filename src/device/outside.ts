// The little the device room hears of the page around it. There is no `window` here: the events are those every global
// scope has, and where there is no page at all (tests) it simply counts as visible.

declare const document: { readonly visibilityState: string } | undefined

export const isVisible = (): boolean => typeof document === 'undefined' || document.visibilityState === 'visible'
const MINUTE_MS = 60_000

/** Certainly no network. The opposite is never certain: a portal or a stopped office still counts as network. */
export const isOffline = (): boolean => typeof navigator !== 'undefined' && navigator.onLine === false

/** The network came back, or the page did. Returns the way to stop. */
export function onComingBack(call: () => void): () => void {
  if (typeof addEventListener !== 'function') return () => undefined
  const ifVisible = () => {
    if (isVisible()) call()
  }
  addEventListener('online', call)
  addEventListener('visibilitychange', ifVisible)
  return () => {
    removeEventListener('online', call)
    removeEventListener('visibilitychange', ifVisible)
  }
}

/** The page is about to be left, perhaps for good. Returns the way to stop. */
export function onHidden(call: () => void): () => void {
  if (typeof addEventListener !== 'function') return () => undefined
  const ifHidden = () => {
    if (!isVisible()) call()
  }
  // It bubbles up from the document, where the open editors have just begun to write what they hold.
  addEventListener('visibilitychange', ifHidden)
  return () => removeEventListener('visibilitychange', ifHidden)
}

export const isDrawn = typeof requestAnimationFrame === 'function'
const HIDDEN_MS = 1_000
/** When the page stands as it was last drawn; at once where nothing is drawn, and soon where it is hidden. */
export function afterPaint(work: () => void): () => void {
  if (!isDrawn) {
    work()
    return () => undefined
  }
  let isDue = true
  const once = () => {
    if (isDue) work()
    isDue = false
  }
  const timer = setTimeout(once, HIDDEN_MS)
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(once)))
  return () => {
    isDue = false
    clearTimeout(timer)
  }
}

/** Each minute while visible. */
export function onMinute(call: () => void): () => void {
  const timer = setInterval(() => {
    if (isVisible()) call()
  }, MINUTE_MS)
  return () => clearInterval(timer)
}

interface Syncing extends ServiceWorkerRegistration {
  readonly sync: { readonly register: (tag: string) => Promise<void> }
}
const canSync = (registration: ServiceWorkerRegistration): registration is Syncing => 'sync' in registration

/** Ask the browser to wake the service worker when there is network, also with every page closed (Chromium). */
export function askForBackgroundSync(): void {
  if (typeof navigator === 'undefined' || !('serviceWorker' in navigator)) return
  const { serviceWorker } = navigator
  if (!isContainer(serviceWorker)) return
  serviceWorker.ready
    .then((registration) => (canSync(registration) ? registration.sync.register('outbox') : undefined))
    .catch(() => undefined)
}
const isContainer = (value: unknown): value is ServiceWorkerContainer => typeof value === 'object' && value !== null && 'ready' in value
