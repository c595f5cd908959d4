// Registers the service worker after the first screen, and offers a new build instead of taking it: nothing is ever
// swapped under an open draft (DESIGN.md 7). The script URL goes through the one Trusted Types policy.

import { scriptUrl } from '#device/vault.ts'
import { keepEverything } from '../before-hide.ts'
import { useUi } from '../ui-store.ts'

export function registerWorker(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  addEventListener('load', () => setTimeout(() => void start(), 1000), { once: true })
}

async function start(): Promise<void> {
  const { Workbox } = await import('workbox-window')
  const worker = new Workbox(scriptUrl('/service-worker.js'), { type: 'classic' })
  worker.addEventListener('waiting', () => useUi.getState().offerUpdate(() => worker.messageSkipWaiting()))
  reloadOnUpdate(navigator.serviceWorker)
  // The page may be on its way out, or the browser may not let us: the next start tries again.
  await worker.register().catch(() => undefined)
}

/** In every tab, also one opened before there was any worker; the first worker to take charge is no update. */
function reloadOnUpdate(workers: ServiceWorkerContainer): void {
  let isInCharge = workers.controller !== null
  workers.addEventListener('controllerchange', () => {
    if (isInCharge) void keepEverything().then(() => location.reload())
    isInCharge = true
  })
}
