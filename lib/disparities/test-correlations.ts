import type { ArmSums } from './arm-estimates'
import type { DisaggregatedFamily, PreparedEvaluation } from './disaggregate'
import { falseNegative, falsePositive, truePositive, unlabelledClear } from './outcome'
import type { OwnInfluences } from './own-influences'
import { poolPlacements } from './pool-placements'
import { outside } from './slice-family'
import type { TestedMetric } from './tested-metric'

/** One comparison of a slice with everyone else, as the normal approximation sees it. */
export interface NormalTest {
  family: number
  slice: number
  metric: TestedMetric
}

const pooled = 4 // influences of the pool that complements are made of: P, Q, TPR, FPR

/**
 * Correlations of the tests: cross-products of the subjects' null influences (statistics.md section 9). A complement is
 * the pool less the slice, so a test's influence is what its slice gives, which few tests of a subject have, less a
 * combination of four pooled ones. O(rows x families + subjects x (tests a subject touches)^2).
 * @param own influences on the slices' own AUROCs, one entry a family
 * @returns K x K, row by row, 1 on the diagonal
 */
export function testCorrelations(
  evaluation: PreparedEvaluation,
  families: readonly DisaggregatedFamily[],
  own: readonly OwnInfluences[],
  tests: readonly NormalTest[],
): Float64Array {
  const { frame, outcome, sorted, everyone } = evaluation
  const { subject, cell } = frame
  const { tpr, fpr } = everyone.pairs[0].slice.confusion
  const rates = { tpr: tpr.n > 0 ? tpr.events / tpr.n : 0, fpr: fpr.n > 0 ? fpr.events / fpr.n : 0 }
  const placement = poolPlacements(sorted, subject.length)
  const columns = columnsOf(families, tests)
  const size = tests.length
  const products = new Float64Array(size * size)
  const withPool = new Float64Array(size * pooled)
  const gram = new Float64Array(pooled * pooled)
  const sums = new Float64Array(columns.length * 4) // of a subject in a slice: P and Q in the pool, TPR, FPR
  const seen = new Int32Array(columns.length).fill(-1)
  const touched: number[] = []
  const pool = new Float64Array(pooled)
  const [hit, x] = [new Uint32Array(size), new Float64Array(size)]

  for (let row = 0; row < subject.length; ) {
    const current = subject[row]
    touched.length = 0
    pool.fill(0)
    for (; row < subject.length && subject[row] === current; row++) {
      const code = outcome[row]
      if (code >= unlabelledClear) continue
      const isPositive = code >= falseNegative
      const kind = isPositive ? 0 : 1
      const deviation = (code === truePositive || code === falsePositive ? 1 : 0) - (isPositive ? rates.tpr : rates.fpr)
      pool[kind] += placement[row]
      pool[kind + 2] += deviation
      for (let f = 0; f < families.length; f++) {
        const slice = families[f].family.sliceOfCell[cell[row]]
        if (slice === outside) continue
        const column = columns.start[f] + slice
        if (seen[column] !== current) {
          seen[column] = current
          touched.push(column)
          sums.fill(0, column * 4, column * 4 + 4)
        }
        sums[column * 4 + kind] += placement[row]
        sums[column * 4 + kind + 2] += deviation
      }
    }
    let hits = 0
    for (const column of touched) {
      for (const { test, metric, inSlice, inRest, isBound } of columns.tests[column]) {
        hit[hits] = test
        if (metric === 'auroc') {
          const f = columns.family[column]
          const influence = isBound
            ? sums[column * 4] * inSlice[0] + sums[column * 4 + 1] * inSlice[1]
            : ownInfluence(own[f], current, column - columns.start[f])
          x[hits++] = influence + sums[column * 4] * inRest[0] + sums[column * 4 + 1] * inRest[1]
        } else {
          const at = metric === 'tpr' ? 2 : 3
          x[hits++] = sums[column * 4 + at] * (inSlice[at] + inRest[at])
        }
      }
    }
    for (let i = 0; i < hits; i++) {
      // one half is enough: products are symmetric
      for (let j = 0; j <= i; j++) products[hit[i] * size + hit[j]] += x[i] * x[j]
      for (let k = 0; k < pooled; k++) withPool[hit[i] * pooled + k] += x[i] * pool[k]
    }
    for (let k = 0; k < pooled; k++) for (let l = 0; l < pooled; l++) gram[k * pooled + l] += pool[k] * pool[l]
  }
  return scaled(products, withPool, gram, columns.rest, size)
}

