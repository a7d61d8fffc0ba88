import { aurocInterval } from '@/lib/metrics/auroc-interval'
import { balancedAccuracyInterval } from '@/lib/metrics/balanced-accuracy-interval'
import { complementInterval } from '@/lib/metrics/complement-interval'
import { correlation } from '@/lib/metrics/correlation'
import { f1Interval } from '@/lib/metrics/f1-interval'
import type { Estimate } from '@/lib/metrics/interval'
import { meanIcc } from '@/lib/metrics/mean-icc'
import { meanInterval } from '@/lib/metrics/mean-interval'
import type { MeanSums } from '@/lib/metrics/mean-sums'
import { treatAllBenefit } from '@/lib/metrics/net-benefit'
import { type PlacementIcc, placementIcc } from '@/lib/metrics/placement-icc'
import type { PlacementSums } from '@/lib/metrics/placement-sums'
import { ratioCovariance } from '@/lib/metrics/ratio-covariance'
import { ratioIcc } from '@/lib/metrics/ratio-icc'
import { ratioInterval } from '@/lib/metrics/ratio-interval'
import type { RatioCrossSums, RatioSums } from '@/lib/metrics/ratio-sums'
import type { ScoreScale } from '@/lib/wire/metric-frame'
import type { MetricKey } from '@/lib/wire/metric-key'
import { type RatioKey, ratioKeys } from './confusion-sums'
import { type MeanKey, meanKeys } from './mean-values'

/** All sums of one arm: a slice, or its complement. */
export interface ArmSums {
  confusion: Record<RatioKey, RatioSums>
  tprFpr: RatioCrossSums
  means: Partial<Record<MeanKey, MeanSums>>
  /** undefined where a class is missing, or the arm is too small to be estimated */
  placement: PlacementSums | undefined
}

/** The intra-subject correlations of all labelled rows, used for every slice (statistics.md section 1). */
export interface PoolCorrelations {
  ratio: Record<RatioKey, number>
  mean: Partial<Record<MeanKey, number>>
  placement: PlacementIcc | undefined
}

/** An estimate, or why there is none; `n` counts the rows of the denominator. */
export type ArmEstimate =
  | { status: 'estimated'; n: number; estimate: Estimate }
  | { status: 'too_few' | 'undefined'; n: number; reason: string }

export type ArmEstimates = Partial<Record<MetricKey, ArmEstimate>>

/** Fewest rows and subjects for a number to be shown. Raised, never lowered, for shared views. */
export const fewestRows = 10
export const fewestSubjects = 5

/** Correlations of the pool from its own sums. */
export function poolCorrelations(pool: ArmSums): PoolCorrelations {
  return {
    ratio: Object.fromEntries(ratioKeys.map((key) => [key, ratioIcc(pool.confusion[key])])) as Record<RatioKey, number>,
    mean: Object.fromEntries(Object.entries(pool.means).map(([key, sums]) => [key, meanIcc(sums)])),
    placement: pool.placement && placementIcc(pool.placement),
  }
}

/** Whether a ratio of these sums may be shown, and if not why. */
export function judged(
  sums: { n: number; subjects: number },
  estimate: () => Estimate | undefined,
  missing: string,
): ArmEstimate {
  const { n, subjects } = sums
  if (n === 0) return { status: 'undefined', n, reason: missing }
  if (n < fewestRows || subjects < fewestSubjects) return { status: 'too_few', n, reason: 'too-few' }
  const made = estimate()
  return made ? { status: 'estimated', n, estimate: made } : { status: 'undefined', n, reason: 'not-defined' }
}

const noRows: Record<RatioKey, string> = {
  tpr: 'no-positives',
  fpr: 'no-negatives',
  ppv: 'none-flagged',
  npv: 'none-cleared',
  accuracy: 'no-labels',
  selection_rate: 'no-labels',
  prevalence: 'no-labels',
  jaccard: 'none-positive-or-flagged',
}

/** What scores and decisions of an evaluation allow to say. */
export interface Reading {
  scale: ScoreScale
  /** false where no threshold exists: metrics that need a decision are then undefined */
  isDecided: boolean
  /** the threshold as a probability, which net benefit needs; undefined: it is none */
  probabilityThreshold: number | undefined
}

