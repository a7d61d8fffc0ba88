import normalCdf from '@stdlib/stats-base-dists-normal-cdf'
import quantile from '@stdlib/stats-base-dists-normal-quantile'

/**
 * Quantile of the standard normal distribution. Below 1e-5 the library loses digits, and gives up below 1e-17: there
 * Newton's method on the logarithm of the distribution function takes over.
 * @param probability within (0,1); below 1e-290 the answer is that of 1e-290, so that it stays finite
 * @returns relative error below 1e-12; near 1 as exact as the probability itself can be
 */
export function normalQuantile(probability: number): number {
  if (probability > 1e-5) return quantile(probability, 0, 1)
  const target = Math.log(Math.max(probability, 1e-290))
  let x = -Math.sqrt(-2 * target - Math.log(-4 * Math.PI * target))
  for (let round = 0; round < 6; round++) {
    const below = normalCdf(x, 0, 1)
    const density = Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)
    x -= ((Math.log(below) - target) * below) / density
  }
  return x
}
