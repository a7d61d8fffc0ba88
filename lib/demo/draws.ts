import type { RandomStream } from '@/lib/metrics/random'

/** One of some names, each with its share; the last takes what the others leave. */
export function pick<T extends string>(random: RandomStream, shares: readonly (readonly [T, number])[]): T {
  let left = random.uniform()
  for (const [name, share] of shares) {
    if (left < share) return name
    left -= share
  }
  return shares[shares.length - 1][0]
}

/** The share whose log odds are given. */
export function inverseShare(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}
