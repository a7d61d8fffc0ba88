import { brierValue } from '@/lib/metrics/brier'
import { netBenefitValue } from '@/lib/metrics/net-benefit'
import { observedMinusExpectedValue } from '@/lib/metrics/observed-minus-expected'
import type { ScoreScale } from '@/lib/wire/metric-frame'
import type { Reading } from './arm-estimates'
import type { EvaluationFrame } from './evaluation-frame'
import { unknownLabel } from './evaluation-frame'
import type { RowValue } from './moment-sums'
import { unlabelledClear } from './outcome'

/** The metrics that are means of a real value a row. */
export const meanKeys = ['mean_score', 'observed_minus_expected', 'brier', 'net_benefit'] as const
export type MeanKey = (typeof meanKeys)[number]

/**
 * The score as a probability.
 * @returns undefined where the scale is `rank`: such scores say nothing about probabilities
 */
export function probabilityOf(score: number, scale: ScoreScale): number | undefined {
  if (scale === 'probability') return score
  return scale === 'logit' ? 1 / (1 + Math.exp(-score)) : undefined
}

/** A mean metric with its value of a row. */
export interface MeanOfRows {
  key: MeanKey
  value: RowValue
}

/**
 * The mean metrics that depend on no decision, with their values a row and centres.
 * @returns nothing where no row has a label; without a probability only the mean score
 */
export function lastingMeans(frame: EvaluationFrame, scale: ScoreScale): MeanOfRows[] {
  const { score, label } = frame
  const probability = scale === 'logit' ? (row: number) => 1 / (1 + Math.exp(-score[row])) : (row: number) => score[row]
  const means = [centred(label, 'mean_score', probability)]
  if (scale !== 'rank') {
    means.push(
      centred(label, 'observed_minus_expected', (row) => observedMinusExpectedValue(label[row], probability(row))),
      centred(label, 'brier', (row) => brierValue(label[row], probability(row))),
    )
  }
  return means.flat()
}

/**
 * Net benefit, where the threshold is a probability.
 * @param outcome one code of outcome.ts a row
 */
export function netBenefitMean(
  { label }: EvaluationFrame,
  { probabilityThreshold }: Pick<Reading, 'probabilityThreshold'>,
  outcome: Uint8Array,
): MeanOfRows[] {
  if (probabilityThreshold === undefined) return []
  const benefitOf = Float64Array.from({ length: unlabelledClear }, (_, code) =>
    netBenefitValue(code >> 1, code & 1, probabilityThreshold),
  )
  return centred(label, 'net_benefit', (row) => benefitOf[outcome[row]])
}

function centred(label: Uint8Array, key: MeanKey, of: (row: number) => number): MeanOfRows[] {
  const centre = meanOf(label, of)
  return centre === undefined ? [] : [{ key, value: { of, centre } }]
}

function meanOf(label: Uint8Array, of: (row: number) => number): number | undefined {
  let [sum, rows] = [0, 0]
  for (let row = 0; row < label.length; row++) {
    if (label[row] === unknownLabel) continue
    sum += of(row)
    rows++
  }
  return rows > 0 ? sum / rows : undefined
}
