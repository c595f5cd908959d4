// A picture made anew: turned the right way up, at most 1600 px on the long side, encoded by ourselves, so that nothing is in
// it but what it shows. Where, when and with what it was taken is gone (DESIGN.md 8). Kept nowhere by this.

const LONG_SIDE = 1600
const QUALITY = 0.8
/** No phone's camera makes more; a whole film would take the memory of the page. */
const MOST_BYTES = 60 * 1_048_576

export interface Size {
  readonly width: number
  readonly height: number
}
/** Never made larger than it is. */
export function fitted({ width, height }: Size, most = LONG_SIDE): Size {
  const share = Math.min(1, most / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) }
}

export type PhotoFault = 'notImage' | 'heic' | 'tooLarge' | 'failed'
export type Remade =
  | { readonly ok: true; readonly bytes: Uint8Array<ArrayBuffer>; readonly type: 'image/jpeg' }
  | { readonly ok: false; readonly fault: PhotoFault }

export async function remade(file: File): Promise<Remade> {
  const fault = faultOf(file)
  if (fault) return { ok: false, fault }
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!picture) return { ok: false, fault: isHeic(file) ? 'heic' : 'notImage' }
  const made = await encoded(picture)
  picture.close()
  return made ? { ok: true, bytes: new Uint8Array(await made.arrayBuffer()), type: 'image/jpeg' } : { ok: false, fault: 'failed' }
}

/** Before it is opened. Some cameras give no type; then the picture itself tells. */
export function faultOf({ type, size }: Pick<File, 'type' | 'size'>): PhotoFault | undefined {
  if (size > MOST_BYTES) return 'tooLarge'
  return size === 0 || (type !== '' && !type.startsWith('image/')) ? 'notImage' : undefined
}

const isHeic = ({ type, name }: File): boolean => /hei[cf]/i.test(type) || /\.hei[cf]$/i.test(name)

async function encoded(picture: ImageBitmap): Promise<Blob | null> {
  const { width, height } = fitted(picture)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) return null
  // What lets the light through has no colour in a JPEG: paper is white.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.imageSmoothingQuality = 'high'
  pen.drawImage(picture, 0, 0, width, height)
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  // Some browsers hold on to the pixels until the canvas is as good as gone.
  canvas.width = 0
  return made?.type === 'image/jpeg' ? made : null
}