/** Every first-tier metric of one arm. */
export function armEstimates(arm: ArmSums, pool: PoolCorrelations, reading: Reading): ArmEstimates {
  const { isDecided } = reading
  const ratio = Object.fromEntries(
    ratioKeys.map((key) => {
      const sums = arm.confusion[key]
      if (!isDecided && key !== 'prevalence') return [key, { status: 'undefined', n: 0, reason: 'no-threshold' }]
      return [key, judged(sums, () => ratioInterval(sums, pool.ratio[key]), noRows[key])]
    }),
  ) as Record<RatioKey, ArmEstimate>
  const { jaccard, ...shown } = ratio
  const { tpr, fpr } = ratio
  return {
    auroc: aurocEstimate(arm, pool),
    ...shown,
    tnr: mapped(fpr, complementInterval),
    fnr: mapped(tpr, complementInterval),
    f1: mapped(jaccard, f1Interval),
    balanced_accuracy: balancedAccuracy(arm, tpr, fpr),
    ...meanEstimates(arm, pool, reading),
  }
}

function mapped(from: ArmEstimate, to: (estimate: Estimate) => Estimate): ArmEstimate {
  return from.status === 'estimated' ? { ...from, estimate: to(from.estimate) } : from
}

function aurocEstimate(arm: ArmSums, pool: PoolCorrelations): ArmEstimate {
  const { tpr, fpr } = arm.confusion
  const n = tpr.n + fpr.n
  if (tpr.n === 0 || fpr.n === 0) {
    return { status: 'undefined', n, reason: tpr.n === 0 ? noRows.tpr : noRows.fpr }
  }
  const isFew = [tpr, fpr].some((side) => side.n < fewestRows || side.subjects < fewestSubjects)
  if (isFew) return { status: 'too_few', n, reason: 'too-few' }
  const { placement } = arm
  const found = placement && pool.placement && aurocInterval(placement, pool.placement)
  const estimate = found?.isAllTied ? { ...found, method: `${found.method} (all scores equal)` } : found
  return estimate ? { status: 'estimated', n, estimate } : { status: 'undefined', n, reason: 'not-defined' }
}

function balancedAccuracy(arm: ArmSums, tpr: ArmEstimate, fpr: ArmEstimate): ArmEstimate {
  const n = arm.confusion.accuracy.n
  if (tpr.status !== 'estimated' || fpr.status !== 'estimated') {
    const lacking = tpr.status !== 'estimated' ? tpr : (fpr as Exclude<ArmEstimate, { status: 'estimated' }>)
    return { status: lacking.status, n, reason: lacking.reason }
  }
  const covariance = ratioCovariance(arm.tprFpr, arm.confusion.tpr, arm.confusion.fpr)
  const rho = -correlation(covariance, tpr.estimate.variance, fpr.estimate.variance)
  const estimate = balancedAccuracyInterval(tpr.estimate, complementInterval(fpr.estimate), rho)
  return { status: 'estimated', n, estimate }
}

function meanEstimates(arm: ArmSums, pool: PoolCorrelations, reading: Reading): ArmEstimates {
  const { scale, probabilityThreshold } = reading
  return Object.fromEntries(
    meanKeys.map((key): [MeanKey, ArmEstimate] => {
      const sums = arm.means[key]
      const n = arm.confusion.accuracy.n
      if (!sums) {
        const reason =
          n === 0 ? 'no-labels' : key === 'net_benefit' && scale !== 'rank' ? 'no-threshold' : 'needs-probabilities'
        return [key, { status: 'undefined', n, reason }]
      }
      const isBounded = key === 'brier' || (key === 'mean_score' && scale !== 'rank')
      const estimate = judged(sums, () => meanInterval(sums, pool.mean[key] ?? 0, isBounded), 'no-labels')
      return [key, key === 'net_benefit' ? besideTreatAll(estimate, arm, probabilityThreshold) : estimate]
    }),
  )
}

/** Net benefit means little without that of treating everyone and no one (Vickers and Elkin 2006): named in the method. */
function besideTreatAll(estimate: ArmEstimate, arm: ArmSums, threshold: number | undefined): ArmEstimate {
  if (estimate.status !== 'estimated' || threshold === undefined) return estimate
  const { events, n } = arm.confusion.prevalence
  const all = treatAllBenefit(events / n, threshold).toPrecision(4)
  const method = `${estimate.estimate.method} (treat all ${all}, treat none 0)`
  return { ...estimate, estimate: { ...estimate.estimate, method } }
}
