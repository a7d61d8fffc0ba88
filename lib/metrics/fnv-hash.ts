/** A 64-bit hash as two whole numbers below 2^32. */
export interface Hash64 {
  high: number
  low: number
}

const encoder = new TextEncoder()
const halves = new Uint32Array(2)

/** FNV-1a, 64 bits, of the text's UTF-8 bytes. */
export function fnvHash(text: string): Hash64 {
  const bytes = encoder.encode(text)
  fnv1a64(bytes, 0, bytes.length, halves)
  return { high: halves[0], low: halves[1] }
}

/**
 * FNV-1a, 64 bit (Fowler, Noll, Vo; RFC 9923), of some bytes. 64-bit numbers would need BigInt, fifty times slower,
 * so the hash is two halves: times the prime 2^40 + 0x1b3 by 16-bit limbs.
 * @param hash where the upper and the lower 32 bits go
 */
export function fnv1a64(bytes: Uint8Array, start: number, end: number, hash: Uint32Array): void {
  let high = 0xcbf29ce4 | 0
  let low = 0x84222325 | 0
  for (let at = start; at < end; at++) {
    low ^= bytes[at]
    const bottom = (low & 0xffff) * 0x1b3
    const middle = (low >>> 16) * 0x1b3 + (bottom >>> 16)
    high = (Math.imul(high, 0x1b3) + (middle >>> 16) + (low << 8)) | 0
    low = (middle << 16) | (bottom & 0xffff)
  }
  hash[0] = high
  hash[1] = low
}
