// Text pressed together before it is sealed for this device's own disk, and never for the wire: there every length is
// padded instead (envelope.ts). Where the browser cannot, it lies as it is.

import type { Bytes } from './types.ts'

export const canSqueeze = (): boolean => typeof CompressionStream !== 'undefined'

export const squeeze = (bytes: Bytes): Promise<Bytes> => through(bytes, new CompressionStream('deflate-raw'))
export const unsqueeze = (bytes: Bytes): Promise<Bytes> => through(bytes, new DecompressionStream('deflate-raw'))

async function through(bytes: Bytes, stream: CompressionStream | DecompressionStream): Promise<Bytes> {
  const [writer, out] = [stream.writable.getWriter(), new Response(stream.readable).arrayBuffer()]
  await Promise.all([writer.write(bytes), writer.close(), out])
  return new Uint8Array(await out)
}
