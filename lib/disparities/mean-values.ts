import { brierValue } from '@/lib/metrics/brier'
import { netBenefitValue } from '@/lib/metrics/net-benefit'
import { observedMinusExpectedValue } from '@/lib/metrics/observed-minus-expected'
import type { ScoreScale } from '@/lib/wire/metric-frame'
import type { Reading } from './arm-estimates'
import type { EvaluationFrame } from './evaluation-frame'
import { unknownLabel } from './evaluation-frame'

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
 * Fills `into` with the value of a mean metric a row; rows without a label get 0, which nothing reads.
 * @param decision 0 or 1 a row
 * @returns the mean over labelled rows, the centre of later sums; undefined where the metric has no meaning
 */
export function meanValues(
  frame: EvaluationFrame,
  key: MeanKey,
  { scale, probabilityThreshold }: Pick<Reading, 'scale' | 'probabilityThreshold'>,
  decision: Uint8Array,
  into: Float64Array,
): number | undefined {
  if (key !== 'mean_score' && scale === 'rank') return undefined
  const { score, label } = frame
  if (key === 'net_benefit' && probabilityThreshold === undefined) return undefined
  let [sum, rows] = [0, 0]
  for (let row = 0; row < score.length; row++) {
    if (label[row] === unknownLabel) {
      into[row] = 0
      continue
    }
    const value = valueOfRow(
      key,
      label[row],
      probabilityOf(score[row], scale) ?? score[row],
      decision[row],
      probabilityThreshold,
    )
    into[row] = value
    sum += value
    rows++
  }
  return rows > 0 ? sum / rows : undefined
}

function valueOfRow(key: MeanKey, label: number, score: number, decision: number, threshold: number | undefined) {
  if (key === 'mean_score') return score
  if (key === 'brier') return brierValue(label, score)
  return key === 'net_benefit'
    ? netBenefitValue(label, decision, threshold ?? 0)
    : observedMinusExpectedValue(label, score)
}
