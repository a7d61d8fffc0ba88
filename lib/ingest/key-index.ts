import { fnv1a64 } from './fnv1a'
import { UnusableFile } from './unusable-file'

const chunkBits = 20
const chunkBytes = 1 << chunkBits
const mostChunks = 1 << (32 - chunkBits)
const encoder = new TextEncoder()

/**
 * Gives each key (the id of an image or a patient) a small integer, counted from 0 in the order of first appearance.
 * The keys lie as UTF-8 bytes one after another, their 64-bit hashes beside them, found by open addressing: a Map of
 * strings takes three times the memory.
 */
export class KeyIndex {
  count = 0
  readonly #chunks: Uint8Array[] = [new Uint8Array(chunkBytes)]
  #at = 0 // where in the last chunk the next key goes
  /** four numbers a key, side by side in one cache line: upper and lower half of the hash, start and size in bytes */
  #keys = new Uint32Array(4 << 10)
  /** number of the key plus one; 0 is free. At most half of the places are taken. */
  #places = new Uint32Array(1 << 11)
  readonly #hash = new Uint32Array(2)

  /** The number of a key, given out now if it is met for the first time. A key has at most 300,000 UTF-16 units. */
  add(key: string): number {
    const size = this.#write(key)
    const at = this.#at
    const chunk = this.#chunks[this.#chunks.length - 1]
    fnv1a64(chunk, at, at + size, this.#hash)
    const [high, low] = [this.#hash[0], this.#hash[1]]
    const mask = this.#places.length - 1
    let place = (low ^ (high >>> 7)) & mask
    for (let found = this.#places[place]; found !== 0; found = this.#places[place]) {
      const known = found - 1
      const entry = known * 4
      if (this.#keys[entry + 1] === low && this.#keys[entry] === high && this.#equals(known, chunk, at, size))
        return known
      place = (place + 1) & mask
    }
    this.#places[place] = this.count + 1
    this.#keys[this.count * 4] = high
    this.#keys[this.count * 4 + 1] = low
    this.#keys[this.count * 4 + 2] = (this.#chunks.length - 1) * chunkBytes + at
    this.#keys[this.count * 4 + 3] = size
    this.#at += size
    if (++this.count * 4 === this.#keys.length) this.#grow()
    return this.count - 1
  }

  /** the 64-bit FNV-1a hash of a key */
  hashOf(id: number): bigint {
    return (BigInt(this.#keys[id * 4]) << 32n) | BigInt(this.#keys[id * 4 + 1])
  }

  keyOf(id: number): string {
    return Buffer.from(this.#bytesOf(id)).toString('utf8')
  }

  /** All ids in canonical order: by hash as an unsigned number, equal hashes by the keys' bytes. */
  canonicalOrder(): Uint32Array<ArrayBuffer> {
    let order = new Uint32Array(this.count)
    for (let id = 0; id < order.length; id++) order[id] = id
    const high = new Uint32Array(this.count)
    const low = new Uint32Array(this.count)
    for (let id = 0; id < this.count; id++) {
      high[id] = this.#keys[id * 4]
      low[id] = this.#keys[id * 4 + 1]
    }
    for (const shift of [0, 16]) order = sortedBy16Bits(order, high, shift)
    // hashes whose upper halves are equal are few: 116 pairs in a million keys
    for (let start = 0, end = 0; start < order.length; start = end) {
      while (end < order.length && high[order[end]] === high[order[start]]) end++
      if (end - start > 1) order.subarray(start, end).sort((a, b) => low[a] - low[b] || this.#compare(a, b))
    }
    return order
  }

  /** writes a key at the end, without keeping it yet; returns its bytes */
  #write(key: string): number {
    if (this.#at + key.length * 3 > chunkBytes) {
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

  #bytesOf(id: number): Uint8Array {
    const start = this.#keys[id * 4 + 2]
    const at = start & (chunkBytes - 1)
    return this.#chunks[start >>> chunkBits].subarray(at, at + this.#keys[id * 4 + 3])
  }

  #equals(id: number, chunk: Uint8Array, at: number, size: number): boolean {
    if (this.#keys[id * 4 + 3] !== size) return false
    const start = this.#keys[id * 4 + 2]
    const known = this.#chunks[start >>> chunkBits]
    const from = start & (chunkBytes - 1)
    for (let place = 0; place < size; place++) if (known[from + place] !== chunk[at + place]) return false
    return true
  }

  #compare(a: number, b: number): number {
    return Buffer.compare(this.#bytesOf(a), this.#bytesOf(b))
  }

  #grow() {
    const keys = new Uint32Array(this.#keys.length * 2)
    keys.set(this.#keys)
    const places = new Uint32Array(keys.length / 2)
    const mask = places.length - 1
    for (let id = 0; id < this.count; id++) {
      let place = (keys[id * 4 + 1] ^ (keys[id * 4] >>> 7)) & mask
      while (places[place] !== 0) place = (place + 1) & mask
      places[place] = id + 1
    }
    this.#keys = keys
    this.#places = places
  }
}

function sortedBy16Bits(order: Uint32Array, values: Uint32Array, shift: number): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(1 << 16)
  for (const id of order) starts[(values[id] >>> shift) & 0xffff]++
  for (let digit = 0, before = 0; digit < starts.length; digit++) {
    const here = starts[digit]
    starts[digit] = before
    before += here
  }
  const sorted = new Uint32Array(order.length)
  for (const id of order) sorted[starts[(values[id] >>> shift) & 0xffff]++] = id
  return sorted
}
