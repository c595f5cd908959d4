// Registers the service worker after the first screen, and offers a new build instead of taking it: nothing is ever
// swapped under an open draft (DESIGN.md 7). The script URL goes through the one Trusted Types policy.

import { scriptUrl } from '#device/vault.ts'
import { useUi } from '../ui-store.ts'

export function registerWorker(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return
  addEventListener('load', () => setTimeout(() => void start(), 1000), { once: true })
}

async function start(): Promise<void> {
  const { Workbox } = await import('workbox-window')
  const worker = new Workbox(scriptUrl('/service-worker.js'), { type: 'classic' })
  worker.addEventListener('waiting', () => useUi.getState().offerUpdate(() => worker.messageSkipWaiting()))
  worker.addEventListener('controlling', (event) => {
    if (event.isUpdate === true) location.reload()
  })
  await worker.register()
}
