import { cholesky, correlatedNormals } from './cholesky'
import type { Interval } from './interval'
import type { RandomStream } from './random'

/** The gap between the highest and the lowest slice of a family. */
export interface LargestGap extends Interval {
  /** which slices: "worst" and "best" are names, not estimates */
  highest: number
  lowest: number
  /** c: the 95% quantile of max |Z| over all pairs */
  critical: number
}

/**
 * max - min over slices with a simultaneous interval over all pairs (statistics.md section 10):
 * low = max(0, max_pairs(|d| - c se)), high = max_pairs(|d| + c se). No bootstrap: it never covers a true gap of 0.
 * @param values one a slice, K @param variances V* of each, 0 or more
 * @param correlations K x K, row by row, 1 on the diagonal
 * @returns `undefined` with fewer than two slices
 */
export function largestGap(
  values: Float64Array,
  variances: Float64Array,
  correlations: Float64Array,
  random: RandomStream,
  draws = 10_000,
): LargestGap | undefined {
  const size = values.length
  if (size < 2) return undefined
  const covariance = correlations.map(
    (rho, at) => rho * Math.sqrt(variances[Math.floor(at / size)] * variances[at % size]),
  )
  const pairs = pairsOf(values, variances, covariance)
  const critical = criticalValue(pairs, covariance, random, draws)
  const [highest, lowest] = [values.indexOf(Math.max(...values)), values.indexOf(Math.min(...values))]
  return {
    value: values[highest] - values[lowest],
    low: Math.max(0, ...pairs.map(({ gap, se }) => gap - critical * se)),
    high: Math.max(...pairs.map(({ gap, se }) => gap + critical * se)),
    highest,
    lowest,
    critical,
  }
}

interface Pair {
  first: number
  second: number
  gap: number
  se: number
}

function pairsOf(values: Float64Array, variances: Float64Array, covariance: Float64Array): Pair[] {
  const pairs: Pair[] = []
  for (let first = 0; first < values.length; first++) {
    for (let second = first + 1; second < values.length; second++) {
      const variance = variances[first] + variances[second] - 2 * covariance[first * values.length + second]
      const gap = Math.abs(values[first] - values[second])
      pairs.push({ first, second, gap, se: Math.sqrt(Math.max(0, variance)) })
    }
  }
  return pairs
}

function criticalValue(pairs: Pair[], covariance: Float64Array, random: RandomStream, draws: number): number {
  const lower = cholesky(covariance)
  const size = Math.round(Math.sqrt(covariance.length))
  const [normals, drawn] = [new Float64Array(size), new Float64Array(size)]
  const varying = pairs.filter(({ se }) => se > 1e-12)
  const largest = Float64Array.from({ length: draws }, () => {
    for (let slice = 0; slice < size; slice++) normals[slice] = random.normal()
    correlatedNormals(lower, normals, drawn)
    let most = 0
    for (const { first, second, se } of varying) most = Math.max(most, Math.abs(drawn[first] - drawn[second]) / se)
    return most
  })
  return largest.sort()[Math.ceil(0.95 * (draws + 1)) - 1]
}
