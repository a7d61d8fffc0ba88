import { brierValue } from '@/lib/metrics/brier'
import { netBenefitValue } from '@/lib/metrics/net-benefit'
import { observedMinusExpectedValue } from '@/lib/metrics/observed-minus-expected'
import type { ScoreScale } from '@/lib/wire/metric-frame'
import type { Reading } from './arm-estimates'
import type { EvaluationFrame } from './evaluation-frame'
import { unknownLabel } from './evaluation-frame'
import type { RowValue } from './moment-sums'

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

/**
 * The mean metrics that have a meaning for an evaluation, with their values a row and centres.
 * @param decision 0 or 1 a row
 * @returns nothing where no row has a label; without a probability only the mean score
 */
export function meanValues(
  frame: EvaluationFrame,
  { scale, probabilityThreshold }: Pick<Reading, 'scale' | 'probabilityThreshold'>,
  decision: Uint8Array,
): { key: MeanKey; value: RowValue }[] {
  const { score, label } = frame
  const probability = scale === 'logit' ? (row: number) => 1 / (1 + Math.exp(-score[row])) : (row: number) => score[row]
  const values: Partial<Record<MeanKey, (row: number) => number>> = { mean_score: probability }
  if (scale !== 'rank') {
    values.observed_minus_expected = (row) => observedMinusExpectedValue(label[row], probability(row))
    values.brier = (row) => brierValue(label[row], probability(row))
    if (probabilityThreshold !== undefined) {
      values.net_benefit = (row) => netBenefitValue(label[row], decision[row], probabilityThreshold)
    }
  }
  return meanKeys.flatMap((key) => {
    const of = values[key]
    const centre = of && meanOf(label, of)
    return of && centre !== undefined ? [{ key, value: { of, centre } }] : []
  })
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
