import type { RandomStream } from '@/lib/metrics/random'

/**
 * A patient's own rate, from the beta distribution with a given mean, such that yes-or-no rows drawn from it have
 * intra-subject correlation `icc` on their own 0/1 scale (the beta-binomial model).
 * @param mean within (0,1) @param icc within (0,1)
 */
export function ownRate(random: RandomStream, mean: number, icc: number): number {
  const size = (1 - icc) / icc
  const [first, second] = [gammaDraw(random, mean * size), gammaDraw(random, (1 - mean) * size)]
  return first + second > 0 ? first / (first + second) : random.uniform() < mean ? 1 : 0
}

/** Gamma with scale 1 (Marsaglia and Tsang 2000); a shape below 1 is boosted by a uniform power. */
function gammaDraw(random: RandomStream, shape: number): number {
  if (shape < 1) return gammaDraw(random, shape + 1) * random.uniform() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const x = random.normal()
    const v = (1 + c * x) ** 3
    if (v > 0 && Math.log(1 - random.uniform()) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}
