import { decodeBitmap } from './decode-bitmap'
import { decodePng } from './decode-png'
import { parseDicomFile } from './dicom-file'
import { dicomPixels } from './dicom-pixels'
import { imageKind } from './image-kind'
import type { PixelGrid } from './pixel-grid'
import { UnreadableImage } from './unreadable-image'

/** Pixels of an image of any kind that is understood, and what a person should know of how they were read. */
export async function decodeImage(bytes: Uint8Array<ArrayBuffer>): Promise<{ pixels: PixelGrid; notes: string[] }> {
  if (bytes.length === 0) throw new UnreadableImage('This file is empty.')
  const kind = imageKind(bytes)
  if (kind === 'dicom') return dicomPixels(parseDicomFile(bytes))
  if (kind === 'png') return { pixels: decodePng(bytes), notes: [] }
  if (kind) return { pixels: await decodeBitmap(bytes, kind), notes: [] }
  throw new UnreadableImage('This is no image that can be read: DICOM, PNG, JPEG or WebP.')
}