function ownInfluence(own: OwnInfluences, subject: number, slice: number): number {
  for (let at = own.start[subject]; at < own.start[subject + 1]; at++) if (own.slice[at] === slice) return own.auroc[at]
  return 0
}

interface ColumnTest {
  test: number
  metric: TestedMetric
  /** what each pooled influence weighs in the slice: 1/m_g, 1/n_g or 1/B_g at its place, else 0 */
  inSlice: number[]
  /** what each pooled influence weighs in the complement: 1/m_c, 1/n_c or 1/B_c at its place, else 0 */
  inRest: number[]
  /** an AUROC of 0 or 1: its own placements do not vary, so the pool's stand in */
  isBound: boolean
}

function weights(metric: TestedMetric, { tpr, fpr }: ArmSums['confusion']): number[] {
  if (metric === 'auroc') return [1 / tpr.n, 1 / fpr.n, 0, 0]
  return metric === 'tpr' ? [0, 0, 1 / tpr.n, 0] : [0, 0, 0, 1 / fpr.n]
}

/** The slices of all families end to end, the tests of each, and what the pool weighs in each test. */
function columnsOf(families: readonly DisaggregatedFamily[], tests: readonly NormalTest[]) {
  const start = [0]
  for (const { family } of families) start.push(start.at(-1)! + family.slices.length)
  const length = start.at(-1)!
  const family = new Uint32Array(length)
  for (let f = 0; f < families.length; f++) family.fill(f, start[f], start[f + 1])
  const byColumn: ColumnTest[][] = Array.from({ length }, () => [])
  const rest = tests.map((test, t) => {
    const { slice, comparator } = families[test.family].pairs[test.slice]
    const inRest = weights(test.metric, comparator.confusion)
    const inSlice = weights(test.metric, slice.confusion)
    const isBound = slice.placement?.auroc === 0 || slice.placement?.auroc === 1
    byColumn[start[test.family] + test.slice].push({ test: t, metric: test.metric, inSlice, inRest, isBound })
    return inRest
  })
  return { start, length, family, tests: byColumn, rest }
}

/** Covariances x_t x_u - c_u (x_t pool) - c_t (x_u pool) + c_t gram c_u, divided by the standard deviations. */
function scaled(products: Float64Array, withPool: Float64Array, gram: Float64Array, rest: number[][], size: number) {
  const dot = (t: number, weights: number[]) =>
    weights.reduce((sum, weight, k) => sum + weight * withPool[t * pooled + k], 0)
  const covariance = new Float64Array(size * size)
  for (let t = 0; t < size; t++) {
    for (let u = 0; u < size; u++) {
      let both = 0
      for (let k = 0; k < pooled; k++)
        for (let l = 0; l < pooled; l++) both += rest[t][k] * gram[k * pooled + l] * rest[u][l]
      const own = products[t * size + u] + (t === u ? 0 : products[u * size + t])
      covariance[t * size + u] = own - dot(t, rest[u]) - dot(u, rest[t]) + both
    }
  }
  const sd = Float64Array.from({ length: size }, (_, t) => Math.sqrt(Math.max(0, covariance[t * size + t])))
  return covariance.map((value, at) => {
    const [t, u] = [Math.floor(at / size), at % size]
    if (t === u) return 1
    return sd[t] > 0 && sd[u] > 0 ? Math.min(1, Math.max(-1, value / (sd[t] * sd[u]))) : 0
  })
}
