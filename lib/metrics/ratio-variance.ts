import { ratioDeviation } from './ratio-deviation'
import type { RatioSums } from './ratio-sums'

/**
 * V, the linearised variance of A/B with subjects as clusters (statistics.md section 2.2; equals R's
 * `survey::svymean` with ids = subject). Not shrunk.
 * @returns 0 or more; `undefined` with fewer than two subjects
 */
export function ratioVariance(sums: RatioSums): number | undefined {
  if (sums.subjects < 2 || sums.n <= 0) return undefined
  const deviation = ratioDeviation(sums, sums.events / sums.n)
  return ((sums.subjects / (sums.subjects - 1)) * deviation) / sums.n ** 2
}
