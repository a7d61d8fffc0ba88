import { largestPixels, type PixelGrid } from './pixel-grid'
import { UnreadableImage } from './unreadable-image'

const names = { jpeg: 'JPEG', webp: 'WebP' }

/** A JPEG or WebP by the browser's own decoder: 8 bits, colours as stored, turned upright where the file says how. */
export async function decodeBitmap(bytes: Uint8Array<ArrayBuffer>, kind: 'jpeg' | 'webp'): Promise<PixelGrid> {
  checkWhole(bytes, kind)
  const blob = new Blob([bytes], { type: `image/${kind}` })
  const bitmap = await createImageBitmap(blob, { colorSpaceConversion: 'none', premultiplyAlpha: 'none' }).catch(() => {
    throw new UnreadableImage(`This ${names[kind]} is damaged.`)
  })
  try {
    const { width, height } = bitmap
    if (width * height > largestPixels) throw new UnreadableImage('This image has more than 100 million pixels.')
    const canvas = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
    if (!canvas) throw new UnreadableImage('The browser has no memory left for this image.')
    canvas.drawImage(bitmap, 0, 0)
    return fromRgba(width, height, canvas.getImageData(0, 0, width, height).data)
  } finally {
    bitmap.close()
  }
}

/** Browsers fill what is missing with grey and say nothing, so the end is looked for. */
export function checkWhole(bytes: Uint8Array, kind: 'jpeg' | 'webp') {
  const isWhole = kind === 'jpeg' ? endsAsJpeg(bytes) : bytes.length >= riffBytes(bytes)
  if (!isWhole) throw new UnreadableImage(`This ${names[kind]} is cut off.`)
}

/** Whether the end-of-image marker stands in the last bytes; devices pad, and some append a few bytes. */
export function endsAsJpeg(bytes: Uint8Array): boolean {
  for (let place = bytes.length - 2; place >= Math.max(2, bytes.length - 4096); place--)
    if (bytes[place] === 0xff && bytes[place + 1] === 0xd9) return true
  return false
}

function riffBytes(bytes: Uint8Array) {
  return bytes.length < 12
    ? Number.POSITIVE_INFINITY
    : new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true) + 8
}

/** Grey where red, green and blue are the same in every pixel. */
export function fromRgba(width: number, height: number, rgba: Uint8ClampedArray): PixelGrid {
  let isGrey = true
  for (let place = 0; isGrey && place < rgba.length; place += 4)
    isGrey = rgba[place] === rgba[place + 1] && rgba[place] === rgba[place + 2]
  const channels = isGrey ? 1 : 3
  const values = new Float32Array(width * height * channels)
  for (let from = 0, to = 0; from < rgba.length; from += 4)
    for (let channel = 0; channel < channels; channel++) values[to++] = rgba[from + channel] / 255
  return { width, height, channels, values }
}
