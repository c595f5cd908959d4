// Front door 2: what works while the app is shut or locked. It serves the app from its cache, and sends the outbox when
// the browser says there is network. It opens the outbox and the shelf, and holds no keys.

import { cleanupOutdatedCaches, createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching'
import { NavigationRoute, registerRoute } from 'workbox-routing'
import { sendAll } from '#device/send.ts'
import { sendAllBlobs } from '#device/send-blobs.ts'
import { tellTabsOfSending } from '#device/tabs.ts'

declare const self: ServiceWorkerGlobalScope & { readonly __WB_MANIFEST: { url: string; revision: string | null }[] }

/** The libraries do not know this event yet. */
interface SyncEvent extends ExtendableEvent {
  readonly tag: string
}
const isSync = (event: Event): event is SyncEvent => event.type === 'sync' && 'tag' in event

precacheAndRoute(self.__WB_MANIFEST)
cleanupOutdatedCaches()
registerRoute(new NavigationRoute(createHandlerBoundToURL('/index.html'), { denylist: [/^\/v1\//] }))

// The page of the first visit too: without this a phone enrolled a minute ago would open no new screen without network.
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('message', (event) => {
  const said: unknown = event.data
  if (typeof said === 'object' && said !== null && 'type' in said && said.type === 'SKIP_WAITING') void self.skipWaiting()
})

self.addEventListener('sync', (event: Event) => {
  if (isSync(event) && event.tag === 'outbox') event.waitUntil(sendOutboxes())
})

/** The longest wait for what is still held back for «Angre»; within what a browser lets a worker live. */
const HELD_BACK_MS = 20_000

/** Failing tells the browser to call again when it thinks the network is better. */
async function sendOutboxes(): Promise<void> {
  const first = await sendAll({ isUrgent: true })
  tellTabsOfSending()
  const wait = (first.nextAt ?? 0) - Date.now()
  if (first.outcome === 'unreachable') return stillWaiting(first.waiting)
  const photos = await sendAllBlobs({ isUrgent: true })
  tellTabsOfSending()
  if (first.waiting === 0 || wait > HELD_BACK_MS) return stillWaiting(first.waiting + photos)
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, wait) + 100))
  const second = await sendAll({ isUrgent: true })
  tellTabsOfSending()
  return stillWaiting(second.waiting + photos)
}

function stillWaiting(waiting: number): void {
  if (waiting > 0) throw new Error('outbox is not empty')
}
