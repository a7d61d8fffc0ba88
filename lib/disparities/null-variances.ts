import { aurocNullCovariance, ratioNullCovariance } from '@/lib/metrics/null-covariance'
import { aurocNullVariance, type NullVariance, ratioNullVariance } from '@/lib/metrics/null-variance'
import type { ArmPair } from './arm-difference'
import type { PreparedEvaluation } from './disaggregate'
import type { TestedMetric } from './tested-metric'

/** Variances of a slice and its comparator under the hypothesis that both are like the pool (statistics.md section 9). */
export interface NullVariances {
  slice: NullVariance
  comparator: NullVariance
  covariance: number
}

/** @returns undefined where either arm or the pool is too small to have a variance */
export function nullVariances(
  evaluation: PreparedEvaluation,
  pair: ArmPair,
  metric: TestedMetric,
): NullVariances | undefined {
  const { pool, everyone } = evaluation
  if (metric === 'auroc') {
    const [first, second] = [pair.slice.placement, pair.comparator.placement]
    if (!first || !second || !pool.placement) return undefined
    const [slice, comparator] = [aurocNullVariance(first, pool.placement), aurocNullVariance(second, pool.placement)]
    if (!slice || !comparator) return undefined
    const nu = Math.min(slice.nu, comparator.nu)
    const covariance =
      pair.isApart || !pair.cross.placement
        ? 0
        : aurocNullCovariance(pair.cross.placement, first, second, pool.placement, nu)
    return { slice, comparator, covariance }
  }
  const all = everyone.pairs[0].slice.confusion[metric]
  const [first, second] = [pair.slice.confusion[metric], pair.comparator.confusion[metric]]
  if (all.n === 0 || first.n === 0 || second.n === 0) return undefined
  const [rate, icc] = [all.events / all.n, pool.ratio[metric]]
  const [slice, comparator] = [ratioNullVariance(first, rate, icc), ratioNullVariance(second, rate, icc)]
  if (!slice || !comparator) return undefined
  const nu = Math.min(slice.nu, comparator.nu)
  const covariance = pair.isApart ? 0 : ratioNullCovariance(pair.cross.confusion[metric], first, second, rate, icc, nu)
  return { slice, comparator, covariance }
}
