import { encode } from 'fast-png'
import { drawPhantom, phantomSize } from './draw-phantom'
import type { Phantom } from './phantom-set'

/** The name under which a phantom's picture appears, unique in its set. */
export const phantomName = ({ number }: Phantom): string => `phantom-${String(number + 1).padStart(4, '0')}.png`

/** A phantom's picture as an 8-bit grey PNG. */
export function phantomPng(phantom: Phantom): Uint8Array<ArrayBuffer> {
  const [width, height] = [phantomSize, phantomSize]
  return Uint8Array.from(encode({ width, height, data: drawPhantom(phantom), depth: 8, channels: 1 }))
}
