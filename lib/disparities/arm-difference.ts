import { correlation } from '@/lib/metrics/correlation'
import type { Interval } from '@/lib/metrics/interval'
import { meanCovariance } from '@/lib/metrics/mean-covariance'
import { meanDifference } from '@/lib/metrics/mean-difference'
import type { MeanEstimate } from '@/lib/metrics/mean-interval'
import { moverDifference } from '@/lib/metrics/mover-difference'
import { moverRatio } from '@/lib/metrics/mover-ratio'
import { placementCovariance } from '@/lib/metrics/placement-covariance'
import type { PlacementCrossSums } from '@/lib/metrics/placement-sums'
import { ratioCovariance } from '@/lib/metrics/ratio-covariance'
import type { RatioCrossSums } from '@/lib/metrics/ratio-sums'
import type { MetricKey } from '@/lib/wire/metric-key'
import type { ArmEstimates, ArmSums } from './arm-estimates'
import type { RatioKey } from './confusion-sums'
import { type MeanKey, meanKeys } from './mean-values'

/** Sums and estimates of a slice and of what it is compared with. */
export interface ArmPair {
  slice: ArmSums
  comparator: ArmSums
  sliceEstimates: ArmEstimates
  comparatorEstimates: ArmEstimates
  cross: {
    confusion: Record<RatioKey, RatioCrossSums>
    means: Partial<Record<MeanKey, RatioCrossSums>>
    placement: PlacementCrossSums | undefined
  }
  /** true when no subject has rows in both */
  isApart: boolean
}

/** A difference or ratio of two arms, or why there is none. */
export type ArmDifference = ({ status: 'estimated' } & Interval) | { status: 'too_few' | 'undefined' }

/** The ratio metric whose sums carry the covariance of a metric. */
const carriedBy: Partial<Record<MetricKey, RatioKey>> = {
  tpr: 'tpr',
  fnr: 'tpr',
  fpr: 'fpr',
  tnr: 'fpr',
  ppv: 'ppv',
  npv: 'npv',
  accuracy: 'accuracy',
  selection_rate: 'selection_rate',
  prevalence: 'prevalence',
  f1: 'jaccard',
}

/**
 * Correlation of a metric's two estimates through shared subjects.
 * @returns within [-1,1]; undefined where it is not known (balanced accuracy of slices that share subjects)
 */
function rhoOf(pair: ArmPair, metric: MetricKey): number | undefined {
  const [first, second] = [pair.sliceEstimates[metric], pair.comparatorEstimates[metric]]
  if (pair.isApart || first?.status !== 'estimated' || second?.status !== 'estimated') return 0
  const ratio = carriedBy[metric]
  if (metric === 'auroc') {
    const { slice, comparator, cross } = pair
    if (!slice.placement || !comparator.placement || !cross.placement) return undefined
    const covariance = placementCovariance(cross.placement, slice.placement, comparator.placement)
    return correlation(covariance, first.estimate.variance, second.estimate.variance)
  }
  if (!ratio) return undefined
  const sums = [pair.slice.confusion[ratio], pair.comparator.confusion[ratio]] as const
  const covariance = ratioCovariance(pair.cross.confusion[ratio], ...sums)
  // the correlation of J, which F1 rises with, from J's own variances
  const scale = metric === 'f1' ? sums.map((sum, i) => jaccardVariance([first, second][i].estimate, sum)) : undefined
  return correlation(covariance, scale?.[0] ?? first.estimate.variance, scale?.[1] ?? second.estimate.variance)
}

/** The variance of J, from that of F1 = 2J/(1+J) by the delta method backwards. */
function jaccardVariance(f1: { variance: number }, sums: { events: number; n: number }): number {
  const slope = 2 / (1 + sums.events / sums.n) ** 2
  return f1.variance / slope ** 2
}

/** The difference slice minus comparator of a first-tier metric (statistics.md section 4). */
export function armDifference(pair: ArmPair, metric: MetricKey): ArmDifference {
  const [first, second] = [pair.sliceEstimates[metric], pair.comparatorEstimates[metric]]
  if (!first || !second) return { status: 'undefined' }
  if (first.status !== 'estimated') return { status: first.status }
  if (second.status !== 'estimated') return { status: second.status }
  const meanKey = meanKeys.find((key) => key === metric)
  if (meanKey) {
    const [sums, cross] = [[pair.slice.means[meanKey], pair.comparator.means[meanKey]], pair.cross.means[meanKey]]
    if (!sums[0] || !sums[1] || !cross) return { status: 'undefined' }
    const covariance = pair.isApart ? 0 : meanCovariance(cross, sums[0], sums[1])
    const { value, low, high } = meanDifference(
      first.estimate as MeanEstimate,
      second.estimate as MeanEstimate,
      covariance,
    )
    return { status: 'estimated', value, low, high }
  }
  const rho = rhoOf(pair, metric)
  if (rho === undefined) return { status: 'undefined' }
  return { status: 'estimated', ...moverDifference(first.estimate, second.estimate, rho) }
}

/** The ratio slice / comparator of a ratio metric; undefined where the comparator is 0 (statistics.md section 4). */
export function armRatio(pair: ArmPair, metric: MetricKey): ArmDifference {
  const [first, second] = [pair.sliceEstimates[metric], pair.comparatorEstimates[metric]]
  if (!first || !second) return { status: 'undefined' }
  if (first.status !== 'estimated') return { status: first.status }
  if (second.status !== 'estimated') return { status: second.status }
  const rho = rhoOf(pair, metric)
  const ratio = rho === undefined ? undefined : moverRatio(first.estimate, second.estimate, rho)
  return ratio ? { status: 'estimated', ...ratio } : { status: 'undefined' }
}
