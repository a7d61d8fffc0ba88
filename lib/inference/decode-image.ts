import { Problem } from '@/lib/problem'
import { decodeBitmap } from './decode-bitmap'
import { decodePng } from './decode-png'
import { parseDicomFile } from './dicom-file'
import { dicomPixels } from './dicom-pixels'
import { imageKind } from './image-kind'
import type { PixelGrid } from './pixel-grid'
import { isMemory } from './tell'
import { UnreadableImage } from './unreadable-image'

/**
 * Pixels of an image of any kind that is understood, and what a person should know of how they were read. Whatever a
 * decoder throws at a damaged file, this throws an UnreadableImage: one image never ends a run.
 */
export async function decodeImage(bytes: Uint8Array<ArrayBuffer>): Promise<{ pixels: PixelGrid; notes: string[] }> {
  if (bytes.length === 0) throw new UnreadableImage('This file is empty.')
  const kind = imageKind(bytes)
  try {
    if (kind === 'dicom') return await dicomPixels(parseDicomFile(bytes))
    if (kind === 'png') return { pixels: await decodePng(bytes), notes: [] }
    if (kind) return { pixels: await decodeBitmap(bytes, kind), notes: [] }
  } catch (error) {
    throw error instanceof Problem || isMemory(error) ? error : new UnreadableImage('This image is damaged.')
  }
  throw new UnreadableImage('This is no image that can be read: DICOM, PNG, JPEG or WebP.')
}
