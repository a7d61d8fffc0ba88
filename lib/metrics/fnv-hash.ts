/** A 64-bit hash as two whole numbers below 2^32. */
export interface Hash64 {
  high: number
  low: number
}

const encoder = new TextEncoder()

/**
 * FNV-1a, 64 bits, of the text's UTF-8 bytes (Fowler, Noll and Vo; draft-eastlake-fnv). The prime is 2^40 + 0x1b3, so
 * the product needs no big integers.
 */
export function fnvHash(text: string): Hash64 {
  const hash = { high: 0xcbf29ce4, low: 0x84222325 }
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code > 127) {
      for (const byte of encoder.encode(text.slice(at))) absorb(hash, byte)
      break
    }
    absorb(hash, code)
  }
  return hash
}

function absorb(hash: Hash64, byte: number): void {
  const low = (hash.low ^ byte) >>> 0
  const product = low * 0x1b3 // below 2^41: exact
  hash.high = (hash.high * 0x1b3 + Math.floor(product / 0x100000000) + low * 0x100) % 0x100000000
  hash.low = product % 0x100000000
}
