import type { ScoreSorted } from './score-sorted'

/** Scores at which curves are counted, and which of them begin the bins of a drawn distribution. */
export interface ScoreEdges {
  axis: 'linear' | 'log'
  /** strictly ascending: the first is the smallest score, the last the largest; empty without labelled rows */
  edges: Float64Array
  /** indices into `edges` */
  bins: number[]
}

const quantiles = 400
const drawnBins = 120
const smallMedian = 0.05

/**
 * Common edges for curves of every slice: quantiles of the positives' and of the negatives' scores, bins that are equally
 * wide on the axis, and scores that must be exact. O(rows).
 * @param sorted labelled rows by ascending score
 * @param exact thresholds at which counts must be exact; those beyond the scores decide alike for everyone, and are left out
 */
export function scoreEdges(
  { score, label }: Pick<ScoreSorted, 'score' | 'label'>,
  exact: readonly number[],
): ScoreEdges {
  const rows = score.length
  if (rows === 0) return { axis: 'linear', edges: new Float64Array(), bins: [] }
  const [least, most] = [score[0], score[rows - 1]]
  const axis = least > 0 && score[(rows - 1) >> 1] < smallMedian ? 'log' : 'linear'
  const starts = binStarts(least, most, axis)
  const inside = exact.filter((threshold) => threshold > least && threshold < most)
  const all = [least, most, ...inside, ...quantilesOf(score, label, 1), ...quantilesOf(score, label, 0), ...starts]
  const edges = Float64Array.from(new Set(all)).sort()
  const place = new Map([...edges].map((edge, at) => [edge, at]))
  return { axis, edges, bins: starts.map((start) => place.get(start)!) }
}

/** Where bins of equal width on the axis begin; one bin where all scores are equal. */
function binStarts(least: number, most: number, axis: ScoreEdges['axis']): number[] {
  const [from, to] = axis === 'log' ? [Math.log(least), Math.log(most)] : [least, most]
  const within = Array.from({ length: drawnBins - 1 }, (_, i) => {
    const share = (i + 1) / drawnBins
    const at = from * (1 - share) + to * share
    return axis === 'log' ? Math.exp(at) : at
  })
  return [...new Set([least, ...within.filter((start) => start > least && start < most)])].sort((a, b) => a - b)
}

/** Observed scores of one label at equal steps of rank. */
function quantilesOf(score: Float64Array, label: Uint8Array, wanted: number): number[] {
  const own = score.filter((_, i) => label[i] === wanted)
  if (own.length === 0) return []
  return Array.from({ length: quantiles + 1 }, (_, k) => own[Math.round((k * (own.length - 1)) / quantiles)])
}
