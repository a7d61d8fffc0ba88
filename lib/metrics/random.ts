import { fnvHash } from './fnv-hash'

/** Random numbers of one stream. Two streams of the same seed, purpose and replicate give the same bits. */
export interface RandomStream {
  /** a whole number, 0 … 2^32 - 1 */
  uint32(): number
  /** within [0,1), a multiple of 2^-32 */
  uniform(): number
  /** a whole number, 0 … n-1, each equally likely; n from 1 to 2^32 */
  below(n: number): number
  /** standard normal (Marsaglia's polar method) */
  normal(): number
}

/**
 * The stream of one replicate of one purpose (statistics.md section 15): xoshiro128** (Blackman and Vigna 2021), its
 * state filled by splitmix32 from the low, then the high half of the 64-bit hash of `seed/purpose/replicate`.
 * A stream a replicate, so that the number of workers doesn't alter anything.
 */
export function randomStream(seed: number, purpose: string, replicate: number): RandomStream {
  const { high, low } = fnvHash(`${seed}/${purpose}/${replicate}`)
  const [first, second] = [splitmix32(low), splitmix32(high)]
  return xoshiro128([first(), first(), second(), second()])
}

/** splitmix32: well mixed 32-bit numbers from any seed, each seed another sequence. */
export function splitmix32(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return (mixed ^ (mixed >>> 15)) >>> 0
  }
}

/** xoshiro128** 1.1 from a state of four 32-bit numbers, not all 0. */
export function xoshiro128(state: readonly [number, number, number, number]): RandomStream {
  let [s0, s1, s2, s3] = state.map((word) => word | 0)
  let spare: number | undefined
  if ((s0 | s1 | s2 | s3) === 0) s0 = 1

  function uint32(): number {
    const fives = Math.imul(s1, 5)
    const drawn = Math.imul((fives << 7) | (fives >>> 25), 9) >>> 0
    const shifted = s1 << 9
    s2 ^= s0
    s3 ^= s1
    s1 ^= s2
    s0 ^= s3
    s2 ^= shifted
    s3 = (s3 << 11) | (s3 >>> 21)
    return drawn
  }

  function below(n: number): number {
    if (n > 0x200000) return belowLarge(n)
    // Lemire (2019): the high word of a product, rejecting the few draws that would make some numbers likelier
    for (;;) {
      const product = uint32() * n // below 2^53: exact
      const chosen = Math.floor(product / 0x100000000)
      const rest = product - chosen * 0x100000000
      if (rest >= n || rest >= 0x100000000 % n) return chosen
    }
  }

  function belowLarge(n: number): number {
    const limit = 0x100000000 - (0x100000000 % n)
    let drawn = uint32()
    while (drawn >= limit) drawn = uint32()
    return drawn % n
  }

  function normal(): number {
    if (spare !== undefined) {
      const kept = spare
      spare = undefined
      return kept
    }
    for (;;) {
      const [x, y] = [uint32() / 0x80000000 - 1, uint32() / 0x80000000 - 1]
      const square = x * x + y * y
      if (square > 0 && square < 1) {
        const scale = Math.sqrt((-2 * Math.log(square)) / square)
        spare = y * scale
        return x * scale
      }
    }
  }

  return { uint32, uniform: () => uint32() / 0x100000000, below, normal }
}
