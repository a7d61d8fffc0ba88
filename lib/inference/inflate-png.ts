/** A PNG without interlacing, palette or packed bits: what nearly all images are. Others take the slower way. */
interface PlainPng {
  width: number
  height: number
  depth: 8 | 16
  /** samples a pixel: grey, grey and opacity, colour, colour and opacity */
  samples: 1 | 2 | 3 | 4
  compressed: Uint8Array<ArrayBuffer>[]
}

const samplesOf: Record<number, 1 | 2 | 3 | 4> = { 0: 1, 2: 3, 4: 2, 6: 4 }

/** Finds the parts of a PNG; `undefined` where it is not plain, or not whole. */
export function plainPng(bytes: Uint8Array<ArrayBuffer>): PlainPng | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const [depth, samples, interlacing] = [bytes[24], samplesOf[bytes[25]], bytes[28]]
  if ((depth !== 8 && depth !== 16) || samples === undefined || interlacing !== 0) return undefined
  const compressed: PlainPng['compressed'] = []
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    const kind = view.getUint32(at + 4)
    if (at + 12 + length > bytes.length) return undefined
    if (kind === 0x49444154) compressed.push(bytes.subarray(at + 8, at + 8 + length)) // IDAT
    if (kind === 0x49454e44)
      return { width: view.getUint32(16), height: view.getUint32(20), depth, samples, compressed } // IEND
    at += 12 + length
  }
  return undefined
}

/**
 * Samples of a plain PNG, by the browser's own zlib, which checks them: three times as fast as in JavaScript, and beside
 * a model every core counts. Rejects where they are damaged; `undefined` where they are too few or too many.
 */
export async function inflatePng({ width, height, depth, samples, compressed }: PlainPng) {
  const pixelBytes = samples * (depth / 8)
  const rowBytes = width * pixelBytes
  const filtered = await inflate(compressed, (rowBytes + 1) * height)
  return filtered && unfilter(filtered, rowBytes, height, pixelBytes)
}

async function inflate(parts: PlainPng['compressed'], expected: number): Promise<Uint8Array | undefined> {
  const stream = new DecompressionStream('deflate')
  const writer = stream.writable.getWriter()
  const written = Promise.all([...parts.map((part) => writer.write(part)), writer.close()])
  written.catch(() => {}) // the reader meets the same failure
  const whole = new Uint8Array(expected)
  let length = 0
  for await (const part of stream.readable as unknown as AsyncIterable<Uint8Array>) {
    if (length + part.length > expected) return undefined
    whole.set(part, length)
    length += part.length
  }
  return length === expected ? whole : undefined
}

/** Undoes the filter that stands before each row (PNG specification, section 9); `undefined` for one that there is not. */
function unfilter(filtered: Uint8Array, rowBytes: number, height: number, step: number): Uint8Array | undefined {
  const bytes = new Uint8Array(rowBytes * height)
  for (let y = 0, from = 0, to = 0; y < height; y++, to += rowBytes) {
    const kind = filtered[from++]
    if (kind > 4) return undefined
    const above = to - rowBytes
    for (let x = 0; x < rowBytes; x++) {
      const left = x < step ? 0 : bytes[to + x - step]
      const up = y === 0 ? 0 : bytes[above + x]
      const corner = y === 0 || x < step ? 0 : bytes[above + x - step]
      bytes[to + x] = filtered[from++] + predicted(kind, left, up, corner)
    }
  }
  return bytes
}

function predicted(kind: number, left: number, up: number, corner: number): number {
  if (kind === 0) return 0
  if (kind === 1) return left
  if (kind === 2) return up
  if (kind === 3) return (left + up) >> 1
  const [byLeft, byUp, byCorner] = [Math.abs(up - corner), Math.abs(left - corner), Math.abs(left + up - 2 * corner)]
  return byLeft <= byUp && byLeft <= byCorner ? left : byUp <= byCorner ? up : corner
}
