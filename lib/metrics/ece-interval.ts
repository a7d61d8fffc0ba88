import { cholesky, correlatedNormals } from './cholesky'
import { extraDegrees, z975 } from './constants'
import { type Ece, ece } from './ece'
import { eceBinOf } from './ece-bins'
import { effectiveNumber } from './effective-number'
import type { RandomStream } from './random'
import { studentQuantile } from './student-quantile'

/** ECE with what chance alone would give. Approximate: for exploration, never in a verdict. */
export interface EceInterval extends Ece {
  /** its mean if the model were perfectly calibrated */
  noiseFloor: number
  /** the true error for which the value would be the mean, and its interval; 0 or more */
  corrected: number
  low: number
  high: number
}

/**
 * ECE, noise floor, corrected value and interval (statistics.md section 6). Bin gaps g_k are drawn as c g_k + e_k,
 * e ~ N(0, Sigma), Sigma the subjects' bin influences; the c in [0,3] that fit the observed value give the limits.
 * @param subject a number a row @param rows the rows of the slice, the rows of a subject together
 * @returns `undefined` with fewer than 100 rows or two subjects, or where every bin agrees exactly
 */
export function eceInterval(
  probability: Float64Array,
  label: Uint8Array,
  subject: ArrayLike<number>,
  rows: Uint32Array,
  random: RandomStream,
  draws = 2000,
): EceInterval | undefined {
  const found = rows.length < 100 ? undefined : ece(probability, label, rows)
  if (found === undefined || found.value === 0) return undefined
  const covariance = gapCovariance(probability, label, subject, rows, found)
  if (covariance === undefined) return undefined
  const shares = found.bins.map((bin) => bin.n / rows.length)
  const gaps = found.bins.map((bin) => bin.observed - bin.predicted)
  const errors = drawnErrors(covariance, random, draws)
  const totals = new Float64Array(draws)
  const totalsAt = (c: number) => {
    for (let draw = 0; draw < draws; draw++) {
      let sum = 0
      for (let bin = 0; bin < gaps.length; bin++) {
        sum += shares[bin] * Math.abs(c * gaps[bin] + errors[draw * gaps.length + bin])
      }
      totals[draw] = sum
    }
    return totals
  }
  const mean = (c: number) => totalsAt(c).reduce((sum, total) => sum + total, 0) / draws
  const shareOf = (c: number, holds: (total: number) => boolean) => totalsAt(c).filter(holds).length / draws
  return {
    ...found,
    noiseFloor: mean(0),
    corrected: found.value * rootOf((c) => mean(c) >= found.value),
    low: found.value * rootOf((c) => shareOf(c, (total) => total >= found.value) >= 0.025),
    high: found.value * rootOf((c) => shareOf(c, (total) => total <= found.value) <= 0.025),
  }
}

/** The least c in [0,3] from which on the condition holds, by bisection; 3 where it never does. */
function rootOf(holds: (c: number) => boolean): number {
  if (holds(0)) return 0
  let [below, above] = [0, 3]
  while (above - below > 1e-6) {
    const middle = (below + above) / 2
    if (holds(middle)) above = middle
    else below = middle
  }
  return above
}

/** Sigma, S/(S-1) times the outer products of bin influences, widened for t where subjects have several rows. */
function gapCovariance(
  probability: Float64Array,
  label: Uint8Array,
  subject: ArrayLike<number>,
  rows: Uint32Array,
  { edges, bins }: Ece,
): Float64Array | undefined {
  const size = bins.length
  const sigma = new Float64Array(size * size)
  const counts = { subjects: 0, sum: 0, sum2: 0, sum3: 0, sum4: 0 }
  const influence = new Float64Array(size)
  for (let start = 0, end = 0; start < rows.length; start = end) {
    influence.fill(0)
    for (; end < rows.length && subject[rows[end]] === subject[rows[start]]; end++) {
      const row = rows[end]
      const bin = eceBinOf(probability[row], edges)
      const { n, observed, predicted } = bins[bin]
      influence[bin] += (label[row] - probability[row] - observed + predicted) / n
    }
    counts.subjects++
    counts.sum += end - start
    counts.sum2 += (end - start) ** 2
    for (let i = 0; i < size; i++) {
      if (influence[i] !== 0) for (let j = 0; j < size; j++) sigma[i * size + j] += influence[i] * influence[j]
    }
  }
  if (counts.subjects < 2) return undefined
  const isClustered = counts.sum2 > counts.sum
  const t = isClustered ? studentQuantile(0.975, effectiveNumber(counts, 0) + extraDegrees) / z975 : 1
  return sigma.map((cell) => (cell * t * t * counts.subjects) / (counts.subjects - 1))
}

function drawnErrors(covariance: Float64Array, random: RandomStream, draws: number): Float64Array {
  const lower = cholesky(covariance)
  const size = Math.round(Math.sqrt(covariance.length))
  const normals = new Float64Array(size)
  const errors = new Float64Array(draws * size)
  for (let draw = 0; draw < draws; draw++) {
    for (let bin = 0; bin < size; bin++) normals[bin] = random.normal()
    correlatedNormals(lower, normals, errors.subarray(draw * size, (draw + 1) * size))
  }
  return errors
}
