import type { ScoreScale } from '@/lib/wire/metric-frame'
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
 * @param threshold the probability at which decisions were made, for net benefit
 * @param decision 0 or 1 a row
 * @returns the mean over labelled rows, the centre of later sums; undefined where the metric has no meaning
 */
export function meanValues(
  frame: EvaluationFrame,
  key: MeanKey,
  scale: ScoreScale,
  decision: Uint8Array,
  threshold: number | undefined,
  into: Float64Array,
): number | undefined {
  if (key !== 'mean_score' && scale === 'rank') return undefined
  const { score, label } = frame
  const probability = threshold === undefined ? undefined : probabilityOf(threshold, scale)
  if (key === 'net_benefit' && (probability === undefined || probability < 0 || probability >= 1)) return undefined
  const harm = probability === undefined ? 0 : probability / (1 - probability)
  let [sum, rows] = [0, 0]
  for (let row = 0; row < score.length; row++) {
    if (label[row] === unknownLabel) {
      into[row] = 0
      continue
    }
    let value: number
    if (key === 'net_benefit') value = decision[row] ? (label[row] ? 1 : -harm) : 0
    else if (key === 'mean_score') value = probabilityOf(score[row], scale) ?? score[row]
    else {
      const error = label[row] - probabilityOf(score[row], scale)!
      value = key === 'brier' ? error * error : error
    }
    into[row] = value
    sum += value
    rows++
  }
  return rows > 0 ? sum / rows : undefined
}
