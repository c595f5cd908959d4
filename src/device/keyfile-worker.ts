// Writes the key file in place: only a dedicated worker gets a sync access handle, and only in-place writing makes an
// overwritten slot truly overwritten on disk (DESIGN.md 8). Always a whole number of blocks, filled up with blanks.

const BLOCK = 8192

async function write(name: string, text: string): Promise<void> {
  const root = await navigator.storage.getDirectory()
  const handle = await (await root.getFileHandle(name, { create: true })).createSyncAccessHandle()
  try {
    const bytes = new TextEncoder().encode(text)
    const whole = new Uint8Array(Math.max(handle.getSize(), Math.ceil(bytes.length / BLOCK) * BLOCK, BLOCK)).fill(32)
    whole.set(bytes)
    handle.write(whole, { at: 0 })
    handle.flush()
  } finally {
    handle.close()
  }
}

addEventListener('message', (event: MessageEvent<{ readonly name: string; readonly text: string }>) => {
  write(event.data.name, event.data.text).then(
    () => postMessage('written'),
    () => postMessage('failed'),
  )
})
