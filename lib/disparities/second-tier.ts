import { averagePrecisionInterval } from '@/lib/metrics/average-precision-interval'
import { logitRows } from '@/lib/metrics/calibration-fit'
import { calibrationIntercept, calibrationSlope } from '@/lib/metrics/calibration-interval'
import { eceInterval } from '@/lib/metrics/ece-interval'
import { randomStream } from '@/lib/metrics/random'
import { scoreOrder } from '@/lib/metrics/score-order'
import type { Measure } from '@/lib/wire/measure'
import type { MetricKey } from '@/lib/wire/metric-key'
import { type ArmSums, fewestRows, fewestSubjects } from './arm-estimates'
import type { AuditSettings } from './audit-settings'
import type { PreparedEvaluation } from './disaggregate'
import { probabilityOf } from './mean-values'
import { withoutNumber } from './measures'
import { once } from './once'
import type { SliceFamily } from './slice-family'
import { sliceRows } from './slice-rows'

/** Metrics that are fitted or resampled: computed for every slice only when there are few rows, or when asked. */
export const secondTier = ['auprc', 'ece', 'calibration_slope', 'calibration_intercept'] as const
type SecondTierKey = (typeof secondTier)[number]

/** Fewest rows for an expected calibration error (statistics.md section 6). */
const fewestForEce = 100

/** Above this many rows x families calibration by slice is only computed when asked. */
const mostForCalibration = 5e6

/** Which second-tier metrics a view shows by slice; the overall always has calibration slope and intercept. */
export function secondTierKeys(settings: AuditSettings, rows: number, isOverall: boolean): SecondTierKey[] {
  const isSmall = rows * settings.families.length < mostForCalibration
  return secondTier.filter(
    (key) => settings.metrics.includes(key) || (key.startsWith('calibration') && (isOverall || isSmall)),
  )
}

/** @returns one measure for each key, with a number or the reason why there is none */
export function secondTierMeasures(
  evaluation: PreparedEvaluation,
  family: SliceFamily,
  slice: number,
  arm: ArmSums,
  keys: readonly SecondTierKey[],
  seed: number,
): Partial<Record<MetricKey, Measure>> {
  if (keys.length === 0) return {}
  const missing = new Map(keys.map((key) => [key, reasonOf(evaluation, arm, key)]))
  const rows = once(() => sliceRows(evaluation, family, slice))
  const packed = sliceColumns(evaluation, rows)
  return Object.fromEntries(
    keys.map((key) => {
      const name = `${key} of slice ${slice} ${JSON.stringify(family.by)}, seed ${seed}`
      const measured = () => measureOf(evaluation, rows(), packed, key, seed)
      return [key, missing.get(key) ?? evaluation.remember(name, measured)]
    }),
  )
}

/** What the metrics of a slice share, made when the first of them asks. */
function sliceColumns({ frame, reading }: PreparedEvaluation, rows: () => Uint32Array) {
  const { scale } = reading
  const probabilities = once(() =>
    scale === 'probability' ? frame.score : frame.score.map((score) => probabilityOf(score, scale)!),
  )
  return { probabilities, logits: once(() => logitRows(probabilities(), frame.label, rows())) }
}

/** Why a metric has no number in an arm; undefined where it may have one. */
function reasonOf({ reading }: PreparedEvaluation, arm: ArmSums, key: SecondTierKey): Measure | undefined {
  const { tpr, fpr, accuracy } = arm.confusion
  const n = accuracy.n
  if (key !== 'auprc' && reading.scale === 'rank') return withoutNumber('undefined', n, 'needs-probabilities')
  if (tpr.n === 0 || fpr.n === 0) return withoutNumber('undefined', n, tpr.n === 0 ? 'no-positives' : 'no-negatives')
  const isFew =
    key === 'auprc'
      ? [tpr, fpr].some((side) => side.n < fewestRows || side.subjects < fewestSubjects)
      : key === 'ece'
        ? n < fewestForEce || accuracy.subjects < fewestSubjects
        : tpr.n < 10 || fpr.n < 10 || accuracy.subjects < 10
  return isFew ? withoutNumber('too_few', n, 'too-few') : undefined
}

function measureOf(
  evaluation: PreparedEvaluation,
  rows: Uint32Array,
  packed: ReturnType<typeof sliceColumns>,
  key: SecondTierKey,
  seed: number,
): Measure {
  const { frame } = evaluation
  const { label, subject } = frame
  const n = rows.length
  if (key === 'auprc') {
    const byScore = scoreOrder(frame.score, rows)
    const random = (replicate: number) => randomStream(seed, 'average-precision', replicate)
    const estimate = averagePrecisionInterval(frame.score, label, subject, byScore, random)
    return estimate ? shown(estimate, n) : withoutNumber('undefined', n, 'not-defined')
  }
  const probability = packed.probabilities()
  if (key === 'ece') {
    const error = eceInterval(probability, label, subject, rows, randomStream(seed, 'ece', 0))
    if (!error) return withoutNumber('undefined', n, 'not-defined')
    const plain = `plug-in ${error.value.toPrecision(4)}, noise floor ${error.noiseFloor.toPrecision(4)}`
    return {
      status: 'estimated',
      value: error.corrected,
      low: Math.min(error.low, error.corrected),
      high: Math.max(error.high, error.corrected),
      n,
      nEff: null,
      df: null,
      method: `ece-corrected (${plain})`,
    }
  }
  const calibration = key === 'calibration_slope' ? calibrationSlope : calibrationIntercept
  const estimate = calibration(probability, label, subject, rows, packed.logits())
  return estimate ? shown(estimate, n) : withoutNumber('undefined', n, 'scores-separate-labels')
}

function shown(
  estimate: { value: number; low: number; high: number; df: number | null; method: string },
  n: number,
): Measure {
  const { value, low, high, df, method } = estimate
  return { status: 'estimated', value, low, high, n, nEff: null, df, method }
}
