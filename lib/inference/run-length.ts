import { UnreadableImage } from './unreadable-image'

/**
 * DICOM's run-length encoding (PS3.5 annex G): a header of 16 numbers says where up to 15 segments begin, each one byte
 * of the samples of one component, highest byte first, packed as in TIFF's PackBits.
 * @returns samples component by component, little-endian, `bytesPerSample` bytes each
 */
export function decodeRunLength(frame: Uint8Array, pixels: number, components: number, bytesPerSample: number) {
  if (frame.length < 64) throw new UnreadableImage('The image is cut off.')
  const header = new DataView(frame.buffer, frame.byteOffset, 64)
  const segments = header.getUint32(0, true)
  if (segments !== components * bytesPerSample)
    throw new UnreadableImage('The image is damaged: its segments do not fit.')
  const planar = new Uint8Array(pixels * components * bytesPerSample)
  for (let segment = 0; segment < segments; segment++) {
    const from = header.getUint32(4 + 4 * segment, true)
    const to = segment + 1 < segments ? header.getUint32(8 + 4 * segment, true) : frame.length
    const component = Math.floor(segment / bytesPerSample)
    const byte = bytesPerSample - 1 - (segment % bytesPerSample)
    const begin = component * pixels * bytesPerSample + byte
    unpackBits(frame.subarray(from, Math.min(to, frame.length)), planar, begin, bytesPerSample, pixels)
  }
  return planar
}

function unpackBits(packed: Uint8Array, target: Uint8Array, begin: number, step: number, count: number) {
  let [from, done] = [0, 0]
  while (done < count) {
    if (from >= packed.length) throw new UnreadableImage('The image is cut off.')
    const control = packed[from++]
    if (control === 128) continue
    const length = control < 128 ? control + 1 : 257 - control
    if (control < 128 && from + length > packed.length) throw new UnreadableImage('The image is cut off.')
    for (let at = 0; at < length && done < count; at++) {
      target[begin + done * step] = packed[control < 128 ? from + at : from]
      done++
    }
    from += control < 128 ? length : 1
  }
}
