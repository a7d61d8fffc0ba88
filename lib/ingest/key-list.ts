import { fnv1a64 } from '@/lib/metrics/fnv-hash'
import { GrowingColumn } from './growing-column'
import { UnusableFile } from './unusable-file'

const chunkBits = 20
const chunkBytes = 1 << chunkBits
const mostChunks = 1 << (32 - chunkBits)
/** ends each key: no byte of UTF-8 */
const end = 0xff
const encoder = new TextEncoder()

/**
 * Keys (ids of images or patients) one after another, equal ones too: their UTF-8 bytes, their 64-bit hashes and where
 * they start, 13 bytes a key and the key itself. Strings would take three times as much.
 */
export class KeyList {
  readonly high = new GrowingColumn((length) => new Uint32Array(length))
  readonly low = new GrowingColumn((length) => new Uint32Array(length))
  readonly #start = new GrowingColumn((length) => new Uint32Array(length))
  #chunks: Uint8Array[] = [new Uint8Array(chunkBytes)]
  #at = 0 // where in the last chunk the next key goes
  readonly #hash = new Uint32Array(2)

  get length(): number {
    return this.#start.length
  }

  /** Adds a key of at most 300,000 UTF-16 units. */
  push(key: string): void {
    const size = this.#write(key)
    const chunk = this.#chunks[this.#chunks.length - 1]
    fnv1a64(chunk, this.#at, this.#at + size, this.#hash)
    chunk[this.#at + size] = end
    this.high.push(this.#hash[0])
    this.low.push(this.#hash[1])
    this.#start.push((this.#chunks.length - 1) * chunkBytes + this.#at)
    this.#at += size + 1
  }

  /** Takes the last key away again. */
  pop(): void {
    this.#at = this.#start.at(this.length - 1) & (chunkBytes - 1)
    this.high.length--
    this.low.length--
    this.#start.length--
  }

  /** the 64-bit FNV-1a hash of a key */
  hashOf(place: number): bigint {
    return (BigInt(this.high.at(place)) << 32n) | BigInt(this.low.at(place))
  }

  keyOf(place: number): string {
    return Buffer.from(this.bytesOf(place)).toString('utf8')
  }

  isSameHash(place: number, other: number): boolean {
    return this.low.at(place) === this.low.at(other) && this.high.at(place) === this.high.at(other)
  }

  isSame(place: number, other: number): boolean {
    return this.isSameHash(place, other) && this.#isSameText(place, other)
  }

  /**
   * All places in canonical order: by hash as an unsigned number, equal hashes by the keys' bytes, equal keys by place.
   * Then forgets the keys, some of them on the way: this is where reading takes the most memory.
   * @param onEqual is told of each place whose key stands at an earlier one, and the first such
   * @param keepsText only the hashes are forgotten
   */
  takeCanonicalOrder(onEqual?: (place: number, first: number) => void, keepsText = false): Uint32Array<ArrayBuffer> {
    const high = this.high.toArray()
    this.high.release()
    const order = orderedBy(high)
    for (let start = 0, next = 0; start < order.length; start = next) {
      for (next = start + 1; next < order.length && high[order[next]] === high[order[start]]; ) next++
      if (next - start > 1) this.#orderGroup(order.subarray(start, next), onEqual)
    }
    this.low.release()
    if (keepsText) return order
    this.#start.release()
    this.#chunks = []
    return order
  }

  /** Hashes whose upper halves are equal are of equal keys, or few: 116 pairs in a million keys. */
  #orderGroup(places: Uint32Array, onEqual: ((place: number, first: number) => void) | undefined): void {
    const isSame = (place: number, other: number) =>
      this.low.at(place) === this.low.at(other) && this.#isSameText(place, other)
    if (!places.every((place) => isSame(place, places[0]))) places.sort((a, b) => this.#compare(a, b))
    for (let at = 1, first = places[0]; at < places.length; at++) {
      if (isSame(places[at], first)) onEqual?.(places[at], first)
      else first = places[at]
    }
  }

  #isSameText(place: number, other: number): boolean {
    const [start, otherStart] = [this.#start.at(place), this.#start.at(other)]
    const [chunk, otherChunk] = [this.#chunks[start >>> chunkBits], this.#chunks[otherStart >>> chunkBits]]
    let [at, otherAt] = [start & (chunkBytes - 1), otherStart & (chunkBytes - 1)]
    while (chunk[at] === otherChunk[otherAt]) {
      if (chunk[at] === end) return true
      at++
      otherAt++
    }
    return false
  }

  #compare(a: number, b: number): number {
    return this.low.at(a) - this.low.at(b) || Buffer.compare(this.bytesOf(a), this.bytesOf(b)) || a - b
  }

  /** the UTF-8 of a key; a view, not a copy */
  bytesOf(place: number): Uint8Array {
    const start = this.#start.at(place)
    const chunk = this.#chunks[start >>> chunkBits]
    const at = start & (chunkBytes - 1)
    return chunk.subarray(at, chunk.indexOf(end, at))
  }

  /** writes a key at the end, without keeping it yet; returns its bytes */
  #write(key: string): number {
    if (this.#at + key.length * 3 >= chunkBytes) {
      if (this.#chunks.length === mostChunks) throw new UnusableFile('A table may hold at most 4 GB of ids.')
      this.#chunks.push(new Uint8Array(chunkBytes)) // the rest of the last one stays unused: a key lies in one piece
      this.#at = 0
    }
    const chunk = this.#chunks[this.#chunks.length - 1]
    for (let place = 0; place < key.length; place++) {
      const code = key.charCodeAt(place)
      if (code > 127) return encoder.encodeInto(key, chunk.subarray(this.#at)).written
      chunk[this.#at + place] = code
    }
    return key.length
  }
}

/** The places of some 32-bit numbers by ascending number, equal ones by place: two passes of 16 bits. */
function orderedBy(values: Uint32Array): Uint32Array<ArrayBuffer> {
  const byLow = new Uint32Array(values.length)
  const lowNext = startsOf16Bits(values, 0)
  for (let place = 0; place < values.length; place++) byLow[lowNext[values[place] & 0xffff]++] = place
  const order = new Uint32Array(values.length)
  const highNext = startsOf16Bits(values, 16)
  for (const place of byLow) order[highNext[values[place] >>> 16]++] = place
  return order
}

/** where the values of each digit begin once they are sorted */
function startsOf16Bits(values: Uint32Array, shift: number): Uint32Array {
  const starts = new Uint32Array(1 << 16)
  for (const value of values) starts[(value >>> shift) & 0xffff]++
  for (let digit = 0, before = 0; digit < starts.length; digit++) {
    const here = starts[digit]
    starts[digit] = before
    before += here
  }
  return starts
}
